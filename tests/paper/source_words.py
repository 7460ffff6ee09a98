"""What a reader of a concordat's file reads: its words, without the marks of Markdown."""

import re
from pathlib import Path

_MARKS = re.compile(r"^\s*-{3,}$|^#+ |^\s*[-*] |\*{1,3}", re.MULTILINE)


def source_words(path: Path) -> list[str]:
    """Return the words of a Markdown file in order, printed numbers among them."""
    return _MARKS.sub("", path.read_text(encoding="utf-8")).split()
