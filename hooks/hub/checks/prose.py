"""Is every text fit to publish? Placeholders, e-mail addresses, HTML, links that are not links.

The pages would make all of this harmless (`hub.views`); refusing it here tells its writer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.walk import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.source import Loc

_EMAIL = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}\b"
)
_PLACEHOLDER = re.compile(r"\b(?:QQ+|TODO|TBC|TBD|FIXME|XXX+)\b|\b[Ll]orem ipsum\b")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,200})?/?>|<!--|<!\[")
_LINK = re.compile(r"!?\[[^\[\]\n]{0,500}\]\(\s*<?(?P<target>[^)\s>]{0,2000})")
_WEB = re.compile(r"https?://[^\s@\\]+", re.IGNORECASE)
_CODE_SPAN = re.compile(r"(`+)[^`].*?\1", re.DOTALL)


def check_prose(hub: Hub) -> Iterator[Diagnostic]:
    """Yield what must not be published, wherever text stands."""
    for record in hub.records:
        yield from _check_whole_file(record)
        for loc, text in prose(record):
            plain = _CODE_SPAN.sub(lambda match: " " * len(match[0]), text) if "`" in text else text
            yield from _check_markdown(record, loc, plain)


def _check_whole_file(record: Record) -> Iterator[Diagnostic]:
    for loc, text in _texts(record):
        if "@" in text and (match := _EMAIL.search(text)):
            yield Diagnostic(
                code=Code.EMAIL_IN_PUBLIC_FILE, span=record.origin.span_of(loc, match[0]),
                message="an e-mail address stands in a public file",
                expected="a public web page, such as a contact form",
                help="delete the address; a link to a contact page serves readers as well",
            )  # fmt: skip
        if match := _PLACEHOLDER.search(text):
            yield Diagnostic(
                code=Code.PLACEHOLDER_TEXT, span=record.origin.span_of(loc, match[0]),
                message=f'"{match[0]}" was meant to be replaced',
                expected="finished text", help="write what belongs here, or delete the sentence",
            )  # fmt: skip


def _texts(record: Record) -> Iterator[tuple[Loc, str]]:
    """Yield every text of a record, prose or not."""
    stack: list[tuple[Loc, object]] = [((), record.model_dump(exclude_none=True))]
    while stack:
        loc, value = stack.pop()
        if isinstance(value, str):
            yield loc, value
        elif isinstance(value, dict):
            stack += [((*loc, key), each) for key, each in value.items()]
        elif isinstance(value, (list, tuple)):
            stack += [((*loc, position), each) for position, each in enumerate(value)]


def _check_markdown(record: Record, loc: Loc, text: str) -> Iterator[Diagnostic]:
    for match in _HTML.finditer(text):
        yield Diagnostic(
            code=Code.RAW_HTML, span=record.origin.span_of(loc, match[0]),
            message=f'"{match[0][:40]}" is HTML, and texts are Markdown',
            expected="Markdown: *emphasis*, **strong**, [a link](https://...)",
            help="write it in Markdown, or in words; to show a sign such as < write `<`",
        )  # fmt: skip
    for match in _LINK.finditer(text):
        target = match["target"]
        if match[0].startswith("!") or not _WEB.fullmatch(target):
            yield Diagnostic(
                code=Code.UNSAFE_LINK, span=record.origin.span_of(loc, match[0]),
                message=f'"{target[:60]}" is not a link that the hub publishes',
                expected="[words](https://...); images are not used in records",
                help="link to a public page with its full address, beginning with https://",
            )  # fmt: skip
