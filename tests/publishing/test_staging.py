"""The exchange of sites: whatever happens, one whole site is served."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hub.publishing import PublishingError, staging
from hub.publishing.staging import Staging

FILES = 200

BUILDS_FOR_EVER = f"""
import sys
from itertools import count
from pathlib import Path
from hub.publishing.staging import Staging

for number in count():
    build = Staging(Path(sys.argv[1]))
    build.open()
    for name in range({FILES}):
        (build.folder / str(name)).write_text(str(number))
    build.publish()
    build.close()
    print(number, flush=True)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of one page that says "old"."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", encoding="utf-8")
    return folder


def begun(site: Path) -> Staging:
    """Return a build that has written one page that says "new"."""
    build = Staging(site)
    build.open()
    (build.folder / "index.html").write_text("new", encoding="utf-8")
    return build


def says(site: Path) -> str:
    """Return what readers see."""
    return (site / "index.html").read_text(encoding="utf-8")


def test_a_first_site_is_published(tmp_path: Path) -> None:
    """There need be no old site, nor the folder it is to stand in."""
    build = begun(tmp_path / "out" / "site")
    build.publish()
    build.close()

    assert "new" == says(tmp_path / "out" / "site")
    assert ["site"] == [path.name for path in (tmp_path / "out").iterdir()]


@pytest.mark.parametrize("system_can_exchange", [True, False])
def test_the_new_site_takes_the_place_of_the_old(
    site: Path, monkeypatch: pytest.MonkeyPatch, *, system_can_exchange: bool
) -> None:
    """Until it is published the old one is served; then the new one, and the old is gone."""
    if not system_can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    build = begun(site)

    assert "old" == says(site)
    build.publish()
    assert "new" == says(site)
    build.close()
    assert [site] == list(site.parent.iterdir())


def test_a_build_that_fails_leaves_the_old_site(site: Path) -> None:
    """Closing without publishing removes what was begun."""
    begun(site).close()

    assert "old" == says(site)
    assert [site] == list(site.parent.iterdir())


def test_a_second_build_is_refused_until_the_first_ends(site: Path) -> None:
    """The message says what to do, and the first build is not harmed."""
    first, second = begun(site), Staging(site)

    with pytest.raises(PublishingError, match="another build of this site is running"):
        second.open()
    second.close()

    assert (first.folder / "index.html").is_file()
    first.close()
    second.open()
    second.close()


def test_a_site_lost_between_two_steps_is_found_again(site: Path) -> None:
    """Where folders cannot be exchanged in one step, a build may be killed between the two."""
    site.rename(site.with_name(".site.old"))

    begun(site).close()

    assert "old" == says(site)


def test_what_a_killed_build_left_is_removed(site: Path) -> None:
    """Only folders of builds of this very site are."""
    for name in (".site.new-1", ".site.new-1-stubs-x", ".other.new-1", "site.new-1"):
        (site.parent / name).mkdir()

    begun(site).close()

    assert {"site", ".other.new-1", "site.new-1"} == {each.name for each in site.parent.iterdir()}


def test_a_linked_site_stays_where_it_is(site: Path) -> None:
    """If the site's folder is a link, what it leads to is exchanged."""
    link = site.with_name("link")
    link.symlink_to(site)
    build = begun(link)
    build.publish()
    build.close()

    assert link.is_symlink()
    assert "new" == says(site)


def test_killed_builds_leave_whole_sites(tmp_path: Path) -> None:
    """However a process ends, every file of the served site is of the same build."""
    site = tmp_path / "site"
    for delay in (0.0, 0.013, 0.027, 0.041, 0.055):
        command = [sys.executable, "-c", BUILDS_FOR_EVER, str(site)]
        environment = os.environ | {"PYTHONPATH": str(Path(staging.__file__).parents[2])}
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)

        numbers = {path.read_text(encoding="utf-8") for path in site.iterdir()}
        assert (FILES, 1) == (len(list(site.iterdir())), len(numbers))
