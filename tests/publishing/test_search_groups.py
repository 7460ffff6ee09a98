"""Words in groups: a new word leaves the others as they were, and what is known of those."""

from itertools import chain
from pathlib import Path

import pytest

from hub.publishing.search_groups import Kept, groups_of
from hub.store import Store

WORDS = {"1": ["choir", "choirs", "dance"], "7": ["café", "choir"]}


def test_each_word_is_in_one_group_after_its_weight() -> None:
    """A word of several weights is there with each, and no group is empty."""
    groups = groups_of(WORDS)

    assert [("1", "choir"), ("1", "choirs"), ("1", "dance"), ("7", "café"), ("7", "choir")] == (
        sorted(chain.from_iterable(groups))
    )
    assert [("1", "choir"), ("7", "choir")] in groups
    assert all(groups)


def test_a_new_word_leaves_other_groups_as_they_were() -> None:
    """Only its own has changed, or is new."""
    before, after = groups_of(WORDS), groups_of(WORDS | {"7": ["café", "choir", "singing"]})

    assert [[("7", "singing")]] == [group for group in after if group not in before]


def test_without_words_there_is_no_group() -> None:
    """Of a weight that no word has, nothing is told either."""
    assert [] == groups_of({"1": []})


@pytest.mark.parametrize(
    ("made_by", "found"), [(b"this", {1: "two"}), (b"that", {})], ids=["same", "another"]
)
def test_what_was_made_of_a_group_is_found_by_its_words(
    tmp_path: Path, made_by: bytes, found: dict[int, str]
) -> None:
    """Whatever its number is by then, and if it would be made in the same way."""
    store = Store(tmp_path / "cache.sqlite")
    Kept(store, b"this").keep([([("1", "one")], "one"), ([("1", "two")], "two")])

    assert found == Kept(store, made_by).find([[("7", "one")], [("1", "two")]])
