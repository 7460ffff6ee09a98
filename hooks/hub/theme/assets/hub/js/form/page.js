// A form for a record: made from its schema, kept as a draft in this browser, and in the end a file
// to send in. Nothing is sent anywhere.

import { button, download, element, say } from "../search/dom.js";
import { describe } from "./schema.js";
import { fieldsOf, gathered, isNothing, spread } from "./fields.js";
import { asYaml } from "./yaml.js";

const LONGEST = 8000; // characters of an address that a code host takes
const form = document.querySelector("[data-hub-form]");
const part = (name) => form.querySelector(`[data-hub-${name}]`);
const { schema: address, folder, also, namedBy, given, newFile, upload } = form.dataset;
const place = `hub-form:${folder}`;

const schema = await (await fetch(new URL(address, document.baseURI))).json();
const fields = fieldsOf(schema, describe(schema, schema), new Set(also.split(" ")));
for (const each of fields) (each.isFirst ? part("fields") : part("more")).append(each.node);
begin(kept() ?? JSON.parse(given));
form.hidden = false;

function begin(answers) {
  spread(fields, answers);
}

// A browser may refuse to keep anything: then nothing is kept, and the form works all the same.
function kept() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function keep() {
  try {
    localStorage.setItem(place, JSON.stringify(gathered(fields)));
  } catch {
    // see above
  }
}

form.addEventListener("input", keep);
form.addEventListener("change", keep);
part("forget").addEventListener("click", () => {
  localStorage.removeItem(place);
  location.reload();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const faults = fields.flatMap((each) => each.check());
  showFaults(faults);
  if (faults.length) return;
  const answers = gathered(fields);
  show(`${folder}/${nameOf(answers)}.yml`, asYaml(answers));
});

function showFaults(faults) {
  part("done").hidden = true;
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

function show(path, text) {
  say(part("path"), path);
  part("preview").textContent = text;
  part("ways").replaceChildren(...ways(path, text).map((way) => element("li", {}, ...way)));
  part("done").hidden = false;
  part("done").focus();
}

function ways(path, text) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const copy = button("Copy it", async () => {
    await navigator.clipboard.writeText(text);
    say(part("said"), "Copied.");
  });
  const take = button("Download it", () => download(name, "application/yaml", text));
  return [...prepared(name, text), [copy], [take]];
}

// The code host opens its editor with the file filled in, and makes a pull request of it.
function prepared(name, text) {
  if (isNothing(newFile)) return [];
  const whole = `${newFile}?${new URLSearchParams({ filename: name, value: text })}`;
  if (whole.length <= LONGEST) return [[element("a", { href: whole, rel: "noopener" }, "Send it as a pull request"), ": the code host opens with the file filled in."]];
  return [[element("a", { href: upload, rel: "noopener" }, "Send it as a pull request"), ": it is too long to be filled in, so download it and drop it there."]];
}
