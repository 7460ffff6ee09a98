"""Two versions compared: nothing is lost, nothing is made up, and every clause has a fate."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from hub.model.texts import Bullet, Clause, Text, TextPart
from hub.source import SourceText
from hub.views.comparison import Change, Comparison, Fate, Kind, compared


def text(clauses: dict[str, str], bullets: dict[str, tuple[str, ...]] | None = None) -> Text:
    """Return a text of one part from the words of its clauses by number."""
    own = bullets or {}
    found = tuple(
        Clause(
            f"need-{number}", number, words,
            tuple(Bullet(f"need-{number}-{i}", each) for i, each in enumerate(own.get(number, ()))),
            1,
        )
        for number, words in clauses.items()
    )  # fmt: skip
    parts = (TextPart("need", "We need:", found),)
    return Text(SourceText("concordats/x/1.0.md", ""), "0" * 64, "", parts, "")


def fates(comparison: Comparison) -> list[tuple[str, str]]:
    """Return the fate of each clause, in order."""
    return [(each.passage.id, each.fate.value) for each in comparison.clauses]


def printed(change: Change, *kept: Fate) -> str:
    """Return the words of a change with these fates, as one of the two versions has them."""
    shown = [each for each in change.pieces if each.fate in kept]
    return " ".join(" ".join(each.words for each in shown).split())


def test_a_clause_is_known_by_its_number() -> None:
    """Numbers keep their clauses: a gap is a clause that was dropped, where it stood."""
    old = text({"1": "Sing.", "2": "Dance.", "3": "Listen."})
    new = text({"1": "Sing.", "3": "Listen well.", "4": "Rest."})

    expected = [
        ("need-1", "kept"), ("need-2", "dropped"), ("need-3", "reworded"), ("need-4", "added"),
    ]  # fmt: skip
    assert expected == fates(compared(old, new))


def test_only_the_words_that_changed_are_marked() -> None:
    """What both have stands as it is; a full stop is a sign of its own."""
    [_, _, change, _] = compared(
        text({"1": "Begin in two years."}), text({"1": "Begin in one year, well."})
    ).changes

    assert [
        ("kept", "Begin in", ""), ("dropped", "two years", " "), ("added", "one year, well", " "),
        ("kept", ".", ""),
    ] == [(each.fate.value, each.words, each.space) for each in change.pieces]  # fmt: skip


def test_a_clause_whose_bullets_changed_is_not_carried_over() -> None:
    """A bullet belongs to what its clause says."""
    old = text({"1": "Begin with:"}, {"1": ("a choir",)})
    new = text({"1": "Begin with:"}, {"1": ("a choir", "tea")})

    assert [("need-1", "reworded")] == fates(compared(old, new))
    assert Counter({Fate.REWORDED: 1}) == compared(old, new).counts


def test_emphasis_is_no_change_of_words() -> None:
    """Marks of Markdown are not read as words."""
    assert [("need-1", "kept")] == fates(
        compared(text({"1": "Sing *loudly*."}), text({"1": "Sing loudly."}))
    )


WORDS = st.lists(
    st.sampled_from(["sing", "dance", "rest", "well", "often,", "now.", "don't"]), max_size=8
).map(" ".join)
CLAUSES = st.dictionaries(st.sampled_from("123456789"), WORDS.filter(bool), max_size=6)


@given(old=CLAUSES, new=CLAUSES)
def test_both_versions_can_be_read_off_the_page(old: dict[str, str], new: dict[str, str]) -> None:
    """Without what was added it is the old text, without what was dropped the new one."""
    changes = [
        each for each in compared(text(old), text(new)).changes
        if each.passage.kind is Kind.CLAUSE
    ]  # fmt: skip

    def read(given: dict[str, str], *kept: Fate) -> dict[str, str]:
        shown = {each.passage.number: printed(each, *kept).replace(" ", "") for each in changes}
        return {number: shown[number] for number in given}

    assert {key: each.replace(" ", "") for key, each in old.items()} == read(
        old, Fate.KEPT, Fate.REWORDED, Fate.DROPPED
    )
    assert {key: each.replace(" ", "") for key, each in new.items()} == read(
        new, Fate.KEPT, Fate.REWORDED, Fate.ADDED
    )
    assert {*old, *new} == {each.passage.number for each in changes}
    assert len(changes) == len({each.passage.id for each in changes})
    assert [*new] == [each.passage.number for each in changes if each.passage.number in new]
