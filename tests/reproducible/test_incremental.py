"""A build takes over what it can from the site before it, and nobody can tell from the new site.

Sites are built in this process, with few entries on a page, so that a small hub has pages of
every kind.
"""

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from hub.adapter import printing, publisher
from hub.adapter.content import Learnt, load_edition
from hub.adapter.publisher import Publisher
from hub.views import lists, references
from tests.adapter.conftest import OUR_THEME, publish
from tests.faults.building import contents
from tests.faults.test_cache import BREAKS
from tests.reproducible.changing_hub import ChangingHub

STEPS = 15
STEPS_OF_PREVIEW = 6
ORDERED = re.compile(
    r"evidence/(summaries|references|questions)/.+/.+"
    r"|evidence/(all|by|works|outcomes|art-forms|gap-map)/.+|(practice|areas)/.+/.+"
    r"|evidence/questions/index\.html|concordats/[^/]+/signatories/index\.html"
    r"|(organisations|data/v1/signatures)/.+"
)
"""Files of the pages that are ordered."""
NOT_PREVIEWED = {"checksums.txt", ".htaccess", "_headers"}
"""What is for those who keep a site or serve it."""


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(publisher, "explanation_files", lambda *_: [])
    monkeypatch.setattr(lists, "LONG", 2)
    monkeypatch.setattr(lists, "EACH", 3)
    monkeypatch.setattr(references, "LARGE", 4)
    logger = logging.getLogger("mkdocs.commands.build")
    filters = list(logger.filters)
    yield
    logger.filters[:] = filters


@pytest.fixture
def hub(demo: Path) -> ChangingHub:
    """Return a hub that can be changed, as files and as values."""
    made = ChangingHub(demo, seed=1)
    made.write()
    return made


def built(hub: ChangingHub, site: Path, preview: Publisher | None = None) -> Path:
    """Build a hub into the folder `site`, or let a preview do so, and return that."""
    given: dict[str, Any] = {
        "site_name": "Northshire", "site_url": "https://hub.example/", "theme": OUR_THEME,
        "plugins": ["macros"], "repo_url": "https://git.example/a/b", "site_dir": str(site),
        "edit_uri": "edit/main/docs/", "not_in_nav": "*.md",
        "nav": [{"Home": "index.md"}, {"Evidence": "evidence/index.md"},
                {"Concordats": "concordats/index.md"}, {"Programmes": "programmes/index.md"}],
    }  # fmt: skip
    config = load_config(str(hub.root / "mkdocs.yml"), **(given | hub.settings))
    publish(config, preview or Publisher(load_edition), previewing=preview is not None)
    return site


def previewed(hub: ChangingHub, site: Path, preview: Publisher) -> dict[str, str]:
    """Return the fingerprints of all that a preview shows to those who ask for everything."""
    built(hub, site, preview)
    for path in clean(hub):
        if not (site / path).exists():
            preview.supply(path)
    return contents(site)


def clean(hub: ChangingHub) -> dict[str, str]:
    """Return the fingerprints of a site of which nothing was there before."""
    site = hub.root.parent / "clean"
    shutil.rmtree(site, ignore_errors=True)
    return contents(built(hub, site))


def inodes(site: Path) -> dict[str, int]:
    """Return which file on disk each path of a site is."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_a_site_does_not_tell_what_was_built_before(seed: int, demo: Path, tmp_path: Path) -> None:
    """Records, works, terms, pages and settings change at random; each site is as a clean one."""
    hub, site, shared = ChangingHub(demo, seed), tmp_path / "site", 0
    for _ in range(STEPS):
        change = hub.change()
        hub.write()
        before = inodes(site)
        found = contents(built(hub, site))
        shared += len(before.items() & inodes(site).items())

        assert clean(hub) == found, change
    assert shared > 20 * STEPS


def test_what_did_not_change_is_the_same_files(hub: ChangingHub, tmp_path: Path) -> None:
    """Pages of records, what is beside them, and the index are taken over; nothing else is."""
    before = inodes(built(hub, tmp_path / "site"))
    after = inodes(built(hub, tmp_path / "site"))
    ours = {path for path in before if ORDERED.fullmatch(path) or path.startswith("pagefind/")}

    assert {path for path in before if before[path] == after[path]} == ours
    assert len(ours) > 100


def test_a_change_reaches_its_neighbours_alone(hub: ChangingHub, tmp_path: Path) -> None:
    """A new answer stands on the page of the summary, on that of its work, and in lists."""
    site = tmp_path / "site"
    before, then = contents(built(hub, site)), inodes(site)
    name, fields = next(iter(hub.summaries.items()))
    fields["answer"] = "Nobody knew this before."
    hub.write()
    after, now = contents(built(hub, site)), inodes(site)
    pages = {path for path in before if ORDERED.fullmatch(path) and path.endswith(".html")}
    anew = {path for path in pages if then[path] != now[path]}

    assert {path for path in pages if before[path] != after[path]} <= anew
    assert f"evidence/summaries/{name}/index.html" in anew
    assert f"evidence/references/{fields['source']}/index.html" in anew
    assert len(anew) < len(pages) / 2


@pytest.mark.parametrize("harm", BREAKS)
def test_a_broken_memory_changes_nothing(
    harm: Callable[[Path], object], hub: ChangingHub, tmp_path: Path
) -> None:
    """What is damaged counts as forgotten."""
    before = contents(built(hub, tmp_path / "site"))
    harm(next((tmp_path / "cache").rglob("pages.sqlite")))

    assert before == contents(built(hub, tmp_path / "site"))


def test_pages_that_were_changed_by_hand_are_made_anew(hub: ChangingHub, tmp_path: Path) -> None:
    """So are those that are gone, cut off, or a link to something else."""
    site = tmp_path / "site"
    before = contents(built(hub, site))
    changed, gone, cut, linked = [path for path in before if ORDERED.fullmatch(path)][:40:10]
    (site / changed).write_text("changed", encoding="utf-8")
    (site / gone).unlink()
    (site / cut).write_bytes((site / cut).read_bytes()[:-1])
    (site / linked).rename(tmp_path / "elsewhere")
    (site / linked).symlink_to(tmp_path / "elsewhere")

    assert before == contents(built(hub, site))
    assert not (site / linked).is_symlink()


def test_other_code_or_templates_make_all_pages_anew(
    hub: ChangingHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older version has made is not taken over, however little has changed."""
    site = tmp_path / "site"
    before = inodes(built(hub, site))
    monkeypatch.setattr(printing, "_KIT", replace(printing._KIT, code="other"))
    after = inodes(built(hub, site))

    assert not {path for path in before if before[path] == after[path]}


def test_a_site_that_shares_files_with_the_next_is_never_written_to(
    hub: ChangingHub, tmp_path: Path
) -> None:
    """Somebody may keep a site of links: no later build changes a byte of it."""
    kept, site = tmp_path / "kept", tmp_path / "site"
    before = contents(built(hub, site))
    shutil.copytree(site, kept, copy_function=os.link)
    for change in (ChangingHub.edit_title, ChangingHub.edit_term):
        change(hub)
        hub.write()
        built(hub, site)

    assert before == contents(kept)


def test_a_preview_does_not_tell_what_it_showed_before(demo: Path, tmp_path: Path) -> None:
    """It remembers what pages looked like; nobody can tell from what it shows now."""
    hub, preview = ChangingHub(demo, seed=3), Publisher(partial(load_edition, learnt=Learnt()))
    for _ in range(STEPS_OF_PREVIEW):
        change = hub.change()
        hub.write()
        shown = previewed(hub, tmp_path / "site", preview)

        assert previewed(hub, tmp_path / "afresh", Publisher(load_edition)) == shown, change
    assert NOT_PREVIEWED == clean(hub).keys() - shown.keys()
