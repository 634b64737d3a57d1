import { el } from "./dom.js";
import { DAY, WEEK, isoDay } from "./times.js";
import { messages } from "./words.js";

/** The Monday of a calendar day, both as `2026-09-07`. */
function mondayOf(dayText) {
  const date = new Date(`${dayText}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

/** Every Monday from the first event's week to the last one's. */
function mondays(list) {
  const [first, last] = [list[0], list.at(-1)].map(({ message }) => mondayOf(isoDay(message.when)));
  const weeks = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += WEEK) {
    weeks.push(new Date(at).toISOString().slice(0, 10));
  }
  return weeks;
}

/** How strongly a week is coloured: 0 nothing, 4 the most. */
const strength = (number) => (number === 0 ? 0 : Math.min(4, 1 + Math.floor(Math.log2(number))));

function countByWeek(list) {
  const people = new Map();
  for (const { chat, message } of list) {
    if (!people.has(chat.key)) people.set(chat.key, { chat, weeks: new Map() });
    const { weeks } = people.get(chat.key);
    const monday = mondayOf(isoDay(message.when));
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  }
  return [...people.values()];
}

function cell(name, monday, number, go) {
  if (!number) return el("td", {});
  const label = `${name}, неделя с ${monday.split("-").reverse().join(".")}: ${messages(number)}`;
  return el("td", {}, el("button", {
    class: `week s${strength(number)}`,
    tabindex: "-1",
    title: label,
    "aria-label": label,
    on: { click: () => go(monday) },
  }));
}

/** The months above the weeks, each where its first Monday stands. */
function monthRow(weeks, monthName) {
  const spans = [];
  for (const monday of weeks) {
    const month = monday.slice(0, 7);
    if (spans.at(-1)?.month === month) spans.at(-1).width += 1;
    else spans.push({ month, width: 1, name: monthName(new Date(`${monday}T12:00:00Z`)) });
  }
  const heads = spans.map(({ width, name }) =>
    el("th", { colspan: width, scope: "colgroup" }, width > 2 ? name : ""));
  return el("tr", {}, el("th", {}), ...heads);
}

/**
 * A year at a glance: a row a person, a column a week, coloured by how many messages the bot sent.
 * `go(monday)` runs when a week is pressed.
 */
export function drawWeeks(box, list, monthName, go) {
  const counts = countByWeek(list);
  const weeks = list.length ? mondays(list) : [];
  const signature = JSON.stringify([weeks.length, counts.map(({ chat, weeks: by }) => [chat.name, [...by]])]);
  if (box.dataset.signature === signature) return;
  box.dataset.signature = signature;
  if (weeks.length < 2) {
    box.replaceChildren();
    return;
  }
  const rows = counts.map(({ chat, weeks: by }) => el("tr", {},
    el("th", { scope: "row", title: chat.name }, chat.name),
    ...weeks.map((monday) => cell(chat.name, monday, by.get(monday), go))));
  box.replaceChildren(el("table", { class: "weeks" },
    el("caption", { class: "unseen" }, "Сколько бот писал каждому по неделям"),
    el("col", { class: "names" }), el("col", { span: weeks.length }),
    monthRow(weeks, monthName), ...rows));
}
