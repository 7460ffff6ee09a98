// The ways a finished file takes to those who keep the hub. None is taken without being asked for.

import { button, download, element } from "../search/dom.js";

const LONGEST = 8000; // characters of an address that a code host takes
const LONGEST_MAIL = 2000; // and of one that every mail program takes

/** Return the ways of a file { name, text, title, isNew } to a hub's places, as parts of a line. */
export function waysOf(file, { newFile, upload, edit, sendTo }, say) {
  const copy = button("Copy it", async () => {
    await navigator.clipboard.writeText(file.text);
    say("Copied.");
  });
  const take = button("Download it", () => download(file.name, "application/yaml", file.text));
  const first = file.isNew ? prepared(file, newFile, upload) : edited(file, edit);
  return [...first, [copy], [take], ...sent(file, sendTo)];
}

// The code host opens its editor with the file filled in, and makes a pull request of it.
function prepared({ name, text }, newFile, upload) {
  if (!newFile) return [];
  const whole = `${newFile}?${new URLSearchParams({ filename: name, value: text })}`;
  if (whole.length <= LONGEST) return [[link(whole, "Send it as a pull request"), ": the code host opens with the file filled in."]];
  return [[link(upload, "Send it as a pull request"), ": it is too long to be filled in, so download it and drop it there."]];
}

// A file that is there already cannot be filled in by an address.
function edited({ name }, edit) {
  if (!edit) return [];
  const page = link(edit + name, "Open it for editing at the code host");
  return [[page, ", once you have copied it: put your copy in the place of all that stands there, and propose the change. Comments in the file, after a #, are not in your copy."]];
}

// Where those who keep the hub take files from people without an account.
function sent({ name, text, title }, sendTo) {
  if (!sendTo) return [];
  if (!sendTo.includes("@")) return [["Without an account: download it, and ", link(sendTo, "hand it in at " + new URL(sendTo).host), "."]];
  const short = [...title].slice(0, 80).join("");
  const subject = `mailto:${sendTo}?subject=${encodeURIComponent(`${short} (${name})`)}`;
  const whole = `${subject}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  if (whole.length <= LONGEST_MAIL) return [["Without an account: ", link(whole, "send it by e-mail"), ` to ${sendTo}; the file is in it.`]];
  return [["Without an account: download it, and ", link(subject, "send it by e-mail"), ` to ${sendTo}, as an attachment: it is too long to be filled in.`]];
}

function link(href, text) {
  return element("a", { href, rel: "noopener" }, text);
}
