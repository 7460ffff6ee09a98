"""One finding, ready for its template: figures in words, certainty on its own scale, the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from hub.model.certainty import LEVELS, Scale
from hub.model.estimates import Statistic
from hub.model.findings import Comparison
from hub.views.directions import LIMITS, sign
from hub.views.wording import figure, interval

if TYPE_CHECKING:
    from hub.model.base import Quote
    from hub.model.certainty import Certainty
    from hub.model.estimates import Estimate
    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding
    from hub.views.sheet import Sheet

STATISTICS = {
    Statistic.MD: "Mean difference",
    Statistic.SMD: "Standardised mean difference",
    Statistic.D: "Effect size d",
    Statistic.RR: "Risk ratio",
    Statistic.OR: "Odds ratio",
    Statistic.HR: "Hazard ratio",
    Statistic.F: "F",
}
"""What a printed number is; the others speak for themselves."""

SCALES = {
    Scale.GRADE: "GRADE",
    Scale.CERQUAL: "CERQual",
    Scale.NESTA: "Nesta standards of evidence",
    Scale.MARYLAND: "Maryland scale",
    Scale.AUTHORS: "in their own words",
}


def finding_items(sheet: Sheet, summary: EvidenceSummary) -> list[dict[str, Any]]:
    """Return what `ui.finding` shows of each finding, with its subgroup and limits in words."""
    return [
        _item(sheet, summary, number, each) for number, each in enumerate(summary.findings, start=1)
    ]


def number_of(summary: EvidenceSummary, finding: Finding) -> int:
    """Return the number of one of a summary's findings, from 1: its anchor has it."""
    return next(at for at, each in enumerate(summary.findings, start=1) if each is finding)


def _item(sheet: Sheet, summary: EvidenceSummary, number: int, finding: Finding) -> dict[str, Any]:
    comparator = summary.question.comparator
    is_compared = finding.comparison is Comparison.BETWEEN_GROUPS and comparator
    return {
        "id": f"finding-{number}",
        "outcome": sheet.studio.hub.label("outcomes", finding.outcome),
        "direction": finding.direction.value,
        "words": sign(finding).words,
        "primary": finding.primary,
        "subgroup": finding.subgroup or "",
        "statement": sheet.inline(finding.statement),
        "note": _note(sheet.inline(comparator) if is_compared else None, finding),
        "estimate": figures(finding.estimate) if finding.estimate else "",
        "measure": f"Measured with {finding.measure}" if finding.measure else "",
        "time_point": finding.time_point or "",
        "certainty": certainty(finding.certainty) if finding.certainty else {},
        "reasons": finding.certainty.reasons if finding.certainty else (),
        **_quote(sheet, summary, finding.quote),
    }


def _note(compared_with: Markup | None, finding: Finding) -> Markup:
    """Return what a reader must know before repeating a finding."""
    compared = f"Compared with: {compared_with} " if compared_with else ""
    read_in = f" Read in: {finding.read_in}." if finding.read_in else ""
    said = escape(LIMITS[finding.comparison] + read_in)
    return Markup(f"{compared}{said}".strip())  # noqa: S704 - both are safe by now


def figures(estimate: Estimate) -> str:
    """Return an estimate as a line of text.

    Standardised mean difference −0.98 (95% CI −1.69 to −0.27; p = 0.004); 9 studies.
    """
    value = "" if estimate.value is None else figure(estimate.value)
    unit = "%" if value and estimate.statistic is Statistic.PERCENT else ""
    name = STATISTICS.get(estimate.statistic, "") if value else ""
    ci = f"95% CI {interval(estimate.ci)}" if estimate.ci else ""
    inside = "; ".join(each for each in (ci, p_value(estimate.p)) if each)
    head = f"{name} {value}{unit}".strip()
    around = f"{head} ({inside})" if head and inside else head or inside
    return "; ".join(each for each in (around, figure(estimate.note or "")) if each)


def p_value(printed: str | None) -> str:
    """Return a p value with its sign: p = 0.16, p < 0.001."""
    if not printed:
        return ""
    sign_ = printed[0] if printed[0] in "<>=" else "="
    return f"p {sign_} {printed.lstrip('<>= ')}"


def certainty(given: Certainty) -> dict[str, Any]:
    """Return what `ui.certainty` shows; a level stays on the scale it was given on."""
    level = given.level
    common = {"level": level.replace(" ", "-"), "scale": SCALES[given.scale],
              "assessor": given.assessor.value}  # fmt: skip
    if given.scale is Scale.GRADE:
        return common
    if given.scale is Scale.AUTHORS:
        return {**common, "words": f"“{level}”"}
    levels = LEVELS[given.scale]
    words = f"Level {level}" if level.isdigit() else f"{level} confidence".capitalize()
    return {**common, "words": words, "filled": levels.index(level) + 1, "of": len(levels)}


def _quote(sheet: Sheet, summary: EvidenceSummary, quote: Quote | None) -> dict[str, Any]:
    if quote is None:
        return {"quote": "", "source": ""}
    work = quote.reference or summary.source
    return {"quote": quote.text, "source": sheet.cite(work, quote.locator or "")}
