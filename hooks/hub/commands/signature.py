"""A signature: what it is made of, asked for or given by options, with the hash of its text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from hub.commands.acts import find_version, terms
from hub.commands.asking import chosen, iso_day
from hub.examining import today
from hub.model.signatories import Capacity

if TYPE_CHECKING:
    from collections.abc import Callable

    from hub.commands.asking import Asker
    from hub.model.concordats import Concordat
    from hub.model.hub import Hub

SOURCE_TITLE = "Recorded at the request of the signatory"
"""What a signature rests on where no public page shows it."""

_OPTIONS = (
    ("version", "The version that is signed; the one in force if not said."),
    ("signed", "When, written 2026-03-01; today if not said."),
    ("date-unknown", "Why the date is not known, in the place of --signed."),
    ("role", "The post of whoever signs, such as Chief Executive; never a name."),
    ("capacity", "organisation (the usual) or personal."),
    ("authority", "What the signature rests on: a term of the authority-kinds vocabulary."),
    ("reference", "The minute or decision, as cited."),
    ("source", "A public page where the signature can be seen."),
    ("source-title", "What that page, or whatever else it can be seen in, is called."),
)


def signature_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that a signature is made of."""
    for name, meaning in reversed(_OPTIONS):
        command = click.option(f"--{name}", help=meaning)(command)
    return command


def signature_fields(hub: Hub, concordat: Concordat, asker: Asker) -> dict[str, Any]:
    """Ask for a signature, and return its fields with the hash of the text that is signed."""
    current = concordat.current.number
    number = asker.text("version", "Version that is signed", current) or current
    text = hub.texts.get((concordat.id, find_version(concordat, number).number))
    capacity = asker.given.get("capacity") or Capacity.ORGANISATION.value
    return {
        "version": number,
        "text": text.sha256 if text else None,
        **_when(asker),
        "by": {"role": asker.text("role", "Post of whoever signs (never a name)", needed=True)},
        "capacity": chosen(capacity, {each.value: each.value for each in Capacity}),
        "authority": _authority(hub, asker),
        "source": _source(asker),
    }


def _when(asker: Asker) -> dict[str, Any]:
    unknown = asker.given.get("date_unknown")
    if unknown and not asker.given.get("signed"):
        return {"date_unknown": asker.text("date_unknown", "")}
    day = asker.text("signed", "Date of signing", today().isoformat(), read=iso_day)
    return {"signed": date.fromisoformat(day)}


def _authority(hub: Hub, asker: Asker) -> dict[str, str]:
    choices = terms(hub, "authority-kinds")
    if not choices and not asker.given.get("authority"):
        return {}
    kind = asker.choice("authority", "What the signature rests on (empty: not said)", choices)
    reference = asker.text("reference", "Minute or decision, as cited") if kind else ""
    return {"kind": kind, "reference": reference} if kind else {}


def _source(asker: Asker) -> dict[str, str]:
    web = asker.text("source", "Public page where the signature can be seen (empty: none)")
    default = "" if web else SOURCE_TITLE
    return {"web": web, "title": asker.text("source_title", "What that is called", default)}
