// The search dialog of the header: the first results for a few words, and the way to all of them on
// the search page. What searches (js/search/) is fetched when the dialog is first opened.
//
// Everything in the index is only ever set as text (js/search/records.js).

const LIMIT = 12; // results shown at once; all of them are on the search page
const PAUSE = 40; // milliseconds without a key before searching

const dialog = document.querySelector("#hub-search");
const opener = document.querySelector("[data-hub-search-open]");

if (dialog && opener && typeof dialog.showModal === "function") setUp();

function setUp() {
  const input = dialog.querySelector("#hub-search-input");
  const status = dialog.querySelector("#hub-search-status");
  const list = dialog.querySelector("[data-hub-search-results]");
  const all = dialog.querySelector("[data-hub-search-all]");
  const shortcut = dialog.querySelector("[data-hub-search-shortcut]");
  const page = { href: all.href, text: all.textContent };
  let tools; // a promise, once asked for
  let latest = 0; // number of the newest question; answers to older ones are dropped
  let timer;

  const say = (name, values = {}) => {
    const text = status.dataset[name].replace(/%([qnk])/g, (_, key) => values[key]);
    if (status.textContent !== text) status.textContent = text;
  };

  // Without JavaScript it is a link to the evidence; with it, a button that opens the dialog.
  const button = document.createElement("button");
  button.type = "button";
  button.className = opener.className;
  button.setAttribute("aria-haspopup", "dialog");
  button.append(...opener.childNodes);
  opener.replaceWith(button);

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    input.select();
    if (!input.value) say("idle");
    load().catch(() => say("broken"));
  };

  function load() {
    tools ??= fetchTools();
    tools.catch(() => (tools = undefined)); // next time, perhaps
    return tools;
  }

  async function fetchTools() {
    const [{ openIndex }, { hitMaker }] = await Promise.all([import("./search/engine.js"), import("./search/hits.js")]);
    const root = window.__md_scope;
    const index = await openIndex({ index: new URL(dialog.dataset.index, document.baseURI).href, root, name: "" });
    return { index, item: hitMaker(root) };
  }

  async function search() {
    const query = input.value.trim();
    const mine = ++latest;
    leadOn(query);
    if (!query) {
      list.replaceChildren();
      say("idle");
      return;
    }
    try {
      const { index, item } = await load();
      if (mine !== latest) return;
      say("busy");
      const found = await index.find(query, {});
      const items = await Promise.all(found.slice(0, LIMIT).map(item));
      if (mine === latest) show(query, found.length, items.filter(Boolean));
    } catch {
      if (mine !== latest) return;
      list.replaceChildren();
      say("broken");
    }
  }

  function show(query, number, items) {
    list.replaceChildren(...items);
    const values = { q: query, n: number, k: items.length };
    if (!number) say("none", values);
    else if (number === 1) say("one", values);
    else say(number > items.length ? "more" : "many", values);
  }

  // The way to the search page takes the words along.
  function leadOn(query) {
    const href = new URL(page.href);
    if (query) href.searchParams.set("q", query);
    all.href = href.href;
    all.textContent = query ? all.dataset.for.replace("%q", () => query) : page.text;
  }

  button.addEventListener("click", open);
  dialog.querySelector("[data-hub-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop; everything else is a child
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault(); // Enter opens the first result rather than closing the dialog
    list.querySelector("a")?.click();
  });

  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a"), all];
    const here = stops.indexOf(document.activeElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  // A shortcut of one character must be possible to switch off (WCAG 2.1.4): see the dialog's foot.
  shortcut.checked = window.__md_get("hub-search-slash") !== false;
  shortcut.addEventListener("change", () => {
    window.__md_set("hub-search-slash", shortcut.checked ? null : false);
  });
  document.addEventListener("keydown", (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!control && !(slash && shortcut.checked && !typing)) return;
    event.preventDefault();
    open();
  });
}
