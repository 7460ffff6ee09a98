"""Numbers of clauses as real numbering of Word, which goes 1, 2, 3, 4, 7, 8 where that is printed.

Each run of numbers without a gap is a list of its own that begins at its first number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_ABSTRACT = """\
<w:abstractNum {space} w:abstractNumId="{name}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
</w:abstractNum>"""
_LIST = """\
<w:num {space} w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>"""


class Numbering:
    """The numbered lists of a document, one after the other."""

    def __init__(self, document: Document) -> None:
        """Add the kind of list to the document."""
        from docx.oxml import parse_xml  # noqa: PLC0415 - an extra
        from docx.oxml.ns import nsdecls  # noqa: PLC0415 - slow to import

        self._parse, self._space = parse_xml, nsdecls("w")
        # An untyped part of python-docx: the numbering as XML.
        self._root: Any = document.part.numbering_part.element
        kinds = self._root.findall(f"{{{self._root.nsmap['w']}}}abstractNum")
        self._kind = len(kinds) + 100
        # Kinds stand before lists (ECMA-376, 17.9.17).
        kinds[-1].addnext(self._made(_ABSTRACT, name=self._kind))
        self._list, self._next = 1000, -1

    def number(self, line: Paragraph, number: str) -> None:
        """Give a paragraph its printed number."""
        if int(number) != self._next:
            self._list += 1
            made = self._made(_LIST, name=self._list, abstract=self._kind, start=int(number))
            self._root.append(made)
        self._next = int(number) + 1
        properties = line._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no other way
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self._list

    def _made(self, xml: str, **values: int) -> Any:  # noqa: ANN401 - lxml
        return self._parse(xml.format(space=self._space, **values))
