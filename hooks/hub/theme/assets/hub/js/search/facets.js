// The panel of facets: lists of values with live counts. A facet's file is fetched when it is opened.

import { element, hidden, plural, say } from "./dom.js";

const FEW = 8; // values that are shown at first
const ORDERS = {
  direction: ["Benefit", "No difference", "Mixed results", "Harm", "Not estimable"],
  certainty: ["High", "Moderate", "Low", "Very low"],
};

/** The panel; `choose(facet, value, isOn)` is called when a reader ticks or unticks a value. */
export class Facets {
  #choose;
  #all = new Map(); // facet: { details, list, boxes: Map of value to its checkbox, isLong }
  #index = null;

  constructor(panel, choose, opened) {
    this.#choose = choose;
    for (const details of panel.querySelectorAll("[data-hub-facet]")) {
      this.#all.set(details.dataset.hubFacet, { details, boxes: new Map() });
      details.addEventListener("toggle", () => details.open && opened());
      details.querySelector("[data-hub-all]").addEventListener("click", () => this.#unfold(details));
    }
    // On a phone the whole panel is closed at first, and nothing of it is fetched.
    if (matchMedia("(min-width: 60em)").matches) panel.open = true;
    panel.addEventListener("toggle", () => panel.open && opened());
    this.panel = panel;
  }

  get names() {
    return [...this.#all.keys()];
  }

  get labels() {
    const named = ([facet, { details }]) => [facet, details.querySelector(".hub-facet__name").textContent];
    return Object.fromEntries([...this.#all].map(named));
  }

  /** Open what is open from the start, and what has a value chosen. */
  open(filters) {
    for (const [facet, { details }] of this.#all)
      if ("hubOpen" in details.dataset || filters[facet]) details.open = true;
  }

  /**
   * Show what is chosen, and how many records each value would show; `isLatest()` ends it early.
   *
   * Only of the facets that are open, and of those from `begin` to before `end`.
   */
  async show(index, { query, filters }, isLatest, begin = 0, end = undefined) {
    if (this.#index !== index) for (const [, each] of this.#all) each.boxes.clear();
    this.#index = index;
    for (const [facet, { details }] of this.#all) {
      const number = filters[facet]?.length ?? 0;
      say(details.querySelector("[data-hub-chosen]"), number ? `${number} chosen` : "");
    }
    if (!this.panel.open) return;
    const some = this.names.filter((facet) => this.#all.get(facet).details.open).slice(begin, end);
    const counts = await index.counts(query, filters, some);
    if (!isLatest()) return;
    for (const facet of some) {
      this.#list(facet, counts.get(facet), filters[facet] ?? []);
      this.#count(facet, counts.get(facet), filters[facet] ?? []);
    }
  }

  #list(facet, counts, chosen) {
    const { details, boxes } = this.#all.get(facet);
    const named = [...new Set([...counts.keys(), ...chosen])];
    if (boxes.size && named.every((value) => boxes.has(value))) return;
    boxes.clear();
    const items = named.sort(inOrder(facet, counts)).map((value) => {
      const box = element("input", { type: "checkbox", name: facet, value });
      box.addEventListener("change", () => this.#choose(facet, value, box.checked));
      boxes.set(value, box);
      const count = element("span", { className: "hub-facet__count" });
      return element("li", {}, element("label", {}, box, " ", element("span", {}, value), " ", count));
    });
    const list = details.querySelector("[data-hub-values]");
    list.replaceChildren(...(items.length ? items : [element("li", {}, "No record says this.")]));
    this.#fold(details, items, chosen);
  }

  #fold(details, items, chosen) {
    const isFolded = items.length > FEW + 2;
    items.forEach((item, number) => {
      item.hidden = isFolded && number >= FEW && !chosen.includes(item.querySelector("input").value);
    });
    const all = details.querySelector("[data-hub-all]");
    all.hidden = !isFolded;
    all.replaceChildren(`Show all ${items.length}`, hidden(` of ${details.querySelector("legend").textContent}`));
  }

  #unfold(details) {
    const items = [...details.querySelectorAll("[data-hub-values] > li")];
    const first = items.find((item) => item.hidden);
    for (const item of items) item.hidden = false;
    details.querySelector("[data-hub-all]").hidden = true;
    first?.querySelector("input").focus();
  }

  #count(facet, counts, chosen) {
    for (const [value, box] of this.#all.get(facet).boxes) {
      const number = counts.get(value) ?? 0;
      const item = box.closest("li");
      const count = item.querySelector(".hub-facet__count");
      box.checked = chosen.includes(value);
      if (box.checked) item.hidden = false;
      item.classList.toggle("hub-facet__none", !number && !box.checked);
      if (count.dataset.number === String(number)) continue;
      count.dataset.number = number;
      count.replaceChildren(number.toLocaleString("en-GB"), hidden(` ${plural(number, "record").split(" ")[1]}`));
    }
  }
}

// Years from the newest, steps in their order, everything else by how many records have it when the
// list is first shown: a list that changed under the pointer would be no help.
function inOrder(facet, counts) {
  const order = ORDERS[facet];
  return (one, other) => {
    if (facet === "year") return other.localeCompare(one, "en", { numeric: true });
    if (order) return place(order, one) - place(order, other) || one.localeCompare(other);
    return (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || one.localeCompare(other);
  };
}

function place(order, value) {
  const found = order.indexOf(value);
  return found < 0 ? order.length : found;
}
