// Which rows a reader asked for, in which order, and how many there would be with another choice.

/** Return the rows that a state asks for, and by choice and value how many rows it would leave. */
export function sift(rows, state, choices) {
  const tests = [...testsOf(rows, state)];
  const counts = Object.fromEntries(choices.map((choice) => [choice, new Map()]));
  const kept = new Array(rows.all.length);
  for (let row = 0; row < kept.length; row++) {
    const failed = tests.filter(({ passes }) => !passes(row));
    kept[row] = !failed.length;
    if (failed.length > 1) continue;
    for (const choice of choices)
      if (!failed.length || failed[0].choice === choice) {
        const value = rows.values(choice)[row];
        counts[choice].set(value, (counts[choice].get(value) ?? 0) + 1);
      }
  }
  const found = rows.order(state.sort, state.isDown).filter((row) => kept[row]);
  return { found, counts };
}

function* testsOf(rows, { query, chosen, from, to, dates }) {
  if (query.trim()) {
    const having = rows.having(query);
    yield { passes: (row) => having[row] };
  }
  for (const [choice, value] of Object.entries(chosen)) {
    const values = rows.values(choice);
    yield { choice, passes: (row) => values[row] === value };
  }
  if (from || to) {
    const days = rows.keys(dates);
    yield { passes: (row) => days[row] && (!from || days[row] >= from) && (!to || days[row] <= to) };
  }
}
