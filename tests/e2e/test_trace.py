"""The demonstration's traces, themes and ways to sign in Chromium, on screen and on paper."""

from io import BytesIO

from pypdf import PdfReader

from tests.e2e.browser import PageAt
from tests.e2e.kinds import INVENTED


def test_printed_trace_spells_out_where_links_lead(demo_url: str, page_at: PageAt) -> None:
    """On paper, programmes and lessons have their addresses, and both fingerprints are whole."""
    page = page_at(demo_url + INVENTED["trace"]).page
    hashes = page.locator(".hub-trace-cite dd").all_text_contents()
    sheet = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "".join("".join(each.extract_text() for each in sheet.pages).split())

    assert "(programmes/northshire-sings/)" in text
    assert "Asitstoodon31January2026." in text
    assert [] == [each for each in hashes if each not in text]


def test_nothing_of_the_printed_table_is_cut_off(demo_url: str, page_at: PageAt) -> None:
    """The table of all clauses fits between the margins of A4, its last column included."""
    page = page_at(demo_url + INVENTED["trace"], width=673).page  # 178 mm
    page.emulate_media(media="print")
    table = page.locator("#glance").bounding_box()

    assert table
    assert table["x"] + table["width"] <= 673
