"""Record files are read and checked once; one found sound before is recognised by its bytes."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hub.examining import Examined, examine, library, records
from hub.loading import stillness
from hub.loading.hub import load_hub
from hub.loading.layout import survey
from hub.loading.records import read_record
from hub.store import Store
from tests.conftest import DEMO, REPOSITORY

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
ORGANISATION = "evidence/organisations/midwater-arts.yml"
Change = Callable[[str, str, str], None]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return the place of the file of a store."""
    return tmp_path / "cache" / "library.sqlite"


@pytest.fixture
def store(cache: Path) -> Store:
    """Return a store in a file of its own."""
    return Store(cache)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe the state of files that were just written, so that no test has to wait."""
    monkeypatch.setattr(stillness, "_CALM", -3_600_000_000_000)


@pytest.fixture
def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function after which no record file may be parsed any more."""

    def refuse(*_: object) -> None:
        pytest.fail("a record was read again")

    return lambda: monkeypatch.setattr(records, "read_record", refuse)


def said(examined: Examined, of: str = "") -> list[str]:
    """Return what is wrong, in the whole hub or in one file, as places and messages."""
    return [
        f"{each.span} {each.code.slug} {each.message} {each.expected} {each.help} {each.notes}"
        for each in examined.diagnostics
        if of in {"", each.span.path}
    ]


def test_a_sound_record_is_not_parsed_twice(
    demo: Path, store: Store, forbid_reading: Callable[[], None]
) -> None:
    """The second check finds every record in the store."""
    examine(demo, store)
    forbid_reading()

    assert [] == said(examine(demo, store))


@pytest.mark.usefixtures("settled")
def test_a_file_that_nobody_touched_is_not_opened(
    demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found sound is known by the state of its file alone."""
    examine(demo, store)
    monkeypatch.setattr(records._Look, "__call__", lambda *_: pytest.fail("a file was opened"))

    assert [] == said(examine(demo, store))


def test_a_file_that_was_just_written_is_opened_again(
    demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two writes within a tick of the clock leave one state, so a fresh one is not believed."""
    examine(demo, store)
    monkeypatch.setattr(records._Look, "__call__", lambda *_: pytest.fail("a file was opened"))

    with pytest.raises(pytest.fail.Exception, match="was opened"):
        examine(demo, store)


@pytest.mark.usefixtures("settled")
def test_a_slip_of_the_same_size_and_date_is_seen_in_a_file_that_was_known(
    demo: Path, store: Store, change: Change
) -> None:
    """Whoever sets back the date of a file has touched it."""
    examine(demo, store)
    before = (demo / SUMMARY).stat()
    change(SUMMARY, "outcome: loneliness", "outcome: lonelinezz")
    os.utime(demo / SUMMARY, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert [f"{SUMMARY}:20:14"] == [str(each.span) for each in examine(demo, store).diagnostics]


@pytest.mark.usefixtures("settled")
def test_records_whose_fields_are_lost_are_read_again(
    demo: Path, store: Store, cache: Path
) -> None:
    """A file may be known while what was kept of it is gone."""
    whole = examine(demo, store).hub.records
    hub = examine(demo, store).hub
    with closing(sqlite3.connect(cache)) as connection, connection:
        connection.execute("DELETE FROM kept")

    assert {path: each.model_dump() for path, each in whole.items()} == {
        path: each.model_dump() for path, each in hub.records.items()
    }


def test_a_record_is_known_by_its_bytes_and_not_by_its_date(
    demo: Path, store: Store, change: Change
) -> None:
    """A slip that leaves the size and the date of a file as they were is seen."""
    examine(demo, store)
    before = (demo / SUMMARY).stat()
    change(SUMMARY, "outcome: loneliness", "outcome: lonelinezz")
    os.utime(demo / SUMMARY, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert [f"{SUMMARY}:20:14"] == [str(each.span) for each in examine(demo, store).diagnostics]


def test_the_same_text_in_another_place_is_another_record(
    demo: Path, store: Store, forbid_reading: Callable[[], None]
) -> None:
    """A record that is moved is read again: what its place means is checked there."""
    examine(demo, store)
    (demo / ORGANISATION).rename(demo / "evidence/organisations/midwater.yml")
    forbid_reading()

    with pytest.raises(pytest.fail.Exception, match="read again"):
        examine(demo, store)


def test_advice_is_given_each_time(demo: Path, store: Store, change: Change) -> None:
    """Only what was found sound is recognised; whatever was said is said again."""
    change(SUMMARY, "A fictional trial for", "A fictional trial of 77 people for")
    first = said(examine(demo, store))

    assert first == said(examine(demo, store)) != []


@pytest.mark.parametrize(
    "gone", ["evidence/vocabularies/outcomes.yml", "evidence/vocabularies/places.yml"]
)
def test_a_mention_is_followed_though_its_record_is_recognised(
    demo: Path, store: Store, gone: str
) -> None:
    """What a sound record names may disappear later: that is said at its place."""
    examine(demo, store)
    (demo / gone).write_text("title: Nothing\n", encoding="utf-8")
    cold = said(examine(demo))

    assert cold == said(examine(demo, store)) != []


def test_one_name_twice_is_seen_among_recognised_records(demo: Path, store: Store) -> None:
    """Two bodies of one name are told apart by comparing facts, not records."""
    twin = demo / "evidence/organisations/midwater-arts-two.yml"
    shutil.copy(demo / ORGANISATION, twin)
    first = said(examine(demo, store))

    assert first == said(examine(demo, store))
    assert [f"{ORGANISATION}:1:8 duplicate-name"] == [each.partition(' "')[0] for each in first]


def test_what_is_revived_is_what_was_read() -> None:
    """A record made of what was kept equals the record that the file was read as."""
    hub = load_hub(REPOSITORY).hub
    read = {file.path: read_record(REPOSITORY, file)[1] for file in survey(REPOSITORY).records}

    assert {
        path: each and (type(each), each.id, each.model_dump()) for path, each in read.items()
    } == {path: (type(each), each.id, each.model_dump()) for path, each in hub.records.items()}


def test_what_is_kept_of_a_record_is_ascii(demo: Path, change: Change) -> None:
    """One dash would have the whole text take twice as much memory; the record has its dash."""
    change(SUMMARY, "locator: abstract", "locator: pp. 4–5")
    change("evidence/references.bib", "title = {Group singing", "title = {Singing – Group singing")
    hub = load_hub(demo).hub
    summary, works = hub.summaries["singing-and-loneliness"], hub.references.values()

    assert (True, True) == (summary.said.isascii(), all(each.said.isascii() for each in works))
    assert any(each.quote and each.quote.locator == "pp. 4–5" for each in summary.findings)
    assert any(each.title.startswith("Singing – ") for each in works)


def test_a_revived_record_knows_its_places(demo: Path) -> None:
    """Lines and columns are found in the file when they are asked for."""
    record = load_hub(demo).hub.summaries["singing-and-loneliness"]

    assert f"{SUMMARY}:20:14" == str(record.origin.span(("findings", 0, "outcome")))


def test_several_processes_find_what_one_finds(
    demo: Path, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    """However the files are shared out, all faults are told, in the same order."""
    change(SUMMARY, "outcome: loneliness", "outcome: lonelinezz")
    change(ORGANISATION, "place: northshire", "place: [")
    alone = said(examine(demo))
    monkeypatch.setenv("HUB_WORKERS", "3")
    monkeypatch.setattr(records, "_EACH", 10)

    assert alone == said(examine(demo))


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("seed", range(4))
def test_a_warm_check_says_what_a_cold_one_says(
    demo: Path, store: Store, cache: Path, seed: int
) -> None:
    """Whatever is edited, added, removed or renamed, or lost of the cache: no message changes."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for step in range(12):
        disturb(demo, chance, step)
        damage(cache, chance)

        assert said(examine(demo)) == said(examine(demo, store))


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("seed", range(4, 10))
def test_of_one_file_is_said_what_a_check_of_all_says_of_it(
    demo: Path, store: Store, cache: Path, seed: int
) -> None:
    """Asked for some files, a check is quicker, and says neither more nor less of them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for step in range(12):
        disturb(demo, chance, step)
        damage(cache, chance)
        whole = examine(demo)
        files = [path.relative_to(demo).as_posix() for path in demo.rglob("*") if path.is_file()]
        asked = {*chance.sample(sorted(files), 3), *(each.span.path for each in whole.diagnostics)}
        for path in asked:
            assert said(whole, of=path) == said(examine(demo, store, only=(path,)))


def damage(path: Path, chance: random.Random) -> None:
    """Do to the file of a store what may happen to it, once in a while."""
    match chance.randrange(8):
        case 0:
            path.unlink(missing_ok=True)
        case 1:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"no database")
        case 2 if path.exists():
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.execute("UPDATE kept SET value = '' WHERE length(value) < 2000")
        case 3 if path.exists():
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.execute("DELETE FROM kept WHERE length(value) < 2000")


def disturb(root: Path, chance: random.Random, step: int) -> None:
    """Do to a hub what people do to one."""
    files = sorted(path for path in root.rglob("*") if path.suffix in {".yml", ".bib", ".md"})
    path = chance.choice(files)
    text = path.read_text(encoding="utf-8")
    match chance.randrange(5):
        case 0:
            place = chance.randrange(len(text))
            path.write_text(text[:place] + chance.choice("x: -[]@\n#") + text[place + 1 :], "utf-8")
        case 1:
            lines = text.splitlines(keepends=True)
            del lines[chance.randrange(len(lines))]
            path.write_text("".join(lines) or "title: A\n", "utf-8")
        case 2:
            shutil.copy(path, path.with_name(f"copy-{step}{path.suffix}"))
        case 3 if len(files) > 5:
            path.rename(path.with_name(f"renamed-{step}{path.suffix}"))
        case _:
            # Back to the beginning, as with a checkout: old bytes are known bytes.
            shutil.copytree(DEMO, root, dirs_exist_ok=True)


def test_a_sound_library_is_not_checked_twice(
    demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to be said of references alone is known from the entries that were read before."""
    examine(demo, store)
    monkeypatch.setattr(library, "check_reference", lambda _: pytest.fail("checked again"))

    assert [] == said(examine(demo, store))


def test_a_library_with_a_fault_is_checked_each_time(demo: Path, store: Store) -> None:
    """Only a library of which nothing was to be said is taken for sound."""
    bib = demo / "evidence/references.bib"
    bib.write_text(bib.read_text("utf-8").replace("title = {", "title = {TODO ", 1), "utf-8")
    first = said(examine(demo, store))

    assert first == said(examine(demo, store)) != []
