"""What a page says of the record it was made from: where to mend it, and what has changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.views import addresses, code_host
from hub.views.wording import count, day

if TYPE_CHECKING:
    from hub.model.base import Record
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio


def own_record(sheet: Sheet, record: Record, form: str, settings: Settings) -> dict[str, Any]:
    """Return what a page shows of its record: `mending`, and for `parts.changes` its history."""
    return {
        **mending(sheet, record, form, settings),
        **_changes(sheet.studio, record.origin.path, settings),
    }


def mending(sheet: Sheet, record: Record, form: str, settings: Settings) -> dict[str, str]:
    """Return what `ui.mend` shows of the record of a page; `form` is the name of its form."""
    path = record.origin.path
    return {
        "file": path,
        "form": sheet.url(addresses.correction(form, record.id)),
        "edit_url": settings.edit_url and settings.edit_url + path,
        "issue_url": code_host.new_issue(
            settings.repo_url,
            f"[{record.id}] ",
            f"Page: {settings.site_url}{sheet.address}\nRecord: {path}\n\n"
            "What is wrong or missing:\n\n\nWhere it can be read (a work and the page in it):\n\n",
        ),
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
