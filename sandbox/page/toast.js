import { byId, el } from "./dom.js";

const SHOWN_FOR = 5000;

/** A short word at the edge of the screen: the answer to a press, or why something did not work. */
export function toast(text, kind = "") {
  const box = el("div", { class: `toast ${kind}` }, text);
  byId("toasts").append(box);
  setTimeout(() => box.remove(), SHOWN_FOR);
}

/** Run a person's act; what is refused is said in a toast. True when it worked. */
export async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    toast(error.message, "trouble");
    return false;
  }
}
