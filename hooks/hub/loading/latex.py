r"""From LaTeX notation to plain Unicode text: `G{\"o}del` is Gödel, `Arts \& Health` Arts & Health.

Only accents, letters and signs are known, and commands that merely change the look of a word,
which are dropped. Everything else is reported by `unknown_commands` and never printed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Accent command to combining character (Unicode, Combining Diacritical Marks).
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø",
    "O": "Ø", "l": "ł", "L": "Ł", "i": "\u0131", "j": "\u0237", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
_SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": " ",
    "/": "", "-": "", "@": "", "\n": " ", "\\": " ", "S": "§", "P": "¶", "pounds": "£",
    "euro": "€", "texteuro": "€", "textsterling": "£", "copyright": "©", "textcopyright": "©",
    "textregistered": "®", "texttrademark": "™", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textdegree": "°", "textperiodcentered": "·", "textbar": "|", "textless": "<",
    "textgreater": ">", "slash": "/", "textpm": "±", "texttimes": "×",
    "textbraceleft": "{", "textbraceright": "}", "textasciigrave": "`",
}  # fmt: skip
_LOOKS = frozenset({
    "emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textup", "textmd",
    "textnormal", "textsuperscript", "textsubscript", "mbox", "enquote", "mkbibquote",
    "mkbibemph", "mkbibitalic", "mkbibbold", "url", "it", "bf", "em", "sc", "rm", "itshape",
    "bfseries", "scshape", "upshape", "normalfont", "relax", "protect",
})  # fmt: skip

_COMMAND = re.compile(r"\\([A-Za-z]+|.|$)", re.DOTALL)
_ACCENTED = re.compile(
    r"\\(?P<accent>[`'^~=.\"]|[uHvcdbkr](?![A-Za-z]))\s*"
    r"(?:\{\s*(?P<braced>\\[ij](?![A-Za-z])|[^\W\d_]?)\s*\}|(?P<bare>\\[ij](?![A-Za-z])|[^\W\d_]))"
)
_NAMED = re.compile(r"\\([A-Za-z]+)(?:\{\}|\s+|(?=[^A-Za-z\s])|$)")
_TYPOGRAPHY = ((r"---", "—"), (r"--", "–"), (r"``", "“"), (r"''", "”"), (r"`", "‘"), (r"'", "’"))
_NOTATION = re.compile(r"[\\{}~`']|--")


def plain_text(latex: str, *, quotes: bool = True) -> str:
    r"""Return a LaTeX text as Unicode text with single blanks, without braces.

    With `quotes`, TeX's quotation marks and apostrophes become typographic ones; names keep
    their plain apostrophe, as catalogues do.
    """
    if not _NOTATION.search(latex):
        return latex
    text = _without_commands(latex).replace("~", "\u00a0")
    # Braces come last: `-{}-` is two hyphens, and no dash.
    for mark, printed in _TYPOGRAPHY if quotes else _TYPOGRAPHY[:2]:
        text = text.replace(mark, printed)
    text = text.replace("{", "").replace("}", "")
    return " ".join(text.translate(_FROM_SHELTER).split(" ")).strip()


def plain_address(latex: str) -> str:
    r"""Return a DOI or web address: `\_` and the like lose their backslash, nothing else."""
    if "\\" not in latex:
        return latex.strip()
    return re.sub(r"\\([_%&#$~{}])", r"\1", latex.replace("{\\_}", "_")).strip()


def unknown_commands(latex: str) -> Iterator[tuple[int, int, str]]:
    """Yield the place (offsets) and the text of each command that is not known here."""
    for match in _COMMAND.finditer(latex):
        name = match[1]
        known = name in _SIGNS or name in _LETTERS or name in _LOOKS or name in _ACCENTS
        if not known:
            yield match.start(), match.end(), match[0]


def _without_commands(latex: str) -> str:
    if "\\" not in latex:
        return latex
    # Signs that would be notation (a brace, a backslash) wait in a shelter until the end.
    text = _ACCENTED.sub(_accented, latex)
    text = _NAMED.sub(_named, text)
    return _COMMAND.sub(lambda match: _SIGNS.get(match[1], "").translate(_TO_SHELTER), text)


def _accented(match: re.Match[str]) -> str:
    base = (match["braced"] if match["bare"] is None else match["bare"]).lstrip("\\")
    if not base:  # `\~{}` is the sign by itself
        return match["accent"].translate(_TO_SHELTER)
    return unicodedata.normalize("NFC", base + _ACCENTS[match["accent"]])


def _named(match: re.Match[str]) -> str:
    name = match[1]
    if name in _LOOKS:
        return ""
    found = _LETTERS.get(name) or _SIGNS.get(name)
    return match[0] if found is None else found.translate(_TO_SHELTER)


_SHELTERED = "\\{}~`'\"^-"
_TO_SHELTER = {ord(sign): 0xF0000 + place for place, sign in enumerate(_SHELTERED)}
_FROM_SHELTER = {0xF0000 + place: sign for place, sign in enumerate(_SHELTERED)}
