"""The record of a signature: what was signed, on whose behalf and when, as one line of JSON.

It is made from the signatory's file, published as data, and is what an SSH signature is made over:
one line, keys in order, no blanks, so that there is only one way to write it. Names of people are
not in it: it may be kept and passed on, and nobody could take it back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hub.model.concordats import Concordat
    from hub.model.signatories import Signatory, Signature

FORMAT = "concordat-signature-v1"
"""The form of a record; another form gets another name."""
NAMESPACE = f"{FORMAT}@creative-health-hub"
"""What an SSH signature of a record is for: `ssh-keygen -Y sign -n` this."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def signature_record(
    concordat: Concordat, signatory: Signatory, signature: Signature
) -> dict[str, Any]:
    """Return the record of one signature; what is not known is None."""
    source, authority = signature.source, signature.authority
    return {
        "format": FORMAT,
        "concordat": concordat.id,
        "version": signature.version,
        "text_sha256": signature.text,
        "signatory": signatory.id,
        "organisation": signatory.organisation,
        "role": signature.by.role if signature.by else None,
        "capacity": signature.capacity.value,
        "date": signature.signed.isoformat() if signature.signed else None,
        "evidence": {
            "authority": authority.kind if authority else None,
            "reference": authority.reference if authority else None,
            "source": source.web or source.reference or source.title,
        },
    }


def canonical(record: dict[str, Any]) -> bytes:
    """Return a record as the one line that is published, hashed and signed."""
    return f"{_ENCODER.encode(record)}\n".encode()
