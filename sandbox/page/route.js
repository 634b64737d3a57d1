import { byId } from "./dom.js";
import world from "./world.js";

/**
 * Where the page is. On a wide screen the list, a chat and the panel stand side by side; on a narrow one
 * `view` says which of them is seen. The address keeps it, so that the browser's own «back» works.
 */
export const PANELS = ["start", "feed", "wall"];

const route = new EventTarget();
export default route;

route.view = "list";
route.chat = null;
route.panel = "start";

/** A view that took the place of another on a narrow screen takes the focus too. */
function takeFocus() {
  const contact = `[data-chat="${CSS.escape(route.chat ?? "")}"]`;
  const place = document.querySelector({ list: contact, chat: "#to-list", panel: "#leave-panel" }[route.view]);
  const alone = !(byId("list").checkVisibility() && byId("chat").checkVisibility());
  if (alone && place?.checkVisibility()) place.focus({ preventScroll: true });
}

function read() {
  const [kind, value] = decodeURIComponent(location.hash.slice(1)).split("=");
  route.view = kind === "chat" || kind === "panel" ? kind : "list";
  const before = document.body.dataset.view;
  if (kind === "chat") route.chat = value;
  if (kind === "panel" && PANELS.includes(value)) route.panel = value;
  document.body.dataset.view = route.view;
  route.dispatchEvent(new Event("change"));
  if (before !== route.view) takeFocus();
}

route.toList = () => { location.hash = ""; };
route.toChat = (key) => { location.hash = `chat=${key}`; };
route.toPanel = (name = route.panel) => { location.hash = `panel=${name}`; };
/** Change the panel beside the chat, without going anywhere. */
route.showPanel = (name) => {
  route.panel = name;
  route.dispatchEvent(new Event("change"));
};
/** From the panel: to the chat that was open before, else to the list. */
route.leavePanel = () => (route.chat ? route.toChat(route.chat) : route.toList());

route.start = () => {
  window.addEventListener("hashchange", read);
  read();
};

/** Whether somebody can see the chat now. */
export const chatInView = () => !document.hidden && byId("chat").checkVisibility();

/** The chat on the screen, undefined when none is. */
export const openChat = () => world.chats.get(route.chat);
