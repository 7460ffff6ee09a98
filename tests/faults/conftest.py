"""What the tests of faults share: a small hub, and a site of it that readers see already."""

import shutil
from pathlib import Path

import pytest

from tests.faults.building import build, lay


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small hub, once for all tests; return the site's folder."""
    folder = tmp_path_factory.mktemp("small")
    built = build(lay(folder / "hub"), folder / "site")
    if built.returncode != 0:
        pytest.fail(f"the small hub does not build:\n{built.stdout}", pytrace=False)
    return folder / "site"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small hub that a test may change."""
    return lay(tmp_path / "hub")


@pytest.fixture
def site(small_site: Path, tmp_path: Path) -> Path:
    """Return a site that was built before, in a folder of its own."""
    return Path(shutil.copytree(small_site, tmp_path / "public" / "site"))
