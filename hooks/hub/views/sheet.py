"""The desk a page is written at: templates, links, prose, and the page's numbered references.

One `Studio` serves a whole build; one `Sheet` serves one page and counts its citations: a work
gets its number where the page first mentions it, keeps it, and every mention has an id that the
list at the end links back to.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from markupsafe import Markup

from hub.citing.csl import as_csl, with_custom
from hub.citing.exports import exported
from hub.citing.styles import Style
from hub.model.citations import Citation, Locator
from hub.model.history import History
from hub.views import addresses, coins, markdown
from hub.views.area_index import Areas
from hub.views.bodies import Bodies
from hub.views.gaps import Gaps
from hub.views.groups import Groups
from hub.views.lines import Lines
from hub.views.lists import List, long_lists
from hub.views.mentions import Mention, print_back, print_mentions
from hub.views.numbers import numbers
from hub.views.practices import Practices
from hub.views.published import in_force
from hub.views.questions import Question, questions
from hub.views.references import by_letter
from hub.views.related import Kinship
from hub.views.shelves import Shelves
from hub.views.templating import environment
from hub.views.uses import uses_by_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from hub.citing.csl import CslItem
    from hub.citing.exports import Format
    from hub.model.citations import CitationGroup
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.model.references import Reference
    from hub.views.numbers import Value
    from hub.views.uses import Use


class Formatter(Protocol):
    """What prints references (`hub.citing`)."""

    def format_html(self, reference: Reference, style: Style = Style.VANCOUVER) -> str:
        """Return one reference as escaped HTML, without a number."""


class NumberedReference(NamedTuple):
    """An entry of a page's reference list, with the way back to its mentions.

    `entry` is one printed reference; `back` has the links to its mentions; `notice` is the state
    of the work ("" where all is well); `href` leads to the work's summary, or to its own page;
    `coins` tells programs of it.
    """

    number: int
    entry: Markup
    back: Markup
    notice: str
    href: str
    label: str
    coins: Markup


class Studio:
    """What all pages of a build share: the hub, the templates and the printed references."""

    def __init__(self, hub: Hub, formatter: Formatter, history: History | None = None) -> None:
        """Set up the studio for `hub`; `formatter` prints one reference at a time."""
        self.hub = hub
        self.history = history or History()
        self._formatter = formatter
        self._entries: dict[tuple[str, Style], Markup] = {}
        self._coins: dict[str, Markup] = {}
        self._items: dict[str, CslItem] = {}
        self._exported: dict[tuple[str, Format], bytes] = {}
        self._macros: dict[tuple[str, str], Callable[..., Markup]] = {}

    def __reduce__(self) -> tuple[type[Studio], tuple[Hub, Formatter, History]]:
        """Set up afresh in another process: templates are read there."""
        return Studio, (self.hub, self._formatter, self.history)

    @cached_property
    def summaries(self) -> tuple[EvidenceSummary, ...]:
        """The published summaries by title."""
        return in_force(self.hub.summaries.values())

    @cached_property
    def works(self) -> tuple[Reference, ...]:
        """The published works by title."""
        return in_force(self.hub.references.values())

    @cached_property
    def kinship(self) -> Kinship:
        """Which summaries belong together."""
        return Kinship(self.hub)

    @cached_property
    def groups(self) -> Groups:
        """The summaries by what they are about."""
        return Groups(self.hub, self.summaries)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions that the findings bear on, by name."""
        return questions(self.hub, self.groups)

    @cached_property
    def numbers(self) -> dict[str, Value]:
        """The figures that pages state about the hub itself."""
        return numbers(self.hub)

    @cached_property
    def letters(self) -> dict[str, list[Reference]]:
        """The published works by the first letter of their authors."""
        return by_letter(self.works)

    @cached_property
    def shelves(self) -> Shelves:
        """The summaries by all facets."""
        return Shelves(self)

    @cached_property
    def lines(self) -> Lines:
        """What lists say of summaries."""
        return Lines(self)

    @cached_property
    def gaps(self) -> Gaps:
        """The summaries by two facets at a time."""
        return Gaps(self.summaries, self.shelves.choices)

    @cached_property
    def bodies(self) -> Bodies:
        """What organisations signed, and who names them."""
        return Bodies(self.hub)

    @cached_property
    def practices(self) -> Practices:
        """The practice examples by what they belong with."""
        return Practices(self.hub)

    @cached_property
    def areas(self) -> Areas:
        """The areas with what belongs to them."""
        return Areas(self.hub, self.summaries, self.practices)

    @cached_property
    def lists(self) -> dict[str, List]:
        """The long lists of the evidence by name."""
        return long_lists(self.groups)

    def sheet(self, address: str) -> Sheet:
        """Return a fresh sheet for the page at `address`."""
        return Sheet(self, address)

    def entry(self, key: str, style: Style = Style.VANCOUVER) -> Markup:
        """Return a work as it is printed in reference lists."""
        if (key, style) not in self._entries:
            html = self._formatter.format_html(self.hub.references[key], style)
            self._entries[key, style] = Markup(html)  # noqa: S704 - the formatter escapes
        return self._entries[key, style]

    @cached_property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Where each work is cited, by its key."""
        return uses_by_key(self.hub)

    def coins(self, key: str) -> Markup:
        """Return what a list tells reference managers of a work."""
        if key not in self._coins:
            self._coins[key] = coins.element(self.hub.references[key])
        return self._coins[key]

    def item(self, key: str) -> CslItem:
        """Return a work as a CSL-JSON item, to be looked at only."""
        if key not in self._items:
            self._items[key] = as_csl(self.hub.references[key])
        return self._items[key]

    def exported(self, key: str, form: Format) -> bytes:
        """Return a work to take away: many files hold it, and it is written once for them all."""
        if (key, form) not in self._exported:
            item = with_custom(self.hub.references[key], self.item(key))
            self._exported[key, form] = exported(item, form)
        return self._exported[key, form]

    @cached_property
    def _environment(self) -> Environment:
        return environment()

    def render(self, template: str, values: dict[str, Any]) -> str:
        """Fill one of the package's templates."""
        return self._environment.get_template(template).render(values)

    def piece(self, template: str, macro: str, *values: object) -> Markup:
        """Return what a macro of a template prints: small pieces are made sooner so."""
        found = self._macros.get((template, macro))
        if found is None:
            module = self._environment.get_template(template).module
            found = self._macros[template, macro] = getattr(module, macro)
        return found(*values)


class Sheet:
    """One page while it is written."""

    def __init__(self, studio: Studio, address: str) -> None:
        """Begin the page at `address`, which mentions nothing yet."""
        self.studio = studio
        self.address = address
        self._up = "../" * address.count("/")
        self._mentions: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}

    def url(self, path: str) -> str:
        """Return the relative link to a path of the site, which may hold an `#anchor`."""
        if "#" not in path:
            return self._up + path or "./"
        page, _, anchor = path.partition("#")
        if anchor and page == self.address:
            return f"#{anchor}"
        return (self._up + page or "./") + (f"#{anchor}" if anchor else "")

    def prose(self, text: str | None, *, breaks: bool = False) -> Markup:
        """Return contributed Markdown as HTML blocks, its citations numbered; "" for None."""
        return markdown.block(text or "", self._cited, breaks=breaks)

    def inline(self, text: str | None, *, breaks: bool = False) -> Markup:
        """Return contributed Markdown for the inside of a paragraph; "" for None."""
        return markdown.inline(text or "", self._cited, breaks=breaks)

    def cite(self, key: str, locator: str = "") -> Markup:
        """Return a numbered citation of one work: [1] or [1, p. 4]."""
        if key not in self.studio.hub.references:
            raise KeyError(key)
        where = Locator("", locator) if locator else None
        return print_mentions([self._mention(Citation(key, locator=where))])

    @property
    def mentioned(self) -> tuple[str, ...]:
        """The keys of the works mentioned so far, in order of first mention."""
        return tuple(self._mentions)

    @property
    def references(self) -> tuple[NumberedReference, ...]:
        """The works mentioned so far, in order of first mention."""
        return tuple(
            self._numbered(number, key, print_back(number, ids))
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
        number = self._numbers.setdefault(citation.key, len(self._mentions))
        ids.append(f"cite-{number}-{len(ids) + 1}")
        return Mention(number, ids[-1], citation)

    def _numbered(self, number: int, key: str, back: Markup) -> NumberedReference:
        state = self.studio.hub.references[key].state
        href, label = addresses.reference(key), "About this reference"
        summary = self.studio.hub.summary_of(key)
        if summary and addresses.summary(summary.id) != self.address:
            href, label = addresses.summary(summary.id), "Summary in this hub"
        return NumberedReference(
            number, self.studio.entry(key), back, state.value if state else "",
            self.url(href), label, self.studio.coins(key),
        )  # fmt: skip
