// References where they are needed: a citation shows its entry while the pointer or the focus is
// on it, and citations can be copied. Without this file a citation is a link to the list, and a
// citation to copy is text that can be selected.

// The entry, as WCAG 1.4.13 asks: Escape closes it, the pointer may move onto it, and it stays
// until pointer and focus have left.

const CITATION = ".hub-cite a[href^='#ref-']";
const PAUSE = 150; // milliseconds for the pointer to cross the gap

const popover = document.createElement("div");
popover.id = "hub-reference";
popover.className = "hub-popover";
popover.setAttribute("role", "tooltip");
popover.hidden = true;

let shown = null;
let leaving = 0;

function show(link) {
  clearTimeout(leaving);
  if (shown === link) return;
  hide();
  const entry = document.getElementById(link.hash.slice(1));
  const text = entry?.querySelector(".hub-references__entry")?.textContent;
  if (!text) return;
  const notice = entry.querySelector(".hub-references__notice")?.textContent;
  popover.textContent = notice ? `${notice} ${text}` : text; // as text: it holds no controls
  link.setAttribute("aria-describedby", popover.id);
  popover.hidden = false;
  shown = link;
  place(link.getBoundingClientRect());
}

function place(link) {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = link.bottom + height + 8 < innerHeight || link.top < height + 8;
  const left = Math.max(8, Math.min(link.left, document.documentElement.clientWidth - width - 8));
  const origin = popover.offsetParent.getBoundingClientRect();
  popover.style.left = `${left - origin.left}px`;
  popover.style.top = `${(below ? link.bottom : link.top - height) - origin.top}px`;
}

function hide() {
  clearTimeout(leaving);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  popover.hidden = true;
}

function leave() {
  clearTimeout(leaving);
  leaving = setTimeout(() => document.activeElement !== shown && hide(), PAUSE);
}

if (document.querySelector(CITATION)) {
  document.querySelector("main").append(popover);
  for (const event of ["mouseover", "focusin"]) {
    document.addEventListener(event, ({ target }) => {
      const link = target.closest?.(CITATION);
      if (link) show(link);
      else if (popover.contains(target)) clearTimeout(leaving);
    });
  }
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
}

// A button after each citation that can be copied; what happened is also said aloud.

for (const citation of document.querySelectorAll(".hub-copy")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hub-copy__button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${citation.dataset.copy}`);
  const said = document.createElement("span");
  said.className = "hub-copy__said";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent.trim());
      said.textContent = "Copied";
    } catch {
      // No clipboard (an old browser, or a page without https): select it for the reader.
      getSelection().selectAllChildren(citation);
      said.textContent = "Selected: copy it with your keyboard";
    }
  });
  citation.after(" ", button, " ", said);
}
