"""Which organisation somebody means: by id, by any of its names, by an identifier, or nearly."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hub.checks.similar import skeleton
from hub.commands.cite import PLAIN_LETTERS
from hub.loading.layout import MAX_SLUG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hub.model.vocabularies import Organisation

IDENTIFIERS = ("ror", "ods", "charity")
"""The fields that name one body, whatever it is called."""

_LEGAL_FORMS = frozenset({"ltd", "limited", "cic", "cio", "plc", "llp", "the"})
_ALIKE = 0.85
"""From this ratio of common letters on, two words are one word spelt twice: arts and art."""


class Bodies:
    """Organisations that can be found; more may be added while they are."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        """Know these organisations."""
        self._by_id: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._by_identifier: dict[tuple[str, str], str] = {}
        self._by_part: dict[str, dict[str, list[str]]] = {}
        for each in organisations:
            identifiers = {name: getattr(each, name) or "" for name in IDENTIFIERS}
            self.add(each.id, (each.title, *each.aliases), identifiers)

    def add(self, body: str, names: Iterable[str], identifiers: Mapping[str, str]) -> None:
        """Know one more, by its id."""
        self._by_id[body.casefold()] = body
        for name in names:
            self._by_name.setdefault(skeleton(name), body)
            words = _words(name)
            for part, _ in _parts(words):
                self._by_part.setdefault(part, {}).setdefault(body, words)
        for name, value in identifiers.items():
            if value:
                self._by_identifier.setdefault((name, _bare(value)), body)

    def find(self, text: str, identifiers: Mapping[str, str] | None = None) -> str:
        """Return the id of the body that is called so, or has one of the identifiers; else ""."""
        for name, value in (identifiers or {}).items():
            if value and (found := self._by_identifier.get((name, _bare(value)))):
                return found
        return self._by_id.get(text.casefold()) or self._by_name.get(skeleton(text)) or ""

    def near(self, name: str) -> tuple[str, ...]:
        """Return the ids of bodies whose names differ by one word, spelt much alike, at most."""
        words = _words(name)
        found = {
            body: None
            for part, left in _parts(words)
            for body, others in self._by_part.get(part, {}).items()
            if _is_near(left, _rest(others, words))
        }
        return tuple(found)

    def new_id(self, name: str) -> str:
        """Return an id for a new body, made of its name; "" if it has no letter for one."""
        letters = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
        plain = letters.encode("ascii", "ignore").decode().lower().replace("'", "")
        words = re.findall(r"[a-z0-9]+", plain)
        stem = "-".join(words)[: MAX_SLUG - 3].strip("-")
        others = (f"{stem}-{number}" for number in range(2, len(self._by_id) + 3))
        free = (each for each in (stem, *others) if each not in self._by_id)
        return next(free) if stem else ""


def _words(name: str) -> list[str]:
    words = skeleton(name).split()
    return [each for each in words if each not in _LEGAL_FORMS] or words


def _parts(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield a name whole, and without each of its words in turn, with the word that is left."""
    yield " ".join(words), ""
    if len(words) > 1:
        for position, word in enumerate(words):
            yield " ".join([*words[:position], *words[position + 1 :]]), word


def _rest(words: list[str], without: list[str]) -> str:
    left = list(words)
    for word in without:
        if word in left:
            left.remove(word)
    return " ".join(left)


def _is_near(one: str, other: str) -> bool:
    if not (one and other):
        return not (one or other)
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _bare(identifier: str) -> str:
    return re.sub(r"^https?://ror\.org/|\W", "", identifier.strip().lower())
