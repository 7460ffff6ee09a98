// A long table that can be sorted, searched and narrowed. Without this file all rows stand there, in
// the order of their names; with it the form above wakes up, headers become buttons, and of many
// rows the first are shown. What is printed is everything that was asked for.

import { element, plural, say } from "../search/dom.js";
import { Trail } from "../search/trail.js";
import { Rows } from "./rows.js";
import { sift } from "./sift.js";
import { readState, writeState } from "./state.js";

const STEP = 50; // rows that are shown at a time

const table = document.querySelector("[data-hub-rows]");
const form = document.querySelector("[data-hub-sift]");
const said = document.querySelector("[data-hub-said]");
const more = document.querySelector("[data-hub-more]");
const [next, whole] = more.querySelectorAll("button");
const body = table.tBodies[0];
const rows = new Rows(table);

const selects = [...form.querySelectorAll("[data-hub-choice]")];
const choices = selects.map((select) => select.name);
const options = new Map(choices.map((choice) => [choice, new Map()])); // choice: value: its option
const known = {
  choices,
  columns: rows.columns,
  dates: form.querySelector("[data-hub-from]").dataset.hubFrom,
  values: (choice) => options.get(choice),
};
let trail;
let found = [];
let shown;

function show() {
  const { state } = trail;
  const sifted = sift(rows, state, choices);
  found = sifted.found;
  render(shown);
  for (const select of selects) {
    select.value = state.chosen[select.name] ?? "";
    for (const [value, option] of options.get(select.name))
      option.text = `${value} (${sifted.counts[select.name].get(value) ?? 0})`;
  }
  for (const cell of table.tHead.rows[0].cells) {
    if (cell.dataset.column !== state.sort) cell.removeAttribute("aria-sort");
    else cell.setAttribute("aria-sort", state.isDown ? "descending" : "ascending");
  }
  tell();
}

function render(number) {
  body.replaceChildren(...found.slice(0, number).map((row) => rows.all[row]));
}

function tell(visible = shown) {
  const { state } = trail;
  const { one, many } = table.dataset;
  const asked = [
    state.query.trim() && `“${state.query.trim()}”`,
    ...Object.entries(state.chosen).map(([choice, value]) => `${rows.label(choice).toLowerCase()}: ${value}`),
    state.from && `signed from ${day(state.from)}`,
    state.to && `signed up to ${day(state.to)}`,
  ].filter(Boolean);
  const all = plural(rows.all.length, one, many);
  const number = asked.length ? `${found.length.toLocaleString("en-GB")} of ${all}: ${asked.join("; ")}` : all;
  const order = `Sorted by ${rows.label(state.sort).toLowerCase()}${state.isDown ? ", descending" : ""}.`;
  const left = found.length - visible;
  say(said, `${number}. ${order}${left > 0 ? ` The first ${visible.toLocaleString("en-GB")} are shown.` : ""}`);
  more.hidden = left <= 0;
  next.textContent = `Show ${Math.min(left, STEP)} more`;
  whole.textContent = `Show all ${found.length.toLocaleString("en-GB")}`;
}

// On paper all rows stand that were found.
function present(number) {
  render(number);
  tell(number);
}

function day(iso) {
  return new Date(`${iso}T00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
}

// The focus goes to the first of the rows that are new.
function showMore(number) {
  const first = shown;
  shown = trail.shown = number;
  render(shown);
  tell();
  const row = body.rows[first];
  row.tabIndex = -1;
  row.focus();
}

// A link to a row leads to it, wherever it is.
function showTarget() {
  const at = rows.all.findIndex((row) => `#${row.id}` === decodeURIComponent(location.hash));
  if (at < 0) return;
  if (!found.includes(at)) trail.go({ query: "", chosen: {}, from: "", to: "" });
  shown = Math.max(shown, found.indexOf(at) + 1);
  render(shown);
  tell();
  rows.all[at].scrollIntoView();
}

function setUpForm() {
  for (const select of selects) {
    const values = [...new Set(rows.values(select.name))];
    const key = new Map(rows.values(select.name).map((value, row) => [value, rows.keys(select.name)[row]]));
    values.sort((one, other) => !key.get(one) - !key.get(other) || (key.get(one) < key.get(other) ? -1 : 1));
    for (const value of values) {
      const option = element("option", { value });
      options.get(select.name).set(value, option);
      select.append(option);
    }
    select.addEventListener("change", () => choose(select.name, select.value));
  }
  for (const input of form.querySelectorAll("[type=date]"))
    input.addEventListener("change", () => trail.go({ [input.name]: input.value }));
  form.elements.q.addEventListener("input", () => trail.type({ query: form.elements.q.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    trail.go({ query: "", chosen: {}, from: "", to: "" });
    form.elements.q.focus();
  });
}

function setUpHeaders() {
  for (const cell of table.tHead.rows[0].cells) {
    const { column } = cell.dataset;
    if (!column) continue;
    const onclick = () => {
      const { sort, isDown } = trail.state;
      trail.go({ sort: column, isDown: column === sort && !isDown });
    };
    cell.replaceChildren(element("button", { type: "button", onclick }, ...cell.childNodes));
  }
}

function choose(choice, value) {
  const { [choice]: _, ...rest } = trail.state.chosen;
  trail.go({ chosen: value ? { ...rest, [choice]: value } : rest });
}

function fillForm() {
  const { query, from, to } = trail.state;
  Object.assign(form.elements.q, { value: query });
  Object.assign(form.elements.from, { value: from });
  Object.assign(form.elements.to, { value: to });
}

if (rows.all.length) {
  setUpForm();
  setUpHeaders();
  trail = new Trail((search) => readState(search, known), (state) => writeState(state, known));
  trail.addEventListener("change", ({ detail }) => {
    shown = (detail === "history" && trail.shown) || STEP;
    if (detail !== "typing") fillForm();
    show();
  });
  next.addEventListener("click", () => showMore(Math.min(shown + STEP, found.length)));
  whole.addEventListener("click", () => showMore(found.length));
  addEventListener("beforeprint", () => present(found.length));
  addEventListener("afterprint", () => present(shown));
  addEventListener("hashchange", showTarget);
  shown = trail.shown ?? STEP;
  fillForm();
  show();
  table.dataset.hubAwake = "";
  showTarget();
  form.hidden = false;
}
