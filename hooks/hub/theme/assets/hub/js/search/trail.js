// The state of the search, its address, and the way back. Ticking, sorting and clearing make a new
// entry of the history; what is typed changes one entry, and only when the typing has settled.

import { readState, writeState } from "./address.js";

const SETTLED = 700; // milliseconds without a key; browsers limit how often an address may change

/** Holds the state; a "change" is told when a reader or the history has made another of it. */
export class Trail extends EventTarget {
  #known;
  #typing;

  constructor(known) {
    super();
    this.#known = known;
    this.state = readState(location.search, known);
    addEventListener("popstate", () => {
      clearTimeout(this.#typing);
      this.state = readState(location.search, this.#known);
      this.#tell("history");
    });
  }

  /** How many results are shown, as far as this entry of the history knows. */
  get shown() {
    return history.state?.shown;
  }

  set shown(shown) {
    history.replaceState({ ...history.state, shown }, "");
  }

  /** Change the state, and add it to the history. */
  go(change) {
    this.settle();
    const state = { ...this.state, ...change };
    // As the address says it, in whatever order it was chosen.
    const { filters } = readState(writeState(state), this.#known);
    this.state = { ...state, filters };
    this.#remember(false);
    this.#tell("reader");
  }

  /** Change the words, which are perhaps not yet all. */
  type(query) {
    clearTimeout(this.#typing);
    // What was mended is looked at anew.
    this.state = { ...this.state, query, literal: false };
    this.#typing = setTimeout(() => this.settle(), SETTLED);
    this.#tell("typing");
  }

  /** Let the address follow at once. */
  settle() {
    clearTimeout(this.#typing);
    this.#remember(true);
  }

  #remember(isTyped) {
    const address = writeState(this.state);
    if (address === writeState(readState(location.search, this.#known))) return;
    const replaces = isTyped && history.state?.isTyped;
    history[replaces ? "replaceState" : "pushState"]({ isTyped }, "", address || location.pathname);
  }

  #tell(by) {
    this.dispatchEvent(new CustomEvent("change", { detail: by }));
  }
}
