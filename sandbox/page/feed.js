import { showMessage } from "./chat.js";
import { atEnd, byId, el, reconcile } from "./dom.js";
import { mark } from "./people.js";
import route from "./route.js";
import { currentZone, day, isoDay, shortMonth, time } from "./times.js";
import { messages, summary } from "./words.js";
import { drawWeeks } from "./weeks.js";
import world from "./world.js";

const EVERYBODY = "";
const NOTHING_YET = "Бот ещё никому не писал. Поверните часы, и здесь соберётся всё, что он напишет за год.";

/** The bot's messages of the chosen people, the oldest first. */
function events() {
  const chosen = byId("feed-person").value;
  const chats = [...world.chats.values()].filter((chat) => chosen === EVERYBODY || chat.key === chosen);
  const list = chats.flatMap((chat) => (chat.messages ?? [])
    .filter((message) => message.from === "bot").map((message) => ({ chat, message })));
  return list.sort((a, b) => a.message.when - b.message.when || a.message.id - b.message.id);
}

/** Events of one calendar day together: one section a day keeps a year of them quick to draw. */
function days(list) {
  const groups = new Map();
  for (const event of list) {
    const key = isoDay(event.message.when);
    if (!groups.has(key)) groups.set(key, { key, date: event.message.when, events: [] });
    groups.get(key).events.push(event);
  }
  return [...groups.values()];
}

function eventRow({ chat, message }) {
  return el("button", { class: "event", on: { click: () => showMessage(chat.key, message.id) } },
    el("time", { datetime: message.at }, time(message.when)),
    mark(chat.platform),
    el("span", { class: "name" }, chat.name),
    el("span", { class: "words" }, summary(message)));
}

function daySection(group) {
  return el("li", { class: "feed-day", "data-day": group.key },
    el("h3", {}, day(group.date), el("small", {}, messages(group.events.length))),
    ...group.events.map(eventRow));
}

function renderFilter() {
  const select = byId("feed-person");
  const people = [{ key: EVERYBODY, name: "Все люди" }, ...world.chats.values()];
  const shown = JSON.stringify(people.map((chat) => [chat.key, chat.name]));
  if (select.dataset.shown === shown) return;
  const chosen = select.value;
  select.replaceChildren(...people.map((chat) => el("option", { value: chat.key }, chat.name)));
  select.value = world.chats.has(chosen) ? chosen : EVERYBODY;
  select.dataset.shown = shown;
}

function signature(group) {
  const shown = ({ chat, message }) => [chat.key, chat.name, message.id, summary(message)];
  return currentZone() + JSON.stringify(group.events.map(shown));
}

function goToWeek(monday) {
  const target = [...byId("events").children].find((section) => section.dataset.day >= monday);
  target?.scrollIntoView({ block: "start" });
}

function render() {
  if (route.panel !== "feed" || !world.now) return;
  renderFilter();
  const list = events();
  const box = byId("events");
  const follow = atEnd(box);
  const groups = days(list);
  reconcile(box, groups, (group) => group.key, signature, daySection);
  box.dataset.empty = list.length ? "" : NOTHING_YET;
  drawWeeks(byId("weeks"), list, shortMonth, goToWeek);
  if (follow) box.scrollTop = box.scrollHeight;
}

function widen(wide) {
  document.body.toggleAttribute("data-wide", wide);
  byId("wide").setAttribute("aria-pressed", String(wide));
  byId("wide").lastElementChild.textContent = wide ? "Свернуть" : "Шире";
}

export function mountFeed() {
  byId("feed-person").addEventListener("change", render);
  byId("wide").addEventListener("click", () => widen(!document.body.hasAttribute("data-wide")));
  world.addEventListener("change", render);
  route.addEventListener("change", () => {
    if (route.view === "chat") widen(false);
    render();
  });
}
