"""Concordats: texts and clauses that exist, and signatures that fit the versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.checks.integrity import check_lock, check_signed_text
from hub.checks.translations import check_translations
from hub.codes import Code
from hub.diagnostics import Diagnostic, Note, did_you_mean
from hub.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory
    from hub.source import Loc


def check_concordats(hub: Hub) -> Iterator[Diagnostic]:
    """Yield what is wrong with concordats and their texts."""
    for concordat in hub.concordats.values():
        yield from _check_versions(hub, concordat)
        yield from check_lock(hub, concordat)
        yield from check_translations(hub, concordat)
        if "*" not in hub.unread.get("clause", ()):
            yield from _check_clauses(hub, concordat)
    yield from _check_texts(hub)


def check_signatures(hub: Hub, today: date) -> Iterator[Diagnostic]:
    """Yield signatories whose signatures do not fit what they signed; `today` judges dates."""
    for concordat, signatory in hub.all_signatories():
        yield from _check_file(signatory)
        for position in range(len(signatory.signatures)):
            yield from _check_signature(concordat, signatory, position, today)
            yield from check_signed_text(hub, concordat, signatory, position)


def _check_versions(hub: Hub, concordat: Concordat) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for position, version in enumerate(concordat.versions):
        span = concordat.origin.span(("versions", position, "number"))
        if version.number in seen:
            yield Diagnostic(
                code=Code.DUPLICATE_ID, span=span,
                message=f"version {version.number} is listed twice", expected="each version once",
                help="delete one of the two, or give it its own number",
            )  # fmt: skip
        seen[version.number] = position
        if (concordat.id, version.number) not in hub.texts and "*" not in hub.unread.get(
            "clause", ()
        ):
            yield Diagnostic(
                code=Code.UNKNOWN_VERSION, span=span,
                message=f"the text of version {version.number} is not there",
                expected=f"a file concordats/{concordat.id}/{version.number}.md",
                help="add the text, or take the version out of the list",
            )  # fmt: skip
        if version.replaces is not None and version.replaces not in seen:
            yield _unknown_version(
                concordat, version.replaces, ("versions", position, "replaces"), concordat
            )


def _check_texts(hub: Hub) -> Iterator[Diagnostic]:
    for (name, number), text in hub.texts.items():
        concordat = hub.concordats[name]
        if concordat.find_version(number) is None:
            yield Diagnostic(
                code=Code.UNKNOWN_VERSION, span=Span(text.path),
                message=f'{concordat.title} lists no version "{number}", so this is not published',
                expected="an entry in `versions` of concordat.yml for each text",
                help=f'list it, with `number: "{number}"`, or delete the file',
            )  # fmt: skip


def _check_clauses(hub: Hub, concordat: Concordat) -> Iterator[Diagnostic]:
    known = hub.clause_ids(concordat.id)
    unknown = [name for name in concordat.clauses if name not in known]
    for name in unknown:
        yield Diagnostic(
                code=Code.UNKNOWN_CLAUSE, span=concordat.origin.key_span(("clauses", name)),
                message=f'no version of {concordat.title} has a clause "{name}"',
                expected="<part>-<printed number>, such as " + (known[0] if known else "need-1"),
                help=did_you_mean(name, known, "see the numbers in the text"),
            )  # fmt: skip
    text = hub.texts.get((concordat.id, concordat.current.number))
    if text is None or unknown:  # a misspelled clause must not also be called forgotten
        return
    for part in text.parts:
        for clause in part.clauses:
            basis = concordat.clauses.get(clause.id)
            if basis is None or not (
                basis.evidence or basis.programmes or basis.no_direct_evidence
            ):
                yield Diagnostic(
                    code=Code.CLAUSE_WITHOUT_BASIS,
                    span=concordat.origin.key_span(("clauses", clause.id)),
                    message=f'nothing is said of what stands behind "{clause.id}"',
                    expected="evidence, a programme, or no_direct_evidence with why",
                    help=f"add {clause.id} to `clauses`",
                )  # fmt: skip


def _check_file(signatory: Signatory) -> Iterator[Diagnostic]:
    if signatory.organisation is not None and signatory.organisation != signatory.id:
        yield Diagnostic(
            code=Code.CONTRADICTION, span=signatory.origin.span(("organisation",)),
            message=f'the file is named "{signatory.id}", '
            f'and the organisation is "{signatory.organisation}"',
            expected="the same id in both",
            help=f'rename the file to "{signatory.organisation}.yml"',
        )  # fmt: skip


def _check_signature(
    concordat: Concordat, signatory: Signatory, position: int, today: date
) -> Iterator[Diagnostic]:
    signature, loc = signatory.signatures[position], ("signatures", position)
    version = concordat.find_version(signature.version)
    if version is None:
        yield _unknown_version(concordat, signature.version, (*loc, "version"), signatory)
        return
    signed = signature.signed
    number = concordat.versions.index(version)
    if signed and version.published and signed < version.published:
        yield Diagnostic(
            code=Code.SIGNED_BEFORE_PUBLISHED, span=signatory.origin.span((*loc, "signed")),
            message=f"{signatory.title} signed version {version.number} on {signed}, "
            f"before it was published on {version.published}",
            expected=f"a date on or after {version.published}",
            help="correct the date, or the version that was signed",
            notes=(Note(f"version {version.number} is dated here",
                        concordat.origin.span(("versions", number, "published"))),),
        )  # fmt: skip
    if signed and signed > today:
        yield Diagnostic(
            code=Code.FUTURE_DATE, span=signatory.origin.span((*loc, "signed")),
            message=f"{signed} has not come yet", expected=f"a date up to today, {today}",
            help="correct the date",
        )  # fmt: skip


def _unknown_version(
    concordat: Concordat, number: str, loc: Loc, record: Concordat | Signatory
) -> Diagnostic:
    known = [version.number for version in concordat.versions]
    return Diagnostic(
        code=Code.UNKNOWN_VERSION, span=record.origin.span(loc),
        message=f'{concordat.title} has no version "{number}"', expected=" or ".join(known),
        help=did_you_mean(number, known, "see `versions` in concordat.yml"),
    )  # fmt: skip
