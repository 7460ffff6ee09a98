// What a reader asks of the table, and its address, each made from the other.
//
// A state is { query, chosen: { choice: value }, from, to, dates, sort, isDown }; `dates` is the
// column that the days `from` and `to` are of.

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Return the state that an address asks for; what the table does not know is left out. */
export function readState(search, { choices, columns, dates, values }) {
  const asked = new URLSearchParams(search);
  const chosen = choices.map((choice) => [choice, asked.get(choice)]);
  const day = (name) => (DAY.test(asked.get(name)) ? asked.get(name) : "");
  const sort = asked.get("sort");
  return {
    query: asked.get("q") ?? "",
    chosen: Object.fromEntries(chosen.filter(([choice, value]) => values(choice).has(value))),
    from: day("from"),
    to: day("to"),
    dates,
    sort: columns.includes(sort) ? sort : columns[0],
    isDown: asked.get("order") === "descending",
  };
}

/** Return the address of a state, from "?" on; "" for all rows in the order of the first column. */
export function writeState({ query, chosen, from, to, sort, isDown }, { columns }) {
  const asked = new URLSearchParams();
  if (query.trim()) asked.set("q", query.trim());
  for (const [choice, value] of Object.entries(chosen)) asked.set(choice, value);
  if (from) asked.set("from", from);
  if (to) asked.set("to", to);
  if (sort !== columns[0]) asked.set("sort", sort);
  if (isDown) asked.set("order", "descending");
  const text = asked.toString();
  return text && `?${text}`;
}
