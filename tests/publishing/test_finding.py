"""What finds ordered pages, made apart from the pages."""

import pytest

from hub.page import Order, SearchEntry
from hub.publishing.finding import Finding
from hub.publishing.search_stubs import stub_of

ORDERS = [(Order(f"{name}/", "record", name), b"") for name in ("choir", "list", "broken")]


def find(order: Order) -> SearchEntry | None:
    """Find all but lists; what is broken cannot be found."""
    if order.subject == "broken":
        raise ZeroDivisionError
    return None if order.subject == "list" else SearchEntry(order.address, order.subject)


def test_stubs_are_told_by_their_addresses() -> None:
    """What nothing finds has none."""
    stubs = Finding(find)(ORDERS[:2])

    assert ["choir/"] == [*stubs]
    assert stub_of(SearchEntry("choir/", "choir")) == stubs["choir/"]


def test_a_preview_does_without_what_cannot_be_found() -> None:
    """Whoever prints the page tells of it; any other build stops."""
    assert ["choir/"] == [*Finding(find, lenient=True)(ORDERS)]
    with pytest.raises(ZeroDivisionError):
        Finding(find)(ORDERS)
