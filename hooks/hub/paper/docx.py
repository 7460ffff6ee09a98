"""A concordat as a Word file: real headings, real numbering as printed, real header rows.

What Word shows is text: no field of it holds contributed words. The same paper makes the same
bytes on any day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.paper.lists import Numbering
from hub.paper.signed import COLUMNS
from hub.paper.word_parts import CELL, ENGLISH, element, rule, set_up, unchanging

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

    from hub.paper.paper import Paper
    from hub.paper.signed import Group
    from hub.paper.words import Block, Runs

_WIDTHS = (48, 32, 26, 32, 32)
"""The columns of a table, in millimetres."""


def as_docx(paper: Paper) -> bytes:
    """Return a concordat as a Word file.

    Raises:
        ModuleNotFoundError: python-docx is not installed.
    """
    import docx  # noqa: PLC0415 - an extra

    document = docx.Document()
    set_up(document, paper)
    document.add_heading(paper.title, level=1)
    for term, value in paper.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = 0
        line.add_run(f"{term}: ").bold = True
        line.add_run(value)
    document.add_heading("The text", level=2)
    numbering = Numbering(document)
    for block in paper.text:
        _add_block(document, block, numbering, paper.language)
    document.add_heading("Signatories", level=2)
    if not paper.groups:
        document.add_paragraph("Nobody has signed it yet.")
    for group in paper.groups:
        _add_group(document, group)
    document.add_heading("About this copy", level=2)
    for sentence in (*paper.about, f"SHA-256: {paper.sha256}"):
        document.add_paragraph(sentence)
    return unchanging(document)


def _add_block(document: Document, block: Block, numbering: Numbering, language: str) -> None:
    if block.kind == "rule":
        rule(document.add_paragraph())
        return
    if block.kind == "heading":
        line = document.add_heading(level=3)
    else:
        line = document.add_paragraph()
        if block.kind == "clause":
            numbering.number(line, block.number)
    _add_runs(line, block.runs, language)
    for bullet in block.bullets:
        _add_runs(document.add_paragraph(style="List Bullet"), bullet, language)


def _add_runs(line: Paragraph, runs: Runs, language: str) -> None:
    for run in runs:
        added = line.add_run(run.words)
        added.bold, added.italic = run.bold or None, run.italic or None
        if language != ENGLISH:
            element(added._r.get_or_add_rPr(), "w:lang", val=language)  # noqa: SLF001 - python-docx has no other way


def _add_group(document: Document, group: Group) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    document.add_heading(group.title, level=3)
    table = document.add_table(rows=0, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    head = table.add_row()
    _fill(head, COLUMNS, bold=True)
    element(head._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - no other way
    for cells in group.rows:
        _fill(table.add_row(), cells)


def _fill(row: _Row, cells: tuple[str, ...], *, bold: bool = False) -> None:
    element(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no other way
    for cell, words in zip(row.cells, cells, strict=True):
        line = cell.paragraphs[0]
        line._p.style = CELL  # noqa: SLF001 - by its name it would be looked up each time
        line.add_run(words).bold = bold or None
