"""The tables of threats are true: their tests and cases exist, and the page shows them."""

import ast
import os
from functools import cache

import pytest

from tests.conftest import REPOSITORY
from tests.supply_chain.threats import TESTS, THREATS, Threat, case_names, cases_of, with_tables

PAGE = REPOSITORY / "docs" / "about" / "security.md"
ROWS = [threat for threats in THREATS.values() for threat in threats]


def of_threat(threat: Threat) -> str:
    """Return a short name for a row."""
    return threat.threat[:40]


@cache
def names_in(file: str) -> frozenset[str]:
    """Return the names of the tests in a file, those in classes as `Class::test`."""
    module = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    functions = [("", each) for each in module.body]
    functions += [
        (f"{each.name}::", inner)
        for each in module.body
        if isinstance(each, ast.ClassDef)
        for inner in each.body
    ]
    return frozenset(
        f"{prefix}{each.name}" for prefix, each in functions if isinstance(each, ast.FunctionDef)
    )


@pytest.mark.parametrize("threat", ROWS, ids=of_threat)
def test_every_test_that_is_named_exists(threat: Threat) -> None:
    """A row names at least one test, and none that is not there."""
    named = [test.partition("::") for test in threat.tests]

    assert named
    assert [] == [(file, name) for file, _, name in named if name not in names_in(file)]


@pytest.mark.parametrize("threat", ROWS, ids=of_threat)
def test_every_pattern_has_a_case(threat: Threat) -> None:
    """A row claims no hostile case that is not there."""
    assert [] == [each for each in threat.cases if not cases_of(threat._replace(cases=(each,)))]


def test_every_hostile_case_belongs_to_a_threat() -> None:
    """No case is without a row that says what it is about."""
    shown = {case for threat in ROWS for case in cases_of(threat)}

    assert set() == {*case_names()} - shown


def test_the_page_shows_the_tables_golden() -> None:
    """The documentation prints what the list says; `make golden` writes it."""
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("HUB_UPDATE_GOLDEN"):
        PAGE.write_text(with_tables(page), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == with_tables(page)
