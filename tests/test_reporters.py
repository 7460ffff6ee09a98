"""One diagnostic in each of its renderings."""

import json

from hub import reporters
from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.source import SourceText, Span

SOURCE = SourceText("a.yml", "title: A\nmode: sining\n")
FAULT = Diagnostic(
    code=Code.UNKNOWN_CHOICE,
    span=Span("a.yml", 2, 7, 2, 13),
    message='"sining" is not a choice for "mode"',
    expected="singing or dancing",
    help='did you mean "singing"?',
    notes=(Note("first given here", Span("b.yml", 4, 1, 4, 2)),),
)
ADVICE = Diagnostic(code=Code.UNUSED_REFERENCE, span=Span("b.bib", 1, 1, 1, 2), message="unused")


def test_text_shows_the_line_and_underlines_the_fault() -> None:
    """The first line stands alone; the excerpt, note, expectation and help follow."""
    expected = """\
a.yml:2:7: error[unknown-choice]: "sining" is not a choice for "mode"
  |
2 | mode: sining
  |       ^^^^^^
  = note: first given here: b.yml:4:1
  = expected: singing or dancing
  = help: did you mean "singing"?
"""

    assert expected == reporters.text_of(FAULT, {"a.yml": SOURCE})


def test_a_long_line_is_shown_around_the_fault() -> None:
    """The excerpt stays readable, and still points at the right characters."""
    source = SourceText("a.yml", "x" * 5000 + "BAD" + "y" * 5000)
    fault = Diagnostic(code=Code.UNKNOWN_CHOICE, span=source.span(5000, 5003), message="m")
    _, _, line, marks, *_ = reporters.text_of(fault, {"a.yml": source}).splitlines()

    assert len(line) < 200
    assert "BAD" == line[marks.index("^") : marks.rindex("^") + 1]


def test_what_a_terminal_would_obey_is_shown_as_what_it_is() -> None:
    """Escape sequences from contributed text never reach the terminal."""
    source = SourceText("a.yml", "\x1b[31mred\n")
    fault = Diagnostic(code=Code.UNKNOWN_CHOICE, span=source.span(0, 1), message="\x1b]0;x")

    assert "\x1b" not in reporters.text_of(fault, {"a.yml": source})


def test_github_annotates_one_line_a_diagnostic() -> None:
    """Line ends inside a message are escaped, as workflow commands want it."""
    expected = (
        '::error file=a.yml,line=2,col=7,title=unknown-choice::"sining" is not a choice for "mode"'
        '%0Aexpected: singing or dancing%0Ahelp: did you mean "singing"?\n'
    )

    assert expected == reporters.github([FAULT])


def test_json_says_all_of_it() -> None:
    """Tools get every part, with places as numbers."""
    (row,) = json.loads(reporters.as_json([FAULT]))

    assert ("unknown-choice", "error", 2, 7, 2, 13) == (
        row["code"], row["severity"], row["line"], row["column"], row["end_line"], row["end_column"]
    )  # fmt: skip
    assert [{"message": "first given here", "path": "b.yml", "line": 4, "column": 1}] == row[
        "notes"
    ]


def test_the_count_is_one_line() -> None:
    """Errors, advice and files are counted, in the singular where there is one."""
    assert "2 errors and 1 warning in 2 files" == reporters.count([FAULT, FAULT, ADVICE])
