"""What a sound BibTeX entry becomes: a reference whose values know where they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Person

from hub.loading.bibtex import read_bibtex
from hub.loading.bibtex_names import read_names
from hub.model.references import Issued, Name, Reference, WorkState
from hub.source import SourceText

PATH = "evidence/references.bib"


def reference(fields: str, kind: str = "article") -> Reference:
    """Return the reference that an entry becomes which has these fields, and all it needs."""
    needed = {"author": "{Lee, Ann}", "title": "{T}", "journal": "{J}", "year": "2020"}
    present = {line.split(" = ")[0] for line in fields.split(",\n")}
    more = [f"{name} = {value}" for name, value in needed.items() if name not in present]
    text = f"@{kind}{{Lee2020,\n" + ",\n".join([fields, *more]) + "}\n"
    return read_bibtex(SourceText(PATH, text)).references["Lee2020"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Lee, Ann B.", Name(family="Lee", given="Ann B.")),
        ("Ann B. Lee", Name(family="Lee", given="Ann B.")),
        ("{Council for Song and Dance}", Name(literal="Council for Song and Dance")),
        ("{{Invented Council}}", Name(literal="Invented Council")),
        ("{van der Berg}, Ann", Name(family="van der Berg", given="Ann")),
        ("van der Berg, Ann", Name(family="Berg", given="Ann", particle="van der")),
        ("Roe, Jr, Bob", Name(family="Roe", given="Bob", suffix="Jr")),
        ("李, 明", Name(literal="李明")),
        ("Singer", Name(literal="Singer")),
        ('M{\\"u}ller, J{\\"o}rg', Name(family="Müller", given="Jörg")),
        ("{\\L}ee, {\\O}ystein", Name(family="Łee", given="Øystein")),
        ("O'Roe, Ann", Name(family="O'Roe", given="Ann")),
    ],
)  # fmt: skip
def test_names(written: str, expected: Name) -> None:
    """A name becomes a person's parts, or a body's name kept whole."""
    assert (expected,) == reference(f"author = {{{written}}}").author


def test_names_are_joined_by_and() -> None:
    """Names with an "and" between them are several; in braces, the word is part of one."""
    names = reference("author = {Lee, Ann and {Song and Dance} and Roe, Bob}").author

    assert ["Lee", "Song and Dance", "Roe"] == [name.family or name.literal for name in names]


@given(
    st.from_regex(r"\A[A-Z][A-Za-z'-]{1,9}\Z"),
    st.lists(st.from_regex(r"\A[A-Z][A-Za-z'-]{0,5}\.?\Z"), min_size=1, max_size=3),
)
def test_plain_names_are_split_as_pybtex_splits_them(family: str, given: list[str]) -> None:
    """The quick way for plain names gives what pybtex gives."""
    name = f"{family}, {' '.join(given)}"
    person = Person(name)

    ((found,), _) = read_names(name)

    assert " ".join(person.last_names) == found["family"]
    assert " ".join(person.first_names + person.middle_names) == found["given"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{A {Delphi} study of {W}ales}", "A Delphi study of Wales"),
        ("{Arts \\& Health: 50\\% of \\#1}", "Arts & Health: 50% of #1"),
        ("{Th{\\'e}, na{\\\"\\i}ve, {\\AA}rhus, \\c{c}a}", "Thé, naïve, Århus, ça"),
        ("{``Why'' and `how': the singers' choice}", "“Why” and ‘how’: the singers’ choice"),
        ("{Arts -- Health --- Song}", "Arts – Health — Song"),
        ("{The \\emph{real} \\textbf{thing}}", "The real thing"),
        ("{a<b and {\\textless}i{\\textgreater}}", "a<b and <i>"),
        ("{Two\n     lines}", "Two lines"),
        ('"In quotation marks"', "In quotation marks"),
        ('"Joined" # " up"', "Joined up"),
        ("{ŵ, é and 李 as they are}", "ŵ, é and 李 as they are"),
    ],
)
def test_texts(written: str, expected: str) -> None:
    """LaTeX notation becomes plain text, and braces that keep a capital letter go."""
    assert expected == reference(f"title = {written}").title


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("year = {2020}", Issued(year=2020)),
        ("year = 2020,\nmonth = mar", Issued(year=2020, month=3)),
        ("year = 2020,\nmonth = {September}", Issued(year=2020, month=9)),
        ("year = 2020,\nmonth = 3,\nday = 12", Issued(year=2020, month=3, day=12)),
        ("year = {in press}", Issued(literal="in press")),
        ("pubstate = {inpress},\nyear = {}", Issued(literal="in press")),
    ],
)
def test_dates(written: str, expected: Issued) -> None:
    """A date is as exact as it was written, and may be words."""
    assert expected == reference(written).issued


def test_a_biblatex_date_goes_to_the_day() -> None:
    """BibLaTeX's date field is read."""
    text = "@misc{Lee2020,\n title = {T},\n date = {2020-03-12},\n}\n"

    found = read_bibtex(SourceText(PATH, text)).references["Lee2020"]

    assert Issued(year=2020, month=3, day=12) == found.issued


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ("number = {4}", "issue", "4"),
        ("pages = {97--123}", "page", "97–123"),
        ("pages = {97-123}", "page", "97–123"),
        ("pages = {e-12}", "page", "e-12"),
        ("eid = {e013384}", "page", "e013384"),
        ("doi = {10.1016/S2215-0366(20)30384-9}", "doi", "10.1016/S2215-0366(20)30384-9"),
        ("doi = {10.1234/a\\_b}", "doi", "10.1234/a_b"),
        ("url = {https://example.org/a_b~c}", "url", "https://example.org/a_b~c"),
        ("eprint = {2101.00001}", "url", "https://arxiv.org/abs/2101.00001"),
        ("subtitle = {and falls}", "title", "T: and falls"),
        ("status = {corrected}", "state", WorkState.CORRECTED),
        ("status-notice = {10.1234/notice}", "state_notice", "10.1234/notice"),
        ("verified-by = {hub editors}", "verified_by", "hub editors"),
        ("keywords = {not printed}", "note", ""),
    ],
)
def test_fields(fields: str, name: str, expected: str) -> None:
    """A BibTeX field fills the field of a reference that CSL has for it."""
    assert expected == getattr(reference(fields), name)


def test_a_report_keeps_its_number() -> None:
    """What is the issue of an article is the number of a report."""
    found = reference("number = {67},\ninstitution = {Invented Office}", "techreport")

    assert ("67", "", "report") == (found.number, found.issue, found.type)


def test_abbreviations_are_written_out() -> None:
    """An @string stands for its text wherever it is used after it."""
    text = "@string{ij = {Invented Journal}}\n@misc{Lee2020, title = ij # { of Song}}\n"

    found = read_bibtex(SourceText(PATH, text)).references["Lee2020"]

    assert "Invented Journal of Song" == found.title


def test_entries_may_be_written_in_many_ways() -> None:
    """Parentheses, capitals, no last comma, several entries on a line: all are BibTeX."""
    text = "@MISC(a, Title = {A}) @misc{b,title={B},}@Misc\n{c , title\n=\n{C}\n}"

    assert ["a", "b", "c"] == list(read_bibtex(SourceText(PATH, text)).references)


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        ((), f"{PATH}:1:7"),
        (("title",), f"{PATH}:2:12"),
        (("doi",), f"{PATH}:3:10"),
        (("author", 1), f"{PATH}:4:13"),
        (("issued", "year"), f"{PATH}:5:10"),
        (("pmid",), f"{PATH}:1:7"),
    ],
)
def test_values_know_their_places(loc: tuple[str | int, ...], expected: str) -> None:
    """The origin of a reference tells where each value stands; what is not there, at its key."""
    text = (
        "@misc{Lee2020,\n  title = {A title},\n  doi = {10.1234/abc},\n"
        "  author = {Lee, Ann and Roe, Bob},\n  year = 2020,\n}\n"
    )
    found = read_bibtex(SourceText(PATH, text)).references["Lee2020"]

    assert expected == str(found.origin.span(loc))


def test_words_in_a_value_know_their_places() -> None:
    """A word inside a value can be pointed at, also where it stands for the second time."""
    text = "@misc{Lee2020,\n  title = {song and song},\n}\n"
    origin = read_bibtex(SourceText(PATH, text)).references["Lee2020"].origin

    assert f"{PATH}:2:21" == str(origin.span_of(("title",), "song", 1))


def test_windows_line_ends_are_no_fault() -> None:
    """A file from Windows is read like any other."""
    text = "@misc{Lee2020,\r\n  title = {Two\r\n  lines},\r\n}\r\n"

    library = read_bibtex(SourceText(PATH, text))

    assert ("Two lines", ()) == (library.references["Lee2020"].title, library.faults)
