"""What things are called on a page: organisations, places, works and languages.

A name that is not known is shown as its id: the checks have already said what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hub.model.hub import Hub
    from hub.model.references import Name, Reference

LANGUAGES = {"en": "English", "cy": "Welsh", "ga": "Irish", "gd": "Scottish Gaelic"}
"""Languages of the United Kingdom by their BCP 47 subtag."""


def organisation(hub: Hub, organisation_id: str) -> str:
    """Return the name of an organisation."""
    found = hub.organisations.get(organisation_id)
    return found.title if found else organisation_id


def place(hub: Hub, place_id: str) -> str:
    """Return the name of a place."""
    found = hub.places.get(place_id)
    return found.label if found else place_id


def language(tag: str) -> str:
    """Return the name of a language given by its BCP 47 tag: en-GB is English."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def byline(work: Reference) -> str:
    """Return who and when, as short as people say it: "Marmot and others, 2010"."""
    people = work.author or work.editor
    if len(people) > 2:  # noqa: PLR2004 - two are named
        who = f"{_family(people[0])} and others"
    else:
        who = " and ".join(map(_family, people))
    when = str(work.issued.year or work.issued.literal)
    return ", ".join(filter(None, (who, when)))


def _family(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.particle, name.family)))
