// Small helpers for making elements; all text is set as text.

/** Return a new element: properties as in the DOM, then what it holds. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Return a button in the page's quiet style. */
export function button(text, onclick, ...more) {
  return element("button", { type: "button", className: "hub-plain", onclick }, text, ...more);
}

/** Return text for screen readers alone. */
export function hidden(text) {
  return element("span", { className: "hub-hidden" }, text);
}

/** Set a text that is read aloud, only if it changes. */
export function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** Return a number with its noun: 1 result, 1,165 results. */
export function plural(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

/** Offer a text as a file. */
export function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
