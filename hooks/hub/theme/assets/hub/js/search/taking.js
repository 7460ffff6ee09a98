// The buttons that take records away: gather the records, make the file or the brief, say what was
// left out and why. What makes them is fetched when a button is pressed.

import { download, element, plural, say } from "./dom.js";

/** Make the buttons in `panel` work; `gather(most, progress)` promises { records, total, question }. */
export function setUpTaking(panel, gather, place) {
  const said = panel.querySelector("[data-hub-said]");
  const buttons = [...panel.querySelectorAll("[data-hub-form]")];
  const progress = (what) => {
    let spoken = 0;
    return (done, total) => {
      // Not each one: a screen reader would speak them all.
      if (Date.now() - spoken < 1500) return;
      spoken = Date.now();
      say(said, `${what}: ${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} …`);
    };
  };
  const take = async (form, opener) => {
    for (const each of buttons) each.ariaDisabled = "true";
    say(said, "Gathering …");
    try {
      if (form === "brief") await openBrief(opener);
      else await save(form);
    } catch {
      say(said, "That did not work: a part of it could not be fetched. Nothing was saved.");
    }
    for (const each of buttons) each.ariaDisabled = null;
  };

  async function save(form) {
    const { MOST, fileOf } = await import("./take.js");
    const { records, total } = await gather(MOST, progress("Reading records"));
    const file = await fileOf(form, records, place.root, progress("Fetching works"));
    const left = [...rest(records, total), ...file.left];
    if (!file.text) return say(said, `No file was made. ${sentence(left)}`);
    download(file.name, file.type, file.text);
    say(said, `${file.name} is ready. ${sentence(left)}`);
    if (total > records.length && form !== "csv") said.append(" ", allWorks(form));
  }

  async function openBrief(opener) {
    const { MOST, openBriefOf } = await import("./brief.js");
    const { records, total, question } = await gather(MOST, progress("Reading records"));
    const left = rest(records, total).map((text) => `Left out: ${text}.`);
    const about = { question, source: place.name, left };
    await openBriefOf(records, about, { root: place.root, progress: progress("Fetching references"), opener });
    say(said, "");
  }

  function rest(records, total) {
    const number = total - records.length;
    if (number <= 0) return [];
    return [`${plural(number, "more record")} (a browser fetches each by itself; narrow the search to get the rest)`];
  }

  function allWorks(form) {
    const href = new URL(`data/v1/references.${form}`, place.root);
    return element("a", { href }, "All references of the hub are in one file.");
  }

  for (const each of buttons)
    each.addEventListener("click", () => each.ariaDisabled || take(each.dataset.hubForm, each));
}

function sentence(left) {
  return left.length ? `Left out: ${left.join("; ")}.` : "";
}
