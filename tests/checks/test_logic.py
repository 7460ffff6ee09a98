"""Every arrow of a logic model joins two boxes that exist."""

from pathlib import Path

import pytest

from tests.conftest import found

PROGRAMME = """\
title: Harbour Sings (fictional)
kind: hub-programme
summary: Sings.
progress: {state: unknown}
sources:
  - web: https://northshire.example/harbour
logic_model:
  activities:
    - {id: sing, text: Singing, leads_to: [joy]}
  outcomes:
    - {id: joy, text: Joy}
"""


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("", "", []),
        ("[joy]", "[joy, jog]", [("9:49", "arrow-to-nowhere")]),
        ("id: joy", "id: sing", [("9:44", "arrow-to-nowhere"), ("11:12", "duplicate-id")]),
    ],
    ids=["sound", "nowhere", "one name"],
)
def test_arrows_lead_to_boxes(
    old: str, new: str, faults: list[tuple[str, str]], demo: Path
) -> None:
    """One that leads nowhere is told where it is named, and a second box of one id where it is."""
    path = "evidence/programmes/harbour-sings.yml"
    (demo / path).write_text(PROGRAMME.replace(old, new), encoding="utf-8")

    assert [(f"{path}:{place}", code) for place, code in faults] == found(demo)
