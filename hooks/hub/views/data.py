"""The hub's records as files for programs: small, versioned by their path, and stable.

Keys follow the records and CSL-JSON. Nothing here says when it was built: the same content
gives the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hub.citing.csl import as_csl
from hub.page import Document
from hub.views import addresses
from hub.views.downloads import reference_documents
from hub.views.json_ld import LICENCE
from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub

FOLDER = "data/v1/"


def documents(hub: Hub) -> Iterator[Document]:
    """Yield the summaries, and the references in all formats."""
    summaries = in_force(hub.summaries.values())
    yield _json("summaries.json", {
        "version": 1,
        "licence": LICENCE,
        "summaries": [_summary(hub, each) for each in summaries],
    })  # fmt: skip
    yield from reference_documents(hub)


def _summary(hub: Hub, summary: EvidenceSummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "page": addresses.summary(summary.id),
        **summary.model_dump(mode="json", exclude_none=True, exclude={"status"}),
        "work": as_csl(hub.references[summary.source]),
    }


def _json(name: str, content: object) -> Document:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)
    return Document(FOLDER + name, (text + "\n").encode())
