// The list of results: so many cards at first, more when asked, and what a screen reader hears.

import { plural, say } from "./dom.js";
import { each } from "./lookup.js";
import { recordOf } from "./records.js";

const SCREEN = 4; // cards that fill a screen

/** The list; `card(record)` makes a card, `learn(record)` is told of every record that is read. */
export class Results {
  #found = [];
  #index = null;
  #next = 0;

  constructor(app, { step, card, learn }) {
    this.list = app.querySelector("[data-hub-results]");
    this.more = app.querySelector("[data-hub-more]");
    this.near = app.querySelector("[data-hub-near]");
    Object.assign(this, { step, card, learn });
  }

  /** What was found, in order. */
  get found() {
    return this.#found;
  }

  get number() {
    return this.#found.length;
  }

  /** How many of what was found have been looked at; some may lead nowhere, and are not shown. */
  get seen() {
    return Math.min(this.#next, this.number);
  }

  shows(shown) {
    return this.seen >= Math.min(shown, this.number);
  }

  get unplaced() {
    return this.seen - this.list.children.length;
  }

  /** Show the first `shown` of what was found, or of a page's first search a screen of them. */
  async show(found, index, shown, isLatest) {
    const few = this.#index ? shown : Math.min(shown, SCREEN);
    const records = await this.#read(found.slice(0, few), index);
    if (!isLatest()) return;
    [this.#found, this.#index] = [found, index];
    this.list.replaceChildren(...records.map(this.card));
    this.#next = few;
    this.#offerMore();
  }

  /** Show the first `shown` of what was found: those that are not yet shown. */
  async fill(shown) {
    const found = this.#found;
    if (this.shows(shown)) return;
    const records = await this.#read(found.slice(this.#next, shown), this.#index);
    if (found !== this.#found) return; // something else was found meanwhile
    this.#next = shown;
    this.list.append(...records.map(this.card));
    this.#offerMore();
  }

  /** Show some more; the focus goes to the first of them. */
  async showMore() {
    const [found, first] = [this.#found, this.list.children.length];
    await this.fill(this.#next + this.step);
    if (found === this.#found) this.list.children[first]?.querySelector("a").focus();
  }

  /** Show, apart from what was found, what is `near` it; nothing hides the place. */
  async showNear(near, index, isLatest) {
    const records = await this.#read(near, index);
    if (!isLatest()) return;
    this.near.querySelector("ol").replaceChildren(...records.map(this.card));
    this.near.hidden = !records.length;
    const more = this.number ? "more " : "";
    const some = plural(records.length, `${more}record has`, `${more}records have`);
    say(this.near.querySelector("p"), records.length ? `${some} some of these words, and not all.` : "");
  }

  /** Return the first `most` records of all that was found. */
  records(most, progress) {
    return this.#read(this.#found.slice(0, most), this.#index, progress);
  }

  clear() {
    [this.#found, this.#next] = [[], 0];
    this.list.replaceChildren();
    this.more.hidden = this.near.hidden = true;
  }

  async #read(results, index, progress) {
    const where = { root: index.place.root, neighbours: index.neighbours };
    const records = await each(results, async (result) => recordOf(await result.data(), where), progress);
    return records.filter((record) => {
      if (record) this.learn(record);
      return record;
    });
  }

  #offerMore() {
    const rest = this.#found.length - this.#next;
    this.more.hidden = rest <= 0;
    this.more.textContent = `Show ${plural(Math.min(this.step, rest), "more", "more")}`;
  }
}

/** Return what was found, as a sentence. */
export function told(results, words, { lost }) {
  const { number, seen, unplaced } = results;
  const parts = [number ? plural(number, "result") : "Nothing found", words && ` for ${words}`];
  if (number > seen) parts.push(`; the first ${seen.toLocaleString("en-GB")} are shown`);
  parts.push(".");
  if (unplaced) parts.push(` ${unplaced} of them claim to be elsewhere, and are not shown.`);
  if (lost.length) parts.push(` Could not be searched: ${lost.map(({ name }) => name).join(", ")}.`);
  return parts.join("");
}
