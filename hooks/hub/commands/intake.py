"""Rows of a table that become signatories, or are refused with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hub.commands import acts
from hub.commands.asking import Asker
from hub.commands.bodies import IDENTIFIERS, Bodies
from hub.commands.drafts import Draft
from hub.commands.signature import signature_fields
from hub.commands.tables import RowError
from hub.commands.taking import Taking
from hub.commands.writing import as_yaml
from hub.diagnostics import any_of
from hub.model.signatories import Signatory
from hub.model.vocabularies import Organisation

if TYPE_CHECKING:
    from collections.abc import Collection

    from hub.model.concordats import Concordat

FIELDS = (
    "organisation", "sector", "place", "web", *IDENTIFIERS, "version", "signed", "date_unknown",
    "role", "capacity", "authority", "reference", "source", "source_title", "statement", "plan",
)  # fmt: skip
"""What a column may be mapped to."""

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*")
_OTHER = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})( .*)?")


@dataclass
class Intake(Taking):
    """Rows of a table as signatories of one concordat, and the organisations that are new."""

    concordat: Concordat
    dates: str
    distinct: Collection[str]
    _rows: dict[str, int] = field(default_factory=dict, init=False)
    _bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self._bodies = Bodies(self.hub.organisations.values())

    def drafts(self, number: int, said: dict[str, str]) -> list[Draft]:
        """Return the signatory of a row, after its organisation if the hub knows none."""
        asker = Asker(self._with_date(said), is_quiet=True)
        name = asker.text("organisation", "", needed=True)
        identifiers = {each: said.get(each, "") for each in IDENTIFIERS}
        body = self._bodies.find(name, identifiers)
        drafts = [] if body else [self._organisation(asker, name, identifiers)]
        body = body or drafts[0].id
        self._refuse_second(number, body)
        fields = {
            "title": name if drafts else self._title(body, name),
            "organisation": body,
            "statement": asker.text("statement", ""),
            "plan": asker.text("plan", ""),
            "signatures": [signature_fields(self.hub, self.concordat, asker)],
        }
        path = acts.signatory_path(self.concordat, body)
        drafts.append(Draft(path, Signatory, as_yaml(fields)))
        self._rows[body] = number
        if len(drafts) > 1:
            self._bodies.add(body, [name], identifiers)
        return drafts

    def _title(self, body: str, name: str) -> str:
        known = self.hub.organisations.get(body)
        return known.title if known else name

    def _organisation(self, asker: Asker, name: str, identifiers: dict[str, str]) -> Draft:
        if (near := self._bodies.near(name)) and name not in self.distinct:
            raise RowError("organisation", f'"{name}" may be {any_of(near)}; write that id in the '
                           f'cell, or say --distinct "{name}"')  # fmt: skip
        body = self._bodies.new_id(name)
        if not (asker.given.get("sector") and body):
            raise RowError("organisation", f'the hub knows no organisation "{name}"; '
                           "with a sector, it would be added")  # fmt: skip
        fields = acts.organisation_fields(self.hub, asker, name) | identifiers
        return Draft(acts.organisation_path(body), Organisation, as_yaml(fields))

    def _refuse_second(self, number: int, body: str) -> None:
        if (row := self._rows.get(body)) and row != number:
            raise RowError("organisation", f'row {row} is "{body}" already')
        for each in self.hub.signatories.get(self.concordat.id, ()):
            if each.organisation == body:
                raise RowError("organisation", f"{each.title} has signed already; "
                               "for another version: hub reaffirm")  # fmt: skip

    def _with_date(self, said: dict[str, str]) -> dict[str, str]:
        """Return what a row says, with its date in ISO's form.

        Raises:
            RowError: It has no date, and does not say why.
        """
        text = said.get("signed", "")
        if not text and not said.get("date_unknown"):
            raise RowError("signed", "there is no date; where none is known, say why with "
                           '--set date_unknown="..."')  # fmt: skip
        if match := _ISO.fullmatch(text):
            return {**said, "signed": match[1]}
        if self.dates != "iso" and (match := _OTHER.fullmatch(text)):
            first, second = (each.zfill(2) for each in match.group(1, 2))
            day, month = (first, second) if self.dates == "day-first" else (second, first)
            return {**said, "signed": f"{match[3]}-{month}-{day}"}
        return said
