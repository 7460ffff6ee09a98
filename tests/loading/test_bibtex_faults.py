"""Each fault in a BibTeX file is told once, at the smallest part that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.diagnostics import in_order
from hub.loading.bibtex import read_bibtex
from hub.source import SourceText

SOUND = "@misc{Roe2001,\n  title = {Sound},\n}\n"


def places(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of every fault, in order."""
    found = in_order(read_bibtex(SourceText("evidence/references.bib", text)).faults)
    return [(each.code.slug, each.span.line, each.span.column) for each in found]


def article(line: str) -> str:
    """Return an article that is in order but for `line`, its line 5."""
    return (
        "@article{Lee2020,\n  author = {Lee, Ann},\n  journal = {Invented Journal},\n"
        f"  year = {{2020}},\n  {line}\n  title = {{Dance and falls}},\n}}\n"
    )


def test_a_sound_article_has_no_fault() -> None:
    """The article that the other tests change is in order."""
    assert [] == places(article("volume = {1},"))


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("note = {never closed,", "bibtex-syntax", 10),
        ('note = "never closed,', "bibtex-syntax", 10),
        ('note = "closes } nothing",', "bibtex-syntax", 18),
        ("volume = {1}", "bibtex-syntax", 14),
        ("volume = 1", "bibtex-syntax", 12),
        ("volume {1},", "bibtex-syntax", 3),
        ("volume = ,", "bibtex-syntax", 3),
        ("note = two words,", "bibtex-syntax", 10),
        ("pages = 12--19,", "bibtex-syntax", 11),
        ("note = unexplained,", "bibtex-syntax", 10),
        ("% a comment", "bibtex-syntax", 3),
        ("note = {a} b,", "bibtex-syntax", 14),
        ("note = {" + "{" * 40 + "a" + "}" * 40 + "},", "too-large", 40),
        ("note = {" + "a" * 4001 + "},", "too-large", 3),
        ("note = {ends with \\},", "bibtex-syntax", 21),
        ("note = {from \\input{file}},", "bibtex-syntax", 16),
        ("yeer = {2020},", "unknown-bibtex-field", 3),
        ("crossref = {Roe2001},", "unknown-bibtex-field", 3),
        ("Year = {2021},", "duplicate-field", 3),
        ("journaltitle = {Again},", "duplicate-field", 3),
        ("month = {Brumaire},", "impossible-date", 12),
        ("month = 13,", "impossible-date", 11),
        ("month = feb, day = 30,", "impossible-date", 22),
        ("doi = {https://doi.org/10.1234/abc},", "malformed-identifier", 10),
        ("doi = {10.1234/abc.},", "malformed-identifier", 10),
        ('doi = {10.1234/"onclick=},', "malformed-identifier", 10),
        ("pmid = {PMC123},", "malformed-identifier", 11),
        ("pmcid = {7032769},", "malformed-identifier", 12),
        ("isbn = {978-92-890-5455-4},", "malformed-identifier", 11),
        ("issn = {1757-9138},", "malformed-identifier", 11),
        ('eprint = {x" onclick="alert(1)},', "malformed-identifier", 13),
        ("url = {javascript:alert(1)},", "malformed-value", 10),
        ("url = {ftp://example.org},", "malformed-value", 10),
        ("editor = {Lee, Ann and others},", "unnamed-authors", 26),
        ("editor = {Ann Lee et al.},", "unnamed-authors", 13),
        ("editor = {Roe, Bob and A. Smith, B. Jones},", "malformed-value", 26),
        ("editor = {Smith A, Jones B},", "malformed-value", 13),
        ("editor = {Smith, A., Jones, B.},", "malformed-value", 13),
        ("editor = {Smith, Ann; Jones, Bob},", "malformed-value", 13),
        ("editor = {Smith, Ann \\& Jones, Bob},", "malformed-value", 13),
        ("editor = {Invented Health Council},", "malformed-value", 13),
        ("status = {retratced},", "unknown-choice", 13),
        ("status-notice = {see the website},", "malformed-identifier", 20),
        ("status-date = {2020-02-30},", "impossible-date", 18),
        ("verified = {last week},", "impossible-date", 15),
    ],
)  # fmt: skip
def test_a_fault_in_a_field_is_shown_in_its_line(line: str, code: str, column: int) -> None:
    """A fault in one field is one diagnostic, at the part that is wrong."""
    assert [(code, 5, column)] == places(article(line))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{Lee2020,\n  title = {Open},\n\n" + SOUND, [("bibtex-syntax", 1, 7)]),
        ("@misc{Lee2020,\n  title = {Open}\n", [("bibtex-syntax", 1, 7)]),
        ("@misc{Lee2020,\n  title = {Open\n}\n" + SOUND, [("bibtex-syntax", 1, 7)]),
        ("@misc{Lee2020,\n  title = {Two}},\n  year = 2020,\n}\n", [("bibtex-syntax", 2, 16)]),
        (SOUND + "}\n" + SOUND.replace("Roe2001", "Lee2020"), [("bibtex-syntax", 4, 1)]),
        ("@misc{\n  title = {Keyless},\n}\n", [("bibtex-syntax", 1, 2)]),
        ("@misc{Lee2020\n  title = {No comma},\n}\n", [("bibtex-syntax", 1, 7)]),
        ("misc{Lee2020,\n  title = {No sign},\n}\n" + SOUND, [("bibtex-syntax", 1, 1)]),
        ("Some words\n" + SOUND, [("bibtex-syntax", 1, 1)]),
        ("@misc{../../index,\n  title = {A path},\n}\n", [("malformed-value", 1, 7)]),
        ("@misk{Lee2020,\n  title = {A type},\n}\n", [("unknown-entry-type", 1, 2)]),
        (SOUND + SOUND, [("duplicate-key", 4, 7)]),
        (SOUND + SOUND.replace("Roe2001", "roe2001"), [("duplicate-key", 4, 7)]),
        ("@article{Lee2020,\n  title = {Bare},\n}\n", [("missing-field", 1, 10)] * 3),
        ('@preamble{"\\input{x}"}\n' + SOUND, [("bibtex-syntax", 1, 2)]),
        ('@string{a = "x"}\n@string{b = a # a}\n' + SOUND, [("bibtex-syntax", 2, 2)]),
        ("@comment{@misc{Lee2020, title = {Hidden}}}\n" + SOUND, [("bibtex-syntax", 1, 10)]),
        ("% @misc{Lee2020, title = {Hidden}}\n" + SOUND, [("bibtex-syntax", 1, 3)]),
        ("", [("empty-file", 1, 1)]),
        (" \n\n", [("empty-file", 1, 1)]),
        ("<html><body>404 Not Found</body></html>\n", [("bibtex-syntax", 1, 1)]),
        ("title: a YAML file\n", [("bibtex-syntax", 1, 1)]),
    ],
)  # fmt: skip
def test_a_fault_in_an_entry_is_shown_at_its_own_line(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    """A fault of a whole entry, or between entries, is never blamed on the next entry."""
    assert expected == places(text)


def test_one_broken_entry_costs_that_entry_alone() -> None:
    """The entries before and after a broken one are read."""
    broken = "@misc{Broken,\n  title = {Open,\n}\n"
    text = SOUND + broken + SOUND.replace("Roe2001", "Lee2020")

    library = read_bibtex(SourceText("references.bib", text))

    assert ["Roe2001", "Lee2020"] == list(library.references)
    assert frozenset({"Broken"}) == library.unread
    assert [4] == [each.span.line for each in library.faults]


def test_all_faults_of_an_entry_are_told_at_once() -> None:
    """After a fault, reading goes on at the next field."""
    text = article("volume = {1}\n  issue = ,\n  nonsense,\n  volume = {2},")

    assert [
        ("bibtex-syntax", 5, 14),
        ("bibtex-syntax", 6, 3),
        ("bibtex-syntax", 7, 3),
        ("duplicate-field", 8, 3),
    ] == places(text)


def test_an_entry_whose_key_is_lost_makes_every_key_doubtful() -> None:
    """Citing a work is not reported while the entry may be the one that has no key."""
    text = "@misc{\n  title = {Keyless},\n}\n"

    assert frozenset({"*"}) == read_bibtex(SourceText("references.bib", text)).unread


def test_a_fault_in_one_field_leaves_the_reference() -> None:
    """A reference with a wrong DOI is read without it, and can be cited."""
    library = read_bibtex(SourceText("references.bib", article("doi = {nonsense},")))

    assert "" == library.references["Lee2020"].doi
    assert not library.unread
    assert 1 == len(library.faults)


def test_the_exact_text_to_write_is_suggested() -> None:
    """A DOI that was copied as an address comes with the line to write."""
    text = article("doi = {https://doi.org/10.1234/abc},")

    (fault,) = read_bibtex(SourceText("references.bib", text)).faults

    assert "write doi = {10.1234/abc}" == fault.help


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        (article("volme = {1},"), 'did you mean "volume"?'),
        ("@articl{Lee2020,\n  title = {A},\n}\n", 'did you mean "article"?'),
        (article("status = {retratced},"), 'did you mean "retracted"?'),
        (article("month = sepp,"), 'did you mean "sep"?'),
    ],
)
def test_a_misspelled_word_is_recognised(text: str, suggestion: str) -> None:
    """A word that is nearly right is met with the right one."""
    fault, *_ = read_bibtex(SourceText("references.bib", text)).faults

    assert suggestion == fault.help


def test_a_repeated_key_points_to_the_first() -> None:
    """The note of a repeated key leads to the entry that had it first."""
    (fault,) = read_bibtex(SourceText("references.bib", SOUND + SOUND)).faults

    assert ["references.bib:1:7"] == [str(note.span) for note in fault.notes]


def test_the_library_of_the_hub_is_in_order() -> None:
    """Every entry of the real library is read, without a single fault."""
    text = (Path(__file__).parents[2] / "evidence" / "references.bib").read_text("utf-8")
    heads = [line for line in text.splitlines() if line.startswith("@")]

    library = read_bibtex(SourceText("evidence/references.bib", text))

    assert () == library.faults
    assert len(heads) == len(library.references)
    assert not library.unread
