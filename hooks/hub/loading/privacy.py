"""E-mail addresses and telephone numbers, found in a text as it is written.

The whole file is searched, comments included: everything in the repository is public and stays in
its history.
"""

from __future__ import annotations

import re
from itertools import islice
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.loading.files import MAX_FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.source import SourceText, Span

_IN_BRACKETS = r"[ \t]?(?:at|AT)[ \t]?[\])}]"
_AT = {
    sign: re.compile(re.escape(sign) + rest)
    for sign, rest in {
        "@": "", "\uff20": "", "&": "(?:#0*+64|#[xX]0*+40|commat);", "%": "40",
        "[": _IN_BRACKETS, "(": _IN_BRACKETS, "{": _IN_BRACKETS,
    }.items()
}  # fmt: skip
"""An @ and the ways to write it that a page or a reader turns into one, by their first sign."""
_BEFORE_AT = re.compile(r"(?P<link>://)?[\w.%+'-]{1,64}(?P<gap>[ \t]?)\Z")
_AFTER_AT = re.compile(r"[ \t]?(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,5}[^\W\d_]{2,24}\b")

_NUMBER = r"(?:0(?=[1-9])|(?=[1-9]))(?:[ ()\u00a0-]{0,3}\d){8,14}(?![\w-])"
_PHONE = re.compile(rf"[+0]{_NUMBER}")
_PHONES = {"+": re.compile(rf"\+{_NUMBER}"), "0": re.compile(f"0{_NUMBER}")}
"""The same by its first sign: one sign is found many times as fast as one of several."""
# A whole postcode of the United Kingdom, which stands for some fifteen doors.
_POSTCODE = re.compile(r"[A-Z](?<![\w/.-][A-Z])[A-Z]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\w/-])")
# What stays of one in a text without blanks and small letters, which are nearly all of it.
_LIKE_POSTCODE = re.compile(rb"[A-Z]\d[A-Z\d]?\d[A-Z]{2}")
_MOST = b" " + ascii_lowercase.encode()
_BEFORE_PHONE = re.compile(r"[\w.+/-]")
_DIGITS = range(10, 16)
_NATIONAL_DIGITS = range(10, 12)
"""How many digits a telephone number has with its country code, and a British one with its 0."""


class Personal(NamedTuple):
    """Something personal in a text: its place (offsets) and what it is."""

    start: int
    end: int
    code: Code
    message: str
    expected: str
    advice: str


def personal_data(source: SourceText) -> list[Diagnostic]:
    """Return a diagnostic for each e-mail address, postcode and telephone number in a file."""
    # Ten digits in a row in a library are an ISBN or a page.
    needs_gap = source.path.endswith(".bib")
    found = (
        each
        for each in find_personal(source.text)
        if not (needs_gap and source.text[each.start : each.end].isdigit())
    )
    return [
        _diagnostic(each, source.span(each.start, each.end)) for each in islice(found, MAX_FAULTS)
    ]


def personal_escapes(source: SourceText, start: int, end: int, value: str) -> list[Diagnostic]:
    """Return what escapes hide in a value, written from `start` to `end`."""
    written = source.text[start:end]
    return [
        _diagnostic(each, source.span(start, end))
        for each in find_personal(value)
        if value[each.start : each.end] not in written
    ]


def _diagnostic(found: Personal, span: Span) -> Diagnostic:
    return Diagnostic(
        code=found.code, span=span, message=found.message, expected=found.expected,
        help=found.advice,
    )  # fmt: skip


def find_personal(text: str) -> Iterator[Personal]:
    """Yield e-mail addresses, postcodes and telephone numbers in a text."""
    for at in _ats(text):
        after = _AFTER_AT.match(text, at.end())
        before = after and _BEFORE_AT.search(text, max(at.start() - 67, 0), at.start())
        is_spelt_out = at[0][-1] in "])}"
        has_gap = before and after and (before["gap"] or after[0][0] in " \t")
        if before and after and not before["link"] and (is_spelt_out or not has_gap):
            yield Personal(
                before.start(), after.end(), Code.EMAIL_IN_PUBLIC_FILE,
                "an e-mail address stands in a public file",
                "a public web page, such as a contact form",
                "delete the address; a link to a contact page serves readers as well",
            )  # fmt: skip
    for postcode in _POSTCODE.finditer(text) if _may_hold_postcode(text) else ():
        yield Personal(
            *postcode.span(), Code.POSTCODE_IN_PUBLIC_FILE,
            f'"{postcode[0]}" looks like a postcode',
            "the name of a town, or of a public place",
            "leave the address out, unless it is that of a public building",
        )  # fmt: skip
    for phone in _PHONE.finditer(text) if _holds_number(text) else ():
        if _BEFORE_PHONE.match(text, phone.start() - 1) and phone.start():
            continue
        digits = sum(each.isdigit() for each in phone[0])
        national = phone[0][0] == "0" and phone[0][1] != "0"
        if digits in (_NATIONAL_DIGITS if national else _DIGITS):
            yield Personal(
                phone.start(), phone.end(), Code.PHONE_IN_PUBLIC_FILE,
                "this looks like a telephone number",
                "a public web page, such as a contact form",
                "delete it, unless it is the published number of a service",
            )  # fmt: skip


def _ats(text: str) -> list[re.Match[str]]:
    found = (at for sign, ats in _AT.items() if sign in text for at in ats.finditer(text))
    return sorted(found, key=re.Match.start)


def _may_hold_postcode(text: str) -> bool:
    """Tell whether it is worth looking for one, which takes three times as long."""
    return not text.isascii() or bool(_LIKE_POSTCODE.search(text.encode().translate(None, _MOST)))


def _holds_number(text: str) -> bool:
    return any(sign in text and numbers.search(text) for sign, numbers in _PHONES.items())
