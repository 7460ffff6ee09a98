// The state of the search page and its address, each made from the other.
//
// A state is { query, literal, filters: { facet: [values] }, sort, also: [names of other hubs] };
// `literal` means that typing errors stay as they are.

const SORT = "best";

/** Return the state that an address asks for; what the page does not know is left out. */
export function readState(search, { facets, sorts, also }) {
  const asked = new URLSearchParams(search);
  const chosen = facets.map((facet) => [facet, unique(asked.getAll(parameter(facet)))]);
  return {
    query: asked.get("q") ?? "",
    literal: asked.has("literal"),
    filters: Object.fromEntries(chosen.filter(([, values]) => values.length)),
    sort: sorts.includes(asked.get("sort")) ? asked.get("sort") : SORT,
    also: unique(asked.getAll("also")).filter((name) => also.includes(name)),
  };
}

/** Return the address of a state, from "?" on; "" for a search that asks for nothing. */
export function writeState({ query, literal, filters, sort, also }) {
  const asked = new URLSearchParams();
  if (query.trim()) asked.set("q", query.trim());
  if (literal) asked.set("literal", "");
  for (const [facet, values] of Object.entries(filters))
    for (const value of values) asked.append(parameter(facet), value);
  if (sort !== SORT) asked.set("sort", sort);
  for (const name of also) asked.append("also", name);
  const text = asked.toString();
  return text && `?${text}`;
}

/** Return a state in words, for a reader: “singing”; outcome: Depression or Anxiety; newest first. */
export function inWords({ query, filters, also }, labels) {
  const words = query.trim() ? [`“${query.trim()}”`] : [];
  for (const [facet, values] of Object.entries(filters))
    words.push(`${labels[facet].toLowerCase()}: ${values.join(" or ")}`);
  if (also.length) words.push(`also in ${also.join(" and ")}`);
  return words.join("; ");
}

/** Return filters with a value put in or taken out. */
export function toggled(filters, facet, value, isOn) {
  const others = (filters[facet] ?? []).filter((each) => each !== value);
  const values = isOn ? [...others, value] : others;
  const { [facet]: _, ...rest } = filters;
  return values.length ? { ...rest, [facet]: values } : rest;
}

function parameter(facet) {
  return facet.replaceAll(" ", "-");
}

function unique(values) {
  return [...new Set(values.filter(Boolean))];
}
