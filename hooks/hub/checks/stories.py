"""Did whoever tells a story agree to it, and do they still?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.base import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hub.model.hub import Hub
    from hub.model.stories import Story


def check_stories(hub: Hub, today: date) -> Iterator[Diagnostic]:
    """Yield published stories without consent, and consents that have not been given yet."""
    for story in hub.stories.values():
        if story.status is Status.PUBLISHED:
            yield from _check_consent(story)
        if story.consent and story.consent.on > today:
            yield Diagnostic(
                code=Code.FUTURE_DATE, span=story.origin.span(("consent", "on")),
                message=f"{story.consent.on} has not come yet",
                expected=f"a date up to today, {today}",
                help="correct the date; a story is published once the person has agreed",
            )  # fmt: skip


def _check_consent(story: Story) -> Iterator[Diagnostic]:
    if story.consent is None:
        yield Diagnostic(
            code=Code.STORY_WITHOUT_CONSENT, span=story.origin.span(("title",)),
            message=f'nothing says that {story.told_by} agreed to have "{story.title}" published',
            expected="consent: with its kind, its date, what it covers and how to take it back",
            help="ask first and record it, or write `status: draft` until then",
        )  # fmt: skip
    elif story.consent.withdrawn:
        yield Diagnostic(
            code=Code.STORY_WITHOUT_CONSENT, span=story.origin.span(("consent", "withdrawn")),
            message=f"{story.told_by} took the story back on {story.consent.withdrawn}",
            expected="no story that its teller has taken back",
            help="delete the file, and see the page on erasure for what git still holds",
        )  # fmt: skip
