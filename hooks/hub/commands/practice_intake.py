"""Rows of a table that become practice examples, or are refused with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hub.commands import acts
from hub.commands.asking import chosen, refuse_personal
from hub.commands.drafts import Draft
from hub.commands.tables import RowError
from hub.commands.taking import Taking
from hub.commands.writing import as_yaml
from hub.examining import today
from hub.loading.slips import slug_of
from hub.model.practice import Confidence, PracticeExample
from hub.model.programmes import ProgrammeStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from hub.model.hub import Hub

_TERMS = {"settings": "settings", "art_forms": "art-forms", "populations": "populations",
          "routes": "referral-routes"}  # fmt: skip
"""Fields with several terms, and their vocabularies."""
_WORDS = ("since", "until", "referral", "innovation", "benefits", "commissioning",
          "personalisation", "contact")  # fmt: skip
FIELDS = ("title", "organisation", "where", "area", "lat", "long", "point_of", "nations", *_TERMS,
          *_WORDS, "state", "as_of", "source", "confidence")  # fmt: skip
"""What a column may be mapped to."""


class PracticeIntake(Taking):
    """Rows of a table as practice examples."""

    def drafts(self, number: int, said: dict[str, str]) -> list[Draft]:  # noqa: ARG002 - imports of signatories look at the number
        """Return the example of a row."""
        for name, text in said.items():
            _read(name, text, _public)
        for name in ("title", "where", "nations"):
            if not said.get(name):
                raise RowError(name, "this is needed")
        path = f"evidence/practice/{slug_of(said['title'])}.yml"
        others = {draft.path for each in self.taken.values() for draft in each}
        if path in self.hub.records or path in others:
            raise RowError("title", f"there is {path} already")
        return [Draft(path, PracticeExample, as_yaml(self._fields(said)))]

    def _fields(self, said: dict[str, str]) -> dict[str, Any]:
        """Return a record's fields: a draft, since nobody but its maker has seen it."""
        hub, links = self.hub, [said.get("source") or said.get("contact")]
        states = {each.value: each.value.replace("-", " ") for each in ProgrammeStatus}
        return {
            "title": said["title"],
            "status": "draft",
            "bodies": [{"named": each} for each in _several(said.get("organisation", ""))],
            "where": {"name": said["where"], **{name: said.get(name) for name in
                      ("area", "lat", "long", "point_of")}},
            "nations": [_read("nations", each, lambda given: acts.find_place(hub, given))
                        for each in _several(said["nations"])],
            **{name: [_term(hub, name, each) for each in _several(said.get(name, ""))]
               for name in _TERMS},
            "progress": {"state": _read("state", said.get("state") or "unknown",
                                        lambda given: chosen(given, states)),
                         "as_of": said.get("as_of")},
            **{name: said.get(name) for name in _WORDS},
            "sources": [each for each in links if each],
            "seen": "the answers to a form",
            "seen_on": today(),
            "confidence": said.get("confidence") or Confidence.LOW.value,
        }  # fmt: skip


def _public(text: str) -> str:
    refuse_personal(text)
    return text


def _several(text: str) -> list[str]:
    """Return what stands between semicolons, or between commas where there are none."""
    parts = text.split(";" if ";" in text else ",")
    return [each.strip() for each in parts if each.strip()]


def _term(hub: Hub, name: str, text: str) -> str:
    return _read(name, text, lambda given: chosen(given, acts.terms(hub, _TERMS[name])))


def _read(name: str, text: str, read: Callable[[str], str]) -> str:
    """Return what `read` makes of a text.

    Raises:
        RowError: It can make nothing of it.
    """
    try:
        found: str = read(text)
    except click.ClickException as error:
        raise RowError(name, error.message) from None
    return found
