"""What loading cannot see: rules over records and over the whole hub, as generators of diagnostics.

Each module holds the rules of one subject. `check_record` needs nothing but the record, so a file
that was found sound is not looked at again, nor is a library (`references.check_reference`);
`check_hub` compares the facts of all records. A rule that judges each record by itself, if beside
others, is given those that were asked for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hub.checks.claims import check_claims
from hub.checks.concordats import check_concordats, check_signatures
from hub.checks.consent import check_consent
from hub.checks.delivery import check_delivery, check_partners, check_steps
from hub.checks.estimates import check_estimates
from hub.checks.evidence import check_evidence
from hub.checks.facts import WORK, kind_and_name
from hub.checks.logic import check_logic
from hub.checks.mentions import check_mentions, check_pages
from hub.checks.names import check_names, check_title
from hub.checks.overclaims import check_overclaims
from hub.checks.plainness import check_plainness
from hub.checks.practice import check_practice
from hub.checks.prose import check_files, check_prose
from hub.checks.reading import read
from hub.checks.references import check_retracted, check_unused, cited_on_pages
from hub.checks.reviews import check_reviews
from hub.checks.stories import check_stories
from hub.checks.twice import check_twice
from hub.checks.vocabularies import check_vocabulary
from hub.model.signatories import Signatory
from hub.model.stories import Story

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from hub.checks.facts import Facts
    from hub.checks.reading import Reading
    from hub.diagnostics import Diagnostic
    from hub.model.hub import Hub


def check_record(reading: Reading) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with a record, whatever else the hub holds."""
    yield from check_prose(reading)
    yield from check_names(reading.record)
    yield from check_vocabulary(reading.record)
    yield from check_evidence(reading.record)
    yield from check_logic(reading.record)
    yield from check_estimates(reading.record)
    yield from check_claims(reading.record)
    yield from check_overclaims(reading.record)
    yield from check_plainness(reading.record)
    yield from check_steps(reading.record)


def check_hub(
    hub: Hub, facts: Mapping[str, Facts], today: date, only: Collection[str] = (),
    sound: Collection[str] = (),
) -> Iterator[Diagnostic]:  # fmt: skip
    """Yield everything that is wrong between the records of a hub.

    `facts` are those of all its records, by path; `today` judges dates. With `only`, the paths of
    some files, what is wrong in others may be left out. `sound` are the paths of some that are
    judged alone (`is_judged_alone`), and with which nothing is wrong.
    """
    asked = {path: each for path, each in facts.items() if path in only} if only else facts
    judged = hub
    if only or sound:
        judged = _with_alone(hub, filter(is_judged_alone, asked.keys() - sound))
    mentioned = frozenset[str]().union(*(each.mentions for each in facts.values()))
    unknown = {each for each in mentioned if not hub.is_known(*kind_and_name(each))}
    for path, each in asked.items():
        if not unknown.isdisjoint(each.mentions):
            yield from check_mentions(hub, read(hub.records[path]))
    yield from check_twice(hub, facts)
    yield from check_reviews(hub, asked, today)
    yield from check_pages(hub)
    yield from check_files(hub)
    for page in hub.docs.values():
        yield from check_title(page)
    yield from check_consent(judged)
    yield from check_stories(judged, today)
    yield from check_practice(hub, asked)
    cited = {name for kind, name in map(kind_and_name, mentioned) if kind == WORK}
    cited |= cited_on_pages(hub)
    if not only or any(path.endswith(".bib") for path in only):
        yield from check_unused(hub, cited)
    yield from check_retracted(hub, asked, cited)
    yield from check_concordats(hub)
    yield from check_signatures(judged, today)
    yield from check_partners(hub, only)
    yield from check_delivery(judged, today)


def is_judged_alone(path: str) -> bool:
    """Tell whether rules between records judge each record of this kind by itself."""
    return "/signatories/" in path or "/stories/" in path


def _with_alone(hub: Hub, paths: Iterable[str]) -> Hub:
    """Return a hub with no other signatories and stories than those at some paths."""
    records = {path: hub.records[path] for path in paths}
    stories = {each.id: each for each in records.values() if isinstance(each, Story)}
    signatories = {
        name: tuple(
            each for path, each in records.items()
            if isinstance(each, Signatory) and path.split("/")[1] == name
        )
        for name in hub.concordats
    }  # fmt: skip
    return replace(hub, stories=stories, signatories=signatories)
