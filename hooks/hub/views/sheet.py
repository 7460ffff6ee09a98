"""The desk a page is written at: templates, links, prose, and the page's numbered references.

One `Studio` serves a whole build; one `Sheet` serves one page and counts its citations: a work
gets its number where the page first mentions it, keeps it, and every mention has an id that the
list at the end links back to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hub.model.citations import Citation, CitationGroup, Locator
from hub.page import relative
from hub.views import addresses, markdown, wording
from hub.views.mentions import Mention, print_mentions

if TYPE_CHECKING:
    from hub.model.hub import Hub
    from hub.model.references import Reference


class Formatter(Protocol):
    """What prints references (`hub.citing`)."""

    def format_html(self, reference: Reference) -> str:
        """Return one reference as escaped HTML, without a number."""


@dataclass(frozen=True, slots=True)
class NumberedReference:
    """An entry of a page's reference list, with the ids of its mentions for the way back.

    `entry` is one printed reference; `notice` the state of the work ("" where all is well);
    `href` leads to the work's summary, or to its place in the list of all references.
    """

    number: int
    key: str
    entry: Markup
    back: tuple[str, ...]
    notice: str
    href: str
    label: str


class Studio:
    """What all pages of a build share: the hub, the templates and the printed references."""

    def __init__(self, hub: Hub, formatter: Formatter) -> None:
        """Set up the templates for `hub`; `formatter` prints one reference at a time."""
        self.hub = hub
        self._formatter = formatter
        self._entries: dict[str, Markup] = {}
        self._environment = _environment()

    def sheet(self, address: str) -> Sheet:
        """Return a fresh sheet for the page at `address`."""
        return Sheet(self, address)

    def entry(self, key: str) -> Markup:
        """Return a work as it is printed in reference lists."""
        if key not in self._entries:
            self._entries[key] = Markup(self._formatter.format_html(self.hub.references[key]))  # noqa: S704 - the formatter escapes
        return self._entries[key]

    def render(self, template: str, values: dict[str, Any]) -> str:
        """Fill one of the package's templates."""
        return self._environment.get_template(template).render(values)


@dataclass
class Sheet:
    """One page while it is written."""

    studio: Studio
    address: str
    _mentions: dict[str, list[str]] = field(default_factory=dict)

    def url(self, path: str) -> str:
        """Return the relative link to a path of the site, which may hold an `#anchor`."""
        page, _, anchor = path.partition("#")
        if anchor and page == self.address:
            return f"#{anchor}"
        return relative(self.address, page) + (f"#{anchor}" if anchor else "")

    def prose(self, text: str | None, *, breaks: bool = False) -> Markup:
        """Return contributed Markdown as HTML blocks, its citations numbered; "" for None."""
        return markdown.block(text or "", self._cited, breaks=breaks)

    def inline(self, text: str | None, *, breaks: bool = False) -> Markup:
        """Return contributed Markdown for the inside of a paragraph; "" for None."""
        return markdown.inline(text or "", self._cited, breaks=breaks)

    def cite(self, key: str, locator: str = "") -> Markup:
        """Return a numbered citation of one work: [1] or [1, p. 4]."""
        where = Locator("", locator) if locator else None
        printed = self._cited(CitationGroup((Citation(key, locator=where),), 0, 0))
        if printed is None:
            raise KeyError(key)
        return printed

    @property
    def references(self) -> tuple[NumberedReference, ...]:
        """The works mentioned so far, in order of first mention."""
        return tuple(
            self._numbered(number, key, tuple(ids))
            for number, (key, ids) in enumerate(self._mentions.items(), start=1)
        )

    def render(self, template: str, **values: Any) -> str:  # noqa: ANN401 - templates take anything
        """Fill a template, which also sees `sheet` and `hub`."""
        return self.studio.render(template, {**values, "sheet": self, "hub": self.studio.hub})

    def _cited(self, group: CitationGroup) -> Markup | None:
        if any(each.key not in self.studio.hub.references for each in group.citations):
            return None
        return print_mentions([self._mention(each) for each in dict.fromkeys(group.citations)])

    def _mention(self, citation: Citation) -> Mention:
        ids = self._mentions.setdefault(citation.key, [])
        number = list(self._mentions).index(citation.key) + 1
        ids.append(f"cite-{number}-{len(ids) + 1}")
        return Mention(number, ids[-1], citation)

    def _numbered(self, number: int, key: str, back: tuple[str, ...]) -> NumberedReference:
        state = self.studio.hub.references[key].state
        href, label = addresses.reference(key), "In the list of all references"
        summary = self.studio.hub.summary_of(key)
        if summary and addresses.summary(summary.id) != self.address:
            href, label = addresses.summary(summary.id), "Summary in this hub"
        return NumberedReference(
            number, key, self.studio.entry(key), back, state.value if state else "",
            self.url(href), label,
        )  # fmt: skip


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        loader=PackageLoader("hub.views"),
    )  # fmt: skip
    environment.filters.update(wording.FILTERS)
    return environment
