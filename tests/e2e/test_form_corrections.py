"""Published records corrected in forms: one answer is changed, and nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Page, expect

from hub.commands.writing import editable
from hub.examining import examine
from hub.model.base import Record, Status
from hub.model.hub import Hub
from tests.conftest import REPOSITORY
from tests.e2e.browser import PageAt
from tests.e2e.filling import FORMS, faults, finished, keep_hub_at

EDIT = "https://code.example/hub/edit/HEAD/evidence/practice/"
EXAMPLE = "practice/melodies-for-mums/"
CORRECTION = f"{FORMS}practice/?record=melodies-for-mums"

KINDS = {
    "summary": ("evidence-summary", "evidence/summaries"),
    "practice": ("practice-example", "practice"),
    "organisation": ("organisation", "organisations"),
    "story": ("story", "stories"),
}
"""Each form: the name of its schema, and the folder of its records' pages."""

# Filled with each record, as its page would be, and asked at once for the file.
THROUGH = """async ([root, kind, folder, ids]) => {
  const part = (name) => import(`${root}assets/hub/js/form/${name}.js`);
  const parts = await Promise.all(["correcting", "fields", "schema", "yaml"].map(part));
  const [{ published }, { fieldsOf, gathered, spread }, { describe }, { asYaml }] = parts;
  const schema = await (await fetch(`${root}schemas/v1/${kind}.json`)).json();
  const through = async (id) => {
    const fields = fieldsOf(schema, describe(schema, schema), {});
    spread(fields, await published(id, `${root}${folder}/<id>/record.json`, schema));
    const faults = fields.flatMap((each) => each.check());
    return [asYaml(gathered(fields)), faults.map(({ said }) => said)];
  };
  return Promise.all(ids.map(through));
}"""


Correct: TypeAlias = Callable[[str, str, str], tuple[Hub, list[str]]]


@pytest.fixture(scope="module")
def demo_records(demo_hub: Path) -> Hub:
    """Return what the demonstration's files say."""
    return examine(demo_hub).hub


@pytest.fixture(scope="module")
def real_records() -> Hub:
    """Return what the files of this repository say."""
    return examine(REPOSITORY).hub


def records(hub: Hub, form: str) -> dict[str, Record]:
    """Return the published records that a form can correct."""
    found = {
        "summary": hub.summaries, "practice": hub.practice,
        "organisation": hub.organisations, "story": hub.stories,
    }[form]  # fmt: skip
    return {name: each for name, each in found.items() if each.status is Status.PUBLISHED}


@pytest.mark.parametrize("form", KINDS)
@pytest.mark.parametrize("site", ["real", "demo"])
def test_a_record_comes_out_of_its_form_as_it_went_in(
    form: str, site: str, page_at: PageAt, request: pytest.FixtureRequest
) -> None:
    """Nothing of any record is lost or changed, and no answer that is published is refused."""
    root = request.getfixturevalue("hub_url" if site == "real" else "demo_url")
    written = records(request.getfixturevalue(f"{site}_records"), form)
    kind, folder = KINDS[form]
    page = page_at(f"{root}{FORMS}{form}/").page
    made = page.evaluate(THROUGH, [root, kind, folder, [*written]])
    read = {
        name: type(record).model_validate(editable(text)).model_dump()
        for (name, record), (text, _) in zip(written.items(), made, strict=True)
    }

    assert {name: each.model_dump() for name, each in written.items()} == read
    assert [] == [said for _, faults in made for said in faults]


@pytest.fixture
def corrected(demo_url: str, demo_hub: Path, tmp_path: Path, page_at: PageAt) -> Correct:
    """Correct a field of a record, from its page; return the hub, and what is wrong with it now."""

    def correct(address: str, label: str, answer: str) -> tuple[Hub, list[str]]:
        page = page_at(f"{demo_url}{address}").page
        page.get_by_role("link", name="Correct this").click()
        expect(page.locator("[data-hub-correcting]")).to_be_visible()
        page.get_by_label(label, exact=True).first.fill(answer)
        ended = finished(page)
        root = Path(shutil.copytree(demo_hub, tmp_path / "hub"))
        assert (root / ended.path).is_file()
        ended.put_into(root)
        examined = examine(root)
        about = [each.message for each in examined.diagnostics if each.span.path == ended.path]
        return examined.hub, about

    return correct


@pytest.mark.parametrize(
    ("form", "field", "answer"),
    [
        ("summary", "answer", "It was invented anew, and is not known."),
        ("practice", "seen", "A page that was made up, whole."),
        ("organisation", "title", "A body that was renamed"),
        ("story", "told_by", "Another singer: made up, too"),
    ],
)
def test_one_answer_is_corrected(
    form: str, field: str, answer: str, demo_records: Hub, corrected: Correct
) -> None:
    """The file takes the place of the record's own, is clean, and says the same but for it."""
    name, before = next(iter(records(demo_records, form).items()))
    label = field.replace("_", " ").capitalize()
    hub, about = corrected(f"{KINDS[form][1]}/{name}/", label, answer)

    assert [] == about
    assert before.model_dump() | {field: answer} == records(hub, form)[name].model_dump()


def test_a_form_says_what_is_changed(hub_url: str, page_at: PageAt) -> None:
    """By the names of the fields; while nothing is, there is nothing to send."""
    page = page_at(f"{hub_url}{CORRECTION}").page
    expect(page.get_by_role("heading", level=1)).to_have_text("Correct: Breathe Melodies for Mums")
    finished(page)
    expect(page.locator("[data-hub-changed]")).to_contain_text("changed nothing yet")
    expect(page.locator("[data-hub-ways] li")).to_have_count(0)
    page.get_by_label("Title").fill("Melodies for Mums")
    page.get_by_label("Innovation").fill("")
    finished(page)

    expect(page.locator("[data-hub-changed]")).to_have_text(
        "You change: Title, Innovation. All else is as it is published."
    )


def test_a_corrected_file_goes_where_its_record_is_edited(hub_url: str, page_at: PageAt) -> None:
    """Under the id it has, whatever its title becomes; an address cannot fill it in."""
    page = page_at(hub_url).page
    keep_hub_at(page, edit=EDIT, new_file="https://code.example/hub/new/HEAD/evidence/practice")
    page.goto(f"{hub_url}{CORRECTION}")
    page.get_by_label("Title").fill("Tunes for fathers")
    ended = finished(page)
    ways = page.locator("[data-hub-ways]")
    link = ways.get_by_role("link", name="Open it for editing at the code host")

    assert "evidence/practice/melodies-for-mums.yml" == ended.path
    assert f"{EDIT}melodies-for-mums.yml" == link.get_attribute("href")
    expect(ways.locator("a")).to_have_count(1)
    expect(ways).to_contain_text("put your copy in the place of all that stands there")


def test_a_correction_is_told_its_faults_beside_the_fields(hub_url: str, page_at: PageAt) -> None:
    """By the same rules as a new record."""
    page = page_at(f"{hub_url}{CORRECTION}").page
    page.get_by_label("Seen on").fill("yesterday")
    page.get_by_label("Title").fill("")

    assert ["Title This is needed", "Seen on A date written"] == [
        each.partition(":")[0].partition(" year")[0] for each in faults(page)
    ]


def test_a_draft_of_a_correction_is_its_own(hub_url: str, page_at: PageAt) -> None:
    """It is kept for this record, and neither fills the form of a new one nor is filled by it."""
    page = page_at(f"{hub_url}{CORRECTION}").page
    page.get_by_label("Title").fill("Tunes")
    page.get_by_label("Innovation").fill("")
    page.reload()
    expect(page.get_by_label("Title")).to_have_value("Tunes")
    expect(page.get_by_label("Innovation")).to_have_value("")
    page.goto(f"{hub_url}{FORMS}practice/")
    expect(page.get_by_label("Title")).to_have_value("")
    page.goto(f"{hub_url}{CORRECTION}")
    with page.expect_navigation():
        page.get_by_role("button", name="clear the form").click()

    expect(page.get_by_label("Title")).to_have_value("Breathe Melodies for Mums")


def test_a_draft_does_not_undo_what_others_corrected(hub_url: str, page_at: PageAt) -> None:
    """What was not touched in it follows the record as it is published today."""
    page = page_at(f"{hub_url}{CORRECTION}").page
    page.get_by_label("Title").fill("Tunes")

    def with_correction(route: Any) -> None:  # noqa: ANN401 - a route of the browser
        answer = route.fetch()
        route.fulfill(json=answer.json() | {"seen": "The pages, read again by others."})

    page.route("**/record.json", with_correction)
    page.reload()

    expect(page.get_by_label("Title")).to_have_value("Tunes")
    expect(page.get_by_label("Seen", exact=True)).to_have_value("The pages, read again by others.")


@pytest.mark.parametrize(
    "record",
    [
        "nobody-here",
        "..%2F..%2Fdata%2Fv1",
        "https:%2F%2Felsewhere.example%2Fa",
        "%3Cimg%20src=x%3E",
    ],
)
def test_a_record_that_is_not_there_is_said_to_be_missing(
    record: str, hub_url: str, page_at: PageAt
) -> None:
    """Whatever the address asks for; nothing is fetched from anywhere else."""
    visit = page_at(f"{hub_url}{FORMS}practice/?record={record}")
    expect(visit.page.get_by_role("alert")).to_contain_text("no published record")

    expect(visit.page.locator("[data-hub-form]")).to_be_hidden()
    assert [] == visit.outside_requests
    assert 0 == visit.page.locator("main img[src='x']").count()


def test_a_correction_is_made_by_keyboard(hub_url: str, page_at: PageAt) -> None:
    """From the page of the record to the file: each step is a key, and the focus follows."""
    page: Page = page_at(f"{hub_url}{EXAMPLE}").page
    page.get_by_role("link", name="Correct this").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Title")).to_be_visible()
    page.get_by_label("Title").focus()
    page.keyboard.press("End")
    page.keyboard.type(" of Northshire")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="How it reads")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to your file")).to_be_focused()
    page.keyboard.press("Tab")

    expect(page.get_by_label("The file as it will be written")).to_be_focused()
    expect(page.get_by_role("heading", level=3)).to_have_text(
        "Breathe Melodies for Mums of Northshire"
    )
