"""Templates as they are compiled and kept."""

import pytest
from jinja2 import DictLoader, Environment
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


def _templates(texts: dict[str, str], compiled: Compiled) -> Environment:
    return Environment(loader=DictLoader(texts), bytecode_cache=compiled, autoescape=True)


def _code(templates: Environment, name: str = "page.html") -> object:
    return templates.get_template(name).root_render_func.__code__
