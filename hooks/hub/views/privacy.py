"""What the hub holds on people, counted for its privacy page.

All records count, drafts and withdrawn ones too: whoever may read the repository may read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.model.signatories import Signatory


def personal_signatories(hub: Hub) -> tuple[Signatory, ...]:
    """Return those who signed for themselves; their record is headed by their name."""
    return tuple(each for _, each in hub.all_signatories() if each.organisation is None)


def named_signers(hub: Hub) -> frozenset[str]:
    """Return the names of people in records of signatures, each once and in lower case."""
    return frozenset(name.casefold() for name in _signers(hub))


def named_authors(hub: Hub) -> frozenset[tuple[str, str, str]]:
    """Return particle, family and given names of authors and editors, each once, not bodies."""
    return frozenset(
        (name.particle, name.family, name.given)
        for work in hub.references.values()
        for name in (*work.author, *work.editor)
        if name.family
    )


def _signers(hub: Hub) -> Iterator[str]:
    yield from (each.title for each in personal_signatories(hub))
    for _, signatory in hub.all_signatories():
        for signature in signatory.signatures:
            if signature.by and signature.by.name:
                yield signature.by.name
