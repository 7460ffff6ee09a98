"""The demonstration counted by hand from its files: no code of the hub takes part.

Records are bare text. Places, sectors and steps have the words that readers see.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.demo.generate import TODAY
from tests.site.reading import Records, read_record, read_records

STEPS = {
    "delivered": "Delivered", "under-way": "Under way", "plan": "Plan", "declared": "Declared",
    "lapsed": "Lapsed", "": "No step recorded",
}  # fmt: skip
DIRECT = {"supports", "partly-supports"}
Fields = dict[str, Any]


@dataclass(frozen=True)
class Counted:
    """A concordat of the demonstration, counted."""

    root: Path
    name: str

    @cached_property
    def record(self) -> Fields:
        """The concordat's own record."""
        return read_record(self.root / "concordats" / self.name / "concordat.yml")

    @cached_property
    def signatories(self) -> Records:
        """All who ever signed it."""
        return read_records(self.root / "concordats" / self.name / "signatories")

    @cached_property
    def standing(self) -> Records:
        """Those whose signature was not taken back."""
        return {name: each for name, each in self.signatories.items() if "withdrawn" not in each}

    @cached_property
    def bodies(self) -> Records:
        """The organisations."""
        return read_records(self.root / "evidence" / "organisations")

    @cached_property
    def current(self) -> str:
        """The number of the version in force."""
        (found,) = (each for each in self.record["versions"] if each["status"] == "in-force")
        return str(found["number"])

    def state(self, name: str) -> str:
        """Return where a signatory stands, in the words of the page."""
        if name not in self.standing:
            return "Withdrawn"
        signed = {each["version"] for each in self.signatories[name]["signatures"]}
        return "Current" if self.current in signed else "Not yet reaffirmed"

    def step(self, name: str) -> str:
        """Return the last step of a signatory, in the words of the page."""
        steps = self.signatories[name].get("delivery", [{"stage": ""}])
        return STEPS[steps[-1]["stage"]]

    def sector(self, name: str) -> str:
        """Return the sector of a signatory, in the words of the page."""
        body = self.bodies.get(self.signatories[name].get("organisation", ""))
        return self._sectors[body["sector"]] if body else "Not known"

    def place(self, name: str) -> str:
        """Return the place of a signatory, in the words of the page."""
        record = self.signatories[name]
        where = record.get("place") or self.bodies.get(record.get("organisation", ""), {}).get(
            "place"
        )
        return self._places[where] if where else "Not known"

    def dates(self, name: str) -> list[date]:
        """Return the known days on which somebody signed."""
        signatures = self.signatories[name]["signatures"]
        return [date.fromisoformat(each["signed"]) for each in signatures if "signed" in each]

    def reports(self) -> tuple[Counter[int], Counter[int]]:
        """Return how many reports had fallen due by the day of the demonstration, and came."""
        due, given = Counter[int](), Counter[int]()
        for name, record in self.signatories.items():
            days = self.dates(name)
            gone = date.fromisoformat(record.get("withdrawn", {}).get("on", "9999-12-31"))
            if days and "organisation" in record:
                due.update(
                    year for year in range(days[0].year + 1, TODAY.year + 1)
                    if days[0].replace(year=year) < min(TODAY, gone)
                )  # fmt: skip
            given.update(int(each["year"]) for each in record.get("annual_reports", ()))
        return due, given

    def owing(self) -> int:
        """Return how many owe a report that had fallen due by the day of the demonstration."""
        found = 0
        for name, record in self.signatories.items():
            days = self.dates(name)
            if not days or "organisation" not in record:
                continue
            given = {int(each["year"]) for each in record.get("annual_reports", ())}
            gone = date.fromisoformat(record.get("withdrawn", {}).get("on", "9999-12-31"))
            found += any(
                days[0].replace(year=year) < min(TODAY, gone) and year not in given
                for year in range(days[0].year + 1, TODAY.year + 1)
            )
        return found

    def clauses(self) -> list[str]:
        """Return what can have evidence of its own in the text in force, in order."""
        text = (self.root / "concordats" / self.name / f"{self.current}.md").read_text("utf-8")
        parts = {each.get("heading"): each for each in self.record["parts"]}
        found, part = list[str](), dict[str, Any]()
        for line in re.split(r"\n+", text):
            if line.startswith("## "):
                part = parts[line.removeprefix("## ")]
            elif line == "---":
                part = {} if part is parts.get(None) else parts.get(None, {})
            elif part and (number := re.match(r"(\d+)\. ", line)):
                found.append(f"{part['id']}-{number[1]}")
            elif part and line.startswith("- ") and "bullets" in part:
                used = sum(each.startswith(f"{part['bullets']}-") for each in found)
                found.append(f"{part['bullets']}-{'abcdefgh'[used]}")
            elif part and re.match(r"\w", line):
                found.append(f"{found[-1]}-para" if "heading" in part else part["id"])
        return found

    def coverage(self) -> list[int]:
        """Return how many clauses have direct evidence, none, are not looked at, are challenged."""
        direct = without = unseen = challenged = 0
        for clause in self.clauses():
            basis = self.record["clauses"].get(clause, {})
            relations = {each["relation"] for each in basis.get("evidence", ())}
            direct += bool(relations & DIRECT)
            looked = bool(relations) or "no_direct_evidence" in basis
            without += looked and not relations & DIRECT
            unseen += not looked
            challenged += "challenges" in relations
        return [direct, without, unseen, challenged]

    def behind(self, clause: str) -> dict[str, int]:
        """Return how much bears on a clause, by the words of the page."""
        basis, whole = self.record["clauses"].get(clause, {}), f"{self.name}/{clause}"
        works = Counter(each["relation"] for each in basis.get("evidence", ()))
        lessons = [
            (name, lesson)
            for name, each in read_records(self.root / "evidence" / "programmes").items()
            for lesson in each.get("lessons", ())
            if whole in lesson.get("about", ())
        ]
        acting = {each["programme"] for each in basis.get("programmes", ())}
        here = acting | {name for name, _ in lessons}
        practice = [
            each
            for each in read_records(self.root / "evidence" / "practice").values()
            if any(link["clause"] == whole for link in each.get("clauses", ()))
            or any(link.get("programme") in here for link in each.get("belongs", ()))
        ]
        return {
            "Supports": works["supports"],
            "Partly supports": works["partly-supports"],
            "Challenges": works["challenges"],
            "Gives context": works["contextualises"],
            "Programmes": len(acting),
            "Lessons": len(lessons),
            "Practice": len(practice),
        }

    @cached_property
    def _sectors(self) -> dict[str, str]:
        return self._labels("sectors", "terms")

    @cached_property
    def _places(self) -> dict[str, str]:
        return self._labels("places", "places")

    def _labels(self, vocabulary: str, key: str) -> dict[str, str]:
        record = read_record(self.root / "evidence" / "vocabularies" / f"{vocabulary}.yml")
        return {each["id"]: each["label"] for each in record[key]}
