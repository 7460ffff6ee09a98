"""Where each work is cited and for what, found in the records and in hand-written pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hub.model.base import Status
from hub.model.citations import parse_citations
from hub.model.marks import IsProse, Mentions
from hub.model.walk import texts
from hub.source import Loc
from hub.views import addresses
from hub.views.clause_links import clause_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.pages import DocsPage
    from hub.model.practice import PracticeExample
    from hub.model.programmes import Programme
    from hub.model.walk import Marks

_IN_SUMMARY = {
    "source": "sums it up", "companions": "names it as a companion paper",
    "critiques": "shows it as a critique", "findings": "rests a finding on it",
}  # fmt: skip
_NAMES = Mentions("reference")
_CITES: Marks = frozenset({_NAMES, IsProse()})
_HEADING = re.compile(r"^# +(.+?) *#*$", re.MULTILINE)


class Use(NamedTuple):
    """A place that cites a work: what kind of place, how it is called, and its address.

    `purpose` says what for, where the record says so; `relation` is that of the work to a clause,
    and `why` the reason for it, as Markdown.
    """

    kind: str
    label: str
    address: str
    purpose: str = ""
    relation: str = ""
    why: str = ""


def uses_by_key(hub: Hub) -> dict[str, tuple[Use, ...]]:
    """Return the uses of each cited work by its key, each once.

    Summaries come first, then clauses, programmes with their lessons, practice, organisations and
    pages. A place that says what it cites a work for is not listed once more for merely naming it.
    """
    found: dict[str, dict[Use, None]] = {}
    for key, use in _uses(hub):
        found.setdefault(key, {})[use] = None
    return {key: tuple(_each_once(uses)) for key, uses in found.items()}


def _each_once(uses: dict[Use, None]) -> Iterator[Use]:
    told = {use.address for use in uses if use.purpose or use.relation}
    return (use for use in uses if use.purpose or use.relation or use.address not in told)


def _uses(hub: Hub) -> Iterator[tuple[str, Use]]:
    for summary in hub.summaries.values():
        if summary.status is Status.PUBLISHED:
            address = addresses.summary(summary.id)
            for key, loc in _cited(summary):
                purpose = _IN_SUMMARY.get(str(loc[0]), "")
                yield key, Use("Summary", summary.title, address, purpose)
    for concordat in hub.concordats.values():
        yield from ((key, _in_concordat(hub, concordat, loc)) for key, loc in _cited(concordat))
    for programme in hub.programmes.values():
        yield from ((key, _in_programme(programme, loc)) for key, loc in _cited(programme))
    for example in hub.practice.values():
        if example.status is Status.PUBLISHED:
            yield from ((key, _in_practice(example, loc)) for key, loc in _cited(example))
    for organisation in hub.organisations.values():
        use = Use("Organisation", organisation.title, addresses.organisation(organisation.id))
        yield from ((key, use) for key, _ in _cited(organisation))
    for path, page in hub.docs.items():
        yield from ((key, _on_page(path, page)) for key in _keys(page.body))


def _cited(record: Record) -> Iterator[tuple[str, Loc]]:
    written = list[tuple[Loc, str]]()
    for loc, mark, text in texts(record, _CITES):
        if isinstance(mark, IsProse):
            if "@" in text:  # most cite nothing
                written.append((loc, text))
        elif mark == _NAMES:
            yield text, loc
    for loc, text in written:
        yield from ((key, loc) for key in _keys(text))


def _keys(text: str) -> Iterator[str]:
    for group in parse_citations(text):
        yield from (each.key for each in group.citations)


def _in_concordat(hub: Hub, concordat: Concordat, loc: Loc) -> Use:
    match loc:
        case ("clauses", str(clause), *rest):
            basis = concordat.clauses[clause]
            label = f"{basis.label} ({concordat.title})"
            address = clause_address(hub, concordat.id, clause)
            match rest:
                case ("evidence", int(position), "reference"):
                    link = basis.evidence[position]
                    relation = link.relation.value
                    return Use("Clause", label, address, relation=relation, why=link.why)
            return Use("Clause", label, address)
    return Use("Concordat", concordat.title, addresses.concordat(concordat.id))


def _in_programme(programme: Programme, loc: Loc) -> Use:
    match loc:
        case ("lessons", int(position), *_):
            lesson = programme.lessons[position]
            label = f"Lesson {lesson.number}: {lesson.label} ({programme.title})"
            return Use("Lesson", label, addresses.programme(programme.id, lesson.number))
    return Use("Programme", programme.title, addresses.programme(programme.id))


def _in_practice(example: PracticeExample, loc: Loc) -> Use:
    purpose = "studies it, or is named by its pages" if loc[0] == "evidence" else ""
    return Use("Practice", example.title, addresses.practice(example.id), purpose)


def _on_page(path: str, page: DocsPage) -> Use:
    name = path.removeprefix("docs/").removesuffix(".md")
    heading = _HEADING.search(page.body)
    title = page.front_matter.title or (heading[1] if heading else name)
    return Use("Page", title, "" if name == "index" else f"{name.removesuffix('/index')}/")
