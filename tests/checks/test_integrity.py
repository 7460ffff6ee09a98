"""Published texts and signatures: every fault is found where it stands, and nothing else is."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.checks.integrity import check_lock
from hub.diagnostics import Diagnostic
from hub.examining import examine
from hub.loading.concordat_text import parse_text
from hub.model.hub import Hub
from hub.model.locks import Lock
from hub.source import SourceText
from tests.conftest import found
from tests.views.small_concordat import concordat
from tests.views.small_hub import placed

FOLDER = "concordats/northshire-creative-health/"
TEXT, LOCK, RECORD = f"{FOLDER}1.0.md", f"{FOLDER}lock.yml", f"{FOLDER}concordat.yml"
SIGNATORY = f"{FOLDER}signatories/midwater-arts.yml"
VERSION = '  - number: "1.0"\n    published: 2023-03-01\n    status: in-force\n'
SIGNED = '  - version: "1.0"\n    signed: 2023-03-01\n'
SECOND = '  - number: "1.1"\n    published: 2024-03-01\n    status: in-force\n'

Change = Callable[[str, str, str], None]


def sha256(root: Path, name: str = TEXT) -> str:
    """Return what `sha256sum` prints of a file."""
    return hashlib.sha256((root / name).read_bytes()).hexdigest()


@pytest.fixture
def locked(demo: Path, change: Change) -> Path:
    """Return the fictional hub with its text locked, and its signature naming the hash."""
    entry = f'  - number: "1.0"\n    sha256: {sha256(demo)}\n    published: 2023-03-01\n'
    (demo / LOCK).write_text(f"versions:\n{entry}", encoding="utf-8")
    change(SIGNATORY, SIGNED, f"{SIGNED}    text: {sha256(demo)}\n")
    return demo


def codes(root: Path) -> list[tuple[str, str]]:
    """Return what is wrong with a hub: the file and the code."""
    return [(place.split(":")[0], code) for place, code in found(root)]


def test_a_locked_text_that_is_as_it_was_is_clean(locked: Path) -> None:
    """A lock and a signature that fit the text give nothing to say."""
    assert [] == found(locked)


def test_one_changed_letter_stops_the_hub(locked: Path, change: Change) -> None:
    """The text is blamed, once, and the signatures under it are not."""
    change(TEXT, "good company", "good Company")

    [fault] = examine(locked).diagnostics
    assert ("locked-text-changed", "error", TEXT) == (
        fault.code.slug, fault.weight.value, fault.span.path,
    )  # fmt: skip
    assert "of a new version" in fault.help
    assert "hub publish" in fault.help


def test_line_ends_alone_are_accepted_and_said_why(locked: Path) -> None:
    """A checkout with the line ends of Windows is the same text; a notice says so."""
    text = (locked / TEXT).read_bytes()
    (locked / TEXT).write_bytes(text.replace(b"\n", b"\r\n"))

    examined = examine(locked)
    [notice] = examined.diagnostics
    assert ("not-canonical", "notice") == (notice.code.slug, notice.weight.value)
    assert "every word is as it was published" in notice.message
    assert text.decode() == examined.hub.texts["northshire-creative-health", "1.0"].source.text


def test_line_ends_and_a_letter_are_not_accepted(locked: Path, change: Change) -> None:
    """Other line ends cannot hide a changed word."""
    change(TEXT, "Listen.", "Glisten.")
    text = (locked / TEXT).read_bytes()
    (locked / TEXT).write_bytes(text.replace(b"\n", b"\r\n"))

    assert [(TEXT, "locked-text-changed"), (TEXT, "not-canonical")] == sorted(codes(locked))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    text: {}\n", "", "signature-without-hash"),
        ("    text: {}\n", f"    text: {'0' * 64}\n", "unknown-hash"),
        ('version: "1.0"', 'version: "1.7"', "unknown-version"),
        ("signed: 2023-03-01", "signed: 2023-02-28", "signed-before-published"),
        ("signed: 2023-03-01", "signed: 2999-03-01", "future-date"),
    ],
    ids=["no hash", "hash of no version", "unknown version", "too early", "in the future"],
)  # fmt: skip
def test_a_signature_that_cannot_be_right_is_refused(
    locked: Path, change: Change, old: str, new: str, code: str
) -> None:
    """Each fault of a signature is told at the signatory's file, and alone."""
    change(SIGNATORY, old.format(sha256(locked)), new)

    assert [(SIGNATORY, code)] == codes(locked)


def test_a_version_signed_twice_is_refused(locked: Path, change: Change) -> None:
    """One file holds one signature of a version."""
    signature = f"{SIGNED}    text: {sha256(locked)}\n"
    again = f"{signature}    source:\n      web: https://midwater-arts.example/\n"
    change(SIGNATORY, signature, again + signature)

    assert [(SIGNATORY, "signed-twice")] == codes(locked)


def test_a_hash_of_another_version_is_named(locked: Path, change: Change) -> None:
    """A signature with the hash of 1.1 under the number 1.0 is told whose hash it is."""
    (locked / f"{FOLDER}1.1.md").write_bytes((locked / TEXT).read_bytes().replace(b"tea", b"milk"))
    change(RECORD, VERSION, f"{VERSION}{SECOND}")
    other = sha256(locked, f"{FOLDER}1.1.md")
    lock = (locked / LOCK).read_text(encoding="utf-8")
    entry = f'  - number: "1.1"\n    sha256: {other}\n    published: 2024-03-01\n'
    (locked / LOCK).write_text(lock + entry, encoding="utf-8")
    change(SIGNATORY, sha256(locked), other)

    [fault] = examine(locked).diagnostics
    assert "this is the hash of version 1.1" == fault.message


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ((LOCK, 'number: "1.0"', 'number: "0.9"'), "unknown-version"),
        ((LOCK, "published: 2023-03-01", "published: 2023-03-02"), "contradiction"),
        ((RECORD, "status: in-force", "status: draft"), "contradiction"),
    ],
    ids=["a version that is no longer listed", "another date", "a draft once more"],
)  # fmt: skip
def test_a_lock_and_the_list_of_versions_must_agree(
    locked: Path, change: Change, changed: tuple[str, str, str], code: str
) -> None:
    """What was published stays listed, under its day, and never becomes a draft again."""
    change(*changed)

    assert (LOCK, code) in codes(locked)


def test_a_published_version_is_locked(locked: Path) -> None:
    """Where a lock is kept, every published version stands in it."""
    (locked / LOCK).write_text("versions: []\n", encoding="utf-8")

    assert [(RECORD, "unlocked-version")] == codes(locked)


LINES = st.lists(
    st.text(st.characters(whitelist_categories=["L", "N", "P", "Zs"]), max_size=12),
    min_size=1, max_size=8,
)  # fmt: skip


def lock_of(text: str) -> Lock:
    """Return a lock of a text, its lines marked as the file's format says: 6 digits of SHA-256."""

    def mark(words: str) -> str:
        return hashlib.sha256(words.encode()).hexdigest()

    lines = " ".join(mark(line)[:6] for line in text.split("\n")[:-1])
    entry = {"number": "1.0", "sha256": mark(text), "published": "2018-07-05", "lines": lines}
    return placed(Lock.model_validate({"versions": [entry]}), "northshire", "concordats")


def blamed(before: str, after: str) -> list[Diagnostic]:
    """Return what is said of a text that was locked as `before` and is `after` now."""
    record = concordat()
    text, _ = parse_text(SourceText("concordats/northshire/1.0.md", after), record)
    hub = Hub(
        concordats={"northshire": record}, texts={("northshire", "1.0"): text},
        locks={"northshire": lock_of(before)},
    )  # fmt: skip
    return [*check_lock(hub, record)]


@given(lines=LINES, data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
def test_whatever_is_changed_is_found_on_its_line(lines: list[str], data: st.DataObject) -> None:
    """Any other character anywhere is an error, and its line is named."""
    number = data.draw(st.integers(0, len(lines) - 1))
    changed = [*lines]
    changed[number] = f"{lines[number]}§"

    [fault] = blamed("\n".join([*lines, ""]), "\n".join([*changed, ""]))
    assert ("locked-text-changed", number + 1) == (fault.code.slug, fault.span.line)


@given(lines=LINES)
@settings(max_examples=30, deadline=None)
def test_a_text_as_it_was_is_never_blamed(lines: list[str]) -> None:
    """The same text gives no diagnostic."""
    text = "\n".join([*lines, ""])

    assert [] == blamed(text, text)
