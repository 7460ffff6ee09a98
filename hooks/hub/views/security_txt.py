"""`/.well-known/security.txt`: where to report a weakness (RFC 9116).

It must say whom to tell, so there is none without a public repository; and tools look for it only
at the root of a domain, so a site below a path has none either. No e-mail address is given.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hub.page import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub

PATH = ".well-known/security.txt"

# "Less than a year into the future" (RFC 9116, section 2.5.5).
_VALID_FOR = timedelta(days=364)


def security_txt(
    hub: Hub, *, site_url: str, repo_url: str, built: date | None
) -> Iterator[Document]:
    """Yield the file, if there is somebody to tell.

    It expires a year after `built`, or after the newest date in the records where that is None:
    never by the clock, so that the same content gives the same bytes.
    """
    since = built or max(_dates(hub), default=None)
    at_root = urlsplit(site_url).path in ("", "/")
    if not (repo_url.startswith("https://") and at_root and since):
        return
    lines = [
        f"Contact: {_contact(repo_url.rstrip('/'))}",
        f"Expires: {since + _VALID_FOR}T00:00:00Z",
        "Preferred-Languages: en",
    ]
    if site_url.startswith("https://"):
        lines.append(f"Canonical: {site_url.rstrip('/')}/{PATH}")
    yield Document(PATH, "".join(f"{line}\n" for line in lines).encode())


def _contact(repo_url: str) -> str:
    """Return where a weakness is reported in private, or else the repository itself."""
    if urlsplit(repo_url).hostname == "github.com":
        return f"{repo_url}/security/advisories/new"
    return repo_url


def _dates(hub: Hub) -> Iterator[date]:
    """Yield the days on which something was done to the records."""
    yield from (each.reviewed.on for each in hub.summaries.values())
    yield from (each.verified for each in hub.references.values() if each.verified)
    for concordat in hub.concordats.values():
        yield from (each.published for each in concordat.versions if each.published)
    for _, signatory in hub.all_signatories():
        yield from (each.signed for each in signatory.signatures if each.signed)
