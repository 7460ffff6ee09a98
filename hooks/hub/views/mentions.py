"""Citations as they are printed in a text: [1], [2, p. 14], [1, 2], [1–3].

Plain numbers are sorted and three or more in a row become a range. The numbers inside a range
are still there for readers who go from link to link, and for the way back from the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.model.citations import Citation

_SHORTEST_RANGE = 3


class Mention(NamedTuple):
    """One work mentioned at one place: its number, this mention's id, and what was written."""

    number: int
    id: str
    citation: Citation

    @property
    def is_plain(self) -> bool:
        """Whether there is a number to print and nothing else."""
        return not (self.citation.prefix or self.citation.locator or self.citation.suffix)

    @property
    def link(self) -> str:
        """The number, linked to the list, as HTML."""
        return (
            f'<a href="#ref-{self.number}" id="{self.id}" aria-label="Reference {self.number}">'
            f"{self.number}</a>"
        )


def print_mentions(mentions: Sequence[Mention]) -> Markup:
    """Return one pair of brackets with its mentions."""
    if len(mentions) > 1 and all(mention.is_plain for mention in mentions):
        ordered = sorted(mentions, key=lambda mention: mention.number)
        inside = ", ".join(map(_run, _runs(ordered)))
    else:
        inside = "; ".join(map(_with_words, mentions))
    return Markup(f'<span class="hub-cite">[{inside}]</span>')  # noqa: S704 - our own but for words, which are escaped


def print_back(number: int, ids: Sequence[str]) -> Markup:
    """Return links from a work in the list to each mention of it: ↑, or ↑1 ↑2."""
    links = (
        f' <a class="hub-references__back" href="#{each}" '
        f'aria-label="Back to mention {nth} of reference {number}">'
        f"↑{nth if len(ids) > 1 else ''}</a>"
        for nth, each in enumerate(ids, start=1)
    )
    return Markup("".join(links))  # noqa: S704 - ids are our own


def _runs(ordered: Sequence[Mention]) -> Iterator[list[Mention]]:
    run: list[Mention] = []
    for mention in ordered:
        if run and mention.number != run[-1].number + 1:
            yield run
            run = []
        run.append(mention)
    yield run


def _run(run: list[Mention]) -> str:
    links = [mention.link for mention in run]
    if len(run) < _SHORTEST_RANGE:
        return ", ".join(links)
    between = f'<span class="hub-cite__between">, {", ".join(links[1:-1])}, </span>'
    return f"{links[0]}{between}–{links[-1]}"


def _with_words(mention: Mention) -> str:
    if mention.is_plain:
        return mention.link
    citation = mention.citation
    before = f"{escape(citation.prefix)} " if citation.prefix else ""
    after = [str(each) for each in (citation.locator, citation.suffix) if each]
    return ", ".join([f"{before}{mention.link}", *map(escape, after)])
