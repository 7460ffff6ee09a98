"""A CSL item as a BibTeX entry that the hub itself, BibTeX and BibLaTeX programs read back.

UTF-8 text; signs that LaTeX takes for commands are written as commands. What BibTeX cannot hold:
a date in other words than "in press" and the like, a particle with a capital letter (it becomes
part of the family name), and the number of an article that has no issue.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.citing.csl import CslItem

_TYPES = {
    "article-journal": "article", "book": "book", "pamphlet": "booklet", "chapter": "incollection",
    "paper-conference": "inproceedings", "report": "techreport", "thesis": "thesis",
    "webpage": "online", "dataset": "dataset", "manuscript": "unpublished",
}  # fmt: skip
"""CSL type to BibTeX or BibLaTeX entry type; all others are misc."""
_PUBLISHERS = {"report": "institution", "thesis": "school", "document": "howpublished"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEXTS = {
    "edition": "edition", "genre": "type", "collection-title": "series",
    "publisher-place": "address", "language": "language", "note": "note",
}  # fmt: skip
_BARE = {"PMID": "pmid", "PMCID": "pmcid", "ISBN": "isbn", "ISSN": "issn", "DOI": "doi",
         "URL": "url"}  # fmt: skip

_COMMANDS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&",
    "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "\u00a0": "~", "`": r"\textasciigrave{}",
}  # fmt: skip
_SPECIAL = re.compile("[" + re.escape("".join(_COMMANDS)) + "]")
_WRITTEN = str.maketrans(_COMMANDS)
_ACRONYM = re.compile(r"(?<![\w\\])[^\W\d_]+[A-Z][^\W\d_]*(?!\w)")
_CAPITAL_INSIDE = re.compile(r"[A-Z](?<=[^\W\d_].)")
"""What every acronym has, and few titles: it is found ten times as fast."""
_PLAIN_FAMILY = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*)*")
_PLAIN_GIVEN = re.compile(r"(?!.*\band\b)[\w.'’ -]*", re.IGNORECASE)


def as_bibtex(item: CslItem, key: str = "") -> str:
    """Return an item as an entry under its id, or under another key."""
    kind = _TYPES.get(item["type"], "misc")
    lines = [f"  {name} = {value},\n" for name, value in _fields(item) if value]
    return f"@{kind}{{{key or item['id']},\n{''.join(lines)}}}\n"


def _fields(item: CslItem) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor"):
        if role in item:
            yield role, _braced(" and ".join(map(_name, item[role])))
    yield "title", _braced(_title(_text(item["title"])))
    is_article = item["type"] == "article-journal"
    yield "journal" if is_article else "booktitle", _plain(item, "container-title")
    yield from _numbers(item, is_article=is_article)
    yield from _date(item.get("issued", {}))
    yield "pages", _plain(item, "page").replace("–", "--")
    for variable, name in _TEXTS.items():
        if variable in item:
            yield name, _plain(item, variable)
    yield _PUBLISHERS.get(item["type"], "publisher"), _plain(item, "publisher")
    for variable, name in _BARE.items():
        if variable in item:
            yield name, _braced(_address(item[variable]))
    for name, value in item.get("custom", {}).items():
        yield name, _braced(_address(value) if name == "status-notice" else _text(value))


def _numbers(item: CslItem, *, is_article: bool) -> Iterator[tuple[str, str]]:
    yield "volume", _plain(item, "volume")
    # In an article, BibTeX's "number" is the issue (btxdoc.pdf, section 3.2).
    yield "number" if is_article and "number" not in item else "issue", _plain(item, "issue")
    yield "number", _plain(item, "number")


def _date(issued: Mapping[str, Any]) -> Iterator[tuple[str, str]]:  # Any: JSON
    if "literal" in issued:
        yield "year", _braced(str(issued["literal"]))
    for year, *rest in issued.get("date-parts", ()):
        yield "year", _braced(str(year))
        if rest:
            yield "month", _MONTHS[rest[0] - 1]
            yield "day", "".join(str(day) for day in rest[1:])


def _title(text: str) -> str:
    """Return a title whose acronyms keep their capitals in all styles."""
    return _ACRONYM.sub(r"{\g<0>}", text) if _CAPITAL_INSIDE.search(text) else text


def _name(name: dict[str, str]) -> str:
    if "literal" in name:
        return "{" + _text(name["literal"], in_name=True) + "}"
    written = _family(name.get("family", ""))
    if name.get("non-dropping-particle"):
        written = f"{_text(name['non-dropping-particle'], in_name=True)} {written}"
    if name.get("suffix"):
        written += f", {_text(name['suffix'], in_name=True)}"
    given = name.get("given")
    return f"{written}, {_given(given)}" if given else written


@lru_cache(10_000)
def _family(name: str) -> str:
    written = _text(name, in_name=True)
    return written if _PLAIN_FAMILY.fullmatch(written) else f"{{{written}}}"


@lru_cache(10_000)
def _given(name: str) -> str:
    written = _text(name, in_name=True)
    return written if _PLAIN_GIVEN.fullmatch(written) else f"{{{written}}}"


def _plain(item: CslItem, variable: str) -> str:
    return _braced(_text(item[variable])) if variable in item else ""


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _text(text: str, *, in_name: bool = False) -> str:
    """Return a text in LaTeX notation; names keep a plain apostrophe, as they are read."""
    if _SPECIAL.search(text):
        text = text.translate(_WRITTEN)
    if "--" in text:
        text = re.sub(r"-(?=-)", "-{}", text)
    return text if in_name else text.replace("'", r"\textquotesingle{}")


def _address(text: str) -> str:
    """Return an identifier or address; programs print these as they are."""
    return text.replace("{", "%7B").replace("}", "%7D")
