"""The record of every signature as a file to download, keep, and verify with `hub verify`.

Beside a record stands its SSH signature, where there is one. Bodies alone have records: one could
not be taken back from those who keep it, and a person who signs for themselves may ask for that.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hub.model.signature_records import canonical, signature_record
from hub.page import Document
from hub.views import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory, Signature


def signature_documents(hub: Hub) -> Iterator[Document]:
    """Yield the records of bodies that have no page of their own; others' are beside theirs."""
    for concordat, signatory in hub.all_signatories():
        if signatory.organisation and signatory.organisation not in hub.organisations:
            yield from records(concordat, signatory)


def records(concordat: Concordat, signatory: Signatory) -> Iterator[Document]:
    """Yield the record of each signature in a file, and its SSH signature."""
    for signature, path in with_records(concordat, signatory):
        yield Document(path, canonical(signature_record(concordat, signatory, signature)))
        if signature.ssh_signature:
            yield Document(f"{path}.sig", f"{signature.ssh_signature}\n".encode())


def with_records(concordat: Concordat, signatory: Signatory) -> Iterator[tuple[Signature, str]]:
    """Yield each signature with where its record is; one version may be signed by two people."""
    seen = Counter[str]()
    for signature in signatory.signatures:
        number = signature.version
        seen[number] += 1
        yield (
            signature,
            addresses.signature_record(concordat.id, signatory.id, number, seen[number]),
        )
