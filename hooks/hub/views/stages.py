"""The steps of delivery as readers see them: a word, a sign, a colour, and what the word means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.delivery import DeliveryStage, stage_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hub.model.delivery import DeliveryStep
    from hub.model.signatories import Signatory


STYLE = "css/signatories.css"
"""What pages with steps need."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step: its id in class names and addresses, its word, its colour, and its meaning.

    `look` is the kind of badge that lends its colour; the sign is drawn for the id.
    """

    id: str
    word: str
    look: str
    meaning: str

    @property
    def small(self) -> str:
        """The word inside a sentence."""
        return self.word[0].lower() + self.word[1:]


STAGES = (
    Stage("delivered", "Delivered", "benefit", "What was planned is done, and can be seen."),
    Stage("under-way", "Under way", "no-difference", "Work has begun, and can be seen."),
    Stage("plan", "Plan", "mixed", "There is a public plan."),
    Stage("declared", "Declared", "not-estimable", "It has said in public what it will do."),
    Stage("lapsed", "Lapsed", "harm", "It has stopped, or what it planned has run out."),
    Stage("none", "No step recorded", "none", "Nothing is known here of what it did since."),
)
"""Every step, the furthest first; the last stands for those of whom none is recorded."""
BY_ID: Mapping[str, Stage] = {each.id: each for each in STAGES}


def stage(signatory: Signatory) -> Stage:
    """Return the step that a signatory has reached."""
    reached = stage_of(signatory)
    return BY_ID[reached.value if reached else "none"]


def last_step(signatory: Signatory) -> DeliveryStep | None:
    """Return the last step with its date and its proof, if there is one."""
    return signatory.delivery[-1] if signatory.delivery else None


def of_step(value: DeliveryStage) -> Stage:
    """Return how a step is shown."""
    return BY_ID[value.value]
