"""Finding the files of a theme without looking through thousands of icons.

MkDocs lists all files of a theme and then refuses those in folders whose names begin with a dot.
Material has 14,000 of them: icons, which templates ask for by name.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class _Loader(FileSystemLoader):
    """Lists what is not hidden; finds the rest by name."""

    def list_templates(self) -> list[str]:
        """Return the names of all files that MkDocs would not refuse for their folder."""
        found = set[str]()
        for top in self.searchpath:
            for folder, inside, names in os.walk(top, followlinks=self.followlinks):
                inside[:] = (name for name in inside if not name.startswith("."))
                below = Path(folder).relative_to(top)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)


def leave_out_hidden(theme: Theme) -> None:
    """Have the environments of a theme list fewer files; they find all the same."""
    get_env = theme.get_env

    def environment() -> Environment:
        env = get_env()
        if type(env.loader) is FileSystemLoader:
            env.loader = _Loader(env.loader.searchpath, followlinks=env.loader.followlinks)
        return env

    vars(theme)["get_env"] = environment
