import { api } from "./api.js";
import { byId, el } from "./dom.js";
import { addPerson } from "./dialogs.js";
import { toast } from "./toast.js";
import world from "./world.js";

const ABSENT = [404, 405, 501]; // the sandbox runs without the part that fills it

const NO_EXAMPLE = "В этой песочнице нет готового примера. Начните с трёх шагов выше.";
const STEPS = [
  "Добавьте куратора: человека, который ведёт программу в школе или детском саду.",
  "Нажмите в его чате «Начать» и отправьте боту этот код.",
  "Пришлите боту дорожную карту файлом, пригласите коллег и поверните часы: в «Ленте» будет видно, "
    + "что бот пишет за год.",
];

let filling = false;

async function copy(code) {
  try {
    await navigator.clipboard.writeText(code);
    toast("Код скопирован");
  } catch {
    toast("Не получилось скопировать. Выделите код и скопируйте сами.", "trouble");
  }
}

function codeLine(code) {
  if (!code) return el("p", { class: "word" }, "Код появится, когда запустится бот.");
  return el("p", { class: "code" },
    el("code", { id: "code" }, code), el("button", { on: { click: () => copy(code) } }, "Скопировать"));
}

function tellFilling() {
  const people = world.chats.size ? ` Появилось людей: ${world.chats.size}.` : "";
  byId("example-word").textContent = `Заполняю примером, это займёт около минуты…${people}`;
}

async function fill(event) {
  const button = event.currentTarget;
  const word = byId("example-word");
  button.disabled = true;
  filling = true;
  tellFilling();
  try {
    await api.fillExample();
    word.textContent = "Готово. Выберите человека в списке и посмотрите его переписку.";
  } catch (error) {
    word.textContent = ABSENT.includes(error.status) ? NO_EXAMPLE : error.message;
  }
  filling = false;
  button.disabled = false;
}

function steps() {
  const curator = el("button", { on: { click: () => addPerson({ name: "Куратор" }) } }, "Добавить куратора");
  const beside = [curator, el("div", { id: "code-line" }), null];
  const step = (text, index) => el("li", {}, el("p", {}, text), beside[index]);
  return el("ol", { class: "steps" }, ...STEPS.map(step));
}

function render() {
  if (filling) tellFilling();
  const line = byId("code-line");
  if (!world.now || line.dataset.code === (world.info.code ?? "")) return;
  line.dataset.code = world.info.code ?? "";
  line.replaceChildren(codeLine(world.info.code));
}

export function mountStart() {
  byId("start").append(
    steps(),
    el("div", { class: "example" },
      el("p", {}, "Или посмотрите сразу, как выглядит программа, которая идёт полным ходом."),
      el("button", { id: "example", class: "main", on: { click: fill } }, "Заполнить примером"),
      el("p", { id: "example-word", class: "word", role: "status" })));
  world.addEventListener("change", render);
}
