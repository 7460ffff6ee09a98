"""Measure our build and the builders that others use, in turns; `make bench` runs this."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from playwright.sync_api import Error

from tests.benchmarks import ours, report, searching, sifting, tools
from tests.benchmarks.generate import records_of
from tests.benchmarks.hub_files import REPOSITORY
from tests.benchmarks.measuring import Measured, measure
from tests.benchmarks.peers import PEERS
from tests.benchmarks.results import MEGABYTE, Results
from tests.benchmarks.subjects import LARGE, Filling, Subject, look_at, remove

PAGE = REPOSITORY / "docs/reference/benchmark.md"
SAMPLE = 100
"""Records for weighing pages, and for a quick run."""


def main() -> None:
    """Measure what the command line asks for, and print the tables."""
    given = _arguments()
    if given.quick:
        given.sizes, given.rounds, given.only = [SAMPLE], 1, ["hub", "one record", "index"]
    if given.signatories:
        with TemporaryDirectory(prefix="hub-bench-") as temporary:
            records = records_of(2 * sifting.ROWS)
            click.echo(sifting.measure(records, given.work or Path(temporary)))
        return
    found = Results()
    with TemporaryDirectory(prefix="hub-bench-") as temporary:
        work = given.work or Path(temporary)
        filling = _fillings(given.only, work / "weighing")
        if given.search:
            found.answers = searching.quality(work / "real")
        for number in given.sizes:
            subjects = tuple(_subjects(number, given.only, work / str(number), filling))
            smaller = _smaller(number, given.sizes, work)
            _take_turns(found, number, subjects, given.rounds, smaller)
            if given.search:
                _search(found, number, work / str(number))
            if not given.work and number > LARGE:
                remove(work / str(number))
            if given.write:  # each time, since a larger size may fail
                PAGE.write_text(report.page(found), encoding="utf-8", newline="\n")
    for number, each in found.searches.items():
        click.echo(f"\n{number:,} records, {each}")
    click.echo(f"\n{report.machine()}\n\n{report.targets(found)}\n\n{report.everything(found)}")
    click.echo(f"\n{report.search(found)}")


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="bench", description="Measure the hub and its peers, in turns.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    parser.add_argument("--only", nargs="+", default=[""], metavar="WORDS",
                        help="measure what has these words in its name")  # fmt: skip
    parser.add_argument("--work", type=Path, help="an empty folder to work in, kept afterwards")
    parser.add_argument("--quick", action="store_true", help="100 records, one round, ours alone")
    parser.add_argument(
        "--search",
        action="store_true",
        help="search the sites in a browser, and put questions to the real hub",
    )
    parser.add_argument(
        "--signatories",
        action="store_true",
        help="sort, filter and search a table of 5,000 signatories in a browser, and nothing else",
    )
    parser.add_argument("--write", action="store_true", help="renew the page in docs/reference")
    return parser.parse_args()


def _subjects(
    number: int, only: Sequence[str], work: Path, filling: dict[str, Filling]
) -> Iterator[Subject]:
    records, names = records_of(number), {*_wanted(number, only)}
    if names.intersection(ours.NAMES):
        yield from (each for each in ours.ours(records, work) if each.name in names)
    for name, peer in PEERS.items():
        if name in names:
            yield peer(records, work, filling.get(name, Filling()))


def _wanted(number: int, only: Sequence[str]) -> Iterator[str]:
    """Yield the names of what is measured of so many records, if it has the words in its name."""
    for name in (*ours.NAMES, *PEERS) if number <= LARGE else (ours.BUILD, "Hugo"):
        is_asked = any(words.casefold() in name.casefold() for words in only)
        if is_asked and (name != "Eleventy" or tools.has_node()):
            yield name


def _smaller(number: int, sizes: Sequence[int], work: Path) -> Subject | None:
    """Return our build of the size before, which is measured beside a large one to tell growth."""
    before = max((size for size in sizes if size <= LARGE), default=0)
    if number <= LARGE or not before:
        return None
    subjects = ours.ours(records_of(before), work / str(before))
    return next(each for each in subjects if each.name == ours.BUILD)


def _take_turns(
    found: Results, number: int, subjects: Sequence[Subject], rounds: int, smaller: Subject | None
) -> None:
    for turn in range(1, rounds + 1):
        for subject in subjects:
            if turn > subject.rounds:
                continue
            if smaller and smaller.name == subject.name:
                measured = _measured(smaller)
                found.smaller.setdefault((number, smaller.name), []).append(measured)
                click.echo(f"{_progress(number, turn, smaller, measured)}, one size less", err=True)
            measured = _measured(subject)
            found.runs.setdefault((number, subject.name), []).append(measured)
            click.echo(_progress(number, turn, subject, measured), err=True)
            if subject.output and turn == 1:
                found.outputs[number, subject.name] = look_at(subject.output)
            if subject.output and not subject.is_needed:
                remove(subject.output)


def _measured(subject: Subject) -> Measured:
    subject.before()
    return measure(subject.command, subject.folder, ours.variables(subject.folder))


def _search(found: Results, number: int, work: Path) -> None:
    """Search what was built of so many records, if it has an index; say so if that fails."""
    site, material = work / "hub/site", work / "mkdocs/site"
    if (site / "pagefind").is_dir():
        try:
            found.searches[number] = searching.measure(site, records_of(number), material)
        except Error as error:
            click.echo(f"{number:>6,} records could not be searched: {error}", err=True)


def _progress(number: int, turn: int, subject: Subject, measured: Measured) -> str:
    figures = f"{measured.seconds:8.2f} s {measured.memory / MEGABYTE:7,.0f} MB"
    return f"{number:>6,} records, round {turn}: {subject.name:<24} {figures}"


def _fillings(only: Sequence[str], work: Path) -> dict[str, Filling]:
    """Return how much the pages of each peer are to be filled up to weigh what ours do.

    Building each of them once warms up, too.
    """
    found = {}
    for subject in _subjects(SAMPLE, [ours.FULL, *only], work, {}):
        if subject.name in {ours.FULL, *PEERS} and subject.output:
            _measured(subject)
            found[subject.name] = look_at(subject.output)
    our = found[ours.FULL]
    return {
        name: Filling(
            max(our.page_bytes - each.page_bytes, 0), max(our.work_bytes - each.work_bytes, 0)
        )
        for name, each in found.items()
    }


if __name__ == "__main__":
    main()
