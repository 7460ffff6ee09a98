"""What pages tell programs of themselves and of works, as schema.org has it."""

import json
import re
from typing import Any

import pytest

from hub.page import Page
from hub.views.home import home_page
from hub.views.reference_pages import reference_page
from hub.views.settings import Settings
from hub.views.summaries import summary_page
from tests.views.small_hub import studio_of, summary, vocabulary, work

SITE = Settings(site_name="Hub", site_url="https://hub.example/")


def data(page: Page) -> dict[str, Any]:
    """Return the structured data in the head of a page."""
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.head)
    read: dict[str, Any] = json.loads(found)
    return read


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("article-journal", "ScholarlyArticle"), ("report", "Report"), ("book", "Book"),
     ("paper-conference", "ScholarlyArticle"), ("pamphlet", "CreativeWork")],
)  # fmt: skip
def test_a_reference_is_what_it_is(kind: str, expected: str) -> None:
    """Its page tells the kind of work, its title, its date and its DOI."""
    one = work("a", type=kind, issued={"year": 2018, "month": 7}, doi="10.1234/a")
    told = data(reference_page(studio_of(one), one))

    assert (expected, "The a study", "2018-07", "doi:10.1234/a") == (
        told["@type"], told["name"], told["datePublished"], told["identifier"],
    )  # fmt: skip


def test_a_summary_is_a_page_about_a_work() -> None:
    """It is not the work, and says when it was last reviewed."""
    one = summary("s", "a")
    told = data(summary_page(studio_of(work("a"), one, vocabulary("designs", rct="T")), one, SITE))

    assert ("WebPage", "2026-02-03", "ScholarlyArticle", "The a study") == (
        told["@type"], told["lastReviewed"], told["about"]["@type"], told["about"]["name"],
    )  # fmt: skip


def test_the_whole_is_a_set_of_data() -> None:
    """The home page says how many summaries it holds, when one was last checked, and where."""
    given = (work("a"), work("b"), summary("s", "a"),
             summary("gone", "b", status="withdrawn",
                     reviewed={"on": "2026-09-09", "by": "x"}))  # fmt: skip
    told = data(home_page(studio_of(*given), SITE))

    assert ("Dataset", "https://hub.example/", "2026-02-03") == (
        told["@type"], told["url"], told["dateModified"],
    )  # fmt: skip
    assert told["description"].startswith("1 summary of studies")
    assert "https://hub.example/data/v1/summaries.json" in [
        each["contentUrl"] for each in told["distribution"]
    ]


def test_no_text_ends_the_script() -> None:
    """A title may hold the end of a script element, and does no harm."""
    one = work("a", title="Art </script><b>")
    page = reference_page(studio_of(one), one)

    assert "Art </script><b>" == data(page)["name"]
    assert 1 == page.head.count("</script>")
