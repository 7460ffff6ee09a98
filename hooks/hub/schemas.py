"""JSON Schemas of the records, made from the models: editors and forms complete and explain fields.

What a field names (terms, works, places ...) is listed from the hub, so that its ids are offered.
The schemas are a little more lenient than the hub about types: it reads every value as text and
knows by the model what `no` or `1.10` means; YAML editors do not. `hub check` has the last word.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic_core import to_json

from hub.model.kinds import KINDS
from hub.model.marks import MENTIONS
from hub.page import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.model.kinds import RecordKind

Node: TypeAlias = dict[str, Any]

FOLDER = "schemas/v1/"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_YES_OR_NO: Node = {"enum": [True, False, "yes", "no"]}


def schema_documents(hub: Hub) -> Iterator[Document]:
    """Yield the schema of every kind of record, for editors that read it from the site."""
    ids = cache(partial(_ids, hub))  # most kinds name the same
    for kind in KINDS:
        yield Document(f"{FOLDER}{file_name(kind)}", as_text(_schema(kind, ids)).encode())


def file_name(kind: RecordKind) -> str:
    """Return what the schema of a kind is called: evidence-summary.json."""
    return f"{kind.what.replace(' ', '-')}.json"


def kind_of(model: type[Record]) -> RecordKind:
    """Return the kind of record that a model describes."""
    return next(kind for kind in KINDS if kind.model is model)


def as_text(found: Node) -> str:
    """Return a schema as it is written into a file."""
    return to_json(found, indent=1).decode() + "\n"


def schema(kind: RecordKind, hub: Hub) -> Node:
    """Return the schema of a kind of record (JSON Schema 2020-12), with the ids of this hub."""
    return _schema(kind, partial(_ids, hub))


def _schema(kind: RecordKind, ids: Callable[[str], Node]) -> Node:
    shaped, named = _without_ids(kind.model)
    lists = {_list_name(each): ids(each) for each in sorted(named)}
    return {
        "$schema": DRAFT, "title": kind.what, **shaped,
        "$defs": {**shaped.get("$defs", {}), **lists},
    }  # fmt: skip


@cache
def _without_ids(model: type[Record]) -> tuple[Node, frozenset[str]]:
    """Return the schema of a model, whatever the hub, and the kinds of what it names."""
    named = set[str]()
    shaped: Node = _shaped(model.model_json_schema(), named)
    return shaped, frozenset(named)


def _shaped(node: Any, named: set[str]) -> Any:  # noqa: ANN401 - any part of a schema
    """Return a part of a schema for editors; the kinds of what it names are added to `named`."""
    if isinstance(node, list):
        return [_shaped(each, named) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "boolean":
        return {**_YES_OR_NO, **_said(node)}
    if kind := node.get(MENTIONS):
        named.add(kind)
        return {**_said(node), MENTIONS: kind, "$ref": f"#/$defs/{_list_name(kind)}"}
    # What pydantic calls a field after its name says nothing; a property may be called "title".
    is_field = isinstance(node.get("title"), str)
    shaped = {
        name: _shaped(each, named)
        for name, each in node.items()
        if not (is_field and name == "title") and (name, each) != ("default", None)
    }
    if shaped.get("type") == "string" and "enum" not in shaped:
        shaped["type"] = ["string", "number"]
    return shaped


def _said(node: Node) -> Node:
    return {name: node[name] for name in ("description",) if name in node}


def _list_name(kind: str) -> str:
    return f"ids:{kind}"


def _ids(hub: Hub, kind: str) -> Node:
    """Return what may be named, with what it is called; anything, while a hub has none of it."""
    ids = sorted(set(hub.ids(kind)) - {"*"})
    if not ids:
        return {"type": ["string", "number"]}
    return {"enum": ids, "enumDescriptions": [_called(hub, kind, each) for each in ids]}


def _called(hub: Hub, kind: str, name: str) -> str:
    group, _, vocabulary = kind.partition(":")
    match group:
        case "term":
            term = hub.find_term(vocabulary, name)
            return f"{term.label}: {term.definition}" if term and term.definition else name
        case "reference":
            work = hub.references.get(name)
            return f"{work.title} ({work.issued.year})" if work else name
        case "place":
            place = hub.places.get(name)
            return place.label if place else name
    records: dict[str, Any] = {
        "summary": hub.summaries, "programme": hub.programmes, "organisation": hub.organisations,
        "concordat": hub.concordats,
    }  # fmt: skip
    record = records.get(group, {}).get(name)
    return record.title if record else name
