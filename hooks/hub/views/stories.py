"""Stories of lived experience: a page each, and one that lists them and says what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.stories import ConsentKind, Story, Telling
from hub.page import Page
from hub.views import addresses, assets, data, downloads, naming
from hub.views.clause_links import named_clause
from hub.views.own_record import mending
from hub.views.published import in_force
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.views.settings import Settings
    from hub.views.sheet import Studio

TELLINGS = {
    Telling.OWN_WORDS: "In their own words",
    Telling.RETOLD: "Retold by somebody else",
}
CONSENTS = {
    ConsentKind.WRITTEN: "in writing",
    ConsentKind.RECORDED: "on a recording",
    ConsentKind.WITNESSED: "before witnesses",
}


def story_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield the page that lists the stories, then one page for each that may be read.

    One that was withdrawn leaves nothing behind: it was somebody's life, not a statement.
    """
    stories = in_force(studio.hub.stories.values())
    yield _index(studio, stories)
    for story in stories:
        yield story_page(studio, story, settings)


def _index(studio: Studio, stories: tuple[Story, ...]) -> Page:
    sheet = studio.sheet(addresses.STORIES)
    items = [{"record": each, "href": sheet.url(addresses.story(each.id)),
              "telling": TELLINGS[each.telling]} for each in stories]  # fmt: skip
    return Page(
        address=sheet.address,
        kind="stories",
        title="Stories",
        description="What people lived through, told with their consent. A story is not evidence "
        "of effect, and is never counted as one.",
        html=sheet.render("stories.html", stories=items, addresses=addresses),
        section="programmes",
    )


def story_page(studio: Studio, story: Story, settings: Settings) -> Page:
    """Return the page of a story: what it is, the story, and what was agreed to."""
    hub, sheet = studio.hub, studio.sheet(addresses.story(story.id))
    html = sheet.render(
        "story.html", story=story, facts=facts(hub, story), addresses=addresses,
        programmes=[hub.programmes[each] for each in story.programmes if each in hub.programmes],
        clauses=[named_clause(hub, each) for each in story.clauses],
        record=mending(sheet, story, "story", settings),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="story",
        title=story.title,
        description=f"A story told by {story.told_by}. It is not evidence of effect.",
        html=html,
        section="programmes",
        edit_path=story.origin.path,
        head=assets.head(sheet, "css/programmes.css"),
        beside=(*downloads.beside(sheet), *data.one_record(story, sheet.address)),
    )


def facts(hub: Hub, story: Story) -> list[dict[str, str]]:
    """Return what is said of a story, as terms and values."""
    consent = story.consent
    subjects = (
        *(hub.label("art-forms", each) for each in story.art_forms),
        *(hub.label("populations", each) for each in story.populations),
        *(hub.label("conditions", each) for each in story.conditions),
        *(hub.label("settings", each) for each in story.settings),
    )
    agreed = f"{CONSENTS[consent.kind]}, on {day(consent.on)}" if consent else ""
    return [
        {"term": "Told by", "value": story.told_by},
        {"term": "Words", "value": TELLINGS[story.telling]},
        {"term": "About", "value": "; ".join(subjects)},
        {"term": "Where", "value": "; ".join(naming.place(hub, each) for each in story.places)},
        {"term": "Agreed", "value": agreed},
        {"term": "What may be published", "value": consent.covers if consent else ""},
        {"term": "How it can be taken back", "value": consent.to_withdraw if consent else ""},
    ]
