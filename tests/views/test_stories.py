"""A story is told as its teller agreed, and as no evidence of effect."""

from dataclasses import replace

import pytest
from lxml import html as parser

from hub.model.hub import Hub
from hub.model.stories import Story
from hub.views.settings import Settings
from hub.views.stories import story_pages
from tests.views.small_concordat import basis, clause, concordat, northshire, studio, text
from tests.views.small_hub import placed

CONSENT = {
    "kind": "written", "on": "2026-03-02", "covers": "the words", "kept_by": "the secretary",
    "to_withdraw": "by word to the secretary",
}  # fmt: skip


def story(**fields: object) -> Story:
    """Return a story of a choir."""
    given = {
        "title": "The Tuesday choir", "told_by": "R. (fictional)", "telling": "own-words",
        "text": "I stayed for the singing.", "consent": CONSENT, **fields,
    }  # fmt: skip
    return placed(Story.model_validate(given), "tuesday-choir", "evidence/stories")


def pages(*stories: Story) -> dict[str, str]:
    """Return what each page of a hub with these stories says, by address."""
    hub: Hub = replace(northshire(None), stories={each.id: each for each in stories})
    return {
        page.address: " ".join(" ".join(parser.fromstring(page.html).itertext()).split())
        for page in story_pages(studio(hub), Settings())
    }


def test_a_story_says_that_it_is_no_evidence() -> None:
    """On its own page, before it is read, and on the page that lists it."""
    said = pages(story())

    assert said["stories/tuesday-choir/"].index("not evidence of effect") < said[
        "stories/tuesday-choir/"
    ].index("I stayed")
    assert "not evidence of effect" in said["stories/"]


def test_a_story_shows_what_its_teller_agreed_to() -> None:
    """How and when they agreed, what may be published, and how it can be taken back."""
    assert (
        "Agreed in writing, on 2 March 2026 What may be published the words "
        "How it can be taken back by word to the secretary"
    ) in pages(story())["stories/tuesday-choir/"]


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_a_story_that_was_taken_back_leaves_nothing(status: str) -> None:
    """Neither its page nor its title: it is not a statement that others relied on."""
    said = pages(story(status=status))

    assert ["stories/"] == [*said]
    assert "Tuesday" not in said["stories/"]


def test_the_data_of_a_story_stands_beside_its_page_alone() -> None:
    """What is taken back is gone with its page; no list of all stories holds it as well."""
    hub: Hub = replace(northshire(None), stories={"tuesday-choir": story()})
    beside = [file.path for page in story_pages(studio(hub), Settings()) for file in page.beside]

    assert ["stories/tuesday-choir/record.json"] == beside


def test_a_clause_is_named_as_its_concordat_names_it() -> None:
    """No reader has to know what clauses are called in the files."""
    told = story(clauses=["northshire/need-1"])
    agreed = concordat(clauses={"need-1": basis(no_direct_evidence="None.")})
    hub = replace(northshire(text(clause("need-1")), agreed), stories={"tuesday-choir": told})
    (page,) = [each for each in story_pages(studio(hub), Settings()) if each.kind == "story"]

    assert ["A label"] == parser.fromstring(page.html).xpath(
        "//a[starts-with(@href, '../../concordats/northshire/')]/text()"
    )


def test_a_hub_without_stories_says_who_decides() -> None:
    """The page stands there for whoever wants to give one."""
    assert "Whoever gives one decides what is published" in pages()["stories/"]
