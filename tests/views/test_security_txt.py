"""`security.txt` says whom to tell about a weakness, and the same content gives the same file."""

from datetime import date

import pytest

from hub.views.security_txt import PATH, security_txt
from tests.views.small_concordat import concordat, northshire, signatory, signed
from tests.views.small_hub import hub_of, summary, work

REPOSITORY = "https://github.com/northshire/hub"
SITE = "https://hub.example/"
BUILT = date(2026, 2, 3)


def text(site_url: str = SITE, repo_url: str = REPOSITORY, built: date | None = BUILT) -> str:
    """Return the file for a hub with a summary that was reviewed on 3 February 2026."""
    hub = hub_of(work("a"), summary("one", "a", reviewed={"on": "2026-02-03", "by": "an editor"}))
    found = list(security_txt(hub, site_url=site_url, repo_url=repo_url, built=built))
    assert {PATH} >= {each.path for each in found}
    return "".join(each.content.decode() for each in found)


def test_the_file_has_what_the_standard_asks_for() -> None:
    """RFC 9116: a contact, a day on which it expires, languages, and where it belongs."""
    assert (
        "Contact: https://github.com/northshire/hub/security/advisories/new\n"
        "Expires: 2027-02-02T00:00:00Z\n"
        "Preferred-Languages: en\n"
        "Canonical: https://hub.example/.well-known/security.txt\n"
    ) == text()


def test_the_newest_record_dates_a_build_without_a_date() -> None:
    """Without SOURCE_DATE_EPOCH the newest date in the records counts, and never the clock."""
    assert text(built=BUILT) == text(built=None)


def test_a_signature_is_a_date_too() -> None:
    """A hub whose last act is a signature is as new as that signature."""
    hub = northshire(None, concordat(), signatories=(signatory("gone", signed(signed=BUILT)),))
    (found,) = security_txt(hub, site_url=SITE, repo_url=REPOSITORY, built=None)

    assert b"Expires: 2027-02-02T00:00:00Z\n" in found.content


@pytest.mark.parametrize(
    ("site_url", "repo_url"),
    [(SITE, ""), (SITE, "http://github.com/northshire/hub"), (f"{SITE}hub/", REPOSITORY)],
)
def test_without_a_contact_or_a_root_there_is_none(site_url: str, repo_url: str) -> None:
    """A contact is required, over https, and nobody looks below a path."""
    assert "" == text(site_url, repo_url)


def test_an_empty_hub_without_a_date_has_none() -> None:
    """A file that expires at a made-up time would be worse than none."""
    found = security_txt(hub_of(), site_url=SITE, repo_url=REPOSITORY, built=None)

    assert [] == list(found)


def test_other_hosts_have_no_form_that_we_know() -> None:
    """Elsewhere than on GitHub the contact is the repository itself."""
    assert "Contact: https://git.example/hub\n" in text(repo_url="https://git.example/hub/")


def test_before_the_address_is_known_there_is_no_canonical() -> None:
    """A site without an address of its own does not invent one."""
    assert "Canonical" not in text(site_url="")
    assert "Contact" in text(site_url="")
