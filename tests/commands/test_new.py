"""`hub new` asks what a record needs, and writes a draft that passes the check."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hub.cli import main
from tests.conftest import found

ANSWERS = {
    "title": "Does singing at work help? (fictional)", "source": "Sample2021",
    "design": "Randomised controlled trial", "question.population": "Clerks",
    "question.intervention": "Ten weeks", "answer": "Nobody knows.",
    "plain_summary": "It was not found.", "harms.status": "not-stated", "seen": "abstract",
    "seen_note": "The abstract.", "reviewed.on": "1 March 2026", "reviewed.by": "editor",
    "art_forms": "Singing",
}  # fmt: skip
NAME = "evidence/summaries/singing-at-work.yml"


def new(root: Path, *arguments: str, typed: str | None = None, **answers: str) -> Result:
    """Run the command, with answers as options."""
    options = [part for name, value in answers.items() for part in ("--set", f"{name}={value}")]
    command = ["new", *arguments, *options, "--root", str(root)]
    return CliRunner().invoke(main, command, input=typed)


def test_a_new_record_is_a_draft_that_passes_the_check(demo: Path) -> None:
    """Terms may be given by their labels and dates in words; what else may be said is listed."""
    done = new(demo, "summary", "singing-at-work", "--yes", **ANSWERS)
    text = (demo / NAME).read_text(encoding="utf-8")

    assert 0 == done.exit_code, done.output
    assert [] == found(demo)
    assert "status: draft\n" in text
    assert "design: rct\n" in text
    assert "  on: 2026-03-01\n" in text
    assert "# equity: Who was missing or differed.\n" in text


def test_what_was_not_said_is_asked(demo: Path) -> None:
    """Each question says what belongs there; the title becomes the address."""
    typed = "Harbour Choir (fictional)\nArts organisation\nnorthshire\n\n"
    done = new(demo, "organisation", typed=typed)

    assert 0 == done.exit_code, done.output
    assert (demo / "evidence/organisations/harbour-choir-fictional.yml").exists()
    assert "title: The name of the record, as readers see it:" in done.output


def test_a_wrong_answer_is_asked_again(demo: Path) -> None:
    """With what would have been right."""
    typed = "Harbour Choir (fictional)\narts organisatoin\nArts organisation\n\n\n"
    done = new(demo, "organisation", "harbour-choir", typed=typed)

    assert 0 == done.exit_code, done.output
    assert 'did you mean "arts organisation"' in done.output


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"design": ""}, "design: this is needed"),
        ({"source": "Nobody1999"}, 'source: there is no "Nobody1999"'),
        ({"seen_note": "Ask pat@example.org"}, "an e-mail address"),
    ],
)
def test_nothing_is_written_that_would_be_wrong(
    answers: dict[str, str], message: str, demo: Path
) -> None:
    """The answer at fault is named."""
    done = new(demo, "summary", "singing-at-work", "--yes", **{**ANSWERS, **answers})

    assert 1 == done.exit_code
    assert message in done.output
    assert not (demo / NAME).exists()


def test_a_record_that_is_there_is_not_written_over(demo: Path) -> None:
    """Its address is taken."""
    before = (demo / "evidence/organisations/midwater-arts.yml").read_bytes()
    answers = {"title": "Other", "sector": "arts-organisation"}
    done = new(demo, "organisation", "midwater-arts", "--yes", **answers)

    assert (1, before) == (
        done.exit_code, (demo / "evidence/organisations/midwater-arts.yml").read_bytes()
    )  # fmt: skip
    assert "give the new one another name" in done.output


@pytest.mark.parametrize("kind", ["summary", "practice", "programme", "story", "organisation"])
def test_each_kind_says_what_it_needs(kind: str, demo: Path) -> None:
    """Without any answer the first question is named, and nothing breaks."""
    done = new(demo, kind, "x", "--yes")

    assert (1, "Error: title: this is needed\n") == (done.exit_code, done.output)
