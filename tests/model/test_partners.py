"""Who is needed and who is missing is counted from those whose signature stands."""

from dataclasses import replace

from hub.model.hub import Hub
from hub.model.partners import partner_mix
from hub.model.signatories import Signatory
from hub.model.vocabularies import Vocabulary
from tests.views.small_concordat import concordat, northshire, organisation, signatory
from tests.views.small_hub import placed

SECTORS = placed(
    Vocabulary.model_validate({
        "title": "Sectors",
        "terms": [
            {"id": "arts", "label": "Arts"},
            {"id": "theatre", "label": "Theatre", "broader": "arts"},
            {"id": "round", "label": "Round", "broader": "about"},
            {"id": "about", "label": "About", "broader": "round"},
        ],
    }),
    "sectors",
)  # fmt: skip


def missing(*signatories: Signatory, sector: str = "arts", at_least: int = 2) -> list[int]:
    """Return how many are missing of a sector."""
    record = concordat(partners_needed=[{"sector": sector, "at_least": at_least}])
    bodies = (organisation("studio"), organisation("stage", sector="theatre"),
              organisation("ring", sector="round"))  # fmt: skip
    hub: Hub = northshire(None, record, SECTORS, *bodies, signatories=signatories)
    return [each.missing for each in partner_mix(replace(hub), record)]


def test_those_who_did_not_sign_are_missing() -> None:
    """Of two that are needed and none that signed, two are missing."""
    assert [2] == missing()


def test_a_narrower_sector_counts() -> None:
    """A theatre is an arts organisation."""
    assert [0] == missing(signatory("studio"), signatory("stage"))


def test_a_broader_sector_does_not_count() -> None:
    """An arts organisation need not be a theatre."""
    assert [1] == missing(signatory("studio"), sector="theatre", at_least=1)


def test_who_withdrew_is_missing() -> None:
    """Only signatures that stand are counted, and persons are of no sector."""
    gone = signatory("studio", withdrawn={"on": "2023-01-01"})

    assert [1] == missing(gone, signatory("ada", organisation=None), at_least=1)


def test_a_vocabulary_in_a_circle_is_counted_once() -> None:
    """Terms that are each other's broader term lead nowhere, and to an end."""
    assert [0] == missing(signatory("ring"), sector="about", at_least=1)
