// Answers as readers will roughly meet them: terms and works by what they are called, texts as
// texts. Nothing that was typed becomes HTML.

import { element } from "../search/dom.js";
import { isNothing } from "./fields.js";
import { describe, words } from "./schema.js";

const CITATION = /\[[^\]]*@[^\]]*\]/gu;
const KEY = /@([\p{L}\p{N}][\p{L}\p{N}_:.+-]*[\p{L}\p{N}])/gu;

/** Return elements that show a record's answers: its title, and each field below its name. */
export function readingOf(schema, answers) {
  const show = shower(schema);
  const given = describe(schema, schema).properties.filter(([name]) => name !== "title" && !isNothing(answers[name]));
  const parts = given.flatMap(([name, part]) => [element("h4", {}, words(name)), ...show(part, answers[name])]);
  const empty = given.length ? [] : [element("p", {}, "Nothing else is filled in yet.")];
  return [element("h3", {}, answers.title || "No title yet"), ...parts, ...empty];
}

function shower(schema) {
  const works = worksOf(schema);
  const show = (part, value) => {
    const field = describe(schema, part);
    if (field.kind === "part") return [element("dl", { className: "hub-form__part" }, ...within(field, value))];
    if (field.kind === "list") return [element("ul", {}, ...value.map((each) => element("li", {}, ...show(field.items, each))))];
    if (field.kind === "pair") return [element("p", {}, value.join(" to "))];
    if (field.kind === "yes") return [element("p", {}, "Yes")];
    if (field.kind === "choice") return [element("p", {}, calledIn(field, value))];
    if (field.kind === "day") return [element("p", {}, dayOf(value))];
    const texts = String(value).split(/\n\s*\n/u);
    return texts.map((each) => element("p", {}, field.isLong ? withTitles(each, works) : each));
  };
  const within = (field, value) => field.properties
    .filter(([name]) => !isNothing(value[name]))
    .flatMap(([name, part]) => [element("dt", {}, words(name)), element("dd", {}, ...show(part, value[name]))]);
  return show;
}

function calledIn(field, value) {
  return field.choices.find((each) => each.value === value)?.label ?? value;
}

function dayOf(value) {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return value;
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

// The works of the library by their keys, where the schema offers any.
function worksOf(schema) {
  const { enum: keys = [], enumDescriptions = [] } = schema.$defs?.["ids:reference"] ?? {};
  return new Map(keys.map((key, place) => [key, enumDescriptions[place]]));
}

// [@key, p. 4] names a work: it is shown by its title.
function withTitles(text, works) {
  return text.replaceAll(CITATION, (whole) => whole.replaceAll(KEY, (sign, key) => (works.has(key) ? `“${works.get(key)}”` : sign)));
}
