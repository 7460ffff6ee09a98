"""References as CSL-JSON items."""

from __future__ import annotations

from hub.citing.csl import as_csl
from hub.loading.bibtex import read_bibtex
from hub.source import SourceText


def item(entry: str) -> dict[str, object]:
    """Return the CSL item of one BibTeX entry."""
    ((_, reference),) = read_bibtex(SourceText("references.bib", entry)).references.items()
    return as_csl(reference)


def test_an_article_becomes_an_item() -> None:
    """Fields take CSL's names; what is empty is left out."""
    entry = """@article{Lee2020,
      author = {van der Lee, Ann and {Invented Council} and Roe, Jr, Bob}, title = {T},
      journal = {J}, year = 2020, month = mar, volume = 3, number = 4, pages = {5--6},
      doi = {10.1234/abc}, pmid = {1}, pmcid = {PMC12}, issn = {1757-9139},
      url = {https://example.org},
    }"""

    expected = {
        "id": "Lee2020", "type": "article-journal", "title": "T", "container-title": "J",
        "volume": "3", "issue": "4", "page": "5–6", "DOI": "10.1234/abc", "PMID": "1",
        "PMCID": "PMC12", "ISSN": "1757-9139", "URL": "https://example.org",
        "author": [
            {"family": "Lee", "given": "Ann", "non-dropping-particle": "van der"},
            {"literal": "Invented Council"},
            {"family": "Roe", "given": "Bob", "suffix": "Jr"},
        ],
        "issued": {"date-parts": [[2020, 3]]},
    }  # fmt: skip
    assert expected == item(entry)


def test_words_in_place_of_a_date_are_kept() -> None:
    """A work in press has words where others have a date."""
    found = item("@misc{Lee2020, title = {T}, year = {in press}}")

    assert {"literal": "in press"} == found["issued"]


def test_the_hubs_own_fields_stay_out() -> None:
    """State and verification are not part of a citation."""
    found = item("@misc{Lee2020, title = {T}, status = {retracted}, verified = {2026-11-21}}")

    assert {"id": "Lee2020", "type": "document", "title": "T"} == found
