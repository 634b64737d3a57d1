/**
 * Build an element. Data goes in as text nodes and attributes only, so it can never become markup.
 * `props`: `on` is a map of listeners, `class` and all else are attributes; false and null leave one out.
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A decorative icon from the sprite in index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/**
 * Make `parent` hold one child for each item, in order. A child is built again only when its item's
 * signature changes, so focus, scroll and pictures of the others stay.
 */
export function reconcile(parent, items, keyOf, signatureOf, build) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const signature = String(signatureOf(item));
    let child = old.get(key);
    old.delete(key);
    if (child?.dataset.signature !== signature) {
      const fresh = build(item);
      fresh.dataset.key = key;
      fresh.dataset.signature = signature;
      if (child && child === place) place = child.nextElementSibling;
      child?.replaceWith(fresh);
      child = fresh;
    }
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  for (const gone of old.values()) gone.remove();
}

/** Whether a scrolling element stands at its end, so that new content should pull it along. */
export function atEnd(element) {
  return element.scrollHeight - element.scrollTop - element.clientHeight < 80;
}
