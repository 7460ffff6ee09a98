"""Postal addresses: a whole postcode is noticed, and what only looks a little like one is not."""

import pytest

from hub.codes import Code
from hub.loading.privacy import personal_data
from hub.source import SourceText


@pytest.mark.parametrize(
    "text", ["NS1 2AB", "of 4 Song Lane, NS12 3DE, Northshire", "N1A 1AA", "NS12AB"]
)
def test_a_postcode_is_noticed(text: str) -> None:
    """A postcode stands for a few doors, so somebody should look."""
    found = personal_data(SourceText("a.yml", f"note: {text}\n"))

    assert [Code.POSTCODE_IN_PUBLIC_FILE] == [each.code for each in found]


@pytest.mark.parametrize(
    "text",
    ["E54000008", "PMC6846279", "AH/X006301/1", "SF12 scores", "EQ-5D-5L", "CD004517.pub3", "NS1"],
)
def test_codes_and_scales_are_no_postcodes(text: str) -> None:
    """Codes of places, grants, works and questionnaires pass without a word."""
    assert [] == personal_data(SourceText("a.yml", f"note: {text}\n"))
