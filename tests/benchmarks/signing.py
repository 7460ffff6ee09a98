"""The concordat of a benchmark: its clauses, what stands behind them, and who signed it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.records import Fields, Records, slug, some
from tests.benchmarks.words import Writer

PARTS = {"believe": "We believe:", "affirm": "We affirm:", "need": "There is a need to:"}
"""The parts of the text and their headings."""

_RELATIONS = ("supports", "partly-supports", "contextualises", "challenges")
_CLAUSES = 6
_STAGES = ("declared", "plan", "under-way", "delivered")


def signatories(records: Records) -> Iterator[tuple[str, Fields, Fields]]:
    """Yield id, organisation and signatory of each body that signed the concordat."""
    for position in range(records.number // 2):
        writer = Writer(records.seed, "signatory", position)
        random, title = writer.random, f"{writer.rare_words(3).title()} Trust"
        identity = slug(title, position)
        place = random.choice(records.vocabularies["places"])
        sector = some(random, records.vocabularies["sectors"], 1)[0]
        day = f"{random.randint(2021, 2025)}-{random.randint(1, 12):02}-01"
        source = {"web": f"https://signatory-{position}.example/", "seen": "2026-01-15"}
        signature = {
            "version": "1.0",
            "signed": day,
            "by": {"role": "Chief officer"},
            "source": {**source, "title": f"{title}: our commitments"},
        }
        steps = [
            {
                "stage": stage,
                "on": f"2026-0{at}-01",
                "link": f"https://signatory-{position}.example/",
            }
            for at, stage in enumerate(_STAGES[: random.randint(0, len(_STAGES))], start=1)
        ]
        organisation = {"title": title, "sector": sector, "place": place}
        signatory = {"title": title, "organisation": identity, "signatures": [signature]}
        yield identity, organisation, signatory | ({"delivery": steps} if steps else {})


def clauses(records: Records) -> Iterator[tuple[str, int, str, Fields]]:
    """Yield part, number, words and what stands behind it, for each clause."""
    for part in PARTS:
        for number in range(1, _CLAUSES + 1):
            writer = Writer(records.seed, part, number)
            works = sorted({writer.random.randrange(records.number) for _ in range(4)})
            evidence = [
                {
                    "reference": records.key(work),
                    "relation": _RELATIONS[place],
                    "why": writer.text(15),
                }
                for place, work in enumerate(works)
            ]
            basis = {"label": writer.text(6).rstrip("."), "evidence": evidence}
            yield part, number, writer.text(50), basis
