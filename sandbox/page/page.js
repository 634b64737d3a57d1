import { mountChat } from "./chat.js";
import { mountClock } from "./clock.js";
import { mountComposer } from "./composer.js";
import { addPerson, mountDialogs } from "./dialogs.js";
import { byId } from "./dom.js";
import { mountFeed } from "./feed.js";
import { mountPeople } from "./people.js";
import route from "./route.js";
import { mountStart } from "./start.js";
import { mountTabs } from "./tabs.js";
import { mountWall } from "./wall.js";
import world from "./world.js";

function lookedAt(chat) {
  if (chat.key === route.chat) return "closely";
  return route.panel === "feed";
}

/** Escape leads back one view on a narrow screen; dialogs close by themselves. */
function onEscape(event) {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (route.view === "panel") route.leavePanel();
  else if (route.view === "chat") route.toList();
}

world.watches = lookedAt;
mountPeople(addPerson);
mountChat();
mountComposer();
mountDialogs();
mountClock(() => world.dispatchEvent(new Event("change")));
mountTabs();
mountFeed();
mountWall();
mountStart();
world.addEventListener("change", () => { byId("offline").hidden = world.online; });
document.addEventListener("keydown", onEscape);
byId("leave-panel").addEventListener("click", route.leavePanel);
route.start();
world.start();
