"""The records of a benchmark, as plain values: the hub and its peers are written from the same.

Record i depends on the seed and on i alone, so a small set is the beginning of a large one; only
who cites whom depends on the number of records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.benchmarks.words import Writer

Fields = dict[str, Any]
"""The fields of a record, as its file has them."""

FACETS = {
    "art_forms": "art-forms", "populations": "populations", "life_course": "life-course",
    "conditions": "conditions", "settings": "settings", "referral": "referral-routes",
}  # fmt: skip
"""Fields of a summary and their vocabularies; outcomes are the seventh facet."""
DIRECTIONS = ("benefit", "no-difference", "mixed", "harm")


@dataclass(frozen=True)
class Records:
    """A hub of `number` evidence summaries; vocabularies map a name to the ids of its terms."""

    number: int
    seed: int
    vocabularies: Mapping[str, Sequence[str]]

    def works(self) -> Iterator[Fields]:
        """Yield the references: one for each summary, and half as many that are only cited."""
        for position in range(self.number + self.number // 2):
            yield self.work(position)

    def work(self, position: int) -> Fields:
        """Return the fields of a BibTeX entry, and its `key`."""
        writer = Writer(self.seed, "work", position)
        random, year = writer.random, writer.random.randint(1990, 2025)
        authors = [(writer.name(), writer.initials()) for _ in range(random.randint(2, 7))]
        first = random.randint(1, 900)
        return {
            "key": self.key(position),
            "author": " and ".join(f"{family}, {given}" for family, given in authors),
            "title": f"{writer.rare_words(random.randint(6, 12)).capitalize()} {position}",
            "journal": f"Journal of {writer.rare_words(2).title()}",
            "year": str(year),
            "volume": str(random.randint(1, 60)),
            "number": str(random.randint(1, 12)),
            "pages": f"{first}--{first + random.randint(4, 20)}",
            "doi": f"10.5555/hub.{position}",
            "verified": "2026-01-15",
            "verified-by": "the generator of the benchmark",
        }

    def key(self, position: int) -> str:
        """Return a citation key."""
        return f"Work{position}"

    def summaries(self) -> Iterator[tuple[str, Fields]]:
        """Yield the id and the fields of each summary."""
        for position in range(self.number):
            yield self.summary(position)

    def summary(self, position: int) -> tuple[str, Fields]:
        """Return an evidence summary: 80 words in plain language, 350 of findings and limits."""
        writer = Writer(self.seed, "summary", position)
        random, cited = writer.random, self._cited(position, writer.random)
        title = f"Does {writer.rare_words(2)} help people with {writer.rare_words(2)}?"
        outcomes = some(random, self.vocabularies["outcomes"], 3)
        facets = {
            field: some(random, self.vocabularies[name], 1 + (field == "art_forms"))
            for field, name in FACETS.items()
        }
        fields: Fields = {
            "title": title,
            "source": self.key(position),
            "design": some(random, self.vocabularies["designs"], 1)[0],
            "participants": random.randint(12, 4000),
            "country": [random.choice(("England", "Wales", "Scotland"))],
            "question": {
                "population": writer.text(18),
                "intervention": writer.text(16),
                "comparator": writer.text(8),
                "outcomes": writer.text(10),
            },
            **facets,
            "answer": writer.text(18),
            "plain_summary": writer.plain_text(80),
            "findings": [_finding(writer, each, n == 0) for n, each in enumerate(outcomes)],
            "harms": {"status": "not-stated", "text": writer.text(8)},
            "cost": writer.text(15),
            "equity": writer.text(25),
            "limitations": [writer.text(40, (key,)) for key in cited],
        }
        if position % 5 == 0 and position > 0:
            earlier = self.key(random.randrange(position))
            fields["critiques"] = [{"reference": earlier, "says": writer.text(25)}]
        fields["seen"] = "abstract"
        fields["seen_note"] = writer.text(12)
        fields["reviewed"] = {"on": "2026-01-15", "by": "hub editors", "next": "2027-01-15"}
        return slug(title[5:-1], position), fields

    def _cited(self, position: int, random: Random) -> tuple[str, str, str]:
        """Choose three works: in turn one that is only cited, and two of which a few get most."""
        only_cited = self.number + position % max(self.number // 2, 1)
        others = [int(self.number ** random.random()) - 1 for _ in range(2)]
        return self.key(only_cited), self.key(others[0]), self.key(others[1])


def _finding(writer: Writer, outcome: str, primary: bool) -> Fields:  # noqa: FBT001 - a field
    random = writer.random
    value = random.randint(-90, 90) / 100
    return {
        "outcome": outcome,
        "statement": writer.text(40),
        "direction": random.choice(DIRECTIONS),
        "comparison": "between-groups",
        "primary": "yes" if primary else "no",
        "measure": writer.rare_words(2).capitalize(),
        "time_point": f"{random.randint(4, 52)} weeks",
        "estimate": {
            "statistic": "SMD",
            "value": f"{value:.2f}",
            "ci": [f"{value - 0.25:.2f}", f"{value + 0.25:.2f}"],
            "p": f"0.{random.randint(10, 99)}",
            "note": "made up, and so is the direction",
        },
        "quote": {"text": " ".join(writer.words(14)), "locator": "abstract"},
    }


def slug(title: str, position: int) -> str:
    """Return the id of a record, different for each position."""
    return f"{title.lower().replace(' ', '-')[:60].rstrip('-')}-{position}"


def some(random: Random, terms: Sequence[str], number: int) -> list[str]:
    """Choose terms, the first of a vocabulary far more often than the last."""
    chosen = (int(len(terms) ** random.random()) - 1 for _ in range(4 * number))
    return [terms[place] for place in list(dict.fromkeys(chosen))[:number]]
