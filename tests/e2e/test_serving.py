"""The tests' own static host: does it answer as GitHub Pages would?"""

from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.e2e.serving import Serve


def answer(url: str) -> tuple[int, str]:
    """Return the status and the body that a reader gets."""
    try:
        with urlopen(url) as response:
            return response.status, response.read().decode()
    except HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site of two pages and one for what is missing."""
    (tmp_path / "evidence").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "evidence" / "index.html").write_text("evidence", encoding="utf-8")
    (tmp_path / "404.html").write_text("not here", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("under", ["/", "/hub/"])
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", (HTTPStatus.OK, "home")),
        ("evidence/", (HTTPStatus.OK, "evidence")),
        ("evidence", (HTTPStatus.OK, "evidence")),
        ("missing/", (HTTPStatus.NOT_FOUND, "not here")),
        ("empty/", (HTTPStatus.NOT_FOUND, "not here")),
    ],
)
def test_folders_have_an_index_and_the_rest_is_missing(
    serve: Serve, folder: Path, under: str, path: str, expected: tuple[int, str]
) -> None:
    """A folder answers with its index, and anything else with 404.html, under any sub-path."""
    address = serve(folder, under)

    assert expected == answer(address + path)


def test_outside_the_sub_path_there_is_nothing(serve: Serve, folder: Path) -> None:
    """A link that forgets the sub-path leads nowhere, as it would on the real host."""
    address = serve(folder, "/hub/")

    assert (HTTPStatus.NOT_FOUND, "not here") == answer(address.removesuffix("hub/"))
