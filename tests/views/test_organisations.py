"""The page of an organisation gathers what it signed everywhere, did since, and who names it."""

from dataclasses import replace

import pytest
from lxml import html as parser
from lxml.html import HtmlElement

from hub.model.concordats import Concordat
from hub.model.signatories import Signatory
from hub.model.vocabularies import Organisation
from hub.page import Page
from hub.views import lists
from hub.views.organisations import organisation_orders, organisation_page, organisations_page
from hub.views.search_parts import organisation_entry
from hub.views.settings import Settings
from hub.views.sheet import Studio
from tests.model.test_delivery import report, step
from tests.site.reading import facts, words
from tests.views.small_concordat import (
    PUBLISHED,
    concordat,
    northshire,
    organisation,
    programme,
    signatory,
    signed,
    studio,
)
from tests.views.small_hub import placed, vocabulary

SITE = Settings(site_url="https://hub.example/")
MIDWATER = organisation("midwater")


def desk(
    *signatories: Signatory, body: Organisation = MIDWATER, others: tuple[Signatory, ...] = ()
) -> Studio:
    """Return a studio for a hub of two concordats, a programme and three bodies."""
    fields = concordat().model_dump(exclude={"status"})
    given = {**fields, "title": "Southshire Charter", "issuers": ["midwater"], "area": None}
    southshire = placed(Concordat.model_validate(given), "southshire", "concordats")
    sings = programme(
        lead="midwater",
        partners=[{"organisation": "midwater", "role": "sings"}],
        sites=[{"name": "A hall", "organisation": "other", "stage": "x"}],
    )
    hub = northshire(
        None, concordat(versions=[{**PUBLISHED}]), southshire, sings,
        vocabulary("sectors", arts="Arts organisation"), body,
        organisation("other", succeeded_by=["midwater"]), signatories=signatories,
    )  # fmt: skip
    return studio(replace(hub, signatories={"northshire": signatories, "southshire": others}))


def page_of(*signatories: Signatory, settings: Settings = SITE, **fields: object) -> Page:
    """Return the page of Midwater."""
    body = organisation("midwater", **fields)
    return organisation_page(desk(*signatories, body=body), body, settings)


def read(page: Page) -> HtmlElement:
    """Return a page as elements."""
    return parser.fromstring(f"<main><article>{page.html}</article></main>")


def table(page: Page, name: str) -> list[list[str]]:
    """Return the cells of a table."""
    rows = read(page).xpath("//table[@id=$name]/tbody/tr", name=name)
    return [[words(cell) for cell in row] for row in rows]


def badges(page: Page) -> list[str]:
    """Return where the badges of a page are."""
    return [each.path for each in page.beside if each.path.endswith(".svg")]


def test_names_and_identifiers_are_shown() -> None:
    """Aliases, codes and dates; ROR leads to its register, other codes stand as they are."""
    page = page_of(
        aliases=["Midwater Ltd", "The Mill"], ror="05a28rw58", ods="X26", charity="invented-1",
        from_date="1999-01-02", to_date="2020-03-04",
    )  # fmt: skip
    found = facts(read(page))

    assert {
        "Also called": "Midwater Ltd; The Mill", "ODS code": "X26", "Charity number": "invented-1",
        "Began": "2 January 1999", "Ended": "4 March 2020", "Sector": "Arts organisation",
        "Place": "Not stated",
    } == found  # fmt: skip
    assert 'href="https://ror.org/05a28rw58"' in page.html


def test_signatures_are_listed_version_by_version() -> None:
    """Each with its day, its signer and its source, for every concordat."""
    by = {"role": "Director"}
    first, second = signatory("midwater", signed(by=by)), signatory("midwater", signed())
    made = desk(first, others=(second,))
    page = organisation_page(made, MIDWATER, SITE)

    assert [["1.0", "1 March 2021", "Director", "Not stated", "Northshire news ; record"]] == [
        [cell.partition(" of the")[0] for cell in row]
        for row in table(page, "signatures-northshire")
    ]
    assert ["Northshire Concordat", "Southshire Charter"] == [
        words(each) for each in read(page).xpath("//h3")
    ]


def test_steps_and_reports_are_told_in_order() -> None:
    """Steps with their days and proofs; reports with the days on which they fell due."""
    steps = [step("declared", "2021-04-01"), step("under-way", "2021-09-01")]
    record = signatory("midwater", delivery=steps, annual_reports=[report(2022)])
    page = page_of(record)

    assert ["Declared 1 April 2021", "Under way 1 September 2021"] == [
        words(each).partition(" :")[0].partition(":")[0]
        for each in read(page).xpath("//ol[@class='hub-steps']/li")
    ]
    assert [["2022", "Not stated", "1 December 2022 : the report of 2022"]] == table(
        page, "reports-northshire"
    )


def test_who_signed_nothing_has_a_page() -> None:
    """Bodies that lead, pay or take part have pages, too."""
    page = page_of()

    assert "Nothing here, as far as is recorded" in page.html
    assert ["organisations/midwater/record.json"] == [each.path for each in page.beside]


def test_page_says_where_the_hub_names_it() -> None:
    """Programmes with its part in them, concordats that it issued, bodies that it came after."""
    found = read(page_of()).xpath("//h2[@id='named']/following-sibling::ul[1]/li")

    assert [
        "Concordat: Southshire Charter issued it",
        "Programme: Northshire Sings leads it",
        "Programme: Northshire Sings takes part in it: sings",
        "Organisation: Other came after it",
    ] == [words(each) for each in found]


def test_badge_stands_beside_the_page_and_can_be_copied() -> None:
    """The HTML to copy names the picture by its whole address, and cannot be broken by a name."""
    record = signatory("midwater")
    page = page_of(record, title='Mid"water & <Sons>')
    (code,) = read(page).xpath("//code[@data-copy]")
    (link,) = parser.fragments_fromstring(code.text_content())
    (picture,) = link

    assert ["organisations/midwater/northshire.svg"] == badges(page)
    assert "https://hub.example/organisations/midwater/" == link.get("href")
    assert "https://hub.example/organisations/midwater/northshire.svg" == picture.get("src")
    assert picture.get("alt", "").startswith('Mid"water & <Sons>: Northshire Concordat. Signed')


def test_without_an_address_there_is_nothing_to_copy() -> None:
    """A badge is shown, but no HTML that would lead nowhere."""
    page = page_of(signatory("midwater"), settings=Settings())

    assert ("data-copy" in page.html, len(badges(page))) == (False, 1)


def test_a_personal_signature_makes_no_badge() -> None:
    """The organisation did not sign, and the page says so."""
    page = page_of(signatory("midwater", signed(capacity="personal")))

    assert "the organisation itself did not sign" in page.html
    assert [] == badges(page)


def test_the_list_goes_on_from_page_to_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each body stands on one page of the list, with its numbers; each page has its order."""
    monkeypatch.setattr(lists, "EACH", 1)
    made = desk(signatory("midwater"))
    ordered = [each.address for each in organisation_orders(made)]
    rows = [table(organisations_page(made, number), "organisations") for number in ("1", "2")]

    assert [
        "organisations/",
        "organisations/page/2/",
        "organisations/midwater/",
        "organisations/other/",
    ] == ordered
    assert [
        [["Midwater", "Arts organisation", "Not stated", "1", "4"]],
        [["Other", "Arts organisation", "Not stated", "0", "1"]],
    ] == rows


def test_search_finds_a_body_by_all_its_names() -> None:
    """Aliases, and the name under which it signed; who did not sign comes after others."""
    body = organisation("midwater", aliases=["The Mill"])
    made = desk(signatory("midwater", title="Midwater Community Arts"), body=body)
    found = organisation_entry(made, body)
    other = organisation_entry(made, made.hub.organisations["other"])

    assert found is not None
    assert other is not None
    assert ("organisations/midwater/", False, True) == (
        found.address, found.is_minor, other.is_minor
    )  # fmt: skip
    assert all(name in found.text for name in ("The Mill", "Midwater Community Arts"))


def test_a_withdrawn_body_keeps_its_page_and_is_not_found() -> None:
    """Its address still leads somewhere, and says that the record was withdrawn."""
    body = organisation("midwater", status="withdrawn")
    made = desk(body=body)

    assert "hub-notice--withdrawn" in organisation_page(made, body, SITE).html
    assert organisation_entry(made, body) is None
