"""The concordat of 5 July 2018: its words, its printed numbers, and what stands behind them.

`concordat-2018.txt` is the source document as it came, `clause-links.json` the judgements of
what bears on each clause as they were compiled; both are frozen.
"""

import hashlib
import json
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from hub.model.concordats import Concordat
from hub.model.hub import Hub
from hub.model.signatories import Signatory
from hub.model.texts import Clause, Text

HERE = Path(__file__).parent
NAME = "cheshire-merseyside-creative-health"
FOLDER = HERE.parents[1] / "concordats" / NAME
MARKS = {"##", "-", "---"}
"""Marks of Markdown and of plain text that are no words."""


@pytest.fixture
def concordat(hub: Hub) -> Concordat:
    """Return the record of the concordat."""
    return hub.concordats[NAME]


@pytest.fixture
def text(hub: Hub) -> Text:
    """Return its only version, as it was read."""
    return hub.texts[NAME, "1.0"]


@pytest.fixture
def signatories(hub: Hub) -> dict[str, Signatory]:
    """Return its signatories by id."""
    return {each.id: each for each in hub.signatories[NAME]}


def words(path: Path) -> list[str]:
    """Return the words of a text in order, without marks."""
    plain = path.read_text(encoding="utf-8").replace("*", "")
    return [word for word in plain.split() if word not in MARKS]


def clauses(text: Text) -> list[Clause]:
    """Return every clause of a text in order."""
    return [clause for part in text.parts for clause in part.clauses]


def links(concordat: Concordat) -> set[tuple[str, str, str]]:
    """Return every link of the record as clause, work and relation."""
    return {
        (clause, link.reference, link.relation)
        for clause, basis in concordat.clauses.items()
        for link in basis.evidence
    }


def compiled() -> list[tuple[str, str, str]]:
    """Return the links as they were compiled."""
    judged = json.loads((HERE / "clause-links.json").read_text(encoding="utf-8"))
    return [(each["clause"], each["key"], each["relation"]) for each in judged]


def test_every_word_is_the_source_document_s_and_in_its_order() -> None:
    """The published text has the words of the source document and no others."""
    assert words(HERE / "concordat-2018.txt") == words(FOLDER / "1.0.md")


def test_the_file_is_canonical() -> None:
    """The file can be hashed anywhere: NFC, no tab, no trailing space, one final newline."""
    raw = (FOLDER / "1.0.md").read_bytes()
    lines = raw.decode().split("\n")

    assert unicodedata.is_normalized("NFC", raw.decode())
    assert [] == [line for line in lines if line != line.rstrip() or "\t" in line]
    assert [True, False] == [raw.endswith(end) for end in (b"\n", b"\n\n")]


def test_printed_numbers_are_kept(text: Text) -> None:
    """The third part goes 1, 2, 3, 4, 7, 8, as printed."""
    numbers = {
        part.id: [clause.number for clause in part.clauses if clause.number] for part in text.parts
    }

    assert {
        "believe": ["1", "2", "3", "4", "5", "6"],
        "reaffirm": ["1", "2", "3", "4"],
        "need": ["1", "2", "3", "4", "7", "8"],
        "closing": [],
    } == numbers


def test_sixteen_statements_are_numbered(text: Text) -> None:
    """Six beliefs, four reaffirmations and six needs are numbered."""
    assert 16 == sum(bool(clause.number) for clause in clauses(text))


def test_two_paragraphs_and_the_closing_have_no_number(text: Text) -> None:
    """A paragraph after belief 1, one after belief 4, and the closing bear no number."""
    unnumbered = [clause.id for clause in clauses(text) if not clause.number]

    assert ["believe-1-para", "believe-4-para", "closing"] == unnumbered


def test_eleven_bullets_stand_where_they_are_printed(text: Text) -> None:
    """Three bullets under belief 3, two after belief 4, six aims at the end."""
    bullets = {
        clause.id: [bullet.id for bullet in clause.bullets]
        for clause in clauses(text)
        if clause.bullets
    }

    assert {
        "believe-3": ["believe-3-a", "believe-3-b", "believe-3-c"],
        "believe-4-para": ["believe-4-para-a", "believe-4-para-b"],
        "closing": ["aim-a", "aim-b", "aim-c", "aim-d", "aim-e", "aim-f"],
    } == bullets


def test_title_block_and_signature_block_stand_outside_the_clauses(text: Text) -> None:
    """The title block comes before the first part, the signature after the last."""
    assert text.preamble.endswith("**Pablo Picasso**")
    assert text.closing.startswith("Signed: Jon Develing")


def test_every_statement_says_what_stands_behind_it(concordat: Concordat, text: Text) -> None:
    """Each clause and each aim has evidence, or the reason why there is none."""
    aims = [bullet.id for bullet in clauses(text)[-1].bullets]
    silent = [
        name
        for name in [*(clause.id for clause in clauses(text)), *aims]
        if not (concordat.clauses[name].evidence or concordat.clauses[name].no_direct_evidence)
    ]

    assert [] == silent


def test_the_compiled_judgements_are_four_twenty_two_twenty_and_twenty_one() -> None:
    """Sixty-seven links were compiled, few of them plain support."""
    assert {
        "supports": 4,
        "partly-supports": 22,
        "contextualises": 20,
        "challenges": 21,
    } == Counter(relation for _, _, relation in compiled())


def test_links_are_the_compiled_ones_and_one_more(concordat: Concordat) -> None:
    """One judgement covers two clauses and is recorded at both; nothing else was added."""
    extra = ("believe-1-para", "Marmot2020", "supports")

    assert {*compiled(), extra} == links(concordat)


def test_eleven_clauses_have_no_direct_evidence(concordat: Concordat) -> None:
    """Eleven clauses say that nothing here tests them."""
    untested = {name for name, basis in concordat.clauses.items() if basis.no_direct_evidence}

    assert {
        "believe-5", "believe-6", "reaffirm-2", "need-3", "need-7", "need-8",
        "aim-a", "aim-c", "aim-d", "aim-e", "aim-f",
    } == untested  # fmt: skip


def test_quotations_are_short(concordat: Concordat) -> None:
    """No work is quoted at more than 25 words."""
    quotes = [
        link.quote.text
        for basis in concordat.clauses.values()
        for link in basis.evidence
        if link.quote
    ]

    assert [] == [quote for quote in quotes if len(quote.split()) > 25]


def test_the_version_number_is_not_a_printed_one(concordat: Concordat) -> None:
    """The text prints a date and no version number, and the record says so."""
    version = concordat.current

    assert ("1.0", "2018-07-05") == (version.number, str(version.published))
    assert "prints a date and no version number" in (version.note or "")


def test_one_signatory_is_printed(signatories: dict[str, Signatory]) -> None:
    """The text prints one signatory; the others come from other pages and name no person."""
    named = [
        name
        for name, each in signatories.items()
        if each.signatures[0].by and each.signatures[0].text
    ]

    assert ["cheshire-merseyside-health-and-care-partnership"] == named
    assert 4 == len(signatories)


def test_the_printed_signature_binds_to_these_bytes(signatories: dict[str, Signatory]) -> None:
    """The hash beside the printed signature is that of the file."""
    printed = signatories["cheshire-merseyside-health-and-care-partnership"].signatures[0]

    assert hashlib.sha256((FOLDER / "1.0.md").read_bytes()).hexdigest() == printed.text


def test_no_date_of_signing_is_made_up(signatories: dict[str, Signatory]) -> None:
    """No source gives a day of signing, and each signature says why it has none."""
    undated = [
        each.id
        for each in signatories.values()
        if each.first_signed or not each.signatures[0].date_unknown
    ]

    assert [] == undated
