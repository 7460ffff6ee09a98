// Wide tables sit in a region that takes the focus, so that the keyboard can scroll it.
// A table that fits needs no such stop: take it away, and give it back when the window narrows.
// Tables of hand-written pages get their region from Material 9.8.1, which forgets both the stop
// and the name.

const regions = document.querySelectorAll(".hub-table, .md-typeset__scrollwrap");

function setStop(region) {
  const scrolls = region.scrollWidth > region.clientWidth;
  if (scrolls) region.tabIndex = 0;
  else region.removeAttribute("tabindex");
  if (region.classList.contains("hub-table")) return; // its caption names it
  region.toggleAttribute("role", false);
  if (scrolls) region.setAttribute("role", "region");
  region.setAttribute("aria-label", "Table");
}

const watcher = new ResizeObserver((entries) => entries.forEach((entry) => setStop(entry.target)));
regions.forEach((region) => watcher.observe(region));
