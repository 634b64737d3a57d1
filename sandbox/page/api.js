/** An answer of the sandbox that is not 2xx; `message` is fit for people. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const WORDS = {
  404: "Этого здесь уже нет.",
  409: "Так сейчас нельзя: бот заблокирован. Сначала разрешите ему писать.",
  413: "Файл слишком большой.",
  504: "Бот не успел ответить. Проверьте, что он работает.",
};
const FAILED = "Не получилось. Попробуйте ещё раз.";
const NO_INVITATION = { 400: "Эта ссылка не ведёт к нашему боту." };

async function answerOf(response, words) {
  const body = await response.text();
  let data = null;
  try {
    data = JSON.parse(body);
  } catch {
    // an answer without JSON carries its meaning in the status alone
  }
  if (response.ok) return data;
  throw new Refused(response.status, words[response.status] ?? WORDS[response.status] ?? FAILED);
}

/** `words` says what a status means where it means something of its own. */
async function call(path, options = {}, words = {}) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, options);
  } catch {
    throw new Refused(0, "Нет связи с песочницей.");
  }
  return answerOf(response, words);
}

const JSON_POST = { method: "POST", headers: { "Content-Type": "application/json" } };
const post = (path, data = {}, words = {}) => call(path, { ...JSON_POST, body: JSON.stringify(data) }, words);

const ANSWER = 5; // seconds in which a bot answers a press

const chatPath = (chat, act) => `${chat.platform}/${chat.id}/${act}`;

export const api = {
  state: (after, wait) => call(`state?after=${after}&wait=${wait}`),
  info: () => call("info"),
  chat: (chat) => call(chatPath(chat, "chat")),
  toast: (chat) => call(chatPath(chat, "toast")),
  markRead: (chat) => post(`people/${chat.platform}/${chat.id}/read`),
  wall: () => call("vk/wall"),
  addPerson: (platform, name) => post("people", { platform, name }),
  say: (chat, text) => post(chatPath(chat, "say"), { text }),
  press: (chat, label, message) =>
    post(`${chatPath(chat, "press")}?wait=${ANSWER}`, message ? { label, message } : { label }),
  open: (chat, link) => post(chatPath(chat, "open"), { link }, NO_INVITATION),
  block: (chat) => post(chatPath(chat, "block")),
  allow: (chat) => post(chatPath(chat, "allow")),
  turn: (now, jump) => post("clock", { now: now.toISOString(), jump }),
  fillExample: () => post("example"),
  upload(chat, file) {
    const form = new FormData();
    form.append("file", file, file.name);
    return call(chatPath(chat, "upload"), { method: "POST", body: form });
  },
};
