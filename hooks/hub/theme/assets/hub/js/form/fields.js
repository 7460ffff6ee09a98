// The fields of a form, each with its label, its hint and its fault; they know what was answered.

import { button, element } from "../search/dom.js";
import { describe, words } from "./schema.js";
import { faultIn } from "./rules.js";

const FEW = 40; // choices in a list of the browser's own; more are typed, with suggestions

let number = 0;

/** Return a field for a part of a schema: { node, value(), set(value), check() }. */
export function fieldFor(schema, name, part, { isNeeded, also = new Set() }) {
  const field = describe(schema, part);
  if (field.kind === "part") return partField(schema, name, field, isNeeded, also);
  if (field.kind === "list") return listField(schema, name, field, isNeeded, also);
  if (field.kind === "pair") return pairField(schema, name, field);
  return textField(name, field, isNeeded);
}

/** Return the fields of a part; `also` names those to ask for though they are not needed. */
export function fieldsOf(schema, field, also) {
  return field.properties
    .filter(([, part]) => describe(schema, part).kind !== "map")
    .map(([name, part]) => {
      const isNeeded = field.required.has(name);
      const options = { isNeeded, also: within(also, name) };
      return { name, isFirst: isNeeded || also.has(name), ...fieldFor(schema, name, part, options) };
    });
}

// Of source.web and title, within source: web.
function within(also, name) {
  const names = [...also].filter((each) => each.startsWith(`${name}.`));
  return new Set(names.map((each) => each.slice(name.length + 1)));
}

function textField(name, field, isNeeded) {
  const id = `form-${++number}`;
  const label = element("label", { htmlFor: id }, words(name), isNeeded ? "" : optional());
  const hint = element("p", { id: `${id}-hint`, className: "hub-form__hint" }, field.description);
  const fault = element("p", { id: `${id}-fault`, className: "hub-form__fault" });
  const input = inputFor(field, id);
  input.id = id;
  input.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  if (isNeeded && field.kind !== "yes") input.required = true;
  const value = () => {
    if (field.kind === "yes") return input.checked ? true : "";
    const text = input.value.trim().replaceAll("\r\n", "\n");
    return field.kind === "choice" ? idOf(field, text) : text;
  };
  const check = () => {
    const said = field.kind === "yes" ? "" : faultIn(value(), field, isNeeded);
    fault.textContent = said;
    input.setAttribute("aria-invalid", String(Boolean(said)));
    return said ? [{ label: words(name), said, input }] : [];
  };
  input.addEventListener("change", check);
  input.addEventListener("input", () => fault.textContent && check());
  const node = element("div", { className: "hub-form__field" }, label, hint, input, ...input.extras, fault);
  const set = (given) => {
    if (field.kind === "yes") input.checked = Boolean(given);
    else input.value = given;
  };
  return { node, check, set, value: () => asNumber(field, value()) };
}

function asNumber(field, value) {
  return field.kind === "count" && /^[\d,]+$/u.test(value) ? Number(value.replaceAll(",", "")) : value;
}

// A choice may be typed by what it is called.
function idOf(field, text) {
  const found = field.choices.find(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase());
  return found ? found.value : text;
}

function inputFor(field, id) {
  const make = (kind, properties, ...extras) => Object.assign(element(kind, properties), { extras });
  if (field.kind === "yes") return make("input", { type: "checkbox" });
  if (field.kind === "choice" && field.choices.length <= FEW) {
    const input = make("select", {});
    input.append(element("option", { value: "" }, "Choose"), ...field.choices.map(({ value, label }) => element("option", { value }, label)));
    return input;
  }
  if (field.kind === "choice") {
    const list = element("datalist", { id: `${id}-list` });
    list.append(...field.choices.map(({ value, label }) => element("option", { value }, label)));
    const input = make("input", { type: "text", autocomplete: "off" }, list);
    input.setAttribute("list", `${id}-list`);
    return input;
  }
  if (field.isLong) return make("textarea", { rows: 4 });
  const numeric = field.kind === "count" || field.kind === "number";
  const input = make("input", { type: "text", autocomplete: "off", inputMode: numeric ? "decimal" : "text" });
  if (field.kind === "day") input.placeholder = "year-month-day";
  return input;
}

function partField(schema, name, field, isNeeded, also) {
  const inside = fieldsOf(schema, field, also);
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

function listField(schema, name, field, isNeeded, also) {
  const entries = [];
  const place = element("div", { className: "hub-form__items" });
  const fault = element("p", { className: "hub-form__fault" });
  const one = words(name).replace(/s$/u, "");
  const add = (given) => {
    const entry = fieldFor(schema, one, field.items, { isNeeded: false, also });
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
  const more = button(`Add a ${one.toLowerCase()}`, () => add().querySelector("input, select, textarea")?.focus());
  const value = () => entries.map((entry) => entry.value()).filter((each) => !isNothing(each));
  if (isNeeded) add();
  return {
    node: group(name, field, isNeeded, place, more, fault),
    value,
    set: (given) => {
      entries.length = 0;
      place.replaceChildren();
      for (const each of given) add(each);
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
    set: (given) => both.forEach((each, place) => each.set(given[place] ?? "")),
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

/** Fill fields in. */
export function spread(fields, given) {
  for (const { name, set } of fields) if (given && name in given) set(given[name]);
}

export function isNothing(value) {
  if (value === "" || value === null || value === undefined) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
