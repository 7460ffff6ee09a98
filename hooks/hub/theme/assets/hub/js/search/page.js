// The search page: what a reader asks for becomes an address, and every address becomes a search.

import { inWords, readState, toggled, writeState } from "./address.js";
import { cardMaker } from "./cards.js";
import { showChips } from "./chips.js";
import { say } from "./dom.js";
import { openIndex } from "./engine.js";
import { Facets } from "./facets.js";
import { Lookup } from "./lookup.js";
import { Results, told } from "./results.js";
import { Shortlist } from "./shortlist.js";
import { Trail } from "./trail.js";

const app = document.querySelector("[data-hub-find]");
const part = (name) => app.querySelector(`[data-hub-${name}]`);
const address = (name) => new URL(app.dataset[name], document.baseURI);

const PAUSE = 40; // milliseconds without a key before searching

const place = { index: address("index").href, root: address("root"), name: app.dataset.name };
const input = app.querySelector("#hub-find-query");
const sort = app.querySelector("#hub-find-sort");
const others = [...app.querySelectorAll('[name="also"]')];
const neighbours = others.map(({ value, dataset }) => ({ name: value, url: dataset.url }));

const choose = (...choice) => trail.go({ filters: toggled(trail.state.filters, ...choice) });
const facets = new Facets(part("panel"), choose, () => showFacets());
const known = {
  facets: facets.names,
  sorts: [...sort.options].map(({ value }) => value),
  also: others.map(({ value }) => value),
};
const trail = new Trail((search) => readState(search, known), writeState);
const shortlist = new Shortlist();
const lookup = new Lookup(() => open([]), place);
const results = new Results(app, {
  step: Number(app.dataset.shown),
  card: cardMaker(document, shortlist.has),
  learn: (record) => lookup.learn(record),
});
let meant; // a promise: what is not needed for the first results is fetched after them

const indexes = new Map(); // by the names of the other hubs that are merged into them
let asked; // what the results are of, once there are some: the words may have been mended
let latest = 0;
let firstShown; // what readers do with results is fetched once there are some
const isShown = new Promise((resolve) => {
  firstShown = resolve;
});
let pause;

// What a reader presses before its script is there happens when it is.
const early = [];
const untilThen = new AbortController();
const { signal } = untilThen;
app.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-hub-form]");
  if (button) early.push(() => button.click());
}, { signal });
app.addEventListener("change", ({ target }) => {
  const { checked } = target; // as it is now: the others are set to what is on the shortlist
  const again = () => Object.assign(target, { checked }).dispatchEvent(new Event("change", { bubbles: true }));
  if (target.matches("[data-hub-tick]")) early.push(again);
}, { signal });

function open(also) {
  const key = JSON.stringify(also);
  if (!indexes.has(key)) {
    const index = openIndex(place, neighbours.filter(({ name }) => also.includes(name)));
    index.catch(() => indexes.delete(key));
    indexes.set(key, index);
  }
  return indexes.get(key);
}

// An index of another hub may break the whole search: then it goes on without the others.
async function withoutOthers(index, shown) {
  index.pagefind.destroy();
  const alone = openIndex(place);
  indexes.set(JSON.stringify(trail.state.also), alone);
  (await alone).lost.push(...index.neighbours);
  return search(shown);
}

async function search(shown = results.step) {
  const mine = ++latest;
  const isLatest = () => mine === latest;
  const { state } = trail;
  let index;
  showState(state);
  try {
    index = await open(state.also);
    await find(state, index, shown, isLatest);
    firstShown();
    fetchFonts();
    meant ??= import("./meant.js").then(({ Meant }) => new Meant(address("words")));
    const looking = await meant;
    const mended = isLatest() && (await looking.mended(state, index));
    if (!isLatest()) return;
    const better = mended?.sure && { ...state, query: mended.query };
    if (better) await find(better, index, shown, isLatest);
    const { number } = results;
    await looking.show(part("meant"), { state, mended, number, index, go: (change) => trail.go(change) }, isLatest);
    const near = await looking.near(asked, index, results.found);
    if (isLatest()) await results.showNear(near, index, isLatest);
  } catch (error) {
    if (isLatest() && index?.neighbours.length) withoutOthers(index, shown).catch(fail);
    else if (isLatest()) fail(error);
  }
}

async function find(state, index, shown, isLatest) {
  const found = await index.find(state.query, state.filters, state.sort);
  if (isLatest()) await results.show(found, index, shown, isLatest);
  if (!isLatest()) return;
  asked = { query: state.query, filters: state.filters };
  const tell = () => isLatest() && say(part("status"), told(results, inWords(state, facets.labels), index));
  if (results.shows(shown)) tell();
  // The first facet says of what kind the results are, and is small: it waits for nothing else.
  await facets.show(index, asked, isLatest, 0, 1);
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await Promise.all([results.fill(shown).then(tell), facets.show(index, asked, isLatest, 1)]);
}

function fail(error) {
  console.warn("the search failed:", error);
  fetchFonts();
  firstShown(); // the shortlist needs no index
  results.clear();
  const browsing = "Everything can still be browsed: see below.";
  say(part("status"), `The search index could not be loaded, so nothing was searched. ${browsing}`);
}

// On a first visit they wait for the first results: see css/search-page.css.
function fetchFonts() {
  delete document.documentElement.dataset.hubFresh;
}

// What was mended before is looked at anew.
function type() {
  trail.type({ query: input.value, literal: false });
}

async function showFacets() {
  if (!asked) return;
  const mine = latest;
  facets.show(await open(trail.state.also), asked, () => mine === latest);
}

function showState(state) {
  sort.value = state.sort;
  for (const box of others) box.checked = state.also.includes(box.value);
  facets.open(state.filters);
  showChips(part("chips"), trail, facets.labels, input);
}

input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(type, PAUSE);
});
app.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault(); // what is typed is searched for at once; Enter goes to what was found
  type();
  trail.settle();
  if (results.number) app.querySelector("#hub-find-found").focus();
});
sort.addEventListener("change", () => trail.go({ sort: sort.value }));
for (const box of others)
  box.addEventListener("change", () => trail.go({ also: others.filter((each) => each.checked).map(({ value }) => value) }));
results.more.addEventListener("click", async () => {
  await results.showMore();
  trail.shown = results.seen;
  say(part("status"), told(results, inWords(trail.state, facets.labels), await open(trail.state.also)));
});
trail.addEventListener("change", ({ detail }) => {
  if (detail !== "typing") input.value = trail.state.query;
  search(detail === "history" ? trail.shown : undefined);
});

app.hidden = false;
input.value = trail.state.query;
search(trail.shown);
await isShown;
const { setUpLists } = await import("./kept.js");
const question = () => inWords({ ...trail.state, ...asked }, facets.labels);
setUpLists(app, { place, results, shortlist, lookup, question });
untilThen.abort();
for (const again of early) again();
