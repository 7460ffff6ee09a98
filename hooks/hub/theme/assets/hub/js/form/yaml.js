// Answers as YAML, written so that every reader takes each text for a text.

const PLAIN = /^(?:[\p{L}(]|\d+ \p{L})/u; // how a text begins that needs no quotation marks
const SIGNS = /: |:$| #|\s$|\p{C}|[\t\u2028\u2029]/u; // what it may not hold
const DAY = /^\d{4}-\d{2}(-\d{2})?$/u;
const BREAKS = /[\u0085\u2028\u2029\uFEFF]/gu;
const WIDTH = 100; // characters of a line
const WORD = /^[\p{L}\p{N}.-]+$/u;
const OTHER = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/iu;

/** Return a record's fields as the text of its file. */
export function asYaml(fields) {
  return lines(fields, "").join("\n") + "\n";
}

function lines(fields, before) {
  return Object.entries(fields).flatMap(([name, value]) => entry(`${before}${name}:`, value, before));
}

function entry(head, value, before) {
  if (Array.isArray(value)) return list(head, value, before);
  if (value !== null && typeof value === "object") return [head, ...lines(value, `${before}  `)];
  return [...text(head, value, `${before}  `)];
}

function list(head, values, before) {
  const inline = `${head} [${values.map(quoted).join(", ")}]`;
  const isShort = values.every((each) => typeof each !== "object" && WORD.test(String(each)));
  if (isShort && inline.length <= WIDTH) return [inline];
  return [head, ...values.flatMap((each) => item(each, `${before}  `))];
}

function item(value, before) {
  if (value === null || typeof value !== "object") return [...text(`${before}-`, value, `${before}  `)];
  const [first, ...rest] = lines(value, `${before}  `);
  return [`${before}- ${first.trimStart()}`, ...rest];
}

// A text of several lines, or a long one, stands below its name as it would in print.
function* text(head, value, before) {
  const whole = String(value);
  const isPrint = !/^\s|\s$|[ \t]\n|\t/u.test(whole) && whole.search(BREAKS) < 0;
  if (isPrint && whole.includes("\n")) {
    yield `${head} |-`;
    for (const line of whole.split("\n")) yield line && `${before}${line}`;
  } else if (isPrint && whole.includes(" ") && head.length + whole.length > WIDTH) {
    yield `${head} >-`;
    yield* folded(whole, before);
  } else yield `${head} ${quoted(value)}`;
}

// A reader takes a line break between two words for the blank that it stands for.
function* folded(whole, before) {
  let line = "";
  for (const word of whole.split(/(?<! ) (?! )/u)) {
    if (line && before.length + line.length + word.length >= WIDTH) {
      yield `${before}${line}`;
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  yield `${before}${line}`;
}

function quoted(value) {
  const text = String(value);
  if (typeof value === "number" || DAY.test(text) || value === true) return value === true ? "yes" : text;
  const isPlain = PLAIN.test(text) && !SIGNS.test(text) && !OTHER.test(text);
  return isPlain ? text : JSON.stringify(text).replaceAll(BREAKS, (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`);
}
