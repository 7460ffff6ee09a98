"""What the fields of one sound entry say, as the fields of a reference.

Takes the texts of its fields, by name; a field at fault is left out and said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from hub.codes import Code, Severity
from hub.diagnostics import did_you_mean, one_of
from hub.loading.bibtex_dates import DateError, parse_issued
from hub.loading.bibtex_messages import Words
from hub.loading.bibtex_names import read_names
from hub.loading.bibtex_tables import FIELDS
from hub.loading.latex import plain_address, plain_text, unknown_commands
from hub.model import identifiers
from hub.model.identifiers import MalformedIdentifierError
from hub.model.references import WorkState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class Fault(NamedTuple):
    """What is wrong with a field: its name, the text in it at fault ("" for all), the words."""

    field: str
    text: str
    words: Words


def reference_fields(
    kind: str, texts: Mapping[str, str]
) -> tuple[dict[str, Any], list[Fault]]:  # Any: what pydantic takes
    """Return the fields of a reference of CSL type `kind`, and what is wrong with the others."""
    faults = [*_unknown_commands(texts)]
    broken = {fault.field for fault in faults if fault.words.severity is not Severity.WARNING}
    sound = {name: text for name, text in texts.items() if text and name not in broken}
    found: dict[str, Any] = {"type": kind}
    for name, text in sound.items():
        if name not in FIELDS or name in _WITH_COMPANIONS:
            continue
        try:
            value, more = _parse(name, text)
        except _ValueError as error:
            value, more = None, [("", error.words)]
        if value:
            found[FIELDS[name]] = value
        faults += [Fault(name, *each) for each in more]
    try:
        found["issued"] = parse_issued(sound)
    except DateError as error:
        faults.append(Fault(error.field, "", error.words))
    _settle(found, sound)
    return found, faults


class _ValueError(ValueError):
    def __init__(self, words: Words) -> None:
        self.words = words


def _parse(name: str, text: str) -> tuple[Any, list[tuple[str, Words]]]:  # Any: as above
    if name in {"author", "editor"}:
        return read_names(text)
    try:
        return _PARSERS.get(name, plain_text)(text), []
    except MalformedIdentifierError as error:
        raise _ValueError(_identifier_words(name, error)) from None


# A hyphen between two page numbers is a range; one inside "e-12" is not.
_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=[A-Za-z]{0,2}\d)")


def _pages(text: str) -> str:
    return _RANGE.sub("–", plain_text(text))


def _language(text: str) -> str:
    return {"english": "en", "british": "en-GB", "welsh": "cy"}.get(text.lower(), text)


def _state(text: str) -> str:
    if text not in set(WorkState):
        choices = [state.value for state in WorkState]
        raise _ValueError(Words(
            f'"{text}" is not a state of a work', one_of(choices, ""),
            did_you_mean(text, choices, "delete the line if nothing has happened to the work"),
            Code.UNKNOWN_CHOICE,
        ))  # fmt: skip
    return text


def _notice(text: str) -> str:
    address = plain_address(text)
    is_page = re.match(r"https?://(?!(?:dx\.)?doi\.org/)", address)
    return address if is_page else identifiers.parse_doi(address)


def _identifier(parse: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: parse(plain_address(text))


_PARSERS: dict[str, Callable[[str], str]] = {
    "pages": _pages, "language": _language, "langid": _language, "url": plain_address,
    "doi": _identifier(identifiers.parse_doi), "pmid": _identifier(identifiers.parse_pmid),
    "pmcid": _identifier(identifiers.parse_pmcid), "isbn": _identifier(identifiers.parse_isbn),
    "issn": _identifier(identifiers.parse_issn), "eprint": _identifier(identifiers.parse_arxiv),
    "status": _state, "status-notice": _notice,
}  # fmt: skip
_WITH_COMPANIONS = frozenset({"year", "month", "day", "date", "pubstate", "subtitle"})


def _settle(found: dict[str, Any], texts: Mapping[str, str]) -> None:
    """Finish what takes two fields, or the type, to decide."""
    if "subtitle" in texts and "title" in found:
        found["title"] += f": {plain_text(texts['subtitle'])}"
    arxiv = found.pop("arxiv", None)
    if arxiv:
        found.setdefault("url", f"https://arxiv.org/abs/{arxiv}")
    # In an article, BibTeX's "number" is the issue (btxdoc.pdf, section 3.2).
    if found["type"] == "article-journal" and "number" in found and "issue" not in found:
        found["issue"] = found.pop("number")


def _unknown_commands(texts: Mapping[str, str]) -> Iterator[Fault]:
    for name, text in texts.items():
        if "\\" not in text or name not in FIELDS:
            continue
        for _, _, command in unknown_commands(text):
            expected = "text, and LaTeX accents"
            if command == "\\":
                words = Words("a stray \\ at the end", expected, "delete the \\")
            else:
                # Nothing runs it: at worst a reader sees a command among the words.
                words = Words(
                    f'"{command}" is not notation the hub knows', expected,
                    "type the character itself: the file may hold any letter or sign",
                    severity=Severity.WARNING,
                )  # fmt: skip
            yield Fault(name, command, words)


def _identifier_words(name: str, error: MalformedIdentifierError) -> Words:
    advice = "compare it with the work itself"
    if error.instead:
        advice = f"write {name} = {{{error.instead}}}"
    code = Code.MALFORMED_IDENTIFIER
    return Words(str(error), error.expected, advice, code, instead=error.instead)
