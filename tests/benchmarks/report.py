"""Results as Markdown: a table of the targets, one of all that was measured, and the page."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version

from tests.benchmarks import tools
from tests.benchmarks.results import MEGABYTE, TARGETS, Results

_PACKAGES = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "Pagefind": "pagefind"}

_PAGE = """\
---
title: How fast the hub builds
description: The last measured times of the hub and of other builders, and how to measure again.
---

# How fast the hub builds

Measured on {date}, on {machine}.
Absolute times mean little on another machine; ratios travel.

## Targets

{targets}

A ratio is the hub's time divided by the other's: with 0.5, the hub takes half as long.
The hub builds with no site and no caches from before; "citations formatted before" leaves it the
one cache of formatted references, and "very first build" not even that.
"No index" leaves out the search index, which Hugo does not make; where it is included, MkDocs
makes that of Material too. "One record changed" begins with the site and the caches of the build
before.

## All that was measured

{everything}

The same made-up records were given to each builder: a summary of 80 words, 350 words of findings,
limitations and criticism, three citations and seven facets each; half as many references again
as records; one concordat with half as many signatories.
Builders took turns, and a ratio is the median of the ratios within each turn. What takes minutes
had fewer turns; the table says how many. Of the largest number of records only growth is asked,
and the size before is built once more just before each build, to compare with.
Time is that of the whole process.
Memory is the highest sum over all its processes, looked at ten times a second; a page that
processes share counts once.

Hugo and Eleventy print a layout of a few lines, filled up so that a record page weighs what ours
does; the weight of a record page is in the table.
Where it says "every record", a work and an organisation have a page each, as they have in the hub;
elsewhere a peer has pages of summaries and lists only. The hub writes lists by facet, maps of
gaps, pages of questions and files to take away besides.
Peers get references ready formatted, and lists and tables as HTML; they check nothing.
Eleventy runs without a template language in its pages, which is its fastest way.

## Searching

A browser that was never on the site opens a link; a server is taken to compress what it sends.
Questions are put to the hub of this repository: `asked` were written from its records, `unseen`
before anybody looked at what the search answers.

{search}

## Measure again

```
make bench                                     # everything; takes most of an hour
make bench ARGS="--sizes 1000 --rounds 3"      # a first impression
make bench ARGS="--search"                     # and search the sites in a browser
make bench ARGS="--signatories"                # sort, filter and search 5,000 of them
make bench ARGS="--quick"                      # does the benchmark itself still work?
make bench ARGS="--write"                      # renew this page
```
"""


def targets(found: Results) -> str:
    """Return the table of the targets."""
    rows = []
    for each in TARGETS:
        value = each.of(found)
        reached = "" if value is None else "yes" if value <= each.limit else "no"
        measured = "not measured" if value is None else f"{_figure(value)}{each.unit}"
        rows.append([each.what, measured, f"≤ {_figure(each.limit)}{each.unit}", reached])
    return _table(["What", "Measured", "Target", "Reached"], rows)


def everything(found: Results) -> str:
    """Return the table of all medians."""
    head = ["Records", "What", "Rounds", "Seconds", "To Hugo", "Growth", "Memory, MB", "Output, MB",
            "Files", "Pages", "Record page, kB"]  # fmt: skip
    return _table(head, [list(_row(found, number, name)) for number, name in sorted(found.runs)])


def search(found: Results) -> str:
    """Return what searching costs a reader, and how good the answers are."""
    loaded = [
        [f"{number:,}", name, f"{sum(files.values()) / 1000:,.1f}", str(len(files))]
        for number, each in sorted(found.searches.items())
        for name, files in {**each.cases, "Material's own search": each.of_material}.items()
        if files
    ]
    answers = [
        [name, str(len(each.ranks)), *(f"{value:.2f}" for value in
         (each.success(1), each.success(3), each.mrr))]
        for name, each in found.answers.items()
    ]  # fmt: skip
    costs = _table(
        ["Records", "Loaded before the first result with facets", "kB", "Requests"], loaded
    )
    good = _table(["Questions", "Number", "success@1", "success@3", "MRR"], answers)
    tables = f"### What is loaded\n\n{costs}\n\n### How good the answers are\n\n{good}"
    return tables if loaded or answers else "Not measured."


def _row(found: Results, number: int, name: str) -> Iterator[str]:
    sizes = sorted({size for size, other in found.runs if other == name})
    place = sizes.index(number)
    growth = found.growth(name, sizes[place - 1], number) if place else None
    yield from (f"{number:,}", name, str(len(found.runs[number, name])))
    yield _number(found.seconds(number, name), ".2f")
    yield _number(found.ratio(number, name, "Hugo"), ".2f")
    yield f"{growth:.1f} times" if growth else ""
    yield _number(found.megabytes(number, name), ",.0f")
    output = found.outputs.get((number, name))
    if output is None:
        yield from ("", "", "", "")
    else:
        yield f"{output.bytes / MEGABYTE:,.1f}"
        yield from (f"{output.files:,}", f"{output.pages:,}", f"{output.page_bytes / 1000:.1f}")


def page(found: Results) -> str:
    """Return the page of the documentation."""
    date = datetime.now(UTC).strftime("%d %B %Y").lstrip("0")
    return _PAGE.format(
        date=date,
        machine=machine(),
        targets=targets(found),
        everything=everything(found),
        search=search(found),
    )


def machine() -> str:
    """Return what was measured on and with: cores, memory, and versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lock = json.loads((tools.SITES / "eleventy/package.json").read_text(encoding="utf-8"))
    hugo = (tools.SITES / "hugo.txt").read_text(encoding="utf-8").partition("hugo==")[2].split()[0]
    versions = [f"Python {platform.python_version()}", f"Hugo {hugo}"]
    versions += [f"{name} {version(package)}" for name, package in _PACKAGES.items()]
    versions += [f"Eleventy {lock['dependencies']['@11ty/eleventy']}"]
    if tools.has_node():
        node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
        versions.append(f"Node {node.stdout.strip()}")
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {sys.platform}: {', '.join(versions)}"


def _figure(value: float) -> str:
    """Return three figures that count, or all that stand before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _number(value: float | None, form: str) -> str:
    return "" if value is None else format(value, form)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
