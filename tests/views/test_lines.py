"""Summaries as lists name them: told once, and the same in every list."""

from hub.model.evidence import EvidenceSummary
from hub.model.findings import Direction
from hub.views.lines import Lines
from tests.views.small_hub import finding, studio_of, summary, vocabulary, work


def choir(**fields: object) -> tuple[EvidenceSummary, Lines]:
    """Return a summary of singing, and what tells of it."""
    found = summary(
        "choir", "a", title="Choirs & <mood>", art_forms=["singing"],
        findings=[finding("mood", "benefit", **fields)],
    )  # fmt: skip
    singing = vocabulary("art-forms", singing="Singing & song")
    return found, studio_of(singing, work("a"), found).lines


def test_a_summary_is_told_once() -> None:
    """Whatever lists it stands in, its words are made safe for HTML once."""
    record, lines = choir()

    assert lines.told(record) is lines.told(record)
    assert "Choirs &amp; &lt;mood&gt;" == lines.told(record).title


def test_art_forms_come_before_other_facts() -> None:
    """Lists that are of an art form leave it out."""
    told = choir()[1].told(choir()[0])

    assert told.about == f"Singing &amp; song · {told.facts}"
    assert "song" not in told.facts


def test_a_summary_without_art_forms_has_its_other_facts_alone() -> None:
    """No dot stands at the begin."""
    record = summary("choir", "a")
    told = studio_of(work("a"), record).lines.told(record)

    assert told.facts == told.about


def test_a_line_leads_to_its_finding() -> None:
    """The link may lead to a place on the page, and facts of the finding come last."""
    record, lines = choir(subgroup="women")
    printed = lines.finding(record, record.findings[0], anchor="#finding-1", more="PHQ-9 < 5")

    assert Direction.BENEFIT is record.findings[0].direction
    assert 'href="evidence/summaries/choir/#finding-1">Choirs &amp; &lt;mood&gt;</a>' in printed
    assert "only for: women" in printed
    assert printed.endswith(f"{lines.told(record).about} · PHQ-9 &lt; 5</span></li>\n")
