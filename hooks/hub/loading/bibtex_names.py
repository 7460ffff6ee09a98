"""Authors and editors: pybtex splits them, this module says what each part becomes.

A name in braces of its own is a body and kept whole; so is a name of one word, and a name in
Chinese, Japanese or Korean characters, whose order must not be turned around.
"""

from __future__ import annotations

import re

from hub.codes import Code, Severity
from hub.loading.bibtex_messages import Words
from hub.loading.latex import plain_text

MAX_NAMES = 1000

_SHAPE = 'names joined by " and ": Lee, Ann and Roe, Bob'
# The commonest form by far, for which pybtex takes a hundred times as long to say the same.
_PLAIN = re.compile(
    r"(?P<family>[A-Z][A-Za-z'-]+), (?P<given>[A-Z][A-Za-z'-]*\.?(?: [A-Z][A-Za-z'-]*\.?)*)"
)
_AND = re.compile(" [Aa][Nn][Dd] ")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\s·・,]+")
_IN_BRACES = re.compile(r"\{[^{}]*+\}|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}")
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]+|[2-9](?:nd|rd|th))\.?", re.IGNORECASE)
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_]\.[\s-]?)+\s*[^\W\d_]{2,}")
_INITIALS_LAST = re.compile(r"[^\W\d_][^\W\d_'’-]+ [A-Z]{1,3}")
_BODY = re.compile(
    r"\b(?:organi[sz]ation|council|university|institute|department|ministry|cent(?:re|er)|"
    r"committee|foundation|association|society|agency|commission|collaboration|partnership)\b",
    re.IGNORECASE,
)  # fmt: skip


def read_names(value: str) -> tuple[list[dict[str, str]], list[tuple[str, Words]]]:
    """Return the names in a field, and what is wrong with it: the text at fault, and the words."""
    names = _split(value) if "{" in value else _AND.split(value)
    if len(names) > MAX_NAMES:
        return [], [("", Words(
            f"{len(names):,} names", f"at most {MAX_NAMES:,}",
            "name the group that wrote the work", Code.TOO_LARGE,
        ))]  # fmt: skip
    plain = [_PLAIN.fullmatch(name) for name in names]
    unlike = [name for name, match in zip(names, plain, strict=True) if not match]
    faults = [(name, words) for name in unlike if (words := _fault_in(name))]
    if any(words.severity is None for _, words in faults):
        return [], faults
    pairs = zip(names, plain, strict=True)
    return [match.groupdict() if match else _parse_name(name) for name, match in pairs], faults


def _split(value: str) -> list[str]:
    from pybtex.bibtex.utils import split_name_list  # noqa: PLC0415 - slow to import

    return [*split_name_list(value)]


def _fault_in(name: str) -> Words | None:
    if name.lower() == "others" or re.search(r"\bet\.? al\b", name):
        return Words(
            f'"{name}" is not a name', "every author by name",
            "name them all; the site shortens long lists by itself", Code.UNNAMED_AUTHORS,
        )  # fmt: skip
    outside = _IN_BRACES.sub("X", name)  # what stands in braces is one word
    parts = [part.strip() for part in outside.split(",")]
    advice = _advice_on(outside, parts)
    if advice:
        message = f'"{name}" is not one name' if name else "a name is missing"
        return Words(message, _SHAPE, advice, Code.MALFORMED_VALUE)
    if len(parts) == 1 and " " in outside and _BODY.search(outside):
        return Words(
            f'"{name}" looks like a body, and would be printed like a person',
            "the name of a body in braces of its own", f"write {{{name}}} inside the braces",
            Code.MALFORMED_VALUE, Severity.WARNING,
        )  # fmt: skip
    return None


def _advice_on(name: str, parts: list[str]) -> str:
    """Return how to mend what is not one name, or "" where it may be one."""
    if not all(parts):
        return 'delete the comma, or the "and", that is too many'
    if ";" in name or re.search(r"\s\\?&\s", name):
        return 'put " and " between the names'
    if _is_list(parts):
        return 'write each name as "Family, Given", and put " and " between them'
    return ""


def _is_list(parts: list[str]) -> bool:
    """Tell whether commas stand between names, and not inside one (Family, Jr, Given)."""
    if len(parts) > 3 or (len(parts) == 3 and not _SUFFIX.fullmatch(parts[1])):  # noqa: PLR2004 - family, suffix, given
        return True
    first, last = parts[0], parts[-1]
    return len(parts) > 1 and bool(
        _INITIALS_FIRST.match(first) or (_INITIALS_LAST.fullmatch(first) and " " in last)
    )


def _parse_name(name: str) -> dict[str, str]:
    from pybtex.database import Person  # noqa: PLC0415 - slow to import

    if _IN_BRACES.fullmatch(name):
        return {"literal": _plain(name)}
    if _CJK.fullmatch(name):
        family, _, given = name.partition(",")
        return {"literal": "".join((family + given).split())}
    person = Person(name)
    family, particle = _joined(person.last_names), _joined(person.prelast_names)
    given = _joined(person.first_names + person.middle_names)
    suffix = _joined(person.lineage_names)
    if not given and not particle:
        return {"literal": family}
    found = {"family": family, "given": given, "particle": particle, "suffix": suffix}
    return {part: text for part, text in found.items() if text}


def _joined(words: list[str]) -> str:
    return _plain(" ".join(words))


def _plain(words: str) -> str:
    return plain_text(words, quotes=False)
