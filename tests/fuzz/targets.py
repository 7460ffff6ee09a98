"""What a fuzzer feeds: any bytes go in, and nothing but what is allowed comes out.

That is records and diagnostics that can be printed, or HTML that can do nothing but be read.
Whatever else happens is an exception, which the fuzzer reports.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lxml import html as lxml_html

from hub import reporters
from hub.adapter import figures
from hub.checks import check_record
from hub.checks.reading import read as walked
from hub.citing.bibtex import as_bibtex
from hub.citing.csl import as_csl
from hub.citing.formatting import Formatter
from hub.loading.concordat_text import parse_text
from hub.loading.hub import Loaded, _Loader, load_hub
from hub.loading.layout import LIBRARY, RecordFile
from hub.loading.limits import MAX_PAGE_BYTES, beyond_limits
from hub.loading.records import PlainReader, read_record
from hub.model.citations import parse_citations
from hub.model.kinds import KINDS
from hub.source import SourceText
from hub.views import markdown
from tests.conftest import DEMO

Target = Callable[[bytes], None]

CONCORDAT = "northshire-creative-health"
_TEXT = f"concordats/{CONCORDAT}/1.0.md"
_REFERENCES = 2
"""How many references of an input are printed, which takes milliseconds each."""

_TAGS = {
    "div", "p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a",
    "span", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"href", "rel", "start"}
_REGION = {"class", "role", "aria-label", "tabindex"}
"""What the hub itself says of a table; writers have no way to give an element a class."""


def yaml(data: bytes) -> None:
    """Load a record; the first byte says of which kind."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    path = kind.path.replace("<id>", "fuzzed").replace("<name>", CONCORDAT)
    loader = _loader(path, data[1:])
    file = RecordFile(path, "fuzzed", kind.model)
    _, record = read_record(_root(), file)
    loader.shelf.fill([file], PlainReader(_root()))
    loader.diagnostics += loader.shelf.diagnostics
    if record:
        assert record.model_dump() == loader.shelf.records[path].model_dump()
        found = check_record(walked(record))
        loader.diagnostics += found
    _printed(loader)


def bibtex(data: bytes) -> None:
    """Load a reference library, and print the first works of it in every form."""
    loader = _loader(LIBRARY, data)
    loader._library(present=True)
    _printed(loader)
    for reference in [*loader.references.values()][:_REFERENCES]:
        as_bibtex(as_csl(reference))
        _harmless(f"<div>{Formatter().format_html(reference)}</div>", more={"i", "b", "sup", "sub"})


def page(data: bytes) -> None:
    """Load a hand-written page: its front matter, its figures and its citations."""
    path = "docs/about/fuzzed.md"
    loader = _loader(path, data)
    loader._docs_page(path)
    _printed(loader)
    for read in loader.docs.values():
        parse_citations(read.body)
        faults = [*figures.faults_in(read.body, {"evidence_count"})]
        if not faults:
            figures.render(read.body, {"evidence_count": 7})


def concordat(data: bytes) -> None:
    """Load the text of a concordat, with the parts that the fictional one has."""
    loader = _loader(_TEXT, data)
    source = loader._read(_TEXT, limit=MAX_PAGE_BYTES, exactly=True)
    if source:
        _, faults = parse_text(source, _demo().hub.concordats[CONCORDAT])
        loader.diagnostics += faults
    _printed(loader)


def prose(data: bytes) -> None:
    """Render contributed Markdown in each of the ways there are."""
    text = data.decode("utf-8", "ignore")
    if beyond_limits(SourceText("fuzzed.md", text)):
        return
    for breaks in (False, True):
        _harmless(f"<div>{markdown.block(text, breaks=breaks)}</div>")
        _harmless(f"<div>{markdown.inline(text, breaks=breaks)}</div>")
    markdown.plain(text)


TARGETS: dict[str, Target] = {
    "yaml": yaml, "bibtex": bibtex, "page": page, "concordat": concordat, "prose": prose,
}  # fmt: skip


@cache
def _root() -> Path:
    return Path(mkdtemp(prefix="hub-fuzz-"))


@cache
def _demo() -> Loaded:
    return load_hub(DEMO)


def _loader(path: str, content: bytes) -> _Loader:
    """Return a loader that finds `content` at `path`."""
    file = _root() / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return _Loader(_root())


def _printed(loader: _Loader) -> None:
    """Print every diagnostic in each of the ways there are."""
    said = reporters.text(loader.diagnostics, loader.texts)
    said.encode()
    strange = {each for each in said if not each.isprintable()} - {"\n"}
    assert not strange, f"a report would print {strange!r}"
    reporters.github(loader.diagnostics)
    reporters.as_json(loader.diagnostics)


def _harmless(html: str, more: frozenset[str] | set[str] = frozenset()) -> None:
    """See that HTML holds only elements and attributes that do nothing but be read."""
    for element in lxml_html.fragment_fromstring(html).iter():
        assert element.tag in _TAGS | more, f"an element <{element.tag}> in {html!r}"
        own = _REGION if element.get("class", "").startswith("hub-table") else set()
        assert set(element.attrib) - own <= _ATTRIBUTES, f"{element.attrib} in {html!r}"
        link = element.get("href", "https://")
        assert re.match("https?://", link, re.IGNORECASE), f"a link to {link!r}"
