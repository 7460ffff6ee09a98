"""While writing: the preview goes on with what can be shown, and says what is broken."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Lock, Timer
from typing import TYPE_CHECKING, cast

from markupsafe import Markup
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from hub.adapter.edition import Edition
from hub.adapter.watching import resting, tidy
from hub.codes import Severity
from hub.examining import no_collection
from hub.page import Page

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.hub")

_SHOWN = 5
_SAVED = 0.05
"""Seconds without a change after which all is saved; an editor saves several at once."""
_READING = 3.0
"""Seconds after which somebody who has saved a file is reading, and waits for nothing."""
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


def keep_serving(server: LiveReloadServer, make: Callable[[str], bool]) -> None:
    """Let the server answer when a build fails, and with what is only made when asked for.

    A build that fails leaves the last good one, where MkDocs would wait for the next. `make` makes
    a file of the site that is not there yet, and tells whether it did; it never runs while the
    server builds. Nor do thousands of files take the time of either by being looked at meanwhile;
    else they are looked at often. What the builds before have left is thrown away in between.
    """
    build, ask, at_work = server.builder, cast("WSGIApplication", server.get_app()), Lock()
    vars(server.observer)["_emitter_class"] = resting(at_work)
    for path in [*vars(server)["_watched_paths"]]:
        server.unwatch(path)
        server.watch(path)
    server.build_delay = _SAVED

    def builder() -> None:
        try:
            with at_work, no_collection():
                build()
                gc.freeze()  # nobody is to wait while it is looked through
        except Exception as error:
            if not isinstance(error, MkDocsException):  # MkDocs has reported its own.
                log.exception("The build failed")
            log.error("The preview shows the last good build until this is mended.")  # noqa: TRY400 - said above
        tidying = Timer(_READING, tidy, [at_work])
        tidying.daemon = True
        tidying.start()

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        head, body = _answer(ask, environ)
        # A build may take away what was just made, so this is done until there is nothing to make.
        while head[0].startswith("404") and made(path.removeprefix(server.mount_path)):
            head, body = _answer(ask, environ)
        start_response(*head)
        return body

    def made(path: str) -> bool:
        with at_work, no_collection():
            return make(path)

    server.builder = builder
    server.set_app(app)


def _answer(
    ask: WSGIApplication, environ: WSGIEnvironment
) -> tuple[tuple[str, list[tuple[str, str]]], Iterable[bytes]]:
    """Return what a server answers: the status and the headers, and the body."""
    told = list[tuple[str, list[tuple[str, str]]]]()

    def start_response(
        status: str, headers: list[tuple[str, str]], _: object = None
    ) -> Callable[[bytes], object]:
        told.append((status, headers))
        return told.clear  # type: ignore[return-value]  # nobody calls what it returns

    body = ask(environ, start_response)
    return told[0], body
