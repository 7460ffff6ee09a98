"""What is printed of a concordat: the words of one version, who signed it, and its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.paper.signed import groups
from hub.paper.words import Block, Run, blocks, inline
from hub.views import naming
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.model.texts import Clause, Text, TextPart
    from hub.paper.signed import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A concordat ready to be set. `language` is that of `text`; all else is English.

    `facts` are terms with their values; `about` says where the text comes from, as sentences.
    """

    title: str
    version: str
    language: str
    printed: date
    facts: tuple[tuple[str, str], ...]
    text: tuple[Block, ...]
    groups: tuple[Group, ...]
    sha256: str
    about: tuple[str, ...]


def paper(
    hub: Hub, concordat: Concordat, version: Version, printed: date, language: str | None = None
) -> Paper:
    """Return what to print of a version; `printed` is the day of the copy.

    `language` is that of a translation, None for the text itself; its words must be there.
    """
    original = hub.texts[concordat.id, version.number]
    text = hub.translations[concordat.id, version.number, language] if language else original
    return Paper(
        title=concordat.title,
        version=version.number,
        language=language or concordat.language,
        printed=printed,
        facts=tuple(_facts(hub, concordat, version, language)),
        text=tuple(_text(text)),
        groups=tuple(each for each in groups(hub, concordat, version) if each.rows),
        sha256=original.sha256,
        about=_about(original, version, printed),
    )


def _facts(
    hub: Hub, concordat: Concordat, version: Version, language: str | None
) -> Iterator[tuple[str, str]]:
    yield "Issued by", "; ".join(naming.organisation(hub, each) for each in concordat.issuers)
    if concordat.area:
        yield "Area", naming.place(hub, concordat.area)
    if concordat.parent:
        parent = hub.concordats.get(concordat.parent)
        yield "Stands under", parent.title if parent else concordat.parent
    yield "Version", f"{version.number} ({version.status.value.replace('-', ' ')})"
    if version.published:
        yield "Published", day(version.published)
    if version.number != concordat.current.number:
        yield "In force now", f"version {concordat.current.number}, which is another text"
    if language:
        yield "Language", f"{naming.language(language)}; a translation, which nobody signed"


def _text(text: Text) -> Iterator[Block]:
    yield from blocks(text.preamble)
    for part in text.parts:
        yield Block("heading", (Run(part.heading),)) if part.heading else Block("rule")
        yield from _clauses(part)
    if text.closing:
        yield Block("rule")
        yield from blocks(text.closing)


def _clauses(part: TextPart) -> Iterator[Block]:
    for clause in part.clauses:
        kind = "clause" if clause.number else "paragraph"
        yield Block(kind, inline(clause.text), clause.number, _bullets(clause))


def _bullets(clause: Clause) -> tuple[tuple[Run, ...], ...]:
    return tuple(inline(each.text) for each in clause.bullets)


def _about(text: Text, version: Version, printed: date) -> tuple[str, ...]:
    which = (
        f"The text of version {version.number} has the SHA-256 fingerprint printed below; it is "
        f"computed from the file {text.path}. If one letter of that file changed, the fingerprint "
        "would change; it does not prove that anybody signed."
    )
    when = (
        f"This copy was made on {day(printed)}, and lists those who had signed by then. The page "
        "of the concordat on the hub is kept up to date, and is the accessible version."
    )
    return which, when
