import { el, icon } from "./dom.js";
import { textNodes } from "./markup.js";
import { time } from "./times.js";

const PICTURE = /\.(png|jpe?g|gif|webp|bmp)$/i;

/** A file as a card with a link to load it; a picture is shown. Also used by the wall. */
export function fileCard(file) {
  const name = file.name || "Файл";
  const download = { href: file.url, download: name };
  if (PICTURE.test(name)) {
    const picture = el("img", { src: file.url, alt: name, loading: "lazy" });
    return el("a", { class: "picture", ...download, title: `Скачать: ${name}` }, picture);
  }
  return el("a", { class: "file", ...download },
    el("span", { class: "file-sign" }, icon("file")), el("span", { class: "file-name" }, name), icon("load"));
}

function inlineButtons(message, press) {
  if (!message.buttons.length) return null;
  const button = (label) =>
    el("button", { on: { click: (event) => press(event.currentTarget, label, message.id) } }, label);
  const rows = message.buttons.map((row) => el("div", { class: "row" }, ...row.map(button)));
  return el("div", { class: "inline", role: "group", "aria-label": "Кнопки под сообщением" }, ...rows);
}

/** One message with what hangs below it; `press(button, label, messageId)` runs on an inline button. */
export function messageNode(message, press) {
  const author = message.from === "bot" ? "Бот" : "Вы";
  const text = message.spans.length ? el("div", { class: "text" }, ...textNodes(message.spans)) : null;
  const edited = message.edited ? el("span", { class: "edited" }, "изменено ") : null;
  return el("div", { class: `message ${message.from}`, "data-message": message.id },
    el("div", { class: "bubble" },
      el("span", { class: "unseen" }, `${author}: `),
      ...message.files.map(fileCard), text,
      el("span", { class: "meta" }, edited, el("time", { datetime: message.at }, time(message.when)))),
    inlineButtons(message, press));
}
