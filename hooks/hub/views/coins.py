"""COinS: what a reference list tells reference managers, in the title of an empty span.

Source: OpenURL COinS, https://en.wikipedia.org/wiki/COinS and ANSI/NISO Z39.88-2004, the formats
`info:ofi/fmt:kev:mtx:journal`, `:book`, `:dissertation` and `:dc`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from hub.views.json_ld import issued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.references import Name, Reference

_GENRES = {
    "article-journal": ("journal", "article"), "book": ("book", "book"),
    "chapter": ("book", "bookitem"), "paper-conference": ("book", "proceeding"),
    "report": ("book", "report"), "thesis": ("dissertation", ""), "pamphlet": ("book", "document"),
}  # fmt: skip
"""CSL type to the format and its genre; all others are described in Dublin Core."""
_SAME = (
    ("volume", "volume"), ("issue", "issue"), ("page", "pages"), ("isbn", "isbn"),
    ("issn", "issn"), ("language", "language"),
)  # fmt: skip
"""Field of a work, and what it is called there."""
_START = "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A"
_UNSAFE = re.compile(r"[^A-Za-z0-9_.~ -]+")


def element(work: Reference) -> Markup:
    """Return what tells reference managers of a work: nothing that people see or hear."""
    title = context_object(work).replace("&", "&amp;")  # all other signs are quoted
    return Markup(f'<span class="Z3988" title="{title}" aria-hidden="true"></span>')  # noqa: S704 - see there


def context_object(work: Reference) -> str:
    """Return the work as a query string, not yet escaped for HTML."""
    form, genre = _GENRES.get(work.type, ("dc", ""))
    said = [f"{_START}{form}"]
    said += [f"rft.{name}={_quoted(value)}" for name, value in _fields(work, form, genre) if value]
    said += [f"rft_id={each}" for each in _identifiers(work)]
    return "&".join(said).replace(" ", "+")


def _quoted(value: str) -> str:
    """Return a value as it stands in a query, but for its blanks."""
    return _UNSAFE.sub(_quoted_signs, value)


@lru_cache(1000)
def _quoted_text(signs: str) -> str:
    return quote(signs, safe="")


def _quoted_signs(found: re.Match[str]) -> str:
    # The same few come again and again.
    return _quoted_text(found[0])


def _fields(work: Reference, form: str, genre: str) -> Iterator[tuple[str, str]]:
    people = work.author or work.editor
    if form == "dc":
        yield from (("type", work.type), ("title", work.title), ("publisher", work.publisher))
        for each in people:
            yield "creator", _full_name(each)
    else:
        title = {"journal": "atitle", "dissertation": "title"}.get(form, "btitle")
        yield "genre", genre
        yield "atitle" if genre in {"bookitem", "proceeding"} else title, work.title
        yield "jtitle" if form == "journal" else "btitle", work.container_title
        yield "inst" if form == "dissertation" else "pub", work.publisher
        yield from (("place", work.publisher_place), ("edition", work.edition))
        if people and not people[0].literal:
            yield from (("aulast", _family(people[0])), ("aufirst", people[0].given))
        for each in people:
            yield "aucorp" if each.literal else "au", _full_name(each)
    yield "date", issued(work)
    said = vars(work)
    for field, name in _SAME:
        if said[field]:
            yield name, said[field]


def _identifiers(work: Reference) -> Iterator[str]:
    if work.doi:
        yield f"info%3Adoi%2F{_quoted(work.doi)}"
    if work.pmid:
        yield f"info%3Apmid%2F{_quoted(work.pmid)}"
    if work.url:
        yield _quoted(work.url)


def _family(name: Name) -> str:
    return f"{name.particle} {name.family}".strip()


def _full_name(name: Name) -> str:
    if name.literal:
        return name.literal
    return " ".join(filter(None, (name.given, name.particle, name.family, name.suffix)))
