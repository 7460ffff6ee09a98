"""What a fuzzer begins with: the content of this repository, the fictional hub, and bad cases."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from hub.model.kinds import KINDS
from tests.conftest import DEMO, REPOSITORY

FOUND = Path(__file__).parent / "found"
"""Inputs that once broke something; their names begin with that of the target."""

_CASES = REPOSITORY / "tests" / "hostile" / "cases"
_LARGEST = 2_000
"""Bytes of a seed; fuzzers learn little from long texts."""

_PATTERNS = {
    "yaml": ("evidence/**/*.yml", "concordats/**/*.yml"),
    "bibtex": ("evidence/references.bib",),
    "page": ("docs/**/*.md",),
    "concordat": ("concordats/*/*.md",),
    "prose": ("docs/**/*.md", "concordats/*/*.md"),
}


def seeds(target: str) -> Iterator[bytes]:
    """Yield the inputs that a target begins with."""
    for root in (REPOSITORY, DEMO, *sorted(_CASES.iterdir())):
        for pattern in _PATTERNS[target]:
            for path in sorted(root.glob(pattern)):
                content = path.read_bytes()
                if target == "yaml":
                    content = bytes([_kind_of(path.relative_to(root))]) + content
                yield from _pieces(content) if target == "bibtex" else [content[:_LARGEST]]
    yield from found(target)


def found(target: str) -> Iterator[bytes]:
    """Yield the inputs of a target that once broke something."""
    for path in sorted(FOUND.glob(f"{target}-*")):
        yield path.read_bytes()


def _pieces(library: bytes) -> Iterator[bytes]:
    """Yield a library entry by entry."""
    return (b"@" + entry for entry in library.split(b"\n@"))


def _kind_of(path: Path) -> int:
    for number, kind in enumerate(KINDS):
        pattern = kind.path.replace("<id>", "*").replace("<name>", "*")
        if PurePosixPath(path.as_posix()).match(pattern):
            return number
    return 0
