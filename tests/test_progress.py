"""Progress: quiet while work is short, one line on a terminal, plain lines elsewhere."""

import logging
from io import StringIO

import pytest

from hub.progress import Progress


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


class Clock:
    """A clock that goes on by so many seconds whenever it is looked at."""

    def __init__(self, pace: float) -> None:
        """Begin at nought."""
        self._pace, self._now = pace, -pace

    def __call__(self) -> float:
        """Return the time."""
        self._now += self._pace
        return self._now


def told(pace: float, stream: StringIO, parts: int = 10) -> list[str]:
    """Return the lines said elsewhere while parts of 1,000 things each take `pace` seconds."""
    said: list[str] = []
    progress = Progress("pages", parts * 1000, said.append, stream=stream, clock=Clock(pace))
    list(progress.through([1000] * parts, int))
    return said


def test_short_work_says_nothing() -> None:
    """What is done within two seconds needs no word."""
    stream, terminal = StringIO(), Terminal()

    assert [] == told(0.1, stream) + told(0.1, terminal)
    assert "" == stream.getvalue() + terminal.getvalue()


def test_long_work_tells_how_far_it_is() -> None:
    """A line now and then says what is done, of how much, and how long the rest takes."""
    assert [
        "1,000 of 10,000 pages, about 45 s left",
        "3,000 of 10,000 pages, about 35 s left",
        "5,000 of 10,000 pages, about 25 s left",
        "7,000 of 10,000 pages, about 15 s left",
        "9,000 of 10,000 pages, about 5 s left",
    ] == told(5, StringIO())


def test_a_line_on_a_terminal_renews_itself_and_goes_away() -> None:
    """Each line takes the place of the one before, and nothing stays when all is done."""
    terminal = Terminal()
    said = told(150, terminal, parts=3)

    assert [] == said
    assert (
        "\r\x1b[K1,000 of 3,000 pages, about 5 min left"
        "\r\x1b[K2,000 of 3,000 pages, about 2 min left"
        "\r\x1b[K"
    ) == terminal.getvalue()


def progress(terminal: Terminal, pace: float, what: str = "pages") -> Progress:
    """Return the progress of three things, each of which takes so many seconds."""
    return Progress(what, 3, lambda _: None, stream=terminal, clock=Clock(pace))


def record(message: str) -> logging.LogRecord:
    """Return what a logger makes of a message before any handler is asked."""
    log = logging.getLogger(__name__)
    return log.makeRecord(log.name, logging.WARNING, __file__, 1, message, (), None)


def test_the_line_makes_way_for_what_is_logged() -> None:
    """A message begins on an empty line, and the next word on progress comes after it."""
    terminal = Terminal()
    handler = logging.StreamHandler(terminal)
    for page in progress(terminal, 50).through([1, 2, 3], lambda _: 1):
        if page == 2:
            handler.handle(record("a page has two titles"))

    assert (
        "\r\x1b[K1 of 3 pages, about 2 min left"
        "\r\x1b[Ka page has two titles\n"
        "\r\x1b[K2 of 3 pages, about 50 s left"
        "\r\x1b[K"
    ) == terminal.getvalue()


def test_two_works_at_once_show_one_line() -> None:
    """The line is the first one's until it is done; both would flicker."""
    terminal = Terminal()
    pages = progress(terminal, 5)
    for file in progress(terminal, 5, "files").through([1, 2, 3], lambda _: 1):
        if file == 2:
            list(pages.through([1, 2, 3], lambda _: 1))

    assert "1 of 3 files" in terminal.getvalue()
    assert "pages" not in terminal.getvalue()


def test_nothing_of_it_stays_when_work_fails() -> None:
    """Whatever ends the work, the line goes away and messages are made as before."""
    terminal = Terminal()
    make = logging.getLogRecordFactory()
    with pytest.raises(ZeroDivisionError):
        list(progress(terminal, 5).through((1 // n for n in (1, 1, 0)), lambda _: 1))

    assert terminal.getvalue().endswith("left\r\x1b[K")
    assert make is logging.getLogRecordFactory()


def test_a_terminal_that_obeys_nothing_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that calls itself dumb would print what is meant to move its cursor."""
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()

    assert told(5, terminal)
    assert "" == terminal.getvalue()
