"""Organisations whose names only look different, or only look the same."""

from pathlib import Path

import pytest

from tests.conftest import found

FOLDER = "evidence/organisations/"
BODY = "title: {}\nsector: arts-organisation\nplace: northshire\n"


def codes(root: Path, *names: str) -> list[tuple[str, str]]:
    """Return the files at fault when a hub has organisations of these names, in this order."""
    for number, name in enumerate(names):
        path = root / f"{FOLDER}zzz-{number}.yml"
        path.write_text(BODY.format(name), encoding="utf-8")
    return sorted((place.split("/")[2].split(":")[0], code) for place, code in found(root))


@pytest.mark.parametrize(
    ("other", "also"),
    [
        ("Harb\u043eur Choir", ["look-alike-letters"]),  # Cyrillic
        ("\u0397arbour Choir", ["look-alike-letters"]),  # Greek
        ("\uff28arbour Choir", ["look-alike-letters"]),  # full-width
        ("HARBOUR  choir", []),
    ],
    ids=["Cyrillic", "Greek", "full-width", "case and blanks"],
)  # fmt: skip
def test_two_names_that_look_alike_are_one_name(demo: Path, other: str, also: list[str]) -> None:
    """The second body is refused, and letters of another alphabet are pointed out."""
    expected = sorted(("zzz-1.yml", code) for code in ["duplicate-name", *also])

    assert expected == codes(demo, "Harbour Choir", other)


@pytest.mark.parametrize(
    "mark",
    ["\u200b", "\u202e", "\u2066", "\u00ad", "\U000e0041"],
    ids=["zero width", "right to left", "isolate", "soft hyphen", "tag"],
)
def test_a_name_holds_no_mark_that_nobody_sees(demo: Path, mark: str) -> None:
    """Invisible and direction-changing characters are refused in any name."""
    assert [("zzz-0.yml", "hidden-character")] == codes(demo, f"Harbour{mark} Choir")


def test_different_names_of_any_script_pass(demo: Path) -> None:
    """Names are not refused for being in another alphabet."""
    assert [] == codes(
        demo,
        "\u0425\u043e\u0440 \u0413\u0430\u0432\u0430\u043d\u044c",
        "李安合唱團",
        "Côr yr Harbwr",
        "Harbour Choir",
    )
