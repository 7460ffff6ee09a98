"""What stands behind a clause, ready for the template: works by relation, programmes, lessons.

Every work is there, whichever way it points; which links there are is the records' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.coverage import by_relation, is_later
from hub.views import addresses, naming
from hub.views.wording import plural

if TYPE_CHECKING:
    from hub.model.clauses import EvidenceLink, Relation
    from hub.model.concordats import Version
    from hub.model.coverage import Provision
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.model.references import Reference

VERBS = {
    "supports": ("supports it", "support it"),
    "partly-supports": ("partly supports it", "partly support it"),
    "challenges": ("challenges it", "challenge it"),
    "contextualises": ("gives context", "give context"),
}
"""What one work, and what several works, do by their relation to a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work that bears on a clause: how it is called here, and where it leads.

    `address` is its summary's page, else its place in the list of all references.
    `later` is the year of a work that appeared after the text, else None.
    """

    link: EvidenceLink
    is_known: bool
    title: str
    byline: str
    address: str
    seen: str
    later: int | None
    state: str

    @property
    def has_summary(self) -> bool:
        """Tell whether this hub sums the work up."""
        return bool(self.seen)


@dataclass(frozen=True, slots=True)
class Group:
    """The works that bear on a clause in the same way."""

    relation: Relation
    works: tuple[Work, ...]

    @property
    def says(self) -> str:
        """How many they are and what they do: "2 challenge it"."""
        number = len(self.works)
        return f"{number} {VERBS[self.relation][number != 1]}"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to a programme or a lesson; `why` is Markdown, `within` plain text."""

    title: str
    address: str
    why: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a clause, in the order in which it is shown."""

    provision: Provision
    groups: tuple[Group, ...]
    programmes: tuple[Pointer, ...]
    lessons: tuple[Pointer, ...]
    practice: tuple[Pointer, ...]

    @property
    def tally(self) -> str:
        """How many works bear on it, and how; "" where all do so in the same way.

        "3 works: 1 supports it, 2 challenge it".
        """
        total = sum(len(group.works) for group in self.groups)
        each = ", ".join(group.says for group in self.groups)
        return f"{plural(total, 'work')}: {each}" if len(self.groups) > 1 else ""


def behind(hub: Hub, provision: Provision, version: Version) -> Behind:
    """Return what stands behind a provision of this version."""
    groups = tuple(
        Group(relation, tuple(_work(hub, link, version) for link in links))
        for relation, links in by_relation(provision.evidence)
    )
    programmes = tuple(
        Pointer(found.title, addresses.programme(found.id), link.why)
        for link in provision.programmes
        if (found := hub.programmes.get(link.programme))
    )
    lessons = tuple(
        Pointer(lesson.label, addresses.programme(programme.id, lesson.number),
                within=f"Lesson {lesson.number} of {programme.title}")
        for programme, lesson in provision.lessons
    )  # fmt: skip
    practice = tuple(
        Pointer(example.title, addresses.practice(example.id), link.why)
        for example, link in provision.practice
        if example.status is Status.PUBLISHED
    )
    return Behind(provision, groups, programmes, lessons, practice)


def _work(hub: Hub, link: EvidenceLink, version: Version) -> Work:
    work, summary = hub.references.get(link.reference), hub.summary_of(link.reference)
    title = summary.title if summary else work.title if work else link.reference
    return Work(
        link=link,
        is_known=work is not None,
        title=title,
        byline=naming.byline(work) if work else "",
        address=addresses.summary(summary.id) if summary else addresses.reference(link.reference),
        seen=summary.seen.value if summary else "",
        later=work.issued.year if work and is_later(work, version) else None,
        state=_state(work, summary),
    )


def _state(work: Reference | None, summary: EvidenceSummary | None) -> str:
    if work and work.state:
        return work.state.value
    return "withdrawn" if summary and summary.status is Status.WITHDRAWN else ""
