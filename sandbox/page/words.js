const plural = new Intl.PluralRules("ru");

/** `count(3, "сообщение", "сообщения", "сообщений")` → «3 сообщения». */
export function count(number, one, few, many) {
  const form = { one, few }[plural.select(number)] ?? many;
  return `${number} ${form}`;
}

export const messages = (number) => count(number, "сообщение", "сообщения", "сообщений");

export const MESSENGERS = { telegram: "Telegram", vk: "VK" };

/** The first letters of the first two words, for the round picture of a person. */
export function initials(name) {
  const letters = name.split(/\s+/).map((word) => word.match(/\p{L}/u)?.[0]).filter(Boolean);
  return letters.slice(0, 2).join("").toLocaleUpperCase("ru") || "?";
}

/** One line of what a message says, for lists. */
export function summary(message) {
  if (!message) return "";
  const text = message.text.replace(/\s+/g, " ").trim();
  return text || message.files.map((file) => file.name).join(", ") || "Кнопки";
}
