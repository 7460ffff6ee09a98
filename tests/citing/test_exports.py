"""References to take away, and back again: nothing is lost that the format can hold."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.citing.bibtex import as_bibtex
from hub.citing.csl import CslItem, as_csl, with_custom
from hub.citing.exports import Format, export, exported
from hub.citing.items import ItemError, read_csl_json
from hub.citing.ris import as_ris, read_ris
from hub.loading.bibtex import read_bibtex
from hub.model.references import Reference
from hub.source import SourceText
from tests.citing.test_formatting import DATA, LIBRARY, read

if TYPE_CHECKING:
    from collections.abc import Iterable

WORK = """@techreport{Lee2020,
  author = {van der Lee, Jr, Ann and {Council for Arts, Health and Parks}},
  title = {50\\% of {NHS} song \\& dance},
  institution = {Invented Office},
  year = {2020},
  month = mar,
  day = 5,
  number = {7},
  status = {corrected},
  status-date = {2021-01-02},
}
"""


def from_bibtex(text: str) -> Reference:
    """Return the only reference of a BibTeX text that is in order."""
    library = read_bibtex(SourceText("x.bib", text))
    assert [] == [each.message for each in library.faults if each.weight == "error"]
    ((_, found),) = library.references.items()
    return found


# What a field may hold: printed signs of many kinds, single blanks, no brackets of CSL's markup.
SIGNS = "abcXYZ09 äøłñŵ李ж&%$#_~^{}\\'\"`’“”–—-.:;,!?()[]/+=*@|§°\u00a0"
TEXT = st.text(SIGNS, min_size=1, max_size=40).map(lambda text: re.sub(" +", " ", text).strip())
LETTERS = "abcdéøxyz"
WORD = st.text(LETTERS, min_size=1, max_size=8)
FAMILY = st.tuples(WORD, WORD).map(lambda pair: "".join(pair).title()) | st.tuples(WORD, WORD).map(
    lambda pair: "-".join(pair).title()
)
GIVEN = st.lists(WORD.map(str.title), min_size=1, max_size=3).map(" ".join)
PERSON = st.fixed_dictionaries(
    {"family": FAMILY, "given": GIVEN},
    optional={
        "non-dropping-particle": st.sampled_from(["van", "van der", "de la", "von"]),
        "suffix": st.sampled_from(["Jr", "III", "Sr."]),
    },
)
BODY = st.fixed_dictionaries(
    {"literal": st.lists(FAMILY, min_size=2, max_size=4).map(" of the ".join)}
)
DATE = st.one_of(
    st.fixed_dictionaries({"date-parts": st.lists(st.one_of(
        st.tuples(st.integers(1000, 2100)),
        st.tuples(st.integers(1000, 2100), st.integers(1, 12)),
        st.tuples(st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 28)),
    ).map(list), min_size=1, max_size=1)}),
    st.just({"literal": "in press"}),
)  # fmt: skip
TYPES = ["article-journal", "book", "pamphlet", "chapter", "paper-conference", "report", "thesis",
         "webpage", "dataset", "manuscript", "document"]  # fmt: skip
FIELDS = {
    "container-title": TEXT, "volume": TEXT, "issue": TEXT, "edition": TEXT, "genre": TEXT,
    "publisher": TEXT, "publisher-place": TEXT, "collection-title": TEXT, "note": TEXT,
    "page": st.sampled_from(["1–9", "e12", "S1–S9", "12–19, 31", "CD004517"]),
    "DOI": st.sampled_from(["10.1234/x_y", "10.1016/S2215-0366(20)30384-9", "10.1002/a#b%3C"]),
    "PMID": st.just("29436333"), "PMCID": st.just("PMC7032769"),
    "ISBN": st.just("978-92-890-5455-3"), "ISSN": st.just("1757-9139"),
    "URL": st.sampled_from(["https://example.org/a_b?c=%20&d=~e#f", "http://example.org/(x)"]),
    "language": st.just("en-GB"), "issued": DATE,
    "author": st.lists(PERSON | BODY, min_size=1, max_size=4),
    "editor": st.lists(PERSON | BODY, min_size=1, max_size=2),
    "custom": st.just({"status": "retracted", "status-date": "2020-10-21",
                       "status-notice": "10.1136/x_y", "verified": "2026-11-21",
                       "verified-by": "an editor & a librarian"}),
}  # fmt: skip
ITEMS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"id": st.just("Lee2020"), "type": st.sampled_from(TYPES), "title": TEXT},
    optional=FIELDS,
).map(lambda item: {name: value for name, value in item.items() if value}).filter(
    lambda item: "title" in item
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(ITEMS, st.booleans())
def test_bibtex_holds_an_item(item: CslItem, numbered: bool) -> None:  # noqa: FBT001 - drawn
    """CSL-JSON → BibTeX → CSL-JSON loses nothing."""
    if numbered and ("issue" in item or item["type"] != "article-journal"):
        item = item | {"number": "7"}

    references = read_bibtex(SourceText("x.bib", as_bibtex(item))).references

    assert item == with_custom(references["Lee2020"])


@settings(max_examples=300, deadline=None)
@given(ITEMS)
def test_ris_holds_an_item(item: CslItem) -> None:
    """CSL-JSON → RIS → CSL-JSON loses nothing."""
    plain = {name: _spaced(value) for name, value in item.items()}

    assert [plain] == read_ris(as_ris(plain))


@settings(max_examples=200, deadline=None)
@given(ITEMS)
def test_csl_json_holds_an_item(item: CslItem) -> None:
    """What was written as CSL-JSON is read as it was."""
    item = {name: _spaced(value).replace("&", "and") if isinstance(value, str) else value
            for name, value in item.items()}  # fmt: skip

    assert [item] == read_csl_json(json.dumps([item]))


def _spaced(value: Any) -> Any:  # noqa: ANN401 - JSON
    # A line of RIS holds plain blanks.
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("path", [LIBRARY, DATA / "hard.bib"], ids=lambda path: path.name)
@pytest.mark.parametrize("form", Format)
def test_real_entries_come_back(path: Any, form: Format) -> None:  # noqa: ANN401 - a path
    """All of the library, and all hard entries, come back from every format as they went."""
    references = read(path)
    text = _exported(references.values(), form).decode()
    back: dict[str, CslItem]
    if form is Format.BIBTEX:
        again = read_bibtex(SourceText("x.bib", text)).references
        back = {key: with_custom(each) for key, each in again.items()}
    else:
        items = read_ris(text) if form is Format.RIS else read_csl_json(text)
        back = {item["id"]: item for item in items}

    went = {key: with_custom(each) for key, each in references.items()}
    if form is Format.RIS:
        went, back = ({k: _particles_joined(v) for k, v in each.items()} for each in (went, back))
    assert went == back


def _particles_joined(item: CslItem) -> CslItem:
    """Return the item as RIS holds it: a particle is the beginning of the family name."""
    joined = dict(item)
    for role in {"author", "editor"} & item.keys():
        names = [dict(name) for name in item[role]]
        for name in names:
            if particle := name.pop("non-dropping-particle", ""):
                name["family"] = f"{particle} {name['family']}"
        joined[role] = names
    return joined


def test_bibtex_is_written_for_people() -> None:
    """An entry is laid out as the library's own, with its accents as they are."""
    expected = """@techreport{Lee2020,
  author = {van der Lee, Jr, Ann and {Council for Arts, Health and Parks}},
  title = {50\\% of {NHS} song \\& dance},
  number = {7},
  year = {2020},
  month = mar,
  day = 5,
  institution = {Invented Office},
  status = {corrected},
  status-date = {2021-01-02},
}
"""
    assert expected == _exported([from_bibtex(WORK)], Format.BIBTEX).decode()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The UK and the NHS-run DNA bank", "The {UK} and the {NHS}-run {DNA} bank"),
        ("An iPhone by McArthur", "An {iPhone} by {McArthur}"),
        ("Éluard: a Plan B of 3D art", "Éluard: a Plan B of 3D art"),
    ],
)
def test_acronyms_keep_their_capitals(title: str, expected: str) -> None:
    """A word with a capital inside stands in braces; one that only begins with one does not."""
    item = {"id": "a", "type": "document", "title": title}

    assert f"  title = {{{expected}}},\n" in as_bibtex(item)


def test_ris_is_what_reference_managers_read() -> None:
    """A record has its type first, a tag in each line, and its end."""
    expected = """TY  - RPRT
ID  - Lee2020
AU  - van der Lee, Ann, Jr
AU  - Council for Arts, Health and Parks,
TI  - 50% of NHS song & dance
M1  - 7
PB  - Invented Office
PY  - 2020
DA  - 2020/03/05
C4  - corrected
C5  - 2021-01-02
ER  - 
"""  # noqa: W291 - RIS ends a record so
    assert expected == _exported([from_bibtex(WORK)], Format.RIS).decode()


def test_csl_json_keeps_what_is_the_hubs_own_apart() -> None:
    """The state of a work stands under `custom`, and nowhere in what is printed."""
    (item,) = json.loads(_exported([from_bibtex(WORK)], Format.CSL_JSON))

    assert {"status": "corrected", "status-date": "2021-01-02"} == item["custom"]
    assert "custom" not in as_csl(from_bibtex(WORK))


@pytest.mark.parametrize("path", [LIBRARY, DATA / "hard.bib"], ids=lambda path: path.name)
def test_json_of_many_works_is_one_list(path: Any) -> None:  # noqa: ANN401 - a path
    """Works that were written one by one make the file that they would make together."""
    works = list(read(path).values())
    items = [with_custom(each) for each in works]
    expected = json.dumps(items, ensure_ascii=False, indent=1) + "\n"

    assert expected == _exported(works, Format.CSL_JSON).decode()
    assert b"[]\n" == _exported([], Format.CSL_JSON)


def test_a_registrys_json_becomes_ours() -> None:
    """Lists, a registry's types, marks of style and a redundant address are put right."""
    given = {
        "type": "journal-article", "title": ["The <i>art</i> of x &amp; y"],
        "subtitle": ["A trial"],
        "container-title": ["Invented Journal"], "ISSN": ["1757-9139", "1757-9147"],
        "DOI": "10.1234/x", "URL": "https://doi.org/10.1234/x", "page": "1-9",
        "issued": {"date-parts": [[2020, 3]]}, "member": "1",
        "author": [{"given": "Ann", "family": "Lee", "sequence": "first", "affiliation": []},
                   {"name": "Invented Council"}, {"family": "Singer"}],
    }  # fmt: skip

    assert [{
        "type": "article-journal", "title": "The art of x & y: A trial", "page": "1–9",
        "container-title": "Invented Journal", "DOI": "10.1234/x", "ISSN": "1757-9139",
        "issued": {"date-parts": [[2020, 3]]},
        "author": [{"family": "Lee", "given": "Ann"}, {"literal": "Invented Council"},
                   {"literal": "Singer"}],
    }] == read_csl_json(json.dumps(given))  # fmt: skip


@pytest.mark.parametrize("text", ["", "no", "[1]", "{}", '{"title": ""}', "[" * 100_000, "null"])
def test_what_is_no_csl_json_is_refused(text: str) -> None:
    """Anything else than items is an error that says so, and no other exception."""
    with pytest.raises(ItemError):
        read_csl_json(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(
    ["TY  - JOUR", "TI  - T", "AU  - ,", "AU  - Lee, Ann", "PY  - 20", "DA  - 2020/99/", "ER  - ",
     "SP  -", "SN  - x", "ER", "  ", "\n"]), max_size=20).map("\n".join))  # fmt: skip
def test_any_ris_is_read_without_an_exception(text: str) -> None:
    """Whatever stands in a RIS file, reading it raises nothing, and each item has a title."""
    assert all(item["title"] for item in read_ris(text))


def _exported(works: Iterable[Reference], form: Format) -> bytes:
    return export([exported(with_custom(each), form) for each in works], form)
