// The header: the colour switch, and a menu that closes when one leaves it.

const schemeSwitch = document.querySelector("[data-hub-scheme-switch]");
const schemeName = document.querySelector("[data-hub-scheme-name]");

function nameScheme() {
  const shown = document.documentElement.dataset.hubShown;
  schemeName.textContent = shown === "dark" ? "Use light colours" : "Use dark colours";
}

if (schemeSwitch && window.hubScheme) {
  nameScheme();
  schemeSwitch.hidden = false; // without JavaScript the page follows the system and needs no switch
  schemeSwitch.addEventListener("click", () => window.hubScheme.toggle());
  document.addEventListener("hub-scheme", nameScheme);
}

const menu = document.querySelector(".hub-menu");

if (menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
