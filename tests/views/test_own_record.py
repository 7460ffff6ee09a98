"""What a page says of its own record: where to mend it, what has changed, and for which page."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.base import Status
from hub.model.history import Change, Changes, History
from hub.model.vocabularies import Organisation
from hub.page import Order
from hub.views import code_host
from hub.views.inputs import Inputs
from hub.views.organisations import organisation_page
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.summaries import SUMMARY, summary_page
from tests.views.small_hub import (
    PlainFormatter,
    hub_of,
    placed,
    studio_of,
    summary,
    vocabulary,
    work,
)

FILE = "evidence/summaries/x.yml"
GITHUB = "https://github.com/someone/hub"
CHANGE = Change(date(2026, 3, 4), "ab12", "Mend <b> the interval")
CHANGED = History({FILE: Changes((CHANGE,), 3)})


def studio_with(history: History) -> Studio:
    """Return a studio for a hub with one summary."""
    hub = hub_of(work("w1"), summary("x", "w1"), vocabulary("designs", rct="Trial"))
    return Studio(hub, PlainFormatter(), history)


def html(history: History, **settings: Any) -> str:  # noqa: ANN401 - any setting
    """Return the page of the summary."""
    studio = studio_with(history)
    return summary_page(studio, studio.hub.summaries["x"], Settings(**settings)).html


def test_a_page_says_what_has_changed() -> None:
    """Each change with its day and its words, escaped; how many more there are; and a link."""
    page = html(CHANGED, repo_url=GITHUB)

    assert f'4 March 2026 <span class="hub-detail"><a href="{GITHUB}/commit/ab12">' in page
    assert "Mend &lt;b&gt; the interval</a>" in page
    assert "And 2 earlier." in page
    assert f'<a href="{GITHUB}/commits/HEAD/{FILE}" rel="noopener noreferrer">Every' in page


def test_without_a_history_a_page_says_nothing_of_it() -> None:
    """No heading promises what is not known."""
    assert "What has changed" not in html(History())


def test_a_page_made_from_a_shallow_clone_says_so() -> None:
    """What was changed before cannot be told, and is not passed over in silence."""
    cut = "Only the newest part of the history"

    assert cut in html(replace(CHANGED, is_whole=False))
    assert cut not in html(CHANGED)


def test_a_change_of_a_record_alone_is_in_the_key_of_its_page() -> None:
    """A commit that leaves the record alone leaves the page alone."""
    order = Order(f"evidence/summaries/{'x'}/", SUMMARY, "x")
    other = {**CHANGED.changes, "evidence/summaries/y.yml": Changes((CHANGE,), 1)}
    histories = [History(), CHANGED, History(other), replace(CHANGED, is_whole=False)]
    keys = [Inputs(studio_with(each), Settings())(order) for each in histories]

    assert keys[1] == keys[2]
    assert 3 == len(set(keys))


@pytest.mark.parametrize(
    ("settings", "expected", "missing"),
    [
        ({}, [f"<code>{FILE}</code>.</p>"], ["fix this record", "say what is wrong"]),
        ({"edit_url": f"{GITHUB}/edit/main/"}, [f'<a href="{GITHUB}/edit/main/{FILE}" '],
         ["say what is wrong"]),
        ({"repo_url": GITHUB}, [f'<a href="{GITHUB}/issues/new?title='], ["fix this record"]),
    ],
    ids=["no repository", "a file to edit", "an issue to fill in"],
)  # fmt: skip
def test_a_page_says_where_to_mend_it(
    settings: dict[str, str], expected: list[str], missing: list[str]
) -> None:
    """The file is always named; what a code host offers is linked where there is one."""
    page = html(History(), **settings)

    assert [] == [each for each in expected if each not in page]
    assert [] == [each for each in missing if each in page]


def test_a_page_leads_to_the_form_filled_with_its_record() -> None:
    """Which reads the record from the file beside the page."""
    studio = studio_with(History())
    page = summary_page(studio, studio.hub.summaries["x"], Settings())

    assert '<a href="../../../contributing/forms/summary/?record=x">Correct this</a>' in page.html
    assert "evidence/summaries/x/record.json" in [each.path for each in page.beside]


def test_what_was_withdrawn_is_not_corrected_in_a_form() -> None:
    """The form would publish it again."""
    gone = placed(Organisation(title="Gone", sector="arts", status=Status.WITHDRAWN), "gone")
    page = organisation_page(studio_of(gone, vocabulary("sectors", arts="Arts")), gone, Settings())

    assert "Correct this" not in page.html
    assert () == page.beside


def test_an_issue_is_filled_in() -> None:
    """It names the page and the record, and asks where the right thing can be read."""
    page = html(History(), repo_url=GITHUB, site_url="https://hub.example/")
    address = page.split('href="' + GITHUB + "/issues")[1].split('"')[0].replace("&amp;", "&")
    given = parse_qs(urlsplit(address).query)

    assert ["[x] "] == given["title"]
    assert "Page: https://hub.example/evidence/summaries/x/" in given["body"][0]
    assert f"Record: {FILE}" in given["body"][0]


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_an_address_is_never_too_long(title: str, body: str) -> None:
    """What does not fit is cut, never the address itself."""
    address = code_host.new_issue(GITHUB, title, body)

    assert len(address) <= 2000
    assert title.startswith(parse_qs(urlsplit(address).query).get("title", [""])[0])


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("", ("", "", "")),
        ("https://codeberg.org/a/b/", (
            "https://codeberg.org/a/b/commit/12", "https://codeberg.org/a/b/commits/HEAD/e%20f.yml",
            "https://codeberg.org/a/b/issues/new?title=t&body=b")),
        ("https://gitlab.com/a/b", (
            "https://gitlab.com/a/b/-/commit/12", "https://gitlab.com/a/b/-/commits/HEAD/e%20f.yml",
            "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D=t&issue%5Bdescription%5D=b")),
    ],
    ids=["none", "as GitHub has it", "as GitLab has it"],
)  # fmt: skip
def test_every_code_host_has_its_addresses(repository: str, expected: tuple[str, ...]) -> None:
    """A commit, the versions of a file, and an issue that is filled in."""
    assert expected == (
        code_host.commit(repository, "12"), code_host.history(repository, "e f.yml"),
        code_host.new_issue(repository, "t", "b"),
    )  # fmt: skip
