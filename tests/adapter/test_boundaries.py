"""Boundaries that an operator brings: drawn where they are sound, refused with a reason if not."""

import json
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from hub.adapter.boundaries import boundaries_of
from hub.views.settings import Boundaries

SQUARE = [[[-2.0, 54.0], [-1.0, 54.0], [-1.0, 55.0], [-2.0, 55.0], [-2.0, 54.0]]]
NAMED = {"file": "areas.geojson", "property": "code", "credit": "Invented for the tests."}


def config(root: Path, areas: Any = NAMED) -> MkDocsConfig:  # noqa: ANN401 - whatever is written
    """Return a configuration that names these areas."""
    made = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    made.load_dict({"site_name": "Northshire", "extra": {"hub": {"areas": areas}}})
    return made


def collection(geometry: Any, **properties: str) -> str:  # noqa: ANN401 - JSON
    """Return a file with one area."""
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def test_an_area_is_found_by_its_code(tmp_path: Path) -> None:
    """The path of a square has four corners; an area that the file does not hold has none."""
    (tmp_path / "areas.geojson").write_text(
        collection({"type": "Polygon", "coordinates": SQUARE}, code="E1"), "utf-8"
    )

    found = boundaries_of(config(tmp_path))

    assert 3 == found.of("northshire", "E1").count("L")
    assert "" == found.of("E2", None)
    assert "Invented for the tests." == found.credit


def test_none_are_drawn_unless_they_are_named(tmp_path: Path) -> None:
    """Without the entry there are none."""
    bare = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    bare.load_dict({"site_name": "Northshire"})

    assert Boundaries() == boundaries_of(bare)


def polygon(points: object) -> dict[str, object]:
    """Return a polygon as GeoJSON."""
    return {"type": "Polygon", "coordinates": points}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it is no FeatureCollection"),
        (collection(polygon(SQUARE)), 'area 1 has no "code"'),
        (collection({"type": "Point", "coordinates": [-2, 54]}, code="E1"), "area 1 is a Point"),
        (collection(polygon([[[54, -2], [54, -1], [55, -1]]]), code="E1"), "longitude first"),
        (collection(polygon([[[430000.0, 390000.0]]]), code="E1"), "in degrees (WGS 84)"),
        (collection(polygon([]), code="E1"), "area 1 (E1) has points outside"),
        (collection(polygon([[["-2", "54"]]]), code="E1"), "area 1 (E1) has points outside"),
        (collection(None, code="E1"), "area 1 is no area"),
        ('{"type": "FeatureCollection", "features": [' + "0," * 2000 + "0]}", "it has 2001 areas"),
    ],
    ids=["cut off", "deep", "list", "no code", "point", "swapped", "metres", "empty", "texts",
         "nothing", "many"],
)  # fmt: skip
def test_a_file_that_cannot_be_drawn_is_refused(tmp_path: Path, content: str, said: str) -> None:
    """The message names the file and says what was expected; nothing ends in a traceback."""
    (tmp_path / "areas.geojson").write_text(content, "utf-8")

    with pytest.raises(ConfigurationError) as error:
        boundaries_of(config(tmp_path))

    assert str(error.value).startswith("areas.geojson (extra.hub.areas in mkdocs.yml): ")
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({**NAMED, "file": "../areas.geojson"}, "it lies outside the hub"),
        (NAMED, "there is no such file"),
        ({"file": "areas.geojson"}, "extra.hub.areas is not understood"),
        ("areas.geojson", "extra.hub.areas is not understood"),
    ],
    ids=["outside", "missing", "no credit", "text"],
)
def test_an_entry_that_names_no_file_is_refused(tmp_path: Path, entry: object, said: str) -> None:
    """A file must be named with its property and who made it, and lie in the hub."""
    with pytest.raises(ConfigurationError, match=said):
        boundaries_of(config(tmp_path, entry))
