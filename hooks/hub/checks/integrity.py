"""Integrity: no published text changes, and every signature says which text was signed.

A lock holds the hash of each published text, and a signature the hash of what was signed. A
concordat without `lock.yml` has published nothing with `hub publish` yet; only the hashes that its
signatures carry are then looked at.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.model.concordats import VersionStatus
from hub.model.locks import line_marks
from hub.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.model.locks import Lock, LockedVersion
    from hub.model.signatories import Signatory
    from hub.model.texts import Text


def check_lock(hub: Hub, concordat: Concordat) -> Iterator[Diagnostic]:
    """Yield published texts that were changed, and where lock and list of versions differ."""
    lock = hub.locks.get(concordat.id)
    if lock is None:
        return
    seen = set[str]()
    for position, locked in enumerate(lock.versions):
        span = lock.origin.span(("versions", position, "number"))
        version, text = concordat.find_version(locked.number), None
        if locked.number in seen:
            yield _locked_twice(span, locked)
        elif version is None:
            yield _no_longer_listed(span, locked, concordat)
        else:
            yield from _check_dates(lock, position, version, concordat)
            text = hub.texts.get((concordat.id, locked.number))
        if text and text.sha256 != locked.sha256:
            yield _changed(text, locked, span)
        seen.add(locked.number)
    for position, version in enumerate(concordat.versions):
        if version.number not in seen and version.status is not VersionStatus.DRAFT:
            yield _unlocked(concordat, position, version)


def _locked_twice(span: Span, locked: LockedVersion) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_ID, span=span, message=f"version {locked.number} is locked twice",
        expected="each version once", help="put lock.yml back as it was",
    )  # fmt: skip


def _no_longer_listed(span: Span, locked: LockedVersion, concordat: Concordat) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_VERSION, span=span,
        message=f"version {locked.number} was published, and {concordat.title} lists it no more",
        expected="every published version in `versions` of concordat.yml, for good",
        help="list it again; a version that no longer holds has the status withdrawn",
    )  # fmt: skip


def _check_dates(
    lock: Lock, position: int, version: Version, concordat: Concordat
) -> Iterator[Diagnostic]:
    locked, place = lock.versions[position], concordat.versions.index(version)
    if version.published == locked.published and version.status is not VersionStatus.DRAFT:
        return
    is_draft = version.status is VersionStatus.DRAFT
    said = "a draft" if is_draft else f"published on {version.published}"
    yield Diagnostic(
        code=Code.CONTRADICTION, span=lock.origin.span(("versions", position, "published")),
        message=f"version {locked.number} was locked as published on {locked.published}, "
        f"and concordat.yml calls it {said}",
        expected="the day on which it was published, in both files",
        help="put back what was there when the version was published",
        notes=(Note("the version is listed here",
                    concordat.origin.span(("versions", place, "number"))),),
    )  # fmt: skip


def _changed(text: Text, locked: LockedVersion, span: Span) -> Diagnostic:
    line = _first_changed(text, locked)
    start = text.source.offset(line, 1)
    where = f" on line {line}" if locked.lines else ""
    return Diagnostic(
        code=Code.LOCKED_TEXT_CHANGED,
        span=text.source.span(start, start + max(len(text.source.line(line)), 1)),
        message=f"the text of version {locked.number} was published on {locked.published}, "
        f"and has been changed{where}",
        expected=f"the text whose SHA-256 is {locked.sha256}",
        help=f"put {text.path} back as it was; to change the words, write them to a file of a new "
        "version, list it in concordat.yml, and run `hub publish`",
        notes=(Note("it was locked here", span),),
    )  # fmt: skip


def _first_changed(text: Text, locked: LockedVersion) -> int:
    """Return the first line that is not as it was locked; 1 where lines were not marked."""
    before, now = (locked.lines or "").split(), [*line_marks(text.source.text)]
    if not before:
        return 1
    pairs = enumerate(zip_longest(before, now), start=1)
    return next((min(line, max(len(now), 1)) for line, (was, is_) in pairs if was != is_), 1)


def _unlocked(concordat: Concordat, position: int, version: Version) -> Diagnostic:
    return Diagnostic(
        code=Code.UNLOCKED_VERSION, span=concordat.origin.span(("versions", position, "number")),
        message=f"version {version.number} is called {version.status.value}, and its text is not "
        "locked",
        expected="a lock for every version that is not a draft",
        help=f"run `hub publish {concordat.id} {version.number}`, or call it a draft",
    )  # fmt: skip


def check_signed_text(
    hub: Hub, concordat: Concordat, signatory: Signatory, position: int
) -> Iterator[Diagnostic]:
    """Yield a signature whose hash is missing, or is not that of the version it names."""
    signature = signatory.signatures[position]
    version, number = concordat.find_version(signature.version), signature.version
    text, hashes = hub.texts.get((concordat.id, number)), _hashes(hub, concordat)
    if version is None or text is None or version.status is VersionStatus.DRAFT:
        return
    lock = hub.locks.get(concordat.id)
    is_locked = lock is not None and lock.find(number) is not None
    if signature.text is None:
        if is_locked:
            span = signatory.origin.span(("signatures", position, "version"))
            yield _without_hash(span, number, hashes[number])
    elif signature.text != hashes[number]:
        span = signatory.origin.span(("signatures", position, "text"))
        other = next((each for each in hashes if hashes[each] == signature.text), "")
        if other or is_locked:
            yield _other_text(span, other, hashes[number])
        else:
            yield _signed_text_changed(span, number, text, signature.text)


def _hashes(hub: Hub, concordat: Concordat) -> dict[str, str]:
    """Return the hash of each version: of the locked text, else of the text as it stands."""
    lock, hashes = hub.locks.get(concordat.id), dict[str, str]()
    for version in concordat.versions:
        locked = lock.find(version.number) if lock else None
        text = hub.texts.get((concordat.id, version.number))
        if locked or text:
            hashes[version.number] = locked.sha256 if locked else text.sha256 if text else ""
    return hashes


def _without_hash(span: Span, number: str, sha256: str) -> Diagnostic:
    return Diagnostic(
        code=Code.SIGNATURE_WITHOUT_HASH, span=span,
        message=f"the signature names version {number}, and not the text that was signed",
        expected="`text:` with the SHA-256 of the text that was signed",
        help=f"if it is the text published as {number}, add `text: {sha256}`",
    )  # fmt: skip


def _other_text(span: Span, other: str, expected: str) -> Diagnostic:
    if other:
        said, advice = f"this is the hash of version {other}", f"name version {other}, if it is so"
    else:
        said = "no version of the text here has this hash"
        advice = "compare it with the text that was signed"
    return Diagnostic(
        code=Code.UNKNOWN_HASH, span=span, message=said,
        expected=f"the SHA-256 of the version that is named, {expected}", help=advice,
    )  # fmt: skip


def _signed_text_changed(span: Span, number: str, text: Text, signed: str) -> Diagnostic:
    return Diagnostic(
        code=Code.SIGNED_TEXT_CHANGED, span=span,
        message=f"the text of version {number} is not the text that was signed",
        expected=f"a text whose SHA-256 is {signed}",
        help=f"put {text.path} back as it was; to change the words, publish a new version",
    )  # fmt: skip
