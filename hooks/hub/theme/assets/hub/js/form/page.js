// A form for a record: made from its schema, filled from a published one that is to be corrected,
// kept as a draft in this browser, and in the end a file to send in. Nothing is sent anywhere.

import { button, element, say } from "../search/dom.js";
import { published, wanted } from "./correcting.js";
import { changed, forget, keep, kept } from "./drafts.js";
import { fieldsOf, gathered, spread } from "./fields.js";
import { waysOf } from "./handing.js";
import { readingOf } from "./reading.js";
import { describe, words } from "./schema.js";
import { asYaml } from "./yaml.js";

const form = document.querySelector("[data-hub-form]");
const part = (name) => form.querySelector(`[data-hub-${name}]`);
const { schema: address, folder, also, needed, namedBy, given, record, ...places } = form.dataset;
const listed = (names) => names.split(" ").filter(Boolean);

const id = wanted();
const place = `hub-form:${id ? `${folder}/${id}` : folder}`;
const schema = await (await fetch(new URL(address, document.baseURI))).json();
const first = id ? await published(id, record, schema) : JSON.parse(given);
const fields = fieldsOf(schema, describe(schema, schema), { also: listed(also), needed: listed(needed) });
let began = {};
if (first) begin();
else missing();

function begin() {
  for (const each of fields) (each.isFirst ? part("fields") : part("more")).append(each.node);
  spread(fields, first);
  began = gathered(fields);
  const draft = kept(place, began);
  if (draft) spread(fields, draft);
  if (id) {
    document.querySelector("h1").textContent = `Correct: ${first.title}`;
    const page = part("correcting").querySelector("a");
    page.textContent = first.title;
    page.href = new URL("./", new URL(record.replace("<id>", id), document.baseURI)).href;
    part("correcting").hidden = false;
  }
  form.hidden = false;
}

function missing() {
  const said = document.querySelector("[data-hub-missing]");
  said.textContent = "There is no published record of this name to correct here. The address may be cut short, or the record was withdrawn.";
  said.hidden = false;
}

function follow() {
  const answers = gathered(fields);
  keep(place, answers, began);
  if (!part("reading").hidden) read(answers);
  if (part("done").hidden || part("preview").textContent === asYaml(answers)) return;
  offerFile(false);
  say(part("said"), "Your answers have changed: check again for the file.");
}

form.addEventListener("input", follow);
form.addEventListener("change", follow);
part("forget").addEventListener("click", () => {
  forget(place);
  location.reload();
});
part("look").addEventListener("click", () => look(gathered(fields)));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const faults = fields.flatMap((each) => each.check());
  showFaults(faults);
  if (faults.length) return;
  const answers = gathered(fields);
  show(`${folder}/${id || nameOf(answers)}.yml`, answers);
  look(answers);
});

function read(answers) {
  part("read").replaceChildren(...readingOf(schema, answers));
}

function look(answers) {
  read(answers);
  part("reading").hidden = false;
  part("reading").focus();
}

function offerFile(isTrue) {
  for (const name of ["done", "down"]) part(name).hidden = !isTrue;
}

function showFaults(faults) {
  offerFile(false);
  say(part("said"), "");
  if (!faults.length) return part("faults").replaceChildren();
  const items = faults.map(({ label, said, input }) => {
    const go = () => {
      for (let each = input.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
      input.focus();
    };
    return element("li", {}, button(label, go), ` ${said}`);
  });
  const count = faults.length === 1 ? "One answer is" : `${faults.length} answers are`;
  part("faults").replaceChildren(element("p", {}, `${count} not right yet:`), element("ul", {}, ...items));
  faults[0].input.focus();
}

// The name of a file is its permanent address: the letters and digits of the title, with hyphens.
function nameOf(answers) {
  const name = String(answers[namedBy] || answers.title);
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-+|-+$/gu, "").slice(0, 80) || "new";
}

function show(path, answers) {
  const file = { name: path.slice(folder.length + 1), text: asYaml(answers), title: answers.title, isNew: !id };
  const names = changed(answers, began);
  const ways = id && !names.length ? [] : waysOf(file, places, (text) => say(part("said"), text));
  say(part("changed"), id ? told(names) : "");
  say(part("path"), path);
  part("preview").textContent = file.text;
  part("ways").replaceChildren(...ways.map((way) => element("li", {}, ...way)));
  offerFile(true);
  say(part("said"), "Nothing is wrong that a form can see. How it reads and your file are shown below.");
}

function told(names) {
  if (!names.length) return "You have changed nothing yet, so there is nothing to send.";
  return `You change: ${names.map(words).join(", ")}. All else is as it is published.`;
}
