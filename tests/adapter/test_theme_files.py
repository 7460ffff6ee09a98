"""Listing the files of a theme: icons are left out, and found all the same."""

from pathlib import Path

from mkdocs.theme import Theme

from hub.adapter.theme_files import leave_out_hidden


def test_hidden_files_are_found_and_not_listed(tmp_path: Path) -> None:
    """MkDocs would refuse each of them; all others are listed as before."""
    for name in ("main.html", "assets/a.css", ".icons/x/y.svg", "assets/.hidden/b.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    theme = Theme(name="mkdocs", custom_dir=str(tmp_path))
    before = set(theme.get_env().list_templates())
    leave_out_hidden(theme)
    env = theme.get_env()

    assert {".icons/x/y.svg", "assets/.hidden/b.css"} == before - set(env.list_templates())
    assert ".icons/x/y.svg" == env.get_template(".icons/x/y.svg").render()
