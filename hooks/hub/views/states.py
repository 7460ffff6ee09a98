"""What has happened to a work since it appeared, said before anything else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.references import WorkState
from hub.views.wording import day

if TYPE_CHECKING:
    from hub.model.references import Reference

TITLES = {
    WorkState.RETRACTED: "This work has been retracted",
    WorkState.CORRECTED: "This work has been corrected",
    WorkState.CONCERN: "The publisher has expressed concern about this work",
    WorkState.SUPERSEDED: "There is a newer version of this work",
}
WHY = {
    WorkState.RETRACTED: "Its results must not be relied upon.",
    WorkState.CORRECTED: "Figures may differ between copies; the correction is the one to use.",
    WorkState.CONCERN: "Its results are in doubt until the matter is settled.",
    WorkState.SUPERSEDED: "What stands here is true of the version that was read.",
}


def state_notice(work: Reference) -> dict[str, str]:
    """Return what `ui.notice` shows of a work's state; nothing where all is well."""
    if work.state is None:
        return {}
    return {
        "kind": work.state.value,
        "title": TITLES[work.state],
        "when": day(work.state_date) if work.state_date else "",
        "why": WHY[work.state],
        "href": notice_address(work.state_notice or ""),
    }


def notice_address(notice: str) -> str:
    """Return the web address of a notice that is given as a DOI or an address, else ""."""
    if notice.startswith("10."):
        return f"https://doi.org/{notice}"
    return notice if notice.startswith(("https://", "http://")) else ""
