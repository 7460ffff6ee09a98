"""The boundaries of areas, from a GeoJSON file that whoever runs a hub may name in `mkdocs.yml`.

    extra:
      hub:
        areas:
          file: areas.geojson
          property: ICB23CD
          credit: "Source: Office for National Statistics, Open Government Licence v3.0."

The property holds the ONS code of an area, or its id in the list of places. The file is read once,
checked whole and drawn to whole kilometres; nothing of it is published but the lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from hub.model.points import is_inside
from hub.views.outline import area_path
from hub.views.settings import Boundaries

MAX_BYTES = 16_000_000
MAX_AREAS = 2_000
_EXPECTED = "expected {file: areas.geojson, property: ICB23CD, credit: who made it}"
_SHAPES = {"Polygon": 2, "MultiPolygon": 3}
"""How many lists stand around the points of a shape."""


def boundaries_of(config: MkDocsConfig) -> Boundaries:
    """Return the boundaries that the configuration names; none if it names none.

    Raises:
        ConfigurationError: The entry, the file or a shape in it is not as it should be.
    """
    extra = config.extra.get("hub") or {}
    match extra.get("areas") if isinstance(extra, dict) else None:
        case None:
            return Boundaries()
        case {"file": str(name), "property": str(key), "credit": str(credit), **rest} if not rest:
            root = Path(config.config_file_path or ".").parent
            return Boundaries(tuple(_paths(_read(root, name), name, key)), credit)
    raise ConfigurationError(f"mkdocs.yml: extra.hub.areas is not understood; {_EXPECTED}")


def _read(root: Path, name: str) -> list[Any]:
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise _fault(name, "it lies outside the hub", "a file beside mkdocs.yml or below it")
    if not path.is_file():
        raise _fault(name, "there is no such file", "a path from mkdocs.yml")
    if path.stat().st_size > MAX_BYTES:
        raise _fault(name, "it is too large", f"at most {MAX_BYTES // 1_000_000} MB; take the "
                     "generalised boundaries")  # fmt: skip
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise _fault(name, "it is not JSON", "a GeoJSON file in UTF-8") from None
    match found:
        case {"type": "FeatureCollection", "features": list(features)}:
            if len(features) > MAX_AREAS:
                raise _fault(name, f"it has {len(features)} areas", f"at most {MAX_AREAS}")
            return features
    raise _fault(name, "it is no FeatureCollection", "GeoJSON, as RFC 7946 describes it")


def _paths(features: list[Any], name: str, key: str) -> Iterator[tuple[str, str]]:
    for number, feature in enumerate(features, start=1):
        match feature:
            case {"properties": dict(said), "geometry": {"type": str(kind), "coordinates": given}}:
                if not isinstance(said.get(key), str):
                    raise _fault(name, f'area {number} has no "{key}"', "its ONS code or its id")
                if kind not in _SHAPES:
                    raise _fault(name, f"area {number} is a {kind}", "Polygon or MultiPolygon")
                if not _is_sound(given, _SHAPES[kind]):
                    raise _fault(
                        name, f"area {number} ({said[key]}) has points outside the UK and Ireland",
                        "longitude and latitude in degrees (WGS 84), longitude first",
                    )  # fmt: skip
                yield said[key], area_path({"type": kind, "coordinates": given})
            case _:
                raise _fault(name, f"area {number} is no area", "a Feature with a geometry")


def _is_sound(given: object, depth: int) -> bool:
    """Tell whether lists of this depth hold points of the islands, and each ring has some."""
    if depth:
        return isinstance(given, list) and bool(given) and all(
            _is_sound(each, depth - 1) for each in given
        )  # fmt: skip
    match given:
        case [int() | float() as long, int() | float() as lat, *_]:
            return is_inside(lat, long)
    return False


def _fault(name: str, wrong: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        f"{name} (extra.hub.areas in mkdocs.yml): {wrong}; expected {expected}"
    )
