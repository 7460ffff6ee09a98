"""`hub retractions`: the library against a file of Retraction Watch, for a person to review.

Crossref publishes the file: https://gitlab.com/crossref/retraction-watch-data. Nothing in the
library is changed: what was found is printed with the lines that record it.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands.roots import find_root, kept, root_option
from hub.loading.hub import load_hub
from hub.model.references import WorkState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hub.model.references import Reference

_COLUMNS = ("OriginalPaperDOI", "RetractionDOI", "RetractionNature", "RetractionDate")
_STATES = {
    "retraction": WorkState.RETRACTED, "correction": WorkState.CORRECTED,
    "expression of concern": WorkState.CONCERN,
}  # fmt: skip
_FIELD = 10_000_000
"""Characters of one field: lists of authors and reasons are long."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One row of the file, as far as it concerns us; `on` is None where no date can be read."""

    nature: str
    on: date | None
    doi: str
    reason: str


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@root_option
def retractions(file: Path, output: Path | None, root: Path | None) -> None:
    """Compare the library with FILE, a CSV file of Retraction Watch, and write what was found.

    Exit status: 0 nothing new, 1 something to record, 2 wrong use of the command.
    """
    references = load_hub(root or find_root(), kept("library")).hub.references
    found = find_notices(file, references)
    lines = [line for key, notices in found.items() for line in review(references[key], notices)]
    new = sum(not is_recorded(references[key], notices) for key, notices in found.items())
    lines.append(f"{len(references)} works compared: {len(found)} with notices, {new} to record")
    text = "\n".join(lines) + "\n"
    if output:
        output.write_text(text, encoding="utf-8")
    click.echo(lines[-1] if output else text, nl=bool(output))
    click.get_current_context().exit(1 if new else 0)


def find_notices(file: Path, references: Mapping[str, Reference]) -> dict[str, list[Notice]]:
    """Return the notices on works of the library by key, oldest first.

    A work is found by its DOI or PubMed id, and by the DOI of a notice that is cited itself.

    Raises:
        click.ClickException: The file is no file of Retraction Watch.
    """
    by_mark: dict[str, str] = {}
    for reference in references.values():
        by_mark |= {mark: reference.key for mark in (_doi(reference.doi), reference.pmid) if mark}
    found: dict[str, list[Notice]] = {}
    for row in _rows(file):
        notice = Notice(row["RetractionNature"].strip(), _date(row["RetractionDate"]),
                        _doi(row["RetractionDOI"]), row.get("Reason") or "")  # fmt: skip
        marks = (_doi(row["OriginalPaperDOI"]), row.get("OriginalPaperPubMedID") or "", notice.doi)
        for key in dict.fromkeys(by_mark[mark] for mark in marks if mark in by_mark):
            found.setdefault(key, []).append(notice)
    for notices in found.values():
        notices.sort(key=lambda each: each.on or date.min)
    return found


def is_recorded(work: Reference, notices: Iterable[Notice]) -> bool:
    """Tell whether the library says what the last notice says, or cites the notice itself."""
    *_, last = notices
    state = _STATES.get(last.nature.lower())
    is_notice = bool(last.doi) and last.doi == _doi(work.doi)
    return is_notice or (state is not None and work.state is state)


def review(work: Reference, notices: list[Notice]) -> Iterator[str]:
    """Yield what a person must see to decide, and the lines to put into the entry."""
    yield f"{work.origin.span()}: {work.key}: {work.title}"
    for notice in notices:
        reasons = [each.strip(" +") for each in notice.reason.split(";")]
        reason = "; ".join(each for each in reasons if each)
        when = notice.on.isoformat() if notice.on else "date unknown"
        if notice.doi and notice.doi == _doi(work.doi):
            yield f"  this work is itself a notice: {notice.nature}, {when}"
        else:
            yield f"  {notice.nature}, {when}, notice {notice.doi or 'without a DOI'}"
        if reason:
            yield f"    reason: {reason}"
    last = notices[-1]
    state = _STATES.get(last.nature.lower())
    if is_recorded(work, notices):
        yield "  already recorded" if work.state else "  nothing to record"
    elif state:
        yield "  to record it, add to the entry:"
        yield f"    status = {{{state.value}}},"
        if last.on:
            yield f"    status-date = {{{last.on.isoformat()}}},"
        if last.doi:
            yield f"    status-notice = {{{last.doi}}},"
    else:
        yield f'  "{last.nature}" is no state that the library has: decide by hand'
    yield ""


def _rows(file: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_FIELD)
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        reader = csv.DictReader((line.replace("\0", "") for line in lines), restval="")
        missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise click.ClickException(
                f"{file.name} is no file of Retraction Watch: it has no column {', '.join(missing)}"
            )
        try:
            yield from reader
        except csv.Error as error:
            raise click.ClickException(f"{file.name}, line {reader.line_num}: {error}") from None


def _doi(text: str) -> str:
    """Return a DOI in small letters, without an address; "" for what is none ("unavailable")."""
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text.strip().lower())
    return bare if bare.startswith("10.") else ""


def _date(text: str) -> date | None:
    """Return a date written month/day/year, with or without a time, or year-month-day."""
    american = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})\b", text.strip())
    try:
        if american:
            month, day, year = map(int, american.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
