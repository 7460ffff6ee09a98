"""Evidence summaries and programmes: quotations with places, counts that fit their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note, did_you_mean
from hub.model.base import Status
from hub.model.evidence import EvidenceSummary
from hub.model.programmes import Programme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record


def check_evidence(record: Record) -> Iterator[Diagnostic]:
    """Yield what is wrong inside a summary or programme, beyond the shape of its fields."""
    match record:
        case EvidenceSummary():
            yield from _check_quotes(record)
        case Programme():
            yield from _check_counts(record)
            yield from _check_stages(record)
            yield from _check_tests(record)


def summed_up_twice(first: EvidenceSummary, second: EvidenceSummary) -> Diagnostic:
    """Return what to say of two summaries of one work."""
    return Diagnostic(
        code=Code.DUPLICATE_REFERENCE, span=second.origin.span(("source",)),
        message=f'"{second.source}" is summed up twice', expected="one summary a work",
        help="join the two summaries",
        notes=(Note("the other stands here", first.origin.span(("source",))),),
    )  # fmt: skip


def _check_quotes(summary: EvidenceSummary) -> Iterator[Diagnostic]:
    if summary.status is not Status.PUBLISHED:
        return
    for position, finding in enumerate(summary.findings):
        if finding.quote and not finding.quote.locator:
            yield Diagnostic(
                code=Code.QUOTE_WITHOUT_LOCATOR,
                span=summary.origin.span(("findings", position, "quote", "text")),
                message="the quotation does not say where in the work it stands",
                expected="locator: abstract, or p. 4, or table 2",
                help="add a line `locator:` below the words",
            )


def _check_counts(programme: Programme) -> Iterator[Diagnostic]:
    named = {stage.id: 0 for stage in programme.stages}
    for site in programme.sites:
        named[site.stage] = named.get(site.stage, 0) + 1
    for position, stage in enumerate(programme.stages):
        if stage.stated_count is not None and stage.stated_count < named[stage.id]:
            yield Diagnostic(
                code=Code.COUNT_BELOW_LIST,
                span=programme.origin.span(("stages", position, "stated_count")),
                message=f"{stage.stated_count} are stated, and {named[stage.id]} sites are listed",
                expected="a count at least as large as the list",
                help="correct the count, or the stage of a site",
            )
    tests = len(programme.micro_tests)
    if programme.stated_tests is not None and programme.stated_tests < tests:
        yield Diagnostic(
            code=Code.COUNT_BELOW_LIST, span=programme.origin.span(("stated_tests",)),
            message=f"{programme.stated_tests} micro-tests are stated, and {tests} are listed",
            expected="a count at least as large as the list", help="correct the count or the list",
        )  # fmt: skip


def _check_stages(programme: Programme) -> Iterator[Diagnostic]:
    stages = [stage.id for stage in programme.stages]
    for position, site in enumerate(programme.sites):
        if site.stage not in stages:
            yield Diagnostic(
                code=Code.UNKNOWN_TERM,
                span=programme.origin.span(("sites", position, "stage")),
                message=f'"{site.stage}" is not a stage of {programme.title}',
                expected="the id of one of its `stages`",
                help=did_you_mean(site.stage, stages, "add the stage to `stages`"),
            )


def _check_tests(programme: Programme) -> Iterator[Diagnostic]:
    known = {test.number for test in programme.micro_tests}
    for position, lesson in enumerate(programme.lessons):
        if lesson.from_test is not None and lesson.from_test not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_MICRO_TEST,
                span=programme.origin.span(("lessons", position, "from_test")),
                message=f"{programme.title} lists no micro-test {lesson.from_test}",
                expected="the number of one of its `micro_tests`",
                help="add the micro-test, or leave `from_test` out",
            )
