"""The page that searches everything: its frame, and what stands there without JavaScript.

Searching itself happens in the browser (`theme/assets/hub/js/search/`), on the index that is made
of what `hub.views.search_entries` says of each record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.page import Page
from hub.views import addresses, assets
from hub.views.facets import FACETS

if TYPE_CHECKING:
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

_KIND = ("kind", "Kind of record")
"""The one facet that is not of the evidence alone."""
_OPEN = {"kind", "outcome"}
"""Facets that are open from the start: what belongs to the others is fetched when they are."""

_SORTS = (
    ("best", "Best match"), ("newest", "Newest"), ("strongest", "Strongest"),
    ("largest", "Largest"),
)  # fmt: skip
_WAYS = (
    ("csv", "CSV"), ("ris", "RIS"), ("bib", "BibTeX"), ("json", "CSL-JSON"),
    ("brief", "Brief to print"),
)  # fmt: skip
_SHOWN = 20
"""Results that are shown at a time."""


def search_page(studio: Studio, settings: Settings) -> Page:
    """Return the search page."""
    sheet = studio.sheet(addresses.SEARCH)
    html = sheet.render(
        "search.html",
        name=settings.site_name,
        neighbours=settings.neighbours,
        facets=[
            {"name": name, "label": label, "open": name in _OPEN}
            for name, label in [_KIND, *((each.name, each.name.capitalize()) for each in FACETS)]
        ],
        sorts=_SORTS,
        ways=_WAYS,
        shown=_SHOWN,
        browse=_browse(sheet),
    )  # fmt: skip
    return Page(
        address=addresses.SEARCH,
        kind="search",
        title="Search",
        description="Search all records of the hub, narrow the results, and take them away.",
        html=html,
        head=assets.head(sheet, "css/search-page.css", "js/search/page.js"),
    )


def _browse(sheet: Sheet) -> list[dict[str, str]]:
    """Return where the same records can be found by following links."""
    places = (
        *((f"Evidence by {each.name}", addresses.browse(each.id)) for each in FACETS),
        ("Where there is evidence, and where there is none", addresses.GAP_MAP),
        ("All evidence summaries", f"{addresses.EVIDENCE}#all"),
        ("References", addresses.REFERENCES),
        ("Concordats, their clauses and signatories", addresses.CONCORDATS),
        ("Programmes and their lessons", addresses.PROGRAMMES),
        ("Practice, on a map and in a list", addresses.PRACTICE),
        ("Areas", addresses.AREAS),
        ("Evidence for a question", addresses.QUESTIONS),
    )
    return [{"label": label, "href": sheet.url(place)} for label, place in places]
