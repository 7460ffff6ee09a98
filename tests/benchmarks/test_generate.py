"""The hub that benchmarks measure: always the same, and as sound as a real one."""

from pathlib import Path

import pytest

from hub.examining import examine
from tests.benchmarks.generate import records_of
from tests.benchmarks.hub_files import hub_files, write_hub
from tests.benchmarks.markdown_files import write_markdown


def test_the_same_seed_gives_the_same_files() -> None:
    """Two runs on two days measure the same records."""
    first, second = (dict(hub_files(records_of(6))) for _ in range(2))

    assert first == second


def test_another_seed_gives_other_texts() -> None:
    """The seed is what chance begins with."""
    first, second = (dict(hub_files(records_of(6, seed))) for seed in (1, 2))

    assert first["evidence/references.bib"] != second["evidence/references.bib"]


def test_a_small_hub_is_the_beginning_of_a_large_one() -> None:
    """Growth is measured with the same first records."""
    small, large = (list(records_of(number).works()) for number in (4, 8))

    assert small == large[: len(small)]


@pytest.mark.parametrize("number", [4, 40])
def test_a_made_up_hub_has_no_faults(tmp_path: Path, number: int) -> None:
    """What is measured is a build that goes through, with no advice to print."""
    write_hub(records_of(number), tmp_path)

    assert () == examine(tmp_path).diagnostics


@pytest.mark.parametrize(("every", "works", "bodies"), [(False, 0, 0), (True, 9, 3)])
def test_peers_get_a_page_for_each_record(
    tmp_path: Path,
    every: bool,  # noqa: FBT001 - a parameter of the test
    works: int,
    bodies: int,
) -> None:
    """All builders have a page of each summary; of works and organisations if they are asked to."""
    write_markdown(records_of(6), tmp_path, "index.md", every=every)

    folders = ("summaries", "references", "organisations")
    numbers = tuple(len(list((tmp_path / each).glob("*.md"))) for each in folders)
    assert (6, works, bodies) == numbers
