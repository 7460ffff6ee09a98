"""The demonstration's versions, steps and translations in Chromium."""

import pytest

from tests.e2e.browser import PageAt
from tests.e2e.kinds import INVENTED


@pytest.mark.parametrize("width", [1280, 390])
def test_languages_stand_beside_each_other_or_in_turn(
    demo_url: str, page_at: PageAt, width: int
) -> None:
    """A clause in Welsh is level with the same clause in English, or on a phone above it."""
    page = page_at(demo_url + INVENTED["translation"], width=width).page
    clause = page.locator("#believe-2")
    welsh, english = (clause.locator(f"[lang={each}]").bounding_box() for each in ("cy", "en-GB"))
    assert welsh
    assert english
    is_beside = width > 390

    assert is_beside == (welsh["y"] == english["y"])
    assert is_beside == (welsh["x"] + welsh["width"] <= english["x"])
    assert is_beside == (welsh["y"] + welsh["height"] > english["y"])


@pytest.mark.parametrize(("mark", "line"), [("ins", "underline"), ("del", "line-through")])
def test_marked_words_can_be_told_without_colour(
    demo_url: str, page_at: PageAt, mark: str, line: str
) -> None:
    """A line runs under what was added and through what was dropped."""
    page = page_at(demo_url + INVENTED["what changed"]).page
    found = page.locator(f".hub-changes {mark}").first.evaluate(
        "each => getComputedStyle(each).textDecorationLine"
    )

    assert line == found
