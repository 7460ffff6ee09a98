"""Records are made when somebody asks for one, and each only once."""

import pickle

from hub.model.shelf import Grouped, Shelf


def revive(name: str, kept: str) -> list[str]:
    """Make something of a text that is like no other made of it."""
    return [name, kept]


def test_groups_share_the_records_of_the_shelf() -> None:
    """A record is one and the same, by whatever way one comes to it."""
    shelf = Shelf({"a/x": "1", "b/x": "2", "b/y": "3"}, revive)
    grouped = Grouped(shelf, {"a": ["a/x"], "b": ["b/x", "b/y"], "c": []})

    assert {"a": (["a/x", "1"],), "b": (["b/x", "2"], ["b/y", "3"]), "c": ()} == dict(grouped)
    assert grouped["b"][1] is shelf["b/y"]
    assert grouped["b"] is grouped["b"]
    assert (3, True, False) == (len(grouped), "c" in grouped, "d" in grouped)


def test_records_of_the_same_key_are_made_once() -> None:
    """A shelf takes over what an earlier one has made, unless its key is new or there is none."""
    texts = {"kept": "1", "changed": "1", "unknown": "1", "not made": "1"}
    earlier = Shelf(texts, revive, {"kept": b"1", "changed": b"1", "not made": b"1"})
    made = [earlier[name] for name in ("kept", "changed", "unknown")]
    later = Shelf(
        texts | {"changed": "2"}, revive, {"kept": b"1", "changed": b"2", "not made": b"1"}
    )
    later.take_over(earlier)

    assert later["kept"] is made[0]
    assert ["changed", "2"] == later["changed"]
    assert later["unknown"] is not made[2]
    assert ["not made", "1"] == later["not made"]


def test_groups_are_sent_as_texts() -> None:
    """Another process makes those records that it needs."""
    shelf = Shelf({"a/x": "1"}, revive)
    grouped = Grouped(shelf, {"a": ["a/x"]})
    made = len(grouped["a"])
    there: Grouped[list[str]] = pickle.loads(pickle.dumps(grouped))  # noqa: S301 - our own

    assert (1, (["a/x", "1"],)) == (made, there["a"])
