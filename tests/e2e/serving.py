"""A folder served as static hosts do, on this machine alone.

Like GitHub Pages: `index.html` for a folder, `404.html` for what is missing, no listings, and
the whole site under a sub-path if asked.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO, Protocol


class Serve(Protocol):
    """Serves a folder until the tests end."""

    def __call__(self, folder: Path, under: str = "/") -> str:
        """Return the address of the folder, with `under` ("/" or "/hub/") at its end."""


@contextmanager
def serving(
    folder: Path, under: str = "/", headers: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Serve `folder` at a free port; the value is its address, which ends like `under`."""
    handler = partial(StaticHost, directory=str(folder), under=under, headers=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{under}"
        finally:
            server.shutdown()
            thread.join()


class StaticHost(SimpleHTTPRequestHandler):
    """Answers one request for a file under `under`."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - passed on
        under: str,
        headers: Mapping[str, str],
        **kwargs: Any,  # noqa: ANN401 - passed on
    ) -> None:
        self.under = under
        self.sent = headers
        super().__init__(*args, **kwargs)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Refuse what is outside the sub-path."""
        if not self.path.startswith(self.under):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        """Send what this host sends with every answer."""
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Find the file without the sub-path."""
        return super().translate_path("/" + path.removeprefix(self.under))

    def list_directory(self, path: str) -> None:  # type: ignore[override]
        """Show no listing for a folder without an index."""
        self.send_error(HTTPStatus.NOT_FOUND, f"no index in {path}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is missing."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep the test output to the tests."""
