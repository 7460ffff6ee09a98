"""The blank lines that a theme's templates leave between tags, which no reader sees."""

from __future__ import annotations

import re

# Not \s: a no-break space is none.
_BLANKS = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*")


def without_blanks(html: str, content: str) -> str:
    """Return a page with one line break for each run of blanks with line breaks in its frame.

    Browsers show the two alike. The `content` of the page stays as it is: it may have lines of
    code, in which each blank counts.
    """
    before, content, after = html.partition(content) if content else (html, "", "")
    return f"{_joined(before).lstrip()}{content}{_joined(after)}"


def _joined(html: str) -> str:
    return _BLANKS.sub("\n", html)
