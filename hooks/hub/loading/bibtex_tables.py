"""Which BibTeX and BibLaTeX entry types and fields the hub knows, and what they become.

Types become CSL types, fields become fields of `hub.model.references.Reference`.
Sources: BibTeX, btxdoc.pdf (1988), section 3; BibLaTeX 3.20, sections 2.1 and 2.2; CSL 1.0.2,
appendices III and IV. Fields of the hub's own: status, status-date, status-notice, verified,
verified-by, pmid and pmcid.
"""

from __future__ import annotations

ENTRY_TYPES = {
    "article": "article-journal",
    "book": "book", "collection": "book", "proceedings": "book", "mvbook": "book",
    "booklet": "pamphlet",
    "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "techreport": "report", "report": "report", "manual": "report",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "online": "webpage", "electronic": "webpage", "www": "webpage",
    "dataset": "dataset",
    "unpublished": "manuscript",
    "misc": "document",
}  # fmt: skip
"""BibTeX entry type to CSL type."""

FIELDS = {
    "title": "title", "author": "author", "editor": "editor",
    "journal": "container_title", "journaltitle": "container_title",
    "booktitle": "container_title",
    "volume": "volume", "issue": "issue", "number": "number", "pages": "page", "eid": "page",
    "edition": "edition", "type": "genre", "series": "collection_title",
    "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "howpublished": "publisher",
    "address": "publisher_place", "location": "publisher_place",
    "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "isbn": "isbn", "issn": "issn", "url": "url",
    "eprint": "arxiv",
    "year": "issued", "date": "issued", "month": "issued", "day": "issued", "pubstate": "issued",
    "note": "note", "addendum": "note", "language": "language", "langid": "language",
    "subtitle": "title",
    "status": "state", "status-date": "state_date", "status-notice": "state_notice",
    "verified": "verified", "verified-by": "verified_by",
}  # fmt: skip
"""BibTeX field to the field of a reference that it fills; `arxiv` becomes its address."""

UNPRINTED = frozenset({
    "abstract", "annotation", "annote", "archiveprefix", "chapter", "copyright", "eprintclass",
    "eprinttype", "keywords", "primaryclass", "shortjournal", "shorttitle", "urldate",
})  # fmt: skip
"""Fields that reference managers export and no reference list prints: known, and left alone."""

INHERITING = frozenset({"crossref", "xref", "xdata"})
"""Fields that take over another entry's fields, which would hide where a value comes from."""

COMPANIONS = (
    frozenset({"year", "month", "day", "pubstate"}), frozenset({"date", "pubstate"}),
    frozenset({"title", "subtitle"}), frozenset({"language", "langid"}),
)  # fmt: skip
"""Fields that fill the same field of a reference and may stand together."""

_AUTHOR = ("author",)
_DATE = ("year", "date", "pubstate")
_BODY = ("institution", "publisher", "school", "organization")
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article-journal": (_AUTHOR, ("journal", "journaltitle"), _DATE),
    "book": (("author", "editor"), ("publisher",), _DATE),
    "chapter": (("author", "editor"), ("booktitle",), _DATE),
    "paper-conference": (_AUTHOR, ("booktitle",), _DATE),
    "report": (("author", "editor", *_BODY), _BODY, _DATE),
    "thesis": (_AUTHOR, ("school", "institution"), _DATE),
    "webpage": (("url",),),
    "dataset": (("author", "editor", *_BODY), _DATE),
    "manuscript": (_AUTHOR,),
}
"""What a CSL type needs besides a title: from each group, at least one field."""

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""The abbreviations that BibTeX knows from the start, and their numbers."""

KNOWN_FIELDS = frozenset(FIELDS) | UNPRINTED | INHERITING
