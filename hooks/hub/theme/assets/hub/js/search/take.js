// Records to take away as a file. Works are taken as the hub publishes them, beside their own page
// (`<root>evidence/references/<key>/<key>.ris` and so on), and put together here.

import { plural } from "./dom.js";
import { each } from "./lookup.js";
import { signInWords } from "./records.js";

/** Records in a file: a browser has to fetch each by itself. */
export const MOST = 1000;

const TYPES = {
  csv: "text/csv;charset=utf-8",
  ris: "application/x-research-info-systems",
  bib: "application/x-bibtex",
  json: "application/vnd.citationstyles.csl+json",
};
const COLUMNS = ["title", "kind", "answer", "direction", "certainty", "design", "size", "year", "address"];

// What spreadsheets take for the start of a formula, as in the hub's own CSV files
// (hub.views.signatory_data).
const FORMULA = /^[ \u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u;

/** Return { name, type, text, left } for a form: csv, ris, bib or json; `left` says what is not in it. */
export async function fileOf(form, records, root, progress) {
  const date = new Date().toISOString().slice(0, 10);
  const name = `creative-health-${date}.${form}`;
  if (form === "csv") return { name, type: TYPES.csv, text: table(records), left: [] };
  const { texts, left } = await works(form, records, root, progress);
  return { name, type: TYPES[form], text: texts.length ? joined(form, texts) : "", left };
}

/** Return records as a table for spreadsheets. */
export function table(records) {
  const rows = records.map(({ title, kind, answer, directions, certainty, design, size, year, href }) => {
    return [title, kind, answer, directions.map(signInWords).join("; "), certainty, design, size, year, href];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value) {
  const line = (FORMULA.test(value) ? `'${value}` : value).replace(/[\r\n]+/gu, " ");
  return /[",]/u.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

async function works(form, records, root, progress) {
  const cited = [...new Set(records.map(({ work }) => work).filter(Boolean))];
  const answers = await each(cited, (work) => fileAt(work, form, root), progress);
  const texts = answers.filter((text) => text !== null);
  const without = records.filter(({ work }) => !work).length;
  const missing = cited.length - texts.length;
  return {
    texts,
    left: [
      ...(without ? [`${plural(without, "record")} without a work to cite (CSV has every record)`] : []),
      ...(missing ? [`${plural(missing, "work")} that could not be fetched`] : []),
    ],
  };
}

async function fileAt(work, form, root) {
  try {
    const answer = await fetch(workAddress(work, form, root));
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Return where a work's own file is, or without a form its page. */
export function workAddress(work, form, root) {
  const path = work.replace(/^\/+|\/+$/gu, "").split("/").map(encodeURIComponent);
  const address = new URL(`${path.join("/")}/${form ? `${path.at(-1)}.${form}` : ""}`, root);
  if (!address.href.startsWith(root.href)) throw new Error(`not an address of this hub: ${work}`);
  return address;
}

function joined(form, texts) {
  if (form !== "json") return texts.join("\n");
  return `${JSON.stringify(texts.flatMap((text) => JSON.parse(text)), null, 1)}\n`;
}
