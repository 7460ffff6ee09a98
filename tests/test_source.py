"""Spans: offsets and places are two ways to say the same."""

from hypothesis import given
from hypothesis import strategies as st

from hub.source import SourceText, Span


def test_a_span_prints_as_editors_open_it() -> None:
    """A place is path, line and column, with colons."""
    assert "evidence/a.yml:3:7" == str(Span("evidence/a.yml", 3, 7, 3, 9))


def test_columns_count_characters_not_bytes() -> None:
    """The letter after an accented one is one column on."""
    assert (1, 3) == (
        (span := SourceText("a", "éèx").span(2, 3)).line,
        span.column,
    )


@given(st.text(), st.integers(min_value=0, max_value=400))
def test_offset_and_place_are_inverse(text: str, offset: int) -> None:
    """Turning an offset into a place and back gives the offset."""
    source = SourceText("a", text)
    offset = min(offset, len(text))
    span = source.span(offset, offset)

    assert offset == source.offset(span.line, span.column)


@given(st.text(alphabet="ab\r\n"))
def test_lines_are_those_an_editor_shows(text: str) -> None:
    """Line n is the nth of the text split at line feeds, without its carriage return."""
    source = SourceText("a", text)
    expected = [line.rstrip("\r") for line in text.split("\n")]

    assert expected == [source.line(number + 1) for number in range(len(expected))]
