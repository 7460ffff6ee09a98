// Wide tables sit in a region that takes the focus, so that the keyboard can scroll it.
// A table that fits needs no such stop: take it away, and give it back when the window narrows.

const regions = document.querySelectorAll(".hub-table");

function setStop(region) {
  if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
  else region.removeAttribute("tabindex");
}

const watcher = new ResizeObserver((entries) => entries.forEach((entry) => setStop(entry.target)));
regions.forEach((region) => watcher.observe(region));
