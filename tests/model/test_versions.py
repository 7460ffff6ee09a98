"""How versions follow each other, and when a translation has been left behind."""

import pytest

from hub.model.concordats import Concordat
from hub.model.hub import Hub
from hub.model.versions import Freshness, after, before, freshness, in_force
from tests.views.small_concordat import clause, concordat, text

WELSH = {"language": "cy", "text": "a" * 64}
"""A translation of the text that `text()` returns."""


def version(number: str, status: str, **fields: object) -> dict[str, object]:
    """Return the fields of a version."""
    return {"number": number, "published": "2018-07-05", "status": status, **fields}


def of(*versions: dict[str, object]) -> Concordat:
    """Return a concordat with these versions."""
    return concordat(versions=list(versions))


THREE = of(version("1.0", "superseded"), version("1.1", "in-force"), version("2.0", "draft"))


def test_a_version_follows_the_one_listed_before() -> None:
    """Without a word, the list is the order."""
    first, second, third = THREE.versions

    assert [None, first, second] == [before(THREE, each) for each in THREE.versions]
    assert [(second,), (third,), ()] == [after(THREE, each) for each in THREE.versions]


def test_a_version_follows_the_one_that_it_names() -> None:
    """Two drafts may stand beside each other after one version."""
    given = of(
        version("1.0", "in-force"), version("1.1", "draft"), version("2.0", "draft", replaces="1.0")
    )
    first, second, third = given.versions

    assert (second, third) == after(given, first)
    assert first == before(given, third)


def test_no_version_need_be_in_force() -> None:
    """The newest one is shown, and not called in force."""
    withdrawn = of(version("1.0", "superseded"), version("1.1", "withdrawn"))

    assert None is in_force(withdrawn)
    assert "1.1" == withdrawn.current.number


@pytest.mark.parametrize(
    ("statuses", "made_from", "expected"),
    [
        (("in-force",), "a", Freshness.UP_TO_DATE),
        (("in-force",), "b", Freshness.TEXT_CHANGED),
        (("superseded", "in-force"), "a", Freshness.NEWER_VERSION),
        (("superseded", "in-force"), "b", Freshness.TEXT_CHANGED),
        (("draft",), "a", Freshness.UP_TO_DATE),
        (("withdrawn",), "a", Freshness.UP_TO_DATE),
    ],
)
def test_a_translation_is_left_behind(
    statuses: tuple[str, ...], made_from: str, expected: Freshness
) -> None:
    """By a text that changed under it, or by a version that came into force after it."""
    translation = {"language": "cy", "text": made_from * 64}
    versions = [version(f"1.{number}", each) for number, each in enumerate(statuses)]
    versions[0]["translations"] = [translation]
    given = of(*versions)
    hub = Hub(texts={("northshire", "1.0"): text(clause("need-1"))})

    assert expected is freshness(hub, given, given.versions[0], given.versions[0].translations[0])


def test_a_translation_of_a_text_that_is_not_there_is_not_up_to_date() -> None:
    """Nothing is known of it, so nothing good is said."""
    given = of(version("1.0", "in-force", translations=[WELSH]))
    [only] = given.versions

    assert Freshness.TEXT_CHANGED is freshness(Hub(), given, only, only.translations[0])
