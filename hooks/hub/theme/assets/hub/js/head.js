// Runs before the first paint, from the head of every page.
//
// 1. Sets the colour scheme that the reader chose, so that the page does not flash. Nothing is
//    stored until they choose; without a choice the system decides (see css/tokens.css).
// 2. Gives Material 9.8.1 the four helpers that it otherwise writes into each page as an inline
//    script, which a strict Content-Security-Policy would refuse.
// 3. Says on the root (`data-hub-fresh`) whether the browser had none of the site's styles, and so
//    surely none of its fonts: the search page lets those wait (css/search-page.css).

(() => {
  const site = new URL("../../../", document.currentScript.src); // this file is in assets/hub/js/

  const read = (key, storage = localStorage, scope = site) => {
    try {
      return JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
    } catch {
      return null; // storage switched off, or written by something else
    }
  };
  const write = (key, value, storage = localStorage, scope = site) => {
    try {
      if (value === null) storage.removeItem(`${scope.pathname}.${key}`);
      else storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // Without storage the choice lasts for this page; that is all right.
    }
  };

  window.__md_scope = site;
  window.__md_get = read;
  window.__md_set = write;
  window.__md_hash = (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0);

  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  const show = () => {
    const chosen = read("hub-scheme");
    const known = chosen === "light" || chosen === "dark";
    if (known) root.dataset.hubScheme = chosen;
    else delete root.dataset.hubScheme;
    root.dataset.hubShown = known ? chosen : system.matches ? "dark" : "light";
    document.dispatchEvent(new CustomEvent("hub-scheme"));
  };

  // Used by header.js. Choosing what the system shows anyway means following the system again.
  window.hubScheme = {
    toggle() {
      const next = root.dataset.hubShown === "dark" ? "light" : "dark";
      const same = next === (system.matches ? "dark" : "light");
      write("hub-scheme", same ? null : next);
      show();
    },
  };

  const styles = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".css"));
  const isFetched = ({ transferSize, encodedBodySize }) => transferSize > encodedBodySize;
  if (styles.length && styles.every(isFetched)) root.dataset.hubFresh = "";

  system.addEventListener("change", show);
  show();
})();
