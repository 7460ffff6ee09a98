"""Without JavaScript, every facet can be browsed: from the first page to a summary."""

from tests.e2e.browser import PageAt


def test_a_reader_without_scripts_finds_a_summary_by_links(hub_url: str, page_at: PageAt) -> None:
    """Home, evidence, browse, art forms, singing, summary: every step is a link."""
    page = page_at(hub_url, scripts=False).page
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Evidence").click()
    for name in (
        "by everything else that is recorded",
        "Art forms",
        "Singing",
        "Does group singing help mothers with symptoms of postnatal depression?",
    ):
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()

    assert f"{hub_url}evidence/summaries/singing-postnatal-depression-trial/" == page.url
