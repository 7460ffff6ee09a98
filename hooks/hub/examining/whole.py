"""A hub with nothing wrong between its records: not judged again while all of it is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.store import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hub.loading.hub import Loaded


def key_of_whole(loaded: Loaded, keys: Mapping[str, bytes], today: date) -> bytes:
    """Return what stands for all that rules between records look at; b"" if nothing can.

    `keys` stand for what each record says and for the code that judges it, by path.
    """
    hub = loaded.hub
    if hub.unread:
        return b""
    sources = [text.source for text in (*hub.texts.values(), *hub.translations.values())]
    sources += [page.source for page in hub.docs.values()]
    pages = [part for each in sources for part in (each.path, each.text)]
    records = b"".join(keys.values())  # of one length, and each stands for its path as well
    return key_of("sound between", str(today), loaded.library, records, *pages)
