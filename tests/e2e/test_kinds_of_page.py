"""One page of every kind of the real site, in Chromium: accessible, quiet, and it fits."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt, Scheme

CONCORDAT = "concordats/cheshire-merseyside-creative-health/"
KINDS = {
    "home": "",
    "evidence index": "evidence/",
    "summary of a null result": "evidence/summaries/art-therapy-schizophrenia-trial/",
    "summary with critiques": "evidence/summaries/arts-health-scoping-review/",
    "questions": "evidence/questions/",
    "question with forest plots": "evidence/questions/mortality/",
    "question with critiques": "evidence/questions/wellbeing/",
    "question with a condition": "evidence/questions/cognition/dementia/",
    "evidence over time": "evidence/over-time/",
    "references": "evidence/references/",
    "reference": "evidence/references/FancourtPerkins2018/",
    "retracted reference": "evidence/references/Malik2020retracted/",
    "browsing": "evidence/by/",
    "browsing by a facet": "evidence/by/art-form/",
    "browsing a choice": "evidence/by/art-form/singing/",
    "browsing a choice with nothing": "evidence/by/art-form/cooking/",
    "browsing a choice with narrower ones": "evidence/by/art-form/performing-arts/",
    "browsing a condition that others know": "evidence/by/condition/dementia/",
    "vocabularies": "evidence/terms/",
    "vocabulary that no facet shows": "evidence/terms/sectors/",
    "gap map": "evidence/gap-map/",
    "gap map of another pair": "evidence/gap-map/population-by-setting/",
    "evidence and gaps of a term": "evidence/gap-map/art-form/singing/",
    "criticism": "evidence/gap-map/challenged/",
    "concordats": "concordats/",
    "concordat": CONCORDAT,
    "version of a concordat": f"{CONCORDAT}1.0/",
    "signatories": f"{CONCORDAT}signatories/",
    "organisations": "organisations/",
    "organisation that signed": "organisations/cheshire-merseyside-health-and-care-partnership/",
    "organisation that takes part": "organisations/nesta/",
    "trace": f"{CONCORDAT}trace/",
    "how to sign": f"{CONCORDAT}sign/",
    "programmes": "programmes/",
    "programme with lessons": "programmes/create-health/",
    "programme with a logic model": "programmes/creating-change/",
    "programme with stages": "programmes/creative-health-hubs/",
    "programme with sites": "programmes/mobilising-communities/",
    "practice": "practice/",
    "practice example": "practice/melodies-for-mums/",
    "practice example with little known": "practice/shropshire-telford-wrekin-creative-health/",
    "areas": "areas/",
    "area": "areas/cheshire-and-merseyside/",
    "area with a crowded map": "areas/england/",
    "lessons": "lessons/",
    "stories": "stories/",
    "workshop sheet of a concordat": f"{CONCORDAT}workshop/",
    "workshop sheet of a programme": "programmes/create-health/workshop/",
    "form of a summary": "contributing/forms/summary/",
    "form of a signature": "contributing/forms/sign-cheshire-merseyside-creative-health/",
    "mistakes": "contributing/mistakes/",
    "workshop sheet of an area": "areas/west-yorkshire/workshop/",
    "how to contribute": "contributing/",
    "guide: I found a paper": "contributing/i-found-a-paper/",
    "guide: we want to sign": "contributing/we-want-to-sign/",
    "guide: we do creative health work": "contributing/we-do-creative-health-work/",
    "guide: something is wrong": "contributing/something-is-wrong/",
    "guide: I write code": "contributing/i-write-code/",
    "code hosts": "contributing/code-hosts/",
    "architecture": "contributing/architecture/",
    "about": "about/",
    "privacy": "about/privacy/",
    "security": "about/security/",
    "accessibility": "about/accessibility/",
    "erasure": "contributing/erasure/",
    "recording delivery": "contributing/delivery/",
    "citations": "reference/citations/",
    "following": "reference/following/",
    "benchmark": "reference/benchmark/",
    "other hubs": "reference/other-hubs/",
    "on paper": "reference/paper/",
    "practice and the map": "reference/practice/",
    "decisions": "decisions/",
    "decision": "decisions/one-injection/",
    "diagnostics": "reference/diagnostics/",
    "diagnostic": "reference/diagnostics/unknown-citation/",
    "fields": "reference/fields/",
    "missing page": "404.html",
}


def open_all(page: Page) -> None:
    """Open everything on a page that a reader can open."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


every_kind = pytest.mark.parametrize("address", KINDS.values(), ids=[*KINDS])


@every_kind
@pytest.mark.parametrize("view", [("light", 390), ("dark", 1280)], ids=["phone", "desk"])
def test_axe_finds_nothing(
    hub_url: str,
    page_at: PageAt,
    axe: Callable[[Page], list[str]],
    address: str,
    view: tuple[Scheme, int],
) -> None:
    """No fault of accessibility is found, be it on a phone in light or on a desk in the dark."""
    page = page_at(hub_url + address, *view).page
    open_all(page)

    assert [] == axe(page)


@every_kind
def test_page_fits_and_keeps_to_itself(hub_url: str, page_at: PageAt, address: str) -> None:
    """At 320 pixels nothing but a table scrolls sideways; no other host is asked, no error made."""
    visit = page_at(hub_url + address, width=320)
    open_all(visit.page)

    assert 320 == visit.page.evaluate("document.documentElement.scrollWidth")
    assert ([], []) == (visit.outside_requests, visit.errors)


@every_kind
def test_page_needs_no_javascript(hub_url: str, page_at: PageAt, address: str) -> None:
    """Without JavaScript the heading, the sections and the way to the evidence are there."""
    page = page_at(hub_url + address, scripts=False).page
    search = page.get_by_role("banner").get_by_role("link", name="Search")

    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("navigation", name="Sections").is_visible()
    assert f"{hub_url}evidence/" == urljoin(page.url, search.get_attribute("href"))


def test_without_javascript_search_leads_to_the_evidence(hub_url: str, page_at: PageAt) -> None:
    """The search button is then a link to where the evidence can be browsed."""
    page = page_at(hub_url, scripts=False).page

    page.get_by_role("banner").get_by_role("link", name="Search").click()

    assert f"{hub_url}evidence/" == page.url
    assert page.get_by_role("heading", name="Evidence", exact=True).is_visible()
