"""Faults that contributors make: one message each, at the right place, and never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from hub.cli import main
from hub.examining import examine
from tests.conftest import found

UNDER = """\
    comparison: between-groups
    primary: yes
    estimate:
      statistic: MD
      value: 0.10
"""
SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
CONCORDAT = "concordats/northshire-creative-health/concordat.yml"
SIGNATORY = "concordats/northshire-creative-health/signatories/midwater-arts.yml"
LIBRARY = "evidence/references.bib"
ABOUT = "docs/about/index.md"

Change = Callable[[str, str, str], None]


def test_the_fictional_hub_is_clean(demo: Path) -> None:
    """The control: unchanged, the hub has nothing wrong with it."""
    assert [] == found(demo)


# File, what is replaced, by what, and the one diagnostic that follows.
ONE_FAULT = {
    "an unknown citation key": (
        SUMMARY,
        "[@Sample2021]",
        "[@Sampel2021]",
        f"{SUMMARY}:18:34",
        "unknown-citation",
    ),
    "an unknown key in a list of works": (
        SUMMARY,
        "source: Example2019",
        "source: Exampel2019",
        f"{SUMMARY}:2:9",
        "unknown-citation",
    ),
    "a repeated YAML key": (
        SUMMARY,
        "seen: abstract\n",
        "seen: abstract\nseen: abstract\n",
        f"{SUMMARY}:39:1",
        "duplicate-field",
    ),
    "an impossible date": (
        SUMMARY,
        "2026-01-15",
        "2021-13-01",
        f"{SUMMARY}:41:7",
        "impossible-date",
    ),
    "an unknown field": (
        SUMMARY,
        "participants: 120",
        "particpants: 120",
        f"{SUMMARY}:4:1",
        "unknown-field",
    ),
    "a missing field": (SUMMARY, "design: rct\n", "", f"{SUMMARY}:1:1", "missing-field"),
    "a missing field deep inside": (
        SUMMARY,
        "    direction: no-difference\n",
        "",
        f"{SUMMARY}:20:5",
        "missing-field",
    ),
    "a wrong vocabulary term": (
        SUMMARY,
        "art_forms: [singing]",
        "art_forms: [signing]",
        f"{SUMMARY}:11:13",
        "unknown-term",
    ),
    "a wrong word of a closed list": (
        SUMMARY,
        "mode: participatory",
        "mode: participative",
        f"{SUMMARY}:12:7",
        "unknown-choice",
    ),
    "a signature before the version's publication": (
        SIGNATORY,
        "signed: 2023-03-01",
        "signed: 2022-11-30",
        f"{SIGNATORY}:5:13",
        "signed-before-published",
    ),
    "a link to a clause that does not exist": (
        CONCORDAT,
        "  need-4:",
        "  need-5:",
        f"{CONCORDAT}:35:3",
        "unknown-clause",
    ),
    "broken front matter": (
        ABOUT,
        "title: About",
        "title: Hub: About",
        f"{ABOUT}:2:11",
        "broken-front-matter",
    ),
    "BibTeX with an unclosed brace": (
        LIBRARY,
        "12--19},",
        "12--19,",
        f"{LIBRARY}:9:11",
        "bibtex-syntax",
    ),
    "an estimate outside its interval": (
        SUMMARY,
        "value: 0.10",
        "value: 0.50",
        f"{SUMMARY}:25:5",
        "estimate-outside-interval",
    ),
    "a direction that its figure contradicts": (
        SUMMARY,
        f"direction: no-difference\n{UNDER}      ci: [-0.20, 0.40]",
        f"direction: benefit\n{UNDER}      ci: [0.05, 0.40]\n      favours: lower",
        f"{SUMMARY}:22:16",
        "direction-against-estimate",
    ),
}


@pytest.mark.parametrize("case", ONE_FAULT)
def test_one_fault_gives_one_message(case: str, demo: Path, change: Change) -> None:
    """Each fault gives its own diagnostic at the smallest place that is wrong."""
    name, old, new, place, code = ONE_FAULT[case]
    change(name, old, new)

    assert [(place, code)] == found(demo)


WHOLE_FILES: dict[str, tuple[str, bytes, str, str]] = {
    "a file that is not UTF-8": (
        SUMMARY,
        "title: Café\n".encode("latin-1"),
        f"{SUMMARY}:1:11",
        "not-utf8",
    ),
    "an empty file": (SUMMARY, b"", f"{SUMMARY}:1:1", "empty-file"),
    "a list where a mapping belongs": (
        SUMMARY,
        b"- title: Singing\n",
        f"{SUMMARY}:1:1",
        "not-a-mapping",
    ),
}


@pytest.mark.parametrize("case", WHOLE_FILES)
def test_an_unreadable_file_gives_one_message(case: str, demo: Path) -> None:
    """A file that cannot be read is reported once, and nothing else is blamed for it."""
    name, content, place, code = WHOLE_FILES[case]
    (demo / name).write_bytes(content)

    assert [(place, code)] == found(demo)


def test_nine_faults_in_one_file_give_nine_messages(demo: Path, change: Change) -> None:
    """All faults of a file are reported in one run."""
    change(SUMMARY, "participants: 120", "particpants: many")
    change(SUMMARY, "mode: participatory", "mode: participative")
    change(SUMMARY, "primary: yes", "primary: perhaps")
    change(SUMMARY, "      statistic: MD\n", "      statistic: mean\n")
    change(SUMMARY, "p: 0.52", "p: half")
    change(SUMMARY, "status: not-stated", "status: none")
    change(SUMMARY, "seen: abstract\n", "seen: a glance\n")
    change(SUMMARY, "2026-01-15", "15 January 2026")
    change(SUMMARY, "  by: test authors\n", "")

    lines = [place.split(":")[1] for place, _ in found(demo) if place.startswith(SUMMARY)]
    assert ["4", "12", "24", "26", "29", "34", "38", "40", "41"] == lines


def test_the_check_exits_with_1_on_faults_and_prints_no_traceback(demo: Path) -> None:
    """`hub check` says what is wrong and fails."""
    (demo / SUMMARY).write_bytes(b"\xff\xfe")

    result = CliRunner().invoke(main, ["check", "--root", str(demo)])

    assert 1 == result.exit_code
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ("country: [Northshire]", "country: [NO]", "NO"),
        ("country: [Northshire]", "country: [12:30]", "12:30"),
        ("country: [Northshire]", "country: [0x0000ff]", "0x0000ff"),
        ("country: [Northshire]", "country: [1.10]", "1.10"),
    ],
)
def test_scalars_stay_text(demo: Path, change: Change, old: str, new: str, value: str) -> None:
    """YAML's guesses (NO is false, 12:30 is 750) never happen."""
    change(SUMMARY, old, new)

    assert (value,) == examine(demo).hub.summaries["singing-and-loneliness"].country


def test_version_1_10_is_not_1_1(demo: Path, change: Change) -> None:
    """Version numbers are text: a signature of 1.10 does not sign 1.1."""
    change(CONCORDAT, 'number: "1.0"', "number: 1.1")
    (demo / "concordats/northshire-creative-health/1.0.md").rename(
        demo / "concordats/northshire-creative-health/1.1.md"
    )
    change(SIGNATORY, 'version: "1.0"', "version: 1.10")

    assert [(f"{SIGNATORY}:4:14", "unknown-version")] == found(demo)
