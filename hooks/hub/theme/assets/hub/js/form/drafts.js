// A draft kept in this browser. A browser may refuse to keep anything: then nothing is kept, and
// the form works all the same.

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Return the names of the fields that differ. */
export function changed(one, other) {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !same(one[name], other[name]));
}

/** Return a draft's answers: where nothing was changed, what is given today; null without a draft. */
export function kept(name, given) {
  try {
    const { answers, began } = JSON.parse(localStorage.getItem(name));
    const own = changed(answers, began).map((each) => [each, answers[each]]);
    return { ...given, ...Object.fromEntries(own) };
  } catch {
    return null;
  }
}

/** Keep answers as a draft, with those that the form began with. */
export function keep(name, answers, began) {
  try {
    localStorage.setItem(name, JSON.stringify({ answers, began }));
  } catch {
    // see above
  }
}

export function forget(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // see above
  }
}
