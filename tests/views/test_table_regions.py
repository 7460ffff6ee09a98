"""Tables of Markdown can be scrolled by keyboard, with scripts or without."""

from lxml import html

from hub.views.markdown import block
from hub.views.table_regions import with_regions

TABLE = "<table>\n<tr><td>1</td></tr>\n</table>"


def test_each_table_has_a_region_of_its_own() -> None:
    """It takes the focus, and is named by its number: Markdown knows no captions."""
    root = html.fragment_fromstring(with_regions(f"{TABLE}<p>x</p>{TABLE}"), create_parent="div")

    assert [("region", "Table 1", "0"), ("region", "Table 2", "0")] == [
        (each.getparent().get("role"), each.getparent().get("aria-label"),
         each.getparent().get("tabindex"))
        for each in root.iter("table")
    ]  # fmt: skip


def test_a_table_of_a_template_is_left_alone() -> None:
    """It has a class, and a region with a caption already."""
    assert '<table class="x"></table>' == with_regions('<table class="x"></table>')


def test_a_table_in_a_record_has_a_region_too() -> None:
    """What contributors write in Markdown is printed in the same way."""
    assert 'role="region"' in block("| a |\n| --- |\n| 1 |\n")
