"""The server of a preview: it lives on when a build fails, and has made what it is asked for."""

import threading
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from mkdocs.livereload import LiveReloadServer

from hub.adapter import preview


def fail() -> None:
    """Break, as a build does when nobody has thought of something."""
    raise ZeroDivisionError


class Maker:
    """Makes a file of its name, once, unless it is `missing`; notes what it was asked for."""

    def __init__(self, folder: Path) -> None:
        """Make files in a folder."""
        self.folder = folder
        self.asked: list[str] = []

    def __call__(self, path: str) -> bool:
        """Make the file, and tell whether it was made."""
        self.asked.append(path)
        if path == "missing.txt":
            return False
        (self.folder / path).write_text(path, encoding="utf-8")
        return True


def got(root: Path, make: Maker, *paths: str) -> list[str]:
    """Return what a server of the files below `root` answers, each text or the status."""
    server = LiveReloadServer(fail, "127.0.0.1", 0, str(root), mount_path="/sub/")
    preview.keep_serving(server, make)
    server.server_bind()
    server.server_activate()
    serving = threading.Thread(target=server.serve_forever, args=(0.01,))
    serving.start()
    answers = []
    try:
        for path in paths:
            try:
                with urlopen(f"http://127.0.0.1:{server.server_port}/sub/{path}") as answer:
                    answers.append(str(answer.read().decode()))
            except HTTPError as refused:
                with refused:
                    answers.append(str(refused.code))
    finally:
        server.serve_thread = serving
        server.shutdown()
        serving.join()
    return answers


def test_what_is_not_there_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    """What is there is not made again; what cannot be made is missing."""
    make = Maker(tmp_path)

    assert ["a b.txt", "a b.txt", "404"] == got(
        tmp_path, make, "a%20b.txt", "a%20b.txt", "missing.txt"
    )
    assert ["a b.txt", "missing.txt"] == make.asked


def test_a_failed_build_does_not_stop_the_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """MkDocs' server would answer nothing until the next good build."""
    server = LiveReloadServer(fail, "127.0.0.1", 0, str(tmp_path))
    preview.keep_serving(server, Maker(tmp_path))

    server.builder()
    server.server_close()

    assert "ZeroDivisionError" in caplog.text
    assert "the last good build" in caplog.text


def test_a_server_lets_its_work_be_done(tmp_path: Path) -> None:
    """What it watches is not looked at while it builds."""
    server, before, after = LiveReloadServer(fail, "127.0.0.1", 0, ""), tmp_path / "1", tmp_path

    server.watch(str(before))
    preview.keep_serving(server, Maker(tmp_path))
    server.watch(str(after))
    server.server_close()

    assert ["Resting", "Resting"] == [type(each).__name__ for each in server.observer.emitters]
