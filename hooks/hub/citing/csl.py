"""A reference as a CSL-JSON item.

Format: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV, and
the schema csl-data.json. The state of a work and who verified it are the hub's own: they are
left out of what is printed, and stand under `custom` in what is given away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hub.model.references import Issued, Name, Reference

CslItem = dict[str, Any]
"""A CSL-JSON item. Any: JSON."""

_PLAIN = {
    "title": "title", "container_title": "container-title", "volume": "volume", "issue": "issue",
    "page": "page", "number": "number", "edition": "edition", "genre": "genre",
    "publisher": "publisher", "publisher_place": "publisher-place",
    "collection_title": "collection-title", "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID",
    "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note", "language": "language",
}  # fmt: skip
"""Field of a reference to CSL variable."""
_PARTS = {
    "family": "family", "given": "given", "particle": "non-dropping-particle", "suffix": "suffix",
}  # fmt: skip
"""Field of a name to CSL variable."""


def with_custom(reference: Reference, item: CslItem | None = None) -> CslItem:
    """Return the item with the hub's own facts, where CSL-JSON has a place for such (`custom`).

    An `item` that was made of the reference before is left as it is.
    """
    custom = {
        "status": reference.state.value if reference.state else "",
        "status-date": reference.state_date.isoformat() if reference.state_date else "",
        "status-notice": reference.state_notice or "",
        "verified": reference.verified.isoformat() if reference.verified else "",
        "verified-by": reference.verified_by or "",
    }
    item = item or as_csl(reference)
    known = {name: value for name, value in custom.items() if value}
    return {**item, "custom": known} if known else item


def as_csl(reference: Reference) -> CslItem:
    """Return the reference as a CSL-JSON item; empty fields are left out."""
    item: CslItem = {"id": reference.key, "type": reference.type}
    fields = vars(reference)
    item |= {variable: value for field, variable in _PLAIN.items() if (value := fields[field])}
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
    fields = vars(name)
    return {part: value for field, part in _PARTS.items() if (value := fields[field])}


def _issued(issued: Issued) -> dict[str, Any]:  # Any: JSON
    if issued.literal:
        return {"literal": issued.literal}
    if issued.year is None:
        return {}
    parts = [issued.year]
    if issued.month:
        parts += [issued.month, issued.day] if issued.day else [issued.month]
    return {"date-parts": [parts]}
