"""Identifiers: what is accepted, what is refused, and what is proposed instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hub.model.identifiers import (
    MalformedIdentifierError,
    parse_arxiv,
    parse_doi,
    parse_isbn,
    parse_issn,
    parse_pmcid,
    parse_pmid,
)

Parse = Callable[[str], str]


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_doi, "10.1192/bjp.2017.29"),
        (parse_doi, "10.1016/S2215-0366(20)30384-9"),
        (parse_doi, "10.1002.1/abc#1"),
        (parse_pmid, "1"),
        (parse_pmid, "29436333"),
        (parse_pmcid, "PMC7032769"),
        (parse_isbn, "978-92-890-5455-3"),
        (parse_isbn, "9789289054553"),
        (parse_isbn, "0-8044-2957-X"),
        (parse_issn, "1757-9139"),
        (parse_issn, "2434-561X"),
        (parse_arxiv, "2101.00001v2"),
        (parse_arxiv, "math.GT/0309136"),
    ],
)
def test_a_sound_identifier_is_returned_as_written(parse: Parse, text: str) -> None:
    """What is right is not changed."""
    assert text == parse(text)


@pytest.mark.parametrize(
    ("parse", "text", "instead"),
    [
        (parse_doi, "https://doi.org/10.1192/bjp.2017.29", "10.1192/bjp.2017.29"),
        (parse_doi, "doi: 10.1192/bjp.2017.29", "10.1192/bjp.2017.29"),
        (parse_doi, "10.1192/bjp.2017.29.", "10.1192/bjp.2017.29"),
        (parse_doi, "10.1136/ bad", ""),
        (parse_doi, '10.1136/x"onclick="y', ""),
        (parse_doi, "11.1136/x", ""),
        (parse_doi, "", ""),
        (parse_pmid, "PMID: 29436333", "29436333"),
        (parse_pmid, "https://pubmed.ncbi.nlm.nih.gov/29436333/", "29436333"),
        (parse_pmid, "123456789", ""),
        (parse_pmid, "0123", ""),
        (parse_pmcid, "7032769", "PMC7032769"),
        (parse_pmcid, "pmc7032769", "PMC7032769"),
        (parse_isbn, "978-92-890-5455-4", ""),
        (parse_isbn, "978-92-890-5455", ""),
        (parse_isbn, "978928905455Y", ""),
        (parse_issn, "17579139", "1757-9139"),
        (parse_issn, "1757-9138", ""),
        (parse_arxiv, 'x" onclick="alert(1)', ""),
    ],
)
def test_a_malformed_identifier_comes_with_what_to_write(
    parse: Parse, text: str, instead: str
) -> None:
    """What is wrong is refused; where the right form can be told, it is proposed."""
    with pytest.raises(MalformedIdentifierError) as caught:
        parse(text)

    assert instead == caught.value.instead


def test_one_wrong_digit_is_found() -> None:
    """Changing any one digit of an ISBN makes its check digit wrong."""
    digits = "9789289054553"
    changed = [
        f"{digits[:place]}{(int(digits[place]) + 1) % 10}{digits[place + 1 :]}"
        for place in range(len(digits))
    ]

    for each in changed:
        with pytest.raises(MalformedIdentifierError):
            parse_isbn(each)
