// The published record that a form is to correct: named in the page's address, read from this site.

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Return the id of the record that the address names; "" for a form that begins a new one. */
export function wanted() {
  return new URLSearchParams(location.search).get("record") ?? "";
}

/** Return a published record's fields, as far as the schema knows them; null where there is none. */
export async function published(id, place, schema) {
  if (!ID.test(id) || !place) return null;
  const answer = await fetch(new URL(place.replace("<id>", id), document.baseURI), { mode: "same-origin" });
  if (!answer.ok) return null;
  const record = Object.entries(await answer.json());
  return Object.fromEntries(record.filter(([name]) => name in schema.properties));
}
