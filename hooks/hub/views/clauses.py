"""The clauses of a text, each with what stands behind it, ready for the template.

Printed numbers are kept as text: a list marker would be numbered anew by whatever reads the
page without our styles, and a marker beside the printed number would be read out twice. So a
clause is a plain block whose number is its first word, read once and copied with the words.
The concordat's own words may hold no citations of ours, so none are looked for in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.coverage import provisions
from hub.views import markdown
from hub.views.behind import behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.texts import Bullet, Clause, Text, TextPart
    from hub.views.behind import Behind


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause or bullet as printed, and what stands behind it.

    `behind` is None for a bullet that belongs to what its clause says. `lines` are bullets
    printed inside the clause, `below` those that stand for themselves.
    """

    id: str
    number: str
    text: Markup
    behind: Behind | None = None
    lines: tuple[Statement, ...] = ()
    below: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A part of the text: its printed heading, "" where none, and a title to list it by."""

    id: str
    heading: str
    title: str
    statements: tuple[Statement, ...]


def printed_parts(hub: Hub, concordat: Concordat, text: Text) -> tuple[PrintedPart, ...]:
    """Return the text of the version in force, part by part, with what stands behind it."""
    found = {
        each.id: behind(hub, each, concordat.current) for each in provisions(hub, concordat, text)
    }
    return tuple(_part(part, found) for part in text.parts)


def plain_parts(concordat: Concordat, text: Text) -> tuple[PrintedPart, ...]:
    """Return a text part by part, and nothing but the text."""
    return tuple(
        PrintedPart(
            part.id, part.heading, part.heading.rstrip(" :") or _label(concordat, part),
            tuple(_plain_statement(clause) for clause in part.clauses),
        )
        for part in text.parts
    )  # fmt: skip


def _label(concordat: Concordat, part: TextPart) -> str:
    """Return what to call a part without a printed heading: its first clause in a few words."""
    basis = concordat.clauses.get(part.clauses[0].id) if part.clauses else None
    return basis.label if basis else part.id


def _plain_statement(clause: Clause) -> Statement:
    text = markdown.block(clause.text, breaks=True)
    lines = tuple(_bullet(each, None) for each in clause.bullets)
    return Statement(clause.id, clause.number, text, lines=lines)


def _part(part: TextPart, found: Mapping[str, Behind]) -> PrintedPart:
    statements = tuple(_statement(clause, found) for clause in part.clauses)
    first = found[part.clauses[0].id].provision.label if part.clauses else part.id
    return PrintedPart(part.id, part.heading, part.heading.rstrip(" :") or first, statements)


def _statement(clause: Clause, found: Mapping[str, Behind]) -> Statement:
    text = markdown.block(clause.text, breaks=True)
    bullets = tuple(_bullet(each, found.get(each.id)) for each in clause.bullets)
    if any(each.behind for each in bullets):
        return Statement(clause.id, clause.number, text, found[clause.id], below=bullets)
    return Statement(clause.id, clause.number, text, found[clause.id], lines=bullets)


def _bullet(bullet: Bullet, found: Behind | None) -> Statement:
    return Statement(bullet.id, "", markdown.inline(bullet.text, breaks=True), found)
