"""What the tests of commands ask for: a registry on this machine, and the command itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from hub.cli import main
from hub.commands.registry import Registry
from hub.store import Store
from tests.commands.registry_server import Server, serving

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def server() -> Iterator[Server]:
    """Run a registry for one test."""
    with serving() as running:
        yield running


@pytest.fixture
def registry(server: Server, tmp_path: Path) -> Registry:
    """Ask that registry, without pauses, and with little patience."""
    return Registry(
        "librarian@hub.example", server.address, server.address, server.address,
        store=Store(tmp_path / "registry.sqlite"), pause=0.0, patience=0.4,
    )  # fmt: skip


@pytest.fixture
def run(demo: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `hub` on the demo hub, with that registry and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HUB_CONTACT", "librarian@hub.example")
    for name in ("HUB_DOI_RESOLVER", "HUB_CROSSREF", "HUB_PUBMED"):
        monkeypatch.setenv(name, server.address)

    def hub(*arguments: str, stdin: str = "") -> tuple[int, str]:
        result = CliRunner().invoke(
            main, [*arguments, "--root", str(demo)], input=stdin, catch_exceptions=False
        )
        return result.exit_code, result.output

    return hub
