// The rows of a table as values: what they are sorted by, narrowed by and searched in. Values are
// read from the cells once, when they are first needed; the rows themselves are never changed.

const PLAIN = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ı: "i" };

/** Return a text as it is compared: small letters, no accents. */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđðþæœßı]/gu, (letter) => PLAIN[letter]);
}

/** The rows of a table; its header cells name columns in `data-column`. */
export class Rows {
  #columns = new Map(); // name: { at, label, values, keys, order }
  #words;

  constructor(table) {
    this.all = [...table.tBodies[0].rows].filter((row) => row.id);
    for (const [at, cell] of [...table.tHead.rows[0].cells].entries())
      if (cell.dataset.column) this.#columns.set(cell.dataset.column, { at, label: cell.textContent });
  }

  get columns() {
    return [...this.#columns.keys()];
  }

  label(column) {
    return this.#columns.get(column).label;
  }

  /** Return what each row is in a column, as a reader chooses it: `data-value`, or the words. */
  values(column) {
    const found = this.#columns.get(column);
    found.values ??= this.all.map(({ cells }) => {
      const cell = cells[found.at];
      return cell.dataset.value ?? cell.textContent.trim();
    });
    return found.values;
  }

  /** Return what each row is sorted by in a column: `data-sort`, or the words; "" is not known. */
  keys(column) {
    const found = this.#columns.get(column);
    found.keys ??= this.all.map(({ cells }) => {
      const cell = cells[found.at];
      return fold(cell.dataset.sort ?? cell.dataset.value ?? cell.textContent.trim());
    });
    return found.keys;
  }

  /** Return the numbers of all rows in the order of a column; what is not known comes last. */
  order(column, isDown) {
    const found = this.#columns.get(column);
    const keys = this.keys(column);
    if (!found.order) {
      const numbers = [...this.all.keys()];
      const known = numbers.filter((row) => keys[row]);
      known.sort((one, other) => (keys[one] < keys[other] ? -1 : keys[one] > keys[other] ? 1 : one - other));
      found.order = { known, unknown: numbers.filter((row) => !keys[row]) };
    }
    const { known, unknown } = found.order;
    return [...(isDown ? [...known].reverse() : known), ...unknown];
  }

  /** Return for each row whether its first cell has all these words, or begins of words. */
  having(query) {
    this.#words ??= this.all.map(({ cells }) => fold(cells[0].textContent));
    const words = fold(query).split(/\s+/u).filter(Boolean);
    return this.#words.map((text) => words.every((word) => text.includes(word)));
  }
}
