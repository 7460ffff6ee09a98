"""Figures on hand-written pages: numbers are printed, and nothing else is done."""

import pytest

from hub.adapter.figures import faults_in, render

FIGURES: dict[str, int | str] = {"evidence_count": 1, "last_review": "21 November 2026"}
LISTED = "the documentation lists those there are"
UNCLOSED = "unexpected end of template, expected 'end of print statement'."
ONLY = "only figures such as {{ hub.evidence_count }} stand in braces"


def test_a_figure_is_printed() -> None:
    """A name in braces becomes the number or the words behind it."""
    text = "We hold {{ hub.evidence_count }}, seen {{ hub.last_review }}.\n"

    assert [] == list(faults_in(text, FIGURES))
    assert "We hold 1, seen 21 November 2026.\n" == render(text, FIGURES)


def test_a_figure_may_choose_the_words() -> None:
    """One work, two works: a page can say either."""
    text = "{{ hub.evidence_count }} work{% if hub.evidence_count != 1 %}s{% endif %}"

    assert [] == list(faults_in(text, FIGURES))
    assert "1 work" == render(text, FIGURES)


def test_braces_can_be_shown() -> None:
    """A page about figures shows the braces themselves."""
    text = "Write `{% raw %}{{ hub.evidence_count }}{% endraw %}`."

    assert [] == list(faults_in(text, FIGURES))
    assert "Write `{{ hub.evidence_count }}`." == render(text, FIGURES)


def test_a_misspelled_figure_is_found_with_its_line() -> None:
    """The fault stands at its line and names what was meant."""
    found = list(faults_in("One\n\n{{ hub.evidnce_count }}\n", FIGURES))

    assert [(3, 'the hub has no figure "evidnce_count"; did you mean "evidence_count"?')] == found


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}",
         f'"cycler" is not known here; {ONLY}'),
        ("{{ page.file }}", f'"page" is not known here; {ONLY}'),
        ("{{ config }}", f'"config" is not known here; {ONLY}'),
        ("{{ self }}", f'"self" is not known here; {ONLY}'),
        ("{{ macros_info() }}", f'"macros_info" is not known here; {ONLY}'),
        ("{% include 'secret.md' %}", ONLY),
        ("{% import 'secret.md' as x %}", ONLY),
        ("{% extends 'secret.md' %}", ONLY),
        ("{% for a in range(100000) %}{% for b in range(100000) %}.{% endfor %}{% endfor %}",
         f'"a" is not known here; {ONLY}'),
        ("{% set x = 1 %}", f'"x" is not known here; {ONLY}'),
        ("{% macro x() %}{% endmacro %}", ONLY),
        ("{{ 'a' * 1000000000 }}", ONLY),
        ("{{ 9 ** 9 ** 9 }}", ONLY),
        ("{{ 1 | center(1000000000) }}", ONLY),
        ("{{ ''.__class__.__mro__ }}", ONLY),
        ("{{ hub }}", ONLY),
        ("{{ hub.items() }}", ONLY),
        ("{{ hub.items }}", f'the hub has no figure "items"; {LISTED}'),
        ("{{ hub['evidence_count'] }}", ONLY),
        ("{{ hub.evidence_count.__class__ }}", ONLY),
        ("{{ hub.evidence_count",
         f"the braces cannot be read: {UNCLOSED}"),
    ],
)  # fmt: skip
def test_nothing_else_is_allowed(text: str, fault: str) -> None:
    """Whatever could reach an object, a file, a loop or a great sum is a fault, and never runs."""
    assert [(1, fault)] == list(faults_in(text, FIGURES))
