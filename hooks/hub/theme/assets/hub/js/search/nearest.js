// Where nothing is found: other words, fewer words, fewer facets. See forgiving.js.

import { core, essence, leftOut, tidy } from "./essence.js";
import { changed, suggest } from "./mending.js";
import { fold, oftenOf, wordsOf } from "./words.js";

const OTHERS = 6; // other queries, at most
const PHRASE = 5; // words in a name, at most

/** Return the query with other words for the same, then for wider and for narrower things. */
export function expand(query, words) {
  const found = wordsOf(query);
  const ways = { synonym: [], broader: [], narrower: [] };
  for (const phrase of phrases(query, found, words)) {
    const others = new Set([fold(phrase.from)]);
    for (const [why, name] of relatives(phrase.terms, words)) {
      if (others.has(fold(name))) continue;
      others.add(fold(name));
      const change = { from: phrase.from, to: name, at: phrase.at };
      ways[why].push({ query: changed(query, [change]), changes: [{ from: phrase.from, to: name, why }] });
    }
  }
  return [...ways.synonym, ...ways.broader, ...ways.narrower].slice(0, OTHERS);
}

/** Return the search with some of its words and each of its facets left out in turn. */
export function loosen(query, filters, words) {
  const asked = essence(query);
  const shorter = core(query);
  const found = wordsOf(asked)
    .map((word) => ({ ...word, often: oftenOf(word.text, words) }))
    .sort((one, other) => one.often - other.often);
  const withoutWord = ({ text, at }) => ({
    query: tidy(changed(asked, [{ from: text, to: "", at }])),
    filters,
    dropped: [{ word: text }],
  });
  const facets = Object.entries(filters).filter(([, values]) => values.length);
  // The last word stays: a search for nothing finds everything.
  const some = found.length > 1 ? found : [];
  const ways = [
    ...(shorter === asked ? [] : [{ query: shorter, filters, dropped: wordsAs(leftOut(asked, shorter)) }]),
    ...some.filter(({ often }) => !often).map(withoutWord),
    ...facets.map(([facet, values]) => ({
      query: asked,
      filters: Object.fromEntries(facets.filter(([name]) => name !== facet)),
      dropped: [{ facet, values }],
    })),
    ...some.filter(({ often }) => often).map(withoutWord),
  ];
  const key = (way) => JSON.stringify([way.query, Object.keys(way.filters)]);
  return ways.filter((way, number) => number === ways.findIndex((each) => key(each) === key(way)));
}

/** Return the nearest search that finds something, and the ways to loosen it; null if none does. */
export async function recover({ query, filters = {} }, words, { isKnown, count }) {
  const mended = await suggest(query, words, isKnown);
  const meant = mended?.query ?? query;
  const ways = await counted(loosen(meant, filters, words), count);
  const others = expand(core(meant), words).map((other) => ({
    ...other,
    filters,
    dropped: wordsAs(leftOut(essence(meant), core(meant))),
  }));
  const isSame = ({ changes }) => changes[0].why === "synonym";
  const nearest =
    (await first([{ query: meant, filters, changes: [], dropped: [] }], count)) ??
    ways.find((way) => way.query === core(meant)) ??
    (await first(others.filter(isSame), count)) ??
    ways[0] ??
    (await first(others, count)) ??
    (await barest(meant, filters, words, count));
  return nearest && { ...nearest, changes: [...(mended?.changes ?? []), ...(nearest.changes ?? [])], ways };
}

async function counted(searches, count) {
  const numbers = await Promise.all(searches.map(({ query, filters }) => count(essence(query), filters)));
  return searches.map((each, index) => ({ ...each, number: numbers[index] })).filter(({ number }) => number);
}

async function first(searches, count) {
  return (await counted(searches, count))[0] ?? null;
}

// Nothing alone was too much: no facets, and the rarest words left out until something is found.
async function barest(query, filters, words, count) {
  const dropped = Object.entries(filters).map(([facet, values]) => ({ facet, values }));
  let left = essence(query);
  for (;;) {
    const number = await count(left, {});
    if (number) return { query: left, filters: {}, dropped, number };
    const [way] = loosen(left, {}, words);
    if (!way) return null;
    dropped.push(...way.dropped);
    left = way.query;
  }
}

/** Names of terms that stand in a query, the longest first, none inside another. */
function phrases(query, found, { named }) {
  const taken = new Set();
  const names = [];
  for (let size = Math.min(PHRASE, found.length); size; size -= 1)
    for (let start = 0; start + size <= found.length; start += 1) {
      const some = found.slice(start, start + size);
      const last = some[size - 1];
      const from = query.slice(some[0].at, last.at + last.text.length);
      const terms = named.get(fold(from));
      if (!terms || some.some((word) => taken.has(word))) continue;
      some.forEach((word) => taken.add(word));
      names.push({ from, at: some[0].at, terms });
    }
  return names;
}

function relatives(terms, { terms: all }) {
  const same = terms.flatMap((term) => [term.name, ...term.others]).map((name) => ["synonym", name]);
  const wider = terms.filter((term) => term.broader >= 0).map((term) => ["broader", all[term.broader].name]);
  const inside = all.filter((each) => each.broader >= 0 && terms.includes(all[each.broader]));
  return [...same, ...wider, ...inside.map((term) => ["narrower", term.name])];
}

function wordsAs(texts) {
  return texts.map((word) => ({ word }));
}
