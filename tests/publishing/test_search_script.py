"""Pagefind's script: mended where it is known, and refused where it is not."""

from pathlib import Path

import pytest

from hub.publishing import PublishingError
from hub.publishing.search_script import SCRIPT, mend

META = 'this.searchMeta=this.decompress(new Uint8Array(compressed_meta),"Pagefind metadata")'
KNOWN = f"a();let chunks=index_array.filter((v)=>v).map(b);{META};c();"


def mended(folder: Path, text: str) -> str:
    """Return what becomes of a script."""
    (folder / SCRIPT).write_text(text, encoding="utf-8")
    mend(folder, folder / "site")
    return (folder / "site" / SCRIPT).read_text(encoding="utf-8")


def test_a_question_without_words_fetches_no_words(tmp_path: Path) -> None:
    """The script then asks whether there are words at all."""
    assert "let chunks=index_array.filter((v)=>v&&!filter_only).map(b);" in mended(tmp_path, KNOWN)


def test_what_is_read_goes_through_our_own_reader(tmp_path: Path) -> None:
    """It stands at the end of the script, so that nothing more is fetched."""
    script = mended(tmp_path, KNOWN)

    assert META.replace("this.decompress", "hubMeta(this.decompress") + ");c();" in script
    assert script.count("function hubMeta(meta) {") == 1


@pytest.mark.parametrize("text", ["a();", KNOWN + KNOWN, KNOWN.replace("searchMeta", "meta")])
def test_an_unknown_script_is_refused(text: str, tmp_path: Path) -> None:
    """Another Pagefind is looked at by a person first."""
    with pytest.raises(
        PublishingError, match=r'"pagefind-worker\.js" has a form .* made for Pagefind 1\.5\.2'
    ):
        mended(tmp_path, text)
