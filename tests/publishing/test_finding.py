"""What finds ordered pages, made apart from the pages."""

import sys
from pathlib import Path

import pytest

from hub.page import Order, SearchEntry
from hub.pool import Pool
from hub.publishing.finding import Finding, find_all
from hub.publishing.search_stubs import stub_of

ORDERS = [Order(f"{name}/", "record", name) for name in ("choir", "list", "broken")]


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


@pytest.mark.parametrize("workers", [1, 2])
def test_stubs_of_all_orders_come_together(workers: int, tmp_path: Path) -> None:
    """Whoever has made them."""
    orders = [Order(f"{number}/", "record", str(number)) for number in range(5000)]
    pool = Pool(tmp_path / "x", workers, "fork" if sys.platform == "linux" else "spawn")

    assert Finding(find)(orders) == find_all(Finding(find), orders, pool)
