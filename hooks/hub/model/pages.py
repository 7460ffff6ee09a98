"""Hand-written pages under `docs/`: their front matter and their text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field

from hub.model.base import Model
from hub.model.values import Line, Slug

if TYPE_CHECKING:
    from hub.source import SourceText


class FrontMatter(Model):
    """The fields at the top of a hand-written page; nothing else is allowed there.

    What MkDocs and its plugins would also read (`template`, `render_macros`, `search`, `hide` ...)
    can change how the site is built, and is refused.
    """

    title: Line | None = Field(default=None, description="The title, where the heading is not it.")
    description: Line | None = Field(default=None, description="One sentence for search results.")
    tags: tuple[Slug, ...] = Field(default=(), description="Tags, as ids.")


@dataclass(frozen=True, slots=True)
class DocsPage:
    """A hand-written page: its front matter, its whole source, and where its body begins."""

    source: SourceText
    front_matter: FrontMatter
    body_start: int

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_start :]
