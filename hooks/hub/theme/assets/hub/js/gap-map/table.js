// A table with two headers for each cell, and links in some of them.

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Return the labels of a cell's row and column, without the numbers beside them. */
export function headersOf(cell) {
  const table = cell.closest("table");
  const headers = [cell.parentElement.cells[0], table.tHead.rows[0].cells[cell.cellIndex]];
  return headers.map((header) => {
    const own = header.cloneNode(true);
    own.querySelector(".hub-gap__studies")?.remove();
    return own.textContent.trim();
  });
}

/** Return the next link from a cell in the direction of an arrow key; null at the edge. */
export function neighbour(cell, key) {
  if (!(key in STEPS)) return null;
  const [down, right] = STEPS[key];
  const rows = [...cell.closest("tbody").rows];
  let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
  for (;;) {
    [row, column] = [row + down, column + right];
    const next = rows[row]?.cells[column];
    if (!next || next.tagName === "TH") return null;
    const link = next.querySelector("a");
    if (link?.checkVisibility()) return link;
  }
}
