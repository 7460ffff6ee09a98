// Answers as YAML, written so that every reader takes each text for a text.

const PLAIN = /^[\p{L}(][\p{L}\p{N} ,.;()'’“”/%&+–—-]*$/u;
const DAY = /^\d{4}-\d{2}(-\d{2})?$/u;
const NUMBER = /^-?\d+(\.\d+)?$/u;
const OTHER = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/iu;

/** Return a record's fields as the text of its file. */
export function asYaml(fields) {
  return lines(fields, "").join("\n") + "\n";
}

function lines(fields, before) {
  return Object.entries(fields).flatMap(([name, value]) => entry(`${before}${name}:`, value, before));
}

function entry(head, value, before) {
  if (Array.isArray(value)) return [head, ...value.flatMap((each) => item(each, `${before}  `))];
  if (value !== null && typeof value === "object") return [head, ...lines(value, `${before}  `)];
  const text = scalar(value);
  if (!text.includes("\n")) return [`${head} ${text}`];
  return [`${head} |-`, ...text.split("\n").map((line) => (line.trim() ? `${before}  ${line.trimEnd()}` : ""))];
}

function item(value, before) {
  if (value === null || typeof value !== "object") return [`${before}- ${quoted(value)}`];
  const [first, ...rest] = lines(value, `${before}  `);
  return [`${before}- ${first.trimStart()}`, ...rest];
}

function scalar(value) {
  const text = String(value);
  return text.includes("\n") && !/^\s|\t/u.test(text) ? text : quoted(value);
}

function quoted(value) {
  const text = String(value);
  if (typeof value === "number" || DAY.test(text) || value === true) return value === true ? "yes" : text;
  const isPlain = PLAIN.test(text) && !OTHER.test(text) && !NUMBER.test(text) && text === text.trim();
  return isPlain ? text : JSON.stringify(text);
}
