"""The words of an index in small files: all of them, in order, each with its pages."""

from pathlib import Path

import pytest

from hub.pool import Pool
from hub.publishing import packed, search_chunks
from hub.publishing.checksums import lines_of
from hub.publishing.search_chunks import Chunk
from hub.publishing.search_runs import Run, runs_of, stretches

KEYS = [("art", ""), ("cafe", ""), ("cafe", "café"), ("choir", "")]
"""By what words are found, in order."""
PLACES = packed.encoded([-25, 3]) + packed.encoded([])
FIRST: dict[int, Run] = {0: (1, 0, 0, PLACES), 2: (1, 9, 9, PLACES), 3: (1, 4, 4, PLACES)}
THEN: dict[int, Run] = {3: (1, 300, 300, PLACES)}
"""Which words are on which pages: those of one process, and of the next."""


def write_words(folder: Path, *told: dict[int, Run]) -> tuple[list[Chunk], list[str]]:
    """Write what some processes told."""
    cut = stretches(KEYS)
    runs = [runs_of(each, each.__getitem__, cut) for each in told]
    return search_chunks.write_words(KEYS, runs, cut, folder, Pool(folder))


def found(folder: Path) -> list[packed.Value]:
    """Return the words of each file, in the order of their names."""
    paths = sorted(folder.rglob("*.pf_index"))
    return [packed.load(packed.unpacked(path.read_bytes()))[0] for path in paths]


def test_words_are_in_order_and_pages_are_steps(tmp_path: Path) -> None:
    """Of what several processes found the pages follow one another."""
    write_words(tmp_path, FIRST, THEN)
    page: list[packed.Value] = [[-25, 3], []]

    assert [[
        ["art", [[0, *page]], []],
        ["cafe", [], [["café", [[9, *page]]]]],
        ["choir", [[4, *page], [296, *page]], []],
    ]] == found(tmp_path)  # fmt: skip


def test_each_file_tells_its_first_and_its_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser fetches that between whose words the one asked for would stand."""
    monkeypatch.setattr(search_chunks, "SIZE", 20)
    chunks, lines = write_words(tmp_path, FIRST)

    assert [("art", "cafe"), ("choir", "choir")] == [(first, last) for first, last, _ in chunks]
    assert set(tmp_path.rglob("*.pf_index")) == {
        tmp_path / "index" / f"{name}.pf_index" for *_, name in chunks
    }
    assert [*lines_of(tmp_path)] == lines
    assert 2 == len(found(tmp_path))
