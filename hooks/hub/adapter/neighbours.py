"""Other hubs that readers may search as well, as `mkdocs.yml` names them.

    extra:
      hub:
        search_also:
          - {name: Another Hub, url: https://hub.example/}

Their search indexes are read by readers' browsers, never by the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from hub.views.settings import Neighbour

# Strict, because the host becomes a part of the Content-Security-Policy: no user, no query, and
# nothing that would end a directive.
_ADDRESS = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/[\w.~%-]+)*/?")
_EXPECTED = "expected {name: Another Hub, url: https://hub.example/}"


def neighbours_of(config: MkDocsConfig) -> tuple[Neighbour, ...]:
    """Return the other hubs, in the order in which they are named.

    Raises:
        ConfigurationError: An entry is not a name and an http(s) address.
    """
    extra = config.extra.get("hub") or {}
    listed = extra.get("search_also") if isinstance(extra, dict) else extra
    if not isinstance(listed or [], list):
        raise ConfigurationError(f"mkdocs.yml: extra.hub.search_also is no list; {_EXPECTED}")
    found = tuple(_neighbours(listed or []))
    names = [config.site_name, *(each.name for each in found)]
    for name in names:
        if names.count(name) > 1:
            raise ConfigurationError(
                f'mkdocs.yml: extra.hub.search_also: two hubs are called "{name}", this one '
                "counted; readers could not tell their records apart"
            )
    return found


def _neighbours(listed: list[object]) -> Iterator[Neighbour]:
    for number, entry in enumerate(listed, start=1):
        where = f"mkdocs.yml: extra.hub.search_also: entry {number}"
        match entry:
            case {"name": str(name), "url": str(url), **rest} if not rest and name.strip():
                if not _ADDRESS.fullmatch(url):
                    raise ConfigurationError(
                        f'{where}: "{url}" is not the address of a hub; expected one that begins '
                        "with https:// or http://, in small letters up to the first single slash"
                    )
                yield Neighbour(name.strip(), url.rstrip("/") + "/")
            case _:
                raise ConfigurationError(f"{where} is no name and address; {_EXPECTED}")
