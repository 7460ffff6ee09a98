"""Ordered pages as files, and the keys by which the next build takes them over."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hub.page import Document, Order, Page
from hub.publishing.earlier import Earlier
from hub.publishing.frames import Frame, frame_of
from hub.publishing.press import Keys, Press
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


def inputs(order: Order) -> bytes:
    """Return all that a page is written from."""
    return order.subject.encode()


def test_a_page_without_a_key_gets_one_while_it_is_written(
    shells: Mapping[Frame, Shell], tmp_path: Path
) -> None:
    """One that was made to look for an earlier page is kept; nothing else makes another."""
    key = Keys(inputs, b"around")
    printed = Press(write, shells, tmp_path, key)([(ORDERS[0], b""), (ORDERS[1], b"known")])

    assert {"choir/": key(ORDERS[0]), "garden/": b"known"} == {
        address: made_from for address, (made_from, _) in printed.made.items()
    }


def test_a_page_that_nothing_has_a_key_for_is_not_remembered(
    shells: Mapping[Frame, Shell], tmp_path: Path
) -> None:
    """It is written, and the next build writes it again."""
    printed = Press(write, shells, tmp_path)([(ORDERS[0], b"")])

    assert {} == printed.made
    assert ["choir/index.html", "choir/works.bib"] == [line[66:] for line in printed.lines]


def test_a_key_depends_on_all_that_makes_a_page() -> None:
    """What its writer looks at, and what is around it."""
    keys = {
        Keys(find, around)(ORDERS[0])
        for find in (inputs, lambda _: b"other")
        for around in (b"old", b"new")
    }

    assert 4 == len(keys)


def test_what_was_printed_is_taken_over_by_its_key(
    shells: Mapping[Frame, Shell], tmp_path: Path
) -> None:
    """A key made while a page is written is the one that the next build looks for."""
    key, old, new = Keys(inputs, b"around"), tmp_path / "old", tmp_path / "new"
    earlier = Earlier(old, Store(tmp_path / "pages.sqlite"), "here")
    printed = Press(write, shells, old, key)([(order, b"") for order in ORDERS])
    earlier.keep(printed.made)
    new.mkdir()
    (old / "garden/index.html").write_bytes(b"changed by hand")
    taken = Taking(key, earlier, new)(ORDERS)

    assert printed.lines[:2] == taken.lines
    assert [(ORDERS[1], key(ORDERS[1]))] == taken.left
