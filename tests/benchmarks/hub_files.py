"""Records as the files of a hub, in the layout that the hub itself has."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path
from textwrap import wrap
from typing import Any

import yaml

from tests.benchmarks.records import Fields, Records
from tests.benchmarks.signing import PARTS, clauses, signatories

REPOSITORY = Path(__file__).parents[2]
CONCORDAT = "example-concordat"

_MKDOCS = """\
# The code and the theme are those of the checkout, so that a kept hub measures what is there now.
INHERIT: {repository}/mkdocs.yml
hooks: ["{repository}/hooks/publish.py"]
theme:
  custom_dir: {repository}/hooks/hub/theme
watch: [evidence, concordats]
nav:
  - Home: index.md
  - Evidence: evidence/index.md
  - Concordats: concordats/index.md
  - Programmes: programmes/index.md
  - About: about.md
not_in_nav: ""
"""
_ABOUT = "# About\n\nA hub for measuring, with {{ hub.evidence_count }} made-up summaries.\n"
_WIDTH = 96
_FEW = 20


def read_vocabularies(repository: Path = REPOSITORY) -> dict[str, list[str]]:
    """Return the ids of the terms of each vocabulary, and of the places."""
    found = {}
    for path in sorted((repository / "evidence/vocabularies").glob("*.yml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries = content.get("terms") or content["places"]
        found[path.stem] = [entry["id"] for entry in entries if "to" not in entry]
    return found


def write_hub(records: Records, root: Path) -> None:
    """Write a hub that passes its own check into the empty folder `root`."""
    _write(root, hub_files(records))


def write_signatories(records: Records, root: Path) -> None:
    """Write a hub with all who signed, and few other records, into a new folder."""
    few = replace(records, number=_FEW)
    _write(root, chain(hub_files(few), _signatories(records)))


def _write(root: Path, files: Iterable[tuple[str, str]]) -> None:
    for path, content in files:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")
    shutil.copytree(REPOSITORY / "evidence/vocabularies", root / "evidence/vocabularies")


def hub_files(records: Records) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file that is made up."""
    yield "mkdocs.yml", _MKDOCS.format(repository=REPOSITORY.as_posix())
    yield "docs/about.md", _ABOUT
    yield "evidence/references.bib", "\n".join(map(_entry, records.works()))
    for identity, fields in records.summaries():
        yield f"evidence/summaries/{identity}.yml", _yaml(fields)
    yield from _signatories(records)
    issuer = {"title": "The Example Partnership", "sector": "network-alliance"}
    yield "evidence/organisations/example-partnership.yml", _yaml(issuer)
    yield f"concordats/{CONCORDAT}/concordat.yml", _yaml(_concordat(records))
    yield f"concordats/{CONCORDAT}/1.0.md", concordat_text(records)


def _signatories(records: Records) -> Iterator[tuple[str, str]]:
    for identity, organisation, signatory in signatories(records):
        yield f"evidence/organisations/{identity}.yml", _yaml(organisation)
        yield f"concordats/{CONCORDAT}/signatories/{identity}.yml", _yaml(signatory)


def concordat_text(records: Records) -> str:
    """Return the words of the concordat, as Markdown."""
    blocks = ["**The Example Concordat**"]
    for part, group in groupby(clauses(records), key=lambda each: each[0]):
        blocks.append(f"## {PARTS[part]}")
        blocks += [f"{number}. {text}" for _, number, text, _ in group]
    return "\n\n".join([*blocks, "---", "Signed by those in the list.\n"])


def _concordat(records: Records) -> Fields:
    return {
        "title": "The Example Concordat",
        "summary": "A made-up concordat, to measure with.",
        "issuers": ["example-partnership"],
        "numbering": "as-printed",
        "parts": [{"id": part, "heading": heading} for part, heading in PARTS.items()],
        "versions": [{"number": "1.0", "published": "2020-01-01", "status": "in-force"}],
        "clauses": {f"{part}-{number}": basis for part, number, _, basis in clauses(records)},
    }


def _entry(work: Fields) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in work.items() if name != "key"]
    return f"@article{{{work['key']},\n{''.join(lines)}}}\n"


def _yaml(fields: Fields) -> str:
    return "".join(f"{line}\n" for line in _lines(fields, ""))


def _lines(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - what a record may hold
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _under(f"{indent}{name}:", each, indent + "  ")
    else:
        for each in value:
            first, *rest = _lines(each, indent + "  ") if isinstance(each, dict) else ("",)
            if first:
                yield f"{indent}- {first.lstrip()}"
                yield from rest
            else:
                yield from _under(f"{indent}-", each, indent + "  ")


def _under(head: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - as above
    if isinstance(value, dict) or (isinstance(value, list) and _is_long(value)):
        yield head
        yield from _lines(value, indent)
    elif isinstance(value, list):
        yield f"{head} [{', '.join(value)}]"
    elif len(text := str(value)) + len(head) < _WIDTH and ":" not in text:
        yield f"{head} {text}"
    else:
        yield f"{head} >-"
        yield from (
            indent + line for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False)
        )


def _is_long(items: list[Any]) -> bool:
    return any(isinstance(each, dict) or len(each) > _WIDTH // 2 for each in items)
