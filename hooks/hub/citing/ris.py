"""CSL items as RIS records, and back: the format that all reference managers read.

Tags as in the RIS specification (Research Information Systems, 2011), with PubMed's ids where
PubMed's own records have them. RIS cannot hold the difference between a particle and the first
word of a family name: on the way back, words in small letters before the name are its particle.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.citing.csl import CslItem

_TYPES = {
    "article-journal": "JOUR", "book": "BOOK", "pamphlet": "PAMP", "chapter": "CHAP",
    "paper-conference": "CPAPER", "report": "RPRT", "thesis": "THES", "webpage": "ELEC",
    "dataset": "DATA", "manuscript": "UNPB", "document": "GEN",
}  # fmt: skip
_READ_TYPES = {tag: kind for kind, tag in _TYPES.items()} | {
    "EJOUR": "article-journal", "MGZN": "article-journal", "NEWS": "article-journal",
    "JFULL": "article-journal", "ABST": "article-journal", "INPR": "article-journal",
    "CONF": "paper-conference", "EBOOK": "book", "EDBOOK": "book", "ECHAP": "chapter",
    "GOVDOC": "report", "STAND": "report", "BLOG": "webpage", "WEB": "webpage", "DBASE": "dataset",
}  # fmt: skip
_TEXTS = {
    "TI": "title", "T2": "container-title", "T3": "collection-title", "VL": "volume",
    "IS": "issue", "M1": "number", "ET": "edition", "M3": "genre", "PB": "publisher",
    "CY": "publisher-place", "DO": "DOI", "AN": "PMID", "C2": "PMCID", "UR": "URL",
    "N1": "note", "LA": "language",
}  # fmt: skip
"""RIS tag to the CSL variable that it holds alone."""
_SYNONYMS = {
    "T1": "TI", "CT": "TI", "JO": "T2", "JF": "T2", "JA": "T2", "BT": "T2", "A1": "AU", "A2": "ED",
    "A3": "ED", "Y1": "PY", "L2": "UR", "PP": "CY",
}  # fmt: skip
_NAMES = {"AU": "author", "ED": "editor"}
_CUSTOM = {"status": "C4", "status-date": "C5", "status-notice": "C6", "verified": "C7",
           "verified-by": "C8"}  # fmt: skip
"""The hub's own facts, in fields that RIS leaves to each database."""

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?-(?: (?P<value>.*))?")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_RANGE = re.compile(r"([^\s–,]+)–([^\s–,]+)")


def as_ris(item: CslItem) -> str:
    """Return an item as a record of tagged lines."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(item) if value]
    return "\n".join([*lines, "ER  - "]) + "\n"


def read_ris(text: str) -> list[CslItem]:
    """Return the records of a RIS file; what the hub has no place for is left out."""
    return [_item(record) for record in _records(text) if record.get("TI")]


def _tags(item: CslItem) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item.get("id", "")
    for tag, role in _NAMES.items():
        for name in item.get(role, ()):
            yield tag, _written_name(name)
    for tag, variable in _TEXTS.items():
        if variable in item:
            yield tag, item[variable]
    if page := item.get("page", ""):
        pages = _RANGE.fullmatch(page)
        yield "SP", pages[1] if pages else page
        yield "EP", pages[2] if pages else ""
    yield "SN", item.get("ISBN", "")
    yield "SN", item.get("ISSN", "")
    yield from _written_date(item.get("issued", {}))
    for name, value in item.get("custom", {}).items():
        yield _CUSTOM[name], value


def _written_name(name: Mapping[str, str]) -> str:
    """Return "Family, Given, Suffix"; a body ends with a comma, so that it is not turned around."""
    if "literal" in name:
        return f"{name['literal']},"
    family, given = name.get("family", ""), name.get("given", "")
    if "non-dropping-particle" in name:
        family = f"{name['non-dropping-particle']} {family}".strip()
    suffix = name.get("suffix", "")
    return f"{family}, {given}, {suffix}" if suffix else f"{family}, {given}"


def _written_date(issued: Mapping[str, Any]) -> Iterator[tuple[str, str]]:  # Any: JSON
    if "literal" in issued:
        yield "PY", f"///{issued['literal']}"
    for year, *rest in issued.get("date-parts", ()):
        yield "PY", f"{year:04}"
        if rest:
            yield "DA", "/".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def _records(text: str) -> Iterator[dict[str, list[str]]]:
    record: dict[str, list[str]] = {}
    last: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        found = _LINE.fullmatch(line.rstrip())
        if not found:
            if last and line.strip():  # a long value goes on in the next line
                last[-1] += " " + line.strip()
            continue
        tag = _SYNONYMS.get(found["tag"], found["tag"])
        if tag in {"TY", "ER"} and record:
            yield record
            record = {}
        last = record.setdefault(tag, [])
        last.append((found["value"] or "").strip())
        if tag == "ER":
            record = {}
    if record:
        yield record


def _item(record: Mapping[str, list[str]]) -> CslItem:
    item: CslItem = {"type": _READ_TYPES.get(record.get("TY", [""])[0], "document")}
    if record.get("ID"):
        item["id"] = record["ID"][0]
    for tag, variable in _TEXTS.items():
        item[variable] = next(iter(record.get(tag, [])), "")
    for tag, role in _NAMES.items():
        item[role] = [_read_name(name) for name in record.get(tag, []) if name.strip(", ")]
    pages = [record.get(tag, [""])[0] for tag in ("SP", "EP")]
    item["page"] = "–".join(each for each in pages if each)
    for number in record.get("SN", []):
        variable = "ISSN" if _ISSN.match(number) and len(number) <= 9 else "ISBN"  # noqa: PLR2004 - 1234-567X
        item.setdefault(variable, number)
    item["issued"] = _read_date([*record.get("DA", []), *record.get("PY", [])])
    item["custom"] = {name: record[tag][0] for name, tag in _CUSTOM.items() if record.get(tag)}
    return {variable: value for variable, value in item.items() if value}


def _read_name(text: str) -> dict[str, str]:
    if text.endswith(",") or "," not in text:
        return {"literal": text.strip(", ")}
    name, *rest = (part.strip() for part in text.split(","))
    words = name.split(" ")
    capital = (place for place, word in enumerate(words) if not word[:1].islower())
    small = next(capital, 0)
    found = {
        "family": " ".join(words[small:]), "given": rest[0],
        "non-dropping-particle": " ".join(words[:small]), "suffix": ", ".join(rest[1:]),
    }  # fmt: skip
    return {part: text for part, text in found.items() if text}


def _read_date(written: list[str]) -> dict[str, object]:
    """Return the date of the first text that holds one: 2020, 2020/03/12, or ///in press."""
    for text in written:
        *parts, words = [*text.split("/", 3), "", "", "", ""][:4]
        numbers = [int(part) for part in parts if part.isdigit()]
        if numbers and len(parts[0]) == 4:  # noqa: PLR2004 - the digits of a year
            return {"date-parts": [numbers]}
        if words:
            return {"literal": words}
    return {}
