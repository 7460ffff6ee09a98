"""What a page says of the record it was made from: where to mend it, and what has changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.views import code_host
from hub.views.wording import count, day

if TYPE_CHECKING:
    from hub.model.base import Record
    from hub.views.settings import Settings
    from hub.views.sheet import Studio


def own_record(studio: Studio, record: Record, address: str, settings: Settings) -> dict[str, Any]:
    """Return what `parts.own_record` shows of a record whose page stands at `address`."""
    path = record.origin.path
    return {
        "file": path,
        "edit_url": settings.edit_url and settings.edit_url + path,
        "issue_url": code_host.new_issue(
            settings.repo_url,
            f"[{record.id}] ",
            f"Page: {settings.site_url}{address}\nRecord: {path}\n\n"
            "What is wrong or missing:\n\n\nWhere it can be read (a work and the page in it):\n\n",
        ),
        **_changes(studio, path, settings),
    }


def _changes(studio: Studio, path: str, settings: Settings) -> dict[str, Any]:
    history = studio.history
    found = history.of(path)
    return {
        "changes": [
            {"day": day(each.day), "subject": each.subject,
             "href": code_host.commit(settings.repo_url, each.commit)}
            for each in found.newest
        ],
        "earlier": count(found.number - len(found.newest)) if found.number > len(found.newest)
        else "",
        "history_url": code_host.history(settings.repo_url, path) if found.number else "",
        "is_whole": history.is_whole,
    }  # fmt: skip
