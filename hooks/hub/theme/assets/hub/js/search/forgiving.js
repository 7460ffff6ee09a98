// Forgiving search: what a reader meant, and what is nearest where nothing is found. No DOM here.
//
// How Pagefind 1.5 takes a query (tried on the hub's own index): every word must match, as itself,
// in another form (by its stem) or as the beginning of a longer word. A word that no record has is
// not refused: it is cut down until something begins like it ("dementai" finds "demands"), or else
// left out without a word. So "there are results" does not mean that the words were understood. But
// a word in double quotes must stand somewhere as itself or in another form: that is `isKnown`.
//
// Synonyms and the other spelling (British, American) are put into the index with each record
// (`hub.views.synonyms`): one search finds them, and the counts beside the facets stay right. Only
// what an index cannot know is done here: typing errors, words without records, loosening.
//
//   const words = await loadWords(url);     // of `search/words.json`, from the site's root; keep it
//   const isKnown = knownTo(pagefind);      // (word) => Promise<boolean>; keep it, it remembers
//
//   essence(query) -> query
//     What to give to Pagefind, always: the query without small words ("does", "the", "with"), each
//     of which a record would need to have. Show and keep the query as it was typed.
//
//   await suggest(query, words, isKnown)
//     -> { query, changes: [{ from, to, why }], sure } | null
//     `why` is "typing", "spelling" (British and American) or "spacing" ("carehome"). Null: every
//     word is known, or the beginning of one, or nothing better is known. A word that the index has
//     is never changed, nor is text in double quotes. `sure`: search for `query` at once and say so
//     ("Showing results for dementia. Search for dementai instead"); otherwise only ask ("Did you
//     mean harm?"). Call it whenever the query changes, not only when nothing was found.
//
//   await areKnown(query, isKnown) -> true or false
//     Whether every word is known; it needs no list of words, which is fetched only if not.
//
//   await unknownWords(query, words, isKnown) -> [word]
//     Words of a query that no record has: what Pagefind leaves out in silence, to be said.
//
//   expand(query, words)
//     -> [{ query, changes: [{ from, to, why }] }], nearest first, at most 6
//     The same with other words: `why` is "synonym", "broader" or "narrower".
//
//   loosen(query, filters, words)
//     -> [{ query, filters, dropped: [{ word } | { facet, values }] }]: without the words that most
//     questions have ("help", "people"), then without each word that no title has, each facet, and
//     each other word, the rarest first. `filters` is { facet: [values] }.
//
//   await recover({ query, filters }, words, { isKnown, count })
//     -> { query, filters, changes, dropped, number, ways } | null
//     For "nothing found": the nearest search that finds something. In turn: errors mended, without
//     the words that most questions have, synonyms, without one word or facet, broader and narrower
//     terms, without all facets and more words. `count(query, filters)` promises a number of results; it is given queries
//     whose small words are left out. `ways` are the ways to
//     loosen that find something, each with its `number`: what to say to the reader. Null: nothing
//     does.

export { essence } from "./essence.js";
export { areKnown, suggest, unknownWords } from "./mending.js";
export { expand, loosen, recover } from "./nearest.js";
export { knownTo, loadWords, readWords } from "./words.js";
