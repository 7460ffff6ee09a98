"""References as readers see them, in a CSL style: escaped HTML with the work's address linked.

citeproc-py does the formatting, which costs milliseconds a reference: it is done when a page
asks, and once. The state of a work (retracted, corrected ...) is for pages to show.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON

from hub.citing import markup
from hub.citing.csl import as_csl
from hub.citing.styles import FOLDER, Style, corrected, prepared
from hub.citing.unchanging import give_names, remember_answers
from hub.store import Store, fingerprint, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hub.model.references import Reference

_RESOLVERS = (
    ("DOI", ("doi:", "https://doi.org/"), "https://doi.org/"),
    ("PMID", ("PubMed PMID: ",), "https://pubmed.ncbi.nlm.nih.gov/"),
    ("PMCID", ("PubMed Central PMCID: ",), "https://pmc.ncbi.nlm.nih.gov/articles/"),
)
"""CSL variable, what may be printed before it, and where it leads."""
_URL_SIGNS = "%:/?#[]@!$&'()*+,;=~"
"""What may stand in a web address as it is (RFC 3986, section 2.2)."""

Wanted = tuple[bytes, str]
"""A reference that is to be printed: its key, and its CSL-JSON."""


class Formatter:
    """Prints references, each once in a style.

    What was printed in an earlier build, by the same code and styles, comes from the store. Lines
    are held as the JSON that is kept: that takes half the memory, and most are never asked for.
    """

    def __init__(self, store: Store | None = None) -> None:
        """Begin with nothing; nothing is read before it is needed."""
        self._store = store or Store()
        self._made_by = key_of(version("citeproc-py"), fingerprint(Path(__file__).parent))
        self._printed: dict[bytes, str] = {}
        self._keys: dict[str, tuple[Reference, bytes]] = {}
        self._last: tuple[Reference | None, dict[str, str]] = None, {}

    def __getstate__(self) -> dict[str, object]:
        """Go to another process without the references: it has its own."""
        return {**vars(self), "_keys": {}, "_last": (None, {})}

    def prepare(self, references: Iterable[Reference]) -> list[Wanted]:
        """Fetch from the store what is known of these references, and return what is not."""
        keys = {self._key(each): each for each in references}
        self._printed |= self._store.find(key for key in keys if key not in self._printed)
        unknown = (pair for pair in keys.items() if pair[0] not in self._printed)
        return [(key, json.dumps(as_csl(each))) for key, each in unknown]

    @staticmethod
    def printed(wanted: Iterable[Wanted]) -> dict[bytes, str]:
        """Return references in all styles, for `learn`; this may be done in another process."""
        return {key: json.dumps(_lines(json.loads(item), Style)) for key, item in wanted}

    def learn(self, printed: Mapping[bytes, str]) -> None:
        """Take over what was printed elsewhere, and put it into the store."""
        self._printed |= printed
        self._store.keep(printed)

    def format_html(self, reference: Reference, style: Style = Style.VANCOUVER) -> str:
        """Return the entry as one line of HTML, without a number, its address linked."""
        # One reference is asked for in several styles, one after the other.
        if reference is not self._last[0]:
            self._last = reference, json.loads(self._printed.get(self._key(reference), "{}"))
        lines = self._last[1]
        if style not in lines:
            lines |= _lines(as_csl(reference), [style])
            self._printed[self._key(reference)] = json.dumps(lines)
        return lines[style]

    def _key(self, reference: Reference) -> bytes:
        known, key = self._keys.get(reference.id, (None, b""))
        if known is not reference:
            key = key_of(self._made_by, reference.id, reference.said)
            self._keys[reference.id] = reference, key
        return key


@cache
def _style(style: Style) -> CitationStylesStyle:
    # Its bytes and not its path: lxml takes no path with letters that the locale lacks.
    remember_answers()
    source = BytesIO((FOLDER / f"{style}.csl").read_bytes())
    read = CitationStylesStyle(source, locale="en-GB", validate=False)
    give_names(read)
    return read


def _lines(item: dict[str, Any], styles: Iterable[Style]) -> dict[str, str]:  # Any: JSON
    """Return the entry of one work as HTML, in each of the styles."""
    # As JSON in plain sight, every text of the item is reached at once.
    plain = json.loads(markup.without_marks(json.dumps(item, ensure_ascii=False)))
    source = CiteProcJSON([prepared(plain)])
    lines = {style: corrected(_line(source, item["id"], style), plain, style) for style in styles}
    return {style: _linked(markup.to_html(line), item) for style, line in lines.items()}


def _line(source: CiteProcJSON, key: str, style: Style) -> str:
    # A bibliography of one: it looks for every item in all those before it.
    bibliography = CitationStylesBibliography(_style(style), source, markup)
    bibliography.register(Citation([CitationItem(key)]))
    return str(bibliography.bibliography()[0])


def _linked(html: str, item: dict[str, Any]) -> str:  # Any: JSON
    """Return the entry with its address and its identifiers as links, where they are printed."""
    if re.match(r"https?://", item.get("URL", "")):
        html = _link_last(html, item["URL"], quote(item["URL"], safe=_URL_SIGNS))
    for variable, prefixes, address in _RESOLVERS:
        for prefix in prefixes if variable in item else ():
            found = quote(item[variable], safe="/():;")
            html = _link_last(html, prefix + item[variable], address + found)
    return html


def _link_last(html: str, printed: str, address: str) -> str:
    before, found, after = html.rpartition(escape(printed))
    # What stands in an address is linked already.
    if not found or before.endswith(('href="', '">')):
        return html
    return f'{before}<a href="{escape(address)}" rel="noopener">{found}</a>{after}'
