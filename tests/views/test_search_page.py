"""The search page: its frame, and what it holds for readers without JavaScript."""

import re

import pytest

from hub.views import addresses
from hub.views.facets import FACETS
from hub.views.search_page import search_page
from hub.views.settings import Neighbour, Settings
from tests.views.small_hub import studio_of


def html(*neighbours: Neighbour) -> str:
    """Return the page of a hub without records."""
    settings = Settings(site_name='The "North" Hub', neighbours=neighbours)
    return search_page(studio_of(), settings).html


def test_every_facet_of_the_evidence_can_be_chosen() -> None:
    """The kind of record comes first, then the facets that have pages to browse."""
    named = re.findall(r'data-hub-facet="([^"]*)"', html())

    assert ["kind", *(facet.name for facet in FACETS)] == named


def test_every_facet_can_be_browsed_instead() -> None:
    """Each has a link to its page, as seen from the search page."""
    links = re.findall(r'<li><a href="([^"]*)">Evidence by', html())

    assert [f"../{addresses.browse(facet.id)}" for facet in FACETS] == links


def test_it_is_hidden_until_scripts_show_it() -> None:
    """Without JavaScript nothing is shown that needs it."""
    assert re.search(r"<div[^>]* data-hub-find hidden", html())


def test_what_scripts_need_is_found_from_anywhere() -> None:
    """Paths lead from the page, so that the site may stand below another."""
    paths = dict(re.findall(r'data-(index|root|words)="([^"]*)"', html()))

    assert {"index": "../pagefind/", "root": "../", "words": "../search/words.json"} == paths


def test_only_this_page_fetches_its_style_and_its_script() -> None:
    """They stand in its head; the policy lets nothing run that stands in the text."""
    page = search_page(studio_of(), Settings())

    assert ["../assets/hub/css/search-page.css", "../assets/hub/js/search/page.js"] == re.findall(
        r'(?:href|src)="([^"]*)"', page.head
    )
    assert "<script" not in page.html


def test_no_other_hub_is_named_unless_the_site_names_one() -> None:
    """The part of the page is missing altogether."""
    assert "data-hub-neighbours" not in html()


def test_other_hubs_can_be_ticked() -> None:
    """None is from the start; a reader is told before what ticking means."""
    page = html(Neighbour("Midwater & Co", "https://hub.example/"))
    box = re.search(r'<input type="checkbox" name="also"[^>]*>', page)

    assert box is not None
    assert 'value="Midwater &amp; Co" data-url="https://hub.example/"' in box[0]
    assert "checked" not in box[0]
    assert "Its server can guess" in page


@pytest.mark.parametrize("template", ["card", "signs", "pips"])
def test_cards_are_made_from_the_pattern_library(template: str) -> None:
    """What scripts make looks like what the hub prints."""
    assert f'<template data-hub-template="{template}">' in html()
