"""Forms as the site publishes them: what their pages tell the browser."""

import pytest

from hub.model.hub import Hub
from hub.schemas import kind_of, schema
from hub.views.forms import Form, form_pages, forms
from hub.views.settings import Settings
from tests.views.small_hub import studio_of

CORRECTING = [each for each in forms(Hub()) if each.page]
CODE = "https://code.example/hub"
OF_THE_FILE = {"version", "licence", "id", "page", "work", "references"}
"""What a record's data file says beside the record."""


def page(name: str, **settings: str) -> str:
    """Return the page of a form of an empty hub."""
    pages = form_pages(studio_of(), Settings(**settings))  # type: ignore[arg-type]
    return next(each.html for each in pages if each.address.endswith(f"/{name}/"))


def kinds_of_object(node: object) -> list[bool]:
    """Return of each object in a schema whether its fields are named."""
    if isinstance(node, list):
        return [each for part in node for each in kinds_of_object(part)]
    if not isinstance(node, dict):
        return []
    own = ["properties" in node] if node.get("type") == "object" else []
    return own + [each for part in node.values() for each in kinds_of_object(part)]


@pytest.mark.parametrize("form", CORRECTING, ids=lambda form: str(form.title))
def test_a_form_that_corrects_shows_every_field(form: Form) -> None:
    """A form asks for all fields that have names; nothing that a record may hold has none."""
    assert all(kinds_of_object(schema(kind_of(form.model), Hub())))


@pytest.mark.parametrize("form", CORRECTING, ids=lambda form: str(form.title))
def test_no_field_is_mistaken_for_what_its_data_file_says(form: Form) -> None:
    """The names of the two never meet."""
    assert set() == OF_THE_FILE & {*form.model.model_fields}


def test_records_of_every_kind_that_has_a_page_can_be_corrected() -> None:
    """A signature is not: who signed says so anew."""
    assert ["summary", "practice", "story", "organisation"] == [
        each.address.split("/")[-2] for each in CORRECTING
    ]


def test_a_form_knows_where_records_are_read_and_edited() -> None:
    """Both lead to the record of the same id, on this site and at the code host."""
    html = page("practice", edit_url=f"{CODE}/edit/main/", repo_url=CODE)

    assert 'data-record="../../../practice/&lt;id&gt;/record.json"' in html
    assert f'data-edit="{CODE}/edit/main/evidence/practice/"' in html


def test_a_form_knows_where_files_may_be_sent() -> None:
    """Without JavaScript, too, it says so; where nothing is named, it says nothing."""
    html = page("story", send_to="hub@council.example")

    assert 'data-send-to="hub@council.example"' in html
    assert "to hub@council.example if you have no account" in html
    assert "no account" not in page("story")
