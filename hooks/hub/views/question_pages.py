"""Evidence for a question: a page for each outcome, and for it with a condition, and their list.

What is said is counted (`hub.views.question_words`), what is drawn is printed in a table beside it
(`hub.views.forest`, `hub.views.harvest`). What compares groups stands apart from what does not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hub.model.findings import Direction
from hub.page import Heading, Order, Page, SearchEntry
from hub.views import addresses, assets, downloads, forest, question_parts, question_words
from hub.views.directions import LABELS, LIMITS
from hub.views.evidence import without_findings
from hub.views.harvest import harvest
from hub.views.plots import STYLE
from hub.views.questions import answers_of
from hub.views.wording import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.views.questions import Question
    from hub.views.sheet import Sheet, Studio

QUESTION, QUESTIONS = "question", "questions"
"""The views of these pages, and of their list."""

OUTLINE = Page(
    address=addresses.QUESTIONS,
    kind=QUESTIONS,
    title="Evidence for a question",
    description="What is known, question by question: what agrees, what does not, and what nobody "
    "knows.",
    html="<h1></h1>",
    section="evidence",
)
"""The list of all questions without what is dear: the questions."""

_HEADINGS = (
    Heading("in-short", "In short"), Heading("compared", "Groups compared"),
    Heading("others", "Findings that cannot show an effect"),
    Heading("subgroups", "For some people only"), Heading("pictures", "Pictures"),
    Heading("sure", "How sure"), Heading("harms", "Harms, cost, who was missing"),
    Heading("more", "More to read"), Heading("references", "References"),
)  # fmt: skip


def question_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for the list of all questions, and one for the page of each."""
    yield Order(addresses.QUESTIONS, QUESTIONS, "")
    for name in studio.questions:
        yield Order(addresses.question(name), QUESTION, name)


def question_page(studio: Studio, name: str) -> Page:
    """Return the page of a question."""
    question = studio.questions[name]
    sheet = studio.sheet(addresses.question(name))
    values = _values(sheet, question)
    headings = tuple(each for each in _HEADINGS if values[each.id.replace("-", "_")])
    return Page(
        address=sheet.address,
        kind=QUESTION,
        title=_title(question),
        description=f"What studies and reviews say on this question: {question.title}. "
        + question_words.gathered(question),
        html=sheet.render("question.html", **values),
        headings=headings,
        section="evidence",
        head=assets.head(sheet, STYLE),
        beside=downloads.beside(sheet),
    )


def _values(sheet: Sheet, question: Question) -> dict[str, Any]:
    """Return what the template shows; a part named in `_HEADINGS` is empty where it has nothing."""
    compared = question.verdicts
    says = [verdict for verdict, number in compared.items() if number]
    values = {
        "question": question,
        "crumbs": _crumbs(sheet, question.title),
        "retracted": [question_parts.link(sheet, each) for each in question.retracted],
        "critiques": question_parts.critiques(sheet, question),
        "in_short": _in_short(question),
        "is_no_difference": says == [Direction.NO_DIFFERENCE],
        "bodies": plural(sum(compared.values()), "study or review", "studies or reviews"),
        **_findings(sheet, question),
        **_pictures(sheet, question),
        "sure": question_parts.graded(question),
        "harms": question_parts.beside_findings(sheet, question),
        "more": question_parts.more(sheet, question),
    }
    return {**values, "references": bool(sheet.mentioned)}


def _crumbs(sheet: Sheet, title: str) -> list[dict[str, str]]:
    way = [("Evidence", sheet.url(addresses.EVIDENCE))]
    way += [("Questions", sheet.url(addresses.QUESTIONS))] if title != "Questions" else []
    return [{"label": label, "href": href} for label, href in (*way, (title, ""))]


def _findings(sheet: Sheet, question: Question) -> dict[str, Any]:
    """Return the findings: what compares groups, others, and what is of a subgroup."""
    return {
        "compared": [
            {"title": strand.value,
             **question_parts.block(sheet, question, found, question.answers[strand])}
            for strand, found in question.compared.items()
        ],
        "others": [
            {"title": title, "limit": LIMITS[kind],
             **question_parts.block(sheet, question, found, answers_of(found))}
            for kind, title in question_parts.KINDS.items()
            if (found := question.overall(kind))
        ],
        "subgroups": question_parts.lines(sheet, question, question.in_subgroups),
    }  # fmt: skip


_NOTHING_AGREES = (
    "Nothing yet: that takes two or more studies or reviews that compare groups and all say the "
    "same."
)


def _in_short(question: Question) -> dict[str, Any]:
    words = question_words
    return {
        "gathered": words.gathered(question),
        "parts": [
            ("What agrees", words.agreements(question), _NOTHING_AGREES),
            ("What does not", words.disagreements(question), "Nothing seen."),
            ("Only one so far", words.alone(question), ""),
            ("What is not known", words.unknowns(question), ""),
        ],
        "searched": words.searched(question),
    }  # fmt: skip


def _pictures(sheet: Sheet, question: Question) -> dict[str, Any]:
    every = forest.plots_of(question.findings)
    drawn = {kind: rows for kind, rows in every.items() if len(rows) <= forest.MOST}
    plots = [
        forest.plot(sheet, number, kind, rows)
        for number, (kind, rows) in enumerate(drawn.items(), start=1)
    ]
    harvested = harvest(sheet, question)
    figures = sum(bool(each.estimate and each.estimate.value is not None)
                  for _, each in question.findings)  # fmt: skip
    return {
        "pictures": bool(plots or harvested),
        "forests": plots,
        "harvest": harvested,
        "undrawn": figures - sum(map(len, drawn.values())) if plots else 0,
    }


def question_entry(studio: Studio, name: str) -> SearchEntry:
    """Return what finds the page of a question: what it is about, by all names."""
    question = studio.questions[name]
    conditions = [*([question.condition] if question.condition else []), *question.shared]
    terms = [question.outcome, *conditions]
    names = [each for term in terms for each in (term.label, *term.alt_labels)]
    return SearchEntry(
        addresses.question(name),
        _title(question),
        text=f"{', '.join(dict.fromkeys(names))}. {question_words.gathered(question)}",
        filters=(
            ("kind", "Question"),
            ("outcome", question.outcome.label),
            *(("condition", each.label) for each in conditions),
        ),
        is_minor=True,
    )


def _title(question: Question) -> str:
    return f"{question.title}: evidence for a question"


def questions_page(studio: Studio) -> Page:
    """Return the list of all questions."""
    sheet = studio.sheet(addresses.QUESTIONS)
    rows = [_row(sheet, each) for each in studio.questions.values()]
    html = sheet.render(
        "questions.html",
        crumbs=_crumbs(sheet, "Questions"),
        labels=[*LABELS.values()], rows=rows,
        same=[each for each in rows if each["is_no_difference"]],
        empty=without_findings(studio.groups),
        over_time=sheet.url(addresses.OVER_TIME),
    )  # fmt: skip
    return replace(OUTLINE, html=html, head=assets.head(sheet, STYLE))


def _row(sheet: Sheet, question: Question) -> Mapping[str, Any]:
    counted = question.verdicts
    return {
        "label": question.title,
        "href": sheet.url(addresses.question(question.name)),
        "is_narrow": question.condition is not None,
        "numbers": [counted[each] for each in LABELS],
        "rest": question.sources - sum(counted.values()),
        "is_no_difference": {Direction.NO_DIFFERENCE} == {each for each in LABELS if counted[each]},
    }
