"""A trace as data: JSON, which follows the clauses, and CSV with a row for each thing behind them.

Nothing in them says when they were built, so their fingerprint changes when what they say does.
"""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from hub.model.coverage import provisions
from hub.page import Document
from hub.views import addresses
from hub.views.behind import behind
from hub.views.json_ld import LICENCE
from hub.views.pieces import json_object
from hub.views.signatory_data import cell
from hub.views.trace_steps import step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.texts import Text
    from hub.views.sheet import Studio
    from hub.views.trace_steps import Chain, Evidence, Practice, Step

COLUMNS = (
    "clause", "label", "kind", "id", "title", "relation", "directions", "certainty",
    "challenged_by", "why", "page",
)  # fmt: skip
"""The columns of the CSV file; `kind` is evidence, programme, lesson, practice
or none."""


def json_document(studio: Studio, concordat: Concordat, text: Text) -> Document:
    """Return the trace as JSON."""
    head = {
        "version": 1,
        "licence": LICENCE,
        "concordat": concordat.id,
        "title": concordat.title,
        "text_version": concordat.current.number,
        "text_sha256": text.sha256,
    }
    lines = (to_json(_clause(each)) for each in _steps(studio, concordat, text))
    content = b"".join(json_object(head, "clauses", lines))
    return Document(addresses.trace_data(concordat.id, "json"), content)


def csv_document(studio: Studio, concordat: Concordat, text: Text) -> Document:
    """Return the trace as CSV that is safe to open in a spreadsheet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for each in _steps(studio, concordat, text):
        head = (each.provision.id, each.provision.label)
        writer.writerows([cell(value) for value in (*head, *row)] for row in _rows(each))
    return Document(addresses.trace_data(concordat.id, "csv"), file.getvalue().encode())


def fingerprint(document: Document) -> str:
    """Return the SHA-256 of a data file."""
    return sha256(document.content).hexdigest()


def _steps(studio: Studio, concordat: Concordat, text: Text) -> Iterator[Step]:
    for provision in provisions(studio.hub, concordat, text):
        yield step(studio, behind(studio.hub, provision, concordat.current))


def _clause(given: Step) -> dict[str, Any]:
    provision = given.provision
    return {
        "id": provision.id,
        "label": provision.label,
        "direct_evidence": provision.has_direct_evidence,
        "challenged": provision.is_challenged,
        "examined": provision.is_examined,
        "no_direct_evidence": provision.why_no_evidence or None,
        "evidence": [_work(each) for each in given.evidence],
        "programmes": [_programme(each) for each in given.chains],
        "practice": [_practice(each) for each in given.practice],
    }  # fmt: skip


def _work(given: Evidence) -> dict[str, Any]:
    return {
        "reference": given.link.reference,
        "title": given.work.title,
        "page": given.work.address,
        "relation": given.link.relation.value,
        "why": given.link.why,
        "directions": [each.words for each in given.signs],
        "certainty": certainty_words(given),
        "challenged_by": [each.reference for each in given.critiques],
        "seen": given.work.seen or None,
        "state": given.work.state or None,
        "after_text": given.work.later is not None,
    }


def _programme(chain: Chain) -> dict[str, Any]:
    return {
        "programme": chain.programme.id,
        "title": chain.programme.title,
        "page": chain.address,
        "why": chain.why or None,
        "lessons": [
            {"number": each.number, "label": each.label, "page": chain.lesson_address(each)}
            for each in chain.lessons
        ],
        "practice": [_practice(each) for each in chain.practice],
    }


def _practice(given: Practice) -> dict[str, str | None]:
    return {
        "practice": given.example.id,
        "title": given.example.title,
        "page": given.address,
        "why": given.why or None,
    }


def _rows(given: Step) -> Iterator[tuple[str, ...]]:
    for each in given.evidence:
        yield ("evidence", each.link.reference, each.work.title, each.link.relation.value,
               "; ".join(sign.words for sign in each.signs), certainty_words(each) or "",
               "; ".join(critique.reference for critique in each.critiques), each.link.why,
               each.work.address)  # fmt: skip
    for chain in given.chains:
        name, title = chain.programme.id, chain.programme.title
        if chain.why:
            yield ("programme", name, title, "", "", "", "", chain.why, chain.address)
        for lesson in chain.lessons:
            yield ("lesson", f"{name}/{lesson.number}", lesson.label, "", "", "", "",
                   "", chain.lesson_address(lesson))  # fmt: skip
        for belonging in chain.practice:
            yield ("practice", belonging.example.id, belonging.example.title, "", "", "", "",
                   f"Belongs with {title}", belonging.address)  # fmt: skip
    for example in given.practice:
        yield ("practice", example.example.id, example.example.title, "", "", "", "",
               example.why, example.address)  # fmt: skip
    if not (given.evidence or given.chains or given.practice):
        yield ("none", "", "", "", "", "", "", given.provision.why_no_evidence, "")


def certainty_words(given: Evidence) -> str | None:
    """Return the certainty of the main finding with its scale: "low (GRADE)"; None if ungraded."""
    found = given.certainty
    if not found:
        return None
    return f"{found.get('words') or found['level'].replace('-', ' ')} ({found['scale']})"
