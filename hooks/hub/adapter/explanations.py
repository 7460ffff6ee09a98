"""The explanations of the diagnostics, published from the package's own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from hub.adapter.pages import from_docs
from hub.codes import Code

_ADDRESS = "reference/diagnostics/"
_SOURCE = "hooks/hub/explanations/"


def explanation_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield a page for every code that is explained, and one that lists them."""
    folder = files("hub") / "explanations"
    explained = {
        code.slug: page.read_text(encoding="utf-8")
        for code in Code
        if (page := folder / f"{code.slug}.md").is_file()
    }
    for slug, markdown in explained.items():
        file = _file(f"{slug}.md", markdown, config)
        file.edit_uri = from_docs(f"{_SOURCE}{slug}.md", config)
        yield file
    if explained:
        yield _file("index.md", _index(explained), config)


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
