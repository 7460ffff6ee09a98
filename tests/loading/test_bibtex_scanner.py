"""What a value says, compared with pybtex, which reads BibTeX as BibTeX does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database.input.bibtex import LowLevelParser
from pybtex.utils import CaseInsensitiveDict

from hub.loading.bibtex import read_bibtex
from hub.loading.bibtex_scanner import scan
from hub.loading.bibtex_tables import MONTHS
from hub.source import SourceText

WORDS = st.lists(
    st.sampled_from([
        "a", "Song", " ", "  ", "\n", "{B}", "{{c} d}", "\\'{e}", "=", ",", "#", "%", "7",
    ])
).map("".join)  # fmt: skip
PARTS = st.one_of(
    WORDS.map("{{{}}}".format), WORDS.map('"{}"'.format), st.sampled_from(["2020", "jah", "MAR"])
)
VALUES = st.lists(PARTS, min_size=1, max_size=3).map(" # ".join)
ENTRIES = st.lists(
    VALUES.map("@misc{{x, year=1,title = {},\n  note={{T}}}}".format)
    | VALUES.map("@Misc (y , note = {{T}},, Title = {}, )".format)
    | st.sampled_from(["A", "a {B} c", " "]).map('@string{{jah = "{}"}}'.format),
    max_size=4,
).map("\n".join)


def by_pybtex(text: str) -> list[dict[str, str]]:
    """Return the fields of each entry as pybtex reads them, with single blanks."""
    months = CaseInsensitiveDict({name: name for name in MONTHS})
    commands = [each for each in LowLevelParser(text, macros=months) if each[0] != "string"]
    return [
        {name.lower(): " ".join("".join(parts).split()) for name, parts in fields}
        for _, (_, fields) in commands
    ]


@settings(max_examples=400, deadline=None)
@given(ENTRIES)
def test_values_say_what_pybtex_reads(text: str) -> None:
    """Braces, quotation marks and abbreviations mean the same, wherever they stand."""
    text = '@string{jah = "A Journal"}\n' + text
    found = scan(SourceText("x.bib", text))
    read = [
        {field.name: " ".join(field.text.split()) for field in entry.fields}
        for entry in found.entries
    ]

    assert ([], by_pybtex(text)) == (found.faults, read)


def test_an_abbreviation_stands_for_what_was_given_last() -> None:
    """What is given anew counts from there on, as in BibTeX."""
    text = (
        '@string{jah = "First"}\n@misc{a, title = jah}\n'
        '@string{jah = "Second"}\n@misc{b, title = jah}\n'
    )
    found = read_bibtex(SourceText("x.bib", text)).references

    assert ["First", "Second"] == [each.title for each in found.values()]


def test_a_blank_after_the_sign_is_no_fault() -> None:
    """BibTeX allows a blank between @ and the type."""
    assert ["a"] == list(read_bibtex(SourceText("x.bib", "@ misc{a, title = {T}}")).references)
