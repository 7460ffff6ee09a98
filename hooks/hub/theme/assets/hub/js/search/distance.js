// How near two words are: letters left out, put in, exchanged, or in the wrong order.

import { letters } from "./words.js";

/** Return the listed word that is nearest, at most `limit` errors away: of equals, the commonest. */
export function near(word, { words, byLength }, limit) {
  const bits = letters(word);
  let best = null;
  for (let length = word.length - limit; length <= word.length + limit; length += 1) {
    for (const key of byLength[length] ?? []) {
      const listed = words.get(key);
      // One error changes at most two letters.
      if (ones(bits ^ listed.letters) > 2 * limit) continue;
      const errors = distance(word, key, limit);
      if (errors > limit) continue;
      const found = { errors, begins: key[0] === word[0] ? 0 : 1, ...listed };
      if (!best || isNearer(found, best)) best = found;
    }
  }
  return best;
}

// Few mistake the first letter. Last, the alphabet: the answer is the same every time.
function isNearer(one, other) {
  if (one.errors !== other.errors) return one.errors < other.errors;
  if (one.begins !== other.begins) return one.begins < other.begins;
  if (one.often !== other.often) return one.often > other.often;
  return one.word < other.word;
}

/**
 * Return the number of errors between two words, or more than `limit` if there are more than that.
 *
 * Two neighbours in the wrong order are one error (Damerau 1964; here "optimal string alignment").
 */
export function distance(one, other, limit) {
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      here[column] = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        here[column] = Math.min(here[column], before[column - 2] + 1);
    }
    if (Math.min(...here) > limit) return limit + 1;
    [before, above] = [above, here];
  }
  return above[other.length];
}

function ones(bits) {
  let left = bits;
  let count = 0;
  for (; left; count += 1) left &= left - 1;
  return count;
}
