"""What libyaml means, in words that help somebody who does not know YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic

if TYPE_CHECKING:
    import yaml

    from hub.source import SourceText

_NAME_AND_VALUE = re.compile(r"[ -]*[A-Za-z_]+(?P<colon>:)(?!//)\S")

# libyaml's words for the problem -> what is wrong, what was expected, how to mend it
_MEANINGS: tuple[tuple[str, str, str, str], ...] = (
    ("mapping values are not allowed", 'a second ": " on one line',
     'one "name: value" a line', 'put the value in quotes: name: "Northshire: the plan"'),
    ("cannot start any token", "a character that cannot begin a value",
     "a letter, a digit or a quotation mark", "put the value in quotes"),
    ("could not find expected ':'", "a line that is not a field",
     'a name, a colon, a space, and the value: "title: Singing"',
     "add the colon, or indent the line so that it belongs to the text above"),
    ("found unexpected end of stream", "a quotation that is never closed",
     "a closing quotation mark", "close the quotation, or write the text below a | instead"),
    ("did not find expected key", "a line whose indentation does not fit",
     "fields of one record begin in the same column",
     "line it up with its neighbours; a value with quotes inside may need quotes around it"),
    ("did not find expected '-' indicator", "a line in a list without its hyphen",
     'every item of a list begins with "- "', "add the hyphen, or indent the line"),
    ("did not find expected ',' or", "a list in square brackets that is never closed",
     "items between [ and ], with commas", "close the bracket, or write the items as lines with -"),
    ("block sequence entries are not allowed", "a list item where none can stand",
     "list items on lines of their own, below the name of the field", "begin a new line before -"),
    ("found unknown escape character", "a backslash that means nothing here",
     "plain text, or single quotes", "use single quotes, in which a backslash is only a backslash"),
    ("control characters are not allowed", "a control character",
     "only characters that a reader can see", "delete it and type the words around it anew"),
)  # fmt: skip


def syntax_fault(source: SourceText, error: yaml.YAMLError) -> Diagnostic:
    """Return the diagnostic for an error of libyaml's reader, scanner or parser."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    offset = _offset(source, error)
    if source.text[offset : offset + 1] == "\t":
        return _fault(source, offset, "a tab stands where only spaces can",
                      "two spaces for each level", "replace the tab by spaces")  # fmt: skip
    if (colon := _colon_without_blank(source, offset)) and "could not find expected ':'" in problem:
        return _fault(source, colon, "no blank stands after the colon", "name: value",
                      "put a blank after the colon")  # fmt: skip
    known = [meaning for sign, *meaning in _MEANINGS if sign in problem]
    what, expected, advice = (
        known[0]
        if known
        else (
            f"this cannot be read as YAML ({problem})",
            "name: value, a line each",
            "compare the line with a record that works; quotes often help",
        )
    )
    return _fault(source, offset, what, expected, advice)


def _colon_without_blank(source: SourceText, offset: int) -> int:
    """Return where "name:value" stands on the last line above; 0 where there is none.

    It is read as a word, so that the fault is noticed only on the line below.
    """
    above = source.text[:offset].rstrip()
    line = above.rfind("\n") + 1
    found = _NAME_AND_VALUE.match(above, line)
    return found.start("colon") if found else 0


def words_cut_off(source: SourceText, start: int, end: int) -> Diagnostic:
    """Return the diagnostic for a # that turns the rest of a value into a comment."""
    lost = source.text[start:end].strip()
    return Diagnostic(
        code=Code.WORDS_CUT_OFF, span=source.span(end - len(source.text[start:end].lstrip()), end),
        message=f'YAML drops "{lost[:60]}": a blank and a # begin a comment',
        expected="the whole value in quotes",
        help="put the value in quotes; before a remark of your own, leave two blanks",
    )  # fmt: skip


def _fault(source: SourceText, offset: int, what: str, expected: str, advice: str) -> Diagnostic:
    return Diagnostic(
        code=Code.YAML_SYNTAX, span=source.span(offset, offset + 1),
        message=what, expected=expected, help=advice,
    )  # fmt: skip


def _offset(source: SourceText, error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = mark.index if mark else getattr(error, "position", 0) or 0
    # An unclosed quotation is noticed at the end of the file; it is wrong where it begins.
    context = getattr(error, "context_mark", None)
    if context and offset >= len(source.text.rstrip()):
        offset = context.index
    return min(offset, max(len(source.text) - 1, 0))
