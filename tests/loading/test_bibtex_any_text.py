"""Whatever stands in a BibTeX file, reading it ends soon, raises nothing, and points inside it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.loading.bibtex import read_bibtex
from hub.source import SourceText

PIECES = [
    "@article{", "@Article(", "@string{", "@comment{", "@preamble{", "@misc", "@", "Lee2020", ",",
    "\n", "\r\n", "  ", "\t", "title", "author", "year", "doi", "number", "date", "status", "jah",
    " = ", "=", "{", "}", "(", ")", '"', "#", "%", "\\", "\\'", '{\\"o}', "\\input", "\\&", "--",
    " and ", "others", "Lee, Ann", "{A Body}", ", Jr, ", "van der ", "李明", "2020", "in press",
    "10.1234/x", "'", "``", "~", "$", ";", "\ufeff", "\x00", "\u2028",
]  # fmt: skip
SOUND_START = "@article{Lee2020,\n  author = {Lee, Ann},\n  journal = {J},\n  year = 2020,\n  "
TEXTS = (
    st.text(max_size=200)
    | st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
    | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda each: SOUND_START + "".join(each))
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """No text makes reading fail, and each fault stands in a line of the file."""
    source = SourceText("evidence/references.bib", text)

    library = read_bibtex(source)

    for each in library.faults:
        assert 1 <= each.span.line <= text.count("\n") + 1
        assert 1 <= each.span.column <= len(source.line(each.span.line)) + 2
        assert (each.span.line, each.span.column) <= (each.span.end_line, each.span.end_column)
        assert each.message
    for key, reference in library.references.items():
        assert key == reference.key


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_entry_is_a_reference_or_a_fault(text: str) -> None:
    """An entry that is not read is always said to be at fault."""
    library = read_bibtex(SourceText("references.bib", text))

    assert not library.unread or library.faults


@pytest.mark.parametrize(
    "text",
    [
        "{" * 1_000_000, "@article{" * 100_000, "@article{a," + "{" * 1_000_000,
        "@article{a,\n" + "title = {\n" * 50_000, "@article{a,\n" + 'title = "\n' * 50_000,
        "@article{a, title = " + "x # " * 20_000, "@a{b}" * 20_000, "% @a{\n" * 50_000,
        "@string{a = " + '"x" # ' * 100_000, "@article{a, title = {" + "\\" * 500_000,
        "@article{a, " + "title = {x}, " * 50_000, "@" + " " * 1_000_000, "=" * 500_000,
        "@article{a, author = {" + "{a} and " * 400 + "b}, title = {x}}", "}\n" * 200_000,
        "@comment{" * 100_000, "@article{a}\n" * 20_000, "x\n" * 300_000,
        "@article{a, title = {" + "x\n" * 300_000 + "}}", "@article{" + "k" * 1_000_000,
    ],
    ids=lambda text: text[:24].replace("\n", " "),
)  # fmt: skip
def test_hostile_repetition_ends_soon(text: str) -> None:
    """Much of the same notation takes seconds, not minutes: time grows with length."""
    before = time.process_time()

    library = read_bibtex(SourceText("references.bib", text))

    assert library.faults
    assert time.process_time() - before < 10
