"""A version in another language, clause by clause beside the text that it translates.

The text that is signed is the original. A translation names the version that it translates, and
says at the top of its page when that is no longer the text in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.versions import Freshness, freshness, in_force
from hub.page import Document, Heading, Page
from hub.views import addresses, assets, markdown, naming
from hub.views.clauses import plain_parts
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from hub.model.concordats import Concordat, Translation, Version
    from hub.model.texts import Text
    from hub.views.clauses import Statement
    from hub.views.sheet import Studio


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause in both languages; one of the two is None where only the other text has it."""

    id: str
    translated: Statement | None
    original: Statement | None


@dataclass(frozen=True, slots=True)
class PairedPart:
    """A part in both languages: its headings, "" where none is printed, and a title for lists."""

    id: str
    title: str
    heading: str
    original_heading: str
    pairs: tuple[Pair, ...]


def translation_page(
    studio: Studio, concordat: Concordat, version: Version, translation: Translation
) -> Page:
    """Return the page of a translation; both texts are there."""
    language, hub = translation.language, studio.hub
    sheet = studio.sheet(addresses.translation(concordat.id, version.number, language))
    text = hub.translations[concordat.id, version.number, language]
    original = hub.texts[concordat.id, version.number]
    parts = tuple(_paired(concordat, text, original))
    name = naming.language(language)
    file = addresses.text_file(concordat.id, version.number, language)
    html = sheet.render(
        "translation.html", concordat=concordat, version=version, translation=translation,
        name=name, original_name=naming.language(concordat.language), parts=parts,
        preamble=_both(text.preamble, original.preamble),
        closing=_both(text.closing, original.closing) if text.closing else None,
        facts=_facts(concordat, version, translation), text=text, original=original,
        freshness=freshness(hub, concordat, version, translation), states=Freshness,
        current=in_force(concordat), file=sheet.url(file),
        addresses={"all": addresses.CONCORDATS, "concordat": addresses.concordat(concordat.id),
                   "version": addresses.version(concordat.id, version.number)},
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="concordat-translation",
        title=f"{name}: version {version.number} of {concordat.title}",
        description=f"Version {version.number} in {name}, beside the text that it translates.",
        html=html,
        headings=tuple(Heading(part.id, part.title) for part in parts),
        section="concordats",
        head=assets.head(sheet, "css/concordat.css", "css/versions.css"),
        beside=(Document(file, text.source.text.encode()),),
    )


def _both(translated: str, original: str) -> tuple[Markup, Markup]:
    return markdown.block(translated, breaks=True), markdown.block(original, breaks=True)


def _paired(concordat: Concordat, text: Text, original: Text) -> Iterator[PairedPart]:
    given = {part.id: part for part in plain_parts(concordat, text)}
    for part in plain_parts(concordat, original):
        found = given.get(part.id)
        translated = {each.id: each for each in found.statements} if found else {}
        yield PairedPart(
            part.id, (found or part).title, found.heading if found else "", part.heading,
            tuple(Pair(each.id, translated.get(each.id), each) for each in part.statements),
        )  # fmt: skip


def _facts(
    concordat: Concordat, version: Version, translation: Translation
) -> list[dict[str, str]]:
    published = f", published on {day(version.published)}" if version.published else ""
    return [
        {"term": "Translates", "value": f"Version {version.number}{published}"},
        {"term": "From", "value": naming.language(concordat.language)},
        {"term": "Made by", "value": translation.translator or ""},
        {"term": "Made on", "value": day(translation.made) if translation.made else ""},
    ]
