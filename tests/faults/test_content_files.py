"""Content files that cannot be read, change, or go away while a site is built."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from hub.loading.docs_pages import read_page
from hub.loading.hub import load_hub
from hub.source import SourceText
from tests.conftest import found
from tests.faults.building import ORDINARY, build, contents

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
RECORDS = 300

Writes = Callable[[], object]


@contextmanager
def meanwhile(write: Writes) -> Iterator[None]:
    """Write, a thousand times a second, while the body of the `with` runs."""
    done = Event()

    def again_and_again() -> None:
        while not done.wait(0.001):
            write()

    thread = Thread(target=again_and_again)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_record_that_may_not_be_read_is_named(root: Path, site: Path) -> None:
    """The check names the file and the reason, and the site stays."""
    before = contents(site)
    (root / SUMMARY).chmod(0)
    built = build(root, site, behind=ORDINARY)

    assert 1 == built.returncode
    assert f"{SUMMARY}:1:1: error[unreadable-file]" in built.stdout
    assert "permission denied" in built.stdout
    assert "Traceback" not in built.stdout
    assert before == contents(site)


def test_a_folder_that_may_not_be_read_is_named(root: Path, site: Path) -> None:
    """A folder is not taken for an empty one."""
    before = contents(site)
    (root / "evidence" / "summaries").chmod(0)
    built = build(root, site, behind=ORDINARY)
    (root / "evidence" / "summaries").chmod(0o755)

    assert 1 == built.returncode
    assert "evidence/summaries:1:1: error[unreadable-file]" in built.stdout
    assert "Traceback" not in built.stdout
    assert before == contents(site)


def test_content_that_may_not_be_written_is_only_read(root: Path, site: Path) -> None:
    """A build writes nothing among its sources: the same site comes of a read-only tree."""
    folders = [path for path in root.rglob("*") if path.is_dir() and not path.is_symlink()]
    for path in (root, *folders):
        path.chmod(0o555)
    before = contents(site)
    built = build(root, site, behind=ORDINARY)
    for path in (root, *folders):
        path.chmod(0o755)

    assert 0 == built.returncode, built.stdout
    assert before == contents(site)


@pytest.mark.parametrize("name", [SUMMARY, "docs/about/index.md"])
def test_what_is_written_to_while_it_is_read_is_published_whole_or_not_at_all(
    name: str, root: Path, site: Path
) -> None:
    """Somebody saves a file again and again, emptying it first and writing it in two parts."""
    before = contents(site)
    path = root / name
    whole = path.read_bytes()

    def save() -> None:
        with path.open("wb", buffering=0) as file:
            file.write(whole[: len(whole) // 2])
            file.write(whole[len(whole) // 2 :])

    with meanwhile(save):
        built = build(root, site)
    again = build(root, site)

    assert built.returncode in {0, 1}
    assert "Traceback" not in built.stdout
    assert built.returncode == 0 or f"{name}:" in built.stdout
    assert 0 == again.returncode, again.stdout
    assert before == contents(site)


def test_half_a_file_is_refused_even_if_it_makes_sense(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that grows after it was read is not what its writer meant to publish."""
    page = demo / "docs" / "about" / "index.md"
    whole = page.read_text("utf-8")
    page.write_text(whole[: len(whole) // 2], encoding="utf-8")

    def read_and_go_on_writing(source: SourceText) -> object:
        page.write_text(whole, encoding="utf-8")
        return read_page(source)

    assert [] == found(demo)
    monkeypatch.setattr("hub.loading.hub.read_page", read_and_go_on_writing)

    assert [("docs/about/index.md:1:1", "unreadable-file")] == [
        (str(each.span), each.code.slug) for each in load_hub(demo).diagnostics
    ]


@pytest.mark.parametrize("name", [SUMMARY, "docs/about"])
def test_what_goes_away_and_comes_back_leaves_a_whole_site(
    name: str, root: Path, site: Path
) -> None:
    """A branch is changed and changed back while a site is built from it."""
    before = contents(site)
    path = root / name
    away = root / "away"

    def go_and_come() -> None:
        path.rename(away)
        away.rename(path)

    with meanwhile(go_and_come):
        built = build(root, site)
    again = build(root, site)

    assert built.returncode in {0, 1}
    assert "Traceback" not in built.stdout
    assert 0 == again.returncode, again.stdout
    assert before == contents(site)


def test_a_picture_that_goes_away_is_said(root: Path, site: Path) -> None:
    """What MkDocs itself copies is missed when it is copied, and the site stays."""
    before = contents(site)
    hook = "def on_env(env, **_):\n    import os\n    os.remove('docs/about/pic.png')\n"
    (root / "remove.py").write_text(hook, encoding="utf-8")
    config = root / "mkdocs.yml"
    hooks = "hooks: [hooks/publish.py"
    text = config.read_text("utf-8").replace(hooks, f"{hooks}, remove.py")
    config.write_text(text, encoding="utf-8")
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU"
    (root / "docs" / "about" / "pic.png").write_bytes(png)
    built = build(root, site)

    assert 1 == built.returncode
    assert "the build cannot go on: no such file or directory" in built.stdout
    assert "pic.png" in built.stdout
    assert "Traceback" not in built.stdout
    assert before == contents(site)
    assert ["site"] == os.listdir(site.parent)  # noqa: PTH208 - names, hidden ones too


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        (b"title: Body\nsector: local-authority\ntitle: Body\n", "3:1", "duplicate-field"),
        (b"title: Caf\xe9\nsector: local-authority\n", "1:11", "not-utf8"),
        (b"title: 'Body\nsector: local-authority\n", "1:8", "yaml-syntax"),
    ],
)
def test_one_corrupt_record_among_many_is_the_only_thing_said(
    content: bytes, place: str, code: str, demo: Path
) -> None:
    """All others are read and judged as if nothing had happened."""
    folder = demo / "evidence" / "organisations"
    for number in range(RECORDS):
        record = f"title: Body {number} (fictional)\nsector: local-authority\n"
        (folder / f"body-{number}.yml").write_text(record, encoding="utf-8")
    (folder / "body-150.yml").write_bytes(content)

    assert [(f"evidence/organisations/body-150.yml:{place}", code)] == found(demo)


def test_one_corrupt_record_leaves_the_old_site(root: Path, site: Path) -> None:
    """Nothing of the others is published without it."""
    before = contents(site)
    record = root / "evidence" / "organisations" / "body.yml"
    record.write_bytes(b"title: Body (fictional)\nsector: \xff\n")
    built = build(root, site)

    assert 1 == built.returncode
    assert "evidence/organisations/body.yml:2:9: error[not-utf8]" in built.stdout
    assert "1 error in 1 file" in built.stdout
    assert before == contents(site)
