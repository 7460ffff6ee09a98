"""Records as Markdown pages with front matter, which Hugo, MkDocs and Eleventy read alike.

The text of a page is that of the hub's own page. References come formatted, and lists and tables
as HTML, which spares the peers work that the hub does. The hub has a page for each work and each
organisation, too, which peers may have as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from itertools import chain
from pathlib import Path

from tests.benchmarks.hub_files import concordat_text
from tests.benchmarks.records import FACETS, Fields, Records
from tests.benchmarks.signing import signatories

Listed = dict[str, list[str]]
"""Entries of list pages, by the name of the page."""
Page = tuple[str, str, str]
"""Path without ending, title and body."""


def write_markdown(records: Records, root: Path, home: str, *, every: bool) -> None:
    """Write the pages into the folder `root`; `home` is what the builder calls the home page.

    Summaries have a page each; so have works and organisations, if `every` record is to have one.
    """
    others = (_works(records), _organisations(records)) if every else ()
    for path, title, body in chain(_pages(records), *others):
        target = root / (home if path == "home" else f"{path}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        matter = f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(title)}\n---\n\n"
        target.write_text(matter + body, encoding="utf-8", newline="\n")


def _pages(records: Records) -> Iterator[Page]:
    """Yield the pages of summaries, the lists, the concordat and who signed it."""
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


def _works(records: Records) -> Iterator[Page]:
    """Yield the pages of works, each with where it is cited."""
    uses: Listed = {}
    for identity, fields in records.summaries():
        link = f'<li><a href="../../summaries/{identity}/">{escape(fields["title"])}</a></li>'
        for key in dict.fromkeys((fields["source"], *_cited(_text(fields)))):
            uses.setdefault(key, []).append(link)
    for work in records.works():
        facts = [f"**{name}**: {value}  " for name, value in work.items()]
        listed = ["<ul>", *uses.get(work["key"], ()), "</ul>\n"]
        blocks = [f"# {work['title']}", "## Cite this work", _reference(work), "\n".join(facts)]
        body = "\n\n".join([*blocks, "## Where it is cited", "\n".join(listed)])
        yield f"references/{work['key'].lower()}", work["title"], body


def _organisations(records: Records) -> Iterator[Page]:
    """Yield the pages of organisations, each with what it signed and did since."""
    for identity, body, signatory in signatories(records):
        steps = [f"- {each['stage']}, {each['on']}" for each in signatory.get("delivery", ())]
        signed = [f"- {each['signed']}: <{each['source']['web']}>"
                  for each in signatory["signatures"]]  # fmt: skip
        facts = [f"**Sector**: {body['sector']}  ", f"**Place**: {body['place']}  "]
        text = [f"# {body['title']}", "\n".join(facts), "## Signed", "\n".join(signed)]
        text += ["## Since then", "\n".join(steps)] if steps else []
        yield f"organisations/{identity}", body["title"], "\n\n".join(text) + "\n"


def _text(fields: Fields) -> str:
    """Return the text of a summary's page, with the keys of the works that it cites."""
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
    return "\n\n".join(blocks)


def _cited(text: str) -> Iterator[str]:
    """Yield the keys of cited works in the order in which they are cited."""
    yield from (part.partition("]")[0] for part in text.split("[@")[1:])


def _summary(fields: Fields, references: dict[str, str]) -> str:
    text, numbers = _text(fields), {fields["source"]: 1}
    for key in [*_cited(text)]:
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
