"""Feeds hold what RFC 4287 asks for, and the same records give the same bytes."""

from lxml import etree

from hub.page import Document
from hub.views.browse import browse_page
from hub.views.feeds import LATEST, feed_documents, newest
from hub.views.settings import Settings
from tests.views.small_hub import (
    finding,
    hub_of,
    studio_of,
    summary,
    vocabulary,
    work,
)

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE = Settings(site_name="Hub & Co", site_url="https://hub.example/h/")
HUB = (
    work("w1"), work("w2"), work("w3"), vocabulary("art-forms", singing="Singing", mime="Mime"),
    vocabulary("designs", rct="Trial"),
    summary("old", "w1", art_forms=["singing"], reviewed={"on": "2025-01-01", "by": "x"}),
    summary("new", "w2", title="More <b> & less", findings=[finding("mood", "benefit")]),
    summary("gone", "w3", status="withdrawn"),
)  # fmt: skip


def read(document: Document) -> etree._Element:
    """Return a feed as a program reads it."""
    return etree.fromstring(document.content)


def texts(element: etree._Element, path: str) -> list[str]:
    """Return the texts at a path."""
    return [each.text or "" for each in element.xpath(path, namespaces=ATOM)]


def test_a_feed_has_what_every_feed_must_have() -> None:
    """Section 4.1.1: one id, title and date, an author, and where it is itself."""
    (document,) = feed_documents(hub_of(*HUB), SITE)
    feed = read(document)

    assert "evidence/feed.xml" == document.path
    assert ["https://hub.example/h/evidence/feed.xml"] == texts(feed, "/a:feed/a:id")
    assert ["New and reviewed evidence: Hub & Co"] == texts(feed, "/a:feed/a:title")
    assert ["2026-02-03T00:00:00Z"] == texts(feed, "/a:feed/a:updated")
    assert ["Hub & Co"] == texts(feed, "/a:feed/a:author/a:name")
    assert ["https://hub.example/h/evidence/feed.xml"] == feed.xpath(
        "/a:feed/a:link[@rel='self']/@href", namespaces=ATOM
    )


def test_entries_stand_by_their_last_review() -> None:
    """Section 4.1.2: each has an id, a title, a date and a link; the newest review comes first."""
    feed = read(*feed_documents(hub_of(*HUB), SITE))
    pages = [f"https://hub.example/h/evidence/summaries/{each}/" for each in ("new", "old")]

    assert pages == texts(feed, "//a:entry/a:id")
    assert pages == feed.xpath("//a:entry/a:link/@href", namespaces=ATOM)
    assert ["More <b> & less", "Summary old"] == texts(feed, "//a:entry/a:title")
    assert ["2026-02-03T00:00:00Z", "2025-01-01T00:00:00Z"] == texts(feed, "//a:entry/a:updated")
    assert ["Benefit. Nothing can be said yet.", "Nothing can be said yet."] == texts(
        feed, "//a:entry/a:summary"
    )


def test_a_feed_has_an_end() -> None:
    """The newest are in it, of one day the first by name."""
    names = [f"s-{number:03}" for number in range(LATEST + 5)]
    some = [summary(name, "w1") for name in names]
    old = summary("a", "w1", reviewed={"on": "2025-01-01", "by": "x"})

    assert names[:LATEST] == [each.id for each in newest([old, *reversed(some)])[:LATEST]]
    shelves = studio_of(work("w1"), old, *some).shelves
    assert names[:LATEST] == [each.id for each in shelves.latest((old, *reversed(some)))]


def test_a_term_has_a_feed_of_its_own() -> None:
    """It stands beside the term's page, which leads to it, for people and for programs."""
    page = browse_page(studio_of(*HUB), "art-form/singing#1", SITE)
    (document,) = page.beside

    assert "evidence/by/art-form/singing/feed.xml" == document.path
    assert ["Summary old"] == texts(read(document), "//a:entry/a:title")
    assert 'type="application/atom+xml" title="Singing (art form)" href="feed.xml"' in page.head
    assert '<a href="feed.xml">' in page.html


def test_where_there_is_nothing_to_follow_there_is_no_feed() -> None:
    """A term without summaries has none; nor has a site that does not know where it is."""
    nothing = browse_page(studio_of(*HUB), "art-form/mime#1", SITE)
    nowhere = browse_page(studio_of(*HUB), "art-form/singing#1", Settings())

    assert ((), "", (), "") == (nothing.beside, nothing.head, nowhere.beside, nowhere.head)
    assert [] == [*feed_documents(hub_of(*HUB), Settings())]
