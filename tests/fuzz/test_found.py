"""What fuzzing found stays mended, and its targets are sound for what it begins with."""

import time

import pytest

from tests.fuzz.seeds import found, seeds
from tests.fuzz.targets import TARGETS, _harmless

SECONDS = 2


@pytest.mark.parametrize("target", TARGETS)
def test_what_once_broke_something_does_so_no_more(target: str) -> None:
    """Each input that was kept is read or refused, and quickly."""
    slow = []
    for data in found(target):
        started = time.monotonic()
        TARGETS[target](data)
        if time.monotonic() - started > SECONDS:
            slow.append(data)

    assert [] == slow


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_what_it_begins_with(target: str) -> None:
    """There is something to begin with, and every fifteenth of it goes through."""
    given = [*seeds(target)]
    for data in given[::15]:
        TARGETS[target](data)

    assert len(given) > 1


@pytest.mark.parametrize(
    "html", ["<p onclick='x'>a</p>", "<script>x</script>", "<a href='data:x'>a</a>"]
)
def test_what_is_not_harmless_is_noticed(html: str) -> None:
    """The control: a handler, a script and a link to data are not only there to be read."""
    with pytest.raises(AssertionError):
        _harmless(f"<div>{html}</div>")
