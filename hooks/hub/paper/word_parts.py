"""What a Word file needs besides its words: page, styles, properties, the same bytes each day."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from hub.paper.paper import Paper

ENGLISH = "en-GB"
"""The language of all that is not the concordat's own text."""
CELL = "HubCell"
"""The id of the style of what stands in a table."""
_TEAL = "0B5A55"


def set_up(document: Document, paper: Paper) -> None:
    """Give a new document its page, its styles, its properties and its foot."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - an extra
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - slow to import

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(11)
    element(styles["Normal"].element.get_or_add_rPr(), "w:lang", val=ENGLISH)
    for level in (1, 2, 3):
        styles[f"Heading {level}"].font.color.rgb = RGBColor(*bytes.fromhex(_TEAL))
    cell = styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    cell.font.size, cell.paragraph_format.space_after = Pt(9), Pt(0)
    core = document.core_properties
    moment = datetime.combine(paper.printed, time())
    core.title, core.language = f"{paper.title}, version {paper.version}", paper.language
    core.author, core.comments = "", ""
    core.subject = "The text of the concordat, who signed it, and its fingerprint."
    core.created = core.modified = moment
    core.last_modified_by, core.revision = "", 1
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{paper.title}, version {paper.version}, {paper.sha256[:16]} · page ")
    element(foot._p, "w:fldSimple", instr="PAGE")  # noqa: SLF001 - python-docx has no other way


def rule(line: Paragraph) -> None:
    """Draw a line below an empty paragraph."""
    properties = line._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no other way
    border = element(properties, "w:pBdr")
    element(border, "w:bottom", val="single", sz="6", space="1", color=_TEAL)


def element(parent: Any, name: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml
    """Add an element of WordprocessingML that python-docx has no word for."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - slow to import
    from docx.oxml.ns import qn  # noqa: PLC0415 - slow to import

    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    parent.append(made)
    return made


def unchanging(document: Document) -> bytes:
    """Return the file with the oldest date that a ZIP archive knows on all its parts."""
    written, repacked = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(repacked, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return repacked.getvalue()
