// A JSON Schema as the hub publishes it, read one field at a time. It is made from the models, so
// only what they use is understood here.

/** Return what a part of a schema says of a field: its kind, its choices, its limits. */
export function describe(schema, part) {
  const whole = resolved(schema, part);
  const { description = part.description ?? "" } = part;
  const kind = kindOf(whole);
  return {
    kind,
    description: part.description ?? whole.description ?? description,
    choices: kind === "choice" ? choicesOf(whole) : [],
    isLong: whole["x-prose"] ?? false,
    pattern: whole.pattern ? new RegExp(whole.pattern, "u") : null,
    longest: whole.maxLength ?? Infinity,
    fewest: whole.minItems ?? 0,
    items: whole.items ?? null,
    properties: Object.entries(whole.properties ?? {}),
    required: new Set(whole.required ?? []),
  };
}

function kindOf(whole) {
  if (whole.enum?.includes("yes")) return "yes";
  if (whole.enum) return "choice";
  if (whole.prefixItems) return "pair";
  if (whole.type === "array") return "list";
  if (whole.type === "object") return whole.properties ? "part" : "map";
  if (whole.format === "date") return "day";
  if (whole.type === "integer") return "count";
  if (whole.type === "number") return "number";
  return "text";
}

// A reference is followed; of several kinds, the first that is not "nothing" counts.
function resolved(schema, part) {
  const { $ref, anyOf, ...rest } = part;
  if ($ref) return { ...resolved(schema, schema.$defs[$ref.slice("#/$defs/".length)]), ...rest };
  const given = anyOf?.find(({ type }) => type !== "null");
  return given ? { ...resolved(schema, given), ...rest } : part;
}

// "Singing: people sing together" is called "Singing" in a list of choices; a title is one to its end.
function choicesOf({ enum: values, enumDescriptions = [], "x-mentions": kind = "" }) {
  const isTerm = kind.startsWith("term:");
  return values.map(String).map((value, place) => {
    const called = enumDescriptions[place];
    if (!called || called === value) return { value, label: words(value) };
    return { value, label: isTerm ? called.split(": ", 1)[0] : called };
  });
}

/** Return a name of a field or an id as words: plain_summary is "Plain summary". */
export function words(name) {
  const text = name.replaceAll(/[_-]/gu, " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
