"""Questions put to the search of a site as its own page puts them, and how good the answers are."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parents[1] / "data" / "queries.yml"

_FIRST = 20
"""Results that are looked at: those that a reader sees without asking for more."""
_CONCORDAT = "concordats/cheshire-merseyside-creative-health/"
_ADDRESSES = {
    "summary": "evidence/summaries/{}/", "reference": "evidence/references/{}/",
    "concordat": _CONCORDAT, "clause": _CONCORDAT + "#{}",
    "organisation": "organisations/{}/",
    "practice": "practice/{}/", "area": "areas/{}/", "question": "evidence/questions/{}/",
    "programme": "programmes/{}/", "lesson": "programmes/{}/#lesson-{}", "page": "{}",
}  # fmt: skip

# Mended where the page would mend it without asking, then found, and read as a record. Where few
# are found, those that the page shows below them follow.
_ASK = """async ([root, queries, first]) => {
  const part = (name) => import(`${root}assets/hub/js/search/${name}.js`);
  const [{ openIndex }, { Meant }, { recordOf }] = await Promise.all(
    [part("engine"), part("meant"), part("records")],
  );
  const place = { index: `${root}pagefind/`, root: new URL(root), name: "" };
  const index = await openIndex(place);
  const meant = new Meant(`${root}search/words.json`);
  const answers = [];
  for (const query of queries) {
    const mended = await meant.mended({ query, literal: false }, index);
    const asked = { query: mended?.sure ? mended.query : query };
    const found = await index.find(asked.query, {});
    const shown = [...found.slice(0, first), ...(await meant.near(asked, index, found))];
    const some = shown.map(async (each) => recordOf(await each.data(), place));
    answers.push((await Promise.all(some)).map((record) => record?.id));
  }
  return answers;
}"""


@dataclass(frozen=True)
class Score:
    """How good answers are: ranks of the first right one, 0 where there is none among them."""

    ranks: dict[str, int]

    def success(self, at: int) -> float:
        """Return the share of questions with a right answer among the first `at`."""
        return sum(0 < each <= at for each in self.ranks.values()) / len(self.ranks)

    @property
    def mrr(self) -> float:
        """The mean of one divided by the rank, 0 where nothing right was found."""
        return sum(1 / each for each in self.ranks.values() if each) / len(self.ranks)

    def __str__(self) -> str:
        late = {query: rank for query, rank in self.ranks.items() if not 0 < rank <= 3}
        return (
            f"{len(self.ranks)} questions: success@1 {self.success(1):.2f}, "
            f"success@3 {self.success(3):.2f}, MRR {self.mrr:.2f}"
            + "".join(f"\n  {rank or 'not found'}: {query}" for query, rank in late.items())
        )


def queries(name: str) -> dict[str, list[str]]:
    """Return questions with the addresses of the records that answer them."""
    written: dict[str, list[str]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))[name]
    return {query: [_address(*each.split()) for each in some] for query, some in written.items()}


def score(page: Page, root: str, wanted: dict[str, list[str]]) -> Score:
    """Put questions to the search of the site at `root`, on one of its pages."""
    answers: list[list[Any]] = page.evaluate(_ASK, [root, [*wanted], _FIRST])
    return Score({
        query: next((place for place, each in enumerate(found, 1) if each in wanted[query]), 0)
        for query, found in zip(wanted, answers, strict=True)
    })  # fmt: skip


def _address(kind: str, *names: str) -> str:
    return _ADDRESSES[kind].format(*names)
