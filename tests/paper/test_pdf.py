"""A concordat as PDF: every word as in its file, for eyes and for screen readers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import PdfObject

from hub.model.hub import Hub
from hub.paper.paper import Paper
from hub.paper.pdf import NoLetterError, as_pdf
from hub.paper.signed import Group
from tests.conftest import REPOSITORY
from tests.paper.conftest import PRINTED, printed
from tests.paper.source_words import source_words

REAL = "cheshire-merseyside-creative-health"
NATIONAL = "demonstration-national"


def read(content: bytes) -> PdfReader:
    """Return a PDF as read by another library than the one that made it."""
    return PdfReader(BytesIO(content))


def words(content: bytes, start: str, end: str) -> list[str]:
    """Return the words between two headings, without what stands at head and foot of pages."""
    pages = []
    for number, page in enumerate(read(content).pages):
        lines = page.extract_text().splitlines()
        pages += lines[1 if number else 0 : -1]
    text = "\n".join(pages).replace("-\n", "-").replace("•", "")
    return text.partition(f"\n{start}\n")[2].partition(f"\n{end}\n")[0].split()


def tags(content: bytes, key: str = "/S") -> list[str]:
    """Return the names, or something else, of all structure elements, in reading order."""

    def walk(reference: PdfObject | None) -> Iterator[str]:
        element: object = reference.get_object() if reference else None
        if isinstance(element, list):
            for each in element:
                yield from walk(each)
        elif isinstance(element, dict):
            if key in element:
                yield str(element[key]).removeprefix("/")
            if "/K" in element:
                yield from walk(element["/K"])

    return [*walk(read(content).root_object["/StructTreeRoot"])]


def bookmarks(content: bytes) -> list[str]:
    """Return the titles of the bookmarks, in order."""

    def walk(entries: list[Any]) -> Iterator[str]:  # Any: nested lists
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title)

    return [*walk(read(content).outline)]


def test_words_of_the_text_are_those_of_its_file(real_hub: Hub) -> None:
    """The real concordat comes out word for word, with its numbers 1, 2, 3, 4, 7 and 8."""
    expected = source_words(REPOSITORY / "concordats" / REAL / "1.0.md")

    assert expected == words(as_pdf(printed(real_hub, REAL)), "The text", "Signatories")


def test_translation_is_printed_in_its_language(crowded_hub: Hub, demo_hub: Path) -> None:
    """The Welsh text of version 1.1 comes out word for word, marked as Welsh."""
    made = as_pdf(printed(crowded_hub, NATIONAL, "1.1", "cy"))
    text = crowded_hub.translations[NATIONAL, "1.1", "cy"]
    expected = source_words(demo_hub / text.path)

    assert expected == words(made, "The text", "Signatories")
    assert "cy" in tags(made, "/Lang")


def test_every_signatory_is_a_row(crowded_hub: Hub) -> None:
    """All three hundred are there, each once, in one of three tables."""
    made = as_pdf(printed(crowded_hub, NATIONAL))
    groups = printed(crowded_hub, NATIONAL).groups
    counted = Counter(tags(made))

    assert 300 == sum(len(each.rows) for each in groups)
    assert {"Table": 3, "TR": 300 + 3, "TH": 3 * 5, "TD": 300 * 5} == {
        name: counted[name] for name in ("Table", "TR", "TH", "TD")
    }


def test_every_signatory_is_named(crowded_hub: Hub) -> None:
    """The name of everybody who signed stands in the words of the page."""
    content = as_pdf(printed(crowded_hub, NATIONAL))
    text = "".join(words(content, "Signatories", "About this copy"))
    names = [
        crowded_hub.organisations[each.organisation].title if each.organisation else each.title
        for each in crowded_hub.signatories[NATIONAL]
    ]

    assert [] == [name for name in names if name.replace(" ", "") not in text]


def test_it_is_tagged_with_headings_and_lists(real_hub: Hub) -> None:
    """Headings, numbered lists and paragraphs are there for a screen reader."""
    found = tags(as_pdf(printed(real_hub, REAL)))

    assert {"Document", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "P"} <= {*found}


def test_it_says_what_it_is(real_hub: Hub) -> None:
    """Title, language, day and the claim to be PDF/UA-1 stand in the file."""
    made = read(as_pdf(printed(real_hub, REAL)))
    metadata = made.xmp_metadata

    assert made.metadata is not None
    assert metadata is not None
    assert "A Social Prescribing Concordat for Creative Health, version 1.0" == made.metadata.title
    assert datetime(2026, 1, 31, tzinfo=UTC) == made.metadata.creation_date
    assert "en-GB" == str(made.root_object["/Lang"])
    assert "{'/Marked': True, '/Suspects': False}" == str(made.root_object["/MarkInfo"])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata.stream.get_data()


def test_headings_are_bookmarks(real_hub: Hub) -> None:
    """One can jump to each part of the text, and to the signatories."""
    expected = [
        "A Social Prescribing Concordat for Creative Health",
        "The text",
        "We the undersigned believe:",
        "We therefore reaffirm:",
        "There is a need to:",
        "Signatories",
        "4 signatories of version 1.0",
        "About this copy",
    ]

    assert expected == bookmarks(as_pdf(printed(real_hub, REAL)))


def test_fingerprint_and_day_are_printed(real_hub: Hub) -> None:
    """The SHA-256 of the text and the day of the copy stand at the end."""
    text = " ".join(words(as_pdf(printed(real_hub, REAL)), "About this copy", "the end"))

    assert real_hub.texts[REAL, "1.0"].sha256 in text
    assert "31 January 2026" in text


def test_same_paper_makes_the_same_bytes(small_paper: Paper) -> None:
    """A copy that is made twice is the same file."""
    assert as_pdf(small_paper) == as_pdf(small_paper)


@pytest.mark.parametrize(
    "name",
    [
        '#eval("1 + 1")', '#include "/etc/passwd"', "$ sqrt(2) $", "*bold* _italic_ `raw`",
        "= Heading", "// remark", "/* remark", "@reference <label>", r"\u{41} \\ \#",
        "{{ 7 * 7 }} {% x %}", "<script>alert(1)</script>", "https://evil.example/ --- ...",
        "]) #panic() #(", "Ŵyn Ŷ Ωмега",
    ],
)  # fmt: skip
def test_hostile_name_comes_out_as_text(small_paper: Paper, name: str) -> None:
    """No name is read as code of the typesetter, or as any other."""
    found = words(as_pdf(naming(small_paper, name)), "Signatories", "About this copy")

    assert name.replace(" ", "") in "".join(found)


@given(name=st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_name_comes_out_as_text(name: str) -> None:
    """Whatever stands in a name is printed letter by letter."""
    paper = Paper(
        title="Title", version="1.0", language="en", printed=PRINTED, facts=(), text=(),
        groups=(), sha256="0" * 64, about=(),
    )  # fmt: skip
    found = "".join(words(as_pdf(naming(paper, name)), "Signatories", "About this copy"))

    assert name.replace("-", "") in found.replace("-", "")


def test_letter_that_no_font_has_is_named(small_paper: Paper) -> None:
    """A character of private use is in no font: the message says which it is."""
    with pytest.raises(NoLetterError, match="10fff0"):
        as_pdf(naming(small_paper, "a\U0010fff0b"))


def naming(paper: Paper, name: str) -> Paper:
    """Return a paper that one body of this name has signed."""
    return replace(paper, groups=(Group("1 signatory", ((name, "", "", "", ""),)),))
