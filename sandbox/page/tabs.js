import { byId } from "./dom.js";
import route, { PANELS } from "./route.js";

const tab = (name) => byId(`tab-${name}`);

/** On a narrow screen a tab is a place to come back from, on a wide one it only changes the panel. */
function choose(name) {
  if (route.view === "panel") route.toPanel(name);
  else route.showPanel(name);
}

function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const name = PANELS[(PANELS.indexOf(route.panel) + step + PANELS.length) % PANELS.length];
  choose(name);
  tab(name).focus();
}

function render() {
  for (const name of PANELS) {
    const chosen = name === route.panel;
    tab(name).setAttribute("aria-selected", String(chosen));
    tab(name).tabIndex = chosen ? 0 : -1;
    byId(name).hidden = !chosen;
  }
}

export function mountTabs() {
  for (const name of PANELS) tab(name).addEventListener("click", () => choose(name));
  byId("tabs").addEventListener("keydown", walk);
  route.addEventListener("change", render);
}
