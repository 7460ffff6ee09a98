// Search: a native dialog over the Pagefind index, which is fetched when it is first opened.
//
// Pagefind escapes excerpts, all but its own <mark>; titles and everything else in `meta` it does
// not, so they are only ever set as text. Results arrive with `meta` and `filters` (kind, art_form
// and so on): the search page will build its facets on them; here only the kind is shown.

const LIMIT = 12; // results shown at once; beyond that, another word helps more than a longer list
const PAUSE = 120; // milliseconds without a key before searching

const dialog = document.querySelector("#hub-search");
const opener = document.querySelector("[data-hub-search-open]");

if (dialog && opener && typeof dialog.showModal === "function") setUp();

function setUp() {
  const input = dialog.querySelector("#hub-search-input");
  const status = dialog.querySelector("#hub-search-status");
  const list = dialog.querySelector("[data-hub-search-results]");
  const shortcut = dialog.querySelector("[data-hub-search-shortcut]");
  let pagefind; // a promise, once asked for
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
    pagefind ??= import(new URL(dialog.dataset.index, document.baseURI)).then(async (index) => {
      // Addresses in the index are relative to the site's root, wherever that is.
      await index.options({ baseUrl: window.__md_scope.pathname, excerptLength: 24 });
      await index.init();
      return index;
    });
    return pagefind;
  }

  async function search() {
    const query = input.value.trim();
    const mine = ++latest;
    if (!query) {
      list.replaceChildren();
      say("idle");
      return;
    }
    let hits;
    let found;
    try {
      const index = await load();
      if (mine !== latest) return;
      say("busy");
      found = (await index.search(query)).results;
      hits = await Promise.all(found.slice(0, LIMIT).map((result) => result.data()));
    } catch {
      if (mine === latest) {
        list.replaceChildren();
        say("broken");
      }
      return;
    }
    if (mine !== latest) return;
    list.replaceChildren(...hits.map(item));
    const values = { q: query, n: found.length, k: hits.length };
    if (!found.length) say("none", values);
    else if (found.length === 1) say("one", values);
    else say(found.length > LIMIT ? "more" : "many", values);
  }

  function item(hit) {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.className = "hub-hit";
    link.href = hit.url;
    const kind = hit.meta.kind ?? hit.filters.kind?.[0];
    if (kind) link.append(part("hub-hit__kind", kind), " ");
    link.append(part("hub-hit__title", hit.meta.title ?? hit.url));
    const excerpt = part("hub-hit__excerpt", "");
    excerpt.innerHTML = hit.excerpt; // escaped by Pagefind
    link.append(excerpt);
    entry.append(link);
    return entry;
  }

  function part(className, text) {
    const element = document.createElement("span");
    element.className = className;
    element.textContent = text;
    return element;
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
    const stops = [input, ...list.querySelectorAll("a")];
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
