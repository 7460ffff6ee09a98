"""Is every person who is named one who agreed to it?

A post-holder's name without consent is refused by the model already. What is left is the person
who signs for nobody else: there the record's own title is the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.signatories import Capacity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.model.signatories import Signatory


def check_consent(hub: Hub) -> Iterator[Diagnostic]:
    """Yield signatories who are named as persons without saying that they agreed.

    Consent to one name is no consent to another: a name that is given must be the title's.
    """
    for _, signatory in hub.all_signatories():
        if _is_person(hub, signatory) and not _agreed(signatory):
            yield Diagnostic(
                code=Code.NAME_WITHOUT_CONSENT, span=signatory.origin.span(("title",)),
                message=f'"{signatory.title}" signs as a person, '
                "and nothing says that the name may be published",
                expected="name_published: yes and name_basis below `by`, once the person agreed",
                help="delete the file, or ask first; for a body, name its record in `organisation`",
            )  # fmt: skip


def _is_person(hub: Hub, signatory: Signatory) -> bool:
    """Tell whether the title of a record is a person's name, as far as the record shows."""
    if signatory.organisation is None:
        return True
    if all(each.capacity is not Capacity.PERSONAL for each in signatory.signatures):
        return False
    body = hub.organisations.get(signatory.organisation)
    return body is not None and _folded(signatory.title) not in map(
        _folded, (body.title, *body.aliases)
    )


def _agreed(signatory: Signatory) -> bool:
    signers = (each.by for each in signatory.signatures if each.by and each.by.name_published)
    title = _folded(signatory.title)
    return any(_folded(signer.name or signatory.title) == title for signer in signers)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
