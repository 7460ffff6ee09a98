"""What is remembered of a library, and who reads the rest, never changes what is read from it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.diagnostics import Diagnostic, in_order
from hub.loading import bibtex_pieces, bibtex_reader
from hub.loading.bibtex import read_bibtex
from hub.model.references import Reference
from hub.pool import Pool
from hub.source import SourceText
from hub.store import Store

LIBRARY = Path(__file__).parents[2] / "evidence" / "references.bib"
PIECES = [
    "@misc{a, title = {One}}", "@misc{b, title = {Two}, year = 2020}", "@misc{A, title = {One}}",
    "@misc{c, title = jah}", '@string{jah = "A Journal"}', '@string{jah = "Another"}',
    "@misc{d, title = {Broken}", "stray words", "% a comment", "@misc{e, author = {Lee, Ann}}",
    "@misc{f, title = {F}} @misc{g, title = {G}}", "@comment{x}", "title = {z}}",
    "@Misc(h, title = {H})", "@misc{i, title = {See @misc{b, title = {Two}}}}",
    "@misc{j, title = {J}, status = {retracted}}", "@string{jah = never}", "@misc{b}",
    '@misc{k, title = {K}} @string{jah = "Third"}', "@misc{l, title = {Retracted article}}",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("\n".join)

Seen = tuple[dict[str, object], tuple[Diagnostic, ...], frozenset[str], frozenset[str], list[str]]


@pytest.fixture(autouse=True, scope="module")
def _small_pieces() -> Iterator[None]:
    """Cut libraries of a few entries too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_pieces, "ENTRIES", 2)
        yield


def seen(text: str, store: Store | None = None, pool: Pool | None = None) -> Seen:
    """Return all that reading a text shows: references with their places, faults, keys."""
    found = read_bibtex(SourceText("x.bib", text), store, pool)
    places = [
        f"{key} {each.id} {each.origin.span()} {each.origin.span(('title',))}"
        for key, each in found.references.items()
    ]
    works: dict[str, object] = {key: each.model_dump() for key, each in found.references.items()}
    return works, in_order(found.faults), found.unread, found.retracted, places


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_warm_reading_is_cold_reading(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str
) -> None:
    """After any earlier library, and after itself, a library is read as if for the first time."""
    store = Store(tmp_path_factory.mktemp("memory") / "kept.sqlite")
    seen(first, store)

    assert seen(second) == seen(second, store)
    assert seen(second) == seen(second, store)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_it_does_not_matter_where_a_library_is_cut(text: str) -> None:
    """Entries that are read one by one say what they say when they are read together."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_pieces, "ENTRIES", 1)
        one_by_one = seen(text)
        patch.setattr(bibtex_pieces, "ENTRIES", 1 << 40)

        assert seen(text) == one_by_one


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_others_read_the_same(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """A pool that is sent the pieces returns what this process would have read."""
    with ThreadPoolExecutor(2) as executor:
        pool = Pool(tmp_path_factory.mktemp("pool") / "site", executor=executor)

        assert seen(text) == seen(text, pool=pool)


def test_the_real_library_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reading reads no entry, and gives the same references in the same order."""
    text, store = LIBRARY.read_text("utf-8"), Store(tmp_path / "kept.sqlite")
    cold = seen(text, store)
    monkeypatch.setattr(bibtex_reader, "scan", None)
    warm = seen(text, store)

    assert cold == warm
    assert list(cold[0]) == list(warm[0])


def test_a_reference_is_made_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys are known, and looked up, without a single reference being made."""
    text, store = "@misc{a, title = {One}}", Store(tmp_path / "kept.sqlite")
    seen(text, store)
    monkeypatch.setattr(Reference, "model_validate_json", None)
    references = read_bibtex(SourceText("x.bib", text), store).references

    assert (["a"], True) == (list(references), "a" in references)


def test_a_changed_entry_is_read_again(tmp_path: Path) -> None:
    """One entry that was changed is read anew, with its place."""
    store = Store(tmp_path / "kept.sqlite")
    seen("@misc{a, title = {One}}\n\n@misc{b, title = {Two}}\n", store)
    changed = "@misc{a, title = {One}}\n\n@misc{b, title = {Three}, doi = {no}}\n"

    assert seen(changed) == seen(changed, store)
    assert "malformed-identifier" in [each.code.slug for each in seen(changed, store)[1]]


def test_a_change_makes_no_other_piece_anew() -> None:
    """Where the other pieces begin and end does not depend on an entry that is put in."""
    before = [f"@misc{{work{number}, title = {{T}}}}\n" for number in range(100)]
    after = [*before[:50], "@misc{new, title = {N}}\n", *before[50:]]
    first, second = (
        {piece.key for piece in bibtex_pieces.pieces_of("".join(each), b"")}
        for each in (before, after)
    )

    assert 3 >= len(second - first)


def test_the_key_of_a_library_is_that_of_its_content() -> None:
    """Two libraries have one key if they say the same, and only then."""
    one, other = (read_bibtex(SourceText("x.bib", f"@misc{{{key}}}")).key for key in "ab")

    assert one != other
    assert one == read_bibtex(SourceText("x.bib", "@misc{a}")).key


def test_retracted_works_are_known_by_key() -> None:
    """The state of a work tells that it was retracted, and not its title."""
    text = "@misc{a, title = {Retracted article}}\n@misc{b, title = {T}, status = {retracted}}\n"

    assert frozenset({"b"}) == read_bibtex(SourceText("x.bib", text)).retracted
