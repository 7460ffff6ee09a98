"""Libraries as people really have them: whatever is wrong is told with its place, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hub.examining import examine

SOUND = b"@misc{Lee2020, author = {Lee, Ann}, title = {Sound}, year = 2020}\n"

DIRTY = {
    "latin 1": "@misc{a, title = {Café}}".encode("latin-1"),
    "windows 1252": "@misc{a, title = {“Quoted”}}".encode("cp1252"),
    "utf-16": "@misc{a, title = {T}}".encode("utf-16"),
    "mark of byte order twice": b"\xef\xbb\xbf\xef\xbb\xbf" + SOUND,
    "lone surrogate": b"@misc{a, title = {\xed\xa0\x80}}",
    "NUL": b"@misc{a, title = {a\x00b}}",
    "old Mac line ends": b"@misc{a,\r  title = {T},\r}\r",
    "truncated": b"@article{a, title = {T}, journal = {J",
    "truncated inside a letter": "@misc{a, title = {é".encode()[:-1],
    "brace too many": b"@misc{a, title = {T}}}, year = 2020}\n" + SOUND,
    "brace too few": b"@misc{a, title = {T, year = 2020}\n" + SOUND,
    "quote too few": b'@misc{a, title = "T, year = 2020}\n' + SOUND,
    "missing commas": b"@misc{a\n title = {T}\n year = 2020\n}",
    "missing key": b"@misc{, title = {T}}",
    "no key at all": b"@misc{title = {T}}",
    "key with blanks": b"@misc{Lee 2020, title = {T}}",
    "key in another script": "@misc{жлщ2020, title = {T}}".encode(),
    "same key twice": SOUND + SOUND,
    "keys that differ by capitals": SOUND + SOUND.replace(b"Lee2020", b"LEE2020"),
    "same field twice": b"@misc{a, title = {T}, title = {U}}",
    "comment between fields": b"@misc{a,\n title = {T},\n % note\n year = 2020,\n}",
    "entry in a comment": b"% @misc{a, title = {T}}\n" + SOUND,
    "string in a string": b'@string{a = "A"}\n@string{b = a # " and B"}\n@misc{c, title = b}',
    "string of itself": b"@string{a = a # a}\n@misc{c, title = a}",
    "unknown string": b"@misc{c, title = nowhere}",
    "preamble": b'@preamble{"\\newcommand{\\x}{y}"}\n' + SOUND,
    "BibLaTeX types": b"@jurisdiction{a, title = {T}}\n@patent{b, title = {T}}",
    "BibLaTeX sets": b"@set{a, entryset = {b,c}}\n@xdata{b, title = {T}}",
    "crossref": b"@inbook{a, crossref = {b}, title = {T}}\n@book{b, title = {B}}",
    "extended names": b"@misc{a, author = {family=Lee, given=Ann, prefix=van}, title = {T}}",
    "comma-separated authors": b"@misc{a, author = {Lee, Ann, Roe, Bob, Doe, Cy}, title = {T}}",
    "semicolons": b"@misc{a, author = {Lee, Ann; Roe, Bob}, title = {T}}",
    "and others": b"@misc{a, author = {Lee, Ann and others}, title = {T}}",
    "empty author": b"@misc{a, author = { and }, title = {T}}",
    "month in words": b"@misc{a, title = {T}, year = 2020, month = Marchember}",
    "day that is none": b"@misc{a, title = {T}, year = 2021, month = feb, day = 30}",
    "year in words": b"@misc{a, title = {T}, year = {MMXX}}",
    "date range": b"@misc{a, title = {T}, date = {2019/2020}}",
    "DOI with an address": b"@misc{a, title = {T}, doi = {https://doi.org/10.1/x}}",
    "wrong ISBN": b"@book{a, author = {Lee, Ann}, publisher = {P}, year = 2020, title = {T},"
    b" isbn = {978-0-00-000000-1}}",
    "script address": b"@misc{a, title = {T}, url = {javascript:alert(1)}}",
    "unknown command": b"@misc{a, title = {\\input{/etc/passwd}}}",
    "mathematics": b"@misc{a, title = {$\\alpha$-blockers \\& \\textgreek{a}}}",
    "web page": b"<!DOCTYPE html><html><body>Error 404</body></html>",
    "RIS": b"TY  - JOUR\nTI  - T\nER  - \n",
    "JSON": b'[{"id": "a"}]',
    "nothing": b"",
    "blanks": b" \n\t\n",
    "abstract of a book": b"@misc{a, title = {" + b"word " * 2_000 + b"}}",
    "5 MB of braces": b"{" * 5_000_000,
    "5 MB of an entry": b"@misc{a, title = {" + b"{" * 5_000_000,
    "5 MB of backslashes": b"@misc{a, title = {" + b"\\" * 5_000_000 + b"}}",
}  # fmt: skip


@pytest.mark.parametrize("name", DIRTY)
def test_dirt_is_told_with_its_place(name: str, demo: Path) -> None:
    """Each fault has a line of the file and a column in it, and reading ends within seconds."""
    library = demo / "evidence/references.bib"
    library.write_bytes(DIRTY[name])
    before = time.process_time()

    faults = examine(demo).diagnostics

    assert time.process_time() - before < 20
    assert [each for each in faults if each.span.path == "evidence/references.bib"]
    lines = DIRTY[name].decode("utf-8", "replace").split("\n")
    for each in faults:
        if each.span.path == "evidence/references.bib":
            assert each.message
            assert each.help or each.expected
            assert 1 <= each.span.line <= len(lines)
            assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 2


def test_sound_entries_beside_broken_ones_are_read(demo: Path) -> None:
    """A broken entry costs itself alone: its neighbours are still there to cite."""
    library = demo / "evidence/references.bib"
    library.write_bytes(DIRTY["brace too few"] + library.read_bytes())

    assert "unknown-citation" not in [each.code.slug for each in examine(demo).diagnostics]
