"""The page of a version says where it stands, and leads to what came before and after."""

import json
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from lxml.html import fragment_fromstring

from hub.model.hub import Hub
from hub.page import Page
from hub.views.signature_files import records
from hub.views.versions import published_texts, version_pages
from tests.site.reading import words
from tests.views.small_concordat import (
    clause,
    concordat,
    northshire,
    signatory,
    signed,
    studio,
    text,
)

FOLDER = "concordats/northshire/"


def hub_of_versions(*statuses: str) -> Hub:
    """Return a hub whose concordat has versions 1.0, 2.0 ... that stand so, each with a text."""
    versions = [
        {"number": f"{number}.0", "status": status,
         "published": None if status == "draft" else f"202{number}-05-04"}
        for number, status in enumerate(statuses, 1)
    ]  # fmt: skip
    record = concordat(versions=versions)
    texts = {("northshire", each.number): text(clause("need-1")) for each in record.versions}
    return replace(northshire(None, record), texts=texts)


def pages_of(*statuses: str) -> dict[str, Page]:
    """Return the pages of the versions by their address below the concordat's."""
    pages = version_pages(studio(hub_of_versions(*statuses)))
    return {page.address.removeprefix(FOLDER): page for page in pages}


def notices(page: Page) -> list[str]:
    """Return what stands in the notices of a page."""
    html = fragment_fromstring(page.html, create_parent="div")
    return [words(each) for each in html.xpath(".//*[@role='note']")]


@pytest.mark.parametrize(
    ("statuses", "number", "expected"),
    [
        (("in-force",), "1.0", []),
        (("superseded", "in-force"), "1.0",
         [("This version is no longer in force It stays here as it was published and signed. A "
          "signature stays with the version that was signed. Version 2.0 is in force since "
          "4 May 2022.")]),
        (("in-force", "draft"), "2.0",
         [("This is a draft Its words may still change, and nobody can sign it yet. "
          "Version 1.0 is in force since 4 May 2021.")]),
        (("withdrawn",), "1.0",
         [("This version was withdrawn It stays here as it was published. "
          "No version is in force.")]),
    ],
    ids=["in force", "superseded", "draft", "withdrawn"],
)  # fmt: skip
def test_a_version_says_at_the_top_where_it_stands(
    statuses: tuple[str, ...], number: str, expected: list[str]
) -> None:
    """All but the one in force say so, and lead to the one in force where there is one."""
    assert expected == notices(pages_of(*statuses)[f"{number}/"])


def test_every_step_has_a_page() -> None:
    """The first version has none before it to be compared with."""
    expected = ["1.0/", "2.0/", "2.0/changes/", "3.0/", "3.0/changes/"]

    assert expected == [*pages_of("superseded", "in-force", "draft")]


def test_a_version_without_a_text_has_no_page() -> None:
    """What could not be read is not published, and nothing leads there."""
    hub = hub_of_versions("superseded", "in-force")
    hub = replace(hub, texts={("northshire", "2.0"): hub.texts["northshire", "2.0"]})

    assert [f"{FOLDER}2.0/"] == [page.address for page in version_pages(studio(hub))]


def test_drafts_are_not_among_the_texts_that_can_be_signed() -> None:
    """The newest comes first."""
    hub = hub_of_versions("superseded", "in-force", "draft")
    sheet = studio(hub).sheet(FOLDER)
    found = published_texts(sheet, hub.concordats["northshire"])

    assert ["2.0", "1.0"] == [each["version"].number for each in found]


def test_a_record_is_one_line_and_names_no_person() -> None:
    """Keys in order, no blanks, the post and not the name."""
    by = {"role": "Clerk", "name": "Ada Example", "name_published": "yes"}
    body = signatory("midwater-arts", signed(by=by, text="a" * 64))
    [record] = records(concordat(), body)
    fields = json.loads(record.content)

    assert b"\n" == record.content[-1:]
    assert 1 == record.content.count(b"\n")
    assert sorted(fields) == [*fields]
    assert b"Ada" not in record.content
    assert ("Clerk", "a" * 64, "2021-03-01") == (
        fields["role"], fields["text_sha256"], fields["date"],
    )  # fmt: skip


def test_two_signatures_of_one_version_are_two_records() -> None:
    """Two people may sign for one body."""
    body = signatory("midwater-arts", signed(by={"role": "Chair"}), signed(by={"role": "Clerk"}))
    names = [PurePosixPath(each.path).name for each in records(concordat(), body)]

    assert ["midwater-arts-1.0.json", "midwater-arts-1.0-2.json"] == names


def test_an_ssh_signature_stands_beside_its_record() -> None:
    """As `ssh-keygen` looks for it."""
    block = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----"
    body = signatory("midwater-arts", signed(ssh_signature=block))
    record, signature = records(concordat(), body)

    assert f"{record.path}.sig" == signature.path
    assert f"{block}\n".encode() == signature.content
