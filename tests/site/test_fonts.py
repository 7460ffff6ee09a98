"""Fonts: each letter comes from one file, and the letters of English from a small one."""

import re
from collections import defaultdict
from pathlib import Path

from tests.conftest import REPOSITORY

ASSETS = REPOSITORY / "hooks" / "hub" / "theme" / "assets" / "hub"
FACE = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")

SMALL = 20_000
"""Bytes, for what every page loads of a font."""
ENGLISH = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0£©·×–—‘’“”…"


def letters(face: str) -> set[int]:
    """Return the letters for which a face is asked."""
    listed = face.partition("unicode-range:")[2]
    return {
        each
        for first, last in RANGE.findall(listed)
        for each in range(int(first, 16), int(last or first, 16) + 1)
    }


def faces() -> dict[tuple[str, str], list[tuple[Path, set[int]]]]:
    """Return the files of each family and style, with the letters for which they are asked."""
    found = defaultdict(list)
    for face in FACE.findall((ASSETS / "css" / "typography.css").read_text(encoding="utf-8")):
        (family,) = re.findall(r'font-family: "(.+)";', face)
        (style,) = re.findall(r"font-style: (\w+);", face)
        (path,) = re.findall(r'url\("\.\./([^"]+)"\)', face)
        found[family, style].append((ASSETS / path, letters(face)))
    return found


def test_english_needs_one_small_file_of_each_family() -> None:
    """Upright, of any weight; the others are fetched for other letters alone."""
    for (_, style), files in faces().items():
        if style == "normal":
            (path,) = [path for path, known in files if known & set(map(ord, ENGLISH))]

            assert set(map(ord, ENGLISH)) <= dict(files)[path]
            assert path.stat().st_size < SMALL


def test_letters_of_a_small_file_are_asked_of_no_other() -> None:
    """A browser that has them fetches no second file for a plain English page."""
    for files in faces().values():
        small = [(path, known) for path, known in files if "basic" in path.name]

        assert [set()] * len(small) == [
            own & set().union(*(known for other, known in files if other != path))
            for path, own in small
        ]


def test_every_font_is_asked_for() -> None:
    """None is shipped that no style sheet names."""
    named = {path for files in faces().values() for path, _ in files}

    assert set((ASSETS / "fonts").glob("*.woff2")) == named
