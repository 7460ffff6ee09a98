"""Who signed, and what the four programmes state and leave open."""

from lxml.html import HtmlElement

from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, main, read_record, words

SIGNATORIES = "concordats/cheshire-merseyside-creative-health/signatories/"


def below(page: HtmlElement, heading: str) -> str:
    """Return the first paragraph after a heading."""
    paragraph = "//main//*[self::h2 or self::h3][starts-with(normalize-space(), $heading)]"
    return words(page.xpath(f"({paragraph}/following::p)[1]", heading=heading)[0])


def test_the_table_has_a_row_for_each_signatory(pages: Pages, signatories: Records) -> None:
    """Every signatory's file has its row, headed by the name it is kept under."""
    rows = pages[SIGNATORIES].xpath("//table[@id='signatories']/tbody/tr")

    assert sorted(f"signatory-{name}" for name in signatories) == sorted(
        row.get("id") for row in rows
    )
    assert all(row.find("th").get("scope") == "row" for row in rows)


def test_no_date_of_signing_is_made_up(pages: Pages, signatories: Records) -> None:
    """Where no date is known the row says so, and why."""
    for name, signatory in signatories.items():
        row = words(pages[SIGNATORIES].get_element_by_id(f"signatory-{name}"))

        assert f"Date not known {signatory['signatures'][0]['date_unknown']}" in row


def test_three_sites_are_stated_and_two_named_in_the_source(pages: Pages) -> None:
    """Mobilising Communities announced three sites and named two; the page says so."""
    page = pages["programmes/mobilising-communities/"]

    assert "3 stated; 2 named in the source, 1 named by another source." == below(page, "Selected")


def test_three_of_six_micro_tests_are_named(pages: Pages) -> None:
    """Create Health names micro-tests 1, 2 and 4 of six; the page does not fill in the others."""
    page = pages["programmes/create-health/"]

    assert "6 stated; 1, 2 and 4 named." == below(page, "Micro-tests")
    assert [True, True, False, True, False, False] == [
        f"Micro-test {number} " in f"{words(main(page))} " for number in range(1, 7)
    ]


def test_four_lessons_have_anchors(pages: Pages) -> None:
    """Each lesson of Create Health can be linked to, under the number that is printed."""
    page = pages["programmes/create-health/"]
    record = read_record(REPOSITORY / "evidence" / "programmes" / "create-health.yml")
    labels = {each["number"]: each["label"] for each in record["lessons"]}

    assert ["1", "2", "3", "4"] == [*labels]
    assert all(
        label in words(page.get_element_by_id(f"lesson-{number}"))
        for number, label in labels.items()
    )


def test_four_hubs_are_stated_among_forty_two_systems(pages: Pages) -> None:
    """Creative Health Hubs states four hubs and 38 others."""
    page = pages["programmes/creative-health-hubs/"]

    assert ["4 stated", "38 stated"] == [
        below(page, heading).partition(";")[0]
        for heading in ("Integrated care systems with a hub", "Other")
    ]


def test_oddities_are_shown(pages: Pages) -> None:
    """Every programme's page shows what does not add up in its sources."""
    programmes = [address for address in pages if address.startswith("programmes/")]

    assert [
        "programmes/create-health/", "programmes/creating-change/",
        "programmes/creative-health-hubs/", "programmes/mobilising-communities/",
    ] == [
        address for address in programmes
        if "Shown, not smoothed over" in words(main(pages[address]))
    ]  # fmt: skip
