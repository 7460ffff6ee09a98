"""The place in mkdocs.yml to which files may be sent: what is taken, and what is refused."""

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from hub.adapter.sending import send_to


def config(**hub: Any) -> MkDocsConfig:  # noqa: ANN401 - whatever stands in the file
    """Return a configuration with these settings of the hub."""
    made = MkDocsConfig()
    made.load_dict({"site_name": "Northshire", "extra": {"hub": hub}})
    return made


@pytest.mark.parametrize("settings", [{}, {"send_to": None}, {"send_to": ""}])
def test_files_are_sent_nowhere_unless_a_place_is_named(settings: dict[str, Any]) -> None:
    """An empty setting is none."""
    assert not send_to(config(**settings))


@pytest.mark.parametrize(
    "place",
    [
        "hub@council.example", "creative.health+hub@northshire.nhs.example",
        "https://council.example/hand-in/", "https://council.example:8443/form?for=hub",
    ],
)  # fmt: skip
def test_a_mailbox_or_a_page_is_taken_as_it_is_written(place: str) -> None:
    """Whoever keeps the hub knows best how files reach them."""
    assert place == send_to(config(send_to=place))


@pytest.mark.parametrize(
    "place",
    [
        "hub", "hub@council", "mailto:hub@council.example", "hub@council.example?bcc=a@b.example",
        "hub@council.example, b@c.example", "A Hub <hub@council.example>", "hub@council.example\n",
        "http://council.example/", "javascript:alert(1)", "https://user@council.example/",
        "https://council.example/a b", 'https://council.example/"', ["hub@council.example"], 5,
    ],
)  # fmt: skip
def test_what_could_mean_something_else_is_refused(place: object) -> None:
    """With the place as it stands there, and an example of one that would do."""
    with pytest.raises(ConfigurationError, match=r"(?s)send_to: .* no place .*hub@council.example"):
        send_to(config(send_to=place))
