// Where few records have every word that was asked for: those that have some of them. No DOM here.
//
// Pagefind wants every word, so a question in five words is often answered by nothing. Each word is
// asked for alone; a record counts for more the more of them it has, and the rarer they are.

import { core } from "./essence.js";
import { fold, wordsOf } from "./words.js";

const FEW = 3; // results, from which on nothing is added to them
const MOST = 5; // records that are added
const WORDS = 8; // that are asked for

/** Tell whether what was `found` is little, and the query can be loosened: what is quoted cannot. */
export function isShort(query, found) {
  return found.length < FEW && /\S\s+\S/u.test(query) && !query.includes('"');
}

/**
 * Return the results with some of the words of a query, the nearest first, without those `found`.
 *
 * `unknown` are words that no record has: Pagefind would take others in their stead.
 */
export async function withSome({ query, filters = {} }, index, found, unknown = []) {
  const left = new Set(unknown.map(fold));
  const words = [...new Set(wordsOf(core(query)).map(({ text }) => fold(text)))].filter((word) => !left.has(word));
  if (words.length < 2) return [];
  const [every, ...lists] = await Promise.all(
    ["", ...words.slice(0, WORDS)].map((word) => index.find(word, filters)),
  );
  const weights = new Map(); // id: { result, weight, number }
  for (const list of lists) {
    const rare = Math.log(1 + every.length / (1 + list.length));
    const best = Math.max(...list.map(({ score }) => score), 1e-9);
    for (const result of list) {
      const { weight = 0, number = 0 } = weights.get(result.id) ?? {};
      weights.set(result.id, { result, weight: weight + rare * (1 + result.score / best), number: number + 1 });
    }
  }
  for (const { id } of found) weights.delete(id);
  // Of many words one alone says little.
  const enough = Math.min(2, words.length - 1);
  return [...weights.values()]
    .filter(({ number }) => number >= enough)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(({ result }) => result);
}
