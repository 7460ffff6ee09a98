"""A small hub that changes at random, as hubs do: records come, go, change, and get other names.

It begins with the fictional hub of the tests and more records around it, so that there are kin,
critiques, withdrawn summaries and works that are cited in every way.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Fields = dict[str, Any]  # of YAML

WORDS = ("choir", "tea", "garden", "winter", "drum", "letter", "harbour", "river", "stage", "mural")
TERMS = {
    "art-forms": {"singing": "Singing", "dance": "Dance", "drawing": "Drawing"},
    "outcomes": {"loneliness": "Loneliness", "wellbeing": "Wellbeing", "sleep": "Sleep"},
}


class ChangingHub:
    """The records of a hub as values; `write` makes files of them."""

    def __init__(self, root: Path, seed: int) -> None:
        """Begin below `root`, which holds the fictional hub, with ten summaries and more works."""
        self.root = root
        self.settings: Fields = {}
        self._chance = random.Random(seed)  # noqa: S311 - not for secrets
        self._made = 0
        self.works = {key: self._work() for key in ("Example2019", "Sample2021", "Loose2022")}
        self.summaries: dict[str, Fields] = {}
        self.docs = {"about/index.md": "# About\n\nIt cites one work [@Example2019].\n"}
        self.terms = {name: dict(labels) for name, labels in TERMS.items()}
        self.why = "The trial found no difference in loneliness."
        self.place = "Northshire"
        self.body, self.role = "Midwater Arts", "Director"
        for _ in range(10):
            self.add_summary()

    def change(self) -> str:
        """Change something, and say what."""
        change = self._chance.choice(CHANGES)
        change(self)
        return change.__name__

    def write(self) -> None:
        """Write the records; what has gone is deleted."""
        evidence, docs = self.root / "evidence", self.root / "docs"
        for path in (*(evidence / "summaries").glob("*.yml"), *docs.rglob("*.md")):
            path.unlink()
        for name, fields in self.summaries.items():
            _dump(evidence / "summaries" / f"{name}.yml", fields)
        for name, labels in self.terms.items():
            terms = [{"id": key, "label": label} for key, label in labels.items()]
            _dump(evidence / "vocabularies" / f"{name}.yml", {"title": name, "terms": terms})
        library = "\n".join(_entry(key, fields) for key, fields in self.works.items())
        (evidence / "references.bib").write_text(library, encoding="utf-8")
        for name, text in self.docs.items():
            (docs / name).parent.mkdir(exist_ok=True)
            (docs / name).write_text(text, encoding="utf-8")
        self._edit("evidence/vocabularies/places.yml", "label", self.place)
        self._edit("concordats/northshire-creative-health/concordat.yml", "why", self.why)
        self._edit("evidence/organisations/midwater-arts.yml", "title", self.body)
        signatory = "concordats/northshire-creative-health/signatories/midwater-arts.yml"
        self._edit(signatory, "role", self.role)

    def _edit(self, name: str, field: str, text: str) -> None:
        """Give a field another text where it stands for the first time."""
        path = self.root / name
        before, found, after = path.read_text("utf-8").partition(f"{field}: ")
        _, _, rest = after.partition("\n")
        path.write_text(f'{before}{found}"{text}"\n{rest}', encoding="utf-8")

    def add_summary(self) -> None:
        """Sum up a work that is new as well."""
        self._made += 1
        source = f"Work{self._made}"
        self.works[source] = self._work()
        self.summaries[f"summary-{self._made}"] = self._summary(source)

    def delete_summary(self) -> None:
        """Delete a summary, and leave the work that it sums up."""
        if len(self.summaries) > 4:
            del self.summaries[self._some(self.summaries)]

    def rename_summary(self) -> None:
        """Give a summary another address."""
        name = self._some(self.summaries)
        self.summaries[f"{name}-again"] = self.summaries.pop(name)

    def edit_summary(self) -> None:
        """Write a summary anew, about the same work."""
        name = self._some(self.summaries)
        self.summaries[name] = self._summary(self.summaries[name]["source"])

    def edit_title(self) -> None:
        """Change the title of a summary, which stands on many pages."""
        self.summaries[self._some(self.summaries)]["title"] = self._words(5)

    def edit_answer(self) -> None:
        """Change the answer of a summary."""
        self.summaries[self._some(self.summaries)]["answer"] = self._words(9)

    def withdraw_summary(self) -> None:
        """Withdraw a summary, make a draft of it, or publish it again."""
        state = self._chance.choice(["withdrawn", "draft", "published"])
        self.summaries[self._some(self.summaries)]["status"] = state

    def edit_work(self) -> None:
        """Change all that is known of a work."""
        self.works[self._some(self.works)] = self._work()

    def correct_work(self) -> None:
        """Have a work be corrected by its publisher."""
        self.works[self._some(self.works)] |= {"status": "corrected", "status-date": "2026-01-02"}

    def add_work(self) -> None:
        """Add a work that nobody cites yet."""
        self._made += 1
        self.works[f"More{self._made}"] = self._work()

    def delete_work(self) -> None:
        """Delete a work that nobody cites."""
        told = str((self.summaries, self.docs, self.why))
        for key in [key for key in self.works if key not in told and key.startswith("More")][:1]:
            del self.works[key]

    def edit_term(self) -> None:
        """Call a term otherwise."""
        terms = self.terms[self._some(self.terms)]
        terms[self._some(terms)] = self._words(2)

    def edit_place(self) -> None:
        """Call a place otherwise."""
        self.place = self._words(2)

    def edit_body(self) -> None:
        """Call an organisation otherwise."""
        self.body = self._words(2)

    def edit_signature(self) -> None:
        """Have somebody else have signed."""
        self.role = self._words(2)

    def edit_concordat(self) -> None:
        """Say otherwise why a work bears on a clause, and cite another one for it."""
        self.why = f"{self._words(6)} [@{self._some(self.works)}]."

    def edit_docs(self) -> None:
        """Write a hand-written page anew, or one more."""
        name = self._chance.choice(["about/index.md", "about/more.md"])
        self.docs[name] = f"# {self._words(2)}\n\n{self._words(8)} [@{self._some(self.works)}].\n"

    def edit_settings(self) -> None:
        """Call the site otherwise."""
        self.settings = {"site_name": self._words(2)}

    def _summary(self, source: str) -> Fields:
        chance, others = self._chance, [key for key in self.works if key != source]
        findings = [
            {"outcome": self._some(self.terms["outcomes"]), "statement": self._prose(),
             "direction": chance.choice(["benefit", "mixed"]), "comparison": "between-groups"}
            for _ in range(chance.randint(1, 3))
        ]  # fmt: skip
        return {
            "title": self._words(5),
            "source": source,
            "companions": chance.sample(others, chance.randint(0, 1)),
            "design": "rct",
            "question": {"population": "Adults", "intervention": self._prose()},
            "places": chance.sample(["northshire"], chance.randint(0, 1)),
            "art_forms": chance.sample([*self.terms["art-forms"]], chance.randint(1, 2)),
            "answer": self._words(8),
            "plain_summary": self._prose(),
            "findings": findings,
            "harms": {"status": "not-stated"},
            "critiques": [
                {"reference": key, "says": self._prose()}
                for key in chance.sample(others, chance.randint(0, 2))
            ],
            "seen": "abstract",
            "seen_note": "The abstract of an invented paper.",
            "reviewed": {"on": "2026-01-15", "by": "test authors"},
        } | ({"cohort": "harbour-people"} if chance.random() < 0.3 else {})  # fmt: skip

    def _work(self) -> Fields:
        chance = self._chance
        return {
            "author": f"{self._words(1).title()}, Ada", "title": self._words(6),
            "journal": f"Journal of {self._words(1)}", "year": str(chance.randint(1990, 2024)),
            "volume": str(chance.randint(1, 40)),
        }  # fmt: skip

    def _prose(self) -> str:
        cited = f" [@{self._some(self.works)}]" if self._chance.random() < 0.5 else ""
        return f"{self._words(9)}{cited}."

    def _words(self, number: int) -> str:
        return " ".join(self._chance.choices(WORDS, k=number)).capitalize()

    def _some(self, names: dict[str, Any]) -> str:
        return self._chance.choice([*names])


CHANGES: list[Callable[[ChangingHub], None]] = [
    ChangingHub.add_summary, ChangingHub.delete_summary, ChangingHub.rename_summary,
    ChangingHub.edit_summary, ChangingHub.edit_title, ChangingHub.edit_answer,
    ChangingHub.withdraw_summary, ChangingHub.edit_work, ChangingHub.correct_work,
    ChangingHub.add_work, ChangingHub.delete_work, ChangingHub.edit_term, ChangingHub.edit_place,
    ChangingHub.edit_body, ChangingHub.edit_signature, ChangingHub.edit_concordat,
    ChangingHub.edit_docs, ChangingHub.edit_settings,
]  # fmt: skip


def _dump(path: Path, fields: Fields) -> None:
    path.write_text(yaml.safe_dump(fields, sort_keys=False), encoding="utf-8")


def _entry(key: str, fields: Fields) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{{key},\n{lines}}}\n"
