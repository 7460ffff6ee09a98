// Pagefind, asked in a worker of its own, so that typing never waits for it.
//
// Its own script for pages holds all of the worker's once more; what is left of that is this. The
// messages are those of Pagefind 1.5.2, which the hub pins.

const forgotten = new FinalizationRegistry((forget) => forget());

/** Start Pagefind; `options` are its own, with `basePath`, the address of its index. */
export function startPagefind(options) {
  const worker = new Worker(new URL("pagefind-worker.js", options.basePath));
  const waiting = new Map(); // number of a message: what settles its promise
  let sent = 0;
  let broken = null;

  const fail = (error) => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const ask = (method, ...args) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      sent += 1;
      waiting.set(sent, { resolve, reject });
      worker.postMessage({ id: sent, method, args });
    });

  worker.addEventListener("error", ({ message }) => fail(new Error(message || "the worker did not start")));
  worker.addEventListener("message", ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error));
    else resolve?.(result);
  });
  ask("init", { ...options, language: document.documentElement.lang, primary: true }).catch(() => {});

  return {
    mergeIndex: (path, others) => ask("mergeIndex", path, others),
    destroy: () => {
      worker.terminate();
      fail(new Error("the search has ended"));
    },
    /** Return { results }, each { id, score, data() }; the worker keeps what data() tells as long. */
    async search(words, given = {}) {
      const found = await ask("search", words, given);
      for (const result of found.results) {
        const key = result.data;
        forgotten.register(result, () => ask("releaseData", key).catch(() => {}));
        result.data = () => ask("getData", key);
      }
      return found;
    },
  };
}
