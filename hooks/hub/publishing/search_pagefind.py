"""Pagefind itself: it is run on a folder of pages, and leaves an index in a form of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

from hub.publishing import PublishingError, packed

PAGES, WORDS, FILTERS, SHOWN = 1, 2, 3, 5
"""Which parts of the list in a `.pf_meta` are pairs of a fragment and its number of words, the
first and the last word of a file with its name, pairs of a filter and its file, and the names of
what is shown of a page."""
FRAGMENT, INDEX = ".pf_fragment", ".pf_index"
"""How files end that tell of a page, and of some words."""


def run(site: Path, bundle: Path, patience: float) -> None:
    """Let Pagefind make an index; where it can make no file, it tries again for ever.

    Raises:
        PublishingError: It is missing, failed, or took too long.
    """
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 - it may be missing

        done = subprocess.run(
            [get_executable(), "--site", site, "--output-path", bundle,
             "--exclude-selectors", ".headerlink", "--silent"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            errors="replace", timeout=patience, check=False,
        )  # fmt: skip
    except (ImportError, OSError) as error:
        raise PublishingError(f"the search index could not be made: {error}") from None
    except subprocess.TimeoutExpired:
        raise PublishingError(
            f"the search index was not made within {patience:.0f} seconds; perhaps the disk is full"
        ) from None
    if done.returncode != 0:
        raise PublishingError(f"the search index could not be made; Pagefind says:\n{done.stdout}")


def unpacked(path: Path) -> bytes:
    """Return what is in a file of Pagefind's, which ends well even when the disk is full.

    Raises:
        PublishingError: It is not whole.
    """
    try:
        return packed.unpacked(path.read_bytes())
    except ValueError as error:
        raise PublishingError(
            f'the search index is not whole: "{path.name}" ({error}); perhaps the disk is full'
        ) from None
