"""What a Markdown text may not hold: HTML, unsafe links, marks that other programs obey.

Everything is found in the text as it is written, so that each fault has its place, and by rules
that no parser's reading of brackets can get round. Pages of `docs/` may also link within the site,
show its own pictures and set ids; they are reviewed like code.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from hub.codes import Code

if TYPE_CHECKING:
    from collections.abc import Iterator


class Fault(NamedTuple):
    """What is wrong with a stretch of a text (offsets)."""

    start: int
    end: int
    code: Code
    message: str
    expected: str
    help: str


_FENCED = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^`\n]*\n.*?^[ \t>]*(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE
)
_TICKS = re.compile(r"`+")
_GAP = re.compile(r"\n[ \t]*\n")

_SIGNS = ("<", "{", "!", "=", "](", "]:", "???")
"""No fault without one of these; a single sign is found twenty times as fast as two."""
_TAG = re.compile(
    r"<(?:(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>|[A-Za-z/!?][^<>\n]{0,200}>?)"
)
_TARGET = re.compile(
    r"(?:\]\(|^[ >\t]*\[[^\]\n]{1,400}\]:)\s*"
    r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()]|\([^\s()]*\))*))",
    re.MULTILINE,
)
_WORDS = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{1,500})\]\(\s*<?(?P<target>https?://[^\s<>)]+)")
_IMAGE = re.compile(r"(?<!<)!\[(?:[^\[\]\n]*\](?:\([^()\n]*\))?)?")
_OWN_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\((?!//)[A-Za-z0-9_./-]+\.(?:png|jpe?g|gif|webp)\)")
_HOST = re.compile(
    r"(?:https?://|(?=www\.))(?P<named>[^\s/:?#]+)"
    r"|(?P<bare>(?:[a-z0-9-]+\.)+(?:uk|org|com|net|eu|info|example))(?:/\S*)?\Z", re.IGNORECASE,
)  # fmt: skip
_FEATURES = (
    (re.compile(r"-+8<-+"), "file inclusion"),
    (
        re.compile(
            r"\{:[^{}\n]*\}|\{[ \t]*[.#][A-Za-z_][^{}#\n]*\}"
            r"|(?<!\{)\{(?![{%#])[^{}\n]*\w=[^{}\n]*\}|(?<=\))\{(?![{%#])[^{}\n]+\}"
        ),
        "an attribute list",
    ),
)
_BLOCKS = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+[\"A-Za-z][^\n]*", re.MULTILINE)
_OWN_ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[.#][a-z][a-z0-9-]*[ \t]*)+\}")

_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)
_WITHIN = re.compile(r"(?!//)[^\s:\\]*(?:#[^\s\\]*)?")


def has_markup(text: str) -> bool:
    """Tell whether there may be a fault in a text."""
    return any(sign in text for sign in _SIGNS)


def faults_in(text: str, *, reviewed: bool = False) -> Iterator[Fault]:
    """Yield what may not be published; `reviewed` allows what pages of `docs/` may use."""
    if not has_markup(text):
        return
    plain = without_code(text)
    yield from html_in(plain)
    yield from _features(plain, reviewed=reviewed)
    # Without its images, no target of theirs is told of twice.
    for match in _IMAGE.finditer(plain):
        if not (reviewed and _OWN_IMAGE.fullmatch(match[0])):
            yield _unsafe(*match.span(), match[0])
    for match in _TARGET.finditer(_IMAGE.sub(_blanked, plain)):
        group = "bare" if match["angled"] is None else "angled"
        if not _is_allowed(match[group], within=reviewed):
            start, end = match.span(group)
            yield _unsafe(start, max(end, start + 1), match[group])
    yield from _misleading(plain)


def html_in(plain: str) -> Iterator[Fault]:
    """Yield tags, and addresses in angle brackets that are not links."""
    for match in _TAG.finditer(plain):
        if match["address"] is None:
            yield Fault(
                *match.span(), Code.RAW_HTML,
                f'"{match[0][:40]}" is HTML, and texts are Markdown',
                "Markdown: *emphasis*, **strong**, [a link](https://...)",
                "write it in Markdown, or in words; to show a sign such as < write `<`",
            )  # fmt: skip
        elif not _is_allowed(match["address"], within=False):
            yield _unsafe(*match.span("address"), match["address"])


def without_code(text: str) -> str:
    """Return the text with code blocks and code spans blanked, every offset as it was."""
    if "`" not in text and "~~~" not in text:
        return text
    text = _FENCED.sub(_blanked, text)
    runs = list(_TICKS.finditer(text))
    by_length: dict[int, list[int]] = {}
    for position in range(len(runs) - 1, -1, -1):
        by_length.setdefault(len(runs[position][0]), []).append(position)
    parts, done, position = [], 0, 0
    while position < len(runs):
        run = runs[position]
        same = by_length[len(run[0])]
        while same and same[-1] <= position:
            same.pop()
        escaped = text[run.start() - 1 : run.start()] == "\\"
        if same and not escaped and not _GAP.search(text, run.end(), runs[same[-1]].start()):
            end = runs[same[-1]].end()
            parts += [text[done : run.start()], _blank(text[run.start() : end])]
            done, position = end, same[-1]
        position += 1
    return "".join([*parts, text[done:]])


def _blanked(match: re.Match[str]) -> str:
    return _blank(match[0])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _is_allowed(target: str, *, within: bool) -> bool:
    """Judge a target as a browser would: entities and backslashes decoded, controls dropped."""
    decoded = re.sub(r"\\([^\w\s])", r"\1", unescape(target))
    decoded = re.sub(r"[\x00-\x20]+", "", decoded)
    if decoded.lower().startswith("mailto:") and "@" in decoded:
        return True  # the address in it has been reported
    return bool(_WEB.fullmatch(decoded) or (within and _WITHIN.fullmatch(decoded)))


def _features(plain: str, *, reviewed: bool) -> Iterator[Fault]:
    found = [(match, what) for pattern, what in _FEATURES for match in pattern.finditer(plain)]
    if not reviewed:
        found += [(match, "a box or tab") for match in _BLOCKS.finditer(plain)]
    for match, what in found:
        if not (reviewed and _OWN_ATTRIBUTES.fullmatch(match[0])):
            yield Fault(
                *match.span(), Code.MARKDOWN_FEATURE,
                f'"{match[0][:40]}" is {what}, which texts do not use',
                "paragraphs, lists, tables, links and emphasis", "delete it, or write it in words",
            )  # fmt: skip


def _unsafe(start: int, end: int, target: str) -> Fault:
    return Fault(
        start, end, Code.UNSAFE_LINK, f'"{target[:60]}" is not a link that the hub publishes',
        "[words](https://...); images are not used in records",
        "link to a public page with its full address, beginning with https://",
    )  # fmt: skip


def _misleading(plain: str) -> Iterator[Fault]:
    for match in _WORDS.finditer(plain):
        host = _host(match["target"])
        named = _HOST.match(match["words"].strip("*_ "))
        says = (named["named"] or named["bare"]).lower() if named else ""
        if says and not _same(says.rpartition("@")[2], host):
            yield Fault(
                *match.span("target"), Code.MISLEADING_LINK,
                f'the words name {says}, and the link leads to {host or "another place"}',
                "words that name the place the link leads to", "correct the words or the link",
            )  # fmt: skip
        elif not host.isascii() or "xn--" in host:
            yield Fault(
                *match.span("target"), Code.MISLEADING_LINK,
                f"{host} holds letters that may look like others",
                "a host in plain letters", "compare the address with the page's own",
            )  # fmt: skip


def _host(address: str) -> str:
    try:
        return (urlsplit(unescape(address)).hostname or "").lower()
    except ValueError:  # such as an unclosed bracket in place of a host
        return ""


def _same(named: str, host: str) -> bool:
    one, other = named.removeprefix("www.").rstrip("."), host.removeprefix("www.")
    return one == other or other.endswith(f".{one}") or one.endswith(f".{other}")
