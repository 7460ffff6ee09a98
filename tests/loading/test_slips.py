"""What a writer most likely meant is said, where it can be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.loading.layout import MAX_SLUG
from hub.loading.slips import advice_for_list, advice_for_number, slug_of


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("• singing", 'begin each item with a hyphen and a blank: "- singing"'),
        ("– singing – dance", 'begin each item with a hyphen and a blank: "- singing"'),
        ("-0.20 to 0.40", "write [-0.20, 0.40]"),
        ("0.2, 0.4", "write [0.2, 0.4]"),
        ("singing", "write [singing]"),
        ("singing and dance", ""),
        ("from 3 to 4 weeks", ""),
    ],
)
def test_what_should_be_a_list(text: str, advice: str) -> None:
    """Bullets of a word processor, a range, a single item; else nothing is guessed."""
    assert advice == advice_for_list(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("about 120", "120"), ("1,200 people", "1200"), ("12 or 13", ""), ("1.5", ""), ("none", "")],
)
def test_what_should_be_a_number(text: str, number: str) -> None:
    """The one whole number in a text; where there are two, nobody knows which."""
    assert number == advice_for_number(text).removeprefix("write ").partition(";")[0]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Harbour Choir", "harbour-choir"), ("Côr yr Harbwr", "cor-yr-harbwr"), ("--A__B--", "a-b"),
     ("합창단", "")],
)  # fmt: skip
def test_a_file_name_becomes_an_id(name: str, slug: str) -> None:
    """Accents are dropped, and all that is no letter or digit becomes a hyphen."""
    assert slug == slug_of(name)


@given(st.text(max_size=MAX_SLUG))
def test_any_name_becomes_an_id_or_nothing(name: str) -> None:
    """What comes out is an id, and stays the same when asked again."""
    slug = slug_of(name)

    assert "" == slug.strip("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug == slug_of(slug)
    assert "--" not in slug
