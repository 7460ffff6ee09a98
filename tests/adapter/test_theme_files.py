"""The files of a theme: icons are found without being listed, templates compiled once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.theme import Theme

from hub.adapter import theme_files
from hub.adapter.theme_files import spare
from hub.views.templating import Compiled
from tests.adapter.conftest import Project


def test_hidden_files_are_found_and_not_listed(tmp_path: Path) -> None:
    """MkDocs would refuse each of them; all others are listed as before."""
    for name in ("main.html", "assets/a.css", ".icons/x/y.svg", "assets/.hidden/b.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    theme = Theme(name="mkdocs", custom_dir=str(tmp_path))
    before = set(theme.get_env().list_templates())
    spare(theme)
    env = theme.get_env()

    assert {".icons/x/y.svg", "assets/.hidden/b.css"} == before - set(env.list_templates())
    assert ".icons/x/y.svg" == env.get_template(".icons/x/y.svg").render()


@pytest.mark.usefixtures("no_explanations")
def test_templates_of_a_theme_are_compiled_for_the_next_build(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process finds them in a file, and has nothing to add to it."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    file, news = tmp_path / "theme.templates", list[bool]()
    for _ in range(2):
        compiled = Compiled(file)
        monkeypatch.setattr(theme_files, "COMPILED", compiled)
        monkeypatch.setattr(compiled, "save", partial(_noting, compiled, compiled.save, news))
        project.build()

    assert [True, False] == news


def _noting(compiled: Compiled, save: Callable[[], None], news: list[bool]) -> None:
    news.append(compiled.has_news)
    save()
