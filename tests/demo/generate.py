"""Makes the demonstration hub: copies what was written by hand, and adds who signed.

    python -m tests.demo.generate FOLDER

The tables decide what is made, so that anybody can count it; the seed only decides who is who.
Everything is invented.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.demo.names import BODIES, PERSONS, ROLES, TOWNS

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
NATIONAL, LOCAL = "demonstration-national", "demonstration-northshire"
Fields = dict[str, Any]  # Any: YAML
TODAY, CLOCK = date(2026, 1, 31), "1769817600"
"""The day of the demonstration; `make demo` and the tests set SOURCE_DATE_EPOCH to it."""


@dataclass(frozen=True, slots=True)
class Group:
    """So many signatories that signed these versions, all in the same way."""

    many: int
    versions: tuple[str, ...]
    dated: bool = True
    withdrawn: bool = False
    personal: bool = False
    named: bool = False
    body: bool = True


@dataclass(frozen=True, slots=True)
class Version:
    """A version that can be signed."""

    number: str
    published: date
    sha256: str


GROUPS = {
    NATIONAL: (
        Group(104, ("2.0",)),
        Group(40, ("1.0", "1.1", "2.0")),
        Group(20, ("1.1", "2.0"), named=True),
        Group(50, ("1.0",)),
        Group(30, ("1.0", "1.1")),
        Group(14, ("2.0",), dated=False),
        Group(10, ("1.0",), dated=False),
        Group(12, ("1.0", "1.1"), withdrawn=True),
        Group(4, ("2.0",), personal=True),
        Group(6, ("2.0",), personal=True, named=True),
        Group(8, ("2.0",), personal=True, named=True, body=False),
        Group(2, ("1.0",), personal=True, named=True, body=False),
    ),
    LOCAL: (
        Group(30, ("1.0",)),
        Group(6, ("1.0",), dated=False),
        Group(3, ("1.0",), withdrawn=True),
        Group(1, ("1.0",), personal=True, named=True, body=False),
    ),
}
"""Who signed what; 300 for the national text, 40 for the local one."""

DELIVERY = {
    NATIONAL: {"": 96, "declared": 64, "plan": 50, "under-way": 46, "delivered": 28, "lapsed": 16},
    LOCAL: {"": 12, "declared": 8, "plan": 8, "under-way": 6, "delivered": 4, "lapsed": 2},
}
"""How far they came: the last step of so many, "" for none."""

REPORTS = {
    NATIONAL: {"every": 90, "first": 40, "none": 22},
    LOCAL: {"every": 25, "none": 8},
}
"""How many of the bodies that owe reports by then gave every one, the first one, or none."""

PATHS = {
    "": (),
    "declared": ("declared",),
    "plan": ("declared", "plan"),
    "under-way": ("declared", "plan", "under-way"),
    "delivered": ("declared", "plan", "under-way", "delivered"),
    "lapsed": ("declared", "plan", "lapsed"),
}
"""The steps that lead to each last one."""

PLACES = (
    "highshire", "lochmere", "northshire", "midwater", "eastmarsh", "saltfield", "southshire",
    "westcombe", "cwm-enghraifft", "traeth-enghraifft", "lough-example", "middle-example",
    "example-isles", None,
)  # fmt: skip
"""Where bodies work, in turn; some say nothing of it."""

AUTHORITIES = ("board-minute", "partnership-decision", "chief-officer", None)
SEED = 20_251_101


def main(folder: Path) -> None:
    """Write the whole demonstration hub into a folder that is not there yet."""
    leave_out = shutil.ignore_patterns("*.py", "__pycache__")
    shutil.copytree(HERE, folder, ignore=leave_out)
    frame = folder / "mkdocs.yml"
    here = Path(os.path.relpath(REPOSITORY, folder.resolve())).as_posix()
    frame.write_text(frame.read_text("utf-8").replace("../..", here), encoding="utf-8")
    for identity, record in bodies().items():
        _write(folder / "evidence" / "organisations" / f"{identity}.yml", record)
    for concordat, groups in GROUPS.items():
        crowd = Crowd(folder, concordat)
        for group in groups:
            for _ in range(group.many):
                identity, record = crowd.signatory(group)
                signed = folder / "concordats" / concordat / "signatories"
                _write(signed / f"{identity}.yml", record)


def bodies() -> dict[str, Fields]:
    """Return the organisations by id: of every sector in turn, in every place in turn."""
    found: dict[str, Fields] = {}
    for town in TOWNS:
        for sector, kind in BODIES.items():
            number = len(found)
            record: Fields = {"title": f"{town} {kind} (invented)", "sector": sector}
            if place := PLACES[(number * 5) % len(PLACES)]:
                record["place"] = place
            identity = _slug(f"{town} {kind}")
            if number % 3 == 0:
                record["web"] = f"https://{identity}.example/"
            if sector == "voluntary-community-social-enterprise":
                record["charity"] = f"invented-{number:04}"
            found[identity] = record
    return found


class Crowd:
    """Those who sign one concordat: cards of all that the tables ask for, drawn one by one."""

    def __init__(self, folder: Path, concordat: str) -> None:
        """Shuffle the cards; the texts of the concordat are in the folder."""
        self._random = Random(f"{SEED} {concordat}")  # noqa: S311 - nothing here is secret
        self._versions = _versions(folder / "concordats" / concordat)
        self._bodies = bodies()
        self._ids, self._persons = self._shuffled(dict.fromkeys(self._bodies, 1)), list(PERSONS)
        self._stages = self._shuffled(DELIVERY[concordat])
        self._habits = self._shuffled(REPORTS[concordat])

    def signatory(self, group: Group) -> tuple[str, Fields]:
        """Return the id and the record of one more of a group."""
        identity = self._ids.pop() if group.body else ""
        title = self._bodies[identity]["title"] if identity else self._persons.pop()
        name = identity or _slug(title)
        if identity:
            record: Fields = {"title": title, "organisation": identity}
        else:
            record = {"title": title, "place": PLACES[len(self._persons) % 11]}
        record["signatures"] = [
            self._signature(group, self._versions[each], name, title) for each in group.versions
        ]
        if steps := PATHS[self._stages.pop()]:
            record |= self._delivery(steps, self._versions[group.versions[-1]].published, name)
        if identity and (signed := record["signatures"][0].get("signed")):
            record |= self._reports(signed, name)
        if group.withdrawn:
            record["withdrawn"] = {"on": date(2025, 10, self._random.randint(1, 28))}
            if self._random.random() < 0.5:
                record["withdrawn"]["reason"] = "The invented board changed its mind."
        return name, record

    def _shuffled(self, cards: Mapping[str, int]) -> list[str]:
        deck = [name for name, many in cards.items() for _ in range(many)]
        self._random.shuffle(deck)
        return deck

    def _signature(self, group: Group, version: Version, name: str, title: str) -> Fields:
        found: Fields = {"version": version.number, "text": version.sha256}
        if group.dated:
            found["signed"] = version.published + timedelta(days=self._random.randrange(60))
        else:
            found["date_unknown"] = "The invented page names no day."
        signer: Fields = {"role": self._random.choice(ROLES) if group.body else "Resident"}
        if group.named:
            signer["name"] = self._random.choice(PERSONS) if group.body else title
            signer |= {"name_published": True, "name_basis": "invented, so nobody had to be asked"}
        found["by"] = signer
        if group.personal:
            found["capacity"] = "personal"
        elif kind := self._random.choice(AUTHORITIES):
            found["authority"] = {"kind": kind}
        found["source"] = {"web": f"https://{name}.example/signed", "title": "Invented minutes"}
        return found

    def _delivery(self, steps: tuple[str, ...], begun: date, name: str) -> Fields:
        day, taken = begun + timedelta(days=60), []
        for step in steps:
            day += timedelta(days=self._random.randint(1, 20))
            taken.append({"stage": step, "on": day, "link": f"https://{name}.example/{step}"})
        found: Fields = {"statement": f"https://{name}.example/statement", "delivery": taken}
        return found | ({"plan": f"https://{name}.example/plan"} if "plan" in steps else {})

    def _reports(self, signed: date, name: str) -> Fields:
        due = [
            signed.replace(year=year)
            for year in range(signed.year + 1, TODAY.year + 1)
            if signed.replace(year=year) < TODAY
        ]
        if not due:
            return {}
        given = {"every": due, "first": due[:1], "none": []}[self._habits.pop()]
        late = timedelta(days=self._random.randint(-20, 20))
        reports = [
            {"year": day.year, "on": day + late, "link": f"https://{name}.example/{day.year}"}
            for day in given
        ]
        return {"annual_reports": reports} if reports else {}


def _versions(folder: Path) -> dict[str, Version]:
    """Return the versions of a concordat by their numbers."""
    record = yaml.safe_load((folder / "concordat.yml").read_text("utf-8"))
    listed = ((str(each["number"]), each["published"]) for each in record["versions"])
    return {
        number: Version(
            number, published, hashlib.sha256((folder / f"{number}.md").read_bytes()).hexdigest()
        )
        for number, published in listed
    }


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-")


def _write(path: Path, record: Fields) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(record, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
