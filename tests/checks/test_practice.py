"""Practice examples: where they are, and the areas they name."""

from pathlib import Path

import pytest

from hub.diagnostics import Diagnostic
from hub.examining import examine
from tests.conftest import found

FILE = "evidence/practice/quay-choir.yml"
PLACES = "evidence/vocabularies/places.yml"
BOARDS = """\
  - id: old-board-area
    label: Old Board
    kind: county
    valid_from: 2013-04-01
    valid_to: 2022-06-30
    successors: [new-board-area]
  - id: new-board-area
    label: New Board
    kind: county
    valid_from: 2022-07-01
"""


def write(  # noqa: PLR0913 - a field each
    demo: Path, *, point: str = "lat: 54.5\n  long: -1.5", places: str = "", dates: str = "",
    as_of: str = "2024", contact: str = "https://quay.example/",
) -> None:  # fmt: skip
    """Write an example, and two boards, one after the other, into the list of places."""
    file = demo / PLACES
    file.write_text(file.read_text("utf-8") + BOARDS, "utf-8")
    (demo / FILE).parent.mkdir(exist_ok=True)
    (demo / FILE).write_text(
        f"title: Quay choir\nwhere:\n  name: Midwater\n  {point}\n  places: [{places}]\n"
        f"nations: [northshire]\nprogress:\n  state: in-progress\n  as_of: {as_of}\n{dates}"
        f"sources: [https://quay.example/]\nseen: the page, whole\nseen_on: 2024-03-01\n"
        f"contact: {contact}\nconfidence: high\n",
        "utf-8",
    )


def codes(demo: Path) -> list[str]:
    """Return the codes of what is found in the example."""
    return [code for path, code in found(demo) if path.startswith(FILE)]


def examined(demo: Path) -> tuple[Diagnostic, ...]:
    """Return all that is found."""
    return examine(demo).diagnostics


@pytest.mark.parametrize(
    ("lat", "long", "expected"),
    [
        ("60.84", "-0.86", []), ("49.92", "-6.30", []), ("53.35", "-6.26", []),
        ("-1.5", "54.5", ["outside-the-islands"]), ("54.5", "15", ["outside-the-islands"]),
        ("48.86", "2.35", ["outside-the-islands"]), ("54.501", "-1.5", ["point-too-fine"]),
    ],
    ids=["Shetland", "Scilly", "Dublin", "swapped", "sign lost", "Paris", "fine"],
)  # fmt: skip
def test_a_point_is_a_town_of_the_islands(
    demo: Path, lat: str, long: str, expected: list[str]
) -> None:
    """The UK, Ireland and the islands, to two decimals."""
    write(demo, point=f"lat: {lat}\n  long: {long}")

    assert expected == codes(demo)


def test_a_public_venue_may_be_a_fine_point(demo: Path) -> None:
    """Where everybody may come in, the point may be that of the door."""
    write(demo, point="lat: 54.50123\n  long: -1.50123\n  public_venue: yes")

    assert [] == codes(demo)


def test_a_point_has_two_coordinates(demo: Path) -> None:
    """One alone is half a point."""
    write(demo, point="lat: 54.5")

    assert ["missing-field"] == codes(demo)


@pytest.mark.parametrize(
    ("area", "since", "as_of", "expected"),
    [
        ("old-board-area", "2012", "2024", []),
        ("old-board-area", "2022", "2024", []),
        ("old-board-area", "2022-07", "2024", ["area-outside-its-time"]),
        ("old-board-area", "", "2024", ["area-outside-its-time"]),
        ("new-board-area", "2012", "2022", []),
        ("new-board-area", "2012", "2021", ["area-outside-its-time"]),
        ("northshire", "1999", "2024", []),
    ],
)
def test_an_area_held_while_the_work_was_done(
    demo: Path, area: str, since: str, as_of: str, expected: list[str]
) -> None:
    """Work and area share some time, as far as the dates can tell."""
    write(demo, places=area, as_of=as_of, dates=f"since: {since}\n" if since else "")

    assert expected == codes(demo)


def test_the_message_names_what_came_after(demo: Path) -> None:
    """Whoever reads it knows what to write instead."""
    write(demo, places="old-board-area", dates="since: 2023\n")

    [fault] = [each for each in examined(demo) if each.code.slug == "area-outside-its-time"]
    assert "Old Board ended on 2022-06-30, before 2023" == fault.message
    assert "it was followed by New Board" == fault.help


@pytest.mark.parametrize("contact", ["choir@quay.example", "mailto:choir@quay.example"])
def test_a_contact_is_never_an_e_mail_address(demo: Path, contact: str) -> None:
    """It is a public page: an address in a public file is harvested."""
    write(demo, contact=contact)

    assert "e-mail-in-public-file" in codes(demo)
