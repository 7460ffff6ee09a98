"""MkDocs' events, each handed to what does the work; what they share is kept here.

Order of a build: `on_config` loads and checks, `on_files` adds pages, `on_env` begins the search
index, MkDocs renders the fronts and one sample page per frame, `on_post_build` stamps the rest and
exchanges old site for new.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, Protocol, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from hub import reporters
from hub.adapter import pages, preview, theme_files
from hub.adapter.docs import Desk
from hub.adapter.edition import Edition
from hub.adapter.explanations import explanation_files
from hub.adapter.ordered import OrderedFiles, refuse_taken, samples, with_listed
from hub.adapter.printing import Printing
from hub.adapter.remembered import Remembered
from hub.adapter.rendering import Rendering, is_no_sample
from hub.adapter.search_index import BUNDLE
from hub.adapter.supply import Supply
from hub.codes import Severity
from hub.diagnostics import has_errors
from hub.pool import Aside, WorkerDiedError, local
from hub.publishing import AnotherBuildError, PublishingError, checksums, policy
from hub.publishing.earlier import Looked, look
from hub.publishing.frames import frame_of
from hub.publishing.press import Press
from hub.publishing.staging import Staging
from hub.scheduler import SchedulerError
from hub.stages import passed, stage
from hub.views.settings import Settings
from hub.views.table_regions import with_regions

log = logging.getLogger("mkdocs.hub")

_LEVELS = {
    Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTICE: logging.INFO,
}  # fmt: skip


class Load(Protocol):
    """Reads the content below `root` and writes its pages; see `hub.adapter.content`."""

    def __call__(
        self, root: Path, settings: Settings, site: Path, /, *, previewing: bool
    ) -> Edition:
        """Return the edition for a new site at a folder; in a preview, whatever can be shown."""


class _TryLater(Abort):
    """The end of a build that another one keeps from running: EX_TEMPFAIL of sysexits.h."""

    exit_code = 75


class Publisher:
    """Publishes the hub whenever MkDocs builds; one object serves a whole `mkdocs serve`."""

    def __init__(self, load: Load) -> None:
        """Publish what `load` returns, afresh for each build."""
        self._load = load
        self._previewing = False
        self._policy = policy.meta()
        self._remembered = Remembered()
        self._supply: Supply | None = None
        self._refusal: Aside[None] | None = None
        self._looking: Aside[Looked] | None = None
        self._begin(Edition(), Staging(Path("site")))
        logging.getLogger("mkdocs.commands.build").addFilter(is_no_sample)

    def _begin(self, edition: Edition, staging: Staging) -> None:
        self._edition = edition
        self._staging = staging
        self._desk = Desk(edition)
        self._rendering = Rendering()
        self._printing: Printing | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes it
        """Remember whether somebody is watching."""
        self._previewing = command == "serve"

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """See to it that the preview outlives what breaks a build."""
        preview.keep_serving(server, self.supply)

    def supply(self, path: str) -> bool:
        """Make a file that the previewed site lacks; tell whether there was anything to be made."""
        return self._supply is not None and self._supply.make(path)

    def on_config(self, config: MkDocsConfig) -> None:
        """Load and check; then have the site built beside the one that is there."""
        passed("start")
        root, settings = pages.root_of(config), pages.settings_of(config)
        staging = Staging(Path(config.site_dir))
        refuse = partial(checksums.refuse_foreign, staging.site)
        self._refusal = self._looking = None
        self._begin(Edition(), staging)
        with _clear_failure():
            staging.open()
        if not self._previewing:
            here = local(staging.folder)
            self._refusal = here.aside(refuse)
            self._looking = here.aside(partial(look, staging.site, BUNDLE))
        with _clear_failure():
            edition = self._load(root, settings, staging.folder, previewing=self._previewing)
        self._begin(edition, staging)
        self._report()
        self._desk.take_over_macros(config)
        theme_files.spare(config.theme)
        with _clear_failure(), stage("old site"):
            if self._refusal:
                self._refusal.answer()
        config.site_dir = str(self._staging.folder)
        self._policy = policy.meta(each.url for each in settings.neighbours)
        # The preview's own live reload is an inline script.
        config.extra["content_security_policy"] = "" if self._previewing else self._policy

    def _report(self) -> None:
        edition = self._edition
        for each in edition.diagnostics:
            log.log(_LEVELS[each.weight], reporters.text_of(each, edition.sources))
        if has_errors(edition.diagnostics) and not self._previewing:
            raise PluginError(reporters.count(edition.diagnostics))
        if edition.failure:
            log.error("Some pages could not be written", exc_info=edition.failure)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the hub's pages, and the explanations of what it checks."""
        passed("MkDocs: files")
        edition = self._edition
        fronts = [page for page in edition.pages if page.kind == "front"]
        stamped = [page for page in edition.pages if page.kind != "front"]
        if self._previewing:
            present = {*files.src_uris, *(f"{page.address}index.md" for page in fronts)}
            fronts += preview.missing_fronts(config.nav, present)
        with _clear_failure():
            for page in fronts:
                self._rendering.add_front(page, files, config)
            refuse_taken(edition.orders, edition.pages)
            self._rendering.add_stamped(stamped, files, config)
            frames = [*map(frame_of, stamped), *edition.frames]
            self._rendering.add_samples(frames, files, config)
        for file in explanation_files(config, edition.store):
            files.append(file)
        if self._previewing:
            self._remembered.begin(files, (each.address for each in edition.orders), config)
        passed("files of pages")
        return OrderedFiles(files, edition.orders, edition.write, config)

    def on_page_read_source(self, page: SitePage, config: MkDocsConfig) -> str | None:
        """Return the text of a hand-written page as it was checked."""
        return self._desk.source(page, config)

    def on_page_markdown(self, markdown: str, page: SitePage, **_: object) -> str:
        """Number the citations of a hand-written page."""
        markdown = self._desk.markdown(markdown, page)
        if self._previewing:
            self._remembered.spare_markdown(page, markdown)
        return markdown

    def on_page_content(self, html: str, page: SitePage, **_: object) -> str:
        """Put the hub's content into its own pages; note what finds the hand-written ones."""
        content = self._rendering.content(page)
        if content is not None:
            return content
        self._desk.note(html, page)
        return with_regions(html)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Stop the build if hand-written pages ask for what there is not; else begin to print."""
        passed("MkDocs: texts")
        if self._previewing:
            self._remembered.spare_theme(env)
        for file in files.documentation_pages():
            if file.page:
                # MkDocs says today's date, and packs it into `sitemap.xml.gz`.
                file.page.update_date = "1970-01-01"
        if self._desk.faults and not self._previewing:
            raise PluginError(f"faults in hand-written pages: {len(self._desk.faults)}")
        if not self._previewing:
            with _clear_failure():
                self._printing = Printing(
                    self._edition, self._staging, _language(config), self._desk.stubs
                )

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Put the stamped pages into the sitemap."""
        if template_name == "sitemap.xml":
            orders = () if self._previewing else self._edition.orders
            ordered = cast("list[File]", samples(orders, config))
            context["pages"] = self._rendering.listed([*context["pages"]]) + ordered
        return context

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Complete the sitemap; say what is to be mended on the page for what is missing, too."""
        if template_name == "sitemap.xml":
            return with_listed(output, self._edition.orders, config)
        return self._with_banner(output) if template_name.endswith(".html") else output

    def on_page_context(
        self, context: TemplateContext, page: SitePage, nav: Navigation, **_: object
    ) -> TemplateContext:
        """Show the theme where the reader is."""
        self._rendering.before_template(page, nav)
        return context

    def on_post_page(self, output: str, page: SitePage, **_: object) -> str:
        """Complete the page, or take it out of MkDocs' hands if it was a sample."""
        with _clear_failure():
            return self._rendering.after_template(self._with_banner(output), page)

    def _with_banner(self, html: str) -> str:
        if not self._previewing:
            return html
        return preview.with_banner(html, self._edition, self._desk.faults)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all other pages and the search index; exchange the new site for the old one."""
        theme_files.COMPILED.save()
        passed("MkDocs: theme")
        with _clear_failure():
            supply = self._print(_language(config))
        advice = sum(each.weight is not Severity.NOTICE for each in self._edition.diagnostics)
        if config.strict and (warnings := max(_warnings(), advice)):
            raise PluginError(f"warnings in a strict build: {warnings}; the site stays as it was")
        with stage("exchange"):
            self._staging.publish()
            config.site_dir = str(self._staging.site)
        with stage("removal"):
            self._staging.close()
        self._supply = supply

    def _print(self, language: str) -> Supply | None:
        """Write what MkDocs has not; in a preview, most waits until it is asked for."""
        edition, staging, shells = self._edition, self._staging, self._rendering.shells
        if edition.data and self._printing and self._looking:
            settle, looked = edition.data.settle, self._looking.answer
            self._printing.print(shells, self._policy, settle, looked)
            return None
        press = Press(edition.write, shells, staging.folder)
        for page in edition.pages:
            if page.kind != "front":
                press.print(page)
        return Supply(edition, shells, self._desk.stubs, staging.site, language)

    def on_build_error(self, error: Exception, **_: object) -> None:
        """Leave the old site as it is; what the system refused is said without a traceback."""
        self._close()
        if isinstance(error, OSError):
            about = f' ("{os.fsdecode(error.filename)}")' if error.filename else ""
            reason = (error.strerror or str(error) or "unknown reason").lower()
            log.error("the build cannot go on: %s%s", reason, about)
            raise Abort("The site stays as it was.") from error

    def on_shutdown(self) -> None:
        """Clear up, however the last build ended."""
        self._close()

    def _close(self) -> None:
        edition, looking = self._edition, (self._refusal, self._looking)
        for each in (*looking, edition.found, edition.keys, edition.data, self._printing):
            if each:
                each.stop()
        self._staging.close()


def _language(config: MkDocsConfig) -> str:
    return config.theme.get("language") or "en"


def _warnings() -> int:
    """Return how many warnings MkDocs has counted; it would act on them when it is too late.

    It counts in strict builds alone, and not under `--quiet`, which keeps warnings from its ears.
    """
    handlers = logging.getLogger("mkdocs").handlers
    counters = [each for each in handlers if isinstance(each, CountHandler)]
    return sum(number for counter in counters for _, number in counter.get_counts())


@contextmanager
def _clear_failure() -> Iterator[None]:
    """End the build with what went wrong, and without a traceback."""
    try:
        yield
    except AnotherBuildError as error:
        log.error(error)  # noqa: TRY400 - a message, no fault of ours
        raise _TryLater("The site stays as it was.") from error
    except (PublishingError, SchedulerError, WorkerDiedError) as error:
        raise PluginError(str(error)) from error
