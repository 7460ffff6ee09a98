"""A concordat as a Word file, opened again: headings, printed numbers, all who signed."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.model.hub import Hub
from hub.paper.docx import as_docx
from hub.paper.paper import Paper
from hub.paper.signed import Group
from tests.conftest import REPOSITORY
from tests.paper.conftest import PRINTED, printed
from tests.paper.source_words import source_words

REAL = "cheshire-merseyside-creative-health"
NATIONAL = "demonstration-national"


def opened(paper: Paper) -> Document:
    """Return a paper as Word would open it."""
    return docx.Document(BytesIO(as_docx(paper)))


def numbers(document: Document) -> Iterator[tuple[Paragraph, str]]:
    """Yield each paragraph with the number that Word prints before it, or ""."""
    root = document.part.numbering_part.element
    begins = {
        each.get(qn("w:numId")): int(each.find(".//" + qn("w:startOverride")).get(qn("w:val")))
        for each in root.findall(qn("w:num"))
        if each.find(".//" + qn("w:startOverride")) is not None
    }
    for line in document.paragraphs:
        found = line._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        name = found.get(qn("w:val")) if found is not None else None
        if name is None:
            yield line, ""
        else:
            yield line, f"{begins[name]}."
            begins[name] += 1


def printed_words(document: Document) -> list[str]:
    """Return the words between the headings of text and signatories, with printed numbers."""
    lines = [(line.text, f"{number} {line.text}") for line, number in numbers(document)]
    names = [text for text, _ in lines]
    start, end = names.index("The text") + 1, names.index("Signatories")
    return " ".join(whole for _, whole in lines[start:end]).split()


def test_words_of_the_text_are_those_of_its_file(real_hub: Hub) -> None:
    """Every clause stands there with its printed number: 1, 2, 3, 4, 7, 8."""
    expected = source_words(REPOSITORY / "concordats" / REAL / "1.0.md")

    assert expected == printed_words(opened(printed(real_hub, REAL)))


def test_headings_are_headings(real_hub: Hub) -> None:
    """What heads a part has a heading style, so that Word can list it."""
    lines = opened(printed(real_hub, REAL)).paragraphs
    found = [(line.style.name, line.text) for line in lines if line.style]

    assert [
        ("Heading 1", "A Social Prescribing Concordat for Creative Health"),
        ("Heading 2", "The text"),
        ("Heading 3", "We the undersigned believe:"),
        ("Heading 3", "We therefore reaffirm:"),
        ("Heading 3", "There is a need to:"),
        ("Heading 2", "Signatories"),
        ("Heading 3", "4 signatories of version 1.0"),
        ("Heading 2", "About this copy"),
    ] == [each for each in found if str(each[0]).startswith("Heading")]


def test_every_signatory_is_a_row(crowded_hub: Hub) -> None:
    """All three hundred are there, each once, below a header row that repeats on each page."""
    document = opened(printed(crowded_hub, NATIONAL))
    rows = [row for table in document.tables for row in table._tbl.tr_lst]
    heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    names = sorted(
        "".join(text.text for text in row.tc_lst[0].iter(qn("w:t")))
        for row in rows
        if row not in heads
    )

    assert 3 == len(document.tables) == len(heads)
    assert names == sorted(
        crowded_hub.organisations[each.organisation].title if each.organisation else each.title
        for each in crowded_hub.signatories[NATIONAL]
    )


def test_it_says_what_it_is(real_hub: Hub) -> None:
    """Title, language and day stand in the properties; Word spells in British English."""
    document = opened(printed(real_hub, REAL))
    core = document.core_properties
    language = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:lang')}")

    assert "A Social Prescribing Concordat for Creative Health, version 1.0" == core.title
    assert "en-GB" == core.language == language.get(qn("w:val"))
    assert core.created is not None
    assert PRINTED == core.created.date()


def test_translation_is_in_its_language(crowded_hub: Hub) -> None:
    """Welsh words are marked as Welsh, so that nobody spells or speaks them as English."""
    document = opened(printed(crowded_hub, NATIONAL, "1.1", "cy"))
    found = {each.get(qn("w:val")) for each in document.element.iter(qn("w:lang"))}

    assert {"cy"} == found


def test_same_paper_makes_the_same_bytes(small_paper: Paper) -> None:
    """A copy that is made twice is the same file, whatever the clock says."""
    made = as_docx(small_paper)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        dates = {part.date_time for part in archive.infolist()}

    assert made == as_docx(small_paper)
    assert {(1980, 1, 1, 0, 0, 0)} == dates


def test_no_field_holds_contributed_words(crowded_hub: Hub) -> None:
    """The page number is the only field: nothing that is contributed is computed."""
    with zipfile.ZipFile(BytesIO(as_docx(printed(crowded_hub, NATIONAL)))) as archive:
        text = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
        )

    assert ['w:instr="PAGE"'] == re.findall(r'w:instr="[^"]*"|<w:instrText', text)


@given(name=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_name_comes_out_as_text(name: str) -> None:
    """Whatever stands in a name is printed letter by letter, markup of XML among it."""
    blank = Paper(
        title="Title", version="1.0", language="en-GB", printed=PRINTED, facts=(), text=(),
        groups=(), sha256="0" * 64, about=(),
    )  # fmt: skip
    signed = replace(blank, groups=(Group("1 signatory", ((name, "", "", "", ""),)),))

    assert name == opened(signed).tables[0].rows[1].cells[0].text
