"""The table of signatories is whole without scripts, and says how each one stands."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from hub.model.base import Source
from hub.model.concordats import Concordat
from hub.model.signatories import Capacity, Signatory, Signature, Signer
from hub.page import Page
from hub.publishing.frames import frame_of
from hub.views.signatories import signatories_outline, signatories_page, tallied
from hub.views.signatory_data import cell, signatory_documents
from tests.model.test_delivery import report, step
from tests.views.small_concordat import (
    PUBLISHED,
    concordat,
    northshire,
    organisation,
    signatory,
    signed,
    studio,
)
from tests.views.small_hub import vocabulary

SECOND = [
    {**PUBLISHED, "status": "superseded"},
    {"number": "1.1", "published": "2022-01-01", "status": "in-force", "replaces": "1.0"},
]


def page_of(*signatories: Signatory, record: Concordat | None = None) -> Page:
    """Return the page of a concordat with these signatories."""
    record = record or concordat()
    bodies = (organisation("midwater-arts", aliases=["Midwater Arts Ltd"]), organisation("gone"))
    hub = northshire(None, record, vocabulary("sectors", arts="Arts organisation"), *bodies,
                     signatories=signatories)  # fmt: skip
    return signatories_page(studio(hub), record)


def row(page: Page) -> list[str]:
    """Return what the cells of the only row say."""
    (found,) = parser.fromstring(page.html).xpath("//table[@id='signatories']/tbody/tr")
    return [" ".join(each.text_content().split()) for each in found]


def test_row_says_who_signed_what_when_and_where_it_can_be_seen() -> None:
    """A row holds the organisation, its printed alias, and the facts of the signature."""
    by = {"role": "Director"}

    assert [
        "Midwater Arts also printed as “Midwater Arts Ltd”", "Current", "No step recorded",
        "Arts organisation", "Not known", "1.0", "1 March 2021", "Director", "Northshire news",
    ] == row(page_of(signatory("midwater-arts", signed(by=by))))  # fmt: skip


def test_the_outline_of_the_page_has_its_frame() -> None:
    """What stands around it is known without it: many have signed."""
    assert frame_of(page_of()) == frame_of(signatories_outline(concordat()))


def test_unknown_date_says_why() -> None:
    """A signature without a date gives the reason, and sorts as unknown."""
    page = page_of(signatory("midwater-arts", signed(date_unknown="The page gives none.")))

    assert "Date not known The page gives none." == row(page)[6]
    assert '<td data-sort=""><span class="hub-unknown">Date not known' in page.html


def test_name_appears_only_when_that_was_agreed() -> None:
    """A post-holder's name is printed when its publication was agreed."""
    by = {"role": "Director", "name": "Ada Example", "name_published": "yes"}

    assert "Ada Example, Director" == row(page_of(signatory("midwater-arts", signed(by=by))))[7]


def test_older_signature_is_not_yet_reaffirmed() -> None:
    """Who signed an older version is shown as not having reaffirmed it."""
    page = page_of(signatory("midwater-arts"), record=concordat(versions=SECOND))

    assert "Not yet reaffirmed signed 1.0; current is 1.1" == row(page)[1]


def test_withdrawn_signature_stays_with_its_date() -> None:
    """A signature that was taken back stays in the table, with the date and the reason."""
    page = page_of(signatory("gone", withdrawn={"on": "2023-02-01", "reason": "It closed"}))

    assert "Withdrawn on 1 February 2023: It closed" == row(page)[1]


def test_delivery_is_the_last_step_with_its_day_and_proof() -> None:
    """Of all steps the last is shown, and leads to where it can be seen."""
    steps = [step("declared", "2021-04-01"), step("plan", "2021-09-01")]
    page = page_of(signatory("midwater-arts", delivery=steps))
    (link,) = parser.fromstring(page.html).xpath("//table[@id='signatories']//td[2]//a")

    assert "Plan 1 September 2021" == row(page)[2]
    assert "https://midwater.example/step" == link.get("href")


def test_a_signature_for_nobody_else_says_so() -> None:
    """Who signed in a personal capacity did not sign for the body."""
    personal = signed(by={"role": "Singer"}, capacity="personal")

    assert "Singer in a personal capacity" == row(page_of(signatory("midwater-arts", personal)))[7]


def test_missing_partners_are_shown() -> None:
    """What is needed, what is there and what is missing stand in one row."""
    needed = {"sector": "arts", "at_least": 3, "why": "They lead *all* singing."}
    page = page_of(signatory("midwater-arts"), record=concordat(partners_needed=[needed]))
    (found,) = parser.fromstring(page.html).xpath("//table[@id='partners-needed']/tbody/tr")

    assert ["Arts organisation", "3", "1", "2 missing", "They lead all singing."] == [
        each.text_content() for each in found
    ]


def test_steps_of_delivery_are_counted_none_left_out() -> None:
    """Each step has its number, those that nobody has reached too; the withdrawn do not count."""
    done = [step("delivered", "2021-04-01")]
    gone = signatory("gone", delivery=done, withdrawn={"on": "2023-02-01"})
    page = page_of(signatory("midwater-arts", delivery=done), gone)
    rows = parser.fromstring(page.html).xpath("//table[@id='by-delivery']/tbody/tr")

    assert [
        ("Delivered", "1"), ("Under way", "0"), ("Plan", "0"), ("Declared", "0"), ("Lapsed", "0"),
        ("No step recorded", "0"),
    ] == [(each[0].text_content(), each[1].text_content()) for each in rows]  # fmt: skip


def test_without_a_known_day_nothing_is_drawn() -> None:
    """A chart of no dates would be a lie; the page says why there is none."""
    page = page_of(signatory("midwater-arts", signed(date_unknown="The page gives none.")))

    assert "No date of signing is known, so nothing can be drawn over time" in page.html
    assert "hub-chart" not in page.html


def test_caption_counts() -> None:
    """The caption says how many signed and how many of them withdrew."""
    page = page_of(signatory("midwater-arts"), signatory("gone", withdrawn={"on": "2023-02-01"}))
    (caption,) = parser.fromstring(page.html).xpath("//*[@id='signatories-caption']")

    assert (
        "1 signatory of Northshire Concordat; 1 withdrawn, still listed." == caption.text_content()
    )


def test_caption_keeps_the_number_of_the_erased() -> None:
    """Of persons who were erased nothing is shown but how many they were."""
    page = page_of(record=concordat(erased=2))
    (caption,) = parser.fromstring(page.html).xpath("//*[@id='signatories-caption']")

    assert caption.text_content().endswith("; 2 persons signed too, erased since on request.")


def test_counts_leave_out_the_withdrawn() -> None:
    """Counts by sector hold those whose signature stands."""
    page = page_of(signatory("midwater-arts"), signatory("gone", withdrawn={"on": "2023-02-01"}))
    (found,) = parser.fromstring(page.html).xpath("//table[@id='by-sector']/tbody/tr")

    assert ["Arts organisation", "1"] == [each.text_content() for each in found]


def test_tallies_name_what_is_not_known() -> None:
    """Most come first, then by name, and what is not known is counted too."""
    assert (("Arts", 2), ("Not known", 1), ("Police", 1)) == tallied(["Police", "Arts", "", "Arts"])


def test_nobody_yet_is_said() -> None:
    """A concordat that nobody has signed has a page and a table that say so."""
    assert ["Nobody has been recorded as a signatory yet"] == row(page_of())


def documents(*signatories: Signatory, record_of: Concordat | None = None) -> dict[str, bytes]:
    """Return the data files of a concordat with these signatories."""
    hub = northshire(None, record_of or concordat(), signatories=signatories)
    return {each.path: each.content for each in signatory_documents(hub)}


def test_json_is_exact() -> None:
    """JSON keeps names as written; what is not known is null."""
    content = documents(signatory("midwater-arts", title="=Midwater", organisation=None))
    (found,) = json.loads(content["data/v1/signatories/northshire.json"])["signatories"]

    assert ("=Midwater", "2021-03-01", None) == (
        found["organisation"], found["signed"], found["sector"]
    )  # fmt: skip


def test_data_says_how_far_they_came() -> None:
    """JSON and CSV have the last step, its day, the reports that are there, and the next due."""
    record = signatory(
        "midwater-arts", delivery=[step("plan", "2021-09-01")],
        annual_reports=[report(2022), report(2024)],
    )  # fmt: skip
    content = documents(record, record_of=concordat(reports_due="yearly"))
    (exact,) = json.loads(content["data/v1/signatories/northshire.json"])["signatories"]
    text = content["data/v1/signatories/northshire.csv"].decode()
    (plain,) = csv.DictReader(io.StringIO(text, newline=""))
    names = ("delivery", "delivery_since", "annual_reports", "next_report_due")

    assert ["plan", "2021-09-01", ["2022", "2024"], "2023-03-01"] == [exact[n] for n in names]
    assert ["plan", "2021-09-01", "2022; 2024", "2023-03-01"] == [plain[n] for n in names]


@given(st.text(), st.text())
def test_no_cell_of_the_whole_file_is_a_formula(name: str, note: str) -> None:
    """Whatever is in a record, no cell begins with what a spreadsheet would run."""
    hub = northshire(None, concordat(), signatories=(named(name, note),))
    (text,) = (each.content for each in signatory_documents(hub) if each.path.endswith(".csv"))
    cells = [each for line in csv.reader(io.StringIO(text.decode(), newline="")) for each in line]

    assert not any(each.strip(" \u00a0\ufeff")[:1] in set("=+-@") for each in cells if each)


def named(name: str, note: str) -> Signatory:
    """Return a signatory with any text as its name, its role and the title of its source."""
    source = Source(web="https://northshire.example/").model_copy(update={"title": note})
    return signatory("midwater-arts").model_copy(
        update={"title": name, "signatures": (
            Signature.model_construct(version="1.0", text=None, signed=None, date_unknown=note,
                by=Signer.model_construct(role=name, name=None, name_published=False),
                capacity=Capacity.PERSONAL, authority=None,
                source=source),
        )}
    )  # fmt: skip


def test_csv_has_a_row_for_each() -> None:
    """CSV has one row for each signatory, under the names of the fields."""
    content = documents(signatory("midwater-arts"))["data/v1/signatories/northshire.csv"]
    (found,) = csv.DictReader(io.StringIO(content.decode(), newline=""))

    assert ("midwater-arts", "1.0", "current") == (found["id"], found["version"], found["standing"])


def test_data_keeps_the_number_of_the_erased() -> None:
    """Of each person who was erased there is a row that says so, and nothing else; JSON counts."""
    content = documents(signatory("midwater-arts"), record_of=concordat(erased=2))
    text = content["data/v1/signatories/northshire.csv"].decode()
    _, *erased = csv.DictReader(io.StringIO(text, newline=""))

    assert 2 == json.loads(content["data/v1/signatories/northshire.json"])["erased"]
    assert [{"standing": "erased since on request"}] * 2 == [
        {name: value for name, value in each.items() if value} for each in erased
    ]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", " =1", "\ufeff=1", "\uff1d1", "\tx"])
def test_formula_gets_an_apostrophe(value: str) -> None:
    """What a spreadsheet would run begins with an apostrophe."""
    assert f"'{value}" == cell(value)


@pytest.mark.parametrize("value", ["Midwater Arts", "O'Brien", "7", "Ŵyn", "a=b", ""])
def test_ordinary_names_are_left_alone(value: str) -> None:
    """What no spreadsheet would run stays as it is written."""
    assert value == cell(value)


def test_cell_is_one_line() -> None:
    """Line breaks become spaces, so that a row is a line."""
    assert "a b" == cell("a\r\nb")
