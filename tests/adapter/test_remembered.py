"""What a preview remembers of pages: nothing is made twice, and nothing stays as it was wrongly."""

from dataclasses import replace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from hub.page import Page
from tests.adapter.conftest import FRONTS, Project

pytestmark = pytest.mark.usefixtures("no_explanations")

RECORD = Page(address="x/y/", kind="record", title="X", description="", html="<h1>X</h1>")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the first line of each text that is rendered."""
    texts, render = list[str](), SitePage.render

    def noting(self: SitePage, config: MkDocsConfig, files: Files) -> None:
        if self.markdown:
            texts.append(self.markdown.strip().partition("\n")[0])
        render(self, config, files)

    monkeypatch.setattr(SitePage, "render", noting)
    return texts


@pytest.fixture
def shown(project: Project) -> Project:
    """Return a project with two hand-written pages, the first of which links to the second."""
    project.write("about.md", "# About\n\n[Why](why.md#because)\n")
    project.write("why.md", "# Why\n\n## Because\n")
    project.build(previewing=True)
    return project


def test_a_text_that_did_not_change_is_not_rendered_again(
    shown: Project, rendered: list[str]
) -> None:
    """Only the page that was written is."""
    before = shown.html("about/")
    shown.write("why.md", "# Why not\n\n## Because\n")
    shown.build(previewing=True)

    assert ["# Why not"] == rendered
    assert before == shown.html("about/")
    assert "Why not" in shown.html("why/")


def test_a_page_that_goes_takes_the_links_to_it_along(
    shown: Project, rendered: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """All texts are rendered again when a file comes or goes, and a warning is given each time."""
    (shown.folder / "docs/why.md").unlink()
    for _ in range(2):
        caplog.clear()
        shown.build(previewing=True)
        assert "contains a link 'why.md#because', but the target" in caplog.text

    assert ["# About", "# About"] == rendered


def test_a_part_of_a_page_that_goes_is_missed(
    shown: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Links of a page that did not change are looked at each time."""
    shown.write("why.md", "# Why\n\n## So\n")
    shown.build(previewing=True)

    assert "does not contain an anchor '#because'" in caplog.text


def test_extensions_that_may_read_files_are_not_spared(
    project: Project, rendered: list[str]
) -> None:
    """What another file says may have changed."""
    project.settings = {"markdown_extensions": ["pymdownx.snippets"]}
    project.write("about.md", "# About\n")
    project.build(previewing=True)
    project.build(previewing=True)

    assert ["# About", "# About"] == rendered


@pytest.mark.parametrize(
    ("settings", "expected"),
    [({"site_name": "New & Co"}, "New &amp; Co"), ({"copyright": "Ours"}, "Ours")],
    ids=["name", "copyright"],
)
def test_the_frame_follows_the_settings(
    shown: Project, settings: dict[str, Any], expected: str
) -> None:
    """Hand-written pages, and those of records, show what `mkdocs.yml` says now."""
    shown.add(RECORD)
    shown.settings = settings
    shown.build(previewing=True)

    assert expected in shown.html("about/")
    assert expected in shown.html("x/y/")


def test_the_navigation_follows_the_pages(shown: Project) -> None:
    """A title in it may change with no text of the page that shows it."""
    shown.settings = {"nav": ["index.md", "evidence/index.md", "concordats/index.md"]}
    shown.build(previewing=True)
    first, *others = FRONTS
    shown.edition = replace(
        shown.edition, pages=(first, *(replace(each, title="Renamed") for each in others))
    )
    shown.build(previewing=True)

    assert "Renamed" in shown.html("about/")


def test_a_fault_stands_on_pages_that_did_not_change(shown: Project) -> None:
    """The notice is put on after what is remembered, and goes when the fault is mended."""
    shown.write("why.md", "# Why\n\n## Because\n\n{{ hub.nothing }}\n")
    shown.build(previewing=True)
    assert "hub-faults" in shown.html("about/")

    shown.write("why.md", "# Why\n\n## Because\n")
    shown.build(previewing=True)
    assert "hub-faults" not in shown.html("about/")
