"""The explanations of the diagnostics, published from the package's own files."""

from __future__ import annotations

from collections.abc import Iterator
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
    explained = [code for code in Code if (folder / f"{code.slug}.md").is_file()]
    for code in explained:
        name = f"{code.slug}.md"
        file = _file(name, (folder / name).read_text(encoding="utf-8"), config)
        file.edit_uri = from_docs(_SOURCE + name, config)
        yield file
    if explained:
        yield _file("index.md", _index(explained), config)


def _file(name: str, markdown: str, config: MkDocsConfig) -> File:
    return File.generated(
        config, _ADDRESS + name, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV
    )


def _index(codes: list[Code]) -> str:
    rows = "\n".join(
        f"| [`{each.slug}`]({each.slug}.md) | {each.title} | {each.reason} |" for each in codes
    )
    return (
        "# What the checks find\n\n"
        "Every message carries a code. Its page shows what is wrong, and how to mend it.\n\n"
        f"| Code | What was found | Why it matters |\n| --- | --- | --- |\n{rows}\n"
    )
