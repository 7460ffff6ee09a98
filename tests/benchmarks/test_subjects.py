"""How often each builder is measured."""

import pytest

from tests.benchmarks.subjects import few, some


@pytest.mark.parametrize(("pages", "expected"), [(1_000, 5), (10_000, 3), (50_000, 2)])
def test_our_build_has_fewer_rounds_the_more_pages_it_writes(pages: int, expected: int) -> None:
    """A run of all sizes ends within the hour."""
    assert expected == min(5, some(pages))


@pytest.mark.parametrize(("pages", "expected"), [(1_000, 3), (3_000, 1), (10_000, 1)])
def test_what_takes_minutes_has_the_fewest_rounds(pages: int, expected: int) -> None:
    """MkDocs is measured, but does not fill the run."""
    assert expected == few(pages)
