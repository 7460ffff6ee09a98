// What a question is about: its words without those that nearly every question or record has.
//
// Pagefind asks every word of a record, so that "how much does social prescribing cost" finds
// nothing as it stands: no record says "how much does".

import { fold, wordsOf } from "./words.js";

const SMALL = new Set(
  `a about all am an and any are as at be been being between by can could did do does doing don dont for
  from had has have having how i if in into is it its me more most much many my no not of on or our
  really shall should so some such than that the their them then there these they this those to us
  was we were what when where whether which who whom whose why will with without would you your`.split(/\s+/u),
);

// Words of questions that may also be what is looked for: left out only where nothing is found.
const WEAK = new Set(
  `affect affects best better effect effective effectiveness effects evidence find findings good help
  helped helpful helping helps impact impacts improve improved improves improving information people
  reduce reduced reduces reducing research result results show shows studies study treat treated
  treating treats use used useful uses using work worked working works`.split(/\s+/u),
);

/** Return a query without small words; as it is, if it has no others or double quotes. */
export function essence(query) {
  return without(query, (word, text) => SMALL.has(word) && !isName(text, query));
}

/** Return a query without weak words, too. */
export function core(query) {
  return without(query, (word, text) => (SMALL.has(word) || WEAK.has(word)) && !isName(text, query));
}

/** Return the words of one query that another has not. */
export function leftOut(query, shorter) {
  const kept = new Set(wordsOf(shorter).map(({ text }) => fold(text)));
  return wordsOf(query).map(({ text }) => text).filter((text) => !kept.has(fold(text)));
}

/** Return a text with its blanks made single. */
export function tidy(text) {
  return text.replace(/\s+/gu, " ").trim();
}

// "WHO arts", where not all is written in capitals, is not about who.
function isName(text, query) {
  return text.length > 1 && text === text.toUpperCase() && query !== query.toUpperCase();
}

function without(query, isLeftOut) {
  if (query.includes('"')) return query;
  const found = wordsOf(query);
  const out = found.filter(({ text }) => isLeftOut(fold(text), text));
  if (!out.length || out.length === found.length) return query;
  const shorter = out.reduceRight((left, { text, at }) => left.slice(0, at) + left.slice(at + text.length), query);
  return tidy(shorter.replace(/[?!]/gu, " "));
}
