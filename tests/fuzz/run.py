"""Feed a target with ever new inputs for a while: `python -m tests.fuzz.run yaml --seconds 120`.

Needs atheris (`make fuzz`). What breaks a target is kept in `tests/fuzz/found/`, from where the
test suite feeds it ever after.
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["hub", "markdown_it", "pybtex", "yaml"]):
    from tests.fuzz.seeds import FOUND, seeds
    from tests.fuzz.targets import TARGETS

SLOWEST = 10
"""Seconds that one input may take; watched code is some times slower than in a build."""
LONGEST = 4_000
"""Bytes of one input."""
MEMORY = 2_048
"""MiB."""


def main() -> None:
    """Run one target until the time is over or an input breaks it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=120)
    chosen = parser.parse_args()
    corpus = Path(".hub-cache", "fuzz", chosen.target)
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds(chosen.target):
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    FOUND.mkdir(exist_ok=True)
    options = [
        f"-max_total_time={chosen.seconds}", f"-timeout={SLOWEST}", f"-max_len={LONGEST}",
        f"-rss_limit_mb={MEMORY}", "-use_value_profile=1",
        f"-artifact_prefix={FOUND}/{chosen.target}-", "-print_final_stats=1", "-verbosity=0",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[chosen.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
