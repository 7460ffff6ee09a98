"""What an earlier build made: taken over where it is as it was, and made anew otherwise."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from hub.publishing import PublishingError
from hub.publishing.earlier import Earlier, Part, look
from hub.publishing.writing import write
from hub.store import Store

PATHS = ("a/index.html", "a/works.bib", "top.html")
KEY = b"made from this"


@pytest.fixture
def earlier(tmp_path: Path) -> Earlier:
    """Return what is known of a site of three files."""
    return Earlier(tmp_path / "old", Store(tmp_path / "cache.sqlite"), "here")


@pytest.fixture
def part(earlier: Earlier) -> Part:
    """Return a part of that site: the three files."""
    return Part(tuple(write(path, path.encode(), earlier.site) for path in PATHS))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return the folder of a new site."""
    folder = tmp_path / "new"
    folder.mkdir()
    return folder


def test_a_part_is_found_by_what_it_was_made_from(earlier: Earlier, part: Part) -> None:
    """Its lines come back; a part of another name is another part."""
    earlier.keep({"a/": (KEY, part)})

    assert {"a/": part} == earlier.find({"a/": KEY, "b/": KEY})


def test_a_part_made_from_something_else_is_not_found(earlier: Earlier, part: Part) -> None:
    """What was remembered before is forgotten: there is one memory of each part."""
    earlier.keep({"a/": (b"made from that", part)})
    earlier.keep({"a/": (KEY, part)})

    assert {} == earlier.find({"a/": b"made from that"})


def test_sites_in_other_places_do_not_know_of_each_other(earlier: Earlier, part: Part) -> None:
    """Two sites share one cache."""
    earlier.keep({"a/": (KEY, part)})

    assert {} == Earlier(earlier.site, earlier.store, "elsewhere").find({"a/": KEY})


def test_files_that_are_as_they_were_are_the_same_files(
    earlier: Earlier, part: Part, new: Path
) -> None:
    """They take no time to write, no room, and keep their dates."""
    assert earlier.take_over(part, new)
    assert [True] * 3 == [(new / path).samefile(earlier.site / path) for path in PATHS]


def changed(file: Path) -> None:
    """Change a file by hand, and leave its length and its date."""
    state = file.stat()
    file.write_bytes(file.read_bytes().replace(b"a", b"b"))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def cut_off(file: Path) -> None:
    """Lose the end."""
    os.truncate(file, 3)


def made_a_folder(file: Path) -> None:
    """Have a folder stand there."""
    file.unlink()
    file.mkdir()


def made_a_link(file: Path) -> None:
    """Have a link to the same bytes stand there."""
    file.symlink_to(file.rename(file.with_name("moved")))


def in_a_linked_folder(file: Path) -> None:
    """Have a link lead to the folder."""
    folder = file.parent
    folder.symlink_to(folder.rename(folder.with_name("moved")))


@pytest.mark.parametrize(
    "spoil", [Path.unlink, changed, cut_off, made_a_folder, made_a_link, in_a_linked_folder]
)
def test_a_part_of_which_one_file_is_not_as_it_was_is_made_anew(
    spoil: Callable[[Path], None], earlier: Earlier, part: Part, new: Path
) -> None:
    """Nothing of it is taken over, so that there is room for all of it."""
    spoil(earlier.site / PATHS[1])

    assert not earlier.take_over(part, new)
    assert [] == [*new.iterdir()]


@pytest.mark.parametrize(
    "spoil", [Path.unlink, changed, cut_off, made_a_folder, made_a_link, in_a_linked_folder]
)
def test_what_was_touched_since_it_was_looked_at_is_looked_at_again(
    spoil: Callable[[Path], None], earlier: Earlier, part: Part, new: Path
) -> None:
    """Whoever edits the old site while its successor is being made does not edit that."""
    looked = look(earlier.site, "pagefind")
    sleep(0.02)  # a disk may count the time in steps of a few milliseconds
    spoil(earlier.site / PATHS[1])

    assert not replace(earlier, looked=looked).take_over(part, new)
    assert [] == [*new.iterdir()]


def test_a_file_that_was_looked_at_is_not_read_again(
    earlier: Earlier, part: Part, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has touched it; but what must be copied is read."""
    (earlier.site / PATHS[0]).chmod(0o600)
    knowing = replace(earlier, looked=look(earlier.site, "pagefind"))
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was read again"))

    assert knowing.take_over(part, new)
    assert [path.encode() for path in PATHS] == [(new / path).read_bytes() for path in PATHS]
    assert [False, True, True] == [(new / each).samefile(earlier.site / each) for each in PATHS]


def test_all_files_are_looked_at_but_those_in_one_folder(earlier: Earlier, part: Part) -> None:
    """Who makes that folder looks at it himself; links are not followed."""
    write("pagefind/x.js", b"", earlier.site)
    (earlier.site / "linked").symlink_to(earlier.site / "a")
    (earlier.site / "link.html").symlink_to(earlier.site / PATHS[2])

    assert {*part.lines} == look(earlier.site, "pagefind").keys()


def test_a_pipe_in_place_of_a_file_is_not_waited_for(
    earlier: Earlier, part: Part, new: Path
) -> None:
    """Opening it would never end."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    (earlier.site / PATHS[1]).unlink()
    os.mkfifo(earlier.site / PATHS[1])

    assert not earlier.take_over(part, new)


def test_a_file_that_somebody_else_knows_is_copied(
    earlier: Earlier, part: Part, new: Path, tmp_path: Path
) -> None:
    """A copy made of links, which are edited in place, must not change our site."""
    os.link(earlier.site / PATHS[0], tmp_path / "mine")

    assert earlier.take_over(part, new)
    (tmp_path / "mine").write_bytes(b"edited")
    assert PATHS[0].encode() == (new / PATHS[0]).read_bytes()


def test_a_file_that_others_may_not_read_as_usual_is_copied(
    earlier: Earlier, part: Part, new: Path
) -> None:
    """After a build with other rules, new files follow the rules of now."""
    (earlier.site / PATHS[0]).chmod(0o600)

    assert earlier.take_over(part, new)
    assert (new / PATHS[1]).stat().st_mode == (new / PATHS[0]).stat().st_mode


def test_where_files_have_one_name_only_they_are_copied(
    earlier: Earlier, part: Part, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on some disks, and from one disk to another."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)

    assert earlier.take_over(part, new)
    assert [path.encode() for path in PATHS] == [(new / path).read_bytes() for path in PATHS]


def test_a_place_that_is_taken_is_a_fault(earlier: Earlier, part: Part, new: Path) -> None:
    """Two pages for one place are noticed, whether they are written or taken over."""
    write(PATHS[2], b"", new)

    with pytest.raises(PublishingError, match=r'"top\.html"'):
        earlier.take_over(part, new)


def test_an_old_site_that_is_gone_costs_time_alone(earlier: Earlier, part: Part, new: Path) -> None:
    """Memory without a site takes nothing over."""
    shutil.rmtree(earlier.site)

    assert not earlier.take_over(part, new)
