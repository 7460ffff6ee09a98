"""`hub verify`: whole hubs, single records and SSH signatures, and what was not checked."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from hub.cli import main
from hub.examining import examine
from hub.model.signature_records import NAMESPACE, canonical, signature_record
from tests.commands.conftest import Run

NAME = "northshire-creative-health"
FOLDER = f"concordats/{NAME}/"
TEXT, LOCK = f"{FOLDER}1.0.md", f"{FOLDER}lock.yml"
SIGNATORY = f"{FOLDER}signatories/midwater-arts.yml"

Change = Callable[[str, str, str], None]


@pytest.fixture
def published(demo: Path, run: Run, change: Change) -> Path:
    """Return the fictional hub with its text locked and named by its signature."""
    run("publish", NAME, "1.0")
    sha256 = examine(demo).hub.texts[NAME, "1.0"].sha256
    change(SIGNATORY, '  - version: "1.0"\n', f'  - version: "1.0"\n    text: {sha256}\n')
    return demo


@pytest.fixture
def record(published: Path, tmp_path: Path) -> Path:
    """Return the record of the signature, as downloaded from the site."""
    hub = examine(published).hub
    signatory = hub.signatories[NAME][0]
    found = signature_record(hub.concordats[NAME], signatory, signatory.signatures[0])
    path = tmp_path / "1.0.json"
    path.write_bytes(canonical(found))
    return path


def alone(*arguments: str) -> tuple[int, str]:
    """Run `hub verify` without a hub."""
    result = CliRunner().invoke(main, ["verify", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def starts(output: str) -> list[str]:
    """Return what came of each check."""
    return [line.split(":")[0] for line in output.splitlines()]


@pytest.mark.usefixtures("published")
def test_a_sound_hub_holds(run: Run) -> None:
    """The text is as it was published, and each signature names its hash."""
    code, said = run("verify")

    assert (0, ["holds", "holds"]) == (code, starts(said))
    assert "1 of 1 signatures" in said


@pytest.mark.usefixtures("published")
def test_a_changed_text_does_not_hold(run: Run, change: Change) -> None:
    """One letter is enough, and the place is named."""
    change(TEXT, "with tea.", "with sea.")
    code, said = run("verify")

    assert 1 == code
    assert f"does not hold: {TEXT}:23:1: error[locked-text-changed]" in said


def test_a_hub_without_a_lock_cannot_be_verified(run: Run) -> None:
    """That nothing is locked is no success."""
    code, said = run("verify")

    assert 1 == code
    assert "no published text of northshire-creative-health is locked" in said


def test_a_lock_that_somebody_kept_finds_a_text_published_anew(
    published: Path, run: Run, change: Change, tmp_path: Path
) -> None:
    """Who changes text, lock and signature together is found out by an older copy of the lock."""
    kept = Path(shutil.copy(published / LOCK, tmp_path / "kept.yml"))
    before = run("verify", "--kept", str(kept))
    old = examine(published).hub.texts[NAME, "1.0"].sha256
    change(TEXT, "with tea.", "with sea.")
    (published / LOCK).unlink()
    run("publish", NAME, "1.0")
    new = examine(published).hub.texts[NAME, "1.0"].sha256
    change(SIGNATORY, old, new)

    assert 0 == before[0]
    assert 0 == run("verify")[0]
    code, said = run("verify", "--kept", str(kept))
    assert 1 == code
    assert f"{old}, is no longer locked with this hash" in said


def test_a_record_holds_against_its_hub(record: Path, run: Run) -> None:
    """The hub has the text that was signed, and lists this very signature."""
    code, said = run("verify", str(record))

    assert (0, ["holds", "holds"]) == (code, starts(said))


def test_a_record_holds_against_the_text_alone(
    record: Path, published: Path, tmp_path: Path
) -> None:
    """With the text and no hub; other line ends are accepted, and said."""
    windows = tmp_path / "1.0.md"
    windows.write_bytes((published / TEXT).read_bytes().replace(b"\n", b"\r\n"))

    assert 0 == alone(str(record), "--text", str(published / TEXT))[0]
    code, said = alone(str(record), "--text", str(windows))
    assert 0 == code
    assert "only its line ends are those of Windows" in said


def test_another_text_is_not_what_was_signed(record: Path, tmp_path: Path) -> None:
    """Both hashes are said."""
    other = tmp_path / "other.md"
    other.write_text("Something else.\n", encoding="utf-8")
    code, said = alone(str(record), "--text", str(other))

    assert (1, ["does not hold"]) == (code, starts(said))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("date", "2023-03-02", "differs from the record"),
        ("version", "9.9", "has no version 9.9"),
        ("signatory", "nobody", "lists no signatory nobody"),
        ("text_sha256", "0" * 64, "is not the text that was signed"),
        ("concordat", "\u001b[31m::error::", "has no version 1.0 of a concordat [31m::error::"),
    ],
)  # fmt: skip
def test_a_record_that_was_changed_does_not_hold(
    record: Path, run: Run, field: str, value: str, says: str
) -> None:
    """Whatever field is changed, the hub knows it otherwise."""
    fields = json.loads(record.read_bytes())
    record.write_bytes(canonical({**fields, field: value}))
    code, said = run("verify", str(record))

    assert 1 == code
    assert says in said


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"format": "x"}', b"[" * 100_000])
def test_what_is_no_record_is_told(record: Path, run: Run, content: bytes) -> None:
    """No content ends in a traceback."""
    record.write_bytes(content)
    code, said = run("verify", str(record))

    assert (1, True) == (code, "is not the record of a signature" in said)


def test_a_record_that_was_written_anew_is_told(record: Path, run: Run) -> None:
    """The same fields in another order or with blanks are not what the site wrote."""
    record.write_text(json.dumps(json.loads(record.read_bytes()), indent=1), encoding="utf-8")
    code, said = run("verify", str(record))

    assert 1 == code
    assert "is not written as the site writes it" in said


def test_a_record_without_anything_to_compare_with_is_wrong_use(
    record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Outside a hub, and without the text, nothing can be verified."""
    monkeypatch.chdir(tmp_path)
    code, said = alone(str(record))

    assert 2 == code
    assert "nothing to compare the record with" in " ".join(said.split())


class Signing:
    """Keys of OpenSSH in a folder, and signatures made with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.allowed = folder / "allowed_signers"
        folder.mkdir()

    def key(self, name: str) -> Path:
        """Make a key."""
        path = self.folder / name
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
        subprocess.run(command, check=True)
        return path

    def allow(self, signer: str, key: Path) -> None:
        """Let a key sign for somebody."""
        public = key.with_suffix(".pub").read_text(encoding="utf-8")
        line = f'{signer} namespaces="{NAMESPACE}" {public}'
        self.allowed.write_text(line, encoding="utf-8")

    def sign(self, record: Path, key: Path, namespace: str = NAMESPACE) -> Path:
        """Sign a record; the signature stands beside it."""
        command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", namespace, str(record)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return record.with_name(f"{record.name}.sig")


@pytest.fixture
def signing(tmp_path: Path) -> Signing:
    """Sign with OpenSSH; without it, only what is said then can be tested, but never in CI."""
    if shutil.which("ssh-keygen") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("ssh-keygen is not installed", pytrace=False)
        pytest.skip("ssh-keygen is not installed")
    return Signing(tmp_path / "keys")


def test_a_good_ssh_signature_holds(record: Path, run: Run, signing: Signing) -> None:
    """Beside the record, and made with a key that may sign for this signatory."""
    key = signing.key("clerk")
    signing.allow("midwater-arts", key)
    signing.sign(record, key)
    code, said = run("verify", str(record), "--allowed-signers", str(signing.allowed))

    assert (0, ["holds"] * 3) == (code, starts(said))
    assert "a key of midwater-arts signed it" in said


@pytest.mark.parametrize("trick", ["other text", "other key", "other purpose", "other signer"])
def test_a_bad_ssh_signature_does_not_hold(
    record: Path, published: Path, signing: Signing, trick: str
) -> None:
    """Another record, key, namespace or identity is refused."""
    key = signing.key("clerk")
    signing.allow("somebody-else" if trick == "other signer" else "midwater-arts", key)
    used = signing.key("stranger") if trick == "other key" else key
    signing.sign(record, used, "file" if trick == "other purpose" else NAMESPACE)
    if trick == "other text":
        fields = json.loads(record.read_bytes())
        record.write_bytes(canonical({**fields, "date": "2023-03-05"}))
    code, said = alone(
        str(record), "--text", str(published / TEXT), "--allowed-signers", str(signing.allowed)
    )

    assert (1, ["holds", "does not hold"]) == (code, starts(said))


def test_ssh_signatures_in_the_hub_are_verified(
    record: Path, published: Path, run: Run, change: Change, signing: Signing
) -> None:
    """A signature in the signatory's file is verified over the record that the file gives."""
    key = signing.key("clerk")
    signing.allow("midwater-arts", key)
    lines = signing.sign(record, key).read_text(encoding="ascii").splitlines()
    block = "".join(f"      {line}\n" for line in lines)
    change(SIGNATORY, "    signed: 2023-03-01\n",
           f"    signed: 2023-03-01\n    ssh_signature: |\n{block}")  # fmt: skip

    assert () == examine(published).diagnostics
    code, said = run("verify", "--allowed-signers", str(signing.allowed))
    assert (0, ["holds"] * 3) == (code, starts(said))
    assert ["holds", "holds", "not checked"] == starts(run("verify")[1])


def test_without_ssh_keygen_nothing_is_called_verified(
    record: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not tried is called "not checked", and is no fault."""
    allowed = tmp_path / "allowed_signers"
    allowed.write_text("", encoding="ascii")
    record.with_name("1.0.json.sig").write_text("a signature", encoding="ascii")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    code, said = run("verify", str(record), "--allowed-signers", str(allowed))

    assert (0, ["holds", "holds", "not checked"]) == (code, starts(said))
    assert "ssh-keygen, which is part of OpenSSH, is not installed" in said
