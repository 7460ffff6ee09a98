"""Questions of commands: each has an option, so that scripts need not be asked.

What may not stand in a public file is refused at once, and asked again where somebody is there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from hub.diagnostics import did_you_mean
from hub.loading.privacy import find_personal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BLANKS = re.compile(r"\s+")


class AnswerError(click.ClickException):
    """An answer that cannot be taken; `name` is that of its option."""

    def __init__(self, name: str, message: str) -> None:
        """Say why the answer to `name` cannot be taken."""
        super().__init__(message)
        self.name = name

    def format_message(self) -> str:
        """Return what to print, with the option."""
        return f"--{self.name.replace('_', '-')}: {self.message}"


@dataclass(frozen=True, slots=True)
class Asker:
    """Knows the options that were given, and asks for the others unless it is told not to."""

    given: Mapping[str, str | None]
    is_quiet: bool = False

    def text(
        self, name: str, question: str, default: str = "", *,
        needed: bool = False, read: Callable[[str], str] = str,
    ) -> str:  # fmt: skip
        """Return the answer as `read` returns it, "" for none; `name` is the option's.

        Raises:
            AnswerError: An option is wrong, or one is needed and not given.
        """
        given = self.given.get(name)
        if given is not None or self.is_quiet:
            return self._read(name, default if given is None else given, read, needed=needed)
        while True:
            answer = click.prompt(question, default=default, show_default=bool(default))
            try:
                return self._read(name, answer, read, needed=needed)
            except click.ClickException as error:
                click.echo(f"  {error.message}", err=True)

    def choice(
        self, name: str, question: str, choices: Mapping[str, str], *, needed: bool = False
    ) -> str:
        """Return one of the choices (labels by id), given by its id or its label."""
        if self.given.get(name) is None and not self.is_quiet:
            for each, label in choices.items():
                click.echo(f"  {each}: {label}")
        return self.text(name, question, needed=needed, read=lambda text: chosen(text, choices))

    @staticmethod
    def _read(name: str, answer: str, read: Callable[[str], str], *, needed: bool) -> str:
        text = _BLANKS.sub(" ", answer).strip()
        if needed and not text:
            raise AnswerError(name, "this is needed")
        try:
            refuse_personal(text)
            return read(text) if text else ""
        except click.ClickException as error:
            raise AnswerError(name, error.message) from None


def refuse_personal(text: str) -> None:
    """Refuse an e-mail address, a telephone number or a postcode.

    Raises:
        click.ClickException: There is one.
    """
    for each in find_personal(text):
        raise click.ClickException(f"{each.message}; {each.advice}")


def chosen(text: str, choices: Mapping[str, str]) -> str:
    """Return the id of the choice that is given by its id or its label.

    Raises:
        click.ClickException: There is no such choice.
    """
    by_name = {label.casefold(): each for each, label in choices.items()}
    by_name |= {each.casefold(): each for each in choices}
    if found := by_name.get(text.casefold()):
        return found
    some = ", ".join(choices)
    raise click.ClickException(
        f'there is no "{text}"; ' + did_you_mean(text, by_name, f"choose one of {some}")
    )


def iso_day(text: str) -> str:
    """Return a date that is written year-month-day.

    Raises:
        click.ClickException: It is none.
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise click.ClickException(f'"{text}" is no date; write it year-month-day: 2026-03-01')
