"""`hub cite`: add a work to the library, and leave the rest of the file as it is, byte for byte."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import click

from hub import reporters
from hub.checks.references import marks_of
from hub.checks.similar import work_of
from hub.citing.bibtex import as_bibtex
from hub.citing.csl import with_custom
from hub.citing.items import ItemError, normal, read_csl_json
from hub.citing.ris import read_ris
from hub.commands.registry import Registry, RegistryError
from hub.commands.roots import find_root, root_option
from hub.diagnostics import has_errors
from hub.loading.bibtex import read_bibtex
from hub.loading.bibtex_scanner import scan
from hub.model import identifiers
from hub.model.identifiers import MalformedIdentifierError
from hub.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hub.citing.csl import CslItem
    from hub.model.references import Reference

LIBRARY = "evidence/references.bib"
_SHORTEST_ACRONYM = 3


@click.command()
@click.argument("identifier", required=False)
@click.option("--key", default="", help="The citation key; made from author and year if not given.")
@root_option
def cite(identifier: str | None, key: str, root: Path | None) -> None:
    """Add a work to the library, by its DOI, PubMed id or ISBN.

    Without an identifier, the work is read from standard input, as CSL-JSON, RIS or BibTeX.
    Exit status: 0 added, 1 not added, 2 wrong use of the command.
    """
    path = (root or find_root()) / LIBRARY
    items = _looked_up(identifier) if identifier else _pasted(_standard_input())
    if key and len(items) > 1:
        raise click.UsageError("--key is for one work; several were given")
    content = path.read_bytes().decode("utf-8") if path.exists() else ""
    added = []
    for item in items:
        content, entry_key = add(content, item, key)
        added.append(entry_key)
    _write(path, content)
    for each in added:
        click.echo(f"added {each}: cite it as [@{each}], once you have compared it with the work")


def add(content: str, item: CslItem, key: str = "") -> tuple[str, str]:
    """Return the text of a library with one work more, and the key of that work.

    Raises:
        click.ClickException: The work is there already, or its entry would be at fault.
    """
    references = read_bibtex(SourceText(LIBRARY, content)).references
    scanned = scan(SourceText(LIBRARY, content)).entries
    key = key or new_key(item, {each.key for each in scanned})
    entry = as_bibtex(item, key)
    read = read_bibtex(SourceText("the new entry", entry))
    found = read.references
    if has_errors(read.faults) or key not in found:
        text = reporters.text(read.faults, {"the new entry": SourceText("the new entry", entry)})
        raise click.ClickException(f"this cannot be added as it is:\n\n{entry}\n{text}")
    if same := _already_there(found[key], references):
        raise click.ClickException(f'the library has this work: "{same}"; cite it as [@{same}]')
    if key.casefold() in {each.key.casefold() for each in scanned}:
        raise click.ClickException(f'the library has another work with the key "{key}"')
    return _inserted(content, key, entry), key


def new_key(item: CslItem, taken: Collection[str]) -> str:
    """Return the first author's family name and the year, such as Lee2020; then Lee2020b."""
    names = item.get("author") or item.get("editor") or [{"literal": item["title"]}]
    first = names[0]
    who: str = first.get("non-dropping-particle", "") + first.get("family", "")
    if not who:
        words = re.findall(r"\w+", first["literal"])
        capitals = "".join(word[0] for word in words if word[0].isupper())
        who = capitals if len(capitals) >= _SHORTEST_ACRONYM else "".join(words[:2])
    letters = unicodedata.normalize("NFKD", who.translate(PLAIN_LETTERS))
    plain = re.sub(r"[^A-Za-z]", "", letters)[:40] or "Work"
    parts = item.get("issued", {}).get("date-parts")
    stem = plain + (str(parts[0][0]) if parts else "")
    folded = {each.casefold() for each in taken}
    more = (f"x{number}" for number in range(len(folded) + 1))
    endings = ("", *"bcdefghijklmnopqrstuvwxyz", *more)
    found: str = next(stem + end for end in endings if (stem + end).casefold() not in folded)
    return found


PLAIN_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "Ae", "đ": "d", "ð": "d",
    "þ": "th",
})  # fmt: skip


def _looked_up(identifier: str) -> list[CslItem]:
    registry = Registry.from_environment()
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*|pmid:?\s*|isbn:?\s*)", "",
                  identifier.strip(), flags=re.IGNORECASE)  # fmt: skip
    try:
        if bare.startswith("10."):
            given = registry.item(identifiers.parse_doi(bare))
        elif bare.isdigit() and len(bare) <= identifiers.MAX_PMID_DIGITS:
            given = registry.item_of_pmid(identifiers.parse_pmid(bare))
        else:
            given = registry.item_of_isbn(identifiers.parse_isbn(bare))
    except MalformedIdentifierError as error:
        raise click.UsageError(f"{error}; expected a DOI, a PubMed id or an ISBN") from None
    except RegistryError as error:
        raise click.ClickException(f"{identifier}: {error}") from None
    item = normal(given)
    if not item.get("title"):
        raise click.ClickException(f"{identifier}: the registry gives no title")
    return [item]


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException("what was pasted is not UTF-8 text") from None


def _pasted(text: str) -> list[CslItem]:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        try:
            items = read_csl_json(start)
        except ItemError as error:
            raise click.ClickException(str(error)) from None
    elif re.match(r"TY {1,2}-", start):
        items = read_ris(start)
    else:
        source = SourceText("what was pasted", text)
        read = read_bibtex(source)
        if has_errors(read.faults):
            raise click.ClickException("\n" + reporters.text(read.faults, {source.path: source}))
        items = [with_custom(each) for each in read.references.values()]
    if not items:
        raise click.ClickException("no work was found in what was pasted")
    return items


def _already_there(work: Reference, references: Mapping[str, Reference]) -> str:
    marks = {*marks_of(work_of(work)), *_isbn(work)}
    for other in references.values():
        if not marks.isdisjoint([*marks_of(work_of(other)), *_isbn(other)]) and not (
            work.doi and other.doi and work.doi.lower() != other.doi.lower()
        ):
            return other.key
    return ""


def _isbn(work: Reference) -> list[str]:
    return [f"isbn {work.isbn.replace('-', '').replace(' ', '')}"] if work.isbn else []


def _inserted(content: str, key: str, entry: str) -> str:
    """Put an entry after the last one that sorts before it; where none does, before the first."""
    newline = "\r\n" if "\r\n" in content else "\n"
    entry = entry.rstrip("\n").replace("\n", newline)
    scanned = scan(SourceText(LIBRARY, content)).entries
    before = [each for each in scanned if each.key.casefold() < key.casefold()]
    if before:
        end = max(each.end for each in before)
        rest = content[end:]
        return f"{content[:end]}{newline * 2}{entry}{rest or newline}"
    if scanned:
        start = content.rindex("@", 0, scanned[0].kind_at[0])
        return f"{content[:start]}{entry}{newline * 2}{content[start:]}"
    gap = newline if content.strip() else ""
    return f"{content}{gap}{entry}{newline}"


def _write(path: Path, content: str) -> None:
    """Exchange the file in one step: a reader sees the old one or the new one."""
    with NamedTemporaryFile("wb", dir=path.parent, prefix=".references-", delete=False) as file:
        file.write(content.encode("utf-8"))
    if path.exists():
        Path(file.name).chmod(path.stat().st_mode)
    os.replace(file.name, path)  # noqa: PTH105 - one step, on every system
