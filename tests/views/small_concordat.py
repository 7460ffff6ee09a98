"""Tiny fictional concordats, signatories and programmes, for the tests of their pages."""

from dataclasses import replace

from hub.model.base import Record
from hub.model.concordats import Concordat
from hub.model.hub import Hub
from hub.model.programmes import Programme
from hub.model.signatories import Signatory
from hub.model.texts import Bullet, Clause, Text, TextPart
from hub.model.vocabularies import Organisation
from hub.source import SourceText
from hub.views.sheet import Studio
from tests.views.small_hub import PlainFormatter, hub_of, placed

PUBLISHED = {"number": "1.0", "published": "2018-07-05", "status": "in-force"}
WEB = {"web": "https://northshire.example/", "title": "Northshire news"}


def concordat(**fields: object) -> Concordat:
    """Return a concordat of Northshire with one part and one version."""
    given = {
        "title": "Northshire Concordat",
        "summary": "Northshire says what it believes.",
        "issuers": ["northshire"],
        "numbering": "as-printed",
        "parts": [{"id": "need", "heading": "There is a need to:"}],
        "versions": [PUBLISHED],
        **fields,
    }
    return placed(Concordat.model_validate(given), "northshire", "concordats")


def text(*clauses: Clause, heading: str = "There is a need to:", part: str = "need") -> Text:
    """Return a text of one part."""
    parts = (TextPart(part, heading, clauses),)
    return Text(SourceText("concordats/northshire/1.0.md", ""), "a" * 64, "Title", parts, "Signed")


def clause(name: str, words: str = "Sing.", number: str = "", bullets: str = "") -> Clause:
    """Return a clause; each letter of `bullets` gives it a bullet."""
    own = tuple(Bullet(f"{name}-{letter}", f"Bullet {letter}") for letter in bullets)
    return Clause(name, number, words, own, 1)


def link(reference: str, relation: str, **fields: object) -> dict[str, object]:
    """Return the fields of a link from a clause to a work."""
    return {"reference": reference, "relation": relation, "why": f"Why {reference}.", **fields}


def basis(*evidence: dict[str, object], **fields: object) -> dict[str, object]:
    """Return the fields of what stands behind a clause."""
    return {"label": "A label", "evidence": list(evidence), **fields}


def organisation(name: str, **fields: object) -> Organisation:
    """Return an arts body."""
    given = {"title": name.replace("-", " ").title(), "sector": "arts", **fields}
    return placed(Organisation.model_validate(given), name, "evidence/organisations")


def signatory(name: str, *signatures: dict[str, object], **fields: object) -> Signatory:
    """Return a signatory who signed version 1.0 on 1 March 2021, unless told otherwise."""
    given = {
        "title": name.replace("-", " ").title(),
        "organisation": name,
        "signatures": signatures or [signed()],
        **fields,
    }
    return placed(Signatory.model_validate(given), name, "concordats/northshire/signatories")


def signed(version: str = "1.0", **fields: object) -> dict[str, object]:
    """Return the fields of a signature."""
    given = {"version": version, "source": WEB, **fields}
    return given if "date_unknown" in given else {"signed": "2021-03-01", **given}


def programme(name: str = "northshire-sings", **fields: object) -> Programme:
    """Return a programme about which nothing is known."""
    given = {
        "title": name.replace("-", " ").title(),
        "kind": "research-project",
        "summary": "People in Northshire sing.",
        "progress": {"state": "unknown"},
        "sources": [WEB],
        **fields,
    }
    return placed(Programme.model_validate(given), name, "evidence/programmes")


def northshire(
    words: Text | None, *records: Record, signatories: tuple[Signatory, ...] = ()
) -> Hub:
    """Return a hub of these records, whose one concordat has this text and these signatories."""
    return replace(
        hub_of(*records),
        programmes={each.id: each for each in records if isinstance(each, Programme)},
        organisations={each.id: each for each in records if isinstance(each, Organisation)},
        concordats={each.id: each for each in records if isinstance(each, Concordat)},
        texts={("northshire", "1.0"): words} if words else {},
        signatories={"northshire": signatories},
    )


def studio(hub: Hub) -> Studio:
    """Return a studio that prints references as their titles."""
    return Studio(hub, PlainFormatter())
