import { api } from "./api.js";
import { follow } from "./dialogs.js";
import { atEnd, byId, el, reconcile } from "./dom.js";
import { messageNode } from "./message.js";
import { mark } from "./people.js";
import route, { chatInView, openChat } from "./route.js";
import { currentZone, day, isoDay } from "./times.js";
import { attempt, toast } from "./toast.js";
import { MESSENGERS, summary } from "./words.js";
import world from "./world.js";

let shown = null; // key of the chat on the screen
let lookAt = null; // message to scroll to once it is there
let pinned = true; // the end of the chat is in view and stays there
let height = 0; // of the box when it was last brought to its end

/** Open a chat at one of its messages. */
export function showMessage(key, messageId) {
  lookAt = messageId;
  if (route.chat === key && route.view === "chat") render();
  else route.toChat(key);
}

/** Press a button and say the bot's answer to it; a link that it opens goes through the page's own links. */
export async function press(button, label, messageId) {
  const chat = openChat();
  button.setAttribute("aria-busy", "true");
  await attempt(async () => {
    const answer = await api.press(chat, label, messageId);
    if (answer?.opened) follow(answer.opened);
    const { text } = await api.toast(chat);
    if (text) toast(text);
  });
  button.removeAttribute("aria-busy");
}

function dayLine(date) {
  return el("p", { class: "day", role: "separator" }, el("span", {}, day(date)));
}

/** The address at which anybody finds the bot; following it presses «Начать», as in the real messenger. */
function address(chat) {
  const { telegram, vk } = world.info;
  return chat.platform === "telegram" ? `https://t.me/${telegram.username}` : vk.link;
}

function greeting(chat) {
  const begin = () => attempt(() => api.open(chat, address(chat)));
  return el("div", { class: "empty greeting" },
    el("p", {}, `Бот ещё ничего не знает об этом человеке в ${MESSENGERS[chat.platform]}.`),
    el("button", { class: "main", on: { click: begin } }, "Начать"));
}

/** Messages with a line before each new day. */
function lines(messages) {
  const list = [];
  let before = "";
  for (const message of messages) {
    const today = isoDay(message.when);
    if (today !== before) list.push({ key: `day-${today}`, day: message.when });
    before = today;
    list.push({ key: message.id, message });
  }
  return list;
}

function renderHead(chat) {
  byId("chat-name").textContent = chat.name;
  byId("chat-place").replaceChildren(mark(chat.platform));
  byId("blocked").hidden = !chat.blocked;
  const words = chat.blocked ? "Разрешить" : "Заблокировать бота";
  const block = byId("block");
  block.lastElementChild.textContent = words;
  block.setAttribute("aria-label", words);
  block.title = words;
  block.querySelector("use").setAttribute("href", chat.blocked ? "#icon-allow" : "#icon-block");
}

function renderMessages(chat) {
  const box = byId("messages");
  if (shown !== chat.key) pinned = true;
  const items = lines(chat.messages ?? []);
  if (chat.messages && !items.length) items.push({ key: "greeting" });
  const sign = ({ message, ...rest }) => chat.key + currentZone() + JSON.stringify(message ?? rest);
  reconcile(box, items, (item) => item.key, sign, (item) => {
    if (item.message) return messageNode(item.message, press);
    return item.day ? dayLine(item.day) : greeting(chat);
  });
  if (chat.messages) shown = chat.key;
  scrollToLooked(box);
  keepEnd();
}

function keepEnd() {
  const box = byId("messages");
  height = box.clientHeight;
  if (pinned && !lookAt) box.scrollTop = box.scrollHeight;
  byId("newest").hidden = atEnd(box);
}

function goToEnd() {
  pinned = true;
  keepEnd();
}

function scrollToLooked(box) {
  const target = lookAt && box.querySelector(`[data-message="${lookAt}"]`);
  if (!target) return;
  lookAt = null;
  pinned = false;
  target.scrollIntoView({ block: "center" });
  target.classList.add("looked");
  setTimeout(() => target.classList.remove("looked"), 2500);
}

function render() {
  const chat = openChat();
  byId("open-chat").hidden = !chat;
  byId("no-chat").hidden = Boolean(chat);
  if (!chat) return;
  renderHead(chat);
  renderMessages(chat);
  if (chat.unread && chatInView()) markRead(chat);
}

/** One question at a time; what fails is asked again with the next change. */
async function markRead(chat) {
  if (chat.marking) return;
  chat.marking = true;
  await api.markRead(chat).catch(() => {});
  chat.marking = false;
}

function announce({ detail: { chat, messages } }) {
  if (chat.key !== route.chat) return;
  byId("live").textContent = messages.map((message) => `Бот: ${summary(message)}`).join(". ");
}

export function mountChat() {
  const box = byId("messages");
  box.addEventListener("scroll", () => {
    if (box.clientHeight !== height) return; // the box shrank under the messages: nobody scrolled
    pinned = atEnd(box);
    byId("newest").hidden = pinned;
  });
  box.addEventListener("load", keepEnd, true); // a picture got its height
  new ResizeObserver(keepEnd).observe(box);
  byId("newest").addEventListener("click", goToEnd);
  byId("to-list").addEventListener("click", route.toList);
  byId("no-chat").querySelector("button").addEventListener("click", route.toList);
  byId("to-panel").addEventListener("click", () => route.toPanel());
  byId("block").addEventListener("click", () => {
    const chat = openChat();
    attempt(() => (chat.blocked ? api.allow(chat) : api.block(chat)));
  });
  document.addEventListener("visibilitychange", render);
  world.addEventListener("change", render);
  world.addEventListener("arrived", announce);
  route.addEventListener("change", () => {
    render();
    world.refresh().catch(() => {}); // a lost connection is said by the question about changes
  });
}
