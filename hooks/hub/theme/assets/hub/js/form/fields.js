// The fields of a form, each with its label, its hint and its fault; they know what was answered.

import { button, element } from "../search/dom.js";
import { describe, words } from "./schema.js";
import { answerOf, asNumber, inputFor, put } from "./inputs.js";
import { faultIn } from "./rules.js";

let number = 0;

/** Return a field for a part of a schema: { node, value(), set(value), check() }. */
export function fieldFor(schema, name, part, { isNeeded, asked = {} }) {
  const field = describe(schema, part);
  if (field.kind === "part") return partField(schema, name, field, isNeeded, asked);
  if (field.kind === "list") return listField(schema, name, field, isNeeded, asked);
  if (field.kind === "pair") return pairField(schema, name, field);
  return textField(name, field, isNeeded);
}

/** Return the fields of a part; `also` and `needed` name those that a form asks for or insists on. */
export function fieldsOf(schema, field, { also = [], needed = [] }) {
  return field.properties
    .filter(([, part]) => describe(schema, part).kind !== "map")
    .map(([name, part]) => {
      const isNeeded = field.required.has(name) || needed.includes(name);
      const asked = { also: within(also, name), needed: within(needed, name) };
      const isFirst = isNeeded || also.includes(name);
      return { name, isFirst, ...fieldFor(schema, name, part, { isNeeded, asked }) };
    });
}

// Of source.web and title, within source: web.
function within(names, name) {
  return names.filter((each) => each.startsWith(`${name}.`)).map((each) => each.slice(name.length + 1));
}

function textField(name, field, isNeeded) {
  const id = `form-${++number}`;
  const label = element("label", { htmlFor: id }, words(name), isNeeded ? "" : optional());
  const hint = element("p", { id: `${id}-hint`, className: "hub-form__hint" }, field.description);
  const fault = element("p", { id: `${id}-fault`, className: "hub-form__fault" });
  const input = inputFor(field, id);
  input.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  if (isNeeded && field.kind !== "yes") input.required = true;
  const value = () => answerOf(input, field);
  const check = () => {
    const said = field.kind === "yes" ? "" : faultIn(value(), field, isNeeded);
    fault.textContent = said;
    input.setAttribute("aria-invalid", String(Boolean(said)));
    return said ? [{ label: words(name), said, input }] : [];
  };
  input.addEventListener("change", check);
  input.addEventListener("input", () => fault.textContent && check());
  const node = element("div", { className: "hub-form__field" }, label, hint, input, ...input.extras, fault);
  const set = (given) => put(input, field, given);
  return { node, check, set, value: () => asNumber(field, value()) };
}

function partField(schema, name, field, isNeeded, asked) {
  const inside = fieldsOf(schema, field, asked);
  const isBare = !inside.some(({ isFirst }) => isFirst); // of a source, say, no field is needed
  const [first, rest] = [inside.filter(({ isFirst }) => isFirst || isBare), inside.filter(({ isFirst }) => !isFirst && !isBare)];
  const node = group(name, field, isNeeded, ...first.map((each) => each.node));
  if (rest.length) node.append(folded(`More on ${words(name).toLowerCase()}`, rest));
  const isEmpty = () => inside.every((each) => isNothing(each.value()));
  return {
    node,
    value: () => gathered(inside),
    set: (given) => spread(inside, given),
    check: () => (isNeeded || !isEmpty() ? inside.flatMap((each) => each.check()) : []),
  };
}

function listField(schema, name, field, isNeeded, asked) {
  const entries = [];
  const place = element("div", { className: "hub-form__items" });
  const fault = element("p", { className: "hub-form__fault" });
  const one = words(name).replace(/s$/u, "");
  const add = (given) => {
    const entry = fieldFor(schema, one, field.items, { isNeeded: false, asked });
    const row = element("div", { className: "hub-form__item" }, entry.node);
    row.append(button(`Remove this ${one.toLowerCase()}`, () => {
      entries.splice(entries.indexOf(entry), 1);
      row.remove();
      more.focus();
      more.dispatchEvent(new Event("input", { bubbles: true }));
    }));
    entries.push(entry);
    place.append(row);
    if (given !== undefined) entry.set(given);
    return row;
  };
  const article = /^[aeiou]/i.test(one) ? "an" : "a";
  const more = button(`Add ${article} ${one.toLowerCase()}`, () => add().querySelector("input, select, textarea")?.focus());
  const value = () => entries.map((entry) => entry.value()).filter((each) => !isNothing(each));
  if (isNeeded) add();
  return {
    node: group(name, field, isNeeded, place, more, fault),
    value,
    set: (given = []) => {
      entries.length = 0;
      place.replaceChildren();
      for (const each of given) add(each);
      if (isNeeded && !given.length) add();
    },
    check: () => {
      const faults = entries.flatMap((entry) => (isNothing(entry.value()) ? [] : entry.check()));
      const isMissing = isNeeded && !value().length;
      fault.textContent = isMissing ? `At least one is needed: ${field.description}` : "";
      const input = place.querySelector("input, select, textarea") ?? more;
      return isMissing ? [{ label: words(name), said: fault.textContent, input }, ...faults] : faults;
    },
  };
}

// Two numbers that belong together: the limits of an interval.
function pairField(schema, name, field) {
  const part = { type: "number", description: field.description };
  const both = ["from", "to"].map((end) => fieldFor(schema, `${name} ${end}`, part, { isNeeded: false }));
  return {
    node: group(name, field, false, ...both.map(({ node }) => node)),
    value: () => (both.every((each) => each.value() !== "") ? both.map((each) => each.value()) : ""),
    set: (given = []) => both.forEach((each, place) => each.set(given[place])),
    check: () => both.flatMap((each) => each.check()),
  };
}

function group(name, field, isNeeded, ...children) {
  const legend = element("legend", {}, words(name), isNeeded ? "" : optional());
  const hint = field.description ? [element("p", { className: "hub-form__hint" }, field.description)] : [];
  return element("fieldset", { className: "hub-form__group" }, legend, ...hint, ...children);
}

export function folded(title, fields) {
  return element("details", { className: "hub-form__more" }, element("summary", {}, title), ...fields.map(({ node }) => node));
}

function optional() {
  return element("span", { className: "hub-form__optional" }, " (may be left out)");
}

/** Return what was answered, without what was left out. */
export function gathered(fields) {
  const pairs = fields.map(({ name, value }) => [name, value()]);
  return Object.fromEntries(pairs.filter(([, value]) => !isNothing(value)));
}

/** Fill fields in; those that nothing is given for are emptied. */
export function spread(fields, given = {}) {
  for (const { name, set } of fields) set(given[name]);
}

export function isNothing(value) {
  if (value === "" || value === null || value === undefined) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
