// Pagefind's packed files, read as they are: gzip around a mark and CBOR, of which it uses numbers,
// texts and lists (hub.publishing.packed writes them). CBOR: https://www.rfc-editor.org/rfc/rfc8949.

const MARK = 12; // bytes: "pagefind_dcd"
const [NUMBER, TEXT, LIST] = [0, 3, 4];

/** Fetch a packed file and return the list in it. */
export async function fetchPacked(url) {
  // Names tell the content: what Pagefind has fetched before is taken from the browser's cache.
  const answer = await fetch(url, { cache: "force-cache" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const content = answer.body.pipeThrough(new DecompressionStream("gzip"));
  return unpack(new Uint8Array(await new Response(content).arrayBuffer()));
}

/** Return the value that is packed in bytes. */
export function unpack(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true });
  let at = MARK;

  const number = (bits) => {
    if (bits < 24) return bits;
    const size = 2 ** (bits - 24);
    if (!(size <= 4) || at + size > bytes.length) throw new Error("a number that Pagefind does not write");
    let found = 0;
    for (const end = at + size; at < end; at += 1) found = found * 256 + bytes[at];
    return found;
  };
  const value = () => {
    if (at >= bytes.length) throw new Error("the file ends too soon");
    const head = bytes[at];
    at += 1;
    const [kind, size] = [head >> 5, number(head & 31)];
    if (kind === NUMBER) return size;
    // Each part takes a byte at least: a list cannot claim more than there is.
    if (size > bytes.length - at) throw new Error("the file ends too soon");
    if (kind === LIST) return Array.from({ length: size }, value);
    if (kind !== TEXT) throw new Error("a value that Pagefind does not write");
    at += size;
    return text.decode(bytes.subarray(at - size, at));
  };
  return value();
}
