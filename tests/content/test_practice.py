"""Practice examples: true to what was read, and nothing more.

`practice.json` was frozen from the notes that were taken when the pages were read, not from the
records. It is compared field by field, so that a record that says more than was read fails here.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hub.model.hub import Hub
from hub.model.practice import PracticeExample

READ: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("practice.json").read_text(encoding="utf-8")
)
SPEAKERS = {"research": "research or evaluator", "public-body": "public body"}
NATIONS = {"england": "England", "northern-ireland": "Northern Ireland",
           "scotland": "Scotland", "wales": "Wales"}  # fmt: skip

every_example = pytest.mark.parametrize("name", sorted(READ))


def told(example: PracticeExample) -> dict[str, Any]:
    """Return a record in the words of the notes; its own links to other records are left out."""
    where, progress = example.where, example.progress
    return {
        "name": example.title,
        "organisations": [each.named for each in example.bodies],
        "place": {
            "name": where.name, "area": where.area, "latitude": where.lat, "longitude": where.long,
            "coordinates_of": where.point_of, "coordinates_basis": where.basis, "note": where.note,
        },
        "nation": [NATIONS[each] for each in example.nations],
        "nation_note": example.nations_note,
        "setting": [*example.settings],
        "art_forms": [*example.art_forms], "art_forms_note": example.art_forms_note,
        "populations": [*example.populations], "populations_note": example.populations_note,
        "since": example.since, "until": example.until,
        "status": {"value": progress.state.value, "as_of": progress.as_of,
                   "as_stated": progress.as_stated},
        "referral_route": [*example.routes], "referral": example.referral,
        "commissioning_as_stated": example.commissioning_as_stated,
        "reach": [
            {"figure": each.figure, "what": each.what, "quote": each.quote, "source": each.source,
             "source_kind": SPEAKERS.get(each.source_kind.value, each.source_kind.value),
             "dated": each.dated, "note": each.note}
            for each in example.reach
        ],
        "innovation": example.innovation, "benefits": example.benefits,
        "commissioning": example.commissioning, "personalisation": example.personalisation,
        "evidence_links": [
            {"key": each.reference, "why": each.why, "source": each.source}
            for each in example.evidence
        ],
        "evidence_not_in_bib": [*example.other_evidence],
        "programme_links": [
            {"programme": each.named, "relation": each.relation, "source": each.source}
            for each in example.belongs
        ],
        "source_urls": [*example.sources],
        "what_was_seen": example.seen, "seen_on": example.seen_on.isoformat(),
        "caveats": [*example.caveats], "confidence": example.confidence.value,
    }  # fmt: skip


def known(value: object) -> object:
    """Return a value without all that is empty, and numbers as they were printed."""
    match value:
        case dict():
            return {name: known(each) for name, each in value.items() if each not in (None, [])}
        case list():
            return [known(each) for each in value]
        case Decimal():
            return str(value)
    return value


@every_example
def test_a_record_says_what_was_read_and_nothing_more(hub: Hub, name: str) -> None:
    """All facts of a record are those of the notes."""
    assert known(READ[name]) == known(told(hub.practice[name]))


def test_every_example_whose_description_is_sure_is_here(hub: Hub) -> None:
    """None is left out, and none was added."""
    sure = {name for name, read in READ.items() if read["confidence"] != "low"}

    assert sure == set(hub.practice)


@every_example
def test_a_point_is_a_town(hub: Hub, name: str) -> None:
    """A point has two decimals, the name of its town, and how it was found."""
    where = hub.practice[name].where
    finest = [abs(int(each.as_tuple().exponent)) for each in (where.lat, where.long) if each]

    assert all(each <= 2 for each in finest)
    assert bool(finest) == bool(where.point_of and where.basis)


def test_what_was_not_hoped_for_is_here(hub: Hub) -> None:
    """Examples that ended, and those whose studies found no difference, are as public as others."""
    ended = {name for name, each in hub.practice.items() if each.progress.state == "ended"}

    assert {"arts-for-health-cornwall", "museums-on-prescription"} == ended
    assert "no significant change" in str(hub.practice["museums-on-prescription"].benefits)
    assert "could not show effect" in str(hub.practice["tayside-st-art"].benefits)
