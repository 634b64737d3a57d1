import { api } from "./api.js";
import { byId, el } from "./dom.js";
import { DAY, HOUR, WEEK, ZONES, chooseZone, currentZone } from "./times.js";
import { instant, isoDay, moment, offsetName, time } from "./times.js";
import { messages } from "./words.js";
import world from "./world.js";

const TURNS = { hour: HOUR, day: DAY, week: WEEK };
const NO_BOT = "Бот не подключён к песочнице: часы пойдут, но писать будет некому.";
const STILL = "Часы стоят. Время идёт, только когда Вы его поворачиваете.";

let walk = null; // {from, to, received} while the clock is on its way
let outcome = STILL;

/** Only what the bot wrote since the walk began. */
const received = () => world.received - walk.received;

function outcomeOf(sent) {
  return sent ? `Готово: бот отправил ${messages(sent)}.` : "Готово: бот никому не писал.";
}

async function turn(to) {
  walk = { from: world.now, to, received: world.received };
  render();
  try {
    const { sent } = await api.turn(to, byId("jump").checked);
    outcome = outcomeOf(sent);
  } catch (error) {
    outcome = error.message;
  }
  walk = null;
  render();
}

function renderWalk() {
  const part = (world.now - walk.from) / (walk.to - walk.from);
  byId("progress").firstElementChild.style.width = `${Math.round(Math.max(0.02, part) * 100)}%`;
  const words = received() ? `Идёт время… Отправлено ${messages(received())}.` : "Идёт время…";
  byId("clock-word").textContent = words;
}

function render() {
  if (!world.now) return;
  byId("now").textContent = `${moment(world.now)} (${offsetName(world.now)})`;
  const controls = byId("clock").querySelectorAll("button, #jump");
  for (const control of controls) control.disabled = Boolean(walk) || !world.online;
  byId("clock").setAttribute("aria-busy", String(Boolean(walk)));
  byId("progress").hidden = !walk;
  if (walk) renderWalk();
  else byId("clock-word").textContent = world.attached ? outcome : NO_BOT;
}

function askUntil() {
  byId("until-day").min = isoDay(world.now);
  byId("until-day").value = isoDay(new Date(world.now.getTime() + DAY));
  byId("until-time").value = time(world.now);
  byId("until-word").textContent = "";
  byId("until-dialog").showModal();
}

function goUntil(event) {
  const to = instant(byId("until-day").value, byId("until-time").value);
  if (to <= world.now) {
    event.preventDefault();
    byId("until-word").textContent = "Этот час уже прошёл, а назад часы не идут.";
  } else turn(to);
}

export function mountClock(changed) {
  const zone = byId("zone");
  zone.append(...ZONES.map(([name, city]) => el("option", { value: name }, city)));
  zone.value = currentZone();
  zone.addEventListener("change", () => { chooseZone(zone.value); changed(); });
  for (const button of byId("clock").querySelectorAll("[data-turn]")) {
    const step = TURNS[button.dataset.turn];
    button.addEventListener("click", () => turn(new Date(world.now.getTime() + step)));
  }
  byId("until").addEventListener("click", askUntil);
  byId("until-dialog").querySelector("form").addEventListener("submit", goUntil);
  world.addEventListener("change", render);
}
