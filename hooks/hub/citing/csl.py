"""A reference as a CSL-JSON item.

Format: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV, and
the schema csl-data.json. The state of a work and who verified it are the hub's own, and left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hub.model.references import Issued, Name, Reference

_PLAIN = {
    "title": "title", "container_title": "container-title", "volume": "volume", "issue": "issue",
    "page": "page", "number": "number", "edition": "edition", "genre": "genre",
    "publisher": "publisher", "publisher_place": "publisher-place",
    "collection_title": "collection-title", "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID",
    "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note", "language": "language",
}  # fmt: skip
"""Field of a reference to CSL variable."""


def as_csl(reference: Reference) -> dict[str, Any]:  # Any: JSON
    """Return the reference as a CSL-JSON item; empty fields are left out."""
    item: dict[str, Any] = {"id": reference.key, "type": reference.type}
    for field, variable in _PLAIN.items():
        value = getattr(reference, field)
        if value:
            item[variable] = value
    for role, names in (("author", reference.author), ("editor", reference.editor)):
        if names:
            item[role] = [_name(name) for name in names]
    issued = _issued(reference.issued)
    if issued:
        item["issued"] = issued
    return item


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family, "given": name.given, "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }  # fmt: skip
    return {part: text for part, text in parts.items() if text}


def _issued(issued: Issued) -> dict[str, Any]:  # Any: JSON
    if issued.literal:
        return {"literal": issued.literal}
    if issued.year is None:
        return {}
    parts = [issued.year]
    if issued.month:
        parts += [issued.month, issued.day] if issued.day else [issued.month]
    return {"date-parts": [parts]}
