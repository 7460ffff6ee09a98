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
from playwright.sync_api import Page, Route, expect

from hub.commands.writing import editable
from tests.conftest import found
from tests.e2e.browser import PageAt

FORMS = "contributing/forms/"
SIGN = f"{FORMS}sign-cheshire-merseyside-creative-health/"
CODE = "https://code.example/hub/new/HEAD/evidence/organisations"


@pytest.fixture
def form(hub_url: str, page_at: PageAt) -> Callable[[str], Page]:
    """Open a form by its name."""

    def opened(name: str) -> Page:
        page = page_at(f"{hub_url}{name if name.startswith(FORMS) else f'{FORMS}{name}/'}").page
        expect(page.locator("[data-hub-form]")).to_be_visible()
        return page

    return opened


def fill(page: Page, answers: dict[str, str]) -> None:
    """Answer by label, in a group where the label is `group: label`."""
    for name, answer in answers.items():
        group, _, label = name.rpartition(": ")
        within = page.locator("fieldset").filter(
            has=page.locator("> legend", has_text=group)
        ).last if group else page.locator("[data-hub-form]")  # fmt: skip
        field = within.get_by_label(label, exact=False).first
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)


def finished(page: Page) -> tuple[str, str]:
    """Ask for the file; return its path and its text."""
    page.get_by_role("button", name="Check and show the file").click()
    expect(page.locator("[data-hub-done]")).to_be_visible()
    return page.locator("[data-hub-path]").inner_text(), page.locator(
        "[data-hub-preview]"
    ).inner_text()


def faults(page: Page) -> list[str]:
    """Ask for the file; return what is said in place of it, one line each."""
    page.get_by_role("button", name="Check and show the file").click()
    expect(page.locator("[data-hub-faults] li").first).to_be_visible()
    return page.locator("[data-hub-faults] li").all_inner_texts()


def test_a_summary_passes_the_check(form: Callable[[str], Page], content: Path) -> None:
    """What a form makes is a record like any other."""
    page = form("summary")
    fill(page, {
        "Title": "Does invented singing help: a trial?", "Source": "Coulton2015",
        "Design": "Randomised controlled trial", "Question: Population": "Older people",
        "Question: Intervention": "Singing in a group\nonce a week", "Answer": "It is not known.",
        "Plain summary": "This text was typed to try the form. It says nothing.",
        "Harms: Status": "Not stated", "Seen note": "Nothing was read.",
        "Reviewed: On": "2026-01-15", "Reviewed: By": "editor",
    })  # fmt: skip
    page.get_by_label("Seen", exact=True).select_option(label="Abstract")
    path, text = finished(page)
    (content / path).write_text(text + "\n", encoding="utf-8")

    assert "evidence/summaries/does-invented-singing-help-a-trial.yml" == path
    assert not [each for each in found(content) if each[0].startswith(path) and "error" in each]
    assert "intervention: |-\n    Singing in a group\n    once a week" in text


def test_an_organisation_passes_the_check(form: Callable[[str], Page], content: Path) -> None:
    """Whatever stands in its name."""
    page = form("organisation")
    fill(page, {"Title": "Côr yr Harbwr: “no” # 1", "Sector": "Arts organisation"})
    path, text = finished(page)
    (content / path).write_text(text + "\n", encoding="utf-8")

    assert "evidence/organisations/cor-yr-harbwr-no-1.yml" == path
    assert [] == [each for each in found(content) if path in each[0]]


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
    path, text = finished(page)
    (content / path).write_text(text + "\n", encoding="utf-8")

    assert "evidence/practice/invented-choir-of-a-harbour.yml" == path
    assert [] == [each for each in found(content) if path in each[0]]


def test_a_signature_is_bound_to_the_text(form: Callable[[str], Page]) -> None:
    """The version in force and its hash are filled in from the start."""
    page = form(SIGN)
    fill(page, {"Title": "Nesta", "Organisation": "Nesta", "Signatures: Signed": "2026-01-15",
                "Source: Web": "https://www.nesta.org.uk/"})  # fmt: skip
    path, text = finished(page)
    fields: Any = editable(text)

    assert "concordats/cheshire-merseyside-creative-health/signatories/nesta.yml" == path
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


def test_the_prepared_address_holds_exactly_the_file(hub_url: str, page_at: PageAt) -> None:
    """A code host decodes it to the same name and the same text."""
    page = page_at(hub_url).page

    def with_code_host(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('data-new-file=""', f'data-new-file="{CODE}"')
        route.fulfill(response=answer, body=body)

    page.route("**/forms/organisation/", with_code_host)
    page.goto(f"{hub_url}{FORMS}organisation/")
    fill(page, {"Title": "A & B + C: 100%", "Sector": "Arts organisation"})
    _, text = finished(page)
    address = urlsplit(
        page.get_by_role("link", name="Send it as a pull request").get_attribute("href") or ""
    )
    sent = parse_qs(address.query)

    assert CODE == f"{address.scheme}://{address.netloc}{address.path}"
    assert ["a-b-c-100.yml"] == sent["filename"]
    assert text.rstrip("\n") == sent["value"][0].rstrip("\n")


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
