// What is wrong with an answer, in the words of the hub's own checks, as far as a browser can tell.
// `hub check` has the last word.

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/u;
const PHONE = /(?:\+44|\b0)\d[\d ()-]{8,}\d/u;
const PLACEHOLDER = /\b(?:TODO|TBC|lorem ipsum|xxx+)\b/iu;

/** Return what is wrong with a text, or "". */
export function faultIn(text, field, isNeeded) {
  if (!text) return isNeeded ? `This is needed: ${lower(field.description)}` : "";
  if (EMAIL.test(text)) return "An e-mail address may not stand in a public file: a link to a contact page serves readers as well.";
  if (PHONE.test(text)) return "This looks like a telephone number, which may not stand in a public file.";
  if (PLACEHOLDER.test(text)) return "This looks like a text that was meant to be replaced.";
  if (text.length > field.longest) return `At most ${field.longest} characters; this has ${text.length}.`;
  if (field.kind === "day" && !isDay(text)) return "A date written year-month-day, such as 2026-03-01.";
  if (field.kind === "count" && !/^\d+$/u.test(text.replaceAll(",", ""))) return "A whole number, such as 120.";
  if (field.kind === "number" && !/^[-−]?\d+(\.\d+)?$/u.test(text)) return "A number, such as -0.98 or 12.";
  if (field.kind === "choice" && !field.choices.some(({ value }) => value === text))
    return "This is not in the list; choose one that is, or ask for a new term.";
  if (field.pattern && !field.pattern.test(text)) return `This is not written as it should be: ${lower(field.description)}`;
  return "";
}

function isDay(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!found) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
