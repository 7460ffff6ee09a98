"""LaTeX notation as plain text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.loading.latex import plain_text, unknown_commands


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ('{\\"o}', "ö"), ('\\"{o}', "ö"), ('\\"o', "ö"), ("{\\'\\i}", "í"), ("\\'{\\i}", "í"),
        ("\\v{s}\\v s", "šš"), ("\\c c", "ç"), ("{\\aa} {\\ss}", "å ß"), ("\\o ystein", "øystein"),
        ("\\~{}", "~"), ("\\textasciitilde x", "~x"), ("a~b", "a\u00a0b"), ("\\{a\\}", "{a}"),
        ("\\textbackslash{}n", "\\n"), ("5\\,kg", "5 kg"), ("\\dots", "…"), ("$5", "$5"),
    ],
)  # fmt: skip
def test_notation_becomes_a_character(latex: str, expected: str) -> None:
    """Accents, letters and signs are known in the forms in which they are written."""
    assert expected == plain_text(latex)


@pytest.mark.parametrize("command", ["\\input", "\\write", "\\href", "\\alpha", "\\1"])
def test_other_commands_are_not_text(command: str) -> None:
    """A command that is not known is pointed out where it stands."""
    assert [(2, 2 + len(command), command)] == list(unknown_commands(f"a {command}{{x}}"))


@given(st.text(alphabet=st.characters(blacklist_characters="\\{}~`'", blacklist_categories=["Cs"])))
def test_plain_text_is_left_alone(text: str) -> None:
    """A text without notation stays as it is, but for dashes."""
    assert text == plain_text(text) or "--" in text


@given(st.characters(categories=["Ll", "Lu"], max_codepoint=0x17F))
def test_accented_letters_need_no_notation(letter: str) -> None:
    """Every accented Latin letter may be typed, or written with its accent before it."""
    base, *accents = list(unicodedata.normalize("NFD", letter))
    names = {"\u0300": "`", "\u0301": "'", "\u0308": '"', "\u030c": "v", "\u0327": "c"}

    if len(accents) == 1 and accents[0] in names:
        assert letter == plain_text(f"{{\\{names[accents[0]]}{{{base}}}}}")
    assert letter == plain_text(letter)
