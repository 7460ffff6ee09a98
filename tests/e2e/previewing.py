"""A preview as `make serve` runs it: a process of its own, on a copy of the content."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE = 60
"""Seconds in which a change must show; it mostly does within five."""


@dataclass(frozen=True)
class Preview:
    """A running preview of the content below `root`; `log` is the file that holds what it says."""

    process: subprocess.Popen[bytes]
    root: Path
    url: str
    log: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file, and save the file as an editor would."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def page(self, address: str) -> str:
        """Return a page as it is served now, or the one for what is missing."""
        try:
            with urlopen(self.url + address, timeout=PATIENCE) as response:
                return str(response.read().decode())
        except HTTPError as refused:
            with refused:
                return str(refused.read().decode())

    def shows(self, address: str, text: str) -> bool:
        """Wait until a page has a text; tell whether it came to have it."""
        return self.comes_true(lambda: text in self.page(address))

    def loses(self, address: str, text: str) -> bool:
        """Wait until a page is without a text; tell whether it came to be."""
        return self.comes_true(lambda: text not in self.page(address))

    def comes_true(self, condition: Callable[[], bool]) -> bool:
        """Wait until something is so, as long as the preview runs; tell whether it came to be."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.2)
        return False

    def says(self) -> str:
        """Return all that stood on the terminal so far."""
        return self.log.read_text(encoding="utf-8")


@contextmanager
def previewing(root: Path, scratch: Path) -> Iterator[Preview]:
    """Preview the hub at `root` until the end; `scratch` is an empty folder."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = scratch / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", address],
            cwd=root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(scratch)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    preview = Preview(process, root, f"http://{address}/", log)
    try:
        assert preview.comes_true(lambda: "Serving on" in preview.says()), preview.says()
        yield preview
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
