"""The pages that explain diagnostics are run: what they show is what happens.

A page shows a wrong snippet and the mended one. The mended snippet stands word for word in the
fictional hub of `hooks/hub/starter`; put the wrong one in its place, and the hub gives exactly the
message that the page prints. Where the fictional hub has no such snippet, the fences hold whole
files that are added to it.
"""

import re
import shutil
from pathlib import Path

import pytest

from hub import reporters
from hub.codes import CODES_BY_SLUG, Code
from hub.examining import Examined, examine
from tests.conftest import DEMO

PAGES = Path(__file__).parents[1] / "hooks" / "hub" / "explanations"
FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="(?P<title>[^"]+)"(?: encoding="(?P<encoding>[^"]+)")?')


class Example:
    """The fences of one page: files before and after, and the message between them."""

    def __init__(self, code: Code) -> None:
        """Read the page of a code."""
        text = (PAGES / f"{code.slug}.md").read_text(encoding="utf-8")
        wrong, mended = text.split("\n## Mended\n")
        self.message = next(
            fence["body"] for fence in FENCE.finditer(wrong) if fence["info"] == "console"
        )
        self.wrong = self._files(wrong)
        self.mended = self._files(mended)

    @staticmethod
    def _files(markdown: str) -> dict[str, bytes]:
        files = {}
        for fence in FENCE.finditer(markdown):
            if title := TITLE.search(fence["info"]):
                files[title["title"]] = fence["body"].encode(title["encoding"] or "utf-8")
        return files

    def apply(self, root: Path, files: dict[str, bytes]) -> Examined:
        """Return what is found in a copy of the fictional hub with these files in it."""
        shutil.copytree(DEMO, root)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_bytes() if path.exists() else b""
            mended = self.mended.get(name, b"")
            in_place = mended.strip() and before.count(mended.rstrip(b"\n")) == 1
            snippet = mended.rstrip(b"\n")
            path.write_bytes(
                before.replace(snippet, content.rstrip(b"\n")) if in_place else content
            )
        return examine(root)


RUN = [code for code in Code if code is not Code.UNREADABLE_FILE]
"""A file that cannot be opened cannot be shown in a fence; `test_files.py` makes one."""


@pytest.fixture(autouse=True)
def the_day_the_pages_were_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge dates as of 21 November 2026, so that a page stays true tomorrow."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


@pytest.mark.parametrize("code", RUN, ids=lambda code: code.slug)
def test_the_wrong_file_gives_the_message_of_its_page(code: Code, tmp_path: Path) -> None:
    """The page of a code prints exactly what the check prints."""
    example = Example(code)
    examined = example.apply(tmp_path / "hub", example.wrong)

    assert example.message == reporters.text(examined.diagnostics, examined.sources)
    assert {code} == {each.code for each in examined.diagnostics}


@pytest.mark.parametrize("code", RUN, ids=lambda code: code.slug)
def test_the_mended_file_is_clean(code: Code, tmp_path: Path) -> None:
    """The mended file of a page gives no diagnostic at all."""
    example = Example(code)

    assert () == example.apply(tmp_path / "hub", example.mended).diagnostics


@pytest.mark.parametrize("code", Code, ids=lambda code: code.slug)
def test_a_page_says_why(code: Code) -> None:
    """A page is headed by its code, and says in one line what was found and why that matters."""
    text = (PAGES / f"{code.slug}.md").read_text(encoding="utf-8")

    assert re.match(rf"# {code.slug}\n\n\*\*[A-Z0-9][^*\n]+\.\*\* [A-Z][^\n]+\.\n", text)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """The catalogue and the pages are the same list."""
    assert set(CODES_BY_SLUG) == {path.stem for path in PAGES.glob("*.md")}
