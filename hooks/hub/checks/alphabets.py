"""Letters of one alphabet that look like those of another, as far as names need it.

Only letters that print the same are listed, from Unicode's table of confusable characters
(https://www.unicode.org/reports/tr39/).
"""

# ruff: noqa: RUF001 - letters that can be mistaken for others are what this module is about

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX", strict=True))
_CYRILLIC |= dict(zip("аеѕіјорсухһԁԛԝҮү", "aesijopcyxhdqwYy", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυικ", "ABEZHIKMNOPTYXavopuik", strict=True))
_ARMENIAN = dict(zip("օոսՏՕԼ", "onuSOL", strict=True))
_LATIN = str.maketrans(_CYRILLIC | _GREEK | _ARMENIAN)
"""The Latin letter that each of them looks like."""

_MIXED = {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"}
_WORD = re.compile(r"[^\W\d_]+")


def looks_like(name: str) -> tuple[str, str, str] | None:
    """Return a word that pretends to be Latin, its alphabet, and the whole name it looks like.

    A word pretends when it mixes alphabets, when all its letters look Latin beside a Latin word,
    or when its letters are Latin in another dress, such as full-width forms.
    """
    words = _WORD.findall(name)
    alphabets = {word: {_alphabet(letter) for letter in word} for word in words}
    has_latin = any(found == {"LATIN"} for found in alphabets.values())
    for word, found in alphabets.items():
        others = sorted(found & _MIXED)
        seems_latin = has_latin and word.translate(_LATIN).isascii()
        if others and ("LATIN" in found or seems_latin):
            return word, others[0].capitalize(), _as_latin(name)
        if "STYLED" in found:
            return word, "styled", _as_latin(name)
    return None


def skeleton(name: str) -> str:
    """Return what is left of a name when case, blanks, accents' coding and dress do not count."""
    return " ".join(_as_latin(name).casefold().split())


def _as_latin(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(_LATIN)


def _alphabet(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    plain = unicodedata.normalize("NFKC", letter)
    if len(plain) == 1 and plain.isascii() and letter not in "ªº":
        return "STYLED"
    return unicodedata.name(letter, "").split(" ")[0]
