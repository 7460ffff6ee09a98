"""Bad inputs, and some that only look bad: each case gets exactly the verdict it deserves.

A case is a folder of `cases/`: files that are laid over the fictional hub of `hooks/hub/starter`,
`change.txt` where a line of that hub is changed (the file, the line, and what takes its place),
and `expect.txt`: why it matters, then a line for each verdict. `reject` is an error and `warn` a
warning, at that file and line and nowhere else; `accept` and `escape` mean that nothing is said.
What a file cannot hold is made by `made.py`.
"""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hub import reporters
from hub.examining import Examined, examine
from hub.model.hub import Hub
from tests.conftest import DEMO
from tests.hostile.made import MADE, RECORDS

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())
VERDICTS = {"error": "reject", "warning": "warn"}


def lay(case: str, root: Path) -> Path:
    """Return a copy of the fictional hub with the case in it."""
    shutil.copytree(DEMO, root)
    shutil.copytree(
        CASES / case, root, dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("expect.txt", "change.txt"),
    )  # fmt: skip
    change = CASES / case / "change.txt"
    if change.exists():
        name, old, new = change.read_text(encoding="utf-8").rstrip("\n").split("\n", 2)
        before = (root / name).read_text(encoding="utf-8")
        assert before.count(f"{old}\n") == 1
        (root / name).write_text(before.replace(f"{old}\n", f"{new}\n"), encoding="utf-8")
    if case in MADE:
        MADE[case](root)
    return root


def expected(case: str) -> list[str]:
    """Return the verdicts of a case: `reject <path>:<line> <code>`, in order."""
    text = (CASES / case / "expect.txt").read_text(encoding="utf-8")
    verdicts = text.split("\n\n", 1)[1].splitlines()
    return sorted(each for each in verdicts if each.startswith(("reject", "warn")))


def verdicts(examined: Examined) -> list[str]:
    """Return what was found, as `expected` does; several of one kind on a line count once."""
    return sorted({
        f"{VERDICTS[each.weight.value]} {each.span.path}:{each.span.line} {each.code.slug}"
        for each in examined.diagnostics
    })  # fmt: skip


@pytest.mark.parametrize("case", NAMES)
def test_a_case_gets_its_verdict(case: str, tmp_path: Path) -> None:
    """Each case is refused, warned of or accepted, at its line, and nothing else is blamed."""
    assert expected(case) == verdicts(examine(lay(case, tmp_path / "hub")))


@pytest.mark.parametrize("case", NAMES)
def test_a_case_takes_less_than_two_seconds(case: str, tmp_path: Path) -> None:
    """No input holds up the check; ten thousand records may take ten seconds."""
    seconds = 10 if RECORDS > 1000 and case.startswith("160-") else 2
    root = lay(case, tmp_path / "hub")
    started = time.monotonic()
    examine(root)

    assert time.monotonic() - started < seconds


@pytest.mark.parametrize("case", NAMES)
def test_a_report_of_a_case_can_be_printed(case: str, tmp_path: Path) -> None:
    """No report holds anything that a terminal or a log would obey, or cannot print."""
    examined = examine(lay(case, tmp_path / "hub"))
    report = reporters.text(examined.diagnostics, examined.sources)

    assert set() == {each for each in report if not each.isprintable()} - {"\n"}
    assert report == report.encode().decode()
    assert len(examined.diagnostics) == reporters.github(examined.diagnostics).count("\n")


def _signer(hub: Hub) -> str | None:
    signatories = hub.signatories["northshire-creative-health"]
    signatory = next(each for each in signatories if each.id == "harbour-choir")
    signer = signatory.signatures[0].by
    return signer.name if signer else None


KEPT: dict[str, tuple[Callable[[Hub], object], object]] = {
    "010-yaml-norway": (lambda hub: hub.summaries["singing-and-loneliness"].country, ("NO",)),
    "012-yaml-sexagesimal": (lambda hub: hub.organisations["harbour-choir"].aliases, ("12:30",)),
    "038-enc-utf8-bom-crlf":
        (lambda hub: hub.organisations["harbour-choir"].title, "Harbour Choir (fictional)"),
    "051-name-nfd-duplicate": (_signer, "Ren\u00e9e Roe"),
    "056-name-jinja": (_signer, "{{ 7*7 }}"),
    "062-name-ok-obrien": (_signer, "Siobhán O’Brien-Ní Dhomhnaill"),
    "063-name-ok-welsh": (_signer, "Siân Ŵyn ap Llywelyn"),
    "065-name-ok-cjk": (_signer, "李安"),
    "066-name-ok-single-letter": (_signer, "U"),
    "067-name-ok-mononym-apostrophe": (_signer, "D'Arcy"),
    "158-out-csv-org-formula":
        (lambda hub: hub.organisations["harbour-choir"].title, "+44 Community Arts (fictional)"),
}  # fmt: skip


@pytest.mark.parametrize("case", KEPT)
def test_an_accepted_value_is_kept(case: str, tmp_path: Path) -> None:
    """What is accepted comes out as it was written."""
    value, kept = KEPT[case]

    assert kept == value(examine(lay(case, tmp_path / "hub")).hub)
