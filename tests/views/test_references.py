"""The list of all references says what each is, what became of it, and where it is cited."""

import re

from hub.views.references import references_page
from hub.views.uses import Use, uses_by_key
from tests.views.small_hub import hub_of, studio_of, summary, work

PAGE = references_page(studio_of(
    work("zeta", author=[{"family": "Abel"}], verified="2026-01-02", verified_by="a librarian"),
    work("alpha", author=[{"literal": "Österby Choir"}]),
    work("mid", author=[{"family": "Baker"}], state="corrected", state_date="2024-03-01",
         state_notice="https://journal.example/notice"),
    summary("x", "zeta", plain_summary="As said [@mid]."),
    summary("gone", "alpha", status="withdrawn"),
))  # fmt: skip
WORDS = " ".join(re.sub(r"<[^>]+>", " ", PAGE.html).split())


def test_works_are_in_order_of_their_authors() -> None:
    """Works stand from A to Z by author, each with an anchor made of its key."""
    assert ["ref-zeta", "ref-mid", "ref-alpha"] == re.findall(r'<li id="(ref-[^"]+)"', PAGE.html)


def test_contents_are_the_letters() -> None:
    """Each first letter is a heading; what does not begin with one of A to Z comes last."""
    assert ["A", "B", "Other"] == [each.title for each in PAGE.headings]
    assert [each.id for each in PAGE.headings] == re.findall(r'<h2 id="([^"]+)"', PAGE.html)


def test_entry_says_who_verified_it() -> None:
    """An entry that nobody verified says so."""
    assert "Verified 2 January 2026 by a librarian" in WORDS
    assert "Not yet verified" in WORDS


def test_entry_shows_the_state_of_the_work() -> None:
    """A correction is dated and linked."""
    assert "This work has been corrected (1 March 2024)." in WORDS
    assert 'href="https://journal.example/notice"' in PAGE.html


def test_entry_says_where_it_is_cited() -> None:
    """Fields and prose of published records count; withdrawn records do not."""
    assert 2 == WORDS.count("Summary: Summary x")
    assert "Not cited by a summary, clause or programme" in WORDS


def test_use_is_listed_once() -> None:
    """A summary that cites a work many times is one use of it."""
    hub = hub_of(work("a"), summary("x", "a", plain_summary="One [@a]. Two [@a, p. 2]."))

    once = Use("Summary", "Summary x", "evidence/summaries/x/", "sums it up")
    assert {"a": (once,)} == uses_by_key(hub)
