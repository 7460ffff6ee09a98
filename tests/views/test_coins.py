"""What a reference list tells reference managers."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.views.coins import context_object
from tests.views.small_hub import work

TEXT = st.text("aZ09 äłŵ李%&=+#?/:;,'\"<>()–~_.-\u00a0", min_size=1).filter(str.strip)


@given(TEXT, TEXT, st.sampled_from(["article-journal", "chapter", "thesis", "webpage"]))
def test_any_signs_are_quoted_as_a_form_quotes_them(title: str, name: str, kind: str) -> None:
    """A query is what Python's own `urlencode` writes of what it says."""
    people = [{"family": name, "given": "Ann"}, {"literal": name}]
    query = context_object(work("a", title=title, type=kind, author=people, doi="10.1234/a b"))

    assert urlencode(parse_qsl(query, strict_parsing=True)) == query


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("article-journal", ("journal", [("rft.genre", "article"), ("rft.atitle", "T")])),
        ("chapter", ("book", [("rft.genre", "bookitem"), ("rft.atitle", "T")])),
        ("report", ("book", [("rft.genre", "report"), ("rft.btitle", "T")])),
        ("thesis", ("dissertation", [("rft.title", "T")])),
        ("webpage", ("dc", [("rft.type", "webpage"), ("rft.title", "T")])),
    ],
)
def test_a_work_is_told_in_the_format_of_its_kind(
    kind: str, told: tuple[str, list[tuple[str, str]]]
) -> None:
    """Journals, books and theses have formats of their own; all else is Dublin Core."""
    form, title = told
    expected = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"), *title]

    assert expected == parse_qsl(context_object(work("a", title="T", type=kind)))


def test_a_date_is_as_exact_as_it_is_known() -> None:
    """A year alone, a month, or a day; a day whose month is not known is left out."""
    dates = [{"year": 2018}, {"year": 2018, "month": 7}, {"year": 2018, "month": 7, "day": 5},
             {"year": 2018, "day": 5}]  # fmt: skip
    told = [dict(parse_qsl(context_object(work("a", issued=each)))) for each in dates]

    assert ["2018", "2018-07", "2018-07-05", "2018"] == [each["rft.date"] for each in told]
