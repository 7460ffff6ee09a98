"""Works of which the same is known are alike to a style; unusual ones teach nothing to others."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from hub.citing import shapes
from hub.citing.formatting import Formatter

MARK = "\ue000"
"""A sign that is taken out on the way in: a text of nothing else is empty when it is printed."""
PERSON = {"family": "Doe", "given": "J. A."}
USUAL = {
    "id": "work", "type": "chapter", "title": "A title", "container-title": "A book",
    "author": [PERSON], "editor": [PERSON, PERSON], "issued": {"literal": "in press"},
    "page": "1–20", "volume": "3", "edition": "2", "publisher": "A press", "DOI": "10.1/x",
}  # fmt: skip
UNUSUAL = {
    "no title": {"title": MARK},
    "no place it is in": {"container-title": MARK},
    "a body without a name": {"author": [{"literal": MARK}]},
    "a person without a name": {"author": [{"family": MARK, "given": MARK}]},
    "a given name alone": {"author": [{"given": "J."}]},
    "one editor without a name": {"editor": [{"family": MARK}, PERSON]},
    "no date": {"issued": {"literal": MARK}},
    "a blank date": {"issued": {"literal": " "}},
    "no pages": {"page": MARK},
    "blank pages": {"page": "\xa0"},
    "a volume that is no number": {"volume": "three"},
    "an edition that is no number": {"edition": "new"},
    "several editions": {"edition": "2-3"},
    "no publisher": {"publisher": MARK},
    "no identifier": {"DOI": MARK},
    "a language": {"language": "cy"},
}
"""Works that differ from the usual one in a single text."""


def lines(item: dict[str, Any]) -> str:
    """Return what is printed for a work in all styles."""
    return Formatter.printed([(b"key", json.dumps(item))])[b"key"]


@pytest.fixture(autouse=True)
def _nothing_learnt() -> Iterator[None]:
    lines(USUAL)  # The styles are read.
    shapes._learnt.cache_clear()
    yield
    shapes._learnt.cache_clear()


@pytest.mark.parametrize("difference", UNUSUAL.values(), ids=UNUSUAL)
def test_an_unusual_work_changes_no_other(difference: dict[str, Any]) -> None:
    """The usual work prints the same after it, and it prints the same after the usual work."""
    alone = {}
    for name, item in (("usual", USUAL), ("unusual", USUAL | difference)):
        shapes._learnt.cache_clear()
        alone[name] = lines(item)
    after_the_usual = lines(USUAL) and lines(USUAL | difference)
    shapes._learnt.cache_clear()
    after_the_unusual = lines(USUAL | difference) and lines(USUAL)

    assert [alone["usual"], alone["unusual"]] == [after_the_unusual, after_the_usual]


def test_works_that_differ_in_words_alone_have_one_shape() -> None:
    """Titles, names, numbers of pages and days are not looked at."""
    other = {"title": "Another", "author": [{"literal": "A body"}], "page": "7-8", "volume": "44"}
    lines(USUAL)
    lines(USUAL | other)

    assert 1 == shapes._learnt.cache_info().currsize


@pytest.mark.parametrize(
    "difference",
    [{"type": "book"}, {"note": "A note"}, {"volume": "three"}, {"issued": {"literal": "n.d."}}],
)
def test_works_of_which_other_things_are_known_have_shapes_of_their_own(
    difference: dict[str, Any],
) -> None:
    """A type, a variable, whether it is a number, and words for a date: styles ask for them."""
    lines(USUAL)
    lines(USUAL | difference)

    assert 2 == shapes._learnt.cache_info().currsize
