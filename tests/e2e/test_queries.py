"""What people ask for is found: questions to the real site's index, and what must come first.

The index is asked as the search asks it; how results are shown is for other tests.
"""

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt

FIRST = 3
"""Results among which the one that was meant must be."""

QUERIES = {
    "singing postnatal depression": "singing-postnatal-depression-trial",
    "postpartum": "singing-postnatal-depression-trial",
    "choir older adults": "community-choirs-older-adults-trial",
    "vocal mental health": "group-singing-mental-health-review",
    "dementia music therapy": "music-therapy-dementia-review",
    "arts on prescription": "arts-on-prescription-critical-review",
    "museums on prescription": "museums-on-prescription-study",
    "social prescribing loneliness": "social-prescribing-loneliness-review",
    "art therapy schizophrenia": "art-therapy-schizophrenia-trial",
    "drumming": "group-drumming-mental-health-study",
    "ASD": "music-therapy-autism-trial",
    "mortality arts": "arts-participation-mortality-us-cohort",
    "does singing help with depression": "singing-postnatal-depression-trial",
    "Fancourt Finn 2019": "arts-health-scoping-review",
    "Crawford 2012": "art-therapy-schizophrenia-trial",
    "Marmot review": "marmot-review-ten-years-on",
    "gardening": "nature-activities-review",
    "links practitioners deprived areas": "links-practitioners-deprived-areas-trial",
}
"""Questions, and the summaries that answer them: by subject, synonym, author and year."""
WORKS = {"Bungay Clift 2010": "BungayClift2010", "Fair society healthy lives": "Marmot2010"}
"""Questions for works that have no summary of their own."""


@pytest.fixture
def home(hub_url: str, page_at: PageAt) -> Page:
    """Open the home page, from which the index is asked."""
    return page_at(hub_url).page


@pytest.mark.parametrize("query", QUERIES)
def test_a_summary_is_found(home: Page, query: str) -> None:
    """The summary that was meant is among the first results."""
    assert f"/evidence/summaries/{QUERIES[query]}/" in first(home, query)


@pytest.mark.parametrize("query", WORKS)
def test_a_work_without_a_summary_is_found(home: Page, query: str) -> None:
    """It has a page, which its authors, its year or its title lead to."""
    assert f"/evidence/references/{WORKS[query]}/" in first(home, query)


def first(page: Page, query: str) -> list[str]:
    """Return the addresses of the first results."""
    found: list[str] = page.evaluate(
        """async ([query, number]) => {
            const index = await import("/pagefind/pagefind.js");
            const { results } = await index.search(query);
            const hits = await Promise.all(results.slice(0, number).map((each) => each.data()));
            return hits.map((hit) => hit.url);
        }""",
        [query, FIRST],
    )
    return found
