"""CSL-JSON as others write it, brought into the form that the hub itself writes.

Registries give lists where CSL has texts, types of their own, and marks of style in titles.
What the hub has no place for is left out; what a value should be is for `hub check` to say.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hub.citing.csl import CslItem

_TYPES = {
    "journal-article": "article-journal", "article-magazine": "article-journal",
    "article-newspaper": "article-journal", "review": "article-journal",
    "book-chapter": "chapter", "book-section": "chapter", "entry-encyclopedia": "chapter",
    "proceedings-article": "paper-conference", "monograph": "book", "edited-book": "book",
    "reference-book": "book", "dissertation": "thesis", "post": "webpage",
    "post-weblog": "webpage", "report-component": "report",
}  # fmt: skip
"""Types of registries, and CSL types that BibTeX does not tell apart, to those that it does."""
_KNOWN = frozenset({
    "article-journal", "book", "pamphlet", "chapter", "paper-conference", "report", "thesis",
    "webpage", "dataset", "manuscript", "document",
})  # fmt: skip
_TEXTS = (
    "title", "container-title", "volume", "issue", "page", "number", "edition", "genre",
    "publisher", "publisher-place", "collection-title", "DOI", "PMID", "PMCID", "ISBN", "ISSN",
    "URL", "note", "language",
)  # fmt: skip
_PROSE = frozenset({"title", "container-title", "publisher", "collection-title"})
"""Where registries leave marks of style and escaped signs."""
_CUSTOM = ("status", "status-date", "status-notice", "verified", "verified-by")
_STYLED = re.compile(r"<(?P<tag>i|b|u|em|strong|su[bp]|scp|span)(?: [^<>]*)?>(.*?)</(?P=tag)>")


class ItemError(ValueError):
    """A text that is no CSL-JSON; the message says what it is, as readers put it."""


def read_csl_json(text: str) -> list[CslItem]:
    """Return the items of a CSL-JSON text: one item, or a list of them.

    Raises:
        ItemError: The text is no JSON, or holds something else than items.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise ItemError("this is not JSON") from None
    items = data if isinstance(data, list) else [data]
    if not all(isinstance(item, dict) and item.get("title") for item in items):
        raise ItemError("this JSON holds something else than CSL items with titles")
    return [normal(item) for item in items]


def normal(given: Mapping[str, Any]) -> CslItem:  # Any: JSON
    """Return an item in the hub's form."""
    kind = _TYPES.get(str(given.get("type")), str(given.get("type")))
    item: CslItem = {"type": kind if kind in _KNOWN else "document"}
    if given.get("id"):
        item["id"] = str(given["id"])
    for variable in _TEXTS:
        value = _first(given.get(variable))
        item[variable] = _plain(value) if variable in _PROSE else " ".join(value.split())
    subtitle = _plain(_first(given.get("subtitle")))
    if subtitle and subtitle.casefold() not in item["title"].casefold():
        item["title"] += f": {subtitle}"
    if re.match(r"https?://(?:dx\.)?doi\.org/", item["URL"]) and item["DOI"]:
        item["URL"] = ""
    item["page"] = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", item["page"])
    for role in ("author", "editor"):
        names = given.get(role)
        found = [_name(each) for each in names if isinstance(each, dict)] if names else []
        item[role] = [name for name in found if name]
    item["issued"] = _date(given)
    custom = given.get("custom")
    if isinstance(custom, dict):
        item["custom"] = {name: str(custom[name]) for name in _CUSTOM if custom.get(name)}
    return {variable: value for variable, value in item.items() if value}


def _first(value: object) -> str:
    while isinstance(value, list):
        value = value[0] if value else ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def _plain(text: str) -> str:
    """Return a text without marks of style, with single blanks; `&amp;` is a registry's &."""
    before = None
    while text != before:
        before, text = text, _STYLED.sub(r"\2", text)
    return " ".join(unescape(text).split())


def _name(name: Mapping[str, Any]) -> dict[str, str]:  # Any: JSON
    parts = {part: _plain(_first(name.get(part))) for part in (
        "family", "given", "non-dropping-particle", "dropping-particle", "suffix",
    )}  # fmt: skip
    dropping = parts.pop("dropping-particle")
    # A particle that is dropped in sorting prints with the given names.
    parts["given"] = " ".join(each for each in (parts["given"], dropping) if each)
    literal = _plain(_first(name.get("literal") or name.get("name")))
    if literal or not (parts["family"] and parts["given"]):
        words = (literal, parts["given"], parts["non-dropping-particle"], parts["family"])
        literal = literal or " ".join(each for each in words if each)
        return {"literal": literal} if literal else {}
    return {part: text for part, text in parts.items() if text}


def _date(given: Mapping[str, Any]) -> dict[str, Any]:  # Any: JSON
    for variable in ("issued", "published-print", "published-online", "published"):
        date = given.get(variable)
        if not isinstance(date, dict):
            continue
        parts = date.get("date-parts")
        first = parts[0] if isinstance(parts, list) and parts else None
        if isinstance(first, list) and first and first[0]:
            return {"date-parts": [[int(part) for part in first[:3] if str(part).isdigit()]]}
        raw = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", str(date.get("raw", "")))
        if raw:
            return {"date-parts": [[int(part) for part in raw.groups() if part]]}
        if date.get("literal"):
            return {"literal": _plain(str(date["literal"]))}
    return {}
