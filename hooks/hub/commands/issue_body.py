"""What was written into an issue form, read from the text that the code host makes of it.

The host prints each question as a heading (`### Title`) with the answer below; the forms stand in
`.github/ISSUE_TEMPLATE/`, where the models made them. A stranger wrote the answers, and may have
written headings of their own into them: only the form's are read as questions, and each once.

    ### Title

    Harbour Choir

    ### Place

    _No response_
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from hub.commands.writing import editable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

FOLDER = ".github/ISSUE_TEMPLATE"
MAX_CHARACTERS = 65_536
"""Of an issue: what GitHub takes."""

_NOTHING = "_No response_"
_HEADING = re.compile(r"### (?P<label>[^\n]{1,200})")


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: its name (`summary`), and its questions' labels by the fields they ask for."""

    name: str
    labels: Mapping[str, str]
    needed: frozenset[str]


def forms_in(root: Path, names: Collection[str]) -> Iterator[IssueForm]:
    """Yield the hub's issue forms of these names."""
    for name in names:
        path = root / FOLDER / f"{name}.yml"
        if path.is_file():
            asked = [
                each for each in editable(path.read_text(encoding="utf-8"))["body"] if "id" in each
            ]
            labels = {_field(each["id"]): each["attributes"]["label"] for each in asked}
            needed = (each for each in asked if each["validations"]["required"] == "true")
            yield IssueForm(name, labels, frozenset(_field(each["id"]) for each in needed))


def read_issue(text: str, forms: Iterable[IssueForm]) -> tuple[IssueForm, dict[str, str]]:
    """Return the form that was filled in, and the answers by field; "" where there is none.

    Raises:
        click.ClickException: It is too long, no form of the hub, or a heading stands twice.
    """
    if len(text) > MAX_CHARACTERS:
        raise click.ClickException(f"the issue has more than {MAX_CHARACTERS:,} characters")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    found = [match["label"].strip() for line in lines if (match := _HEADING.fullmatch(line))]
    form = _filled_in({*found}, forms)
    labels = {label: field for field, label in form.labels.items()}
    for label in labels:
        if found.count(label) > 1:
            raise click.ClickException(
                f'the heading "### {label}" stands twice, so that nobody can tell which answer is '
                "meant; take it out of the answers"
            )
    return form, dict.fromkeys(form.labels, "") | dict(_answers(lines, labels))


def _filled_in(found: set[str], forms: Iterable[IssueForm]) -> IssueForm:
    """Return the form whose needed headings are there, of several the one with most of them."""
    known = [*forms]
    fit = [each for each in known if {each.labels[name] for name in each.needed} <= found]
    if not fit:
        names = ", ".join(each.name for each in known) or "none"
        raise click.ClickException(
            "a record is made of an issue that was begun with one of the hub's forms "
            f"({names}), with all its headings left as they are; this is none"
        )
    return max(fit, key=lambda form: len(found & {*form.labels.values()}))


def _answers(lines: Iterable[str], labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    field, answer = "", list[str]()
    for line in (*lines, None):
        match = _HEADING.fullmatch(line) if line is not None else None
        if line is None or (match and match["label"].strip() in labels):
            text = "\n".join(answer).strip()
            if field:
                yield field, "" if text == _NOTHING else text
            field, answer = labels[match["label"].strip()] if match else "", []
        else:
            answer.append(line)


def _field(question: str) -> str:
    """Return the field that a question of this id is for: question.population."""
    return question.replace("-", ".")
