"""Write a made-up hub of realistic records, to measure with: same seed, same bytes.

`python -m tests.benchmarks.generate --records 1000 FOLDER`
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tests.benchmarks.hub_files import read_vocabularies, write_hub
from tests.benchmarks.records import Records
from tests.benchmarks.words import SEED


def records_of(number: int, seed: int = SEED) -> Records:
    """Return the records of a benchmark with `number` evidence summaries."""
    return Records(number, seed, read_vocabularies())


def main() -> None:
    """Write the hub that the command line asks for."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where to; it must not exist yet")
    parser.add_argument("--records", type=int, default=1000, help="how many evidence summaries")
    parser.add_argument("--seed", type=int, default=SEED, help="what chance begins with")
    given = parser.parse_args()
    given.folder.mkdir(parents=True)
    write_hub(records_of(given.records, given.seed), given.folder)


if __name__ == "__main__":
    main()
