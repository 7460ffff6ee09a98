// What is chosen, as buttons that take it back.

import { button, element, hidden } from "./dom.js";
import { toggled } from "./address.js";

/** Show the choices in `list`; when the last is gone, the focus goes to `otherwise`. */
export function showChips(list, trail, labels, otherwise) {
  const chosen = Object.entries(trail.state.filters);
  const pairs = chosen.flatMap(([facet, values]) => values.map((value) => [facet, value]));
  const chips = pairs.map(([facet, value], number) => {
    const remove = () => {
      trail.go({ filters: toggled(trail.state.filters, facet, value, false) });
      const left = list.querySelectorAll("button");
      (left[Math.min(number, left.length - 1)] ?? otherwise).focus();
    };
    const cross = element("span", { ariaHidden: "true" }, " ×");
    return button(hidden("Remove "), remove, `${labels[facet]}: ${value}`, cross);
  });
  const clear = () => {
    trail.go({ filters: {} });
    otherwise.focus();
  };
  if (chips.length) chips.push(button("Clear all", clear));
  list.replaceChildren(...chips.map((chip) => element("li", {}, chip)));
  list.hidden = !chips.length;
}
