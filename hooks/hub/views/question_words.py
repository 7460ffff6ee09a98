"""What is said of a question: sentences from counts alone, short, and the same for every question.

No sentence claims more than its numbers: a count of studies is no size of an effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.evidence import Seen
from hub.model.findings import Comparison, Direction
from hub.views.designs import REVIEWS
from hub.views.questions import Strand, inside, verdicts
from hub.views.wording import count, listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.views.questions import Question

_FOUND = {
    Direction.BENEFIT: "found a benefit",
    Direction.NO_DIFFERENCE: "found no difference",
    Direction.MIXED: "gave a mixed answer",
    Direction.HARM: "found harm",
    Direction.NOT_ESTIMABLE: "could not tell",
}


def gathered(question: Question) -> str:
    """Say what the page holds, and where the same people may be behind more than one work."""
    findings, summaries = question.findings, question.summaries
    found = f"{plural(len(findings), 'finding')} from {plural(len(summaries), 'work')}"
    number = question.sources
    once = f" Papers on the same people count once: {_sources(number)}."
    about = [inside(each.label) for each in question.shared if each.label != question.title]
    told = f" All of it is about {listed(about)}." if about and not question.condition else ""
    reviews = any(each.design in REVIEWS for each in summaries) and number > 1
    twice = " A review may hold a study that is listed here as well." if reviews else ""
    return f"{found}.{once if number < len(summaries) else ''}{told}{twice}"


def agreements(question: Question) -> list[str]:
    """Say where two or more that compare groups all say the same."""
    return [
        f"{name.value}: all {_comparing(total)} {_FOUND[answer]}."
        for name, total, answers in _blocks(question)
        if total > 1 and len(answers) == 1
        for answer in answers
        if answer not in {Direction.MIXED, Direction.NOT_ESTIMABLE}
    ]


def disagreements(question: Question) -> list[str]:
    """Say where those that compare groups do not say the same, or a source does not with itself."""
    found = [
        f"{name.value}: of {_comparing(total)}, {told(answers)}."
        for name, total, answers in _blocks(question)
        if total > 1 and (len(answers) > 1 or Direction.MIXED in answers)
    ]
    return [*found, *_only_uncompared(question)]


def _only_uncompared(question: Question) -> Iterator[str]:
    """Say where a benefit is reported only by what compares nothing with it."""
    compared = question.verdicts
    others = [
        each
        for kind in (Comparison.WITHIN_GROUP, Comparison.ASSOCIATION)
        for each in question.overall(kind)
    ]
    number = verdicts(others)[Direction.BENEFIT]
    if number and sum(compared.values()) and not compared[Direction.BENEFIT]:
        yield (
            f"{_sources(number).capitalize()} without a comparison of groups "
            f"{'speaks' if number == 1 else 'speak'} of something good. "
            "Of those that compare groups, none found a benefit."
        )


def alone(question: Question) -> list[str]:
    """Say where but one compares groups: it can neither agree nor differ."""
    return [
        f"{name.value}: one study or review compares groups. It {_FOUND[answer]}."
        for name, total, answers in _blocks(question)
        if total == 1
        for answer in answers
    ]


def unknowns(question: Question) -> list[str]:
    """Say what nobody can tell from what is here."""
    compared = question.overall(Comparison.BETWEEN_GROUPS)
    overall = [each for kind in Comparison for _, each in question.overall(kind)]
    untold = sum(each.direction is Direction.NOT_ESTIMABLE for each in overall)
    sized = sum(bool(each.estimate and each.estimate.ci) for each in overall)
    unread = sum(each.seen is not Seen.FULL_TEXT for each in question.summaries)
    said = [
        "" if compared else "Nothing here compares groups. So nothing here shows an effect.",
        f"{Strand.TAKING_PART.value}: nothing here compares groups."
        if compared and Strand.TAKING_PART not in question.answers else "",
        *_untold(question),
        f"{plural(untold, 'finding')} could not tell either way." if untold else "",
        f"How large: {count(sized) if sized else 'none'} of {plural(len(overall), 'finding')} "
        f"{'has' if sized == 1 else 'have'} a figure with an interval."
        if overall else "",
        _not_in_full(unread, len(question.summaries)),
    ]  # fmt: skip
    return [each for each in said if each]


def _untold(question: Question) -> Iterator[str]:
    """Say where two or more compare groups, and not one of them could tell."""
    for name, total, answers in _blocks(question):
        if total > 1 and Direction.NOT_ESTIMABLE in answers and len(answers) == 1:
            yield f"{name.value}: not one of {_comparing(total)} could tell."


def _not_in_full(unread: int, total: int) -> str:
    if not unread:
        return ""
    if unread == total:
        return (
            f"Not one of {plural(total, 'work')} was read in full."
            if total > 1
            else ("The work was not read in full.")
        )
    was = "was" if unread == 1 else "were"
    return f"Of {plural(total, 'work')}, {count(unread)} {was} not read in full."


def searched(question: Question) -> str:
    """Say that nobody has searched; "" where the outcome's term says who did."""
    if question.outcome.searched:
        return ""
    return "Nobody has noted a full search for this question. There may be studies not listed here."


def told(answers: Mapping[Direction, int]) -> str:
    """Return numbers with what they found: "2 found a benefit and 1 could not tell"."""
    return listed([f"{count(number)} {_FOUND[each]}" for each, number in answers.items()])


def _comparing(total: int) -> str:
    return f"{_sources(total)} that compare groups"


def _sources(number: int) -> str:
    return "one study or review" if number == 1 else f"{count(number)} studies or reviews"


def _blocks(question: Question) -> Iterator[tuple[Strand, int, dict[Direction, int]]]:
    """Yield what compares groups, by what people did: how many, and what they say."""
    for name, answers in question.answers.items():
        yield name, sum(answers.values()), answers
