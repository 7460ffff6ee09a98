// Added to Pagefind's script: makes the list of pages that it reads of the short one that the hub
// publishes. Both are CBOR: [version, [[name, words], …], …] and [version, [folder, [words, …]], …];
// the name of each page is its folder and its number. Another form is left as it is.
function hubMeta(meta) {
  const [LIST, TEXT, PAIR] = [0x80, 0x60, 0x82];
  let at = 1;
  const number = () => {
    const few = meta[at] & 31;
    at += 1;
    if (few < 24) return few;
    let found = 0;
    for (const end = at + 2 ** (few - 24); at < end; at += 1) found = found * 256 + meta[at];
    return found;
  };
  const text = () => {
    const size = number();
    at += size;
    return meta.subarray(at - size, at);
  };
  const head = (kind, value) =>
    value < 24 ? [kind + value] : [kind + 26, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  text(); // the version
  const begin = at;
  at += 1;
  if (meta[begin] !== PAIR || (meta[at] & 0xe0) !== TEXT) return meta;
  const folder = new TextDecoder().decode(text());
  const size = number();
  if (!(size <= meta.length)) throw new Error("a list that ends too soon");
  const pages = head(LIST, size);
  for (let page = 0; page < size; page += 1) {
    const name = new TextEncoder().encode(`${folder}/${page.toString(36)}`);
    pages.push(PAIR, ...head(TEXT, name.length), ...name, ...head(0, number()));
  }
  return new Uint8Array([...meta.subarray(0, begin), ...pages, ...meta.subarray(at)]);
}
