"""Mistakes as people make them: pasted from Word, from a web page, from memory.

Each is made in a copy of the fictional hub: what stood there, and what stands there now; or a whole
new file. What the hub says to it is found out by running it.
"""

from __future__ import annotations

from dataclasses import dataclass

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
CHOIR = "evidence/organisations/midwater-arts.yml"
LIBRARY = "evidence/references.bib"
SIGNED = "concordats/northshire-creative-health/signatories/midwater-arts.yml"
NEW = "evidence/organisations/harbour-choir.yml"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What somebody did, in which file; `was` is "" where the file is new, and `now` all of it."""

    title: str
    path: str
    was: str
    now: str


MISTAKES = (
    Mistake("A tab in place of blanks", SUMMARY, "  by: test authors", "\tby: test authors"),
    Mistake("Curly quotation marks around a value", CHOIR,
            "title: Midwater Arts (fictional)", "title: “Midwater Arts” said: “sing”"),
    Mistake("A colon in a title", CHOIR,
            "title: Midwater Arts (fictional)", "title: Midwater Arts: singing for all"),
    Mistake("A bullet from Word", SUMMARY, "art_forms: [singing]", "art_forms:\n  • singing"),
    Mistake("A dash from Word in place of a list's hyphen", SUMMARY,
            "art_forms: [singing]", "art_forms:\n  – singing\n  – dance"),
    Mistake("The wrong ending of a file name", "evidence/organisations/harbour-choir.yaml", "",
            "title: Harbour Choir (fictional)\nsector: arts-organisation\n"),
    Mistake("Blanks and capitals in a file name", "evidence/organisations/Harbour Choir.yml", "",
            "title: Harbour Choir (fictional)\nsector: arts-organisation\n"),
    Mistake("A text file from an editor that adds .txt",
            "evidence/organisations/harbour-choir.yml.txt", "",
            "title: Harbour Choir (fictional)\nsector: arts-organisation\n"),
    Mistake("A date in words", SUMMARY, "on: 2026-01-15", "on: 15 January 2026"),
    Mistake("A date with strokes", SUMMARY, "on: 2026-01-15", "on: 15/01/2026"),
    Mistake("A day that does not exist", SUMMARY, "on: 2026-01-15", "on: 2026-02-30"),
    Mistake("A block pasted by half", SUMMARY, "harms:\n  status: not-stated\n", "harms:\n"),
    Mistake("A field that is misspelt", SUMMARY, "participants: 120", "particpants: 120"),
    Mistake("A field with a capital letter", SUMMARY, "design: rct", "Design: rct"),
    Mistake("A field that is given twice", SUMMARY, "design: rct", "design: rct\ndesign: cohort"),
    Mistake("No blank after the colon", SUMMARY, "design: rct", "design:rct"),
    Mistake("A number with words", SUMMARY, "participants: 120", "participants: about 120"),
    Mistake("A term in other words than the vocabulary's", SUMMARY,
            "    direction: no-difference", "    direction: no effect"),
    Mistake("A term by its label", SUMMARY, "populations: [older-adults]",
            "populations: [Older adults]"),
    Mistake("A key of a work that is not in the library", SUMMARY,
            "source: Example2019", "source: Exmaple2019"),
    Mistake("A citation in the wrong brackets of a text", SUMMARY,
            "[@Sample2021]", "[@Sampel2021]"),
    Mistake("An interval in brackets of words", SUMMARY, "ci: [-0.20, 0.40]", "ci: -0.20 to 0.40"),
    Mistake("An interval the wrong way round", SUMMARY, "ci: [-0.20, 0.40]", "ci: [0.40, -0.20]"),
    Mistake("A bracket that is never closed", SUMMARY,
            "art_forms: [singing]", "art_forms: [singing"),
    Mistake("An e-mail address as a link", SIGNED,
            "      web: https://midwater-arts.example/news",
            "      web: director@midwater-arts.example"),
    Mistake("A web address without its beginning", SIGNED,
            "      web: https://midwater-arts.example/news",
            "      web: www.midwater-arts.example"),
    Mistake("A version without quotation marks that is not there", SIGNED,
            'version: "1.0"', "version: 1"),
    Mistake("A DOI as it is copied from the browser", LIBRARY,
            "doi = {10.5555/invented.2019.4}", "doi = {https://doi.org/10.5555/invented.2019.4}"),
    Mistake("A reference without a comma", LIBRARY, "year = {2019},", "year = {2019}"),
    Mistake("Words from a web page, with its code", NEW, "",
            "title: Harbour Choir (fictional)\nsector: arts-organisation\n"
            "note: We <b>sing</b> on Tuesdays.\n"),
    Mistake("A remark that cuts a value short", NEW, "",
            "title: Harbour Choir #1 in Northshire\nsector: arts-organisation\n"),
    Mistake("A file saved for Windows in an old alphabet", NEW, "",
            "title: C\u00f4r yr Harbwr (fictional)\nsector: arts-organisation\n"),
)  # fmt: skip
