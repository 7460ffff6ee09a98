"""Places of words on their way between processes: whole, and cut between words."""

from collections.abc import Sequence
from itertools import chain, groupby

from hypothesis import given
from hypothesis import strategies as st

from hub.publishing.search_reading import Key
from hub.publishing.search_runs import Run, runs_of, stretches

TOLD: dict[int, Run] = {5: (2, 1, 300, b"some"), 0: (1, 2, 2, b""), 3: (1, 70_000, 70_000, b"x")}


def test_each_stretch_has_what_is_told_of_its_keys_in_order() -> None:
    """Those that are on none of these pages are left out."""
    told = runs_of(TOLD, TOLD.__getitem__, [(0, 4), (4, 5), (5, 9)])

    assert [[(0, TOLD[0]), (3, TOLD[3])], [], [(5, TOLD[5])]] == [[*each] for each in told]


WORDS = st.lists(st.tuples(st.sampled_from("abcdef"), st.text(max_size=2)), unique=True)


@given(WORDS)
def test_all_keys_of_a_word_are_in_one_stretch(some: Sequence[Key]) -> None:
    """And each key is in one, in order."""
    keys = sorted(some)
    cut = [keys[start:end] for start, end in stretches(keys)]

    assert keys == [*chain.from_iterable(cut)]
    found = [word for each in cut for word, _ in groupby(word for word, _ in each)]
    assert sorted({word for word, _ in keys}) == found
