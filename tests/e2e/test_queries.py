"""What people ask for is found: questions to the real site, and what should come first.

`tests/data/queries.yml` says which questions, and what the two lists are; scores are printed
with `-s`.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.asking import Score, queries, score
from tests.e2e.browser import PageAt


@pytest.fixture
def page(hub_url: str, page_at: PageAt) -> Page:
    """Open a small page of the site."""
    return page_at(f"{hub_url}about/").page


@pytest.mark.parametrize("name", ["asked", "unseen"])
def test_answers_exist(real_site: Path, name: str) -> None:
    """Every record that should be found is on the site, at its anchor if it has one."""
    for address in {each for some in queries(name).values() for each in some}:
        page, _, anchor = address.partition("#")
        html = (real_site / page / "index.html").read_text(encoding="utf-8")

        assert not anchor or f'id="{anchor}"' in html


def test_what_is_asked_is_found(hub_url: str, page: Page) -> None:
    """Of 95 in 100 questions, a right answer is among the first three results."""
    found = score(page, hub_url, queries("asked"))
    print(f"\nasked: {found}")  # noqa: T201 - the figures are asked for

    assert len(found.ranks) >= 60
    assert found.success(3) >= 0.95


def test_unseen_questions_are_scored(
    hub_url: str, page: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is demanded of questions for which nothing was tuned: the figures are told."""
    found = score(page, hub_url, queries("unseen"))
    print(f"unseen: {found}")  # noqa: T201 - the figures are asked for
    printed = capsys.readouterr().out
    with capsys.disabled():
        print(f"\n{printed}", end="")  # noqa: T201

    assert "unseen: 40 questions: success@1" in printed


def test_scores_are_what_they_are_called() -> None:
    """Right answers at the first, third and fifth place, and none."""
    found = Score({"a": 1, "b": 3, "c": 5, "d": 0})

    assert (0.25, 0.5) == (found.success(1), found.success(3))
    assert (1 + 1 / 3 + 1 / 5) / 4 == found.mrr
