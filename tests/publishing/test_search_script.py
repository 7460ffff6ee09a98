"""Pagefind's scripts: mended where they are known, and refused where they are not."""

from pathlib import Path

import pytest

from hub.publishing import PublishingError
from hub.publishing.search_script import SCRIPTS, mend

KNOWN = "a();let chunks=index_array.filter((v)=>v).map(b);c();"


def scripts(bundle: Path, text: str) -> Path:
    """Write both scripts."""
    for name in SCRIPTS:
        (bundle / name).write_text(text, encoding="utf-8")
    return bundle


def test_a_question_without_words_fetches_no_words(tmp_path: Path) -> None:
    """Both scripts then ask whether there are words at all; nothing else is changed."""
    mend(scripts(tmp_path, KNOWN))

    mended = "a();let chunks=index_array.filter((v)=>v&&!filter_only).map(b);c();"
    assert {mended} == {(tmp_path / name).read_text(encoding="utf-8") for name in SCRIPTS}


@pytest.mark.parametrize("text", ["a();", KNOWN + KNOWN])
def test_unknown_scripts_are_refused(tmp_path: Path, text: str) -> None:
    """Another Pagefind is looked at by a person first."""
    with pytest.raises(
        PublishingError, match=r'"pagefind\.js" has a form .* made for Pagefind 1\.5\.2'
    ):
        mend(scripts(tmp_path, text))
