"""Building small made-up sites in process: MkDocs is real, the content is given."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from hub.adapter import publisher
from hub.adapter.data_files import DataFiles
from hub.adapter.edition import Edition
from hub.adapter.publisher import Publisher
from hub.loading.docs_pages import read_page
from hub.page import Page
from hub.source import SourceText
from hub.views.settings import Settings

THEME = Path(__file__).parents[2] / "hooks" / "hub" / "theme"

OUR_THEME: dict[str, Any] = {
    "name": "material", "custom_dir": str(THEME), "font": False, "language": "en",
    "favicon": "assets/hub/favicon.svg", "icon": {"logo": "hub/mark"},
    "features": ["navigation.tabs", "content.action.edit"],
}  # fmt: skip

FRONTS = tuple(
    Page(
        address=address, kind="front", title=title, description=f"All about {title}.",
        html=f"<h1>{title}</h1>", section=address.rstrip("/"),
    )
    for address, title in [("", "Welcome"), ("evidence/", "Evidence"), ("concordats/", "Texts")]
)  # fmt: skip


def publish(config: MkDocsConfig, events: Publisher, *, previewing: bool) -> None:
    """Build a site with MkDocs in this process."""
    for name in dir(events):
        if name.startswith("on_"):
            config.plugins._register_event(name[3:], getattr(events, name))
    try:
        config.plugins.on_startup(command="serve" if previewing else "build", dirty=False)
        build(config)
    finally:
        config.plugins.on_shutdown()


@dataclass
class Project:
    """A folder with a configuration, hand-written pages, and an edition to publish."""

    folder: Path
    edition: Edition = field(default_factory=lambda: Edition(pages=FRONTS))
    settings: dict[str, Any] = field(default_factory=dict)
    _publisher: Publisher | None = None

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return self.folder / "site"

    def write(self, name: str, text: str) -> None:
        """Write a hand-written page."""
        path = self.folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def add(self, *pages: Page) -> None:
        """Add pages to the edition."""
        self.edition = replace(self.edition, pages=(*self.edition.pages, *pages))

    def build(self, *, previewing: bool = False, strict: bool = False) -> None:
        """Build the site, as `mkdocs build` or `mkdocs serve` would."""
        config = self._config(strict=strict)
        # As MkDocs has it: one publisher for a whole preview, another for each build.
        if not (previewing and self._publisher):
            self._publisher = Publisher(self._load)
        publish(config, self._publisher, previewing=previewing)

    def supply(self, path: str) -> bool:
        """Ask a preview for a file that is not there yet; tell whether it was made."""
        return self._publisher is not None and self._publisher.supply(path)

    def html(self, address: str = "") -> str:
        """Return a page of the built site."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def _config(self, *, strict: bool) -> MkDocsConfig:
        given: dict[str, Any] = {
            "site_name": "A & B", "site_url": "https://hub.example/sub/", "theme": OUR_THEME,
            "plugins": ["macros"], "strict": strict, "repo_url": "https://git.example/a/b",
            "edit_uri": "edit/main/docs/", "site_dir": str(self.site),
            "nav": [{"Home": "index.md"}, {"Evidence": "evidence/index.md"},
                    {"Concordats": "concordats/index.md"}],
            "not_in_nav": "*.md",
            "markdown_extensions": [{"toc": {"permalink": True}}, "pymdownx.superfences"],
            "validation": {"links": {"not_found": "warn", "unrecognized_links": "warn",
                                     "anchors": "warn", "absolute_links": "warn"}},
        }  # fmt: skip
        return load_config(str(self.folder / "mkdocs.yml"), **(given | self.settings))

    def _load(self, _root: Path, _settings: Settings, site: Path, *, previewing: bool) -> Edition:
        read = {}
        for path in sorted((self.folder / "docs").rglob("*.md")):
            name = path.relative_to(self.folder).as_posix()
            page, _ = read_page(SourceText(name, path.read_text(encoding="utf-8")))
            if page:
                read[name] = page
        data = None if previewing else DataFiles(self.edition.documents, site)
        return replace(self.edition, docs=read, data=data)


@pytest.fixture
def no_explanations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out fifty pages that most tests do not look at."""
    monkeypatch.setattr(publisher, "explanation_files", lambda *_: [])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Return a project with three fronts and no other pages."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: overridden\n", encoding="utf-8")
    logger = logging.getLogger("mkdocs.commands.build")
    filters = list(logger.filters)
    yield Project(tmp_path)
    logger.filters[:] = filters
