"""The same kinds of trick in other clothes, and what only looks like one."""

from pathlib import Path

import pytest

from hub.examining import examine
from tests.hostile.made import in_text_and_page, signed_by


@pytest.mark.parametrize(
    "name",
    [
        "می‌خواهم", "क्‍षमा", "葛\U000e0100城", "김민수", "محمد", "Анна Петрова", "Γιώργος", "Հայկ",
        "Анна Петрова (Anna Petrova)", "Nguyễn Thị Minh Khai", "Ọláṣùbọ̀mí", "İlker Şahin",
        "Jürgen Groß", "Łukasz", "Anne-Marie", "Seán Ó hEochaidh", "St. John's, Wm. O’Neil Jr.",
        "Smith & Sons", "Ann #2", "Class of 2019 2020", "&lt;b&gt;", "{% raw %}",
    ],
)  # fmt: skip
def test_a_name_that_people_have_passes(demo: Path, name: str) -> None:
    """Names of every script, with their joiners, accents and signs, get no message."""
    signed_by(name)(demo)

    assert () == examine(demo).diagnostics


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ann\u200bLee", "hidden-character"),
        ("Ann\u200dLee", "hidden-character"),
        ("An\u00adn", "hidden-character"),
        ("\\u202eAnn", "hidden-character"),
        ("\\e[31mAnn", "hidden-character"),
        ("\u2800", "hidden-character"),
        ("\uff21\uff4e\uff4e Lee", "look-alike-letters"),
        ("\U0001d400\U0001d427\U0001d427", "look-alike-letters"),
        ("\u0421\u0430\u0440\u0430 Smith", "look-alike-letters"),
        ("A\u0301\u0302\u0303\u0304\u0305\u0306nn", "bad-name"),
        ("\uff1d1+1", "bad-name"),
        ("@ann", "bad-name"),
        ("...", "bad-name"),
        ("A < B", "bad-name"),
        ("ann@post.example", "e-mail-in-public-file"),
        ("ann\\x40post.example", "e-mail-in-public-file"),
        ("ann (at) post.example", "e-mail-in-public-file"),
        ("Ann, (020) 7946 0018", "phone-in-public-file"),
    ],
)
def test_a_name_that_is_a_trick_is_told(demo: Path, name: str, code: str) -> None:
    """Other invisible marks, alphabets, dresses and addresses are found as well."""
    signed_by(name)(demo)

    assert [code] == [each.code.slug for each in examine(demo).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "I <3 this, and p<0.001", "a < b and c > d", "`<script>` and ``[a](javascript:x)``",
        "```\n<b>x</b>\n```", "~~~\n<b>\n~~~", "As found [@Example2019, p. 4].",
        "[words](https://a.example/@x?y=(z))", "[nhs.example](https://www.nhs.example/x)",
        "[Node.js](https://nodejs.example)", "ISBN 0-19-853453-1", "ring 0800 1111", "{curly}",
    ],
)  # fmt: skip
def test_a_text_that_is_sound_passes(demo: Path, text: str) -> None:
    """Comparisons, code, citations and numbers get no message."""
    in_text_and_page(text)(demo)

    assert () == examine(demo).diagnostics


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<svg/onload=alert(1)>", "raw-html"),
        ("<img src=x onerror=alert(1) //", "raw-html"),
        ("<!-- x", "raw-html"),
        ("x <![ y", "raw-html"),
        ("```\n<script>", "raw-html"),
        ("[a](JaVaScRiPt:alert(1))", "unsafe-link"),
        ("[a](&#106;avascript:alert(1))", "unsafe-link"),
        ("[a](java&#10;script:alert(1))", "unsafe-link"),
        ("[a [b] c](javascript:alert(1))", "unsafe-link"),
        ("[a](<javascript:alert(1)>)", "unsafe-link"),
        ("[a][b]\n\n[b]: javascript:alert(1)", "unsafe-link"),
        ("<javascript:alert(1)>", "unsafe-link"),
        ("[a](data:text/html,x)", "unsafe-link"),
        ("[a](/\\evil.example)", "unsafe-link"),
        ("[![a](https://evil.example/x.png)](https://a.example)", "unsafe-link"),
        ("![a][b]\n\n[b]: https://evil.example/p.gif", "unsafe-link"),
        ("[a](https://b.example){onclick=alert(1)}", "markdown-feature"),
        ("x {: style='position:fixed' }", "markdown-feature"),
        (';--8<-- "x"', "markdown-feature"),
        ("[www.nhs.uk](https://evil.example/)", "misleading-link"),
        ("[NHS](https://xn--nhs-abc.example/)", "misleading-link"),
        ("[a](mailto:ann@post.example)", "e-mail-in-public-file"),
        ("ann&#64;post.example", "e-mail-in-public-file"),
        ("[a](" * 500, "too-large"),
        ("> - " * 30, "too-large"),
    ],
)
def test_a_text_that_is_a_trick_is_told(demo: Path, text: str, code: str) -> None:
    """In a record and in a page alike, each trick is told as what it is."""
    in_text_and_page(text)(demo)
    found = {(each.span.path.split("/")[0], each.code.slug) for each in examine(demo).diagnostics}

    assert {("docs", code), ("evidence", code)} == found
