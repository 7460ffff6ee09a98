"""Where a filled-in file may be sent by those without an account, as `mkdocs.yml` names it.

The setting is `extra.hub.send_to`: one mailbox, or the address of a page that takes files.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

# Strict, because they become links: one mailbox without headers, or a page without a user.
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PAGE = re.compile(
    r"https://[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:/[\w.~%/-]*)?(?:\?[\w.~%=&+-]*)?"
)


def send_to(config: MkDocsConfig) -> str:
    """Return the e-mail address or the web address to which files may be sent; "" for none.

    Raises:
        ConfigurationError: It is something else.
    """
    extra = config.extra.get("hub") or {}
    named = extra.get("send_to") if isinstance(extra, dict) else None
    if named is None or named == "":
        return ""
    if not isinstance(named, str) or not (_MAILBOX.fullmatch(named) or _PAGE.fullmatch(named)):
        raise ConfigurationError(
            f'mkdocs.yml: extra.hub.send_to: "{named}" is no place to send a file to; expected one '
            "e-mail address, such as hub@council.example, or the address of a page that begins "
            "with https://"
        )
    return named
