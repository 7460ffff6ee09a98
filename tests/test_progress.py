"""Progress: quiet while work is short, one line on a terminal, plain lines elsewhere."""

from io import StringIO

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
