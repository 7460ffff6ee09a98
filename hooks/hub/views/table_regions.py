"""Tables of Markdown, each in a region that takes the focus: the keyboard can scroll it sideways.

Tables of templates have theirs, named by the caption that Markdown has no way to give.
"""

import re
from itertools import count

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)


def with_regions(html: str) -> str:
    """Return HTML that was made from Markdown with its tables in regions, named by number."""
    numbers = count(1)
    return _TABLE.sub(
        lambda table: (
            f'<div class="hub-table" role="region" aria-label="Table {next(numbers)}" tabindex="0">'
            f'<table class="hub-table__table">{table[1]}</table></div>'
        ),
        html,
    )
