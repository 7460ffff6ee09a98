"""While previewing: changed files are found soon, and what nobody waits for is done in pauses."""

from __future__ import annotations

import gc
from threading import Lock
from time import perf_counter

from watchdog.observers.polling import PollingEmitter

_PAUSE = 0.1
"""Seconds between two looks for changed files: a contributor waits for half of them."""
_SHARE = 20
"""How many times as long as a look takes it is to the next: looking must not keep a core busy."""


def tidy(at_work: Lock) -> None:
    """Throw away what builds have left, unless one is under way."""
    if at_work.acquire(blocking=False):
        try:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        finally:
            at_work.release()


def resting(at_work: Lock) -> type[PollingEmitter]:
    """Return what looks for changed files, but waits for what is under way."""

    class Resting(PollingEmitter):
        """Tells what changed since the last look."""

        _took = 0.0

        def queue_events(self, timeout: float) -> None:
            """Look again after some seconds, or sooner if that is little work, or later."""
            self.stopped_event.wait(min(timeout, max(_PAUSE, _SHARE * self._took)))
            with at_work:
                pass
            begun = perf_counter()
            super().queue_events(0)
            self._took = perf_counter() - begun

    return Resting
