import { api } from "./api.js";
import { press } from "./chat.js";
import { byId, el, reconcile } from "./dom.js";
import route, { openChat } from "./route.js";
import { attempt } from "./toast.js";
import world from "./world.js";

const TALLEST = 160; // pixels that the text box may grow to

const drafts = new Map();
let current = null;

function fit() {
  const text = byId("text");
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, TALLEST)}px`;
}

async function send() {
  const [box, chat] = [byId("text"), openChat()];
  const text = box.value;
  if (!text.trim()) return;
  box.value = "";
  fit();
  if (await attempt(() => api.say(chat, text))) drafts.delete(chat.key);
  else if (openChat() === chat && !box.value) box.value = text; // nothing that was typed gets lost
  fit();
}

async function upload(files) {
  const chat = openChat();
  const attach = byId("attach");
  attach.setAttribute("aria-busy", "true");
  for (const file of files) await attempt(() => api.upload(chat, file));
  attach.removeAttribute("aria-busy");
  byId("file").value = "";
}

function keyboardRow(row) {
  return el("div", { class: "row" }, ...row.map((label) =>
    el("button", { type: "button", on: { click: (event) => press(event.currentTarget, label) } }, label)));
}

/** Another chat has its own half-written text. */
function changeDraft(chat) {
  const box = byId("text");
  if (current) drafts.set(current, box.value);
  current = chat.key;
  box.value = drafts.get(current) ?? "";
  fit();
  if (matchMedia("(hover: hover)").matches && route.view === "chat") box.focus({ preventScroll: true });
}

function render() {
  const chat = openChat();
  if (!chat) return;
  if (chat.key !== current) changeDraft(chat);
  const rows = chat.keyboard.map((labels, index) => ({ labels, index }));
  byId("keyboard").hidden = rows.length === 0;
  const sign = (row) => JSON.stringify(row.labels);
  reconcile(byId("keyboard"), rows, (row) => row.index, sign, (row) => keyboardRow(row.labels));
}

function mountDrop() {
  const zone = byId("open-chat");
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  zone.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.add("dropping");
  });
  zone.addEventListener("dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove("dropping");
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("dropping");
    upload([...event.dataTransfer.files]);
  });
}

export function mountComposer() {
  const text = byId("text");
  byId("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  text.addEventListener("input", fit);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  text.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) {
      event.preventDefault();
      upload(files);
    }
  });
  byId("attach").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", (event) => upload([...event.target.files]));
  mountDrop();
  world.addEventListener("change", render);
  route.addEventListener("change", render);
}
