"""What a page is written from: its key covers every record that the page looks at."""

import os
import pickle
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from hub.citing.formatting import Formatter
from hub.examining import examine
from hub.model.base import Record
from hub.page import Order
from hub.views import lists, references
from hub.views.inputs import Inputs
from hub.views.published import without_drafts
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import Writer, orders
from tests.reproducible.changing_hub import ChangingHub
from tests.views.small_hub import PlainFormatter

Seen = set[tuple[str, str]]
"""Records by kind and id."""


class Watch:
    """Knows which records were looked at, and which were taken whole into a key.

    An id stands in a key by itself, so that asking for it alone is no look at a record.
    """

    def __init__(self) -> None:
        self.looked: Seen = set()
        self.taken: Seen = set()

    def see(self, record: Record, name: str) -> None:
        """Note that a record was asked for something."""
        if not name.startswith("_") and name not in {"id", "key"}:
            seen = self.taken if name == "said" else self.looked
            seen.add((type(record).__name__, record.id))


def write_practice(root: Path) -> None:
    """Add three practice examples that name each other, an organisation and a summed-up work."""
    key = next(iter(examine(root).hub.summaries.values())).source
    folder = root / "evidence/practice"
    folder.mkdir(exist_ok=True)
    for name, other in (("quay", "ward"), ("ward", "quay"), ("barn", "quay")):
        (folder / f"{name}.yml").write_text(
            f"title: {name}\nwhere: {{name: {name}, places: [northshire]}}\n"
            f"nations: [northshire]\nprogress: {{state: unknown}}\n"
            f"bodies: [{{named: Arts, organisation: midwater-arts}}]\n"
            f"belongs: [{{named: It, practice: {other}, relation: beside it}},\n"
            f"  {{named: Sings, programme: northshire-sings, relation: part of it}}]\n"
            f"evidence: [{{reference: {key}, why: It studies it.}}]\n"
            f"sources: [https://{name}.example/]\nseen: all\nseen_on: 2024-03-01\n"
            f"confidence: high\n",
            "utf-8",
        )


@pytest.fixture
def studio(demo: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Return a studio that has gathered from the whole hub what it gathers once for all pages."""
    monkeypatch.setattr(lists, "LONG", 2)
    monkeypatch.setattr(lists, "EACH", 3)
    monkeypatch.setattr(references, "LARGE", 4)
    hub = ChangingHub(demo, seed=4)
    for _ in range(60):
        hub.change()
    hub.write()
    write_practice(demo)
    made = Studio(without_drafts(examine(demo).hub), PlainFormatter())
    for order in orders(made):
        Writer(made, Settings())(order)
    return made


def fresh(studio: Studio) -> Studio:
    """Return a studio that has gathered as much, and has kept nothing of any page."""
    made = Studio(studio.hub, PlainFormatter())
    vars(made).update(
        (name, value)
        for name, value in vars(studio).items()
        if isinstance(vars(Studio).get(name), cached_property)
    )
    return made


def test_a_key_covers_every_record_that_its_page_looks_at(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of every kind, written one by one under observation, and what finds them."""
    get = Record.__getattribute__
    watches = [Watch()]

    def watched(record: Record, name: str) -> Any:  # noqa: ANN401 - any attribute
        watches[-1].see(record, name)
        return get(record, name)

    ordered, looked = [*orders(studio)], set[str]()
    monkeypatch.setattr(Record, "__getattribute__", watched)
    for order in ordered:
        watches.append(Watch())
        Inputs(fresh(studio), Settings())(order)
        taken = watches[-1].taken
        watches.append(Watch())
        writer = Writer(fresh(studio), Settings())
        writer(order)
        writer.entry(order)

        assert watches[-1].looked <= taken, order
        looked |= {order.view} if watches[-1].looked else set()
    assert {
        "summary",
        "list",
        "works",
        "reference",
        "organisation",
        "organisations",
        "practice",
        "area",
        "questions",
        "signatories",
    } <= looked


def test_a_key_is_the_same_in_another_process(studio: Studio) -> None:
    """Nothing of this process, such as the order of a set, stands in it."""
    # There, lists are as long as ever.
    ordered = [each for each in orders(studio) if each.view in {"summary", "reference"}]
    program = (
        "import pickle, sys; inputs, orders = pickle.load(sys.stdin.buffer);"
        "print([inputs(order).hex() for order in orders])"
    )
    inputs = Inputs(Studio(studio.hub, Formatter()), Settings())
    run = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps((inputs, ordered)),
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE, check=True,
    )  # fmt: skip

    assert f"{[inputs(order).hex() for order in ordered]}\n" == run.stdout.decode()


def test_keys_of_many_pages_are_those_of_each(studio: Studio) -> None:
    """A process that makes all of them says whose each is."""
    ordered, inputs = [*orders(studio)], Inputs(studio, Settings())

    assert {order.address: inputs(order) for order in ordered} == inputs.of(ordered)


def test_a_page_that_nobody_knows_has_no_key(studio: Studio) -> None:
    """A new kind of page says first what it is written from."""
    with pytest.raises(KeyError, match="pictures"):
        Inputs(studio, Settings())(Order("pictures/", "pictures", "x"))
