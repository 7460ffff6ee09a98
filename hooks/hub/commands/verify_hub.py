"""Verify a whole hub: its locks, the hashes in its signatures, and SSH signatures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hub import reporters
from hub.codes import Code, Severity
from hub.commands.findings import Finding, State
from hub.commands.ssh_signatures import verify
from hub.examining import examine
from hub.loading.layout import RecordFile
from hub.loading.records import read_record
from hub.model.concordats import VersionStatus
from hub.model.locks import Lock
from hub.model.signature_records import canonical, signature_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hub.diagnostics import Diagnostic
    from hub.model.concordats import Concordat
    from hub.model.hub import Hub

_ABOUT_SIGNATURES = frozenset({
    Code.UNKNOWN_VERSION, Code.SIGNED_BEFORE_PUBLISHED, Code.FUTURE_DATE, Code.SIGNED_TWICE,
    Code.SIGNED_TEXT_CHANGED, Code.SIGNATURE_WITHOUT_HASH, Code.UNKNOWN_HASH,
    Code.LOCKED_TEXT_CHANGED, Code.UNLOCKED_VERSION, Code.NOT_CANONICAL,
})  # fmt: skip
"""Faults of texts and signatures; of others, `hub check` speaks."""


def findings(root: Path, allowed: Path | None, kept: Sequence[Path]) -> Iterator[Finding]:
    """Yield what was found in the hub at `root`."""
    examined = examine(root)
    hub, faults = examined.hub, [*filter(_is_ours, examined.diagnostics)]
    for fault in faults:
        yield Finding(State.FAILS, reporters.text([fault], examined.sources).strip())
    for concordat in hub.concordats.values():
        yield from _texts(hub, concordat, faults)
        yield from _signatures(hub, concordat)
    for path in kept:
        yield from _as_kept(hub, path)
    yield from _ssh(hub, allowed)


def _is_ours(fault: Diagnostic) -> bool:
    within = fault.span.path.startswith("concordats/") and fault.weight is Severity.ERROR
    is_lock = fault.span.path.endswith("/lock.yml")
    return within and (is_lock or fault.code in _ABOUT_SIGNATURES)


def _texts(hub: Hub, concordat: Concordat, faults: Sequence[Diagnostic]) -> Iterator[Finding]:
    published = [each for each in concordat.versions if each.status is not VersionStatus.DRAFT]
    lock = hub.locks.get(concordat.id)
    if lock is None and published:
        advice = f"run `hub publish {concordat.id} {published[0].number}`"
        says = f"no published text of {concordat.id} is locked, so none can be verified; {advice}"
        yield Finding(State.FAILS, says)
        return
    changed = {each.span.path for each in faults if each.code is Code.LOCKED_TEXT_CHANGED}
    for version in published:
        text, locked = hub.texts.get((concordat.id, version.number)), None
        locked = lock.find(version.number) if lock else None
        if text and locked and text.path not in changed:
            says = f"{text.path} is as it was published on {locked.published}: {locked.sha256}"
            yield Finding(State.HOLDS, says)


def _signatures(hub: Hub, concordat: Concordat) -> Iterator[Finding]:
    known = {
        version.number: text.sha256
        for version in concordat.versions
        if (text := hub.texts.get((concordat.id, version.number)))
    }
    found = Counter[bool | None]()
    for signatory in hub.signatories.get(concordat.id, ()):
        for signature in signatory.signatures:
            is_named = known.get(signature.version) == signature.text
            found[is_named if signature.text else None] += 1
    if found[True]:
        says = f"{found[True]} of {found.total()} signatures of {concordat.id} name the hash of "
        yield Finding(State.HOLDS, f"{says}the version that they are for")
    if found[None]:
        says = f"{found[None]} signatures of {concordat.id} name a version and no hash"
        yield Finding(State.UNCHECKED, says)


def _as_kept(hub: Hub, path: Path) -> Iterator[Finding]:
    """Yield whether the texts in a lock that somebody kept are locked here in the same way."""
    result, record = read_record(path.parent, RecordFile(path.name, "kept", Lock))
    if not isinstance(record, Lock):
        message = "; ".join(each.message for each in result.diagnostics)
        yield Finding(State.FAILS, f"{path.name} cannot be read as a lock: {message}")
        return
    now = {
        (each.number, each.sha256) for lock in hub.locks.values() for each in lock.versions
    }  # fmt: skip
    for locked in record.versions:
        says = f"version {locked.number} in {path.name}, {locked.sha256}"
        if (locked.number, locked.sha256) in now:
            yield Finding(State.HOLDS, f"{says}, is still locked with this hash")
        else:
            yield Finding(State.FAILS, f"{says}, is no longer locked with this hash")


def _ssh(hub: Hub, allowed: Path | None) -> Iterator[Finding]:
    for concordat, signatory in hub.all_signatories():
        for signature in signatory.signatures:
            if signature.ssh_signature is None:
                continue
            record = canonical(signature_record(concordat, signatory, signature))
            verdict = verify(record, signature.ssh_signature, signatory.id, allowed)
            state = {True: State.HOLDS, False: State.FAILS, None: State.UNCHECKED}[verdict.holds]
            says = f"the SSH signature of {signatory.id} on {concordat.id} {signature.version}"
            yield Finding(state, f"{says}: {verdict.why}")
