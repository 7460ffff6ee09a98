"""Dask's workers, on this machine or on others, lent to a pool once they have been looked at.

They read their work from a file and write the site themselves, so they must see the folders that
this process sees. What is sent to them is pickled, so they must run the same code. Whoever reaches
a scheduler can run any code on its workers: it must be one that nobody else reaches.
"""

from __future__ import annotations

import re
import secrets
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from distributed import Client

SCHEDULER = "HUB_SCHEDULER"
"""The environment variable with the address of the scheduler that gets the work, if any."""

_ADDRESS = re.compile(r"((tcp|tls)://)?[^\s/]+:\d+")
_PATIENCE = 5
"""Seconds in which a scheduler must answer."""
_INSTALL = "python -m pip install --require-hashes --requirement requirements-scheduler.txt"


class SchedulerError(Exception):
    """The workers of a scheduler cannot do the work; the message says why to whoever builds."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What a process works with; where two differ, so may what they write."""

    python: str
    packages: frozenset[str]
    code: str

    def unlike(self, other: Kit) -> str:
        """Return in words how another kit differs from this one, or ""."""
        if other.python != self.python:
            return f"runs Python {other.python}, and this is {self.python}"
        if differing := other.packages - self.packages:
            return f"has other packages ({', '.join(sorted(differing))})"
        return "runs other code of the hub" if other.code != self.code else ""


@cache
def kit() -> Kit:
    """Return what this process works with, as it was when it was first asked."""
    package = Path(__file__).parent
    code = sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            name = path.relative_to(package).as_posix()
            code.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return Kit(sys.version.split()[0], frozenset(_packages()), code.hexdigest())


def _packages() -> Iterator[str]:
    with suppress(PackageNotFoundError):
        for each in requires("creative-health-hub") or ():
            if name := re.match(r"[\w.-]+", each):
                yield f"{name[0]} {version(name[0])}"


@contextmanager
def hired(address: str, folder: Path, done: Callable[[], None]) -> Iterator[tuple[Executor, int]]:
    """Lend the workers of a scheduler, and tell how many there are; each calls `done` at the end.

    Raises:
        SchedulerError: There are none, they do not see `folder`, they are not like this process,
            or one of them has died.
    """
    with _connected(address) as client:
        crew = _crew(client, folder)
        try:
            yield client.get_executor(pure=False), len(crew)
            # Some may have come later, or in the place of one that died.
            _crew(client, folder)
        except Exception as error:
            if {*crew} <= {*_workers(client)}:
                raise
            raise SchedulerError(
                f"the scheduler {address} or one of its workers has died, perhaps because memory "
                "ran out"
            ) from error
        finally:
            with suppress(Exception):
                client.run(done)


def _connected(address: str) -> Client:
    if not _ADDRESS.fullmatch(address):
        raise SchedulerError(f'"{address}" is no address of a scheduler, such as tcp://host:8786')
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        message = f"a scheduler needs Dask, which is not installed here: {_INSTALL}"
        raise SchedulerError(message) from error
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TypeError) as error:
        raise SchedulerError(f"the scheduler {address} cannot be reached: {error}") from error


def _crew(client: Client, folder: Path) -> Mapping[str, object]:
    """Return what each worker answered, if all are fit for the work."""
    with TemporaryDirectory(prefix="hub-token-", dir=folder) as made:
        token, text = Path(made, "token"), secrets.token_hex()
        token.write_text(text, encoding="ascii")
        try:
            # It unpickles what passes through it.
            client.run_on_scheduler(kit)
            crew: dict[str, tuple[Kit, str]] = client.run(_seen, token)
        except Exception as error:
            message = f"the scheduler and its workers must be able to import the hub: {error}"
            raise SchedulerError(message) from error
    if not crew:
        raise SchedulerError("the scheduler has no workers")
    for worker, (its_kit, seen) in crew.items():
        if unlike := kit().unlike(its_kit):
            raise SchedulerError(
                f"the worker {worker} {unlike}; install the same there, and start it anew"
            )
        if seen != text:
            raise SchedulerError(
                f'the worker {worker} cannot read and write in "{folder}": the hub, its '
                "site and TMPDIR must be in folders that all workers share, under the same names"
            )
    return crew


def _seen(token: Path) -> tuple[Kit, str]:
    """Return what a worker works with, and the token if it may read and write beside it."""
    seen = ""
    with suppress(OSError, UnicodeError):
        token.with_name(secrets.token_hex()).touch(exist_ok=False)
        seen = token.read_text(encoding="ascii")
    return kit(), seen


def _workers(client: Client) -> Mapping[str, object]:
    workers: Mapping[str, object] = client.scheduler_info(n_workers=-1)["workers"]
    return workers
