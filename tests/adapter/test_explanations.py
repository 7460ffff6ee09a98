"""The explanations of the diagnostics are pages of the site."""

from tests.adapter.conftest import Project


def test_explanations_are_published_and_run_no_macros(project: Project) -> None:
    """Every code that is explained has a page, and one page lists them."""
    project.build()

    assert "no reference has the key" in project.html("reference/diagnostics/unknown-citation/")
    assert 'href="unknown-citation/"' in project.html("reference/diagnostics/")
