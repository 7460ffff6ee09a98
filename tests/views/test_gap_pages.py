"""The pages of the gap map as orders: each is written, and written anew when it has to be."""

from pathlib import Path

import pytest

from hub.examining import examine
from hub.page import Page
from hub.views import lists
from hub.views.gap_pages import GAPS, gap_orders
from hub.views.inputs import Inputs
from hub.views.published import without_drafts
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import Writer
from tests.reproducible.changing_hub import ChangingHub
from tests.views.small_hub import PlainFormatter

Written = dict[str, tuple[bytes, Page]]
"""Keys and pages by address."""


def written(root: Path) -> Written:
    """Write all pages of the map, with their keys."""
    studio = Studio(without_drafts(examine(root).hub), PlainFormatter())
    writer, inputs = Writer(studio, Settings()), Inputs(studio, Settings())
    return {order.address: (inputs(order), writer(order)) for order in gap_orders(studio)}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_page_with_the_same_key_is_the_same(
    seed: int, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hub changes at random; no page of the map changes without its key, and some keys stay."""
    monkeypatch.setattr(lists, "LONG", 1)
    monkeypatch.setattr(lists, "EACH", 2)
    hub = ChangingHub(demo, seed)
    before, kept = Written(), 0
    for _ in range(8):
        hub.change()
        hub.write()
        after = written(demo)
        same = [each for each in before.keys() & after if before[each][0] == after[each][0]]
        kept += len(same)

        assert [] == [each for each in same if before[each][1] != after[each][1]]
        before = after

    assert kept


def test_orders_and_pages_agree(demo: Path) -> None:
    """Every page stands at the address that was ordered, once, and is of a view of the map."""
    studio = Studio(without_drafts(examine(demo).hub), PlainFormatter())
    orders = [*gap_orders(studio)]

    assert [each.address for each in orders] == [
        Writer(studio, Settings())(each).address for each in orders
    ]
    assert len(orders) == len({each.address for each in orders})
    assert {each.view for each in orders} == GAPS
