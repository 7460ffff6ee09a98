"""What is said about BibTeX punctuation: one function for each fault, read by librarians."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hub.codes import Code, Severity
from hub.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAIRS = "as many { as }"


class Words(NamedTuple):
    """What a diagnostic says, before it has a place."""

    message: str
    expected: str
    help: str
    code: Code = Code.BIBTEX_SYNTAX
    severity: Severity | None = None
    instead: str = ""


def no_key(kind: str) -> Words:
    """An entry begins without a key."""
    return Words(
        f"this @{kind} has no key", f"a key right after the brace, such as @{kind}{{Lee2020,",
        "add one: citations name the work by its key",
    )  # fmt: skip


def no_comma_after_key(key: str) -> Words:
    """Something else than a comma follows the key."""
    return Words(
        f'there is no comma after the key "{key}"', "a comma between the key and the first field",
        f'write "{key},"',
    )  # fmt: skip


def no_equals_sign(name: str) -> Words:
    """A value follows a field name at once."""
    return Words(
        f'there is no "=" after "{name}"', 'a name, "=", and the value in braces',
        f"write {name} = {{...}}",
    )  # fmt: skip


def no_value(name: str) -> Words:
    """Nothing follows an equals sign."""
    return Words(
        f'"{name}" has no value', "text in braces", f"write {name} = {{...}}, or delete the line"
    )


def no_comma(name: str, following: str) -> Words:
    """A field follows a value at once."""
    return Words(
        f'there is no comma after "{name}"', "a comma between two fields",
        f'put a comma here, before "{following}"',
    )  # fmt: skip


def not_in_braces(name: str, written: str) -> Words:
    """Words stand where a value in braces belongs."""
    return Words(
        f'the value of "{name}" is not in braces',
        "text in braces; whole numbers and months may stand alone",
        f"write {name} = {{{written}}}",
    )  # fmt: skip


def not_an_abbreviation(word: str, name: str, known: Iterable[str]) -> Words:
    """A single word stands for nothing."""
    return Words(
        f'"{word}" is not an abbreviation',
        "text in braces, or a name that an @string before it explains",
        did_you_mean(word, known, f"write {name} = {{{word}}}"),
    )


def not_a_field(written: str) -> Words:
    """Something else than a field stands inside an entry."""
    shape = 'fields alone: a name, "=", and the value in braces'
    if written.startswith("%"):
        return Words("a comment inside an entry", shape, "move it above the entry")
    return Words(
        f'"{short(written)}" is not a field', shape, "check the braces and commas around it"
    )


def never_ends(name: str, sign: str) -> Words:
    """A value runs into the next field, or out of the entry."""
    if sign == "{":
        return Words(
            f'the brace that opens "{name}" is never closed', _PAIRS,
            f'count the braces of "{name}"; it must end before the next field',
        )  # fmt: skip
    return Words(
        f'the quotation mark that opens "{name}" is never closed', "a closing quotation mark",
        "close it before the next field, or use braces in place of quotation marks",
    )  # fmt: skip


def never_closed(entry: str) -> Words:
    """An entry runs into the next, or to the end of the file."""
    return Words(f"{entry} is never closed", _PAIRS, "put the missing brace after its last field")


def closes_nothing(name: str) -> Words:
    """A brace closes too much inside quotation marks."""
    return Words(f'this brace in "{name}" closes nothing', _PAIRS, "delete it")


def closes_too_early(entry: str) -> Words:
    """Fields follow the brace that closed their entry."""
    return Words(
        f"this brace closes {entry} too early", _PAIRS, "delete the brace that is too many"
    )


def too_deep(name: str, most: int) -> Words:
    """Braces nest deeper than any title needs."""
    return Words(
        f'too many braces inside each other in "{name}"', f"at most {most}",
        "braces keep a capital letter; one pair is enough", Code.TOO_LARGE,
    )  # fmt: skip


def too_long(name: str, length: int, most: int) -> Words:
    """A value is longer than any title or list of authors."""
    return Words(
        f'"{name}" holds {length:,} characters', f"at most {most:,}",
        "shorten it; an abstract does not belong in the library", Code.TOO_LARGE,
    )  # fmt: skip


def not_a_simple_string(most: int) -> Words:
    """An @string is built from others, or broken."""
    return Words(
        "an @string that is more than a name and a text",
        f'one text of at most {most} characters, such as @string{{jah = "Journal of ..."}}',
        "write the words out where they are needed",
    )


def preamble() -> Words:
    """TeX code stands where it would never run."""
    return Words("the hub does not run TeX, so it has no @preamble", "entries alone", "delete it")


def outside(written: str) -> Words:
    """Text stands between entries and is no comment."""
    message = f'"{short(written)}" stands outside every entry'
    expected = "entries, and comments that begin with %"
    if any(sign in written for sign in "{}@="):
        return Words(message, expected, "check the braces here, and the @ of the entry")
    return Words(message, expected, "begin the line with %", severity=Severity.WARNING)


def not_hidden() -> Words:
    """An entry stands in a comment, which hides it from some programs only."""
    return Words(
        "an entry inside a comment",
        "comments without entries: BibTeX and many programs would read this one",
        "delete the entry, or its @", severity=Severity.WARNING,
    )  # fmt: skip


def no_entries(text: str) -> Words:
    """The whole file holds no entry."""
    if not text.lstrip("\ufeff \t\r\n"):
        return Words(
            "the file is empty", "BibTeX entries, such as @article{Lee2020, ...}",
            "add an entry, or delete the file", Code.EMPTY_FILE,
        )  # fmt: skip
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return Words(
            "this is a web page, not BibTeX", "BibTeX entries, such as @article{Lee2020, ...}",
            "download the citation again: the page that came was perhaps an error message",
        )  # fmt: skip
    return Words(
        "the file holds no entry", "BibTeX entries, such as @article{Lee2020, ...}",
        "an entry begins with @ and its type",
    )  # fmt: skip


def short(text: str) -> str:
    """Return a text cut to what fits in a message."""
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - a readable line
