import { api } from "./api.js";
import { byId, el, reconcile } from "./dom.js";
import { leadsToWall, messengerOf, safeUrl, withScheme } from "./markup.js";
import { portrait } from "./people.js";
import route, { openChat } from "./route.js";
import { attempt, toast } from "./toast.js";
import { MESSENGERS } from "./words.js";
import world from "./world.js";

const COMES_LATER = "Приглашение придёт боту со следующим сообщением: так это делает VK.";
const NO_INVITATION = "Это не похоже на приглашение в Telegram или VK.";

let afterAdding = route.toChat; // what happens with the chat's key

/** Ask for a new person; `proposal` may give `name`, `platform` and `then(key)`. */
export function addPerson(proposal = {}) {
  const form = byId("add-dialog").querySelector("form");
  byId("add-name").value = proposal.name ?? "";
  form.elements.platform.value = proposal.platform ?? form.elements.platform.value;
  afterAdding = proposal.then ?? route.toChat;
  byId("add-dialog").showModal();
  byId("add-name").select();
}

function takePerson() {
  const form = byId("add-dialog").querySelector("form");
  const [name, platform] = [form.elements.name.value.trim(), form.elements.platform.value];
  if (name) attempt(async () => afterAdding(`${platform}:${(await api.addPerson(platform, name)).id}`));
}

/** Offer to open an invitation as one of the people of its messenger. */
export function openInvitation(address = "") {
  byId("invite-link").value = address;
  offerPeople();
  byId("invite-dialog").showModal();
}

function openAs(key) {
  const [platform, id] = key.split(":");
  byId("invite-dialog").close();
  const acquainted = Boolean(world.chats.get(key)?.last);
  attempt(async () => {
    await api.open({ platform, id }, withScheme(byId("invite-link").value.trim()));
    route.toChat(key);
    if (platform === "vk" && acquainted) toast(COMES_LATER);
  });
}

function opener(chat) {
  return el("button", { type: "button", class: "opener", on: { click: () => openAs(chat.key) } },
    portrait(chat), el("span", {}, `Открыть как ${chat.name}`));
}

function newcomer(platform) {
  const add = () => {
    byId("invite-dialog").close();
    addPerson({ platform, then: openAs });
  };
  return el("button", { type: "button", class: "opener", on: { click: add } }, "Открыть как новый человек…");
}

function offerPeople() {
  const address = byId("invite-link").value.trim();
  const platform = messengerOf(address);
  const current = openChat();
  const people = world.people().filter((chat) => chat.platform === platform)
    .sort((a, b) => (b === current) - (a === current));
  byId("invite-people").replaceChildren(...people.map(opener), ...(platform ? [newcomer(platform)] : []));
  byId("invite-word").textContent = !address || platform ? "" : NO_INVITATION;
}

/** An invitation asks who opens it, a post is on the page's own wall. False for any other address. */
function followHere(address) {
  if (leadsToWall(address)) route.toPanel("wall");
  else if (messengerOf(address)) openInvitation(address);
  else return false;
  return true;
}

/** Follow the link of a button. */
export function follow(address) {
  if (!followHere(address) && safeUrl(address)) window.open(address, "_blank", "noopener");
}

function onLink(event) {
  const link = event.target.closest(".text a");
  if (link && followHere(link.href)) event.preventDefault();
}

export function mountDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  }
  byId("add-dialog").querySelector("form").addEventListener("submit", takePerson);
  byId("invite").addEventListener("click", () => openInvitation());
  byId("invite-link").addEventListener("input", offerPeople);
  byId("invite-dialog").querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    byId("invite-people").querySelector("button")?.click();
  });
  document.addEventListener("click", onLink);
}
