"""Only who agreed is named, who is erased is gone, and the privacy page counts what is held."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from hub.examining import examine
from hub.model.base import Record
from hub.model.hub import Hub
from hub.model.kinds import KINDS
from hub.model.references import Reference
from hub.model.signatories import Signatory, Signer
from hub.pool import Pool
from hub.views.fields import _rows
from hub.views.numbers import numbers
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import site_documents, site_pages
from tests.conftest import REPOSITORY
from tests.views.small_concordat import concordat, northshire, organisation, signatory, signed, text
from tests.views.small_hub import PlainFormatter, hub_of, work

NAME = "Zebedee Quux"
ZEBEDEE = """\
title: Zebedee Quux
signatures:
  - version: "1.0"
    signed: 2023-03-02
    capacity: personal
    by:
      role: Singer
      name_published: yes
      name_basis: confirmed in writing on 2 March 2023
    source:
      web: https://northshire.example/news
note: Zebedee Quux sings in Midwater.
"""


def published(hub: Hub) -> dict[str, str]:
    """Return all that a hub publishes, search entries and metadata included, by address."""
    studio = Studio(hub, PlainFormatter())
    pages = {each.address: "\n".join(texts(each)) for each in site_pages(studio, Settings())}
    written = site_documents(hub, Settings(), Pool(Path()))
    documents = {each.path: b"".join(each.pieces).decode() for each in written}
    return pages | documents | {"figures": str(numbers(hub))}


def texts(value: object) -> Iterator[str]:
    """Yield every text in a page."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def places_of(name: str, hub: Hub) -> set[str]:
    """Return the addresses at which any part of a name is published."""
    parts = re.compile("|".join(name.split()), re.IGNORECASE)
    return {address for address, content in published(hub).items() if parts.search(content)}


def signed_by(name: str, *, name_published: bool) -> Hub:
    """Return a hub in which a post-holder signed for an organisation; nothing is checked."""
    signer = Signer.model_construct(role="Director", name=name, name_published=name_published)
    record = signatory("midwater-arts")
    signature = record.signatures[0].model_copy(update={"by": signer})
    record = record.model_copy(update={"signatures": (signature,)})
    return northshire(
        text(), concordat(), organisation("midwater-arts"), organisation("northshire"),
        signatories=(record,),
    )  # fmt: skip


def test_a_name_without_consent_is_published_nowhere() -> None:
    """Even if a check failed, no page and no file would hold the name."""
    assert set() == places_of(NAME, signed_by(NAME, name_published=False))


def test_a_name_with_consent_is_published_beside_the_signature() -> None:
    """A name stands on the page of signatories and in its data, and nowhere else."""
    assert {
        "concordats/northshire/signatories/",
        "data/v1/signatories/northshire.csv",
        "data/v1/signatories/northshire.json",
    } == places_of(NAME, signed_by(NAME, name_published=True))


@pytest.fixture
def zebedee(demo: Path) -> Path:
    """Return the file of a fictional person who signed for herself, in the fictional hub."""
    path = demo / "concordats/northshire-creative-health/signatories/zebedee-quux.yml"
    path.write_text(ZEBEDEE, encoding="utf-8")
    return path


def test_a_person_who_agreed_is_named(zebedee: Path, demo: Path) -> None:
    """A personal signatory stands on the page and in the data: the next test has a subject."""
    examined = examine(demo)
    signatories = "concordats/northshire-creative-health/signatories/"

    assert () == examined.diagnostics
    assert {signatories, f"data/v1/signatories/{zebedee.parts[-3]}.json"} <= places_of(
        NAME, examined.hub
    )


def test_who_is_erased_is_gone(zebedee: Path, demo: Path) -> None:
    """With the person's one file deleted, no page, file, figure or search entry names them."""
    zebedee.unlink()
    examined = examine(demo)

    assert () == examined.diagnostics
    assert set() == places_of(NAME, examined.hub)


def test_withdrawing_is_not_erasing(zebedee: Path, demo: Path) -> None:
    """Who takes a signature back stays listed with the date, until they ask to be erased."""
    zebedee.write_text(f"{ZEBEDEE}withdrawn:\n  on: 2024-01-01\n", encoding="utf-8")

    assert places_of(NAME, examine(demo).hub)


PEOPLE = ("personal_signatory_count", "named_signer_count", "named_author_count")


def held(*signatories: Signatory, works: tuple[Reference, ...] = ()) -> tuple[int | str, ...]:
    """Return the figures on people for these records."""
    hub = northshire(None, concordat(), *works, signatories=signatories)
    return tuple(numbers(hub)[name] for name in PEOPLE)


def test_people_are_counted_once() -> None:
    """Two signatures by one person are one name; a draft is held too."""
    agreed = {"role": "Director", "name": "Ada Example", "name_published": "yes"}
    signatures = signed(by=agreed), signed("1.1", by={**agreed, "name": "ADA EXAMPLE"})

    assert (0, 1, 0) == held(signatory("midwater-arts", *signatures, status="draft"))


def test_who_signs_personally_is_counted_by_title() -> None:
    """A personal record is headed by a name, and counts as one."""
    assert (1, 1, 0) == held(signatory("ada-example", organisation=None))


def test_authors_are_counted_by_name() -> None:
    """Authors and editors count once each; bodies are no people."""
    names = [{"family": "Example", "given": "A."}, {"literal": "Northshire Council"}]
    works = work("a", author=names), work("b", editor=names)

    assert (0, 0, 1) == held(works=works)


def test_an_empty_hub_holds_nobody() -> None:
    """Without records there is nobody to count."""
    assert [0, 0, 0] == [numbers(hub_of())[name] for name in PEOPLE]


PAGE = (REPOSITORY / "docs" / "about" / "privacy.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("figure", PEOPLE)
def test_the_privacy_page_states_each_figure(figure: str) -> None:
    """What is held on people is counted on the page, and not typed."""
    assert f"hub.{figure} " in PAGE


OF_A_PERSON = {"author", "by", "editor", "name", "verified_by"}
"""What a field is called that says who did something, or who somebody is."""


def test_the_privacy_page_speaks_of_every_field_that_can_name_a_person() -> None:
    """A new field of that kind must be explained to the people it is about."""
    models: list[type[Record]] = [Reference, *(kind.model for kind in KINDS)]
    names = {name for model in models for name, *_ in _rows(model, "")}
    naming = {name for name in names if name.rpartition(".")[2] in OF_A_PERSON}

    assert naming
    assert {name for name in naming if f"`{name}`" not in PAGE} == set()
