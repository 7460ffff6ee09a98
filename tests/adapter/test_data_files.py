"""Data files: written beside a site that is being made, and put into it in the end."""

import multiprocessing
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from hub.adapter.data_files import DataFiles
from hub.page import Document, LongDocument
from hub.pool import WorkerDiedError


@pytest.fixture(params=["1", "2"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a site, to be made by one process alone or by several."""
    monkeypatch.setenv("HUB_WORKERS", request.param)
    return tmp_path / "site"


def test_data_files_are_in_the_site_when_they_are_settled(site: Path) -> None:
    """Before, nothing is; their lines tell of all of them."""
    content = b"{}\n"
    data = DataFiles([Document("data/v1/all.json", content), Document("feed.xml", b"")], site)

    assert not site.exists()
    assert [
        f"{sha256(content).hexdigest()}  data/v1/all.json",
        f"{sha256(b'').hexdigest()}  feed.xml",
    ] == data.settle()
    assert content == (site / "data" / "v1" / "all.json").read_bytes()


def test_data_files_that_are_not_wanted_any_more_keep_nobody_at_work(site: Path) -> None:
    """However often that is said."""
    data = DataFiles([LongDocument("all.json", _endless())], site)
    data.stop()
    data.stop()

    assert [] == multiprocessing.active_children()


def test_a_process_that_dies_over_data_files_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build ends with a message, where a process may be forked for the files."""
    monkeypatch.setenv("HUB_WORKERS", "2")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    here = os.getpid()
    data = DataFiles([LongDocument("all.json", _dying(here))], tmp_path / "site")

    with pytest.raises(WorkerDiedError):
        data.settle()


def _endless() -> Iterator[bytes]:
    while True:
        yield b""


def _dying(parent: int) -> Iterator[bytes]:
    if os.getpid() != parent:
        os._exit(1)
    yield b""
