"""Practice as data: JSON, which is exact; CSV, safe to open in a spreadsheet; GeoJSON, for maps."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from pydantic_core import to_json

from hub.page import LongDocument
from hub.views import addresses, data, naming
from hub.views.json_ld import LICENCE
from hub.views.pieces import json_object
from hub.views.practice_facets import QUESTIONS, STATES, setting_kinds
from hub.views.published import in_force
from hub.views.signatory_data import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.hub import Hub
    from hub.model.practice import PracticeExample

COLUMNS = (
    "id", "title", "where", "lat", "long", "point_of", "nations", "areas", "status", "as_of",
    "since", "until", "settings", "setting_kinds", "art_forms", "populations", "referral",
    *QUESTIONS, "caveats", "bodies", "sources", "confidence",
)  # fmt: skip
"""The columns of the CSV file."""


def practice_documents(hub: Hub) -> Iterator[LongDocument]:
    """Yield the published examples in all three forms."""
    examples = in_force(hub.practice.values())
    head = {"version": 1, "licence": LICENCE}
    lines = (_line(each) for each in examples)
    yield LongDocument(addresses.practice_data("json"), json_object(head, "practice", lines))
    yield LongDocument(addresses.practice_data("csv"), _csv(hub, examples))
    head = {"type": "FeatureCollection", "licence": LICENCE}
    features = (_feature(each) for each in examples)
    yield LongDocument(addresses.practice_data("geojson"), json_object(head, "features", features))


def _line(example: PracticeExample) -> bytes:
    return data.line_of(example, addresses.practice(example.id))


def _feature(example: PracticeExample) -> bytes:
    """Return an example as a GeoJSON feature (RFC 7946); without a point its geometry is null."""
    where = example.where
    point = {"type": "Point", "coordinates": [float(where.long), float(where.lat)]} if (
        where.lat is not None and where.long is not None
    ) else None  # fmt: skip
    return to_json({
        "type": "Feature", "id": example.id, "geometry": point,
        "properties": {
            "title": example.title, "page": addresses.practice(example.id), "where": where.name,
            "point_of": where.point_of, "status": example.progress.state,
        },
    })  # fmt: skip


def _csv(hub: Hub, examples: Iterable[PracticeExample]) -> Iterator[bytes]:
    yield _row(COLUMNS)
    for each in examples:
        yield _row(_cells(hub, each))


def _row(cells: Iterable[str]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue().encode()


def _cells(hub: Hub, example: PracticeExample) -> Iterator[str]:
    where, progress = example.where, example.progress
    values: dict[str, str | list[str] | None] = {
        "id": example.id, "title": example.title, "where": where.name,
        "point_of": where.point_of,
        "nations": [naming.place(hub, each) for each in example.nations],
        "areas": [naming.place(hub, each) for each in where.places],
        "status": STATES[progress.state], "as_of": progress.as_of,
        "since": example.since, "until": example.until,
        "settings": [hub.label("settings", each) for each in example.settings],
        "setting_kinds": [*setting_kinds(example)],
        "art_forms": [hub.label("art-forms", each) for each in example.art_forms],
        "populations": [hub.label("populations", each) for each in example.populations],
        "referral": [hub.label("referral-routes", each) for each in example.routes],
        **{name: getattr(example, name) for name in QUESTIONS},
        "caveats": [*example.caveats], "bodies": [each.named for each in example.bodies],
        "sources": [*example.sources], "confidence": example.confidence.value,
    }  # fmt: skip
    # A number below nothing is no formula.
    numbers = {"lat": where.lat, "long": where.long}
    for name in COLUMNS:
        number = numbers.get(name)
        yield str(number) if number is not None else cell(values.get(name))
