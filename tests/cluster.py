"""A scheduler of Dask and two worker processes on this machine, which end with who started them.

`python -m tests.cluster` prints the scheduler's address, and ends when its input does.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from distributed import LocalCluster

from tests.conftest import REPOSITORY


@contextmanager
def running() -> Iterator[str]:
    """Start one in another process, and lend its address."""
    path = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "hooks")])
    with subprocess.Popen(
        [sys.executable, "-m", __name__], env=os.environ | {"PYTHONPATH": path},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.stdin.close()


if __name__ == "__main__":
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1",
        dashboard_address=None, worker_dashboard_address=None, silence_logs="CRITICAL",
    ) as cluster:  # fmt: skip
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        sys.stdin.read()
