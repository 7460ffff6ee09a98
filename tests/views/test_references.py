"""The list of all references says what each is, what became of it, and where it is cited."""

import re

import pytest

from hub.views import lists, references
from hub.views.references import references_page, works_orders, works_page
from hub.views.sheet import Studio
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


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Return a studio with six works, where more than four are many and a page holds two."""
    monkeypatch.setattr(references, "LARGE", 4)
    monkeypatch.setattr(lists, "EACH", 2)
    names = {"a1": "Ash", "a2": "Ayr", "a3": "azo", "b": "Beck", "d": "1st Choir", "o": "Öst"}
    return studio_of(*(work(key, author=[{"literal": name}]) for key, name in names.items()))


def keys(html: str) -> list[str]:
    """Return the keys of the works that a page lists, in order."""
    return re.findall(r'<li id="ref-([^"]+)"', html)


def test_a_large_library_begins_with_its_letters(large: Studio) -> None:
    """The front leads to each letter and says how many works there are; it lists none itself."""
    page = references_page(large)

    assert ([], ()) == (keys(page.html), page.headings)
    assert {("a", "A", "3"), ("b", "B", "1"), ("other", "Other", "2")} == set(
        re.findall(r'href="[./]+/evidence/works/(\w+)/">(\w+) <[^>]+>\((\d)\)', page.html)
    )


def test_the_pages_of_the_letters_hold_all_works(large: Studio) -> None:
    """Every work stands once, in the order of the authors, two to a page."""
    pages = {each.address: works_page(large, each.subject) for each in works_orders(large)}

    assert {
        "evidence/works/a/": ["a1", "a2"],
        "evidence/works/a/2/": ["a3"],
        "evidence/works/b/": ["b"],
        "evidence/works/other/": ["d", "o"],
    } == {address: keys(page.html) for address, page in pages.items()}
    assert [*pages] == [page.address for page in pages.values()]


def test_a_page_of_a_letter_says_where_it_is(large: Studio) -> None:
    """Title and lead tell one page from the next; its letter and its number are marked."""
    page = works_page(large, "A#2")

    assert "References: A, page 2" == page.title
    assert "Works 3 to 3 of 3, by author." in page.html
    assert ["../../../../evidence/works/a/", "../../../../evidence/works/a/2/"] == re.findall(
        r'href="([^"]+)" aria-current', page.html
    )


def test_a_library_that_one_page_can_bear_stays_on_it() -> None:
    """Five hundred works need no pages for their letters."""
    assert 500 == references.LARGE
    assert [] == list(works_orders(studio_of(work("a"))))
