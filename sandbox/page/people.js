import { byId, el, icon, reconcile } from "./dom.js";
import route, { chatInView } from "./route.js";
import { isoDay, moment, shortDay, time } from "./times.js";
import { MESSENGERS, initials } from "./words.js";
import world from "./world.js";

/** The small coloured mark of a messenger with its word. */
export function mark(platform) {
  return el("span", { class: `mark ${platform}` }, icon(platform), MESSENGERS[platform]);
}

/** The round picture of a person: initials on the messenger's colour. */
export function portrait(chat) {
  return el("span", { class: `portrait ${chat.platform}`, "aria-hidden": "true" }, initials(chat.name));
}

function lastWords(chat) {
  if (chat.blocked) return "Бот заблокирован";
  if (!chat.last) return "Пока нет сообщений";
  return (chat.last.from === "person" ? "Вы: " : "") + (chat.last.text || "Файл");
}

function lastTime(chat) {
  if (!chat.last) return "";
  const at = new Date(chat.last.at);
  return isoDay(at) === isoDay(world.now) ? time(at) : shortDay(at);
}

function row(chat) {
  const chosen = chat.key === route.chat;
  const unread = chat.unread && !(chosen && chatInView())
    ? el("span", { class: "badge", "aria-label": `Непрочитанных: ${chat.unread}` }, String(chat.unread)) : null;
  return el("li", {},
    el("button", {
      class: "contact",
      "data-chat": chat.key,
      "aria-current": chosen ? "true" : null,
      on: { click: () => route.toChat(chat.key) },
    },
    portrait(chat),
    el("span", { class: "name" }, chat.name),
    el("span", { class: "when" }, lastTime(chat)),
    el("span", { class: "last" }, mark(chat.platform), el("span", { class: "words" }, lastWords(chat))),
    unread));
}

/** Arrow keys walk through the list as in any messenger. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...byId("people").querySelectorAll("button")];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function signature(chat) {
  const chosen = chat.key === route.chat;
  return JSON.stringify([chat.name, lastWords(chat), lastTime(chat), chat.unread, chosen, chatInView()]);
}

function render() {
  const people = world.now ? world.people() : [];
  const focused = document.activeElement?.dataset?.chat;
  reconcile(byId("people"), people, (chat) => chat.key, signature, row);
  if (focused) byId("people").querySelector(`[data-chat="${focused}"]`)?.focus();
  byId("nobody").hidden = people.length > 0 || !world.now;
  byId("brief-clock").lastElementChild.textContent = world.now ? moment(world.now) : "";
}

export function mountPeople(addPerson) {
  byId("add").addEventListener("click", () => addPerson());
  byId("add-first").addEventListener("click", () => addPerson());
  byId("to-start").addEventListener("click", () => route.toPanel("start"));
  byId("brief-clock").addEventListener("click", () => route.toPanel());
  byId("people").addEventListener("keydown", walk);
  world.addEventListener("change", render);
  route.addEventListener("change", render);
}
