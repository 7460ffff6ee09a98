"""What finds the parts of pages: clauses, bodies that signed, lessons, and the pages themselves."""

from dataclasses import replace

from hub.model.base import Record
from hub.model.hub import Hub
from hub.model.texts import Text
from hub.model.vocabularies import Gazetteer
from hub.page import Page, SearchEntry
from hub.views.search_parts import organisation_entry, page_entries, part_entries
from tests.views.small_concordat import (
    basis,
    clause,
    concordat,
    northshire,
    organisation,
    programme,
    signatory,
    signed,
    studio,
    text,
)
from tests.views.small_hub import placed

PLACES = Gazetteer.model_validate({
    "title": "Places", "source": "Made up", "licence": "None",
    "places": [{"id": "northshire", "label": "Northshire", "kind": "county"}],
})  # fmt: skip
LESSON = {"number": 3, "label": "Trust takes time", "statement": "It *is* slow."}


def entries(hub: Hub) -> dict[str, SearchEntry]:
    """Return what finds the parts of a hub, by address."""
    known = replace(hub, places={each.id: each for each in PLACES.places})
    return {each.address: each for each in part_entries(known)}


def found(words: Text | None, *records: Record, **fields: object) -> dict[str, SearchEntry]:
    """Return what finds the parts of a hub of one concordat."""
    return entries(northshire(words, concordat(**fields), *records))


def test_a_clause_is_found_by_its_words_and_its_label() -> None:
    """At its anchor; the concordat lends its place and year."""
    words = text(clause("need-1", "Sing **together**."))
    entry = found(words, clauses={"need-1": basis()}, area="northshire")[
        "concordats/northshire/#need-1"
    ]

    assert ("A label", "Sing together.") == (entry.title, entry.text)
    assert (("kind", "Clause"), ("place", "Northshire"), ("year", "2018")) == entry.filters


def test_bullets_are_found_with_their_clause_or_by_themselves() -> None:
    """By themselves where something is recorded about them."""
    words = text(clause("need-1", "Sing:", bullets="ab"))
    given = found(words, clauses={"need-1-b": basis()})

    assert "Sing: Bullet a" == given["concordats/northshire/#need-1"].text
    assert "Bullet b" == given["concordats/northshire/#need-1-b"].text
    assert "concordats/northshire/#need-1-a" not in given


def test_of_several_concordats_it_is_said_which() -> None:
    """The same body may sign two, and the same words may stand in both."""
    given = northshire(text(clause("need-1", "Sing.")), concordat(), signatories=(signatory("a"),))
    other = placed(concordat(title="Other"), "other")
    found = entries(replace(given, concordats={**given.concordats, "other": other}))

    assert "Sing. (Northshire Concordat)" == found["concordats/northshire/#need-1"].text


def test_a_concordat_is_found_by_what_it_is() -> None:
    """Not by its clauses, which are found by themselves; nor does it need a text that was read."""
    issuer = organisation("northshire", title="North", aliases=["The North"])
    given = found(None, issuer, area="northshire")

    assert ["concordats/northshire/"] == [*given]
    assert "Northshire says what it believes. North The North Northshire" == (
        given["concordats/northshire/"].text
    )


def test_a_body_is_found_by_what_it_signed() -> None:
    """By all its names, and not by the person who signed."""
    arts = organisation("midwater-arts", aliases=["MA"], place="northshire")
    by = {"role": "Chair", "name": "Ann Example", "name_published": True, "name_basis": "Agreed"}
    signatories = (
        signatory("midwater-arts", signed(by=by)),
        signatory("gone", withdrawn={"on": "2022-01-01"}),
    )
    gone = organisation("gone")
    hub = northshire(None, concordat(), arts, gone, signatories=signatories)
    made = studio(replace(hub, places={each.id: each for each in PLACES.places}))
    entry, other = organisation_entry(made, arts), organisation_entry(made, gone)

    assert entry is not None
    assert other is not None
    assert "Signed. MA. arts. Northshire" == entry.text
    assert (("kind", "Organisation"), ("place", "Northshire")) == entry.filters
    assert other.text.startswith("Withdrew.")


def test_a_programme_is_found_by_who_takes_part() -> None:
    """By all their names; its lessons are found by themselves, at their anchors."""
    arts = organisation("midwater-arts", aliases=["MA"])
    given = entries(northshire(None, arts, programme(
        lead="midwater-arts", places=["northshire"], lessons=[LESSON]
    )))  # fmt: skip
    entry, lesson = given.values()

    assert "programmes/northshire-sings/" == entry.address
    assert entry.text.endswith("research-project. Midwater Arts, MA, Northshire")
    assert "programmes/northshire-sings/#lesson-3" == lesson.address
    assert "It is slow. (Northshire Sings)" == lesson.text
    assert (("kind", "Lesson"), ("place", "Northshire")) == lesson.filters


def test_other_pages_are_found_by_their_descriptions() -> None:
    """All but the home page and the search itself, and what is found already."""
    pages = [
        Page(address=each, kind="front", title=each, description=f"About {each}", html="")
        for each in ("", "search/", "evidence/", "concordats/a/")
    ]

    assert ["evidence/"] == [each.address for each in page_entries(pages, {"concordats/a/"})]


def test_a_story_is_called_one() -> None:
    """Readers can choose stories; other pages are pages."""
    pages = [
        Page(address=f"{kind}/", kind=kind, title=kind, description="", html="")
        for kind in ("story", "stories")
    ]

    assert [(("kind", "Story"),), (("kind", "Page"),)] == [
        each.filters for each in page_entries(pages, ())
    ]
