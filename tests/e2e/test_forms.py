"""Forms in the page: filled in as by a new contributor, each gives a file that the check takes."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from hub.commands.writing import editable
from tests.conftest import found
from tests.e2e.browser import PageAt
from tests.e2e.filling import FORMS, faults, fill, finished, keep_hub_at

SIGN = f"{FORMS}sign-cheshire-merseyside-creative-health/"
CODE = "https://code.example/hub/new/HEAD/evidence"
STORY = {
    "Title": "The Tuesday choir", "Told by": "R.", "Telling": "Own words",
    "Text": "I came for the tea.\n\nI stayed for the singing: all of it.",
    "Consent: Kind": "Written", "Consent: On": "2026-01-15",
    "Covers": "the words, and the name as it stands", "Kept by": "the secretary of the choir",
    "To withdraw": "by word to the secretary",
}  # fmt: skip


@pytest.fixture
def form(hub_url: str, page_at: PageAt) -> Callable[[str], Page]:
    """Open a form by its name."""

    def opened(name: str) -> Page:
        page = page_at(f"{hub_url}{name if name.startswith(FORMS) else f'{FORMS}{name}/'}").page
        expect(page.locator("[data-hub-form]")).to_be_visible()
        return page

    return opened


def test_a_summary_passes_the_check(form: Callable[[str], Page], content: Path) -> None:
    """What a form makes is a record like any other."""
    page = form("summary")
    fill(page, {
        "Title": "Does invented singing help: a trial?", "Source": "Han2025",
        "Design": "Randomised controlled trial", "Question: Population": "Older people",
        "Question: Intervention": "Singing in a group\nonce a week", "Answer": "It is not known.",
        "Plain summary": "This text was typed to try the form. It says nothing.",
        "Harms: Status": "Not stated", "Seen note": "Nothing was read.",
        "Reviewed: On": "2026-01-15", "Reviewed: By": "editor",
    })  # fmt: skip
    page.get_by_label("Seen", exact=True).select_option(label="Abstract")
    ended = finished(page)
    ended.put_into(content)

    assert "evidence/summaries/does-invented-singing-help-a-trial.yml" == ended.path
    assert [] == [each for each in found(content) if ended.path in each[0]]
    assert "intervention: |-\n    Singing in a group\n    once a week" in ended.text


def test_an_organisation_passes_the_check(form: Callable[[str], Page], content: Path) -> None:
    """Whatever stands in its name."""
    page = form("organisation")
    fill(page, {"Title": "Côr yr Harbwr: “no” # 1", "Sector": "Arts organisation"})
    ended = finished(page)
    ended.put_into(content)

    assert "evidence/organisations/cor-yr-harbwr-no-1.yml" == ended.path
    assert [] == [each for each in found(content) if ended.path in each[0]]


def test_work_is_put_on_the_map(form: Callable[[str], Page], content: Path) -> None:
    """The call's four questions are asked in plain words, and the file passes the check."""
    page = form("practice")
    fill(page, {
        "Title": "Invented choir of a harbour", "Where: Name": "A harbour",
        "Progress: State": "In progress", "Innovation": "Tea, then singing.",
        "Benefits": "People came back.", "Commissioning": "By nobody yet.",
        "Personalisation": "Everybody chooses a song.", "Seen on": "2026-01-15",
        "Confidence": "Medium",
    })  # fmt: skip
    page.get_by_label(re.compile("^Nation ")).first.fill("england")
    page.get_by_label(re.compile("^Source ")).first.fill("https://harbour.example/choir")
    page.get_by_label("Seen", exact=True).fill("The page, whole.")
    ended = finished(page)
    ended.put_into(content)

    assert "evidence/practice/invented-choir-of-a-harbour.yml" == ended.path
    assert [] == [each for each in found(content) if ended.path in each[0]]


def test_a_story_passes_the_check(form: Callable[[str], Page], content: Path) -> None:
    """Told in one's own words, with what was agreed to."""
    page = form("story")
    fill(page, STORY)
    ended = finished(page)
    ended.put_into(content)

    assert "evidence/stories/the-tuesday-choir.yml" == ended.path
    assert [] == [each for each in found(content) if ended.path in each[0]]
    assert "text: |-\n  I came for the tea.\n\n  I stayed for the singing: all of it." in ended.text


def test_a_story_is_not_given_without_consent(form: Callable[[str], Page]) -> None:
    """A record may wait for it as a draft; the form asks for all of it, beside each field."""
    page = form("story")
    fill(page, {each: answer for each, answer in STORY.items() if ": " not in each})
    fill(page, {"Covers": "", "Kept by": "pat@example.org", "To withdraw": "", "Told by": ""})
    fill(page, {"Consent: On": "yesterday"})
    said = faults(page)

    assert [
        ("Told by", "This is needed"), ("Kind", "This is needed"), ("On", "A date written"),
        ("Covers", "This is needed"), ("Kept by", "An e-mail address may not"),
        ("To withdraw", "This is needed"),
    ] == said_beside(said)  # fmt: skip
    expect(page.get_by_label("Told by")).to_be_focused()


def said_beside(said: list[str]) -> list[tuple[str, str]]:
    """Return the label of each fault, and how it begins."""
    begin = r"This is needed|A date written|An e-mail address may not"
    parts = (re.match(rf"(.+?) ({begin})", each) for each in said)
    return [(each[1], each[2]) for each in parts if each]


def test_a_signature_is_bound_to_the_text(form: Callable[[str], Page]) -> None:
    """The version in force and its hash are filled in from the start."""
    page = form(SIGN)
    fill(page, {"Title": "Nesta", "Organisation": "Nesta", "Signatures: Signed": "2026-01-15",
                "Source: Web": "https://www.nesta.org.uk/"})  # fmt: skip
    ended = finished(page)
    fields: Any = editable(ended.text)

    assert "concordats/cheshire-merseyside-creative-health/signatories/nesta.yml" == ended.path
    assert ("1.0", 64) == (fields["signatures"][0]["version"], len(fields["signatures"][0]["text"]))


def test_each_mistake_is_told_beside_its_field(form: Callable[[str], Page]) -> None:
    """In the hub's words, with the field named by its label and the first one in focus."""
    page = form("summary")
    fill(page, {"Title": "Write to pat@example.org", "Participants": "about 120",
                "Reviewed: On": "15 January 2026", "Source": "Nobody1999"})  # fmt: skip
    said = " ".join(faults(page))

    assert "Title An e-mail address may not stand in a public file" in said
    assert "Participants A whole number, such as 120." in said
    assert "On A date written year-month-day, such as 2026-03-01." in said
    assert "Source This is not in the list" in said
    assert "Design This is needed: from the methods; titles mislead." in said
    focused = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    hints = [page.locator(f"#{each}").inner_text() for each in str(focused).split()]
    assert any("e-mail address" in each for each in hints)


def test_a_mistake_that_is_mended_is_not_told_any_more(form: Callable[[str], Page]) -> None:
    """As one types."""
    page = form("organisation")
    faults(page)
    page.get_by_label("Title").fill("Harbour Choir")

    expect(page.get_by_label("Title")).to_have_attribute("aria-invalid", "false")


def test_a_draft_is_kept_until_it_is_cleared(form: Callable[[str], Page]) -> None:
    """In this browser; the form is as it was left."""
    page = form("organisation")
    page.get_by_label("Title").fill("Harbour Choir")
    page.reload()
    expect(page.get_by_label("Title")).to_have_value("Harbour Choir")
    with page.expect_navigation():
        page.get_by_role("button", name="clear the form").click()

    expect(page.get_by_label("Title")).to_have_value("")


@pytest.mark.parametrize(
    ("name", "answers", "path"),
    [
        ("organisation", {"Title": "A & B + C: 100%", "Sector": "Arts organisation"},
         "organisations/a-b-c-100.yml"),
        ("story", STORY, "stories/the-tuesday-choir.yml"),
    ],
)  # fmt: skip
def test_the_prepared_address_holds_exactly_the_file(
    hub_url: str, page_at: PageAt, name: str, answers: dict[str, str], path: str
) -> None:
    """A code host decodes it to the same name and the same text."""
    page = page_at(hub_url).page
    folder, _, file = path.partition("/")
    keep_hub_at(page, new_file=f"{CODE}/{folder}")
    page.goto(f"{hub_url}{FORMS}{name}/")
    fill(page, answers)
    ended = finished(page)
    link = page.get_by_role("link", name="Send it as a pull request").get_attribute("href")
    address = urlsplit(link or "")
    sent = parse_qs(address.query)

    assert f"{CODE}/{folder}" == f"{address.scheme}://{address.netloc}{address.path}"
    assert [file] == sent["filename"]
    assert [ended.text] == sent["value"]


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
)
LINES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join).map(str.strip).filter(bool)


@pytest.fixture
def yaml_page(hub_url: str, page_at: PageAt) -> Page:
    """Return a page of the hub, from which its modules can be loaded."""
    return page_at(f"{hub_url}{FORMS}organisation/").page


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    answers=st.lists(st.dictionaries(st.sampled_from(["a", "b"]), LINES, min_size=1), min_size=1)
)
def test_any_answer_is_read_as_it_was_typed(yaml_page: Page, answers: list[dict[str, str]]) -> None:
    """Signs that mean something in YAML do not in an answer."""
    record = {
        "first": answers[0],
        "each": answers,
        "texts": [text for each in answers for text in each.values()],
    }
    text = yaml_page.evaluate(
        "async (record) => (await import('../../../assets/hub/js/form/yaml.js')).asYaml(record)"
        .replace("../../../", yaml_page.url.partition("contributing/")[0]),
        record,
    )  # fmt: skip
    read = json.loads(json.dumps(editable(str(text))))

    # Blanks at the end of a line are no part of an answer.
    def plain(value: Any) -> Any:  # noqa: ANN401 - any part of a record
        if isinstance(value, str):
            return "\n".join(line.rstrip() for line in value.split("\n"))
        if isinstance(value, list):
            return [plain(each) for each in value]
        return {name: plain(each) for name, each in value.items()}

    assert plain(record) == plain(read)


def test_a_list_asks_for_one_more_in_good_english(form: Callable[[str], Page]) -> None:
    """An art form, a finding: the article goes with the word."""
    asked = form("summary").locator("button:visible").all_inner_texts()

    assert {"Add an art form", "Add a finding"} <= {*asked}
    assert [] == [each for each in asked if re.match("Add a [aeiou]", each)]
