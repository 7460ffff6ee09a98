// Results as the header's dialog shows them: a line or two each.

import { marked } from "./cards.js";
import { element } from "./dom.js";
import { recordOf, signInWords } from "./records.js";

/** Return a function that promises the item of a result, or null if it leads nowhere. */
export function hitMaker(root) {
  return async (result) => {
    const record = recordOf(await result.data(), { root });
    return record && element("li", {}, link(record));
  };
}

function link({ href, kind, title, directions, excerpt, matched }) {
  const signs = directions.flatMap((sign) => {
    // Of the known directions each has its colour; the words tell it.
    const className = `hub-hit__sign hub-hit__sign--${sign.value.replace(/[^a-z-]/gu, "")}`;
    return [" ", element("span", { className }, signInWords(sign))];
  });
  return element(
    "a",
    { className: "hub-hit", href },
    ...(kind ? [element("span", { className: "hub-hit__kind" }, kind), " "] : []),
    element("span", { className: "hub-hit__title" }, ...marked(title, matched)),
    ...signs,
    element("span", { className: "hub-hit__excerpt" }, ...marked(excerpt, matched)),
  );
}
