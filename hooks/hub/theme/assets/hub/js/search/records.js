// A result of the index as a record: plain text, and an address that leads where it says.
//
// Nothing in an index is trusted, least of all in that of another hub: every field is text, and a
// record counts as this hub's only if Pagefind put this site's root before its address itself.

/**
 * Return the record of a result's data; null if its address is not one of its hub's.
 *
 * `id` is the address below the site's root; it is "" for a record of another hub, whose name is
 * `hub`.
 */
export function recordOf(data, { root, neighbours = [] }) {
  const found = placed(data, root, neighbours);
  if (!found) return null;
  const { shown, facets } = saidIn(data);
  // What is a facet as well is not said twice in the index.
  const text = (name) => written(shown?.[name] ?? facets?.[name]?.[0]);
  return {
    ...found,
    title: written(data.meta?.title) || found.href,
    kind: text("kind"),
    answer: text("answer"),
    directions: directionsOf(text("directions")),
    certainty: text("certainty"),
    design: text("design"),
    size: text("size"),
    year: text("year"),
    // The page of a reference is the page of its work.
    work: found.hub ? "" : text("work") || (text("kind") === "Reference" ? found.id : ""),
    excerpt: unescaped(String(data.plain_excerpt ?? "")),
    matched: matchedIn(data),
  };
}

// All that a hub says of a record is one value of one filter (hub.publishing.search).
function saidIn({ filters }) {
  try {
    return JSON.parse(filters.record[0]) ?? {};
  } catch {
    return {}; // an index that no hub made
  }
}

function written(value) {
  return typeof value === "string" ? value.trim() : "";
}

function placed(data, root, neighbours) {
  // `data.url` begins with what we gave as `baseUrl`, unless the index itself names a host; a page
  // may have several records, so that an index can name a part of it.
  const written = String(data.raw_url ?? data.url);
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/iu.test(written)) return null;
  const base = /^\/(?!\/)/u.test(data.url) ? root : neighbours.find(({ url }) => data.url.startsWith(url))?.url;
  if (!base) return null;
  const own = base === root;
  const part = String(data.meta?.url ?? "").replace(/^\/+/u, "");
  const href = part ? new URL(part, base) : new URL(data.url, base);
  if (!href.href.startsWith(String(base)) || !/^https?:$/u.test(href.protocol)) return null;
  return {
    href: href.href,
    id: own ? href.href.slice(root.href.length) : "",
    hub: own ? "" : neighbours.find(({ url }) => url === base).name,
  };
}

// "benefit, mixed", or with the words that fit what was compared: "benefit=Improvement within one
// group; mixed=Mixed, as described".
function directionsOf(text) {
  const parts = text.includes("=") ? text.split(";") : text.split(",");
  return parts
    .map((part) => part.split("=").map((each) => each.trim()))
    .filter(([value]) => value)
    .map(([value, words = ""]) => ({ value, words }));
}

/** Return a direction in words, where there is no badge to take them from. */
export function signInWords({ value, words }) {
  return words || (value[0].toUpperCase() + value.slice(1)).replaceAll("-", " ");
}

// Words that Pagefind says it found, without what stands around them.
function matchedIn({ content = "", locations = [] }) {
  const words = String(content).split(/\s+/u);
  return new Set(locations.map((place) => bare(words[place] ?? "")).filter(Boolean));
}

/** Return a word as it is compared: small, and without punctuation around it. */
export function bare(word) {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

// Pagefind escapes these two characters, in what it calls plain as well.
function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
