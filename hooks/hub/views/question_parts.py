"""The parts of a question's page: lists of findings, critiques, grades, harms, and what is near.

A list that readers can take in is whole; of a longer one the begin is shown, with the way to all.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hub.model.evidence import HarmsStatus
from hub.model.findings import Comparison
from hub.views import addresses, lists, summary_parts
from hub.views.directions import words_for
from hub.views.findings import certainty, figures, number_of
from hub.views.questions import name_of
from hub.views.rooted import turned
from hub.views.wording import count, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markupsafe import Markup

    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Direction, Finding
    from hub.views.groups import Found
    from hub.views.questions import Question
    from hub.views.sheet import Sheet, Studio

KINDS = {
    Comparison.WITHIN_GROUP: "Before and after, in one group",
    Comparison.ASSOCIATION: "Associations",
    Comparison.DESCRIPTION: "What sources describe",
}
"""What can show no effect, in the order in which it is shown."""


def block(
    sheet: Sheet, question: Question, found: Sequence[Found], answers: Mapping[Direction, int]
) -> dict[str, Any]:
    """Return findings of one comparison with the numbers of those who say what."""
    number = plural(sum(answers.values()), "study or review", "studies or reviews")
    badges = [
        (each.value, f"{words_for(each, found[0][1].comparison)}: {count(many)}")
        for each, many in answers.items()
    ]
    return {"number": number, "badges": badges, **lines(sheet, question, found)}


def lines(sheet: Sheet, question: Question, found: Sequence[Found]) -> dict[str, Any]:
    """Return findings as a list; the begin of it where the question has very many."""
    is_long = len(question.findings) > lists.LONG
    shown = found[: lists.SHOWN] if is_long else found
    more = {}
    if len(shown) < len(found):
        href = sheet.url(addresses.browse("outcome", question.outcome.id))
        more = {"href": href, "label": f"All summaries on {question.outcome.label}"}
    entries = turned(sheet, [_line(sheet.studio, *each) for each in shown])
    return {"entries": entries, "more": more} if found else {}


def _line(studio: Studio, summary: EvidenceSummary, finding: Finding) -> Markup:
    figure = figures(finding.estimate) if finding.estimate else ""
    return studio.lines.finding(
        summary, finding, anchor=f"#finding-{number_of(summary, finding)}",
        more=" · ".join(filter(None, (finding.measure, figure))),
    )  # fmt: skip


def link(sheet: Sheet, summary: EvidenceSummary) -> dict[str, str]:
    """Return a link to a summary."""
    return {"label": summary.title, "href": sheet.url(addresses.summary(summary.id))}


def critiques(sheet: Sheet, question: Question) -> dict[str, Any]:
    """Return what challenges the works of a question; nothing where nothing does."""
    challenged = [each for each in question.summaries if each.critiques]
    if not challenged:
        return {}
    return {
        "number": f"{count(len(challenged))} of {plural(len(question.summaries), 'work')}",
        "is_one": len(challenged) == 1,
        "rest": len(challenged) - len(challenged[: lists.SHOWN]),
        "entries": [
            {**link(sheet, each), "says": [summary_parts.critique(sheet, one)
                                           for one in each.critiques]}
            for each in challenged[: lists.SHOWN]
        ],
    }  # fmt: skip


def graded(question: Question) -> dict[str, Any]:
    """Return the certainties of the findings for everybody, each on its own scale, counted."""
    found = [each for kind in Comparison for _, each in question.overall(kind)]
    if not found:
        return {}
    grades = [each.certainty for each in found if each.certainty]
    keys = [(each.scale, each.level, each.assessor) for each in grades]
    given, shown = Counter(keys), dict(zip(keys, grades, strict=True))
    return {
        "total": len(found),
        "ungraded": len(found) - len(grades),
        "entries": [{"certainty": certainty(shown[key]), "findings": number}
                  for key, number in sorted(given.items(), key=lambda each: -each[1])],
    }  # fmt: skip


def beside_findings(sheet: Sheet, question: Question) -> dict[str, Any]:
    """Return what the works say of harms, of cost, and of who was missing."""
    works = question.summaries
    if not works:
        return {}
    said = Counter(each.harms.status for each in works)
    return {
        "works": len(works),
        "reported": said[HarmsStatus.REPORTED],
        "none": said[HarmsStatus.NONE_REPORTED],
        "silent": said[HarmsStatus.NOT_STATED],
        "texts": _texts(sheet, (
            (each, each.harms.text) for each in works if each.harms.status is HarmsStatus.REPORTED
        )),
        "cost": _texts(sheet, ((each, each.cost) for each in works)),
        "equity": _texts(sheet, ((each, each.equity) for each in works)),
    }  # fmt: skip


def _texts(sheet: Sheet, given: Iterable[tuple[EvidenceSummary, str | None]]) -> dict[str, Any]:
    """Return what summaries say, with links; `number` is how many say anything."""
    said = [(summary, text) for summary, text in given if text]
    items = [
        {**link(sheet, summary), "text": sheet.inline(text)}
        for summary, text in said[: lists.SHOWN]
    ]
    return {"number": len(said), "entries": items, "rest": len(said) - len(items)}


def more(sheet: Sheet, question: Question) -> list[dict[str, Any]]:
    """Return the questions around this one, and where all its summaries are listed."""
    known = sheet.studio.questions
    outcome, condition = question.outcome, question.condition
    around = [
        {"title": title, "links": [
            {"label": known[name].title, "href": sheet.url(addresses.question(name))}
            for name in names
        ]}
        for title, names in near(sheet.studio, question).items()
    ]  # fmt: skip
    lists_of = [("outcome", outcome), *([("condition", condition)] if condition else [])]
    links = [
        {"label": f"All on {term.label}", "href": sheet.url(addresses.browse(facet, term.id))}
        for facet, term in lists_of
    ]
    return [*around, {"title": "Lists of summaries", "links": links}]


def near(studio: Studio, question: Question) -> dict[str, list[str]]:
    """Return the names of the questions around one: wider, narrower, with conditions."""
    outcome, known = question.outcome, studio.questions
    others = [each for each in question.conditions if each is not question.condition]
    named = [name_of(outcome, each) for each in others]
    if question.condition:
        found = {"For everybody": [outcome.id], "With other conditions": named}
    else:
        terms = studio.groups.terms("outcomes")
        found = {
            "With a condition": named,
            "Wider": [outcome.broader] if outcome.broader in known else [],
            "Narrower": [each.id for each in terms if each.broader == outcome.id],
        }
    some = {title: [name for name in names if name in known] for title, names in found.items()}
    return {title: names for title, names in some.items() if names}
