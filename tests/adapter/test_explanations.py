"""The explanations of the diagnostics are pages of the site."""

from tests.adapter.conftest import Project


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
