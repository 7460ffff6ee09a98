"""A lesson says where it was read, which clauses it bears on, and what agrees with it or not."""

from lxml import html as parser

from hub.model.hub import Hub
from hub.views.lessons import learnt, lessons_page
from tests.views.small_concordat import basis, concordat, link, northshire, programme, studio
from tests.views.small_hub import vocabulary, work

ABOUT = "northshire/need-1"


def lesson(**fields: object) -> dict[str, object]:
    """Return the fields of a lesson."""
    return {"number": 3, "label": "Trust takes time", "statement": "It does.", **fields}


def words(hub: Hub) -> str:
    """Return what the page of all lessons says, on one line."""
    tree = parser.fromstring(lessons_page(studio(hub)).html)
    return " ".join(" ".join(tree.itertext()).split())


def test_a_lesson_is_read_in_the_programmes_first_source() -> None:
    """Unless it names one of its own."""
    own = {"web": "https://else.example/", "title": "Elsewhere"}
    record = programme(lessons=[lesson(), lesson(number=4, source=own)])
    first, second = learnt(northshire(None, record), record)

    assert (record.sources[0], "Elsewhere") == (first.source, second.source.title)


def test_works_that_agree_and_works_that_do_not_stand_apart() -> None:
    """Both are shown, each with why; what agrees does not hide what does not."""
    evidence = [
        {"reference": "Lee2020", "bearing": "disagrees", "why": "Trust was quick there."},
        {"reference": "Lee2020", "bearing": "agrees", "why": "It took a year."},
    ]
    record = programme(lessons=[lesson(evidence=evidence)])
    said = words(northshire(None, record, work("Lee2020")))

    assert "Agrees with it: It took a year. [ 1 ] Disagrees with it: Trust was quick there." in said


def test_a_lesson_that_nobody_compared_says_so() -> None:
    """That no work is named does not mean that none agrees."""
    record = programme(lessons=[lesson()])

    assert "No work here has been compared with this lesson" in words(northshire(None, record))


def test_works_on_the_same_clause_are_counted_by_what_they_say_of_it() -> None:
    """They were not read with the lesson in mind, so the lesson is not said to rest on them."""
    bearing = (link("Lee2020", "supports"), link("Roe2021", "challenges"),
               link("Ash2022", "challenges"))  # fmt: skip
    text = concordat(clauses={"need-1": basis(*bearing)})
    record = programme(lessons=[lesson(about=[ABOUT])])
    (shown,) = learnt(northshire(None, text, record), record)

    assert "1 supports it and 2 challenge it" == shown.clauses[0].works


def test_each_lesson_stands_under_its_themes_and_once_in_full() -> None:
    """The themes lead to it; its statement is printed once."""
    themes = vocabulary("lesson-themes", trust="Trust", money="Money")
    record = programme(lessons=[lesson(themes=["trust", "money"])])
    said = words(northshire(None, record, themes))

    assert (3, 1) == (said.count("Trust takes time"), said.count("It does."))


def test_a_hub_without_lessons_says_so() -> None:
    """The page is there, since others link to it."""
    assert "No programme here has told of lessons yet" in words(northshire(None))
