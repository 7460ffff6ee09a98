// The filters of practice: the list, the map beside it and the address always say the same. Without
// this file the whole list and the whole map stand there.

import { plural, say } from "../search/dom.js";
import { Trail } from "../search/trail.js";

const form = document.querySelector("[data-hub-sift]");
const said = document.querySelector("[data-hub-said]");
const selects = [...form.querySelectorAll("select")];
const sections = [...document.querySelectorAll("[data-hub-list]")].map((section) => ({
  section,
  entries: [...section.querySelectorAll(".hub-practice")],
  spot: document.querySelector(`[data-hub-group="${section.dataset.hubList}"]`),
}));
const marks = new Map(
  [...document.querySelectorAll("[data-hub-mark]")].map((mark) => [`example-${mark.dataset.hubMark}`, mark]),
);
const total = sections.reduce((sum, { entries }) => sum + entries.length, 0);

/** Return what an address asks for; what no filter offers is left out. */
function read(search) {
  const asked = new URLSearchParams(search);
  const offered = selects.filter(({ name, options }) => [...options].some(({ value }) => value && value === asked.get(name)));
  return Object.fromEntries(selects.map(({ name }) => [name, offered.some((each) => each.name === name) ? asked.get(name) : ""]));
}

function write(state) {
  const asked = new URLSearchParams(Object.entries(state).filter(([, value]) => value)).toString();
  return asked && `?${asked}`;
}

function fits(entry, state) {
  return Object.entries(state).every(
    ([name, value]) => !value || entry.getAttribute(`data-${name}`).split(" ").includes(value),
  );
}

function show() {
  const { state } = trail;
  let shown = 0;
  for (const { section, entries, spot } of sections) {
    const kept = entries.filter((entry) => fits(entry, state));
    for (const entry of entries) {
      entry.hidden = !kept.includes(entry);
      marks.get(entry.id)?.toggleAttribute("hidden", entry.hidden);
    }
    section.hidden = !kept.length;
    spot?.toggleAttribute("hidden", !kept.length);
    if (spot) tell(spot, section, kept.length, entries.length);
    shown += kept.length;
  }
  for (const select of selects) select.value = state[select.name];
  const asked = selects.filter(({ value }) => value).map(({ name, selectedOptions: [option], labels: [label] }) =>
    `${label.textContent.toLowerCase()}: ${option.text.replace(/ \(\d+\)$/u, "")}`);
  const all = plural(total, "example");
  say(said, asked.length ? `${shown} of ${all}: ${asked.join("; ")}.` : `${all}.`);
}

// What a group on the map says of itself, and its number, if it has one.
function tell(spot, section, kept, all) {
  spot.dataset.said ??= spot.getAttribute("aria-label");
  const name = section.querySelector("h3").textContent;
  const words = kept === all ? spot.dataset.said : `${name}: ${kept} of ${plural(all, "example")}`;
  spot.setAttribute("aria-label", words);
  spot.querySelector("title").textContent = words;
  const number = spot.querySelector(".hub-map__number");
  if (number) number.textContent = kept;
}

const trail = new Trail(read, write);
trail.addEventListener("change", show);
for (const select of selects) select.addEventListener("change", () => trail.go({ [select.name]: select.value }));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  trail.go(Object.fromEntries(selects.map(({ name }) => [name, ""])));
  selects[0].focus();
});
if (total) {
  show();
  form.hidden = false;
}
