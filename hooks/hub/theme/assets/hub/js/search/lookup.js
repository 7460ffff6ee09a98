// From the id of a record to all that the index says of it.
//
// An index cannot be asked by address. The page itself tells its title, the title finds the
// record: so a list made long ago says what the hub says today.

import { recordOf } from "./records.js";

const LOOKED_THROUGH = 12; // results of a title; the right one is mostly the first
const AT_ONCE = 20; // as many as are shown

/** Finds records by id, each once; `open()` promises the hub's own index. */
export class Lookup {
  #known = new Map();
  #asked = new Map();

  constructor(open, place) {
    this.open = open;
    this.place = place;
  }

  /** Remember a record that was found otherwise. */
  learn(record) {
    if (record.id) this.#known.set(record.id, record);
  }

  /** Return the record; null if the hub has it no more. */
  find = async (id) => {
    if (this.#known.has(id)) return this.#known.get(id);
    if (!this.#asked.has(id)) this.#asked.set(id, this.#ask(id));
    return this.#asked.get(id);
  };

  async #ask(id) {
    const href = new URL(id, this.place.root);
    if (!href.href.startsWith(this.place.root.href)) return null;
    const page = await pageAt(href);
    if (!page) return null;
    const part = href.hash ? page.getElementById(decodeURIComponent(href.hash.slice(1))) : null;
    const heading = page.querySelector("main h1, h1")?.textContent.trim() ?? "";
    const words = (part?.textContent ?? heading).replace(/["¶]/gu, " ").split(/\s+/u).slice(0, 24).join(" ");
    const index = await this.open();
    const results = (await index.find(words, {})).slice(0, LOOKED_THROUGH);
    for (const result of results) {
      const record = recordOf(await result.data(), { root: this.place.root });
      if (record?.id === id) return record;
    }
    return { ...EMPTY, id, href: href.href, title: heading || id };
  }
}

const EMPTY = {
  hub: "", kind: "", answer: "", directions: [], certainty: "", design: "", size: "", year: "",
  work: "", excerpt: "", matched: new Set(),
}; // prettier-ignore

/** Fetch a page of this site; null if it is not there. */
export async function pageAt(href) {
  const answer = await fetch(href);
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

/** Do something with each item, a few at once, and tell how far it is; answers in order. */
export async function each(items, doing, progress = () => {}) {
  const answers = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < items.length) {
      const number = next;
      next += 1;
      answers[number] = await doing(items[number]);
      done += 1;
      progress(done, items.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}
