"""What a reader should know about one place in the data, as a value.

Faults in content are never raised: they are gathered, sorted and rendered (`hub.reporters`).
What each code means stands in `hub.codes`; this module knows no code by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from hub.codes import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.source import Span

MAX_LISTED = 8
"""Choices are listed up to this number; a longer list is shown as a shape and one example."""


@dataclass(frozen=True, slots=True)
class Note:
    """Another place that matters, said once."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing a reader should know about one place in the data.

    `message` says what is wrong, lower case, without a full stop; `expected` what would have
    been right; `help` how to mend it, in the imperative. `instead` is what to write in place of
    what stands at `span`, where that is sure.
    """

    code: Code
    span: Span
    message: str
    expected: str = ""
    help: str = ""
    notes: tuple[Note, ...] = ()
    severity: Severity | None = None
    instead: str = ""

    @property
    def weight(self) -> Severity:
        """The severity: this diagnostic's own, or the usual one of its code."""
        return self.severity or self.code.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by path, line, column, then code and message, so that reports are stable."""
        return (self.span.path, self.span.line, self.span.column, self.code.slug, self.message)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by place, each once."""
    return tuple(sorted(set(diagnostics), key=lambda each: each.sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of the diagnostics stops a build."""
    return any(each.weight is Severity.ERROR for each in diagnostics)


def closest(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Return up to three candidates that are spelled much like `word`, best first.

    Case is ignored for the comparison, since a wrong capital is the commonest slip.
    """
    by_folded = {each.casefold(): each for each in sorted(candidates, reverse=True)}
    matches = get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.75)
    return tuple(by_folded[each] for each in matches)


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """Return a suggestion from candidates that exist, or `otherwise`."""
    found = closest(word, candidates)
    return f"did you mean {any_of(found)}?" if found else otherwise


def any_of(choices: Iterable[str]) -> str:
    """Return choices as readable text: `"a", "b" or "c"`."""
    quoted = [f'"{each}"' for each in choices]
    if len(quoted) < 2:  # noqa: PLR2004 - one choice needs no "or"
        return "".join(quoted)
    return ", ".join(quoted[:-1]) + " or " + quoted[-1]


def one_of(choices: Iterable[str], otherwise: str) -> str:
    """Return the choices when there are few, else `otherwise`, a shape with an example."""
    known = list(choices)
    return ", ".join(known[:-1]) + " or " + known[-1] if 1 < len(known) <= MAX_LISTED else otherwise
