"""The fields of records that were not read: looked up when somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

_BESIDE = 100
"""How many are looked up at a time: few enough to be quick, enough to make few questions."""


class LateFields(Mapping[str, str]):
    """Fields as JSON, by path.

    Some of `fields` are there, of others the key alone: `find` returns what is kept by keys, and
    `read` what the file itself says where nothing is kept any more. Whoever asks for one mostly
    asks for those beside it as well, so these are looked up with it.
    """

    def __init__(
        self,
        fields: dict[str, str | bytes],
        find: Callable[[Iterable[bytes]], Mapping[bytes, str]],
        read: Callable[[str], str],
    ) -> None:
        """Look nothing up yet."""
        self._fields = fields
        self._find = find
        self._read = read

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[list[tuple[str, str]]]]:
        """Send all fields to another process, which may not see what is kept here."""
        return dict, (list(self.items()),)

    def __getitem__(self, path: str) -> str:
        """Return the fields of a record."""
        found = self._fields[path]
        if isinstance(found, bytes):
            self._look_up(path)
            found = self._fields[path]
        if isinstance(found, bytes):
            found = self._fields[path] = self._read(path)
        return found

    def __contains__(self, path: object) -> bool:
        """Tell whether there is a record at this path."""
        return path in self._fields

    def __iter__(self) -> Iterator[str]:
        """Iterate over the paths."""
        return iter(self._fields)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._fields)

    def _look_up(self, path: str) -> None:
        start = self._places[path] // _BESIDE * _BESIDE
        beside = self._paths[start : start + _BESIDE]
        keys = {each: key for each in beside if isinstance(key := self._fields[each], bytes)}
        found = self._find(keys.values())
        self._fields |= {each: found[key] for each, key in keys.items() if key in found}

    @cached_property
    def _paths(self) -> list[str]:
        return list(self._fields)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {path: place for place, path in enumerate(self._paths)}


class LateTexts(Mapping[str, str]):
    """Texts by names that are known; `read` returns them all, once somebody asks for one."""

    def __init__(self, names: Iterable[str], read: Callable[[], dict[str, str]]) -> None:
        """Read nothing yet."""
        self._names = dict.fromkeys(names)
        self._read = read

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[dict[str, str]]]:
        """Send all of them to another process."""
        return dict, (self._texts,)

    def __getitem__(self, name: str) -> str:
        """Return the text of this name."""
        return self._texts[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a text of this name."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._names)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return self._read()
