"""Verify one downloaded record of a signature, against a hub or against the text itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hub.commands.findings import Finding, State
from hub.commands.ssh_signatures import verify
from hub.examining import examine
from hub.model.locks import fingerprint
from hub.model.signature_records import FORMAT, canonical, signature_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hub.model.hub import Hub

_MAX_BYTES = 100_000


def findings(
    path: Path, text: Path | None, root: Path | None, allowed: Path | None
) -> Iterator[Finding]:
    """Yield what was found of the record at `path`; one of `text` and `root` is given."""
    content = path.read_bytes()[:_MAX_BYTES]
    record = _read(content)
    if record is None:
        says = f'{path.name} is not the record of a signature ("format": "{FORMAT}")'
        yield Finding(State.FAILS, says)
        return
    if content != canonical(record):
        says = f"{path.name} is not written as the site writes it, so it was changed after that"
        yield Finding(State.FAILS, says)
    if text:
        yield _against_text(record, text)
    elif root:
        yield from _against_hub(record, examine(root).hub)
    yield from _ssh(path, record, content, allowed)


def _read(content: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(content)
    except (UnicodeDecodeError, ValueError, RecursionError):
        return None
    is_one = isinstance(record, dict) and record.get("format") == FORMAT
    return record if is_one else None


def _against_text(record: dict[str, Any], path: Path) -> Finding:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return Finding(State.FAILS, f"{path.name} is not UTF-8 text, so it is not what was signed")
    signed, given = record.get("text_sha256"), fingerprint(text)
    if signed is None:
        return Finding(State.UNCHECKED, "the record names no hash of the text")
    if signed == given:
        return Finding(State.HOLDS, f"{path.name} is the text that was signed: {given}")
    if signed == fingerprint(text.replace("\r\n", "\n")):
        says = f"{path.name} is the text that was signed; only its line ends are those of Windows"
        return Finding(State.HOLDS, says)
    says = f"{path.name} is not the text that was signed: its hash is {given}, "
    return Finding(State.FAILS, f"{says}and the record names {_shown(signed)}")


def _against_hub(record: dict[str, Any], hub: Hub) -> Iterator[Finding]:
    concordat, number = _shown(record.get("concordat")), _shown(record.get("version"))
    text = hub.texts.get((concordat, number))
    if text is None:
        yield Finding(State.FAILS, f"this hub has no version {number} of a concordat {concordat}")
        return
    signed = record.get("text_sha256")
    if signed is None:
        yield Finding(State.UNCHECKED, "the record names no hash of the text")
    elif signed == text.sha256:
        yield Finding(State.HOLDS, f"{text.path} is the text that was signed: {text.sha256}")
    else:
        says = f"{text.path} is not the text that was signed: its hash is {text.sha256}, "
        yield Finding(State.FAILS, f"{says}and the record names {_shown(signed)}")
    yield _listed(record, hub, concordat)


def _listed(record: dict[str, Any], hub: Hub, concordat: str) -> Finding:
    name = _shown(record.get("signatory"))
    found = next((each for each in hub.signatories.get(concordat, ()) if each.id == name), None)
    if found is None:
        return Finding(State.FAILS, f"this hub lists no signatory {name} of {concordat}")
    records = [
        signature_record(hub.concordats[concordat], found, each) for each in found.signatures
    ]
    if record not in records:
        return Finding(State.FAILS, f"what this hub records of {name} differs from the record")
    withdrawn = f"; it was withdrawn on {found.withdrawn.on}" if found.withdrawn else ""
    return Finding(State.HOLDS, f"this hub lists this very signature of {name}{withdrawn}")


def _ssh(
    path: Path, record: dict[str, Any], content: bytes, allowed: Path | None
) -> Iterator[Finding]:
    beside = path.with_name(f"{path.name}.sig")
    if not beside.is_file():
        if allowed:
            says = f"there is no SSH signature beside the record ({beside.name})"
            yield Finding(State.UNCHECKED, says)
        return
    signature = beside.read_text(encoding="ascii", errors="replace")[:_MAX_BYTES]
    verdict = verify(content, signature, _shown(record.get("signatory")), allowed)
    state = {True: State.HOLDS, False: State.FAILS, None: State.UNCHECKED}[verdict.holds]
    yield Finding(state, f"the SSH signature {beside.name}: {verdict.why}")


def _shown(value: object) -> str:
    """Return what a record says, fit to be printed: it may hold anything."""
    return "".join(each for each in str(value) if each.isprintable())[:100]
