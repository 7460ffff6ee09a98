"""Computers that lack something: the same site comes out, or one clear sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.building import build, contents, surroundings, with_modules

NO_SOCKETS = """\
import socket

def refuse(*args, **kwargs):
    raise OSError("there is no network")

socket.socket.__init__ = socket.getaddrinfo = refuse
"""

PLACES: dict[str, dict[str, str | None]] = {
    "no programs on the path, git among them": {"PATH": ""},
    "no path, and no home folder": {"PATH": None, "HOME": None, "XDG_CACHE_HOME": None},
    "a home that is no folder": {"HOME": os.devnull, "XDG_CACHE_HOME": None},
    "a home that has no place": {"HOME": "nowhere", "XDG_CACHE_HOME": None},
    "the C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:strict"},
}


@pytest.mark.parametrize("place", PLACES)
def test_the_same_site_comes_out(place: str, root: Path, site: Path) -> None:
    """Nothing of the site depends on where it was built; the folder has no .git either."""
    before = contents(site)
    built = build(root, site, env=surroundings(**PLACES[place]))

    assert 0 == built.returncode, built.stdout
    assert "Traceback" not in built.stdout
    assert before == contents(site)
    assert not (root / "nowhere").exists()


def networks_can_be_taken_away() -> bool:
    """Tell whether this system lets us run a command without its network."""
    try:
        tried = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def test_a_site_needs_no_network(root: Path, site: Path, tmp_path: Path) -> None:
    """Whoever opens a socket in Python fails, and where it can be, the network is away for all."""
    before = contents(site)
    (tmp_path / "sitecustomize.py").write_text(NO_SOCKETS, encoding="utf-8")
    env = with_modules(tmp_path)
    probe = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_server(('', 0))"],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    alone = ["unshare", "-rn"] if networks_can_be_taken_away() else []
    built = build(root, site, behind=alone, env=env)

    assert "there is no network" in probe.stderr
    assert 0 == built.returncode, built.stdout
    assert before == contents(site)


@pytest.mark.parametrize("arguments", [["-m", "hub", "check"], ["-m", "mkdocs", "build"]])
def test_faults_can_be_told_where_only_ascii_can_be_printed(
    arguments: list[str], root: Path
) -> None:
    """Letters that the terminal lacks do not lose the message."""
    record = root / "evidence" / "organisations" / "choir.yml"
    record.write_text("title: Côr Ŵyn (fictional)\nsectr: Ŵyn\n", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, *arguments], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=surroundings(**PLACES["the C locale"]), text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert 1 == ended.returncode
    assert "evidence/organisations/choir.yml:2:1: error[unknown-field]" in ended.stdout
    # click turns such a terminal into one for UTF-8.
    assert r"\u0174yn" in ended.stdout or "Ŵyn" in ended.stdout
    assert "Traceback" not in ended.stdout
    assert "Logging error" not in ended.stdout
