"""A language server for YAML, asked as an editor asks it: in JSON-RPC over its two streams."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class LanguageServer:
    """One that is running; files are opened in it, and questions asked about places in them."""

    def __init__(self, process: subprocess.Popen[bytes], settings: Json) -> None:
        """Speak to a process, and tell it these settings when it asks."""
        self._process = process
        self._settings = settings
        self._number = 0
        self._faults: dict[str, list[Json]] = {}

    def initialize(self, root: Path) -> None:
        """Say what the editor can do, and where its files are."""
        abilities = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["plaintext"]}},
        }
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(),
                                "capabilities": abilities})  # fmt: skip
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def open(self, path: Path, text: str) -> None:
        """Open a file with this text, as after typing it."""
        uri = path.as_uri()
        self._faults.pop(uri, None)
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})

    def faults(self, path: Path) -> list[str]:
        """Return what is marked as wrong in an open file, by line."""
        uri = path.as_uri()
        while uri not in self._faults:
            self._take(self._read())
        return [f"{each['range']['start']['line'] + 1}: {each['message']}"
                for each in self._faults[uri]]  # fmt: skip

    def completions(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return what is offered at a place of an open file (counted from 0), with what it is."""
        found = self.ask("textDocument/completion", _at(path, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {each["label"]: _words(each.get("documentation")) for each in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown of a place of an open file."""
        found = self.ask("textDocument/hover", _at(path, line, column))
        return _words(found["contents"]) if found else ""

    def ask(self, method: str, params: Json) -> Any:  # noqa: ANN401 - any answer
        """Return the answer to a request."""
        self._number += 1
        self._write({"id": self._number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                return message.get("result")
            self._take(message)

    def _tell(self, method: str, params: Json) -> None:
        self._write({"method": method, "params": params})

    def _take(self, message: Json) -> None:
        """Remember faults, and answer what the server wants to know."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._faults[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            items = (message.get("params") or {}).get("items", [])
            result = [self._settings.get(each.get("section")) for each in items]
            self._write({"id": message["id"], "result": result if items else None})

    def _write(self, message: Json) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> Json:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline().strip()) or not length:
            if not line and self._process.poll() is not None:
                raise EOFError("the language server has ended")
            if line.startswith(b"Content-Length:"):
                length = int(line.partition(b":")[2])
        message: Json = json.loads(self._process.stdout.read(length))
        return message


def _at(path: Path, line: int, column: int) -> Json:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}


def _words(content: Any) -> str:  # noqa: ANN401 - a text, or one with its kind
    return str(content.get("value", "")) if isinstance(content, dict) else str(content or "")


@contextmanager
def running(modules: Path, root: Path, settings: Json) -> Iterator[LanguageServer]:
    """Run the server that is installed in a folder, for the files of a checkout."""
    script = modules / "yaml-language-server" / "bin" / "yaml-language-server"
    command = ["node", str(script), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process, settings)
        server.initialize(root)
        yield server
        process.kill()
