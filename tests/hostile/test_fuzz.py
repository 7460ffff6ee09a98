"""Any bytes in, records or diagnostics out: never an exception, every place inside its file.

`HUB_FUZZ_EXAMPLES` sets how many inputs are tried for each kind of file.
"""

import os
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub import reporters
from hub.examining import examine
from tests.conftest import DEMO
from tests.hostile.made import ORGANISATION, SIGNATORY, SUMMARY, TEXT

LIBRARY = "evidence/references.bib"
PAGE = "docs/about/index.md"

FILES = (ORGANISATION, SIGNATORY, SUMMARY, TEXT, LIBRARY, PAGE)
EXAMPLES = int(os.environ.get("HUB_FUZZ_EXAMPLES", "60"))

PIECES = st.sampled_from(
    [
        "title: ", "note: |\n  ", "- ", "\n", "\n\n", "  ", "\t", ": ", " #", "[", "]", "(", ")",
        "{", "}", "![", "](", "](javascript:x)", "[a](https://b.example)", "`", "``", "```\n",
        "<", ">", "<b>", "<![", "<!--", "&#64;", "@", "[@Example2019, p. 4]", "[@", "a@b.example",
        "01632 960001", "+", "=", "\\", '"', "'", "|", ">-", "&a ", "*a", "~~~", "!!str ", "%",
        "---\n", "## We believe:\n", "1. ", "@article{x, title = {y}}", "@string{", "# ", ",", ";",
        "\r", "\r\n", "\x00", "\u200b", "\u202e", "\ufeff", "\U0001f1fc", "\ud7ff", "e\u0301", "ŵ",
        "李", "\u0410", "{: #x }", "--8<--", "!!! note", "{{ hub.x }}", "{% x %}", "TODO", "0" * 50,
    ]
)  # fmt: skip
MARKS = st.lists(PIECES, max_size=60).map("".join).map(str.encode)
REPEATED = st.tuples(PIECES, st.integers(1, 4000)).map(lambda pair: (pair[0] * pair[1]).encode())
CONTENT = st.one_of(st.binary(max_size=300), MARKS, REPEATED)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the fictional hub that the examples of this module write to."""
    return Path(shutil.copytree(DEMO, tmp_path_factory.mktemp("fuzz") / "hub"))


@st.composite
def _changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file with other content: strange bytes alone, or in the midst of the sound file."""
    name = draw(st.sampled_from(FILES))
    content = draw(CONTENT)
    sound = (DEMO / name).read_bytes() if (DEMO / name).exists() else b"title: A\nnote: "
    if draw(st.booleans()):
        start = draw(st.integers(0, len(sound)))
        end = draw(st.integers(start, min(start + 40, len(sound))))
        content = sound[:start] + content + sound[end:]
    return name, content


@settings(
    max_examples=EXAMPLES * len(FILES), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(changed=_changed())
def test_any_bytes_give_records_or_diagnostics(changed: tuple[str, bytes], hub: Path) -> None:
    """Whatever a file holds, it is read or refused in two seconds, with places that exist."""
    name, content = changed
    path = hub / name
    sound = path.read_bytes() if path.exists() else None
    started = time.monotonic()
    try:
        path.write_bytes(content)
        examined = examine(hub)
        report = reporters.text(examined.diagnostics, examined.sources)
    finally:
        path.unlink() if sound is None else path.write_bytes(sound)

    assert time.monotonic() - started < 2
    assert report == report.encode().decode()
    for each in examined.diagnostics:
        source = examined.sources.get(each.span.path)
        for span in (each.span, *(note.span for note in each.notes)):
            last = len(source.text.split("\n")) if source and span.path == each.span.path else None
            assert 1 <= span.line <= span.end_line
            assert 1 <= span.column
            assert last is None or span.end_line <= last
