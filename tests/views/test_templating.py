"""Templates as they are compiled and kept."""

import shutil
import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from hub.views.templating import Compiled, environment


def test_a_template_is_compiled_once_for_all_environments() -> None:
    """A second environment is given the very code that the first one compiled."""
    compiled, texts = Compiled(), {"page.html": "One"}

    first, second = (_code(_templates(texts, compiled)) for _ in range(2))

    assert first is second


def test_a_template_with_another_text_is_compiled_anew() -> None:
    """What is printed is what the text says now, and not what it said before."""
    compiled, said = Compiled(), list[str]()

    for text in ("One", "Another", "One"):
        templates = _templates({"page.html": text}, compiled)
        said.append(templates.get_template("page.html").render())

    assert said == ["One", "Another", "One"]


def test_templates_may_be_compiled_once_for_all_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next finds the code in a file, and takes it for the same text alone."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file, texts = tmp_path / "made" / "x.templates", {"page.html": "One"}
    kept = _saved(file, texts)
    again, found = Compiled(file), list[tuple[bool, bool]]()
    for text in ("One", "Another"):
        code = _code(_templates({"page.html": text}, again))
        found.append((code == kept, again.has_news))

    assert [(True, False), (False, True)] == found
    assert [file] == [*file.parent.iterdir()]


def test_templates_that_are_gone_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies of the engine come and go, and each start reads all that the file holds."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file, found = tmp_path / "x.templates", list[bool]()
    for name in ("gone", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("One", encoding="utf-8")
    compiled = Compiled(file)
    for name in ("gone", "there"):
        loader = FileSystemLoader(tmp_path / name)
        Environment(loader=loader, bytecode_cache=compiled, autoescape=True).get_template(
            "page.html"
        )
    shutil.rmtree(tmp_path / "gone")
    compiled.save()
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "page.html").write_text("One", encoding="utf-8")
    for name in ("there", "gone"):
        again = Compiled(file)
        loader = FileSystemLoader(tmp_path / name)
        Environment(loader=loader, bytecode_cache=again, autoescape=True).get_template("page.html")
        found.append(again.has_news)

    assert [False, True] == found


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 100])
def test_a_damaged_file_of_templates_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    """Python would run whatever it holds, so what is not whole is not looked at."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file, texts = tmp_path / "x.templates", {"page.html": "One"}
    kept = _saved(file, texts)
    file.write_bytes(file.read_bytes()[:-1] + damage)
    again = Compiled(file)

    assert kept == _code(_templates(texts, again))
    assert again.has_news


@pytest.mark.parametrize("is_forbidden", [True, False])
def test_where_no_file_can_be_written_templates_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_forbidden: bool
) -> None:
    """Python may be told to write none, and a package may stand where nobody can write."""
    monkeypatch.setattr(sys, "dont_write_bytecode", is_forbidden)
    taken = tmp_path / "taken"
    taken.touch()
    _saved((tmp_path if is_forbidden else taken) / "x.templates", {"page.html": "One"})

    assert [taken] == [*tmp_path.iterdir()]


def test_the_templates_of_pages_are_compiled_once_in_a_process() -> None:
    """A preview sets up its templates for each build, and does not compile them each time."""
    first, second = (_code(environment(), "components.html") for _ in range(2))

    assert first is second


def test_templates_may_stand_in_a_folder_of_any_name() -> None:
    """A name that is not Unicode, as the file system gives it, is a name like others."""
    strange = "/hub \udcc5/page.html"

    assert f"{strange}|page.html" == Compiled().get_cache_key("page.html", strange)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("<b> & 'x'", "&lt;b&gt; &amp; &#39;x&#39;"),
        (Markup("<b>safe</b>"), "<b>safe</b>"),
        (1165, "1165"),
        (None, "None"),
    ],
)
def test_what_a_template_prints_is_escaped_unless_it_is_safe(value: object, printed: str) -> None:
    """It is so in a page, in a macro, and in what is given to one."""
    page = environment().from_string(
        "{% macro piece(it) %}{{ it }}{% endmacro %}"
        "{{ value }} {% for each in [value] %}{{ piece(each) }}{% endfor %}"
        "{% set kept %}{{ value }}{% endset %} {{ kept }}"
    )

    assert " ".join([printed] * 3) == page.render(value=value)


@pytest.mark.parametrize("text", ["{{ nobody }}", "{{ record.nobody }}", "{{ (1).nobody }}"])
def test_a_template_that_asks_for_what_there_is_not_stops(text: str) -> None:
    """A slip of the pen is never an empty place on a page."""
    with pytest.raises(UndefinedError):
        environment().from_string(text).render(record={"id": 1})


def test_a_value_of_a_dict_comes_before_its_methods() -> None:
    """Records may have a field of any name; methods can still be called."""
    page = environment().from_string("{{ record.items }} {{ record.get('id') }}")

    assert "3 a" == page.render(record={"items": 3, "id": "a"})


_NAMED = (
    '{% macro named(first, second="2") %}{{ first }}-{{ second }}'
    "{% if caller is defined %}-{{ caller() }}{% endif %}{% endmacro %}"
)


@pytest.mark.parametrize(
    ("call", "printed"),
    [
        ("{{ named(1) }}", "1-2"),
        ("{{ named(1, 3) }}", "1-3"),
        ("{{ named(second=3, first=1) }}", "1-3"),
        ("{{ named(*[1], **{'second': '<'}) }}", "1-&lt;"),
        ("{% call named(1) %}<b>{% endcall %}", "1-2-<b>"),
        ("{{ named(named(1), '<b>') }}", "1-2-&lt;b&gt;"),
    ],
)
def test_a_macro_takes_what_it_names(call: str, printed: str) -> None:
    """By place or by name, with its own for what is left out; what it returns is safe."""
    assert printed == environment().from_string(_NAMED + call).render()


@pytest.mark.parametrize("call", ["named(1, 2, 3)", "named(1, third=3)", "named(1, first=2)"])
def test_a_macro_takes_nothing_else(call: str) -> None:
    """A name that it does not know is a slip of the pen."""
    with pytest.raises(TypeError):
        environment().from_string(f"{_NAMED}{{{{ {call} }}}}").render()


def test_a_macro_that_lacks_what_it_needs_stops() -> None:
    """There is nothing to print in its place."""
    with pytest.raises(UndefinedError):
        environment().from_string(f"{_NAMED}{{{{ named() }}}}").render()


def _templates(texts: dict[str, str], compiled: Compiled) -> Environment:
    return Environment(loader=DictLoader(texts), bytecode_cache=compiled, autoescape=True)


def _code(templates: Environment, name: str = "page.html") -> CodeType:
    return templates.get_template(name).root_render_func.__code__


def _saved(file: Path, texts: dict[str, str]) -> CodeType:
    """Compile a page and save it; return its code."""
    compiled = Compiled(file)
    code = _code(_templates(texts, compiled))
    compiled.save()
    return code


def test_what_holds_in_no_case_prints_nothing() -> None:
    """An `if` inside braces may go without an `else`."""
    page = environment().from_string("[{{ 'new' if is_new }}{{ 'x' if (row.x if row.x) }}]")

    assert "[]" == page.render(is_new=False, row={"x": 0})
    assert "[newx]" == page.render(is_new=True, row={"x": 1})


def test_numbers_and_truth_are_not_mistaken_for_each_other() -> None:
    """What is kept of one value is not printed for an equal one of another kind."""
    page = environment().from_string("{{ one }} {{ truth }} {{ half }} {{ text }}")

    assert "1 True 1.0 1" == page.render(one=1, truth=True, half=1.0, text="1")


def test_names_lead_from_dict_to_dict() -> None:
    """Each step looks into what the one before it has found."""
    page = environment().from_string("{{ a.b.items.c }} {{ a.b.keys() | list | length }}")

    assert "d 1" == page.render(a={"b": {"items": {"c": "d"}}})
