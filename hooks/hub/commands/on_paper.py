"""`hub pdf` and `hub docx`: a concordat on paper, for a board pack or a signing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from hub import reporters
from hub.commands.roots import find_root, kept, root_option
from hub.diagnostics import did_you_mean, has_errors
from hub.examining import examine, today

if TYPE_CHECKING:
    from typing import Unpack

    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.paper.paper import Paper

FAULTS = 1
_INSTALL = "python -m pip install --require-hashes --requirement requirements-paper.txt"
_Command = Callable[..., None]


class Asked(TypedDict):
    """What was asked for on the command line."""

    concordat: str
    number: str | None
    language: str | None
    output: Path | None
    root: Path | None


def _options(command: _Command) -> _Command:
    for option in (
        root_option,
        click.option(
            "-o", "--output", type=click.Path(dir_okay=False, path_type=Path),
            help="Where to write; here, and named after concordat and version, when not given.",
        ),
        click.option("--language", help="A translation of the version, such as cy."),
        click.option("--version", "number", help="The one in force when not given."),
        click.argument("concordat"),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@_options
def pdf(**asked: Unpack[Asked]) -> None:
    """Write a CONCORDAT as PDF: its text, who signed it, its fingerprint and the day.

    It is tagged for screen readers (PDF/UA-1), with bookmarks.

    Exit status: 0 written, 1 the hub has faults or something is missing, 2 wrong use.
    """
    from hub.paper.pdf import NoLetterError, as_pdf  # noqa: PLC0415 - slow to import

    try:
        _write(asked, ".pdf", as_pdf)
    except NoLetterError as error:
        raise click.ClickException(
            f'no font on this machine has the letter "{error}", which must be printed; install '
            "one that has it (on Debian, fonts-noto-core or fonts-noto-cjk), and try again"
        ) from error


@click.command()
@_options
def docx(**asked: Unpack[Asked]) -> None:
    """Write a CONCORDAT as a Word file: its text, who signed it, its fingerprint and the day.

    Exit status: 0 written, 1 the hub has faults or something is missing, 2 wrong use.
    """
    from hub.paper.docx import as_docx  # noqa: PLC0415 - slow to import

    _write(asked, ".docx", as_docx)


def _write(asked: Asked, ending: str, setter: Callable[[Paper], bytes]) -> None:
    from hub.paper.paper import paper  # noqa: PLC0415 - slow to import

    examined = examine(asked["root"] or find_root(), kept("library"))
    if has_errors(examined.diagnostics):
        click.echo(reporters.text(examined.diagnostics, examined.sources))
        click.echo(f"nothing was written: {reporters.count(examined.diagnostics)}")
        click.get_current_context().exit(FAULTS)
    concordat, version = _chosen(examined.hub, asked)
    try:
        content = setter(paper(examined.hub, concordat, version, today(), asked["language"]))
    except ModuleNotFoundError as error:
        message = f"this needs {error.name}, which is not installed here: {_INSTALL}"
        raise click.ClickException(message) from error
    name = "-".join(filter(None, (concordat.id, version.number, asked["language"])))
    target = asked["output"] or Path(f"{name}{ending}")
    _put(target, content)
    click.echo(f"wrote {target}")


def _put(target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = (error.strerror or "unknown reason").lower()
        raise click.ClickException(f'"{target}" cannot be written: {reason}') from error


def _chosen(hub: Hub, asked: Asked) -> tuple[Concordat, Version]:
    concordat = hub.concordats.get(asked["concordat"])
    if concordat is None:
        raise _unknown("concordat", asked["concordat"], [*hub.concordats])
    number, language = asked["number"], asked["language"]
    version = concordat.find_version(number) if number else concordat.current
    if version is None:
        raise _unknown("version", number or "", [each.number for each in concordat.versions])
    languages = [each.language for each in version.translations]
    if language and language not in languages:
        raise _unknown(f"translation of version {version.number}", language, languages)
    return concordat, version


def _unknown(what: str, name: str, known: list[str]) -> click.UsageError:
    hint = did_you_mean(name, known, f"there are: {', '.join(known) or 'none'}")
    return click.UsageError(f'there is no {what} "{name}"; {hint}')
