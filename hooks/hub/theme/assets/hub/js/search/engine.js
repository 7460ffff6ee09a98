// The search index, asked: what is found, in which order, and how many records each value has.
//
// Pagefind finds words and ranks what it found; facets and sorts are left to tally.js.

import { essence } from "./essence.js";
import { startPagefind } from "./pagefind.js";
import { Tally } from "./tally.js";

const PATIENCE = 8000; // milliseconds for another hub to hand over the begin of its index
const KEPT = 12; // searches that are remembered
const EXCERPT = 24; // words

/**
 * Open the hub's own index, and merge those of other hubs into it.
 *
 * `place` is { index, root, name }; neighbours are { name, url }. Their indexes are read by our own
 * Pagefind: no script of theirs runs. One that cannot be had is left out, and named in `lost`.
 */
export async function openIndex(place, neighbours = []) {
  const pagefind = start(place);
  const answers = await Promise.allSettled(neighbours.map((each) => merge(pagefind, each)));
  const lost = neighbours.filter((_, number) => answers[number].status === "rejected");
  if (!lost.length) return new Index(pagefind, place, neighbours);
  // Pagefind waits for ever for an index that it was promised.
  pagefind.destroy();
  const index = await openIndex(place, neighbours.filter((each) => !lost.includes(each)));
  index.lost.push(...lost);
  return index;
}

function start(place) {
  // Addresses in the index are relative to the site's root, wherever that is.
  return startPagefind({ basePath: place.index, baseUrl: place.root.pathname, excerptLength: EXCERPT });
}

function merge(pagefind, { name, url }) {
  const merged = pagefind.mergeIndex(`${url}pagefind/`, { baseUrl: url, excerptLength: EXCERPT });
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error(`${name} is late`)));
  return Promise.race([merged, late]);
}

class Index {
  lost = [];
  #tally;
  #found = new Map(); // question: a promise of its results

  constructor(pagefind, place, neighbours) {
    this.pagefind = pagefind;
    this.place = place;
    this.neighbours = neighbours;
    const others = neighbours.map(({ url }) => `${url}pagefind/`);
    this.#tally = new Tally([place.index, ...others]);
  }

  /** Return the results, in order, each a promise of its data; `filters` is { facet: [values] }. */
  async find(query, filters, sort = "best") {
    // Without words nothing matches better than anything else.
    const key = sort === "best" && !query.trim() ? "strongest" : sort;
    return this.#tally.narrow(await this.#all(query, key), filters);
  }

  /** Return how many records a search finds. */
  async number(query, filters) {
    return (await this.#tally.narrow(await this.#all(query), filters)).length;
  }

  /**
   * Return, for each of some facets, its values with the number of records that a reader would see
   * who chose it, as Maps. Since values of one facet add up (OR), its own choice is left out.
   */
  async counts(query, filters, facets) {
    const all = await this.#all(query);
    const counts = facets.map(async (facet) => {
      const { [facet]: _, ...others } = filters;
      return [facet, await this.#tally.count(await this.#tally.narrow(all, others), facet)];
    });
    return new Map(await Promise.all(counts));
  }

  /** Return all that some words find, in an order. */
  #all(query, sort = "best") {
    const words = essence(query.trim());
    const key = JSON.stringify([words, sort]);
    if (!this.#found.has(key)) {
      if (this.#found.size >= KEPT) this.#found.delete(this.#found.keys().next().value);
      const found = sort === "best" ? this.#search(words) : this.#sorted(words, sort);
      this.#found.set(key, found);
      found.catch(() => this.#found.delete(key));
    }
    return this.#found.get(key);
  }

  async #sorted(words, sort) {
    return this.#tally.sort(await this.#all(words), sort);
  }

  async #search(words) {
    return (await this.pagefind.search(words || null)).results;
  }
}
