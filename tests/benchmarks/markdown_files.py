"""Records as Markdown pages with front matter, which Hugo, MkDocs and Eleventy read alike.

The text of a page is that of the hub's own page. References come formatted, and lists and tables
as HTML, which spares the peers work that the hub does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.benchmarks.hub_files import concordat_text
from tests.benchmarks.records import FACETS, Fields, Records
from tests.benchmarks.signing import signatories

Listed = dict[str, list[str]]
"""Entries of list pages, by the name of the page."""


def write_markdown(records: Records, root: Path, home: str) -> None:
    """Write the pages into the folder `root`; `home` is what the builder calls the home page."""
    for path, title, body in _pages(records):
        target = root / (home if path == "home" else f"{path}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        matter = f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(title)}\n---\n\n"
        target.write_text(matter + body, encoding="utf-8", newline="\n")


def _pages(records: Records) -> Iterator[tuple[str, str, str]]:
    """Yield path without ending, title and body of every page."""
    references = {work["key"]: _reference(work) for work in records.works()}
    lists: Listed = {"evidence": []}
    for identity, fields in records.summaries():
        yield f"summaries/{identity}", fields["title"], _summary(fields, references)
        entry = f'<li><a href="../../summaries/{identity}/">{escape(fields["title"])}</a>'
        lists["evidence"].append(f"{entry} <span>{fields['answer']}</span></li>")
        terms = (*(each["outcome"] for each in fields["findings"]), *fields["art_forms"])
        for term in terms:
            lists.setdefault(term, []).append(f"{entry}</li>")
    lists["references"] = [f"<li>{escape(each)}</li>" for each in references.values()]
    for name, entries in lists.items():
        body = "\n".join(["<ul>", *entries, "</ul>\n"])
        yield f"lists/{name}", name.replace("-", " ").capitalize(), body
    yield "concordat", "The Example Concordat", concordat_text(records)
    yield "signatories", "Signatories", _table(records)
    links = "".join(f"- [{name}](lists/{name}.md)\n" for name in lists)
    yield "home", "Home", f"# Home\n\n{links}"


def _summary(fields: Fields, references: dict[str, str]) -> str:
    numbers = {fields["source"]: 1}
    facts = [f"**{name.replace('_', ' ')}**: {', '.join(fields[name])}  " for name in FACETS]
    blocks = [f"# {fields['title']}", f"*{fields['answer']}*", "\n".join(facts)]
    blocks += ["## In plain words", fields["plain_summary"], "## The question"]
    blocks += [f"**{name}** {text}" for name, text in fields["question"].items()]
    blocks.append("## Findings")
    for each in fields["findings"]:
        estimate = each["estimate"]
        figures = f"{estimate['value']} (95% CI {' to '.join(estimate['ci'])}; p {estimate['p']})"
        blocks += [f"### {each['outcome'].replace('-', ' ')}: {each['direction']}"]
        blocks += [each["statement"], f"{each['measure']}, {each['time_point']}: {figures}"]
        blocks += [f"> {each['quote']['text']} ({each['quote']['locator']})"]
    for name in ("cost", "equity"):
        blocks += [f"## {name.capitalize()}", fields[name]]
    blocks += ["## Limitations", *(f"- {each}" for each in fields["limitations"])]
    for each in fields.get("critiques", ()):
        blocks += ["## Challenged by", f"{each['says']} [@{each['reference']}]"]
    text = "\n\n".join(blocks)
    for key in [part.partition("]")[0] for part in text.split("[@")[1:]]:
        text = text.replace(f"[@{key}]", f"[[{numbers.setdefault(key, len(numbers) + 1)}]](#refs)")
    listed = "\n".join(f"{number}. {references[key]}" for key, number in numbers.items())
    return f"{text}\n\n## References {{#refs}}\n\n{listed}\n"


def _reference(work: Fields) -> str:
    authors = ", ".join(each.replace(",", "") for each in work["author"].split(" and "))
    where = f"{work['journal']}. {work['year']};{work['volume']}({work['number']})"
    pages = work["pages"].replace("--", "-")
    return f"{authors}. {work['title']}. {where}:{pages}. <https://doi.org/{work['doi']}>"


def _table(records: Records) -> str:
    head = "".join(f"<th>{name}</th>" for name in ("Organisation", "Place", "Signed", "Source"))
    rows = [
        f"<tr><th>{escape(body['title'])}</th><td>{body['place']}</td>"
        f'<td>{signed["signed"]}</td><td><a href="{signed["source"]["web"]}">'
        f"{escape(signed['source']['title'])}</a></td></tr>"
        for _, body, signatory in signatories(records)
        for signed in signatory["signatures"]
    ]
    return "\n".join(["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>",
                      "</table>\n"])  # fmt: skip
