"""What a long table of signatories costs a reader: the time from a key to the next picture.

A hub of 5,000 signatories is built and served here, and its page is opened in a Chromium. Keys are
pressed as a reader would press them; a time ends when what was asked for has been painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from tests.benchmarks.hub_files import CONCORDAT, write_signatories
from tests.benchmarks.records import Records
from tests.benchmarks.signing import signatories
from tests.conftest import build
from tests.e2e.browser import open_page, running_browser
from tests.e2e.serving import serving

ROWS = 5_000
TIMES = 20
"""How often each thing is done."""
_ADDRESS = f"concordats/{CONCORDAT}/signatories/"
_COLUMNS = ("Organisation", "Status", "Delivery", "Sector", "Place", "Signed")
_CHOICES = ("Status", "Delivery", "Sector", "Place")

# The page says what it shows once the rows are there; the next frame paints them, and a message
# that was posted in that frame arrives after it.
_WATCH = """() => {
  window.hubPainted = new Promise((resolve) => {
    const pressed = ({ timeStamp }) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      });
      const observed = { childList: true, characterData: true, subtree: true };
      seen.observe(document.querySelector("[data-hub-said]"), observed);
    };
    addEventListener("keydown", pressed, { once: true, capture: true });
  });
}"""


@dataclass(frozen=True)
class Sifting:
    """What was measured: milliseconds by what was done, and until the page was ready."""

    rows: int
    ready: float
    kilobytes: float
    milliseconds: dict[str, list[float]]

    def __str__(self) -> str:
        lines = (
            f"  {name}: median {median(times):.0f} ms, highest {max(times):.0f} ms"
            for name, times in self.milliseconds.items()
        )
        return (
            f"{self.rows:,} signatories, from key to paint, {TIMES} times each:\n"
            + "\n".join(lines)
            + f"\n  the page ({self.kilobytes:,.0f} kB) was ready after {self.ready:.0f} ms"
        )


def measure(records: Records, work: Path) -> Sifting:
    """Build a hub with half as many signatories as there are records, and read its table."""
    root, site = work / "hub", work / "site"
    write_signatories(records, root)
    built = build(root, site, strict=False)
    if built.returncode != 0:
        raise RuntimeError(built.stdout)
    with serving(site) as url, running_browser() as browser:
        page = open_page(browser, url + _ADDRESS, "light", 1280, scripts=True).page
        page.locator("form[data-hub-sift]").wait_for()
        ready = float(page.evaluate("performance.now()"))
        return Sifting(
            records.number // 2,
            ready,
            (site / _ADDRESS / "index.html").stat().st_size / 1000,
            {
                "sort": [*_sorted(page)],
                "filter": [*_filtered(page)],
                "search": [*_searched(page, records)],
            },
        )


def _sorted(page: Page) -> Iterator[float]:
    for turn in range(TIMES):
        name = _COLUMNS[turn // 2 % len(_COLUMNS)]
        header = page.locator("[data-hub-rows]").get_by_role("columnheader", name=name, exact=True)
        header.get_by_role("button").focus()
        yield _pressed(page, "Enter")


def _filtered(page: Page) -> Iterator[float]:
    for turn in range(TIMES):
        page.get_by_label(_CHOICES[turn // 2 % len(_CHOICES)], exact=True).focus()
        yield _pressed(page, "ArrowUp" if turn % 2 else "ArrowDown")


def _searched(page: Page, records: Records) -> Iterator[float]:
    titles = (fields["title"] for _, fields, _ in signatories(records))
    letters = "".join(str(next(titles))[:5] for _ in range(TIMES // 5))
    field = page.get_by_label("Name", exact=True)
    for at, letter in enumerate(letters):
        if at % 5 == 0:
            field.fill("")
        field.focus()
        yield _pressed(page, letter)


def _pressed(page: Page, key: str) -> float:
    """Press a key, and return the milliseconds until what it asked for was painted."""
    page.evaluate(_WATCH)
    page.keyboard.press(key)
    return float(page.evaluate("window.hubPainted"))
