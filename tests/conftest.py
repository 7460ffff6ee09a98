"""What the tests share: a small fictional hub to change, what is wrong with it, the real site."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.examining import examine
from tests.demo.generate import CLOCK
from tests.demo.generate import main as lay_demonstration

# A script's background job is started deaf to Ctrl-C, and so would be all that tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

REPOSITORY = Path(__file__).parents[1]

DEMO = REPOSITORY / "hooks" / "hub" / "starter"
"""A whole small hub, entirely fictional and clean: what `hub init` begins with."""

Found = list[tuple[str, str]]
"""Diagnostics as `path:line:column` and code."""


def pytest_configure() -> None:
    """Let builds share two cores: tests run on all of them already, and wait for each other."""
    os.environ.setdefault("HUB_WORKERS", "2")


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """Return a copy of the fictional hub that a test may change, with a frame of no engine."""
    root = Path(shutil.copytree(DEMO, tmp_path / "hub"))
    (root / "mkdocs.yml").write_text("site_name: Northshire (fictional)\n", encoding="utf-8")
    return root


@pytest.fixture
def change(demo: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces the only occurrence of a text in a file of the demo hub."""

    def replace(name: str, old: str, new: str) -> None:
        path = demo / name
        content = path.read_text(encoding="utf-8")
        assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {name}"
        path.write_text(content.replace(old, new), encoding="utf-8")

    return replace


def found(root: Path) -> Found:
    """Return where and what the diagnostics of a hub are, in order."""
    return [(str(each.span), each.code.slug) for each in examine(root).diagnostics]


def build(
    root: Path, site: Path, *, strict: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build the hub at `root` into the folder `site`; if strict, warnings count as faults.

    In a process of its own: hooks loaded once in a process stay for all later sites.
    """
    strictly = ["--strict"] if strict else []
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *strictly, "--site-dir", str(site)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this repository, once for all tests; return its folder."""
    site = tmp_path_factory.mktemp("real") / "site"
    built = build(REPOSITORY, site)
    if built.returncode != 0:
        pytest.fail(f"the site does not build:\n{built.stdout}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def demo_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the demonstration hub, once for all tests; return its folder, not to be changed."""
    root = tmp_path_factory.mktemp("demo") / "hub"
    lay_demonstration(root)
    return root


@pytest.fixture(scope="session")
def demo_site(demo_hub: Path) -> Path:
    """Build the site of the demonstration hub, once for all tests; return its folder.

    It is of the demonstration's own day. Advice is part of what is shown: it fails nothing here.
    """
    site = demo_hub.with_name("site")
    built = build(demo_hub, site, strict=False, SOURCE_DATE_EPOCH=CLOCK)
    if built.returncode != 0:
        pytest.fail(f"the demonstration does not build:\n{built.stdout}", pytrace=False)
    return site


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of all that this repository's site is made from, for a test to change."""
    return copy_content(tmp_path / "hub")


def copy_content(root: Path) -> Path:
    """Copy all that this repository's site is made from to a new folder."""
    without_caches = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("concordats", "docs", "evidence", "hooks"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=without_caches)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root
