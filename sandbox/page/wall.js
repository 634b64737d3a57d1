import { byId, el, reconcile } from "./dom.js";
import { textNodes } from "./markup.js";
import { fileCard } from "./message.js";
import route from "./route.js";
import { currentZone, moment } from "./times.js";
import world from "./world.js";

function postNode(post) {
  return el("li", { class: "post card" },
    el("time", { datetime: post.at }, moment(new Date(post.at))),
    el("div", { class: "text" }, ...textNodes([{ text: post.text }])),
    ...post.attachments.map(fileCard));
}

/** The newest post stands first, as on the community's own wall. */
function render() {
  const badge = byId("wall-count");
  badge.hidden = !world.posts.length;
  badge.textContent = String(world.posts.length);
  if (route.panel !== "wall") return;
  const posts = [...world.posts].sort((a, b) => b.at.localeCompare(a.at) || b.id - a.id);
  reconcile(byId("posts"), posts, (post) => post.id, (post) => currentZone() + JSON.stringify(post), postNode);
  byId("posts").dataset.empty = posts.length ? "" : "На стене сообщества VK пока нет записей.";
}

export function mountWall() {
  world.addEventListener("change", render);
  route.addEventListener("change", render);
}
