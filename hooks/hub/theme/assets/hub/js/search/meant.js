// What a reader may have meant, in words: typing errors, and what to do where nothing is found.
// The words it is made from are fetched when something is first looked for.

import { button, element, plural } from "./dom.js";
import { areKnown, knownTo, loadWords, recover, suggest, unknownWords } from "./forgiving.js";
import { isShort, withSome } from "./some.js";

/** Looks at queries; `address` is where the site's words are. */
export class Meant {
  #address;
  #words;
  #known = new WeakMap(); // index: a question to it

  constructor(address) {
    this.#address = address;
  }

  /** Return { query, sure } if something else was meant; null if not, or if nobody can tell. */
  async mended({ query, literal }, index) {
    if (!query.trim() || literal || (await this.#isFine(query, index))) return null;
    const words = await this.#load();
    return words ? suggest(query, words, this.#isKnown(index)) : null;
  }

  /** Return results with some of the words, where few have all; `found` are those. */
  async near(asked, index, found) {
    if (!isShort(asked.query, found)) return [];
    const words = await this.#load();
    const unknown = words ? await unknownWords(asked.query, words, this.#isKnown(index)) : [];
    return withSome(asked, index, found, unknown);
  }

  /** Fill `place` with what there is to say; `go` makes a state of a change. */
  async show(place, { state, mended, number, index, go }, isLatest) {
    const parts = mended ? [told(state, mended, number, go)] : [];
    if (!number) parts.push(...(await this.#ways({ ...state, query: mended?.sure ? mended.query : state.query }, index, go)));
    else if (!mended) parts.push(...(await this.#unknown(state, index)));
    if (isLatest()) place.replaceChildren(...parts);
  }

  async #unknown({ query }, index) {
    if (!query.trim() || (await this.#isFine(query, index))) return [];
    const words = await this.#load();
    const left = words ? await unknownWords(query, words, this.#isKnown(index)) : [];
    const names = left.map((word) => `“${word}”`).join(", ");
    return left.length ? [element("p", {}, `In no record, and so left out: ${names}.`)] : [];
  }

  async #ways(state, index, go) {
    const words = await this.#load();
    if (!words) return [];
    const count = (query, filters) => index.number(query, filters);
    const found = await recover(state, words, { isKnown: this.#isKnown(index), count });
    if (!found) return [element("p", {}, "No record has any of these words.")];
    const ways = [found, ...found.ways].filter(isFirst);
    const items = ways.map((way) => element("li", {}, wayButton(way, state, go)));
    return [element("p", {}, "This is near, and finds something:"), element("ul", {}, ...items)];
  }

  // Until a word is met that the index has not, the list of words is not fetched.
  async #isFine(query, index) {
    return !this.#words && areKnown(query, this.#isKnown(index));
  }

  async #load() {
    this.#words ??= loadWords(this.#address);
    return this.#words.catch(() => null); // without them nothing is suggested, and the search goes on
  }

  #isKnown(index) {
    if (!this.#known.has(index)) this.#known.set(index, knownTo(index.pagefind));
    return this.#known.get(index);
  }
}

function told({ query }, mended, number, go) {
  const meant = button(mended.query, () => go({ query: mended.query }));
  if (!mended.sure) return element("p", {}, "Did you mean ", meant, "?");
  const instead = button(`Search for “${query.trim()}” instead`, () => go({ literal: true }));
  return element("p", {}, `${number ? "Showing results" : "Searched"} for “${mended.query}”. `, instead, ".");
}

function isFirst(way, number, ways) {
  const key = ({ query, filters }) => JSON.stringify([query, filters]);
  return ways.findIndex((each) => key(each) === key(way)) === number;
}

function wayButton({ query, filters, dropped, number }, state, go) {
  const without = dropped.map(({ word, values }) => (word ? `“${word}”` : values.join(", ")));
  const words = query && query !== state.query ? `“${query}”` : "";
  const parts = [words, without.length && !words ? `without ${without.join(" and ")}` : ""].filter(Boolean);
  const named = words && Object.keys(filters).length < Object.keys(state.filters).length ? " without what is chosen" : "";
  return button(`${parts.join(", ") || "everything"}${named} (${plural(number, "result")})`, () => go({ query, filters }));
}
