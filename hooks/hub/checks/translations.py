"""Translations: are they there, made from the text they stand beside, and clause by clause?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat, Translation, Version
    from hub.model.hub import Hub
    from hub.model.texts import Text
    from hub.source import Loc


def check_translations(hub: Hub, concordat: Concordat) -> Iterator[Diagnostic]:
    """Yield what is wrong with the translations of a concordat."""
    listed = set[tuple[str, str]]()
    for position, version in enumerate(concordat.versions):
        for place, translation in enumerate(version.translations):
            loc: Loc = ("versions", position, "translations", place)
            mark = version.number, translation.language
            if mark in listed:
                yield _listed_twice(concordat.origin.span((*loc, "language")), *mark)
            listed.add(mark)
            yield from _check_translation(hub, concordat, version, translation, loc)
    for (name, number, language), text in hub.translations.items():
        if name == concordat.id and (number, language) not in listed:
            yield _not_listed(concordat, text, number, language)


def _check_translation(
    hub: Hub, concordat: Concordat, version: Version, translation: Translation, loc: Loc
) -> Iterator[Diagnostic]:
    original = hub.texts.get((concordat.id, version.number))
    if original is None:
        return
    path = f"{original.path.removesuffix('.md')}.{translation.language}.md"
    text = hub.translations.get((concordat.id, version.number, translation.language))
    if text is None:
        if not hub.is_known("translation", path):
            yield _absent(concordat.origin.span((*loc, "language")), version.number, path)
        return
    if translation.text != original.sha256:
        yield _stale(concordat, original, (*loc, "text"))
    yield from _check_clauses(text, original)


def _check_clauses(text: Text, original: Text) -> Iterator[Diagnostic]:
    """Yield the first clause that one of the two texts has and the other has not."""
    wanted, given = original.clause_ids, text.clause_ids
    extra = next((each for each in given if each not in wanted), None)
    missing = next((each for each in wanted if each not in given), None)
    if extra is None and missing is None:
        return
    lines = {each.id: each.line for part in text.parts for each in part.clauses}
    start = text.source.offset(lines.get(extra or "", 1), 1)
    yield Diagnostic(
        code=Code.TRANSLATION_OUT_OF_STEP, span=text.source.span(start, start + 1),
        message=f"{original.path} has no clause {extra}" if extra
        else f"the translation has no clause {missing}",
        expected="the same clauses under the same numbers as in the text it translates",
        help="compare the numbers, headings and bullets of both texts",
    )  # fmt: skip


def _stale(concordat: Concordat, original: Text, loc: Loc) -> Diagnostic:
    return Diagnostic(
        code=Code.STALE_TRANSLATION, span=concordat.origin.span(loc),
        message=f"the translation was made from another text than {original.path} is now",
        expected=f"the SHA-256 of that text, {original.sha256}",
        help="compare the translation with the text, then write the hash here; until then its "
        "page says that it lags behind",
    )  # fmt: skip


def _absent(span: Span, number: str, path: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_VERSION, span=span,
        message=f"the text of this translation of version {number} is not there",
        expected=f"a file {path}", help="add the text, or take the translation out of the list",
    )  # fmt: skip


def _listed_twice(span: Span, number: str, language: str) -> Diagnostic:
    return Diagnostic(
        code=Code.DUPLICATE_ID, span=span,
        message=f'version {number} has two translations in "{language}"',
        expected="each language once", help="delete one of the two",
    )  # fmt: skip


def _not_listed(concordat: Concordat, text: Text, number: str, language: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_VERSION, span=Span(text.path),
        message=f'{concordat.title} lists no translation of version {number} in "{language}", '
        "so this is not published",
        expected="an entry in `translations` of the version in concordat.yml",
        help=f"list it, with `language: {language}` and the hash of the text it was made from",
    )  # fmt: skip
