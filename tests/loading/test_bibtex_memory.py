"""What is remembered of a library never changes what is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.diagnostics import Diagnostic
from hub.loading import bibtex
from hub.loading.bibtex import read_bibtex
from hub.source import SourceText
from hub.store import Store

LIBRARY = Path(__file__).parents[2] / "evidence" / "references.bib"
PIECES = [
    "@misc{a, title = {One}}", "@misc{b, title = {Two}, year = 2020}", "@misc{A, title = {One}}",
    "@misc{c, title = jah}", '@string{jah = "A Journal"}', '@string{jah = "Another"}',
    "@misc{d, title = {Broken}", "stray words", "% a comment", "@misc{e, author = {Lee, Ann}}",
    "@misc{f, title = {F}} @misc{g, title = {G}}", "@comment{x}", "title = {z}}",
    "@Misc(h, title = {H})",
]  # fmt: skip

Seen = tuple[dict[str, object], list[Diagnostic], frozenset[str], dict[str, str]]


def seen(text: str, store: Store | None = None) -> Seen:
    """Return all that reading a text shows: references with their places, faults, unread keys."""
    references, diagnostics, unread = read_bibtex(SourceText("x.bib", text), store)
    return (
        {key: each.model_dump() for key, each in references.items()},
        sorted(diagnostics, key=lambda each: each.sort_key),
        unread,
        {key: f"{each.origin.span()} {each.origin.span(('title',))} {each.id}"
         for key, each in references.items()},
    )  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.lists(st.sampled_from(PIECES), max_size=8))
def test_warm_reading_is_cold_reading(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    """After any earlier library, and after itself, a library is read as if for the first time."""
    store = Store(tmp_path_factory.mktemp("memory") / "kept.sqlite")
    first, second = "\n".join(before), "\n".join(after)
    seen(first, store)

    assert seen(second) == seen(second, store)
    assert seen(second) == seen(second, store)


def test_the_real_library_is_read_without_pybtex(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second reading asks pybtex nothing, and gives the same references in the same order."""
    text, store = LIBRARY.read_text("utf-8"), Store(tmp_path / "kept.sqlite")
    cold = seen(text, store)
    monkeypatch.setattr(bibtex, "LowLevelParser", None)
    warm = seen(text, store)

    assert cold == warm
    assert list(cold[0]) == list(warm[0])


def test_a_changed_entry_alone_is_read_again(tmp_path: Path) -> None:
    """One entry that was changed is read anew, with its place."""
    store = Store(tmp_path / "kept.sqlite")
    seen("@misc{a, title = {One}}\n\n@misc{b, title = {Two}}\n", store)
    changed = "@misc{a, title = {One}}\n\n@misc{b, title = {Three}, doi = {no}}\n"

    assert seen(changed) == seen(changed, store)
    assert "malformed-identifier" in [each.code.slug for each in seen(changed, store)[1]]
