// The facets of an index: which records a choice leaves, how many each value would show, and in which
// order a sort puts them.
//
// Pagefind could tell all that. But for every search it counts every value of every facet that was
// ever asked for, which takes longer than the search, and its files are three times as large. Here
// each facet or sort is a small file (hub.publishing.search_files), fetched when it is first needed.

/** The facets and sorts of one or several indexes; `bundles` are their addresses. */
export class Tally {
  #bundles;
  #parts = new Map(); // "facets kind": a promise of { values, of(id) }
  #opened;

  constructor(bundles) {
    this.#bundles = bundles;
  }

  /** Return those of some results that have, of each facet, one of the values that are chosen. */
  async narrow(results, filters) {
    const chosen = Object.entries(filters).filter(([, values]) => values.length);
    const facets = await Promise.all(chosen.map(([facet]) => this.#part("facets", facet)));
    return results.filter(({ id }) =>
      facets.every(({ of }, number) => of(id).some((value) => chosen[number][1].includes(value))),
    );
  }

  /** Return the number of results for each value of a facet, 0 included, as a Map. */
  async count(results, facet) {
    const { values, of } = await this.#part("facets", facet);
    const counts = new Map(values.map((value) => [value, 0]));
    for (const { id } of results) for (const value of of(id)) counts.set(value, counts.get(value) + 1);
    return counts;
  }

  /** Return results from the highest number down; those without one come last, as they were. */
  async sort(results, name) {
    const { of } = await this.#part("sorts", name);
    const keys = new Map(results.map((result) => [result, Number(of(result.id)[0] ?? -Infinity)]));
    // The difference of two infinities is no number.
    return [...results].sort((one, other) => Math.sign(keys.get(other) - keys.get(one)) || 0);
  }

  #part(kind, name) {
    const key = `${kind} ${name}`;
    if (!this.#parts.has(key)) this.#parts.set(key, this.#read(kind, name));
    return this.#parts.get(key);
  }

  async #read(kind, name) {
    this.#opened ??= Promise.all(this.#bundles.map(open));
    const values = new Set();
    const bundles = new Map(); // the folder of its records: Map of a record's number to its values
    for (const { bundle, folder, [kind]: files = {} } of await this.#opened) {
      // The same records in two hubs are in the same folder, and have the same values.
      if (!Object.hasOwn(files, name) || bundles.has(folder)) continue;
      const { values: listed, width, records: signs } = await fetched(`${bundle}${files[name]}`);
      const records = new Map();
      for (const value of listed) values.add(value);
      signs.split(",").forEach((text, number) => {
        if (text) records.set(number, valuesIn(text, width).map((place) => listed[place]));
      });
      bundles.set(folder, records);
    }
    const of = (id) => {
      const [folder, number] = id.split("/");
      return bundles.get(folder)?.get(parseInt(number, 36)) ?? [];
    };
    return { values: [...values], of };
  }
}

// "0a1f", of width 2: the values at 10 and at 51.
function valuesIn(text, width) {
  const places = [];
  for (let at = 0; at < text.length; at += width) places.push(parseInt(text.slice(at, at + width), 36));
  return places;
}

async function open(bundle) {
  const { languages } = await fetched(`${bundle}pagefind-entry.json`);
  const { records, facets, sorts } = languages[document.documentElement.lang] ?? Object.values(languages)[0];
  return { bundle, folder: records, facets, sorts };
}

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
