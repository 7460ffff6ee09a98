"""The records of a search index: a fragment for each, and the places of its words.

Work for many processes: each takes some of the records, and answers with places that need only be
put one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from hub.publishing import packed, search_fragments
from hub.publishing.packed import LIST
from hub.publishing.search_fragments import Fragment
from hub.publishing.search_reading import Forms, Read
from hub.publishing.search_stubs import OF_TITLES, Numbered, said

Run: TypeAlias = tuple[int, int, int, bytes]
"""On how many pages a word is, the numbers of the first and the last, and the places, packed
without the number of the first."""

_SENTENCE = ("_", ")", "$", "*")
"""What ends a text that Pagefind ends with a full stop, besides letters and digits."""
_PAGE = packed.head(LIST, 3)
"""The begin of what is told of a word on a page: the step to it, and two lists of places."""
_MOST = 1 << 24
"""Words of a record, at most."""

_Place: TypeAlias = tuple[int, int]
"""What a word counts, and its place."""


@dataclass(slots=True)
class Told:
    """What records tell: of each its facets and sorts, its number of words, and a mark.

    `runs` are the places of words on all of them, by number of a key.
    """

    records: list[dict[str, Any]]
    sizes: list[int]
    marks: list[bytes]
    runs: dict[int, Run]

    def add(self, fragment: Fragment, number: int, bundle: Path) -> None:
        """Write the fragment of the next record."""
        written = search_fragments.put(fragment, number, bundle)
        self.records.append(search_fragments.record_in(fragment))
        self.sizes.append(fragment["word_count"])
        self.marks.append(sha256(written).digest())


class Recording:
    """Writes fragments into `bundle`; `code` says in the index that a word is in a title."""

    def __init__(self, bundle: Path, forms: Forms, code: int) -> None:
        """Look at how words are found: see `search_reading`."""
        self._bundle = bundle
        counts = sorted({
            (weight, code) for weight, some in forms.items() for each in some.values()
            for _, code in each
        })  # fmt: skip
        first = {count: number * _MOST for number, count in enumerate(counts)}
        self._kinds = [(counts, code if weight in OF_TITLES else 0) for weight, counts in counts]
        self._forms = {
            weight: {
                word: [(key, first[weight, counts]) for key, counts in each]
                for word, each in some.items()
            }
            for weight, some in forms.items()
        }
        self._known: dict[tuple[int, ...], bytes] = {}

    def __call__(self, some: Sequence[Numbered]) -> Told:
        """Write the fragments of some records, and tell of them."""
        told = Told([], [], [], {})
        pages: defaultdict[int, list[tuple[int, bytes]]] = defaultdict(list)
        for number, address, stub in some:
            title, text, weights, value = said(stub)
            content = " ".join(filter(None, map(_ended, (title, text))))
            fragment = search_fragments.fragment_of(address, " ".join(title), content, value)
            told.add(fragment, number, self._bundle)
            for key, places in self._found(title, text, weights).items():
                pages[key].append((number, self._known.get(places) or self._packed(places)))
        told.runs = {key: _run_of(each) for key, each in pages.items()}
        return told

    def _found(
        self, title: list[str], text: list[str], weights: tuple[str, str]
    ) -> dict[int, tuple[int, ...]]:
        """Return where each key is: places, with the number of what it counts there."""
        found: dict[int, tuple[int, ...]] = {}
        place = 0
        for weight, words in zip(weights, (title, text), strict=True):
            forms = self._forms.get(weight, {})
            for word in words:
                for key, first in forms[word]:
                    if key in found:
                        found[key] += (first + place,)
                    else:
                        found[key] = (first + place,)
                place += 1
        return found

    def _packed(self, places: tuple[int, ...]) -> bytes:
        """Return places as the index tells them: in all that was said, and in the title."""
        all_places, shown = list[_Place](), list[_Place]()
        for each in places:
            kind, place = divmod(each, _MOST)
            code, in_title = self._kinds[kind]
            all_places.append((code, place))
            if in_title:
                shown.append((in_title, place))
        self._known[places] = _steps(all_places) + _steps(shown)
        return self._known[places]


def tell(read: Read, first: int, bundle: Path) -> Told:
    """Write the fragments of hand-written pages, the first of which has a number, and tell."""
    told = Told([], [], [], {})
    for number, fragment in enumerate(read.pages, first):
        told.add(fragment, number, bundle)
    for key, places in read.places.items():
        pages = [
            (first + number, packed.encoded(on_page) + packed.encoded(shown))
            for number, on_page, shown in sorted(places)
        ]
        told.runs[key] = _run_of(pages)
    return told


def _run_of(pages: list[tuple[int, bytes]]) -> Run:
    """Return the places on some pages as one."""
    first = last = pages[0][0]
    parts = [pages[0][1]]
    for number, places in pages[1:]:
        parts += _PAGE, packed.head(0, number - last), places
        last = number
    return len(pages), first, last, b"".join(parts)


def _steps(places: Iterable[_Place]) -> bytes:
    """Return places as steps from one to the next, after what they count."""
    steps = list[int]()
    last_code = last = 0
    for code, place in sorted(places, key=lambda each: (-each[0], each[1])):
        if code != last_code:
            last_code, last = code, 0
            steps.append(code)
        steps.append(place - last)
        last = place
    return packed.encoded(steps)


def _ended(words: list[str]) -> str:
    text = " ".join(words)
    return f"{text}." if text[-1:].isalnum() or text.endswith(_SENTENCE) else text
