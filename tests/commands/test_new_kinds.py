"""Terms are added to their vocabulary, and a concordat is begun with its first text."""

from pathlib import Path

from click.testing import CliRunner, Result

from hub.cli import main
from hub.examining import examine
from tests.conftest import found


def run(root: Path, *arguments: str) -> Result:
    """Run a command that asks nothing."""
    return CliRunner().invoke(main, [*arguments, "--yes", "--root", str(root)])


def test_a_term_is_added_and_the_rest_of_the_file_stays(demo: Path) -> None:
    """Comments too; other words and the term above it may be given."""
    path = demo / "evidence/vocabularies/art-forms.yml"
    before = "# Ours\n" + path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    done = run(demo, "new-term", "art-forms", "Sea shanties", "--alt-labels", "shanty, work song",
               "--definition", "Songs of work at sea.")  # fmt: skip

    assert 0 == done.exit_code, done.output
    assert path.read_text(encoding="utf-8").startswith(before.rstrip("\n"))
    term = examine(demo).hub.find_term("art-forms", "sea-shanties")
    assert term
    assert ("Sea shanties", ("shanty", "work song")) == (term.label, term.alt_labels)


def test_a_term_that_is_there_is_refused(demo: Path) -> None:
    """Nothing is written that the check would refuse."""
    path = demo / "evidence/vocabularies/art-forms.yml"
    before = path.read_bytes()
    done = run(demo, "new-term", "art-forms", "Singing")

    assert (1, before) == (done.exit_code, path.read_bytes())


def test_an_unknown_vocabulary_is_named(demo: Path) -> None:
    """With those that there are."""
    done = run(demo, "new-term", "colours", "Blue")

    assert 'there is no vocabulary "colours", only art-forms' in done.output


def test_a_concordat_begins_as_a_draft_that_passes_the_check(demo: Path) -> None:
    """Its record names the parts of a first text, which is there."""
    done = run(demo, "new-concordat", "Harbour Concordat", "--issuer", "Midwater Arts (fictional)",
               "--summary", "What the harbour believes.")  # fmt: skip

    assert 0 == done.exit_code, done.output
    assert [] == found(demo)
    text = examine(demo).hub.texts["harbour-concordat", "1.0"]
    assert ("believe-1", "will-1") == text.clause_ids
