"""Hand-written pages: figures, citations, links, and front matter that was checked."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from hub.citing.formatting import Formatter
from hub.loading.bibtex import read_bibtex
from hub.model.hub import Hub
from hub.page import Page
from hub.source import SourceText
from hub.views.sheet import Sheet, Studio
from tests.adapter.conftest import Project

pytestmark = pytest.mark.usefixtures("no_explanations")

SINGING = Page(
    address="evidence/summaries/singing/", kind="summary", title="Singing", description="",
    html='<h1>Singing</h1><p id="found">It helps.</p>', section="evidence",
    edit_path="evidence/summaries/singing.yml",
)  # fmt: skip

LIBRARY = """
@book{Lee2020, author = {Lee, Ann}, title = {Song}, publisher = {Midwater}, year = 2020}
@book{Roe2021, author = {Roe, Bo}, title = {Dance}, publisher = {Midwater}, year = 2021}
"""


@pytest.fixture
def sheet() -> Callable[[str], Sheet]:
    """Return the sheets of a hub that holds two works and nothing else."""
    library = read_bibtex(SourceText("evidence/references.bib", LIBRARY))
    assert () == library.faults
    return Studio(Hub(references=library.references), Formatter()).sheet


def failed_build(
    project: Project, caplog: pytest.LogCaptureFixture, *, strict: bool = False
) -> str:
    """Build what cannot be built; return what the log says."""
    with pytest.raises(Abort):
        project.build(strict=strict)
    return caplog.text


def test_a_figure_is_printed_on_a_page(project: Project) -> None:
    """No number on a hand-written page is ever typed."""
    project.edition = replace(project.edition, figures={"evidence_count": 11})
    project.write("about/index.md", "# About\n\nWe hold {{ hub.evidence_count }} summaries.\n")
    project.build()

    assert "We hold 11 summaries." in project.html("about/")


@pytest.mark.parametrize("matter", ["", "---\ntitle: About\n---\n", "---\ntitle: About\n---\n\n\n"])
def test_an_unknown_name_fails_the_build_at_its_line(
    project: Project, caplog: pytest.LogCaptureFixture, matter: str
) -> None:
    """The message says the file, the line of the file, and the name; nothing was run."""
    project.write("about/index.md", f"{matter}# About\n\n{{{{ config.docs_dir }}}}\n")

    log = failed_build(project, caplog)

    line = matter.count("\n") + 3
    assert f'docs/about/index.md:{line}: "config" is not known here' in log
    assert not project.site.exists()


def test_all_pages_are_looked_through_before_the_build_fails(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Every fault in one run."""
    project.write("one.md", "{{ nothing }}\n")
    project.write("two.md", "{{ nothing }}\n")

    log = failed_build(project, caplog)

    assert "docs/one.md:1: " in log
    assert "docs/two.md:1: " in log
    assert "faults in hand-written pages: 2" in log


def test_citations_become_numbers_with_a_list_at_the_end(
    project: Project, sheet: Callable[[str], Sheet]
) -> None:
    """Works are numbered by first mention, with their locators, and listed in that order."""
    project.edition = replace(project.edition, sheet=sheet)
    project.write("about.md", "# About\n\nSo [@Roe2021, p. 4] and [@Lee2020; @Roe2021].\n")
    project.build()

    html = project.html("about/")
    assert '[<a href="#ref-1" id="cite-1-1" aria-label="Reference 1">1</a>, p. 4]' in html
    assert '<h2 id="references">References' in html
    assert html.index('<li id="ref-1"') < html.index("Dance") < html.index('<li id="ref-2"')


def test_citations_in_code_stay_as_they_are(
    project: Project, sheet: Callable[[str], Sheet]
) -> None:
    """A page that explains citations shows them."""
    project.edition = replace(project.edition, sheet=sheet)
    project.write("about.md", "# About\n\n`[@Lee2020]`\n\n```\n[@Roe2021]\n```\n")
    project.build()

    html = project.html("about/")
    assert "<code>[@Lee2020]</code>" in html
    assert "[@Roe2021]" in html
    assert 'id="ref-1"' not in html


@pytest.mark.parametrize(
    "link",
    [
        "../../evidence/summaries/singing.yml", "../evidence/summaries/singing/",
        "../../evidence/summaries/singing.yml#found",
    ],
)  # fmt: skip
def test_a_link_to_a_record_leads_to_its_page(project: Project, link: str) -> None:
    """A link that works in the repository works on the site, and so does one to the address."""
    project.add(SINGING)
    project.write("about/index.md", f"# About\n\n[it]({link})\n")
    project.build(strict=True)

    anchor = "#found" if link.endswith("#found") else ""
    assert f'<a href="../evidence/summaries/singing/{anchor}">it</a>' in project.html("about/")


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ("../../evidence/summaries/dancing.yml", "is not found among documentation files"),
        ("../evidence/summaries/dancing/", "unrecognized relative link"),
        ("../../evidence/summaries/singing.yml#lost", "does not contain an anchor '#lost'"),
        ("../evidence/index.md#lost", "does not contain an anchor '#lost'"),
    ],
)
def test_a_link_to_nothing_fails_a_strict_build(
    project: Project, caplog: pytest.LogCaptureFixture, link: str, complaint: str
) -> None:
    """Pages and anchors that do not exist are named, and the old site stays."""
    project.add(SINGING)
    project.write("about/index.md", f"# About\n\n[it]({link})\n")

    assert complaint in failed_build(project, caplog, strict=True)
    assert not project.site.exists()


def test_front_matter_is_text(project: Project) -> None:
    """A title and a description with markup in them are shown as they were written."""
    project.write("about.md", "---\ntitle: A <b>\ndescription: C <script>\n---\n\nText.\n")
    project.build()

    html = project.html("about/")
    assert "<title>A &lt;b&gt;" in html
    assert '<meta name="description" content="C &lt;script&gt;">' in html
    assert "<h1>A &lt;b&gt;</h1>" in html


def test_a_text_that_looks_like_front_matter_is_text(project: Project) -> None:
    """MkDocs alone would take "template: x" at the top of the text for an order."""
    project.write("about.md", "---\ntitle: About\n---\ntemplate: nonsense.html\n")
    project.build()

    assert "template: nonsense.html" in project.html("about/")


def test_a_page_that_was_not_read_fails_the_build(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """What was not checked is not published."""
    (project.folder / "docs" / "about.markdown").write_text("# About\n", encoding="utf-8")

    assert "docs/about.markdown: the page was not read" in failed_build(project, caplog)


def test_the_words_of_a_page_are_indexed_without_the_frame(project: Project) -> None:
    """The search index knows the text and the description of a page, and not the navigation."""
    project.write("about.md", "---\ndescription: Who we are.\n---\n\n# About us\n\nFew words.\n")
    project.build()

    found = [each for each in fragments(project.site) if each["url"] == "/about/"]
    assert [("About us", "About us. Few words. Who we are.", {"kind": ["Page"]})] == [
        (each["meta"]["title"], each["content"], json.loads(each["filters"]["record"][0])["facets"])
        for each in found
    ]


def fragments(site: Path) -> list[dict[str, Any]]:
    """Return what the search index holds of each page."""
    packed = (site / "pagefind" / "fragment").rglob("*.pf_fragment")
    texts = (zlib.decompress(path.read_bytes(), wbits=31) for path in packed)
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]
