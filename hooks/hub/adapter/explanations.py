"""The explanations of the diagnostics, published from the package's own files.

They are the same in every build: what MkDocs makes of their Markdown is kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, get_toc

from hub.adapter.pages import from_docs
from hub.adapter.remembered import looks_at_the_text_alone
from hub.codes import Code
from hub.store import Store, key_of

_ADDRESS = "reference/diagnostics/"
_SOURCE = "hooks/hub/explanations/"
_MAKERS = ("markdown", "mkdocs", "pygments", "pymdown-extensions")
"""The packages that have a say in what becomes of Markdown."""
_TITLE = "_title_from_render"


def explanation_files(config: MkDocsConfig, store: Store) -> Iterator[File]:
    """Yield a page for every code that is explained, and one that lists them.

    What was rendered before is in the store; what is rendered now goes there.
    """
    folder = files("hub") / "explanations"
    explained = {
        code.slug: page.read_text(encoding="utf-8")
        for code in Code
        if (page := folder / f"{code.slug}.md").is_file()
    }
    made = {slug: _file(f"{slug}.md", markdown, config) for slug, markdown in explained.items()}
    for slug, file in made.items():
        file.edit_uri = from_docs(f"{_SOURCE}{slug}.md", config)
    if looks_at_the_text_alone(config):
        _render([_Explanation(made[slug], explained[slug], config) for slug in made], config, store)
    yield from made.values()
    if explained:
        yield _file("index.md", _index(explained), config)


class _Explanation(SitePage):
    """A page that links to no other: what is made of it depends on its text alone."""

    def __init__(self, file: File, text: str, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._text = text

    def key(self, made_by: str) -> bytes:
        """Return what it is known by."""
        return key_of(made_by, self._text)

    def rendered(self, config: MkDocsConfig) -> str:
        """Have MkDocs render it, and return all that comes of it."""
        self.markdown = self._text
        super().render(config, Files([]))
        made = self.content, vars(self)[_TITLE], [*self.toc], sorted(self.present_anchor_ids or ())
        return json.dumps(made, default=_token)

    def restore(self, rendered: str) -> None:
        """Have it be as it was rendered."""
        self.content, vars(self)[_TITLE], tokens, anchors = json.loads(rendered)
        self.toc, self.present_anchor_ids = get_toc(tokens), {*anchors}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave it as it is, unless a plugin has changed the text."""
        if self.markdown != self._text:
            super().render(config, files)


def _render(pages: Sequence[_Explanation], config: MkDocsConfig, store: Store) -> None:
    settings = repr((config.markdown_extensions, config.mdx_configs))
    made_by = "\n".join((sys.version, *map(version, _MAKERS), settings))
    keyed = {page.key(made_by): page for page in pages}
    known, new = store.find(keyed), dict[bytes, str]()
    for key, page in keyed.items():
        if key in known:
            page.restore(known[key])
        else:
            new[key] = page.rendered(config)
    store.keep(new)


def _token(link: AnchorLink) -> dict[str, object]:
    """Return a part of a page as `get_toc` is told of it."""
    return {"name": link.title, "id": link.id, "level": link.level, "children": link.children}


def _file(name: str, markdown: str, config: MkDocsConfig) -> File:
    return File.generated(
        config, _ADDRESS + name, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV
    )


def _index(explained: Mapping[str, str]) -> str:
    rows = "\n".join(_row(slug, markdown) for slug, markdown in explained.items())
    return (
        "# What the checks find\n\n"
        "Every message carries a code. Its page shows what is wrong, and how to mend it.\n\n"
        f"| Code | What was found | Why it matters |\n| --- | --- | --- |\n{rows}\n"
    )


def _row(slug: str, markdown: str) -> str:
    """Return a line of the list; a page begins with what was found and why that matters."""
    title, _, reason = markdown.split("\n")[2].removeprefix("**").partition(".** ")
    return f"| [`{slug}`]({slug}.md) | {title} | {reason} |"
