"""What finds practice and areas: in few words, and after the evidence that the same words find."""

from dataclasses import replace

from hub.model.vocabularies import Place
from hub.views.search_practice import area_entry, practice_entry
from tests.views.test_practice import example, studio

WALES = Place.model_validate({
    "id": "wales", "label": "Wales", "label_cy": "Cymru", "kind": "country",
    "alt_labels": ["Land of song"], "within": "uk",
})  # fmt: skip


def test_practice_is_found_by_what_is_new_and_not_by_its_benefits() -> None:
    """What is said of benefits reads like evidence, and would be found in its place."""
    made = example("quay", innovation="Boats *sing*.", benefits="Less depression.")
    entry = practice_entry(studio(made).hub, made)

    assert entry is not None
    assert entry.text.startswith("Boats sing. ")
    assert "depression" not in entry.text
    assert entry.is_minor


def test_the_year_of_practice_is_the_one_in_which_it_began() -> None:
    """A facet, and a place among the newest; neither where nobody knows."""
    made, other = example("quay", since="2010-04"), example("ward")
    found = [practice_entry(studio(each).hub, each) for each in (made, other)]

    assert [["2010"], []] == [
        [value for name, value in each.filters if name == "year"] for each in found if each
    ]
    assert [(("newest", "2010"),), ()] == [each.sorts for each in found if each]


def test_an_area_is_found_by_all_its_names() -> None:
    """In Welsh, too; its own page belongs to it."""
    hub = replace(studio().hub, places={"wales": WALES})
    entry = area_entry(hub, WALES)

    assert ("areas/wales/", "Wales") == (entry.address, entry.title)
    assert "Land of song, Cymru, country, uk" == entry.text
    assert (("kind", "Area"), ("place", "Wales")) == entry.filters
