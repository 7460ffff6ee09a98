"""The search page without Material's style sheet: it looks the same."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.browser import PageAt

Styles = dict[str, set[str]]

_SETTLED = 700
"""Milliseconds until no transition is still on its way."""

# Of elements with the same classes in the same place the first: the others look as it does.
_STYLES = """() => {
  const name = (each) => `${each.localName}.${each.className.baseVal ?? each.className}`;
  const found = {};
  for (const each of document.querySelectorAll("html, body, body *:not(script, template)"))
    for (const part of ["", "::before", "::after"]) {
      const key = `${name(each.parentElement ?? each)} > ${name(each)}${part}`;
      if (Object.hasOwn(found, key)) continue;
      const style = getComputedStyle(each, part || null);
      if (part && style.content === "none") continue;
      found[key] = style.cssText;
    }
  return found;
}"""

_SWAP = """(href) => new Promise((resolve) => {
  const link = document.querySelector('link[href$="short-frame.css"]');
  link.addEventListener("load", resolve);
  link.href = href;
})"""


def styles(page: Page) -> Styles:
    """Return the computed styles of elements and of what is drawn before and after them."""
    page.wait_for_timeout(_SETTLED)
    found: dict[str, str] = page.evaluate(_STYLES)
    return {
        name: {each for each in text.split("; ") if not each.startswith("--")}
        for name, text in found.items()
    }


def views(page: Page) -> Iterator[tuple[str, Styles]]:
    """Yield the styles on a phone, a tablet and a desk, and on paper."""
    for width in (390, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        yield f"{width} wide", styles(page)
    page.emulate_media(media="print")
    yield "on paper", styles(page)
    page.emulate_media(media="screen")


def test_short_sheet_says_what_material_says(
    real_site: Path, hub_url: str, page_at: PageAt
) -> None:
    """Every element of the search page has the style that Material's own sheet gives it."""
    page = page_at(f"{hub_url}search/?q=singing").page
    expect(page.locator("[data-hub-results] > li").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    for each in page.locator("[data-hub-values]").all():
        expect(each.locator("li").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    short = dict(views(page))
    (material,) = (real_site / "assets/stylesheets").glob("main.*.css")
    page.evaluate(_SWAP, f"{hub_url}assets/stylesheets/{material.name}")

    for view, whole in views(page):
        assert [*whole] == [*short[view]]
        assert [] == [
            f"{view}, {name}: {sorted(short[view][name] - style)}, and not {sorted(wanted)}"
            for name, style in whole.items()
            if (wanted := style - short[view][name])
        ]
