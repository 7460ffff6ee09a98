"""What no single file can show: rules over the whole hub, as generators of diagnostics.

Each module holds the rules of one subject; a rule takes the hub and yields what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.checks.claims import check_claims
from hub.checks.concordats import check_concordats
from hub.checks.consent import check_consent
from hub.checks.evidence import check_evidence
from hub.checks.mentions import check_mentions, check_pages
from hub.checks.names import check_names
from hub.checks.prose import check_files, check_prose
from hub.checks.reading import read
from hub.checks.references import check_references
from hub.checks.vocabularies import check_vocabularies
from hub.model.base import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hub.diagnostics import Diagnostic
    from hub.model.hub import Hub


_WORK = Mentions("reference")


def check(hub: Hub, today: date) -> Iterator[Diagnostic]:
    """Yield everything that is wrong between the records of a hub; `today` judges dates."""
    cited = set[str]()
    for reading in map(read, hub.records):
        yield from check_mentions(hub, reading)
        yield from check_prose(reading)
        cited.update(each.key for each in reading.cited)
        cited.update(name for _, mark, name in reading.texts if mark == _WORK)
    yield from check_pages(hub)
    yield from check_files(hub)
    yield from check_names(hub)
    yield from check_consent(hub)
    yield from check_references(hub, cited)
    yield from check_vocabularies(hub)
    yield from check_evidence(hub)
    yield from check_claims(hub)
    yield from check_concordats(hub, today)
