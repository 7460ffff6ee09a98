"""Issue forms ask what the models ask, in a form that the code host takes."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REPOSITORY
from tests.views.issue_forms import issue_forms

FOLDER = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
MADE = issue_forms()
FILES = sorted({*MADE, "something-is-wrong.yml"})


def read(name: str) -> dict[str, Any]:
    """Return an issue form."""
    form: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return form


@pytest.mark.parametrize("name", MADE)
def test_golden_issue_form(name: str) -> None:
    """Each form is what the models make of it today."""
    if os.environ.get("HUB_UPDATE_GOLDEN") == "1":
        Path(FOLDER, name).write_text(MADE[name], encoding="utf-8")

    assert MADE[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_there_is_a_form_for_each_that_is_no_secret() -> None:
    """A story is not asked for: its consent does not belong into a public issue."""
    assert ["organisation.yml", "practice.yml", "sign.yml", "summary.yml"] == sorted(MADE)
    assert sorted({*FILES, "config.yml"}) == sorted(each.name for each in FOLDER.iterdir())


@pytest.mark.parametrize("name", FILES)
def test_the_host_takes_it(name: str) -> None:
    """Names and labels are there once, ids are plain, and choices are words."""
    form = read(name)
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in asked]
    ids = [each["id"] for each in asked]
    options = [each["attributes"].get("options", ["a"]) for each in asked]

    assert {"name", "description", "body"} <= {*form}
    assert len(form["description"]) <= 200
    assert {"input", "textarea", "dropdown"} >= {each["type"] for each in asked}
    assert (sorted({*labels}), sorted({*ids})) == (sorted(labels), sorted(ids))
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", each) for each in ids)
    assert all(isinstance(one, str) and one for each in options for one in each)
    assert all(len({*each}) == len(each) for each in options)


def test_no_form_asks_for_a_person() -> None:
    """Nobody is asked for a name, an address or a number of their own."""
    asked = " ".join(
        each["attributes"]["label"].lower()
        for name in FILES
        for each in read(name)["body"]
        if each["type"] != "markdown"
    )

    assert not re.search(r"e-?mail|phone|your name|signer", asked)


def test_the_forms_of_the_site_are_named() -> None:
    """Whoever opens an issue is led to them first."""
    links = read("config.yml")["contact_links"]
    site = re.findall(
        r"^site_url: (.*)", (REPOSITORY / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )[0]

    assert [f"{site}contributing/"] == [each["url"] for each in links]
