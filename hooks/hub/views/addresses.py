"""Where everything is on the site: addresses relative to its root, in one place.

An address ends with `/` ("" is the home page) and may carry an anchor. To link to one from a
page, ask the page's sheet: `sheet.url(addresses.summary(...))`.
"""

from __future__ import annotations

HOME = ""
EVIDENCE = "evidence/"
REFERENCES = "evidence/references/"
CONCORDATS = "concordats/"
PROGRAMMES = "programmes/"
CONTRIBUTE = "contributing/"
SEARCH = "search/"


def summary(summary_id: str) -> str:
    """Return the address of an evidence summary."""
    return f"{EVIDENCE}summaries/{summary_id}/"


def outcome(outcome_id: str) -> str:
    """Return where the summaries on one outcome stand together."""
    return f"{EVIDENCE}#outcome-{outcome_id}"


def art_form(art_form_id: str) -> str:
    """Return where the summaries on one art form stand together."""
    return f"{EVIDENCE}#art-form-{art_form_id}"


def evidence_list(name: str, number: int = 1) -> str:
    """Return a page of a long list: `outcomes/<id>`, `art-forms/<id>`, or `all`."""
    return f"{EVIDENCE}{name}/" + (f"{number}/" if number > 1 else "")


def browse(facet: str = "", choice: str = "", number: int = 1) -> str:
    """Return where the evidence is browsed: all facets, one of them, or a choice of it."""
    folders = "".join(f"{each}/" for each in (facet, choice) if each)
    return f"{EVIDENCE}by/{folders}" + (f"{number}/" if number > 1 else "")


def reference(key: str) -> str:
    """Return the address of a work in the library.

    Keys are kept as they are, capitals too: no two differ by these alone. A colon may stand in a
    key and not in a file's name; `~` may not stand in a key.
    """
    return f"{REFERENCES}{key.replace(':', '~')}/"


def concordat(concordat_id: str, clause: str = "") -> str:
    """Return the address of a concordat, or of one of its clauses."""
    return f"{CONCORDATS}{concordat_id}/" + (f"#{clause}" if clause else "")


def signatories(concordat_id: str) -> str:
    """Return the address of a concordat's list of signatories."""
    return f"{CONCORDATS}{concordat_id}/signatories/"


def signatory_data(concordat_id: str, ending: str) -> str:
    """Return where a concordat's signatories are published as data: `ending` is json or csv."""
    return f"data/v1/signatories/{concordat_id}.{ending}"


def programme(programme_id: str, lesson: int | None = None) -> str:
    """Return the address of a programme, or of one of its lessons."""
    return f"{PROGRAMMES}{programme_id}/" + (f"#lesson-{lesson}" if lesson is not None else "")
