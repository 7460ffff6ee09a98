"""What searching costs a reader: bytes before the first result, and the time from key to results.

A built site is served here and opened in a Chromium, as a reader would open its search page. A
server is taken to compress what it sends, as static hosts do.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Request

from tests.benchmarks.hub_files import REPOSITORY
from tests.benchmarks.records import Records
from tests.conftest import build
from tests.e2e.asking import queries, score
from tests.e2e.browser import open_page, running_browser
from tests.e2e.serving import serving

PRESSES = 200
"""Keys that are pressed, at most."""
_TYPED = 20
_PACKED = {".woff2", ".png", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
"""Files that no server compresses again: what is in them is compressed."""
_OF_SEARCH = ("pagefind/", "search/", "assets/hub/js/search")

# A key changes the words. The page says what was found once the cards are there, and the next frame
# shows them; then it may mend the words, and say something else.
_PRESS = """async ([words]) => {
  const input = document.querySelector("#hub-find-query");
  const status = document.querySelector("[data-hub-status]");
  const said = new Promise((resolve, reject) => {
    setTimeout(reject, 20_000, new Error(`no answer to ${words}`));
    const isIt = () => status.textContent.includes(`“${words}”`) && resolve();
    const observed = { childList: true, characterData: true, subtree: true };
    new MutationObserver(isIt).observe(status, observed);
  });
  const begun = performance.now();
  input.value = words;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await said;
  await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}"""

# What is asked for after this moment waits for nobody, and nobody waits for it.
_FIRST = """new MutationObserver((_, observer) => {
  const needed = ["[data-hub-results] > li", ".hub-facet__count[data-number]"];
  if (!needed.every((each) => document.querySelector(each))) return;
  window.hubFirst = performance.timeOrigin + performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true, attributes: true })"""


@dataclass(frozen=True)
class Searching:
    """What was measured on one site: bytes of the search alone and of all, milliseconds, files."""

    of_search: int
    in_all: int
    milliseconds: list[float]
    files: dict[str, int]

    def __str__(self) -> str:
        largest = sorted(self.files.items(), key=lambda each: -each[1])
        return (
            f"before the first faceted result: {self.of_search / 1000:,.0f} kB of the search, "
            f"{self.in_all / 1000:,.0f} kB with the page and its frame; from key to results: "
            f"median {median(self.milliseconds):.0f} ms, "
            f"highest {max(self.milliseconds):.0f} ms of {len(self.milliseconds)} keys\n"
            + "".join(f"  {size / 1000:8,.1f} kB {name}\n" for name, size in largest)
        )


def measure(site: Path, records: Records) -> Searching:
    """Open the search page of a site made of these records, and search."""
    with serving(site) as url, running_browser() as browser:
        files = _first_result(browser, url, site, _words(records, 1)[0])
        page = open_page(browser, f"{url}search/", "light", 1280, scripts=True).page
        milliseconds = [*_pressed(page, _words(records, _TYPED))]
    of_search = sum(size for name, size in files.items() if name.startswith(_OF_SEARCH))
    return Searching(of_search, sum(files.values()), milliseconds, files)


def quality(site: Path) -> str:
    """Build the real hub at `site`; tell how well it answers `tests/data/queries.yml`."""
    built = build(REPOSITORY, site)
    if built.returncode != 0:
        raise RuntimeError(built.stdout)
    with serving(site) as url, running_browser() as browser:
        page = open_page(browser, f"{url}about/", "light", 1280, scripts=True).page
        return "\n".join(
            f"{name}: {score(page, url, queries(name))}" for name in ("asked", "unseen")
        )


def _first_result(browser: Browser, url: str, site: Path, words: str) -> dict[str, int]:
    """Return what a browser asks for until it shows the first result and the first facet.

    It is a question with a facet chosen; sizes are in bytes, by path.
    """
    page = open_page(browser, "about:blank", "light", 1280, scripts=True).page
    asked = list[Request]()
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - not a builtin
    page.add_init_script(_FIRST)
    page.goto(f"{url}search/?q={words}&kind=Evidence+summary")
    page.wait_for_function("() => window.hubFirst")
    page.wait_for_load_state("networkidle")
    first = float(page.evaluate("() => window.hubFirst"))
    before = [each.url for each in asked if each.timing["startTime"] <= first]
    paths = [unquote(urlsplit(each).path).lstrip("/") for each in before]
    return {each: _sent(site / each) for each in dict.fromkeys(paths)}


def _sent(path: Path) -> int:
    content = (path / "index.html" if path.is_dir() else path).read_bytes()
    return len(content) if path.suffix in _PACKED else len(gzip.compress(content, 6, mtime=0))


def _pressed(page: Page, words: list[str]) -> list[float]:
    """Return the milliseconds of each key of some questions, typed letter by letter."""
    page.locator("[data-hub-results] > li").first.wait_for()
    typed = [each[:end] for each in words for end in range(1, len(each) + 1)]
    asked = [each for each in typed if not each.endswith(" ")]
    return [float(page.evaluate(_PRESS, [each])) for each in asked[:PRESSES]]


def _words(records: Records, number: int) -> list[str]:
    """Return questions of two words, each from the title of a summary."""
    titles = [str(fields["title"]) for _, fields in islice(records.summaries(), number)]
    return [" ".join(title.split()[1:3]) for title in titles]
