// Mends the words of a query that no record has: see `suggest` in forgiving.js.

import { near } from "./distance.js";
import { fold, isListed, wordsOf } from "./words.js";

const SHORTEST = 4; // letters: too many words are near a shorter one
const LONG = 7; // letters: from here on a word may have two errors
const SURE = 6; // letters: a shorter word that no record has may well be right: "harp" is not "harm" ...
const COMMON = 8; // ... but an error if a word that so many titles have is as near: "helth"
const HALF = 4; // letters of each half, at least, where a space was forgotten

/** Return the query with its errors mended, and what was changed; null if there are none. */
export async function suggest(query, words, isKnown = async () => false) {
  const found = wordsOf(query);
  const fine = await Promise.all(found.map(({ text }) => isFine(text, words, isKnown)));
  const changes = [];
  for (let index = 0; index < found.length; index += 1) {
    const joined = fine[index] && fine[index + 1] !== false ? null : join(query, found, index, words);
    if (joined) {
      changes.push(joined);
      index += 1;
    } else if (!fine[index]) {
      const better = mend(fold(found[index].text), words);
      if (better) changes.push({ from: found[index].text, at: found[index].at, ...better });
    }
  }
  if (!changes.length) return null;
  return {
    query: changed(query, changes),
    changes: changes.map(({ from, to, why }) => ({ from, to, why })),
    sure: changes.every(({ sure }) => sure),
  };
}

/** Return the words of a query that no record has. */
export async function unknownWords(query, words, isKnown) {
  const found = wordsOf(query);
  const fine = await Promise.all(found.map(({ text }) => isFine(text, words, isKnown)));
  return found.filter((_, index) => !fine[index]).map(({ text }) => text);
}

/** Tell whether the index has every word of a query: then there is nothing to mend. */
export async function areKnown(query, isKnown) {
  const words = wordsOf(query).filter(({ text }) => fold(text).length >= SHORTEST);
  return (await Promise.all(words.map(({ text }) => isKnown(text)))).every(Boolean);
}

/** Return a text with changes made to it, each { from, to, at }, in the order of the text. */
export function changed(text, changes) {
  return changes.reduceRight(
    (done, { from, to, at }) => done.slice(0, at) + to + done.slice(at + from.length),
    text,
  );
}

async function isFine(text, words, isKnown) {
  const word = fold(text);
  return word.length < SHORTEST || isListed(word, words) || isKnown(text);
}

// "post natal": two words of which one is unknown, and which are one word.
function join(query, found, index, { words }) {
  const [first, second] = [found[index], found[index + 1]];
  const one = second && words.get(fold(first.text) + fold(second.text));
  if (!one) return null;
  const from = query.slice(first.at, second.at + second.text.length);
  return { from, at: first.at, to: one.word, why: "spacing", sure: true };
}

function mend(word, words) {
  const spelling = words.spellings.get(word);
  if (spelling) return { to: spelling, why: "spelling", sure: true };
  const typed = near(word, words, 1);
  if (typed) return { to: typed.word, why: "typing", sure: isSure(word, typed) };
  const apart = split(word, words);
  if (apart) return { to: apart, why: "spacing", sure: true };
  const twice = word.length >= LONG ? near(word, words, 2) : null;
  return twice && { to: twice.word, why: "typing", sure: word.length > LONG };
}

function isSure(word, { often }) {
  return word.length >= SURE || (word.length > SHORTEST && often >= COMMON);
}

function split(word, { words }) {
  for (let at = HALF; at <= word.length - HALF; at += 1) {
    const halves = [words.get(word.slice(0, at)), words.get(word.slice(at))];
    if (halves.every(Boolean)) return halves.map((each) => each.word).join(" ");
  }
  return null;
}
