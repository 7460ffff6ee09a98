"""`hub sign` writes one file that is bound to the text, and takes nothing private."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from hub.cli import main
from tests.commands.working import CONCORDAT, SIGNATORIES, files, is_sound, run

COUNCIL = ("--organisation", "Northshire Council (fictional)", "--role", "Clerk", "--yes")
CHOIR = ("--organisation", "Midwater Choir", "--role", "Chair", "--yes")


def written(root: Path, name: str) -> dict[str, object]:
    """Return the record of a signatory."""
    record: dict[str, object] = yaml.safe_load((root / SIGNATORIES / f"{name}.yml").read_text())
    return record


def test_file_is_bound_to_the_text_in_force(demo: Path) -> None:
    """The signature names the version in force and the hash of its file; the hub is sound."""
    text = (demo / "concordats" / CONCORDAT / "1.0.md").read_bytes()

    result = run(demo, "sign", CONCORDAT, *COUNCIL, "--signed", "2024-03-01")

    assert (0, True) == (result.exit_code, is_sound(demo))
    assert {
        "title": "Northshire Council (fictional)",
        "organisation": "northshire-council",
        "signatures": [{
            "version": "1.0", "text": hashlib.sha256(text).hexdigest(),
            "signed": date(2024, 3, 1), "by": {"role": "Clerk"},
            "capacity": "organisation",
            "source": {"title": "Recorded at the request of the signatory"},
        }],
    } == written(demo, "northshire-council")  # fmt: skip


def test_nothing_but_the_one_file_changes(demo: Path) -> None:
    """A known organisation needs one file more and no other change."""
    before = files(demo)

    run(demo, "sign", CONCORDAT, *COUNCIL)

    after = files(demo)
    assert {f"{SIGNATORIES}/northshire-council.yml"} == after.keys() - before.keys()
    assert before == {name: after[name] for name in before}


def test_questions_are_asked_again_until_the_answer_will_do(demo: Path) -> None:
    """An e-mail address, a misspelt sector and an impossible date are said, and asked again."""
    answers = (
        "Midwater Choir", "art-organisation", "arts-organisation", "Northshire", "", "1.0",
        "2024-02-30", "2024-03-01", "ada@choir.example", "Chair", "", "", "",
    )  # fmt: skip

    result = run(demo, "sign", CONCORDAT, answers="\n".join(answers) + "\n")

    assert (0, True) == (result.exit_code, is_sound(demo)), result.output
    for said in (
        'did you mean "arts-organisation"', "2024-02-30", "an e-mail address stands in a public"
    ):  # fmt: skip
        assert said in result.output
    assert "ada@" not in "".join(files(demo).values())


def test_new_organisation_gets_a_record_of_its_own(demo: Path) -> None:
    """With a sector, an organisation that is new here is added beside its signature."""
    run(demo, "sign", CONCORDAT, *CHOIR, "--sector", "arts-organisation", "--place", "Northshire")

    assert ("title: Midwater Choir\nsector: arts-organisation\nplace: northshire\n") == (
        demo / "evidence/organisations/midwater-choir.yml"
    ).read_text()
    assert is_sound(demo)


def test_dry_run_shows_and_writes_nothing(demo: Path) -> None:
    """A dry run prints the files, and leaves the hub as it is."""
    before = files(demo)

    result = run(demo, "sign", CONCORDAT, *COUNCIL, "--dry-run")

    assert "role: Clerk" in result.output
    assert before == files(demo)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("northshire", *COUNCIL), 'there is no concordat "northshire"'),
        ((CONCORDAT, *CHOIR), 'the hub knows no organisation "Midwater Choir"'),
        ((CONCORDAT, "--organisation", "Midwater Art (fictional)", "--role", "Chair", "--yes"),
         'may be "midwater-arts"'),
        ((CONCORDAT, "--organisation", "midwater-arts", "--role", "Chair", "--yes"),
         "has signed already; for another version: hub reaffirm"),
        ((CONCORDAT, *COUNCIL, "--version", "1.1"), 'has no version "1.1"'),
        ((CONCORDAT, *COUNCIL, "--signed", "1/3/2024"), "--signed:"),
        ((CONCORDAT, *COUNCIL, "--signed", "2019-03-01"), "before it was published"),
        ((CONCORDAT, *COUNCIL, "--signed", "2999-03-01"), "has not come yet"),
        ((CONCORDAT, *COUNCIL[:2], "--yes"), "--role: this is needed"),
        ((CONCORDAT, *COUNCIL[:3], "Ring 0151 496 0000", "--yes"), "telephone number"),
        ((CONCORDAT, *COUNCIL, "--statement", "mailto:clerk@council.example"), "e-mail address"),
        ((CONCORDAT, *COUNCIL, "--source", "council.example"), "is not a web address"),
        ((CONCORDAT, *COUNCIL[:3], "=HYPERLINK(1)", "--yes"), 'does not begin with "="'),
        ((CONCORDAT, *CHOIR[:1], "李安", *CHOIR[2:], "--sector", "arts-organisation"),
         "no address can be made"),
        ((CONCORDAT, *COUNCIL, "--capacity", "both"), 'there is no "both"'),
    ],
)  # fmt: skip
def test_what_cannot_be_signed_is_said_and_nothing_is_written(
    demo: Path, words: tuple[str, ...], said: str
) -> None:
    """Each fault has its message, and leaves the hub as it was."""
    before = files(demo)

    result = run(demo, "sign", *words)

    assert result.exit_code in (1, 2)
    assert said in result.output
    assert before == files(demo)


def test_draft_cannot_be_signed(demo: Path) -> None:
    """A version whose words may still change takes no signature."""
    path = demo / "concordats" / CONCORDAT / "concordat.yml"
    path.write_text(path.read_text().replace("status: in-force", "status: draft"))

    result = run(demo, "sign", CONCORDAT, *COUNCIL)

    assert "version 1.0 is a draft, and its words may still change" in result.output


def test_command_works_from_any_folder(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub is found from the current folder upwards."""
    monkeypatch.chdir(demo / "evidence" / "vocabularies")

    assert 0 == CliRunner().invoke(main, ["sign", CONCORDAT, *COUNCIL]).exit_code
