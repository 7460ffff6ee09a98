"""References as readers see them, in a CSL style: escaped HTML with the work's address linked.

citeproc-py does the formatting, which costs milliseconds a reference: it is done when a page
asks, and once. The state of a work (retracted, corrected ...) is for pages to show.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON

from hub.citing import markup
from hub.citing.csl import as_csl
from hub.store import Store, fingerprint, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.model.references import Reference

VANCOUVER = "nlm-citation-sequence"
"""The style of the site: the number before each entry is the page's own."""

_STYLES = Path(__file__).parent / "styles"
_NUMBER = re.compile(r"^\s*1\.\s*")
_STOP_TOO_MANY = re.compile(r"([?!][”’]?)\.(?= |$)")
# citeproc-py shortens 1-120 to 1-20, because it does not look at the number of digits.
_RANGE = re.compile(r"(?P<first>\d+)[-–](?P<last>\d+)")
_RESOLVERS = (
    ("DOI", "doi:", "https://doi.org/"),
    ("PMID", "PubMed PMID: ", "https://pubmed.ncbi.nlm.nih.gov/"),
    ("PMCID", "PubMed Central PMCID: ", "https://pmc.ncbi.nlm.nih.gov/articles/"),
)
"""CSL variable, what is printed before it, and where it leads."""
_URL_SIGNS = "%:/?#[]@!$&'()*+,;=~"
"""What may stand in a web address as it is (RFC 3986, section 2.2)."""


class Formatter:
    """Prints references in one style, each once; `style` is the name of a file in `styles`.

    What was printed in an earlier build, by the same code and style, comes from the store.
    """

    def __init__(self, style: str = VANCOUVER, store: Store | None = None) -> None:
        """Print in a style; nothing is read before it is needed."""
        self._name = style
        self._store = store or Store()
        self._made_by = key_of(style, version("citeproc-py"), fingerprint(Path(__file__).parent))
        self._printed: dict[bytes, str] = {}
        self._new: dict[bytes, str] = {}

    def prepare(self, references: Iterable[Reference]) -> None:
        """Fetch from the store, in one go, what is known of these references."""
        self._printed.update(self._store.find(self._key(as_csl(each)) for each in references))

    def keep(self) -> None:
        """Put what was newly printed into the store."""
        self._store.keep(self._new)
        self._new = {}

    def format_html(self, reference: Reference) -> str:
        """Return the entry as one line of HTML, without a number, its address linked."""
        item = as_csl(reference)
        key = self._key(item)
        if key not in self._printed:
            self._printed[key] = self._new[key] = _linked(markup.to_html(self._line(item)), item)
        return self._printed[key]

    def _key(self, item: dict[str, Any]) -> bytes:  # Any: JSON
        return key_of(self._made_by, json.dumps(item))

    @cached_property
    def _style(self) -> CitationStylesStyle:
        path = str(_STYLES / f"{self._name}.csl")
        return CitationStylesStyle(path, locale="en-GB", validate=False)

    def _line(self, item: dict[str, Any]) -> str:  # Any: JSON
        cleaned = _without_marks(item)
        if "page" in cleaned:
            cleaned["page"] = _RANGE.sub(_kept_whole, cleaned["page"])
        source = CiteProcJSON([cleaned])
        # A bibliography of one: it looks for every item in all those before it.
        bibliography = CitationStylesBibliography(self._style, source, markup)
        bibliography.register(Citation([CitationItem(item["id"])]))
        line = _NUMBER.sub("", str(bibliography.bibliography()[0]))
        line = _STOP_TOO_MANY.sub(r"\1", line)
        return f"{line} {item['note'].rstrip('.')}." if "note" in item else line


def _kept_whole(pages: re.Match[str]) -> str:
    if len(pages["first"]) == len(pages["last"]):
        return pages[0]
    return pages["first"] + markup.DASH + pages["last"]


def _without_marks(item: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    # As JSON in plain sight, every text of the item is reached at once.
    cleaned: dict[str, Any] = json.loads(markup.without_marks(json.dumps(item, ensure_ascii=False)))
    return cleaned


def _linked(html: str, item: dict[str, Any]) -> str:  # Any: JSON
    """Return the entry with its address and its identifiers as links, where they are printed."""
    if re.match(r"https?://", item.get("URL", "")):
        html = _link_last(html, item["URL"], quote(item["URL"], safe=_URL_SIGNS))
    for variable, prefix, address in _RESOLVERS:
        if variable in item:
            found = quote(item[variable], safe="/():;")
            html = _link_last(html, prefix + item[variable], address + found)
    return html


def _link_last(html: str, printed: str, address: str) -> str:
    before, found, after = html.rpartition(escape(printed))
    if not found:
        return html
    return f'{before}<a href="{escape(address)}" rel="noopener">{found}</a>{after}'
