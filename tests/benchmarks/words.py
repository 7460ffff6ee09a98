"""Made-up words with the frequencies of a real language: for a fixed seed, always the same.

The commonest words are English, so that a search index meets what it leaves out in real texts;
all others are syllables in a row. How often a word comes follows Zipf's law: the one of rank r
comes 1/r as often as the first.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from random import Random

LEXICON_SIZE = 8_000
SEED = 2026
"""Seeds the lexicon, and whatever is asked for no other seed."""

_COMMON = (  # noqa: SIM905 - it reads as text
    "the of and to in a was for with that on as were at by from their not this be had who "
    "people those which more than or group after study weeks between it an all one some most"
).split()
_ONSETS = "b bl br c cr d dr f fl g gr h l m n p pl r s sk sp st t tr v w".split()  # noqa: SIM905
_VOWELS = "a e i o u a e i o u ai ea ou".split()  # noqa: SIM905
_CODAS = ["", "", "", "", "", "", "", "l", "n", "m", "r", "s", "t", "nd"]


class Writer:
    """Writes texts and names from one source of chance."""

    def __init__(self, *seed: object) -> None:
        """Begin at `seed`; equal seeds write equal texts."""
        self.random = Random(" ".join(map(str, seed)))  # noqa: S311 - chance that repeats

    def words(self, number: int) -> list[str]:
        """Return words as often as language uses them."""
        words, weights = _lexicon()
        return self.random.choices(words, cum_weights=weights, k=number)

    def rare_words(self, number: int) -> str:
        """Return words for a title or a name, none of them common."""
        return " ".join(self.random.choices(_lexicon()[0][len(_COMMON) :], k=number))

    def text(self, number: int, citations: tuple[str, ...] = ()) -> str:
        """Return sentences of `number` words; each citation stands at the end of one of them."""
        sentences = []
        while number > 0:
            length = min(self.random.randint(9, 24), number)
            sentences.append(" ".join(self.words(length)).capitalize())
            number -= length
        for place, key in enumerate(citations):
            sentences[place % len(sentences)] += f" [@{key}]"
        return ". ".join(sentences) + "."

    def plain_text(self, number: int) -> str:
        """Return short sentences of `number` words, every second of them common."""
        words = [self.random.choice(_COMMON) if n % 2 else word
                 for n, word in enumerate(self.words(number))]  # fmt: skip
        sentences = (words[start : start + 8] for start in range(0, number, 8))
        return " ".join(f"{' '.join(each).capitalize()}." for each in sentences)

    def name(self) -> str:
        """Return the family name of nobody."""
        return (_word(self.random, 2) + _word(self.random, 1)).capitalize()

    def initials(self) -> str:
        """Return the given names of nobody: Ab C."""
        return f"{_word(self.random, 1).capitalize()} {self.random.choice('ABCDEFGHJKLM')}."


@cache
def _lexicon() -> tuple[list[str], list[float]]:
    """Return the words by rank, and the running sums of their weights."""
    random = Random(SEED)  # noqa: S311 - chance that repeats
    words = dict.fromkeys(_COMMON)
    while len(words) < LEXICON_SIZE:
        words[_word(random, random.choice((2, 2, 2, 3, 3, 4)))] = None
    return list(words), list(accumulate(1 / rank for rank in range(1, LEXICON_SIZE + 1)))


def _word(random: Random, syllables: int) -> str:
    return "".join(
        random.choice(part) for _ in range(syllables) for part in (_ONSETS, _VOWELS, _CODAS)
    )
