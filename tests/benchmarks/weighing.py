"""The bytes that a browser loads before it shows a first result with facets: ours, and Material's.

A built site is served here and opened in a Chromium that has kept nothing from before. A server is
taken to compress what it sends, as static hosts do.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote_plus, unquote, urlsplit

from playwright.sync_api import Browser, Page, Request

from tests.e2e.browser import open_page, running_browser
from tests.e2e.searching import ask, choose
from tests.e2e.serving import serving

Files = dict[str, int]
"""What was asked for, by path from the site's root: bytes."""

KIND, EVERYWHERE = "Evidence summary", "people"
"""What finds the generated summaries, and a word that is in the title of each."""
_PATIENCE = 300_000
"""Milliseconds for Material's search to read its index."""
_PACKED = {".woff2", ".png", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
"""Files that no server compresses again: what is in them is compressed."""

# What is asked for after this moment waits for nobody, and nobody waits for it.
_FIRST = """new MutationObserver((_, observer) => {
  const needed = ["[data-hub-results] > li", ".hub-facet__count[data-number]"];
  if (!needed.every((each) => document.querySelector(each))) return;
  window.hubFirst = performance.timeOrigin + performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true, attributes: true })"""


def first_results(site: Path, words: str) -> dict[str, Files]:
    """Return what is loaded until a first result and the counts of a facet are shown, by case.

    Links are opened by somebody who was never on the site; the last case is all that is loaded
    until words are typed there, and a facet is chosen, and the results of both are shown.
    """
    outcome = _values(site, "outcome")[0]
    links = {
        "the page itself": {},
        "a link with words and a kind of record": {"q": words, "kind": KIND},
        "a link with a word of every summary and an outcome": {"q": EVERYWHERE, "outcome": outcome},
        "a link with two facets, and no words": {
            "outcome": outcome, "art-form": _values(site, "art form")[0],
        },
    }  # fmt: skip
    ways = {name: partial(_open, asked=asked) for name, asked in links.items()}
    ways["words typed on the page, then a facet"] = partial(_type, words=words)
    with serving(site) as url, running_browser() as browser:
        return {name: _loaded(browser, url, site, way) for name, way in ways.items()}


def first_result_of_link(browser: Browser, url: str, site: Path, asked: dict[str, str]) -> Files:
    """Return what a link to the search page of a site, served at `url`, loads until then."""
    return _loaded(browser, url, site, partial(_open, asked=asked))


def first_result_of_material(site: Path, words: str) -> Files:
    """Return what a site made with Material's own search loads until it shows a result."""
    with serving(site) as url, running_browser() as browser:
        return _loaded(browser, url, site, partial(_ask_material, words=words))


def sent(path: Path) -> int:
    """Return the bytes that a server sends of a file, or of the page in a folder."""
    content = (path / "index.html" if path.is_dir() else path).read_bytes()
    return len(content) if path.suffix in _PACKED else len(gzip.compress(content, 6, mtime=0))


def _loaded(browser: Browser, url: str, site: Path, way: Callable[[Page, str], float]) -> Files:
    """Return what was asked for before the moment that `way` tells, in milliseconds."""
    page = open_page(browser, "about:blank", "light", 1280, scripts=True).page
    asked = list[Request]()
    page.context.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - not a builtin
    moment = way(page, url)
    page.wait_for_load_state("networkidle")
    before = [each.url for each in asked if each.timing["startTime"] <= moment]
    paths = [unquote(urlsplit(each).path).lstrip("/") for each in before if each.startswith(url)]
    page.context.close()
    return {each: sent(site / each) for each in dict.fromkeys(paths)}


def _open(page: Page, url: str, asked: dict[str, str]) -> float:
    page.add_init_script(_FIRST)
    query = "&".join(f"{name}={quote_plus(value)}" for name, value in asked.items())
    page.goto(f"{url}search/?{query}")
    page.wait_for_function("() => window.hubFirst")
    return float(page.evaluate("() => window.hubFirst"))


def _type(page: Page, url: str, words: str) -> float:
    page.goto(f"{url}search/")
    page.locator("[data-hub-results] > li").first.wait_for()
    ask(page, words)
    choose(page, "kind", KIND)
    return _now(page)


def _ask_material(page: Page, url: str, words: str) -> float:
    page.goto(url)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(words)
    page.locator(".md-search-result__item").first.wait_for(timeout=_PATIENCE)
    return _now(page)


def _now(page: Page) -> float:
    return float(page.evaluate("() => performance.timeOrigin + performance.now()"))


def _values(site: Path, facet: str) -> list[str]:
    """Return the values of a facet, as the index has them."""
    bundle = site / "pagefind"
    (language,) = json.loads((bundle / "pagefind-entry.json").read_bytes())["languages"].values()
    values: list[str] = json.loads((bundle / language["facets"][facet]).read_bytes())["values"]
    return values
