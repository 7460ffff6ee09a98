"""What changed from one version of a concordat to the next, clause by clause, words marked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.versions import in_force
from hub.page import Heading, Page
from hub.views import addresses, assets
from hub.views.comparison import Fate, compared
from hub.views.wording import plural

if TYPE_CHECKING:
    from hub.model.concordats import Concordat, Version
    from hub.views.comparison import Comparison
    from hub.views.sheet import Studio

FATES = {
    Fate.KEPT: "Carried over",
    Fate.REWORDED: "Changed in words",
    Fate.ADDED: "Added",
    Fate.DROPPED: "Dropped",
}
"""What became of a clause, as readers see it."""
_SAYS = {
    Fate.KEPT: "carried over word for word",
    Fate.REWORDED: "changed in words",
    Fate.ADDED: "added",
    Fate.DROPPED: "dropped",
}


def changes_page(studio: Studio, concordat: Concordat, old: Version, new: Version) -> Page:
    """Return the page of the step from one version to the next; both have texts."""
    hub, sheet = studio.hub, studio.sheet(addresses.changes(concordat.id, new.number))
    comparison = compared(hub.texts[concordat.id, old.number], hub.texts[concordat.id, new.number])
    html = sheet.render(
        "changes.html", concordat=concordat, old=old, new=new, comparison=comparison,
        summary=tallied(comparison), fates=FATES, current=in_force(concordat),
        clause_fates={each.passage.id: each.fate for each in comparison.clauses},
        changed=[each for each in comparison.clauses if each.fate is not Fate.KEPT],
        addresses={"all": addresses.CONCORDATS, "concordat": addresses.concordat(concordat.id),
                   "old": addresses.version(concordat.id, old.number),
                   "new": addresses.version(concordat.id, new.number)},
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="concordat-changes",
        title=f"What changed from {old.number} to {new.number}: {concordat.title}",
        description=f"Version {new.number} beside version {old.number}, clause by clause: "
        + "; ".join(tallied(comparison)) + ".",
        html=html,
        headings=(Heading("page-clauses", "Which clauses"), Heading("page-words", "Every word")),
        section="concordats",
        head=assets.head(sheet, "css/versions.css"),
    )  # fmt: skip


def tallied(comparison: Comparison) -> list[str]:
    """Return how many clauses met which fate; those that none met are left out."""
    counts = comparison.counts
    return [f"{plural(counts[fate], 'clause')} {says}" for fate, says in _SAYS.items()
            if counts[fate]]  # fmt: skip
