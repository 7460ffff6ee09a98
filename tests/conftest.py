"""What the tests share: a small fictional hub to change, and what is found wrong with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.examining import examine

DEMO = Path(__file__).parent / "data" / "hub"
"""A whole small hub, entirely fictional and clean."""

Found = list[tuple[str, str]]
"""Diagnostics as `path:line:column` and code."""


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """Return a copy of the fictional hub that a test may change."""
    return Path(shutil.copytree(DEMO, tmp_path / "hub"))


@pytest.fixture
def change(demo: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces the only occurrence of a text in a file of the demo hub."""

    def replace(name: str, old: str, new: str) -> None:
        path = demo / name
        content = path.read_text(encoding="utf-8")
        assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {name}"
        path.write_text(content.replace(old, new), encoding="utf-8")

    return replace


def found(root: Path) -> Found:
    """Return where and what the diagnostics of a hub are, in order."""
    return [(str(each.span), each.code.slug) for each in examine(root).diagnostics]
