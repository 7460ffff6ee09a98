"""The kinds of record, and where their files stand: said once.

Loading finds files by it, and the field reference and the editors' schemas are listed from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from hub.model.base import Record
from hub.model.concordats import Concordat
from hub.model.evidence import EvidenceSummary
from hub.model.locks import Lock
from hub.model.practice import PracticeExample
from hub.model.programmes import Programme
from hub.model.signatories import Signatory
from hub.model.stories import Story
from hub.model.vocabularies import Gazetteer, Organisation, Vocabulary


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record: its model, the path of its files, and what it is called.

    `<id>` in the path is the record's permanent id, `<name>` another record's.
    """

    model: type[Record]
    path: str
    what: str


KINDS = (
    RecordKind(EvidenceSummary, "evidence/summaries/<id>.yml", "evidence summary"),
    RecordKind(Programme, "evidence/programmes/<id>.yml", "programme"),
    RecordKind(PracticeExample, "evidence/practice/<id>.yml", "practice example"),
    RecordKind(Story, "evidence/stories/<id>.yml", "story"),
    RecordKind(Organisation, "evidence/organisations/<id>.yml", "organisation"),
    RecordKind(Gazetteer, "evidence/vocabularies/places.yml", "list of places"),
    RecordKind(Vocabulary, "evidence/vocabularies/<id>.yml", "vocabulary"),
    RecordKind(Concordat, "concordats/<id>/concordat.yml", "concordat"),
    RecordKind(Signatory, "concordats/<name>/signatories/<id>.yml", "signatory"),
    RecordKind(Lock, "concordats/<id>/lock.yml", "lock of published texts"),
)
