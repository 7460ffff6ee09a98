// The words that suggestions are made from: `search/words.json`, as `hub.views.search_words` wrote it.
//
//   words      { "8": "singing …", … }: words by how many titles and names have them, at least
//   terms      [[name, number of the broader term or -1, [other names]], …]
//   spellings  { behavior: "behaviour", … }: other spellings of listed words

const WORD = /"[^"]*"?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

/** Fetch the words; without them nothing is suggested, and the search goes on. */
export async function loadWords(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return readWords(await answer.json());
}

/** Make what is written ready for looking things up. */
export function readWords(written) {
  const words = new Map(); // folded: { word, often, letters }
  for (const [often, listed] of Object.entries(written.words))
    for (const word of listed.split(" "))
      words.set(fold(word), { word, often: Number(often), letters: letters(fold(word)) });
  const byLength = [];
  for (const key of words.keys()) (byLength[key.length] ??= []).push(key);
  const terms = written.terms.map(([name, broader, others]) => ({ name, broader, others }));
  const named = new Map(); // folded name: terms
  for (const term of terms)
    for (const name of [term.name, ...term.others]) {
      const key = fold(name);
      named.set(key, [...(named.get(key) ?? []), term]);
    }
  const sorted = [...words.keys()].sort();
  return { words, byLength, terms, named, sorted, spellings: new Map(Object.entries(written.spellings)) };
}

/** Return a question to the index: does any record have this word, in whatever form? */
export function knownTo(pagefind) {
  const answers = new Map();
  return (word) => {
    if (!answers.has(word))
      answers.set(word, pagefind.search(`"${word}"`).then((found) => found.results.length > 0));
    return answers.get(word);
  };
}

/** Return the words of a query, as { text, at }; what is in double quotes is left out. */
export function wordsOf(query) {
  return [...query.matchAll(WORD)]
    .filter(([text]) => !text.startsWith('"'))
    .map((match) => ({ text: match[0], at: match.index }));
}

/** Return a word as it is compared: small letters, no accents, no possessive. */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?$/u, "")
    .replace(/['’]/gu, "");
}

/** Return whether a word is listed, or begins a listed one, or is a plain form of one. */
export function isListed(word, { words, sorted }) {
  return words.has(word) || begins(word, sorted) || forms(word).some((each) => words.has(each));
}

/** Return how often a word was seen in titles and names. */
export function oftenOf(word, { words }) {
  const found = [fold(word), ...forms(fold(word))].map((each) => words.get(each)?.often ?? 0);
  return Math.max(...found);
}

function begins(word, sorted) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(word) ?? false;
}

// The index knows every form; this only saves asking it for the commonest ones.
function forms(word) {
  const stem = word.replace(/(?:ies|es|s|ed|ing|ly)$/u, "");
  return stem.length < 4 || stem === word ? [] : [stem, `${stem}e`, `${stem}y`, word.replace(/s$/u, "")];
}

// A bit for each letter: words whose letters differ too much need no closer look.
export function letters(word) {
  let bits = 0;
  for (const each of word) bits |= 1 << each.charCodeAt(0) % 32;
  return bits;
}
