"""Styles and scripts that only some pages need: named in the head of those pages alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from hub.views.sheet import Sheet

_STYLE = Markup('<link rel="stylesheet" href="{}">')
_SCRIPT = Markup('<script type="module" src="{}"></script>')


def head(sheet: Sheet, *names: str) -> Markup:
    """Return what loads files of `assets/hub` in the head of a page: `css/….css` and `js/….js`."""
    return _head(sheet.url("assets/hub/"), names)


@lru_cache(1000)
def _head(folder: str, names: tuple[str, ...]) -> Markup:
    parts = (
        (_STYLE if name.endswith(".css") else _SCRIPT).format(f"{folder}{name}") for name in names
    )
    return Markup().join(parts)
