import { el } from "./dom.js";

const ADDRESS = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/gu;
const INVITATION_HOSTS = {
  "t.me": "telegram", "telegram.me": "telegram", "vk.me": "vk", "vk.com": "vk", "vk.ru": "vk",
};

const WALL_POST = /^\/wall-?\d+_\d+/;

/** The address as a URL when it is one that a page may open, else null. */
export function safeUrl(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** `t.me/bot`, as people write it, as a whole address. */
export const withScheme = (address) => (/^[\w.-]+\//.test(address) ? `https://${address}` : address);

/** Whether the address is of a post on a wall in VK; the page has its own wall for it. */
export function leadsToWall(address) {
  const url = safeUrl(address);
  return Boolean(url) && /(^|\.)vk\.(com|ru)$/.test(url.hostname) && WALL_POST.test(url.pathname);
}

/** The messenger in which a link such as `https://t.me/bot?start=…` opens, or null. */
export function messengerOf(address) {
  const url = safeUrl(withScheme(address));
  if (!url || WALL_POST.test(url.pathname)) return null;
  return INVITATION_HOSTS[url.hostname] ?? null;
}

function link(address, text) {
  const url = safeUrl(address);
  if (!url) return document.createTextNode(text);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, text);
}

function withAddresses(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    nodes.push(text.slice(end, match.index), link(match[0], match[0]));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function styled(span) {
  let nodes = span.url ? [link(span.url, span.text)] : withAddresses(span.text);
  if (span.italic) nodes = [el("i", {}, ...nodes)];
  if (span.bold) nodes = [el("b", {}, ...nodes)];
  return nodes;
}

/** A message's runs of text as DOM nodes; addresses in plain text become links. */
export const textNodes = (spans) => spans.flatMap(styled);
