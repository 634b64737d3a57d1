import { api } from "./api.js";

const POLL = 25; // seconds that the sandbox may hold a question about changes
const PAUSE = 1500; // milliseconds before a lost connection is tried again
const BREATH = 150; // milliseconds between two questions: a walking clock changes much at once

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * What the page knows of the sandbox. Events: `change` after anything new, `arrived` (detail: chat, messages)
 * for messages of the bot in a chat that was already known.
 */
class World extends EventTarget {
  seq = -1;
  now = null;
  online = true;
  attached = true;
  info = {};
  chats = new Map();
  posts = [];
  postCount = 0;
  received = 0;
  /** How a chat is looked at now: "closely", from afar (true), or not at all: then it is read when opened. */
  watches = () => false;

  async start() {
    for (;;) {
      try {
        await this.#follow();
        await rest(BREATH);
      } catch {
        this.online = false;
        this.seq = -1; // after a restart the sandbox counts anew
        this.#tell();
        await rest(PAUSE);
      }
    }
  }

  /** The people in order of their last message, the newest first; who has none stands in order of coming. */
  people() {
    const moment = (chat) => chat.last?.at ?? "";
    return [...this.chats.values()].sort((a, b) => moment(b).localeCompare(moment(a)) || b.id - a.id);
  }

  /** Read again whatever is watched and may have changed. */
  async refresh() {
    const stale = [...this.chats.values()].filter((chat) => chat.stale && this.watches(chat));
    await Promise.all(stale.map((chat) => this.#read(chat)));
    this.#tell();
  }

  async #read(chat) {
    chat.stale = false;
    const answer = await api.chat(chat).catch((error) => {
      chat.stale = true;
      throw error;
    });
    const messages = answer.map((message) => ({ ...message, when: new Date(message.at) }));
    const known = chat.messages;
    chat.messages = messages;
    chat.keyboard = messages.at(-1)?.keyboard ?? [];
    const newest = known?.at(-1)?.id ?? 0;
    const fresh = known ? messages.filter((message) => message.from === "bot" && message.id > newest) : [];
    if (fresh.length) this.dispatchEvent(new CustomEvent("arrived", { detail: { chat, messages: fresh } }));
  }

  async #follow() {
    const state = await api.state(this.seq, this.seq < 0 ? 0 : POLL);
    const anew = this.seq < 0 || state.seq < this.seq;
    if (state.seq === this.seq) return;
    if (anew || !this.info.code) this.info = await api.info();
    this.online = true;
    this.seq = state.seq;
    this.now = new Date(state.now);
    this.attached = state.attached ?? true;
    this.#takePeople(state.people, anew);
    if (anew || state.wall !== this.postCount) this.posts = await api.wall();
    this.postCount = state.wall;
    await this.refresh();
  }

  #takePeople(people, anew) {
    const old = this.chats;
    this.chats = new Map();
    for (const person of people) {
      const key = `${person.platform}:${person.id}`;
      const known = old.get(key) ?? { key, messages: null, keyboard: [], unread: 0, stale: true };
      if (!anew) this.received += Math.max(0, person.unread - known.unread);
      // An edit of an older message shows in nothing but the change sequence, so a watched chat is always read.
      const same = JSON.stringify(person.last) === JSON.stringify(known.last) && person.unread === known.unread;
      const stale = known.stale || anew || !same || this.watches(known) === "closely";
      this.chats.set(key, Object.assign(known, person, { stale }));
    }
  }

  #tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.dispatchEvent(new Event("change")), 16);
  }
}

export default new World();
