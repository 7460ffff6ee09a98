"""A build that fails leaves the site that readers see as it was."""

from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from tests.conftest import build

SUMMARY = Path("evidence", "summaries", "art-therapy-schizophrenia-trial.yml")


def files(site: Path) -> dict[str, str]:
    """Return every file of a site with its fingerprint."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(real_site: Path, tmp_path: Path) -> Path:
    """Return a site that was built before."""
    return Path(copytree(real_site, tmp_path / "public" / "site"))


def test_a_broken_record_leaves_the_old_site_whole(content: Path, site: Path) -> None:
    """The command fails with file and line, without a traceback; not one byte is changed."""
    before = files(site)
    record = content / SUMMARY
    record.write_text("colour: green\n" + record.read_text(encoding="utf-8"), encoding="utf-8")

    built = build(content, site)

    assert 1 == built.returncode
    assert f"{SUMMARY.as_posix()}:1:1" in built.stdout
    assert "Traceback" not in built.stdout
    assert before == files(site)
    assert ["site"] == [path.name for path in site.parent.iterdir()]


def test_a_broken_page_leaves_the_old_site_whole(content: Path, site: Path) -> None:
    """A hand-written page that asks for a figure there is not fails the build in the same way."""
    before = files(site)
    page = content / "docs" / "about" / "index.md"
    page.write_text("# About\n\n{{ hub.evidence_cuont }}\n", encoding="utf-8")

    built = build(content, site)

    assert 1 == built.returncode
    assert "docs/about/index.md:3" in built.stdout
    assert "evidence_count" in built.stdout
    assert "Traceback" not in built.stdout
    assert before == files(site)


def test_a_mended_record_is_published(content: Path, site: Path) -> None:
    """The same build takes the place of the old site once nothing is wrong."""
    record = content / SUMMARY
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("answer: >-\n", "answer: >-\n  Mended.\n"), encoding="utf-8")

    built = build(content, site)

    assert 0 == built.returncode, built.stdout
    page = site / SUMMARY.with_suffix("") / "index.html"
    assert "Mended." in page.read_text(encoding="utf-8")
