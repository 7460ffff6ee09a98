"""The explanations of the diagnostics are pages of the site."""

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from hub.adapter.docs import Desk
from hub.store import Store
from tests.adapter.conftest import Project

ADDRESS = "reference/diagnostics/"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each explanation that is rendered."""
    names, render = list[str](), SitePage.render

    def noting(self: SitePage, config: MkDocsConfig, files: Files) -> None:
        if self.file.src_uri.startswith(ADDRESS):
            names.append(self.file.name)
        render(self, config, files)

    monkeypatch.setattr(SitePage, "render", noting)
    return names


@pytest.fixture
def storing(project: Project, tmp_path: Path) -> Project:
    """Return a project that keeps results between builds."""
    project.edition = replace(project.edition, store=Store(tmp_path / "pages.sqlite"))
    return project


def test_explanations_are_published_and_run_no_macros(project: Project) -> None:
    """Every code that is explained has a page, and one page lists them."""
    project.build()

    assert "no reference has the key" in project.html("reference/diagnostics/unknown-citation/")
    assert 'href="unknown-citation/"' in project.html("reference/diagnostics/")


def test_the_list_says_what_was_found_and_why_it_matters(project: Project) -> None:
    """Each line holds the two sentences with which the page of its code begins."""
    project.build()
    text = project.html("reference/diagnostics/")

    assert "<td>A citation of a work that is not in the library</td>" in text
    assert "<td>Every claim must lead to its source.</td>" in text


def test_an_explanation_is_rendered_once(storing: Project, rendered: list[str]) -> None:
    """The next build renders the list alone, whose links are looked at, and writes the same."""
    written = []
    for _ in range(2):
        rendered.clear()
        storing.build()
        written.append({path: path.read_bytes() for path in (storing.site / ADDRESS).rglob("*")
                        if path.is_file()})  # fmt: skip

    assert ["index"] == rendered
    assert written[0] == written[1]


def test_kept_or_not_an_explanation_is_what_mkdocs_makes_of_it(
    storing: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Title, contents and anchors are there as if nothing were kept."""
    storing.build()
    storing.build()
    kept = storing.html(f"{ADDRESS}unknown-citation/")
    monkeypatch.setattr("hub.adapter.explanations.looks_at_the_text_alone", lambda _: False)
    storing.build()

    assert storing.html(f"{ADDRESS}unknown-citation/") == kept


def test_other_settings_give_other_explanations(storing: Project, rendered: list[str]) -> None:
    """What was rendered for another mark-up is not used."""
    storing.build()
    rendered.clear()
    storing.settings["markdown_extensions"] = ["pymdownx.superfences"]
    storing.build()

    assert "unknown-citation" in rendered


def test_an_extension_that_may_read_files_is_asked_each_time(
    storing: Project, rendered: list[str]
) -> None:
    """Nothing is kept of what it makes."""
    storing.settings["markdown_extensions"] = ["pymdownx.superfences", "pymdownx.snippets"]
    storing.build()
    rendered.clear()
    storing.build()

    assert "unknown-citation" in rendered


def test_a_plugin_may_change_an_explanation(
    storing: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text it gives is rendered in place of what was kept."""
    storing.build()
    monkeypatch.setattr(Desk, "markdown", lambda _desk, text, _page: f"{text}\n\nAnd more.\n")
    storing.build()

    assert "<p>And more.</p>" in storing.html(f"{ADDRESS}unknown-citation/")
