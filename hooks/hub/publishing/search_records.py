"""The records of a search index: a fragment for each, and the places of its words.

Work for many processes: each takes some of the records, and answers with places that need only be
put one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from hub.publishing import packed, search_fragments
from hub.publishing.search_fragments import Fragment, Values
from hub.publishing.search_reading import MOST, Forms, Place, Read, counting
from hub.publishing.search_runs import Run, Runs, Stretch, page_after, runs_of
from hub.publishing.search_stubs import Numbered, said

_SENTENCE = ("_", ")", "$", "*")
"""What ends a text that Pagefind ends with a full stop, besides letters and digits."""
_PLACE = 40
"""Bits of a number that tell kind and place; those above them tell the page."""
_OF_PAGE = (1 << _PLACE) - 1


@dataclass(slots=True)
class Told:
    """What records tell: of each its number of words, a mark, and the line of its file.

    `values` are the facets and sorts of all of them; `runs` are the places of words, for each
    stretch.
    """

    sizes: list[int] = field(default_factory=list)
    marks: list[bytes] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    values: Values = field(default_factory=search_fragments.no_values)
    runs: list[Runs] = field(default_factory=list)

    def add(self, fragment: Fragment, number: int, bundle: Path) -> None:
        """Write the fragment of the next record."""
        written, line = search_fragments.put(fragment, number, bundle)
        search_fragments.learn(self.values, fragment, number)
        self.sizes.append(fragment["word_count"])
        self.marks.append(sha256(written).digest())
        self.lines.append(line)


@dataclass(slots=True)
class Recording:
    """Writes fragments into `bundle`; `code` says in the index that a word is in a title."""

    bundle: Path
    forms: Forms
    code: int
    cut: Sequence[Stretch]
    _known: _Known = field(init=False)

    def __post_init__(self) -> None:
        """Know no places yet."""
        self._known = _Known(self.code)

    def __call__(self, some: Sequence[Numbered]) -> Told:
        """Write the fragments of some records, and tell of them."""
        told = Told()
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, address, stub in some:
            title, text, weights, value = said(stub)
            content = " ".join(filter(None, map(_ended, (title, text))))
            fragment = search_fragments.fragment_of(address, " ".join(title), content, value)
            told.add(fragment, number, self.bundle)
            start = number << _PLACE
            for weight, words in zip(weights, (title, text), strict=True):
                forms = self.forms.get(weight, {})
                for place, word in enumerate(words, start):
                    for key, first in forms[word]:
                        found[key].append(first + place)
                start += len(words)
        told.runs = runs_of(found, lambda key: self._run(found[key]), self.cut)
        return told

    def _run(self, found: Sequence[int]) -> Run:
        """Return where a word is; each of `found` tells page, kind and place at once."""
        last, parts, known = -1, list[bytes](), self._known
        places: tuple[int, ...] = ()
        for each in found:
            page, place = each >> _PLACE, each & _OF_PAGE
            if page == last:
                places += (place,)
            else:
                parts += known[places], page_after(page - last)
                places, last = (place,), page
        parts.append(known[places])
        # Before the first page there is nothing, and the step to it is told later.
        return len(parts) // 2, found[0] >> _PLACE, last, b"".join(parts[2:])


class _Known(dict[tuple[int, ...], bytes]):
    """Places of a word on a page, as the index tells them.

    They are in all that was said, and in the title: steps from one to the next, after what they
    count.
    """

    def __init__(self, code: int) -> None:
        """`code` says that places are in a title."""
        self._code = code

    def __missing__(self, places: tuple[int, ...]) -> bytes:
        steps, shown = list[int](), list[int]()
        last_code = last = 0
        for each in sorted(places):
            kind, place = divmod(each, MOST)
            code, in_title = counting(kind)
            if code != last_code:
                last_code, last = code, 0
                steps.append(code)
            steps.append(place - last)
            last = place
            if in_title:
                shown.append(place)
        if shown:
            shown = [self._code, *(b - a for a, b in pairwise([0, *sorted(shown)]))]
        self[places] = packed.encoded(steps) + packed.encoded(shown)
        return self[places]


def tell(read: Read, first: int, bundle: Path, cut: Sequence[Stretch]) -> Told:
    """Write the fragments of hand-written pages, the first of which has a number, and tell."""
    told = Told()
    for number, fragment in enumerate(read.pages, first):
        told.add(fragment, number, bundle)
    told.runs = runs_of(read.places, lambda key: _run(sorted(read.places[key]), first), cut)
    return told


def _run(places: Sequence[Place], first: int) -> Run:
    """Return where a word is on hand-written pages, the first of which has a number."""
    parts, last = list[bytes](), -1
    for page, on_page, shown in places:
        parts += page_after(page - last), packed.encoded(on_page), packed.encoded(shown)
        last = page
    return len(places), first + places[0][0], first + last, b"".join(parts[1:])


def _ended(words: list[str]) -> str:
    text = " ".join(words)
    return f"{text}." if text[-1:].isalnum() or text.endswith(_SENTENCE) else text
