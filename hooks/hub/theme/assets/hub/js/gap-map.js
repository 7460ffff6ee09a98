// The map of evidence and gaps. The page is whole without this: what is added is a line that says
// in words what the bubbles under the pointer or the focus say, and arrow keys between cells.

import { headersOf, neighbour } from "./gap-map/table.js";

const region = document.querySelector(".hub-gap");
const said = document.querySelector("[data-hub-said]");

if (region && said) setUp(region.querySelector("table"));

function setUp(table) {
  said.hidden = false;
  tell(null);
  table.addEventListener("pointerover", (event) => tell(event.target.closest("tbody td")));
  table.addEventListener("focusin", (event) => tell(event.target.closest("td")));
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    const next = cell && !event.altKey && !event.ctrlKey && !event.metaKey && neighbour(cell, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    show(next.closest("td"));
  });

  // A cell must not hide behind the headers that stay in view.
  function show(cell) {
    const [top, left] = [table.tHead.offsetHeight, table.querySelector("tbody th").offsetWidth];
    const [box, frame] = [cell.getBoundingClientRect(), region.getBoundingClientRect()];
    const over = (from, to, low, high) => Math.min(0, from - low) + Math.max(0, to - high);
    region.scrollBy({
      left: over(box.left, box.right, frame.left + left, frame.right),
      top: over(box.top, box.bottom, frame.top + top, frame.bottom),
    });
  }
}

function tell(cell) {
  if (!cell) {
    said.textContent = "Point at a cell to read it in words, or use Tab and the arrow keys.";
    return;
  }
  const words = cell.querySelector(".hub-hidden:last-child") ?? cell.querySelector(".hub-hidden");
  said.textContent = `${headersOf(cell).join(" · ")}: ${words.textContent}`;
}
