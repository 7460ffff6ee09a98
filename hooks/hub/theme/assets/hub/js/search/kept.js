// The shortlist and a shared list on the page: their entries, ticks at the results, and what can be
// taken away.

import { button, element, hidden, plural, say } from "./dom.js";
import { linkTo, sharedIn } from "./shortlist.js";
import { each } from "./lookup.js";
import { setUpTaking } from "./taking.js";

const BY_HAND = "A shortlist, chosen by hand.";

/** Make the lists of the page work; `question()` returns in words what the results are of. */
export function setUpLists(app, { place, results, shortlist, lookup, question }) {
  const panel = app.querySelector("[data-hub-shortlist]");
  setUpShortlist(panel, shortlist, place.root);
  for (const list of [results.list, results.near])
    setUpTicks(list, shortlist, panel.querySelector("[data-hub-list-said]"));
  const shared = setUpShared(app.querySelector("[data-hub-shared]"), shortlist, place.root, lookup.find);
  const taking = (what, gather) => setUpTaking(app.querySelector(`[data-hub-take="${what}"]`), gather, place);

  taking("results", async (most, progress) => {
    const { number } = results; // it may change while records are read
    const asked = `Asked: ${question() || "all records"}.`;
    return { records: await results.records(most, progress), total: number, question: asked };
  });
  taking("shortlist", async (most, progress) => {
    const ids = shortlist.entries.map(({ id }) => id);
    const records = await each(ids.slice(0, most), lookup.find, progress);
    return { records: records.filter(Boolean), total: ids.length, question: BY_HAND };
  });
  taking("shared", async (most) => {
    const records = shared();
    return { records: records.slice(0, most), total: records.length, question: BY_HAND };
  });
}

function setUpTicks(list, shortlist, said) {
  const text = (card, name) => card.querySelector(`[data-hub-${name}]`).textContent;
  const keep = (tick) => {
    const card = tick.closest("article");
    const title = text(card, "title");
    if (tick.checked) shortlist.add({ id: tick.value, title, kind: text(card, "kind") });
    else shortlist.remove(tick.value);
    say(said, `${tick.checked ? "Added to" : "Removed from"} the shortlist: ${title}`);
  };
  list.addEventListener("change", ({ target }) => keep(target));
  shortlist.addEventListener("change", () => {
    for (const tick of list.querySelectorAll("[data-hub-tick]")) tick.checked = shortlist.has(tick.value);
  });
}

/** Show the reader's own list in its panel, and keep it up to date. */
function setUpShortlist(panel, shortlist, root) {
  const part = (name) => panel.querySelector(`[data-hub-${name}]`);
  const said = part("list-said");
  const link = panel.querySelector("#hub-shortlist-link");

  const show = () => {
    const { entries } = shortlist;
    say(part("count"), entries.length ? `(${entries.length})` : "");
    part("empty").hidden = entries.length > 0;
    part("filled").hidden = entries.length === 0;
    link.value = linkTo(entries.map(({ id }) => id));
    part("kept").replaceChildren(...entries.map((entry) => item(entry, root, remove(entry))));
  };
  const remove = (entry) => () => {
    const place = shortlist.entries.findIndex(({ id }) => id === entry.id);
    shortlist.remove(entry.id);
    say(said, `Removed: ${entry.title}`);
    focusNear(part("kept"), place, panel.querySelector("summary"));
  };
  part("clear").addEventListener("click", () => {
    shortlist.clear();
    say(said, "The shortlist is empty.");
    panel.querySelector("summary").focus();
  });
  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      say(said, "The link is copied.");
    } catch {
      link.select(); // no clipboard: an old browser, or a page without https
      say(said, "The link is selected: copy it with your keyboard.");
    }
  });
  shortlist.addEventListener("change", show);
  show();
}

/** Show the list that came with the address, if one did; `find(id)` promises a record or null. */
function setUpShared(section, shortlist, root, find) {
  const part = (name) => section.querySelector(`[data-hub-${name}]`);
  const title = section.querySelector("h3");
  let records = [];

  const show = async () => {
    const ids = sharedIn(location.hash);
    section.hidden = !ids.length;
    if (!ids.length) return;
    part("kept").replaceChildren(...ids.map((id) => element("li", {}, id)));
    title.focus();
    const found = await each(ids, find);
    records = found.filter(Boolean);
    const items = ids.map((id, number) =>
      found[number] ? item(found[number], root) : element("li", {}, `${id}: this is no longer in the hub`),
    );
    part("kept").replaceChildren(...items);
    say(part("said"), plural(records.length, "record"));
  };
  part("keep").addEventListener("click", () => {
    say(part("said"), `${plural(shortlist.add(...records), "record")} added to your shortlist.`);
  });
  part("dismiss").addEventListener("click", () => {
    history.replaceState(history.state, "", location.pathname + location.search);
    section.hidden = true;
    document.querySelector("#hub-find-found").focus();
  });
  addEventListener("hashchange", show);
  show();
  return () => records;
}

function item({ id, kind, title }, root, remove) {
  const made = element("li", {}, element("a", { href: new URL(id, root).href }, title));
  if (kind) made.append(" ", element("span", { className: "hub-detail" }, kind));
  if (remove) made.append(" ", button("Remove", remove, hidden(` from the shortlist: ${title}`)));
  return made;
}

function focusNear(list, place, otherwise) {
  const buttons = list.querySelectorAll("button");
  (buttons[Math.min(place, buttons.length - 1)] ?? otherwise).focus();
}
