"""What identifiers look like: DOI, PMID, PMCID, ISBN, ISSN, arXiv and ROR, with check digits.

Whether an identifier leads to the right work is another question: see `hub.checks`.
"""

from __future__ import annotations

import re

MAX_PMID_DIGITS = 8

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>\\{}^`|]+")
_DOI_ADDRESS = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_PMID = re.compile(rf"[1-9]\d{{0,{MAX_PMID_DIGITS - 1}}}")
_PMCID = re.compile(r"PMC[1-9]\d{0,9}")
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]")
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
_ROR = re.compile(rf"0[{_BASE_32}]{{6}}\d\d")
_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?")


class MalformedIdentifierError(ValueError):
    """An identifier that cannot be right.

    The text says what is wrong as readers put it, `expected` gives a shape with an example, and
    `instead` the exact text to write where it can be told.
    """

    def __init__(self, message: str, expected: str, instead: str = "") -> None:
        super().__init__(message)
        self.expected = expected
        self.instead = instead


def parse_doi(text: str) -> str:
    """Return a bare DOI (https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html)."""
    if _DOI.fullmatch(text):
        if text[-1] in ".,;":
            raise MalformedIdentifierError(
                f'the DOI "{text}" ends with punctuation', _DOI_SHAPE, text.rstrip(".,;")
            )
        return text
    bare = _DOI_ADDRESS.sub("", text)
    if bare != text and _DOI.fullmatch(bare):
        raise MalformedIdentifierError(f'"{text}" is not a bare DOI', _DOI_SHAPE, bare)
    raise MalformedIdentifierError(f'"{text}" is not a DOI', _DOI_SHAPE)


def parse_pmid(text: str) -> str:
    """Return a PubMed id: one to eight digits."""
    if _PMID.fullmatch(text):
        return text
    bare = re.sub(r"^(?:PMID:?\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)|/$", "", text)
    instead = bare if _PMID.fullmatch(bare) else ""
    raise MalformedIdentifierError(
        f'"{text}" is not a PubMed id', "one to eight digits, such as 29436333", instead
    )


def parse_pmcid(text: str) -> str:
    """Return a PubMed Central id: `PMC` and digits."""
    if _PMCID.fullmatch(text):
        return text
    digits = re.search(r"[1-9]\d{3,9}", text)
    raise MalformedIdentifierError(
        f'"{text}" is not a PubMed Central id', "PMC and digits, such as PMC7032769",
        f"PMC{digits[0]}" if digits else "",
    )  # fmt: skip


def parse_isbn(text: str) -> str:
    """Return an ISBN as printed, hyphens kept, once its check digit is right (ISO 2108)."""
    from stdnum import isbn  # noqa: PLC0415 - slow to import

    is_shaped = re.fullmatch(r"[\dXx]+(?:[- ][\dXx]+)*", text)
    if not is_shaped or len(isbn.compact(text)) not in {10, 13}:
        raise MalformedIdentifierError(f'"{text}" is not an ISBN', _ISBN_SHAPE)
    if not isbn.is_valid(text):
        raise MalformedIdentifierError(
            f'the check digit of the ISBN "{text}" is wrong', _ISBN_SHAPE
        )
    return text


def parse_issn(text: str) -> str:
    """Return an ISSN, once its check digit is right (ISO 3297)."""
    from stdnum import issn  # noqa: PLC0415 - slow to import

    if not _ISSN.fullmatch(text):
        plain = text.replace("-", "").replace(" ", "").upper()
        instead = f"{plain[:4]}-{plain[4:]}" if issn.is_valid(plain) else ""
        raise MalformedIdentifierError(f'"{text}" is not an ISSN', _ISSN_SHAPE, instead)
    if not issn.is_valid(text):
        raise MalformedIdentifierError(
            f'the check digit of the ISSN "{text}" is wrong', _ISSN_SHAPE
        )
    return text


def parse_arxiv(text: str) -> str:
    """Return an arXiv id (https://info.arxiv.org/help/arxiv_identifier.html)."""
    bare = re.sub(r"^arxiv:", "", text, flags=re.IGNORECASE)
    if not _ARXIV.fullmatch(bare):
        raise MalformedIdentifierError(f'"{text}" is not an arXiv id', "an id such as 2101.00001")
    return bare


def parse_ror(text: str) -> str:
    """Return a bare ROR id, once its check digits are right.

    They are 98 less 100 times the number that the rest is, modulo 97 (ISO 7064, MOD 97-10), the
    rest read in Crockford's base 32. Source: https://ror.readme.io/docs/identifier
    """
    bare = re.sub(r"^(?:https?://)?ror\.org/", "", text.lower()).rstrip("/")
    if not _ROR.fullmatch(bare):
        raise MalformedIdentifierError(f'"{text}" is not a ROR id', _ROR_SHAPE)
    number = 0
    for sign in bare[:-2]:
        number = number * len(_BASE_32) + _BASE_32.index(sign)
    if int(bare[-2:]) != 98 - (number * 100) % 97:
        raise MalformedIdentifierError(
            f'the check digits of the ROR id "{text}" are wrong', _ROR_SHAPE
        )
    if bare != text:
        raise MalformedIdentifierError(f'"{text}" is not a bare ROR id', _ROR_SHAPE, bare)
    return text


_DOI_SHAPE = "a DOI without an address before it, such as 10.1192/bjp.2017.29"
_ISBN_SHAPE = "10 or 13 digits whose last is the check digit, such as 978-92-890-5455-3"
_ROR_SHAPE = "0, six letters or digits and two check digits, such as 03yrm5c26"
_ISSN_SHAPE = "four digits, a hyphen, and four whose last is the check digit, such as 1757-9139"
