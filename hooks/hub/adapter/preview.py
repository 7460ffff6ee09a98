"""While writing: the preview goes on with what can be shown, and says what is broken."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from hub.adapter.edition import Edition
from hub.codes import Severity
from hub.page import Page

log = logging.getLogger("mkdocs.hub")

_SHOWN = 5
_BANNER = Markup(
    '<div class="hub-faults" role="status"><p><b>To be mended</b></p><ul>{}</ul></div>'
)


def with_banner(html: str, edition: Edition, other_faults: Sequence[str]) -> str:
    """Return a page that begins with the errors, if there are any."""
    faults = [
        f"{each.span}: {each.message}"
        for each in edition.diagnostics
        if each.weight is Severity.ERROR
    ]
    faults += other_faults
    if edition.failure:
        faults.append("some pages cannot be shown until this is mended")
    if not faults:
        return html
    more = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
    items = Markup().join(map(Markup("<li>{}</li>").format, faults[:_SHOWN] + more))
    banner = _BANNER.format(items)
    return re.sub(r"<body\b[^>]*>", lambda body: body[0] + banner, html, count=1)


def missing_fronts(nav: object, present: set[str]) -> Iterator[Page]:
    """Yield a page for each place in the navigation that has lost its own."""
    match nav:
        case str() as path if path.endswith("index.md") and path not in present:
            yield Page(
                address=path.removesuffix("index.md"), kind="front",
                title="Not to be shown yet", description="",
                html="<h1>Not to be shown yet</h1><p>Something must be mended first.</p>",
            )  # fmt: skip
        case list():
            for item in nav:
                yield from missing_fronts(item, present)
        case dict():
            for item in nav.values():
                yield from missing_fronts(item, present)


def keep_serving(server: LiveReloadServer) -> None:
    """Let the server answer with the last good build when a build fails, in place of waiting."""
    build = server.builder

    def builder() -> None:
        try:
            build()
        except Exception as error:
            if not isinstance(error, MkDocsException):  # MkDocs has reported its own.
                log.exception("The build failed")
            log.error("The preview shows the last good build until this is mended.")  # noqa: TRY400 - said above

    server.builder = builder
