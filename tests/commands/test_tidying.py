"""The usual form of a record: its blanks and its order change, what it says does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.commands.tidying import tidy
from hub.commands.writing import editable
from hub.model.vocabularies import Organisation

FIELDS = [name for name in Organisation.model_fields if name not in {"title", "sector"}]


def usual(text: str) -> str:
    """Return the usual form of an organisation's file."""
    return tidy(text, Organisation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: A  \nsector: arts \n", "title: A\nsector: arts\n"),
        ("title: A\r\nsector: arts\r\n", "title: A\nsector: arts\n"),
        ("\ufefftitle: A\nsector: arts\n", "title: A\nsector: arts\n"),
        ("\ntitle: A\nsector: arts", "title: A\nsector: arts\n"),
        ("sector: arts\ntitle: A\n", "title: A\nsector: arts\n"),
    ],
    ids=["blanks", "Windows", "mark", "end", "order"],
)
def test_form_is_mended(text: str, expected: str) -> None:
    """Line ends, blanks at the end of lines, and fields in the order of the model."""
    assert expected == usual(text)


def test_comments_stay_above_their_field() -> None:
    """One at the top, with an empty line below it, belongs to the file."""
    text = "# A file\n\n# Where it works\nsector: arts # for now\n\n# Its name\ntitle: A\n"

    assert "# A file\n\n# Its name\ntitle: A\n# Where it works\nsector: arts # for now\n" == usual(
        text
    )


def test_what_blanks_say_is_kept() -> None:
    """In a text that keeps its lines, two blanks at the end of one mean something."""
    text = "title: A\nsector: arts\nnote: |\n  one  \n  two\n"

    assert text == usual(text)


def test_a_list_moves_with_its_field() -> None:
    """Its items may stand at the left edge."""
    text = "aliases:\n- B\n- C\ntitle: A\n"

    assert "title: A\naliases:\n- B\n- C\n" == usual(text)


def test_a_broken_file_is_left_alone() -> None:
    """Nobody knows what it says."""
    text = "sector: [arts\ntitle: A  \n"

    assert text == usual(text)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(st.lists(st.sampled_from(["title", "sector", *FIELDS]), unique=True, min_size=1).flatmap(
    lambda names: st.tuples(*(st.tuples(st.just(name), WORDS) for name in names))
))  # fmt: skip
def test_a_file_says_the_same_in_its_usual_form(fields: tuple[tuple[str, str], ...]) -> None:
    """Whatever its fields are, and a second time changes nothing."""
    text = "".join(f"# on {name}\n{name}: '{word.replace(chr(39), chr(39) * 2)}'  \n"
                   for name, word in fields)  # fmt: skip
    form = usual(text)

    assert dict(editable(text)) == dict(editable(form))
    assert form == usual(form)
    assert [f"# on {name}" for name in editable(form)] == [
        line for line in form.splitlines() if line.startswith("# on ")
    ]
