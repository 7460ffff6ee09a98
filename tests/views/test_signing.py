"""The page that says how to sign: for everybody, with the text's hash, and nothing private."""

from dataclasses import replace

import pytest
import yaml
from lxml import html as parser

from hub.model.concordats import Concordat
from hub.model.pages import DocsPage, FrontMatter
from hub.model.signatories import Signatory
from hub.page import Page
from hub.source import SourceText
from hub.views.settings import Settings
from hub.views.signing import sign_page
from tests.views.small_concordat import PUBLISHED, clause, concordat, northshire, studio, text

WORDS = text(clause("need-1"))
REPOSITORY = Settings(repo_url="https://code.example/hub")


def page_of(record: Concordat, settings: Settings | None = None, *docs: str) -> Page:
    """Return the page of a concordat in a hub with these hand-written pages."""
    pages = {name: DocsPage(SourceText(name, ""), FrontMatter(), 0) for name in docs}
    hub = replace(northshire(WORDS, record), docs=pages)
    return sign_page(studio(hub), record, settings or Settings())


def links(page: Page) -> list[str]:
    """Return where the links of a page lead."""
    return list(parser.fromstring(page.html).xpath("//a/@href"))


def test_file_is_filled_in_with_the_text_in_force() -> None:
    """The file to save names the version and its hash, and is the one that the page shows."""
    page = page_of(concordat())
    (form,) = page.beside
    (shown,) = parser.fromstring(page.html).xpath("//pre[@class='hub-form']")
    (signature,) = yaml.safe_load(form.content)["signatures"]

    assert ("1.0", "a" * 64) == (signature["version"], signature["text"])
    assert form.content.decode() == shown.text_content()
    assert "signature.yml" in links(page)


def test_file_has_the_fields_of_the_model() -> None:
    """With the day filled in, the file is a signatory's record."""
    (form,) = page_of(concordat()).beside
    filled_in = form.content.decode().replace("year-month-day", "2026-03-01")
    fields = yaml.safe_load(filled_in)

    assert "1.0" == Signatory.model_validate(fields).signatures[0].version


@pytest.mark.parametrize("fields", [{}, {"signing_page": "https://northshire.example/ask"}])
def test_asking_is_offered_only_where_the_record_names_a_page(fields: dict[str, str]) -> None:
    """Nobody is sent to an address that is not known."""
    page = page_of(concordat(**fields))

    assert bool(fields) == ("https://northshire.example/ask" in links(page))
    assert bool(fields) != ("names no page where one may ask" in page.html)


def test_issue_is_offered_where_there_is_a_repository() -> None:
    """An account at the place where the code is kept is enough: the file is filled in there."""
    found = [each for each in links(page_of(concordat(), REPOSITORY)) if "issues/new" in each]

    assert 1 == len(found)
    assert "a" * 64 in found[0]
    assert not [each for each in links(page_of(concordat())) if "issues/new" in each]


def test_hub_says_more_where_it_has_the_pages() -> None:
    """Erasure and privacy are linked in a hub that explains them."""
    page = page_of(concordat(), None, "docs/contributing/erasure.md", "docs/about/privacy.md")

    assert {"../../../contributing/erasure/", "../../../about/privacy/"} <= {*links(page)}
    assert not [each for each in links(page_of(concordat())) if "erasure" in each]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"versions": [{**PUBLISHED, "status": "draft"}]}, "is not in force: it is draft"),
        ({"versions": [{**PUBLISHED, "status": "withdrawn"}]}, "is not in force: it is withdrawn"),
        ({"status": "withdrawn"}, "The concordat was withdrawn."),
    ],
)
def test_what_cannot_be_signed_has_no_form(fields: dict[str, object], said: str) -> None:
    """A draft, or what was withdrawn, says so and offers no file."""
    page = page_of(concordat(**fields))

    assert said in page.html
    assert ((), 2) == (page.beside, len(page.headings))
