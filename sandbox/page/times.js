/** Zones that the page can show; the sandbox itself knows only UTC. */
export const ZONES = [
  ["Europe/Kaliningrad", "Калининград"],
  ["Europe/Moscow", "Москва"],
  ["Europe/Samara", "Самара"],
  ["Asia/Yekaterinburg", "Екатеринбург"],
  ["Asia/Omsk", "Омск"],
  ["Asia/Novosibirsk", "Новосибирск"],
  ["Asia/Krasnoyarsk", "Красноярск"],
  ["Asia/Irkutsk", "Иркутск"],
  ["Asia/Yakutsk", "Якутск"],
  ["Asia/Vladivostok", "Владивосток"],
  ["Asia/Magadan", "Магадан"],
  ["Asia/Kamchatka", "Камчатка"],
];

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

const KEPT_ZONE = "sandbox-zone";
const kept = localStorage.getItem(KEPT_ZONE);
let zone = ZONES.some(([name]) => name === kept) ? kept : "Europe/Moscow";
const formats = new Map();

export const currentZone = () => zone;

export function chooseZone(name) {
  zone = name;
  formats.clear();
  localStorage.setItem(KEPT_ZONE, name);
}

function format(date, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("ru-RU", { timeZone: zone, ...options }));
  return formats.get(key).format(date).replace(/\s?г\./, "");
}

export const time = (date) => format(date, { hour: "2-digit", minute: "2-digit" });
export const shortDay = (date) => format(date, { day: "numeric", month: "short" }).replace(".", "");
/** Three letters, for places too narrow for more. */
export const shortMonth = (date) => format(date, { month: "short" }).slice(0, 3);
export const day = (date) => format(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const moment = (date) => `${day(date)}, ${time(date)}`;

/** The calendar day in the chosen zone as `2026-09-01`. */
export function isoDay(date) {
  const key = "iso";
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("sv-SE", { timeZone: zone }));
  return formats.get(key).format(date);
}

/** Minutes east of UTC in the chosen zone at that instant. */
function offset(date) {
  const name = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(date).find((part) => part.type === "timeZoneName").value;
  const [, sign, hours, minutes] = name.match(/GMT(?:([+-])(\d+):(\d+))?/);
  return hours ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** `UTC+3`, `UTC+5:30`. */
export function offsetName(date) {
  const minutes = offset(date);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** The instant of a wall time such as `2026-10-15` and `09:00` in the chosen zone. */
export function instant(dayText, timeText) {
  const asUtc = new Date(`${dayText}T${timeText}:00Z`);
  return new Date(asUtc.getTime() - offset(asUtc) * 60_000);
}
