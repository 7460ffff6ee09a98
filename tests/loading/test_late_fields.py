"""What is kept of records is looked up when somebody asks for it."""

import pickle
from collections.abc import Iterable

import pytest

from hub.loading.late_fields import LateFields, LateTexts

KEPT = {bytes([number]): f"fields of {number}" for number in range(250)}
PATHS = {f"{number:03}.yml": bytes([number]) for number in range(250)}


def unread(path: str) -> str:
    """Fail: no file needs to be read."""
    return pytest.fail(f"{path} was read")


def kept(keys: Iterable[bytes]) -> dict[bytes, str]:
    """Return what is kept by some keys."""
    return {key: KEPT[key] for key in keys}


def test_those_beside_it_are_looked_up_with_a_record() -> None:
    """Whoever goes through a folder asks seldom."""
    asked = list[int]()

    def find(keys: Iterable[bytes]) -> dict[bytes, str]:
        asked.append(len(found := kept(keys)))
        return found

    fields = LateFields({**PATHS}, find, unread)

    assert [f"fields of {number}" for number in range(250)] == [*fields.values()]
    assert [100, 100, 50] == asked


def test_what_is_there_is_not_looked_up() -> None:
    """Fields that were just read are returned as they are."""
    fields = LateFields({"a.yml": "fields"}, lambda _: pytest.fail("looked up"), unread)

    assert ("fields", True, False) == (fields["a.yml"], "a.yml" in fields, "b.yml" in fields)


def test_what_is_lost_is_read() -> None:
    """Where nothing is kept any more, the file says it."""
    fields = LateFields({**PATHS}, lambda _: {}, lambda path: f"read of {path}")

    assert "read of 007.yml" == fields["007.yml"]


def test_another_process_is_sent_all_fields() -> None:
    """It may not see the cache from which they come."""
    sent = pickle.loads(pickle.dumps(LateFields({**PATHS}, kept, unread)))  # noqa: S301 - our own

    assert {path: KEPT[key] for path, key in PATHS.items()} == sent


def test_names_are_known_before_anything_is_read() -> None:
    """Only who asks for a text has all texts read, once."""
    read = list[str]()

    def all_texts() -> dict[str, str]:
        read.append("all")
        return {"a": "A", "b": "B"}

    texts = LateTexts(["a", "b"], all_texts)

    assert (["a", "b"], 2, True, False, []) == (
        [*texts],
        len(texts),
        "a" in texts,
        "c" in texts,
        read,
    )
    assert (["A", "B"], ["all"]) == ([*texts.values()], read)
    assert {"a": "A", "b": "B"} == pickle.loads(pickle.dumps(texts))  # noqa: S301 - our own
