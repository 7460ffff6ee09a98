"""Themes are compared across concordats once two of them name any."""

from dataclasses import replace

from lxml import html as parser

from hub.model.concordats import Concordat
from hub.model.hub import Hub
from hub.views.concordats import concordats_page
from hub.views.themes import matrix
from tests.views.small_concordat import basis, clause, concordat, link, northshire, studio, text
from tests.views.small_hub import placed, vocabulary, work

WORDS = text(clause("need-1"), clause("need-4"))
NONE = {"no_direct_evidence": "Nothing tests it."}


def themed(*themes: str, name: str = "northshire") -> Concordat:
    """Return a concordat whose clauses have these themes, one each."""
    clauses = {
        clause: {"label": f"{name} {theme}", "themes": [theme], **NONE}
        for clause, theme in zip(("need-1", "need-4"), themes, strict=False)
    }
    return placed(concordat(title=name.title(), clauses=clauses), name, "concordats")


def hub_with(*concordats: Concordat) -> Hub:
    """Return a hub of concordats that all have the same text."""
    themes = vocabulary("lesson-themes", money="Money", trust="Trust", time="Time")
    hub = northshire(None, *concordats, themes, work("Lee2020"))
    return replace(hub, texts={(each.id, "1.0"): WORDS for each in concordats})


def test_rows_are_themes_and_columns_are_concordats() -> None:
    """Themes come in the vocabulary's order; one that nobody names is left out."""
    found = matrix(hub_with(themed("trust", "money"), themed("trust", name="southshire")))

    assert [
        ("Money", [["northshire money"], []]),
        ("Trust", [["northshire trust"], ["southshire trust"]]),
    ] == [
        (row.label, [[each.provision.label for each in cell] for cell in row.cells])
        for row in found.rows
    ]


def test_cell_leads_to_the_clause_in_its_trace() -> None:
    """Each clause in the table is a link to its place in the trace, with what is known of it."""
    hub = hub_with(themed("trust"), themed("trust", name="southshire"))

    page = parser.fromstring(concordats_page(studio(hub)).html)

    first, second = page.xpath("//table[@id='themes']//li")
    assert "northshire trust need-1: no direct evidence" == first.text_content()
    assert ["../concordats/southshire/trace/#need-1"] == second.xpath("./a/@href")


def test_known_is_said_in_words() -> None:
    """Evidence for a clause, and against it, are both said."""
    clauses = {
        "need-1": basis(link("Lee2020", "challenges"), themes=["trust"]),
        "need-4": basis(link("Lee2020", "supports"), themes=["trust"]),
    }
    found = matrix(hub_with(concordat(clauses=clauses), themed("trust", name="southshire")))

    assert ["no direct evidence, challenged", "direct evidence"] == [
        each.known for each in found.rows[0].cells[0]
    ]


def test_one_concordat_with_themes_is_compared_with_nothing() -> None:
    """Until a second concordat names themes there is no table, and no heading for one."""
    hub = hub_with(themed("trust"), themed(name="southshire"))

    page = concordats_page(studio(hub))

    assert "Themes across concordats" not in page.html
    assert ["Northshire", "Southshire"] == [each.title for each in page.headings]
