"""Other hubs in mkdocs.yml: which are taken, and what is said of one that cannot be."""

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from hub.adapter.neighbours import neighbours_of
from hub.views.settings import Neighbour

MIDWATER = {"name": "Midwater", "url": "https://hub.example/midwater/"}


def config(*entries: Any) -> MkDocsConfig:  # noqa: ANN401 - whatever stands in the file
    """Return a configuration that names these."""
    made = MkDocsConfig()
    made.load_dict({"site_name": "Northshire", "extra": {"hub": {"search_also": [*entries]}}})
    return made


def test_no_hub_is_searched_unless_it_is_named() -> None:
    """Without the setting there are none."""
    bare = MkDocsConfig()
    bare.load_dict({"site_name": "Northshire"})

    assert () == neighbours_of(bare)


def test_hubs_come_in_the_order_of_the_file() -> None:
    """A name and an address are all that is needed; the address then ends with a slash."""
    other = {"name": "Eastmoor", "url": "http://127.0.0.1:8080"}

    found = neighbours_of(config(MIDWATER, other))

    assert (
        Neighbour("Midwater", "https://hub.example/midwater/"),
        Neighbour("Eastmoor", "http://127.0.0.1:8080/"),
    ) == found


@pytest.mark.parametrize(
    "url",
    [
        "ftp://hub.example/", "javascript:alert(1)", "//hub.example/", "hub.example",
        "https://hub.example/;script-src *", "https://hub.example; script-src *",
        "https://user@hub.example/", "https://*.example/", "https://hub.example/?q=1",
        "https://hub.example/#a", "https://hub.example/ x", "https://HUB.example/", "https://",
        "https://hub.example//other/", "https://hub.example/\n",
    ],
)  # fmt: skip
def test_an_address_that_could_mean_something_else_is_refused(url: str) -> None:
    """Only http(s), a plain host and a plain path; the message says which address it is."""
    with pytest.raises(ConfigurationError, match=r"(?s)entry 2: .*is not the address of a hub"):
        neighbours_of(config(MIDWATER, {"name": "Eastmoor", "url": url}))


@pytest.mark.parametrize("entry", ["https://hub.example/", {"name": "A"}, {"url": "https://a.b/"},
                                   MIDWATER | {"colour": "red"}, {"name": " ", "url": "https://a.b/"},
                                   {"name": 1, "url": "https://a.b/"}, None])  # fmt: skip
def test_an_entry_of_another_form_is_refused(entry: object) -> None:
    """The message shows the form that is expected."""
    with pytest.raises(
        ConfigurationError, match=r"entry 1 is no name and address; expected \{name"
    ):
        neighbours_of(config(entry))


@pytest.mark.parametrize("setting", [{"search_also": "https://hub.example/"}, "search_also", 1])
def test_a_setting_that_is_no_list_is_refused(setting: object) -> None:
    """Whatever stands there, no traceback comes of it."""
    made = MkDocsConfig()
    made.load_dict({"site_name": "Northshire", "extra": {"hub": setting}})

    with pytest.raises(ConfigurationError, match="is no list"):
        neighbours_of(made)


@pytest.mark.parametrize("name", ["Northshire", "Midwater"])
def test_two_hubs_of_one_name_are_refused(name: str) -> None:
    """Readers must see which hub a record is from."""
    with pytest.raises(ConfigurationError, match=f'two hubs are called "{name}"'):
        neighbours_of(config(MIDWATER, {"name": name, "url": "https://other.example/"}))
