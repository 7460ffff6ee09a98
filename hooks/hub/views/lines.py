"""Summaries as lists name them: the link to each and its facts are printed once for all lists.

What is printed here leads on from any page after `hub.views.rooted.turned`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

from hub.views import addresses
from hub.views.cards import size
from hub.views.directions import sign

if TYPE_CHECKING:
    from markupsafe import Markup

    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding
    from hub.views.sheet import Studio


class Told(NamedTuple):
    """What lists say of a summary: `facts` are its design, size and year.

    `about` are the same after the art forms.
    """

    title: Markup
    href: Markup
    facts: Markup
    about: Markup


class Lines:
    """The summaries of a hub with what lists say of them."""

    def __init__(self, studio: Studio) -> None:
        """Tell nothing yet."""
        self._studio = studio
        self._told: dict[str, Told] = {}

    def told(self, summary: EvidenceSummary) -> Told:
        """Return what lists say of a summary."""
        found = self._told.get(summary.id)
        if found is None:
            found = self._told[summary.id] = self._tell(summary)
        return found

    def _tell(self, summary: EvidenceSummary) -> Told:
        hub = self._studio.hub
        issued = hub.references[summary.source].issued
        design, year = hub.label("designs", summary.design), str(issued.year or issued.literal)
        facts = " · ".join(filter(None, (design, size(summary), year)))
        forms = ", ".join([hub.label("art-forms", each) for each in summary.art_forms])
        return Told(
            escape(summary.title), escape(addresses.summary(summary.id)), escape(facts),
            escape(f"{forms} · {facts}" if forms else facts),
        )  # fmt: skip

    def finding(
        self, summary: EvidenceSummary, finding: Finding, *, anchor: str = "", more: str = ""
    ) -> Markup:
        """Return a finding in a list; `anchor` is its place on the page, `more` other facts."""
        told = self.told(summary)
        return self._studio.piece(
            "lines.html", "finding", finding.direction.value, sign(finding).words, told.href,
            anchor, told.title, finding.subgroup, told.about, more, summary.critiques,
        )  # fmt: skip

    def title(self, summary: EvidenceSummary) -> Markup:
        """Return a summary in a list, with its answer."""
        told = self.told(summary)
        return self._studio.piece("lines.html", "title", told.href, told.title, summary.answer)
