"""Versions of the demonstration's concordats as published, against their files."""

import hashlib
import json
import re
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement, document_fromstring

from tests.site.reading import facts, leads_to, main, read_record, read_records, words

NATIONAL = "concordats/demonstration-national/"
LOCAL = "concordats/demonstration-northshire/"
VERSIONS = [
    (NATIONAL, "1.0"), (NATIONAL, "1.1"), (NATIONAL, "2.0"), (LOCAL, "1.0"),
]  # fmt: skip
TRANSLATIONS = [(NATIONAL, "1.1"), (LOCAL, "1.0")]
EVERY = pytest.mark.parametrize(("concordat", "number"), VERSIONS, ids=[*map("".join, VERSIONS)])


def page(site: Path, address: str) -> HtmlElement:
    """Return a page of a site."""
    return document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def source_words(path: Path) -> str:
    """Return the words of a Markdown text; its marks are few, and none of them is a word."""
    text = re.sub(r"^(?:#+ |\s*- |---$|(\d+)\. )", r"\1 ", path.read_text(encoding="utf-8"),
                  flags=re.MULTILINE)  # fmt: skip
    return " ".join(text.replace("*", "").split())


def printed(element: HtmlElement) -> str:
    """Return what an element prints of a concordat, without the hub's own links and titles."""
    text = deepcopy(element)
    ours = (
        ".//a[contains(@class, 'hub-permalink')] | .//*[contains(., 'no printed heading')"
        " and self::h2] | .//*[@aria-hidden]"
    )
    for each in text.xpath(ours):
        each.drop_tree()
    return words(text)


def notice(site: Path, address: str) -> str:
    """Return what stands in the notice at the top of a page."""
    return words(main(page(site, address)).xpath(".//*[@role='note']")[0])


@EVERY
def test_a_version_prints_its_text(
    demo_site: Path, demo_hub: Path, concordat: str, number: str
) -> None:
    """Word for word what the file holds, and nothing else."""
    [text] = main(page(demo_site, f"{concordat}{number}/")).find_class("hub-concordat")

    assert source_words(demo_hub / f"{concordat}{number}.md") == printed(text)


@EVERY
def test_the_text_is_published_byte_for_byte(
    demo_site: Path, demo_hub: Path, concordat: str, number: str
) -> None:
    """`sha256sum` of the published file is the fingerprint on the page, and that of the lock."""
    published = demo_site / f"{concordat}{number}/{number}.md"
    said = words(main(page(demo_site, f"{concordat}{number}/")))
    run = subprocess.run(
        ["sha256sum", published.name], cwd=published.parent, capture_output=True, check=True,
        encoding="ascii",
    )  # fmt: skip
    fingerprint = run.stdout.split()[0]
    locked = {each["number"]: each["sha256"]
              for each in read_record(demo_hub / f"{concordat}lock.yml")["versions"]}  # fmt: skip

    assert (demo_hub / f"{concordat}{number}.md").read_bytes() == published.read_bytes()
    assert f"sha256sum {number}.md" in said
    assert fingerprint in said
    assert fingerprint == locked[number]


def test_a_version_says_where_it_stands(demo_site: Path) -> None:
    """A superseded one says so at the top and leads to the one in force; that one does not."""
    old, new = page(demo_site, f"{NATIONAL}1.0/"), page(demo_site, f"{NATIONAL}2.0/")
    expected = {
        "Status": "Superseded", "Replaces": "Nothing: it is the first", "Replaced by": "1.1",
    }  # fmt: skip

    assert "Version 2.0 is in force since 1 September 2025" in notice(demo_site, f"{NATIONAL}1.0/")
    assert NATIONAL in leads_to(main(old), f"{NATIONAL}1.0/")
    assert expected == {term: facts(old)[term] for term in expected}
    assert [] == main(new).xpath(".//*[@role='note']")
    assert "In force" == facts(new)["Status"]


def test_a_version_counts_those_who_signed_it(demo_site: Path, demo_hub: Path) -> None:
    """Whoever signed it and has not withdrawn, whatever else was signed since."""
    signatories = read_records(demo_hub / f"{NATIONAL}signatories").values()
    stands = [each for each in signatories if "withdrawn" not in each]
    for number in ("1.0", "1.1", "2.0"):
        signed = sum(any(sig["version"] == number for sig in each["signatures"]) for each in stands)
        said = facts(page(demo_site, f"{NATIONAL}{number}/"))["Signed by"]
        assert f"{signed} signatories" == said


def test_the_concordat_leads_to_every_version(demo_site: Path) -> None:
    """And to what changed in each, and to its translation."""
    links = leads_to(main(page(demo_site, NATIONAL)), NATIONAL)
    expected = {
        *(f"{NATIONAL}{each}/" for each in ("1.0", "1.1", "2.0")),
        f"{NATIONAL}1.1/changes/", f"{NATIONAL}2.0/changes/", f"{NATIONAL}1.1/cy/",
    }  # fmt: skip

    assert expected <= links
    assert not (demo_site / f"{NATIONAL}1.0/changes").exists()


@pytest.mark.parametrize(
    ("number", "says", "table"),
    [
        ("1.1", "3 carried over word for word, 3 changed in words, 1 added and 1 dropped",
         {"believe-2": "Changed in words", "believe-4": "Added", "will-2": "Dropped",
          "will-3": "Changed in words", "begin": "Changed in words"}),
        ("2.0", "4 carried over word for word, 2 changed in words, 2 added and 1 dropped",
         {"believe-1-para": "Added", "believe-3": "Dropped", "will-1": "Changed in words",
          "will-3": "Changed in words", "will-4": "Added"}),
    ],
    ids=["1.1", "2.0"],
)  # fmt: skip
def test_a_step_says_what_became_of_each_clause(
    demo_site: Path, number: str, says: str, table: dict[str, str]
) -> None:
    """Counted by hand from the two texts."""
    found = main(page(demo_site, f"{NATIONAL}{number}/changes/"))
    rows = found.xpath(".//table[@id='changed']/tbody/tr")

    said = re.sub(r" clauses?", "", words(found.find_class("hub-lead")[0]))
    assert f"{says}." == said
    assert table == {words(row[0]): words(row[1]) for row in rows}


@pytest.mark.parametrize(("old", "new"), [("1.0", "1.1"), ("1.1", "2.0")])
def test_both_texts_can_be_read_off_a_step(
    demo_site: Path, demo_hub: Path, old: str, new: str
) -> None:
    """Without <ins> the words are the old text's, without <del> the new one's."""
    [changes] = main(page(demo_site, f"{NATIONAL}{new}/changes/")).find_class("hub-changes")
    for number, other in ((old, "ins"), (new, "del")):
        text = deepcopy(changes)
        for each in text.xpath(f".//{other} | .//p[contains(@class, '__head')]"
                               " | .//*[@class='hub-hidden']"):  # fmt: skip
            each.drop_tree()
        source = source_words(demo_hub / f"{NATIONAL}{number}.md")
        wanted = "".join(re.sub(r"(?<=[.:;]) \d+ (?=[A-Z])", " ", source).split())

        assert wanted == "".join(text.text_content().split())


def test_marked_words_are_said_as_well(demo_site: Path) -> None:
    """Each insertion and deletion begins with a word for those who cannot see the line."""
    [changes] = main(page(demo_site, f"{NATIONAL}2.0/changes/")).find_class("hub-changes")
    said = {each.tag: words(each)[:9] for each in changes.iter("ins", "del")}

    assert {"ins": "[added: ", "del": "[dropped:"} == {**said, "ins": said["ins"][:8]}


@pytest.mark.parametrize(("concordat", "number"), TRANSLATIONS)
@pytest.mark.parametrize("side", ["translated", "original"])
def test_a_translation_stands_beside_its_text(
    demo_site: Path, demo_hub: Path, concordat: str, number: str, side: str
) -> None:
    """Each side is one file word for word, and says which language it is in."""
    found = main(page(demo_site, f"{concordat}{number}/cy/")).find_class("hub-translation")[0]
    is_welsh = side == "translated"
    language, ending = ("cy", ".cy.md") if is_welsh else ("en-GB", ".md")
    text = deepcopy(found)
    for each in text.xpath(f".//*[@lang and @lang != '{language}']"):
        each.drop_tree()

    assert source_words(demo_hub / f"{concordat}{number}{ending}") == printed(text)


def test_a_translation_says_that_it_lags_behind(demo_site: Path) -> None:
    """The one of 1.1 does, for 2.0 is in force; the one of the local text does not."""
    said = notice(demo_site, f"{NATIONAL}1.1/cy/")
    local = main(page(demo_site, f"{LOCAL}1.0/cy/"))

    assert said.startswith("This translation lags behind It translates version 1.1. Version 2.0 is")
    assert [] == local.xpath(".//*[@role='note']")
    welsh = facts(page(demo_site, f"{NATIONAL}1.1/cy/"))
    assert "Version 1.1, published on 3 June 2024" == welsh["Translates"]


def records(site: Path) -> dict[str, dict[str, Any]]:
    """Return the published records of signatures by their path."""
    folder = site / "data/v1/signatures"
    return {
        path.relative_to(folder).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.json"))
    }


def test_every_signature_of_a_body_has_a_record(demo_site: Path, demo_hub: Path) -> None:
    """As many as the files hold, each with the hash of the text that was signed."""
    texts = {
        (path.parent.name, path.stem): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in demo_hub.glob("concordats/*/?.?.md")
    }
    expected = {
        f"{folder.parent.name}/{name}-{signature['version']}.json":
            (texts[folder.parent.name, signature["version"]], signature.get("signed", "null"))
        for folder in demo_hub.glob("concordats/*/signatories")
        for name, each in read_records(folder).items()
        for signature in each["signatures"]
        if "organisation" in each
    }  # fmt: skip
    found = {
        path: (each["text_sha256"], each["date"] or "null")
        for path, each in records(demo_site).items()
    }

    assert expected == found


def test_no_record_names_a_person(demo_site: Path, demo_hub: Path) -> None:
    """A record can be kept by anybody for ever, so names that may be erased are not in it."""
    signatories = [
        (name, each)
        for folder in demo_hub.glob("concordats/*/signatories")
        for name, each in read_records(folder).items()
    ]
    people = {name for name, each in signatories if "organisation" not in each}
    names = people | {
        signature["by"]["name"]
        for _, each in signatories
        for signature in each["signatures"]
        if "name" in signature.get("by", {})
    }
    content = str(records(demo_site))

    assert people
    assert names - people
    assert set() == {name for name in names if name in content}
