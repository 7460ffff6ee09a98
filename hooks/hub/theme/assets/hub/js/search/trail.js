// The state of a page, its address, and the way back. Ticking, sorting and clearing make a new entry
// of the history; what is typed changes one entry, and only when the typing has settled.

const SETTLED = 700; // milliseconds without a key; browsers limit how often an address may change

/** Holds the state; a "change" is told when a reader or the history has made another of it.
 *
 * `read(search)` makes a state of an address, and `write(state)` an address of a state, from "?" on.
 */
export class Trail extends EventTarget {
  #read;
  #write;
  #typing;

  constructor(read, write) {
    super();
    this.#read = read;
    this.#write = write;
    this.state = read(location.search);
    addEventListener("popstate", () => {
      clearTimeout(this.#typing);
      this.state = this.#read(location.search);
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
    // As the address says it, in whatever order it was chosen; the words as they were typed.
    this.state = { ...this.#read(this.#write(state)), query: state.query };
    this.#remember(false);
    this.#tell("reader");
  }

  /** Change the words, `query`, which are perhaps not yet all. */
  type(change) {
    clearTimeout(this.#typing);
    this.state = { ...this.state, ...change };
    this.#typing = setTimeout(() => this.settle(), SETTLED);
    this.#tell("typing");
  }

  /** Let the address follow at once. */
  settle() {
    clearTimeout(this.#typing);
    this.#remember(true);
  }

  #remember(isTyped) {
    const address = this.#write(this.state);
    if (address === this.#write(this.#read(location.search))) return;
    const replaces = isTyped && history.state?.isTyped;
    history[replaces ? "replaceState" : "pushState"]({ isTyped }, "", address || location.pathname);
  }

  #tell(by) {
    this.dispatchEvent(new CustomEvent("change", { detail: by }));
  }
}
