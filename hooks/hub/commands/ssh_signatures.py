"""SSH signatures of signature records, verified by OpenSSH's own `ssh-keygen -Y verify`.

Which key may sign for whom stands in a file of allowed signers, which is the whole of the trust:
keep it yourself, or review it like code. Nothing is called verified that was not tried.
Source: ssh-keygen(1), "ALLOWED SIGNERS".
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from hub.model.signature_records import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = 20


class Verdict(NamedTuple):
    """Whether a signature holds; None where nobody could try. `why` says what was found."""

    holds: bool | None
    why: str


def verify(record: bytes, signature: str, signer: str, allowed: Path | None) -> Verdict:
    """Return whether `signer` signed a record; `allowed` is the file of allowed signers."""
    if allowed is None:
        return Verdict(None, "no file of allowed signers was given (--allowed-signers)")
    tool = shutil.which("ssh-keygen")
    if tool is None:
        return Verdict(None, "ssh-keygen, which is part of OpenSSH, is not installed")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "signature"
        path.write_text(f"{signature.strip()}\n", encoding="ascii", errors="replace", newline="\n")
        arguments: Sequence[str] = (
            tool, "-Y", "verify", "-f", str(allowed.absolute()), "-I", signer, "-n", NAMESPACE,
            "-s", str(path),
        )  # fmt: skip
        try:
            run = subprocess.run(
                arguments, input=record, capture_output=True, check=False, timeout=_SECONDS
            )
        except (OSError, subprocess.TimeoutExpired):
            return Verdict(None, "ssh-keygen could not be run")
    said = (run.stderr or run.stdout).decode("utf-8", "replace").strip().splitlines()
    if run.returncode == 0:
        return Verdict(True, f"a key of {signer} signed it")  # noqa: FBT003 - a verdict
    why = said[-1] if said else "ssh-keygen refused it"
    return Verdict(False, "".join(each for each in why if each.isprintable())[:200])  # noqa: FBT003 - a verdict
