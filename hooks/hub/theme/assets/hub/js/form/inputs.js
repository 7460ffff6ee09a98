// What an answer is typed into, for each kind of field.

import { element } from "../search/dom.js";

const FEW = 40; // choices in a list of the browser's own; more are typed, with suggestions

/** Return what a field is answered in; `extras` are elements that stand beside it. */
export function inputFor(field, id) {
  const make = (kind, properties, ...extras) => Object.assign(element(kind, { id, ...properties }), { extras });
  if (field.kind === "yes") return make("input", { type: "checkbox" });
  if (field.kind === "choice" && field.choices.length <= FEW) {
    const input = make("select", {});
    input.append(element("option", { value: "" }, "Choose"), ...field.choices.map(option));
    return input;
  }
  if (field.kind === "choice") {
    const list = element("datalist", { id: `${id}-list` });
    list.append(...field.choices.map(option));
    const input = make("input", { type: "text", autocomplete: "off" }, list);
    input.setAttribute("list", list.id);
    return input;
  }
  if (field.isLong) return make("textarea", { rows: 4 });
  const numeric = field.kind === "count" || field.kind === "number";
  const input = make("input", { type: "text", autocomplete: "off", inputMode: numeric ? "decimal" : "text" });
  if (field.kind === "day") input.placeholder = "year-month-day";
  return input;
}

/** Return what was answered, as it will be checked. */
export function answerOf(input, field) {
  if (field.kind === "yes") return input.checked ? true : "";
  const text = input.value.trim().replaceAll("\r\n", "\n");
  return field.kind === "choice" ? idOf(field, text) : text;
}

/** Put an answer in, or none. A choice that is not offered any more is kept. */
export function put(input, field, given = "") {
  if (field.kind === "yes") {
    input.checked = Boolean(given);
    return;
  }
  input.value = given;
  if (input.value !== String(given) && field.kind === "choice") {
    const kept = { value: String(given), label: String(given) };
    field.choices.push(kept);
    input.append(option(kept));
    input.value = given;
  }
}

/** Return an answer as it stands in a record: a whole number is one. */
export function asNumber(field, value) {
  return field.kind === "count" && /^[\d,]+$/u.test(value) ? Number(value.replaceAll(",", "")) : value;
}

// A choice may be typed by what it is called.
function idOf(field, text) {
  const found = field.choices.find(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase());
  return found ? found.value : text;
}

function option({ value, label }) {
  return element("option", { value }, label);
}
