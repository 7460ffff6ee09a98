// A brief to print: the records with what the hub says of each, and their works as numbered
// references. Everything in it is printed as it stands on the hub; nothing is summed up.

import { badges } from "./cards.js";
import { button, element, plural } from "./dom.js";
import { each, pageAt } from "./lookup.js";
import { workAddress } from "./take.js";

/** Records in a brief: more are a data set, and no longer a thing to read. */
export const MOST = 100;

/** Show a brief in place of the page; `about` is { question, source, left } in words. */
export async function openBriefOf(records, about, { root, progress, opener }) {
  const place = document.querySelector("[data-hub-brief]");
  const cited = [...new Set(records.map(({ work }) => work).filter(Boolean))];
  const entries = await each(cited, (work) => entryOf(work, root), progress);
  const numbers = new Map(cited.map((work, number) => [work, number + 1]));
  const title = element("h1", { tabIndex: -1 }, "Evidence brief");
  place.replaceChildren(
    tools(() => show(place, false, opener)),
    title,
    element("p", { className: "hub-lead" }, about.question),
    element("p", {}, `${plural(records.length, "record")} from ${about.source}, put together on ${today()}.`),
    ...about.left.map((text) => element("p", { className: "hub-detail" }, text)),
    element("p", { className: "hub-detail" }, EXPLAINED),
    list(records, numbers),
    ...(cited.length ? [element("h2", {}, "References"), references(cited, entries, root)] : []),
  );
  show(place, true, title);
}

function show(place, isShown, focused) {
  document.body.classList.toggle("hub-is-brief", isShown);
  place.hidden = !isShown;
  focused.focus();
}

const EXPLAINED =
  "Direction and certainty are those of each record’s main findings, as the hub records them. A record without " +
  "them is not about an effect, or was not graded. The answer is in the hub’s words: follow the address for the " +
  "findings, their figures and their limits.";

function tools(close) {
  return element(
    "p",
    { className: "hub-brief__tools" },
    element("button", { type: "button", className: "hub-button", onclick: () => print() }, "Print"),
    " ",
    button("Back to the search", close),
  );
}

function list(records, numbers) {
  return element("div", { className: "hub-brief__records" }, ...records.map((record) => {
    const number = numbers.get(record.work);
    const signs = badges(record, document);
    const facts = [record.design, record.size, record.year].filter(Boolean).join(" · ");
    return element(
      "section",
      { className: "hub-brief__record" },
      element("p", { className: "hub-card__kicker" }, record.kind),
      element("h2", {}, record.title, ...(number ? [" ", mention(number)] : [])),
      ...(record.answer ? [element("p", {}, record.answer)] : []),
      ...(signs.length ? [element("p", { className: "hub-badges" }, ...signs)] : []),
      ...(facts ? [element("p", { className: "hub-detail" }, facts)] : []),
      element("p", { className: "hub-brief__address" }, element("a", { href: record.href }, record.href)),
    );
  })); // prettier-ignore
}

function mention(number) {
  return element("a", { className: "hub-brief__mention", href: `#brief-${number}` }, `[${number}]`);
}

function references(cited, entries, root) {
  return element("ol", { className: "hub-references" }, ...cited.map((work, number) =>
    element("li", { id: `brief-${number + 1}` }, entries[number] ?? element("a", { href: workAddress(work, "", root).href },
      "This entry could not be fetched: see its page.")),
  )); // prettier-ignore
}

// The entry as the page of the work prints it.
async function entryOf(work, root) {
  try {
    const page = await pageAt(workAddress(work, "", root));
    return page?.querySelector(".hub-citations .hub-copy")?.textContent.trim() || null;
  } catch {
    return null;
  }
}

function today() {
  return new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
