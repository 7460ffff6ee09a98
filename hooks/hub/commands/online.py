"""`hub check --online`: do registries say the same of our references, and is there news of them?"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import click

from hub.checks.similar import skeleton
from hub.citing.items import normal
from hub.commands.registry import Registry, RegistryError, UnknownWorkError
from hub.model.references import WorkState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.citing.csl import CslItem
    from hub.model.hub import Hub
    from hub.model.references import Reference

_SAME_TITLE = 0.9
_STATES = {
    "retraction": WorkState.RETRACTED, "partial_retraction": WorkState.RETRACTED,
    "removal": WorkState.RETRACTED, "withdrawal": WorkState.RETRACTED,
    "correction": WorkState.CORRECTED, "corrigendum": WorkState.CORRECTED,
    "erratum": WorkState.CORRECTED, "addendum": WorkState.CORRECTED,
    "expression_of_concern": WorkState.CONCERN, "new_version": WorkState.SUPERSEDED,
    "new_edition": WorkState.SUPERSEDED,
}  # fmt: skip
"""Kinds of update that Crossref knows, to the state of the work."""


def compare_online(hub: Hub, registry: Registry) -> None:
    """Print where registries say something else of a work, or announce news of it."""
    told = 0
    works = [work for work in hub.references.values() if work.doi]
    for work in works:
        for line in differences(work, registry):
            click.echo(f"{work.origin.span(('doi',))}: {work.key}: {line}")
            told += 1
    click.echo(f"asked about {len(works)} DOIs: {told or 'no'} differences or news")


def differences(work: Reference, registry: Registry) -> Iterator[str]:
    """Yield what a registry says of a work otherwise than the library, in sentences."""
    try:
        given = registry.item(work.doi)
        yield from _compared(work, normal(given), given)
    except UnknownWorkError:
        yield f"the DOI {work.doi} leads nowhere"
        return
    except (RegistryError, KeyError, TypeError, ValueError) as error:
        yield f"not compared: {error}"
    try:
        yield from _news(work, registry.updates(work.doi))
    except UnknownWorkError:
        return  # registered elsewhere than with Crossref
    except RegistryError as error:
        yield f"no news could be had: {error}"


def _compared(work: Reference, item: CslItem, given: Mapping[str, Any]) -> Iterator[str]:
    title = item.get("title", "")
    if title and not _is_same_title(work.title, title):
        yield f'the registry has another title: "{title}"'
    ours = [_folded(name.family or name.literal) for name in work.author]
    names = [name.get("family") or name.get("literal", "") for name in item.get("author", [])]
    theirs = [_folded(name) for name in names]
    if ours and theirs and ours[0] != theirs[0]:
        yield f'the registry has another first author: "{names[0]}"'
    elif ours and theirs and len(ours) != len(theirs):
        yield f"the registry has {len(theirs)} authors, the library {len(ours)}"
    years = _years(given)
    if work.issued.year and years and work.issued.year not in years:
        yield f"the registry has the year {' or '.join(map(str, sorted(years)))}"


def _news(work: Reference, message: Mapping[str, Any]) -> Iterator[str]:
    for update in _listed(message.get("updated-by")):
        state = _STATES.get(str(update.get("type")))
        if state and work.state is not state and work.state is not WorkState.RETRACTED:
            yield f"{_kind(update)} was announced{_when(update)}: {update.get('DOI', 'no DOI')}"
    for update in _listed(message.get("update-to")):
        yield f"this work is itself {_kind(update)}, of {update.get('DOI', 'another work')}"


def _is_same_title(ours: str, theirs: str) -> bool:
    one, other = skeleton(ours), skeleton(theirs)
    # Registries keep subtitles apart, or not at all.
    if one.startswith(other) or other.startswith(one):
        return True
    return SequenceMatcher(None, one, other).ratio() >= _SAME_TITLE


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalpha())


def _years(given: Mapping[str, Any]) -> set[int]:
    """Return every year in which a registry says that the work appeared: online, in print."""
    found = set()
    for name in ("issued", "published", "published-print", "published-online"):
        date = given.get(name)
        parts = date.get("date-parts") if isinstance(date, dict) else None
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
            found |= {int(each) for each in parts[0][:1] if str(each).isdigit()}
    return found


def _listed(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _kind(update: Mapping[str, Any]) -> str:
    words = str(update.get("type") or "an update").replace("_", " ")
    return words if words.startswith("an ") else f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def _when(update: Mapping[str, Any]) -> str:
    date = update.get("updated")
    parts = date.get("date-parts") if isinstance(date, dict) else None
    if not (isinstance(parts, list) and parts and isinstance(parts[0], list)):
        return ""
    return " on " + "-".join(f"{each:02}" for each in parts[0] if isinstance(each, int))
