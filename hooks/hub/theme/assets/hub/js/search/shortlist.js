// The shortlist: ids of records, kept in this browser only when a reader puts one there, or sent
// along with a link behind "#", which browsers keep to themselves.

const KEY = "hub-shortlist";
const SIGN = "#shortlist=";
const MOST = 500; // records in a link; servers never see it, but letters and chats cut long ones
const ID = /^(?!\/)(?!.*(?:\.\.|\/\/|\\|:))[^?#\s]*(?:#[\w.~%-]+)?$/u;

/** The reader's own list: { id, title, kind } in the order in which they were put there. */
export class Shortlist extends EventTarget {
  #entries = read();

  constructor() {
    super();
    addEventListener("storage", () => {
      this.#entries = read(); // changed in another window
      this.#tell();
    });
  }

  get entries() {
    return [...this.#entries];
  }

  has = (id) => this.#entries.some((each) => each.id === id);

  add(...records) {
    const fresh = records.filter(({ id }) => !this.has(id)).map(({ id, title, kind }) => ({ id, title, kind }));
    this.#store([...this.#entries, ...fresh]);
    return fresh.length;
  }

  remove(id) {
    this.#store(this.#entries.filter((each) => each.id !== id));
  }

  clear() {
    this.#store([]);
  }

  #store(entries) {
    this.#entries = entries;
    window.__md_set(KEY, entries.length ? entries : null);
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

function read() {
  const kept = window.__md_get(KEY);
  const isEntry = (each) => typeof each?.id === "string" && ID.test(each.id) && typeof each.title === "string";
  return Array.isArray(kept) ? kept.filter(isEntry).map(({ id, title, kind }) => ({ id, title, kind })) : [];
}

/** Return the link that shows these records to whoever opens it. */
export function linkTo(ids) {
  const page = new URL(location.href);
  page.search = "";
  page.hash = `${SIGN}${ids.map(encodeURIComponent).join(",")}`;
  return page.href;
}

/** Return the ids that a link names, each once; what is no id of a record is left out. */
export function sharedIn(hash) {
  if (!hash.startsWith(SIGN)) return [];
  const ids = hash.slice(SIGN.length).split(",").map(decoded);
  return [...new Set(ids.filter((id) => id && ID.test(id)))].slice(0, MOST);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // cut off in the middle of a letter
  }
}
