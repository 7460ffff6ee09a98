"""`hub pdf` and `hub docx`, as typed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run

NAME = "northshire-creative-health"


@pytest.mark.parametrize(
    ("command", "begins"), [("pdf", b"%PDF-1.7"), ("docx", b"PK\x03\x04")], ids=["pdf", "docx"]
)
def test_file_is_written(run: Run, tmp_path: Path, command: str, begins: bytes) -> None:
    """The file stands where it was asked for, whole, with nothing left beside it."""
    target = tmp_path / "board" / f"paper.{command}"
    target.parent.mkdir()

    assert (0, f"wrote {target}\n") == run(command, NAME, "-o", str(target))
    assert target.read_bytes().startswith(begins)
    assert [target] == [*target.parent.iterdir()]


def test_file_is_named_after_concordat_and_version(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name, the file goes where one is, under a name that says what it holds."""
    monkeypatch.chdir(tmp_path)

    assert (0, f"wrote {NAME}-1.0.pdf\n") == run("pdf", NAME)


def test_same_day_makes_the_same_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told the day of the copy, two runs write the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    run("pdf", NAME, "-o", str(first))
    run("pdf", NAME, "-o", str(second))

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["northshire-creative-helth"], f'there is no concordat "northshire-creative-helth"; did you mean "{NAME}"?'),  # noqa: E501
        ([NAME, "--version", "9.9"], 'there is no version "9.9"; there are: 1.0'),
        ([NAME, "--language", "cy"], 'there is no translation of version 1.0 "cy"; there are: none'),  # noqa: E501
    ],
    ids=["concordat", "version", "language"],
)  # fmt: skip
def test_unknown_name_is_told_with_those_there_are(
    run: Run, words: list[str], message: str
) -> None:
    """A slip is answered with what could have been meant."""
    status, output = run("pdf", *words)

    assert 2 == status
    assert message in " ".join(output.split())


@pytest.mark.parametrize(("command", "module"), [("pdf", "typst"), ("docx", "docx")])
def test_missing_extra_is_told_with_how_to_get_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, module: str
) -> None:
    """The libraries are an extra; without them, one line says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    status, output = run(command, NAME)

    assert 1 == status
    assert (
        f"Error: this needs {module}, which is not installed here: python -m pip install "
        "--require-hashes --requirement requirements-paper.txt\n"
    ) == output


def test_hub_with_faults_is_not_put_on_paper(
    run: Run, tmp_path: Path, change: Callable[[str, str, str], None]
) -> None:
    """What is wrong is said instead: paper cannot be mended."""
    change("evidence/organisations/midwater-arts.yml", "place: northshire", "place: nothshire")
    target = tmp_path / "paper.pdf"
    status, output = run("pdf", NAME, "-o", str(target))

    assert 1 == status
    assert "nothing was written: 1 error in 1 file" in output
    assert not target.exists()


def test_letter_that_no_font_has_is_told(run: Run, change: Callable[[str, str, str], None]) -> None:
    """A script that no font here knows is named, with what to install."""
    change("evidence/organisations/midwater-arts.yml", "Midwater Arts (fictional)", "Cuneiform 𒀀")
    change(
        f"concordats/{NAME}/signatories/midwater-arts.yml", "Midwater Arts (fictional)", "Midwater"
    )
    status, output = run("pdf", NAME)

    assert 1 == status
    assert 'no font on this machine has the letter "𒀀"' in output


def test_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    """A file that cannot be written is a message, not a traceback."""
    target = tmp_path / "nowhere" / "paper.pdf"

    assert (1, f'Error: "{target}" cannot be written: no such file or directory\n') == run(
        "pdf", NAME, "-o", str(target)
    )
