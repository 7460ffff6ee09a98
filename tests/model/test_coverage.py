"""What stands behind a clause is grouped and counted, and nothing is counted as something."""

from hub.model.coverage import by_relation, coverage, is_later
from tests.views.small_concordat import (
    basis,
    clause,
    concordat,
    link,
    northshire,
    programme,
    text,
)
from tests.views.small_hub import work


def ids(*provisions: object) -> list[str]:
    """Return the ids of provisions."""
    return [each.id for each in provisions]  # type: ignore[attr-defined]


def test_partial_support_is_direct_evidence() -> None:
    """A clause that a work supports in part has direct evidence."""
    record = concordat(clauses={"need-1": basis(link("a", "partly-supports"))})
    found = coverage(northshire(text(clause("need-1")), record), record)

    assert ["need-1"] == ids(*found.direct)


def test_context_is_no_direct_evidence() -> None:
    """A clause with a work that only gives context is examined, and without direct evidence."""
    record = concordat(clauses={"need-1": basis(link("a", "contextualises"))})
    found = coverage(northshire(text(clause("need-1")), record), record)

    assert ([], ["need-1"], []) == (
        ids(*found.direct), ids(*found.without), ids(*found.unexamined)
    )  # fmt: skip


def test_challenge_does_not_hide_support() -> None:
    """A clause can be supported and challenged, and counts as both."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"), link("b", "challenges"))})
    found = coverage(northshire(text(clause("need-1")), record), record)

    assert (["need-1"], ["need-1"]) == (ids(*found.direct), ids(*found.challenged))


def test_said_to_have_none_is_examined() -> None:
    """A clause of which it is said why there is no evidence is not one that nobody looked at."""
    record = concordat(clauses={"need-1": basis(no_direct_evidence="Nothing tests it.")})
    found = coverage(northshire(text(clause("need-1")), record), record)

    assert (["need-1"], []) == (ids(*found.without), ids(*found.unexamined))


def test_silence_is_not_absence() -> None:
    """A clause that no record names is unexamined, whatever programmes do about it."""
    record = concordat(clauses={"need-2": basis(programmes=[{"programme": "x", "why": "So."}])})
    found = coverage(northshire(text(clause("need-1"), clause("need-2")), record), record)

    assert (["need-1", "need-2"], []) == (ids(*found.unexamined), ids(*found.without))


def test_bullet_belongs_to_its_clause() -> None:
    """A bullet about which nothing is recorded is part of its clause."""
    record = concordat()
    found = coverage(northshire(text(clause("need-1", bullets="ab")), record), record)

    assert ["need-1"] == ids(*found.provisions)


def test_bullet_with_evidence_stands_for_itself() -> None:
    """A bullet about which something is recorded is counted like a clause."""
    record = concordat(clauses={"need-1-b": basis(link("a", "supports"))})
    found = coverage(northshire(text(clause("need-1", bullets="ab")), record), record)

    assert ["need-1", "need-1-b"] == ids(*found.provisions)


def test_bullets_with_own_ids_stand_for_themselves() -> None:
    """Where a part gives its bullets ids of their own, each is counted."""
    record = concordat(parts=[{"id": "need", "bullets": "aim"}])
    found = coverage(northshire(text(clause("need", bullets="ab")), record), record)

    assert ["need", "need-a", "need-b"] == ids(*found.provisions)


def test_lessons_reach_their_clause() -> None:
    """A lesson that names a clause stands behind it."""
    record = concordat()
    lesson = {"number": 1, "label": "Listen", "statement": "So.", "about": ["northshire/need-1"]}
    hub = northshire(text(clause("need-1")), record, programme(lessons=[lesson]))
    (found,) = coverage(hub, record).provisions

    assert ["Listen"] == [lesson.label for _, lesson in found.lessons]


def test_unread_text_is_covered_by_nothing() -> None:
    """While the text cannot be read there is nothing to count."""
    record = concordat()

    assert () == coverage(northshire(None, record), record).provisions


def test_no_link_is_left_out_of_its_group() -> None:
    """Every work is in the group of its relation, challenges before context."""
    record = concordat(clauses={"need-1": basis(
        link("a", "contextualises"), link("b", "challenges"), link("c", "supports"),
        link("d", "challenges"),
    )})  # fmt: skip
    groups = by_relation(record.clauses["need-1"].evidence)

    assert [("supports", ["c"]), ("challenges", ["b", "d"]), ("contextualises", ["a"])] == [
        (relation.value, [each.reference for each in links]) for relation, links in groups
    ]


def test_later_is_a_later_year() -> None:
    """A work of the year of the text may have been its basis; one of the next year cannot."""
    version = concordat().current
    years = [2017, 2018, 2019, None]

    assert [False, False, True, False] == [
        is_later(work("a", issued={"year": year}), version) for year in years
    ]
