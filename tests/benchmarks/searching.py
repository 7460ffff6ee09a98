"""What searching costs a reader, and what it gives: bytes, time from key to results, answers.

Bytes are weighed by `tests.benchmarks.weighing`; a built site is opened here in a Chromium.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from tests.benchmarks import weighing
from tests.benchmarks.hub_files import REPOSITORY
from tests.benchmarks.records import Records
from tests.benchmarks.weighing import Files
from tests.conftest import build
from tests.e2e.asking import Score, queries, score
from tests.e2e.browser import open_page, running_browser
from tests.e2e.serving import serving

PRESSES = 200
"""Keys that are pressed, at most."""
_TYPED = 20

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


@dataclass(frozen=True)
class Searching:
    """What was measured on one site: files by case, milliseconds, and Material's files."""

    cases: Mapping[str, Files]
    milliseconds: list[float]
    of_material: Files

    @property
    def most(self) -> int:
        """The bytes of the heaviest link: of all cases but the last, which is more than a link."""
        return max(sum(files.values()) for files in [*self.cases.values()][:-1])

    @property
    def median(self) -> float:
        """The median of the milliseconds."""
        return median(self.milliseconds)

    @property
    def share(self) -> float | None:
        """The bytes of the heaviest link to those of Material's search, if that was measured."""
        return self.most / sum(self.of_material.values()) if self.of_material else None

    def __str__(self) -> str:
        all_files = {**self.cases, "Material's own": self.of_material}
        lines = [
            f"{sum(files.values()) / 1000:8,.1f} kB in {len(files)} requests: {name}"
            for name, files in all_files.items()
        ]
        heaviest = max(self.cases.values(), key=lambda files: sum(files.values()))
        largest = sorted(heaviest.items(), key=lambda each: -each[1])
        keys = f"median {self.median:.0f} ms, highest {max(self.milliseconds):.0f} ms"
        return "\n".join([
            "before the first result with facets:", *lines,
            f"from key to results: {keys} of {len(self.milliseconds)} keys",
            "of the heaviest:", *(f"{size / 1000:8,.1f} kB {name}" for name, size in largest),
        ])  # fmt: skip


def measure(site: Path, records: Records, material: Path) -> Searching:
    """Search a site made of these records, and `material`, the same with Material, if there."""
    words = _words(records, _TYPED)
    cases = weighing.first_results(site, words[0])
    of_material = weighing.first_result_of_material(material, words[0]) if material.is_dir() else {}
    with serving(site) as url, running_browser() as browser:
        page = open_page(browser, f"{url}search/", "light", 1280, scripts=True).page
        return Searching(cases, [*_pressed(page, words)], of_material)


def quality(site: Path) -> dict[str, Score]:
    """Build the real hub at `site`; return how well it answers `tests/data/queries.yml`."""
    built = build(REPOSITORY, site)
    if built.returncode != 0:
        raise RuntimeError(built.stdout)
    with serving(site) as url, running_browser() as browser:
        page = open_page(browser, f"{url}about/", "light", 1280, scripts=True).page
        return {name: score(page, url, queries(name)) for name in ("asked", "unseen")}


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
