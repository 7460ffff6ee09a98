// Results as cards, made from the page's own templates, so that they look as on every other page.

import { bare } from "./records.js";

/** Return a function that makes the card of a record; `isKept(id)` tells if it is on the shortlist. */
export function cardMaker(templates, isKept) {
  return (record) => {
    const card = templates.querySelector('[data-hub-template="card"]').content.cloneNode(true).firstElementChild;
    const part = (name) => card.querySelector(`[data-hub-${name}]`);
    part("kind").textContent = record.kind;
    part("hub").textContent = record.hub && `from ${record.hub}`;
    const link = part("title");
    link.href = record.href;
    link.append(...marked(record.title, record.matched));
    if (record.hub) link.rel = "noopener noreferrer external";
    fill(part("answer"), marked(record.answer, record.matched));
    fill(part("badges"), badges(record, templates));
    fill(part("meta"), facts(record));
    fill(part("excerpt"), hasMore(record) ? marked(record.excerpt, record.matched) : []);
    setTick(card, record, isKept);
    return card;
  };
}

/** Return the signs of a record's directions, and its certainty, as the hub's own badges. */
export function badges(record, templates) {
  const signs = templates.querySelector('[data-hub-template="signs"]').content;
  const made = record.directions.flatMap(({ value, words }) => {
    const sign = [...signs.children].find((each) => each.dataset.hubSign === value)?.firstElementChild;
    if (!sign) return [];
    const badge = sign.cloneNode(true);
    if (words) badge.lastElementChild.textContent = words;
    return [badge, " "];
  });
  if (record.certainty || record.directions.length) made.push(certainty(record.certainty, templates));
  return made;
}

// "Moderate (GRADE)"; "" for findings that nobody graded.
function certainty(words, templates) {
  const levels = [...templates.querySelector('[data-hub-template="pips"]').content.children];
  const known = (name) => levels.find((each) => each.dataset.hubLevel === name)?.firstElementChild.cloneNode(true);
  if (!words || words.startsWith("Not graded")) return known("none");
  const made = document.createElement("span");
  made.className = "hub-certainty";
  // GRADE's pips stand for GRADE's levels alone.
  const level = /^([a-z ]+) \(GRADE\)$/iu.exec(words)?.[1].toLowerCase().replace(" ", "-");
  const pips = known(level)?.querySelector(".hub-pips");
  if (pips) made.append(pips);
  const text = document.createElement("span");
  text.textContent = `Certainty: ${words}`;
  made.append(text);
  return made;
}

function facts({ design, size, year }) {
  return [design, size, year].filter(Boolean).flatMap((fact) => {
    const made = document.createElement("span");
    made.textContent = fact;
    return [made, " "];
  });
}

function setTick(card, record, isKept) {
  const tick = card.querySelector("[data-hub-tick]");
  if (!record.id) {
    tick.closest(".hub-result__tick").remove(); // another hub's records are taken away there
    return;
  }
  tick.value = record.id;
  tick.checked = isKept(record.id);
  card.querySelector("[data-hub-tick-name]").textContent = `: ${record.title}`;
}

// An excerpt that only says the title or the answer again is left out.
function hasMore({ answer, excerpt, matched, title }) {
  if (!answer) return Boolean(excerpt) && excerpt !== title;
  const said = new Set(`${title} ${answer}`.split(/\s+/u).map(bare));
  return [...matched].some((word) => !said.has(word));
}

function fill(place, parts) {
  if (parts.length) place.append(...parts);
  else place.remove();
}

/** Return a text with the words that were found in <mark>. */
export function marked(text, words) {
  return text.split(/(\s+)/u).filter(Boolean).map((word) => {
    if (!words.has(bare(word))) return word;
    const mark = document.createElement("mark");
    mark.textContent = word;
    return mark;
  });
}
