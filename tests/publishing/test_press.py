"""Ordered pages as files, and the keys by which the next build takes them over."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hub.page import Document, Order, Page
from hub.publishing.earlier import Earlier, Part
from hub.publishing.frames import Frame, frame_of
from hub.publishing.press import Press
from hub.publishing.shell import Shell, cut
from hub.publishing.taking import Taking
from hub.store import Store

ORDERS = [Order(f"{name}/", "record", name) for name in ("choir", "garden")]


def write(order: Order) -> Page:
    """Write a small page, with a file beside it."""
    beside = (Document(f"{order.address}works.bib", b"@misc{a}"),)
    return Page(
        address=order.address, kind="record", title=order.subject, description="",
        html="<h1>A</h1>", beside=beside,
    )  # fmt: skip


@pytest.fixture
def shells() -> Mapping[Frame, Shell]:
    """Return the shell of these pages."""
    frame = frame_of(write(ORDERS[0]))
    sample = frame.sample(0)
    return {frame: cut(f"<title>{sample.title}</title>{sample.html}", sample)}


def test_what_was_printed_is_told_by_address(shells: Mapping[Frame, Shell], tmp_path: Path) -> None:
    """A part of the site is a page with the files beside it; whoever keeps it has its key."""
    printed = Press(write, shells, tmp_path)([ORDERS[0]])

    assert {"choir/": Part(tuple(printed.lines))} == printed.made
    assert ["choir/index.html", "choir/works.bib"] == [line[66:] for line in printed.lines]


def test_what_was_printed_is_taken_over_by_its_key(
    shells: Mapping[Frame, Shell], tmp_path: Path
) -> None:
    """One that is not as it was made is left to be written."""
    old, new = tmp_path / "old", tmp_path / "new"
    earlier = Earlier(old, Store(tmp_path / "pages.sqlite"), "here")
    printed = Press(write, shells, old)(ORDERS)
    earlier.keep({address: (b"key", part) for address, part in printed.made.items()})
    new.mkdir()
    (old / "garden/index.html").write_bytes(b"changed by hand")
    taken = Taking(earlier, new)([(order, b"key") for order in ORDERS])

    assert printed.lines[:2] == taken.lines
    assert [ORDERS[1]] == taken.left
