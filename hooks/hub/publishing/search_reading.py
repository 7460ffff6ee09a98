"""What Pagefind makes of words: it reads each different word once, and hand-written pages whole.

Where a word is found is for `search_records` to tell; how it is found, by its stem, its parts and
without its accents, is Pagefind's work, and the same as in the browser.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from markupsafe import escape

from hub.publishing import PublishingError, packed, search_fragments
from hub.publishing.search_fragments import Fragment
from hub.publishing.writing import write

Key: TypeAlias = tuple[str, str]
"""What Pagefind finds a word by, and how it is written if that has no accents; or ""."""
Forms: TypeAlias = dict[str, dict[str, list[tuple[int, int]]]]
"""By weight and word as it is written: the number of what finds it, and what it counts then."""
Place: TypeAlias = tuple[int, list[int], list[int]]
"""The number of a page, and where a word is on it and in its metadata, as Pagefind writes that."""

_PATIENCE, _PATIENCE_EACH = 60.0, 0.1
"""Seconds for an index and for each page: many times what is needed, even on a slow machine."""
PAGES, WORDS, FILTERS, SHOWN = 1, 2, 3, 5
"""Which parts of the list in a `.pf_meta` are pairs of a fragment and its number of words, the
first and the last word of a file with its name, pairs of a filter and its file, and the names of
what is shown of a page."""
_FRAGMENT, _INDEX = ".pf_fragment", ".pf_index"
_OF_WORDS, _OF_PAGES = "words", "pages"
"""Folders of what is read."""


@dataclass(slots=True)
class Read:
    """What was read: how words are found, and the fragments of hand-written pages, by address.

    `keys` is by what words are found, and `places` are on those pages, by number of a key; `meta`
    is the list of what the index holds.
    """

    meta: list[Any]
    pages: list[Fragment]
    keys: list[Key] = field(default_factory=list)
    forms: Forms = field(default_factory=dict)
    places: dict[int, list[Place]] = field(default_factory=dict)


def read(
    words: Mapping[str, Sequence[str]], pages: Mapping[str, str], folder: Path, language: str
) -> Read:
    """Have Pagefind read words, by their weight, and pages; its index is `folder`/index.

    Raises:
        PublishingError: Pagefind is missing or failed, or its index is not whole.
        KeyError, TypeError, ValueError: Its index is not of the form that we know.
    """
    for weight, some in words.items():
        text = escape("\n".join(some))
        page = (
            f'<!doctype html><html lang="{escape(language)}"><body data-pagefind-body>'
            f'<p data-pagefind-weight="{weight}">{text}</p></body></html>'
        )
        write(f"site/{_OF_WORDS}/{weight}/index.html", page.encode(), folder)
    for address, page in pages.items():
        write(f"site/{_OF_PAGES}/{address}index.html", page.encode(), folder)
    run(folder / "site", folder / "index", _PATIENCE + _PATIENCE_EACH * len(pages))
    return _read(words, folder / "index")


def unpacked(path: Path) -> bytes:
    """Return what is in a file of Pagefind's, which ends well even when the disk is full.

    Raises:
        PublishingError: It is not whole.
    """
    try:
        return packed.unpacked(path.read_bytes())
    except ValueError as error:
        raise PublishingError(
            f'the search index is not whole: "{path.name}" ({error}); perhaps the disk is full'
        ) from None


def run(site: Path, bundle: Path, patience: float) -> None:
    """Let Pagefind make an index; where it can make no file, it tries again for ever.

    Raises:
        PublishingError: It is missing, failed, or took too long.
    """
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - it may be missing

        done = subprocess.run(
            [get_executable(), "--site", site, "--output-path", bundle,
             "--exclude-selectors", ".headerlink", "--silent"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            errors="replace", timeout=patience, check=False,
        )  # fmt: skip
    except (ImportError, OSError) as error:
        raise PublishingError(f"the search index could not be made: {error}") from None
    except subprocess.TimeoutExpired:
        raise PublishingError(
            f"the search index was not made within {patience:.0f} seconds; perhaps the disk is full"
        ) from None
    if done.returncode != 0:
        raise PublishingError(f"the search index could not be made; Pagefind says:\n{done.stdout}")


def _read(words: Mapping[str, Sequence[str]], index: Path) -> Read:
    [path] = index.glob("*.pf_meta")
    meta: list[Any] = packed.load(unpacked(path))
    weights: dict[int, str] = {}  # by number of a page of words
    pages: dict[int, Fragment] = {}
    for number, (name, _) in enumerate(meta[PAGES]):
        fragment = search_fragments.load(unpacked(index / f"fragment/{name}{_FRAGMENT}"))
        folder, _, address = fragment["url"].removeprefix("/").partition("/")
        if folder == _OF_WORDS:
            weights[number] = address.rstrip("/")
            _see_same(fragment["content"], words[weights[number]])
        else:
            pages[number] = fragment | {"url": f"/{address}"}
    numbers = sorted(pages, key=lambda number: str(pages[number]["url"]))
    found = Read(meta, [pages[number] for number in numbers])
    places = {number: place for place, number in enumerate(numbers)}
    forms = {weight: [list[tuple[int, int]]() for _ in some] for weight, some in words.items()}
    for name in (each[2] for each in meta[WORDS]):
        content: list[Any] = packed.load(unpacked(index / f"index/{name}{_INDEX}"))
        for key, on_pages in _entries(content[0]):
            found.keys.append(key)
            number = 0
            for step, on_page, shown in on_pages:
                number += step
                if number in weights:
                    some = forms[weights[number]]
                    for place, code in _each(on_page):
                        some[place].append((len(found.keys) - 1, code))
                else:
                    of_page = found.places.setdefault(len(found.keys) - 1, [])
                    of_page.append((places[number], on_page, shown))
    for weight, listed in words.items():
        found.forms[weight] = dict(zip(listed, forms[weight], strict=True))
    return found


def _see_same(text: str, words: Sequence[str]) -> None:
    if len(text.split()) != len(words):
        raise ValueError("it reads other words than it was given")


def _entries(words: Iterable[Any]) -> Iterable[tuple[Key, list[Any]]]:
    """Yield by what words are found, with the pages: steps from one to the next, and places."""
    for word, pages, others in words:
        for form, some in [("", pages), *others]:
            yield (word, form), some


def _each(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Yield the places of a word on a page, each with what it counts there."""
    place = code = 0
    for each in places:
        if each < 0:
            place, code = 0, each
        else:
            place += each
            yield place, code
