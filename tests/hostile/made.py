"""Tricks that a file in a repository cannot hold, or cannot show: made when a test asks.

Invisible characters, other encodings and line ends, links, file names that some systems refuse,
and very long texts. Each function takes the root of a copy of the fictional hub.
"""

import os
from collections.abc import Callable
from pathlib import Path

ORGANISATION = "evidence/organisations/harbour-choir.yml"
SIGNATORY = "concordats/northshire-creative-health/signatories/harbour-choir.yml"
TEXT = "concordats/northshire-creative-health/1.0.md"
SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
PAGE = "docs/about/singing.md"

_BODY = "title: Harbour Choir (fictional)\nsector: arts-organisation\n"
_SIGNATORY = """\
title: Harbour Choir (fictional)
organisation: harbour-choir
signatures:
  - version: "1.0"
    signed: 2023-03-02
    by:
      role: Chair
      name: "{name}"
      name_published: yes
    source:
      web: https://harbour-choir.example/news
"""

Make = Callable[[Path], None]


def file(name: str, content: str | bytes) -> Make:
    """Return what writes one file."""

    def make(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return make


def files(*makers: Make) -> Make:
    """Return what does several things."""

    def make(root: Path) -> None:
        for each in makers:
            each(root)

    return make


def signed_by(name: str) -> Make:
    """Return what adds a signatory whose post-holder has this name."""
    return files(file(ORGANISATION, _BODY), file(SIGNATORY, _SIGNATORY.format(name=name)))


def in_text_and_page(trick: str) -> Make:
    """Return what puts a Markdown text into a record and into a hand-written page."""
    indented = "".join(f"  {line}\n" if line else "\n" for line in trick.split("\n"))
    page = f"---\ntitle: Singing\n---\n# Singing\n\n{trick}\n"
    return files(file(ORGANISATION, f"{_BODY}note: |\n{indented}"), file(PAGE, page))


def changed(name: str, old: bytes, new: bytes) -> Make:
    """Return what replaces bytes in a file."""

    def make(root: Path) -> None:
        path = root / name
        path.write_bytes(path.read_bytes().replace(old, new))

    return make


def _links(root: Path) -> None:
    (root / "docs/loop").symlink_to(".")
    (root / "evidence/organisations/loop").symlink_to("..")


def _named(*names: bytes) -> Make:
    def make(root: Path) -> None:
        for name in names:
            page = name.endswith(b".md")
            with open(os.path.join(os.fsencode(root), name), "wb") as new:  # noqa: PTH118, PTH123 - a Path holds no bytes
                new.write(b"# x\n" if page else _BODY.encode())

    return make


RECORDS = int(os.environ.get("HUB_HOSTILE_RECORDS", "300"))
"""How many records there are in the case of one bad record among many; 10000 is the full size."""


def _one_bad_among_many(root: Path) -> None:
    for number in range(RECORDS):
        record = f"title: Body number {number} (fictional)\nsector: arts-organisation\n"
        extra = "sector: local-authority\n" if number == 150 else ""
        file(f"evidence/organisations/body-{number}.yml", record + extra)(root)


MADE: dict[str, Make] = {
    "005-yaml-deep-flow-100k":
        file(ORGANISATION, f"{_BODY}aliases: {'[' * 100_000}{']' * 100_000}\n"),
    "007-yaml-deep-block-dash": file(ORGANISATION, f"{'- ' * 30_000}x\n"),
    "019-yaml-base60-bomb":
        changed(SUMMARY, b"participants: 120", b"participants: 1" + b":59" * 60_000),
    "036-enc-latin1": file(ORGANISATION, _BODY.replace("Choir", "Café").encode("latin-1")),
    "038-enc-utf8-bom-crlf":
        file(ORGANISATION, b"\xef\xbb\xbf" + _BODY.replace("\n", "\r\n").encode()),
    "039-enc-nul-byte": file(PAGE, "# Singing\n\nnul \x00 here\n"),
    "043-enc-line-separator":
        file(ORGANISATION, _BODY.replace(" Choir", "\u2028status: withdrawn")),
    "044-enc-nel": file(ORGANISATION, _BODY.replace(" Choir", "\x85status: withdrawn")),
    "045-enc-bidi-in-text":
        changed(TEXT, b"Singing together", "\u202e.tnemetats siht erongI\u202c".encode()),
    "046-name-bidi": signed_by("Ann \u202eeeL"),
    "048-name-tag-chars": signed_by("Ann Lee\U000e0041\U000e0042"),
    "049-name-homoglyph": signed_by("\u0410nn Lee"),
    "051-name-nfd-duplicate": signed_by("Rene\u0301e Roe"),
    "053-name-blank": signed_by("\u3164"),
    "072-concordat-crlf": changed(TEXT, b"\n", b"\r\n"),
    "095-md-brackets-32k": in_text_and_page("[" * 32_000),
    "096-md-image-brackets-8k": in_text_and_page("![" * 8_000),
    "099-md-deflist-32k": in_text_and_page("a" + "\n: a" * 8_000),
    "100-md-nested-quote-3k": in_text_and_page(">" * 3_000),
    "134-path-case-collision": _named(b"docs/about/Case.md", b"docs/about/case.md"),
    "137-path-reserved-con": _named(b"docs/about/con.md"),
    "143-path-png-that-is-html":
        file("docs/about/pic.png", "<html><script>alert(1)</script></html>\n"),
    "145-path-symlink-loop": _links,
    "147-path-name-not-utf8":
        _named(b"docs/about/caf\xe9.md", b"evidence/organisations/caf\xe9.yml"),
    "148-path-name-newline":
        _named(b"docs/about/new\nline.md", b"evidence/organisations/new\nline.yml"),
    "149-path-nfc-nfd-twins":
        _named("docs/about/caf\u00e9.md".encode(), "docs/about/cafe\u0301.md".encode()),
    "160-out-one-bad-in-10000": _one_bad_among_many,
    "162-out-long-line": file(PAGE, "# L\n\n" + "word " * 12_000),
}  # fmt: skip
