"""What is published of strange input: as it was written, and harmless.

The checks refuse the worst before; here the pages are made as if there were no checks, so that
either line of defence holds alone.
"""

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import html

from hub.citing.formatting import Formatter
from hub.examining import examine
from hub.views.markdown import block, inline
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.signatory_data import signatory_documents
from hub.views.site import site_pages
from tests.hostile.test_cases import NAMES, lay

SHOWN = {
    "056-name-jinja": "{{ 7*7 }}",
    "094-md-jinja-loop":
        "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
    "101-md-ok-comparison": "Effect was significant (p < 0.05, 3 > 2) & costs fell by £5 https://www",
    "103-md-ok-braces": "Use {{ title }} in a template, and {curly} words.",
    "158-out-csv-org-formula": "+44 Community Arts (fictional)",
    "051-name-nfd-duplicate": "Ren\u00e9e Roe, Chair",
    "062-name-ok-obrien": "Siobhán O’Brien-Ní Dhomhnaill, Chair",
    "063-name-ok-welsh": "Siân Ŵyn ap Llywelyn, Chair",
    "065-name-ok-cjk": "李安, Chair",
    "066-name-ok-single-letter": "U, Chair",
    "067-name-ok-mononym-apostrophe": "D'Arcy, Chair",
}  # fmt: skip

ACTIVE = {"base", "embed", "form", "iframe", "input", "link", "meta", "object", "script", "style"}
"""Elements with which a text could act, or change what is around it."""
BELONGS = {"button", "input", "form"}
"""Those that the hub's own templates use."""

TRICKS = [name for name in NAMES if "-md-" in name]


def pages_of(root: Path) -> list[str]:
    """Return the HTML of every page of a hub, whatever the checks say."""
    studio = Studio(examine(root).hub, Formatter())
    return [f"<div>{page.html}</div>" for page in site_pages(studio, Settings())]


def active(fragment: str) -> list[str]:
    """Return what could act in a piece of HTML: elements, handlers, addresses that run."""
    found = []
    for element in html.fragment_fromstring(fragment, create_parent="div").iter("*"):
        if element.tag in ACTIVE | {"img", "svg"}:
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "id"}:
                found.append(f"{name}={value}")
            if name in {"href", "src"} and not value.startswith(("https://", "http://", "#")):
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize("case", SHOWN)
def test_strange_text_is_shown_as_it_was_written(case: str, tmp_path: Path) -> None:
    """Braces, comparisons and signs reach the reader, and nothing of them is obeyed."""
    pages = map(html.fromstring, pages_of(lay(case, tmp_path / "hub")))

    assert any(SHOWN[case] in " ".join(page.text_content().split()) for page in pages)


@pytest.mark.parametrize("case", TRICKS)
def test_a_trick_does_nothing_even_without_the_checks(case: str, tmp_path: Path) -> None:
    """Rendered all the same, no Markdown text holds anything that acts."""
    hub = examine(lay(case, tmp_path / "hub")).hub
    body = hub.organisations.get("harbour-choir")
    note = (body and body.note) or hub.programmes["northshire-sings"].summary

    assert [] == active(block(note))
    assert [] == active(inline(note))


@pytest.mark.parametrize("name", ["<b onmouseover=alert(1)>Ann</b>", '"><script>alert(1)</script>'])
def test_html_in_a_name_is_text(name: str, tmp_path: Path) -> None:
    """Even a name that the checks refuse cannot leave its cell."""
    root = lay("054-name-html", tmp_path / "hub")
    record = root / "concordats/northshire-creative-health/signatories/harbour-choir.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace('"<b onmouseover=alert(1)>Ann</b>"', f"'{name}'"), encoding="utf-8"
    )
    pages = [html.fromstring(page) for page in pages_of(root)]
    elements = [element for page in pages for element in page.iter("*")]

    assert any(name in page.text_content() for page in pages)
    assert [] == [each for each in elements if each.tag in ACTIVE - BELONGS]
    assert [] == [each for each in elements if "onmouseover" in each.attrib]


def test_a_download_is_safe_to_open_and_exact_to_compute_with(tmp_path: Path) -> None:
    """158: the CSV cell begins with an apostrophe, and JSON holds the plain text."""
    hub = examine(lay("158-out-csv-org-formula", tmp_path / "hub")).hub
    documents = {Path(each.path).suffix: each.content for each in signatory_documents(hub)}
    cells = [row[1] for row in csv.reader(io.StringIO(documents[".csv"].decode()))]
    rows = json.loads(documents[".json"])["signatories"]

    assert "'+44 Community Arts (fictional)" in cells
    assert "+44 Community Arts (fictional)" in [row["organisation"] for row in rows]
