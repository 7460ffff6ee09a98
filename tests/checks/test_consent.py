"""Nobody is named as a person without having agreed."""

from dataclasses import replace

import pytest

from hub.checks.consent import check_consent
from hub.model.signatories import Signatory, Signer
from tests.views.small_concordat import concordat, northshire, organisation, signatory, signed

BODY = organisation("midwater-arts", aliases=["Midwater Arts Ltd"])
AGREED = {"role": "Singer", "name_published": "yes", "name_basis": "confirmed in writing"}


def found(*signatories: Signatory) -> list[str]:
    """Return what is said of these signatories of a concordat."""
    hub = northshire(None, concordat(), BODY, signatories=signatories)
    return [each.message for each in check_consent(hub)]


def person(**by: object) -> Signatory:
    """Return Ada Example, who signs for herself."""
    signature = signed(capacity="personal", by=by or None)
    return signatory("ada-example", signature, organisation=None)


NOT_SAID = '"Ada Example" signs as a person, and nothing says that the name may be published'


@pytest.mark.parametrize("by", [{}, {"role": "Singer"}, {**AGREED, "name_published": "no"}])
def test_a_person_who_signs_without_having_agreed_is_refused(by: dict[str, object]) -> None:
    """The title of a personal record is a name, and needs consent like any other name."""
    assert [NOT_SAID] == found(person(**by))


@pytest.mark.parametrize("name", [{}, {"name": "Ada  EXAMPLE"}])
def test_a_person_who_agreed_is_named(name: dict[str, str]) -> None:
    """Consent may repeat the name, or leave it to the title."""
    assert [] == found(person(**AGREED, **name))


def test_consent_to_one_name_is_no_consent_to_another() -> None:
    """That Bob Example agreed says nothing of Ada Example."""
    assert [NOT_SAID] == found(person(**AGREED, name="Bob Example"))


def test_leaving_the_capacity_out_hides_nobody() -> None:
    """A record without an organisation is a person's, whatever capacity it states."""
    assert [NOT_SAID] == found(signatory("ada-example", organisation=None))


def test_a_body_needs_no_consent() -> None:
    """A signature for an organisation names the organisation."""
    assert [] == found(signatory("midwater-arts"))


@pytest.mark.parametrize("title", ["Midwater Arts", "Midwater Arts Ltd"])
def test_who_signs_personally_may_be_listed_under_the_body(title: str) -> None:
    """A personal signature whose record is headed by the body's name names nobody."""
    assert [] == found(signatory("midwater-arts", signed(capacity="personal"), title=title))


def test_a_person_behind_a_body_is_a_person() -> None:
    """A personal signature under a name that is not the body's needs consent."""
    record = signatory("midwater-arts", signed(capacity="personal"), title="Ada Example")

    assert [NOT_SAID] == found(record)


def test_a_missing_organisation_is_reported_once() -> None:
    """A record that names an unknown body is not also taken for a person's."""
    hub = northshire(None, concordat(), signatories=(
        signatory("midwater-arts", signed(capacity="personal"), title="Ada Example"),
    ))  # fmt: skip

    assert [] == list(check_consent(replace(hub, organisations={})))


def test_a_post_holder_is_not_named_without_consent() -> None:
    """The model refuses a name beside which nothing says that it may be published."""
    refused = "a name is given, and it is not said that it may be published"

    with pytest.raises(ValueError, match=refused):
        Signer.model_validate({"role": "Director", "name": "Ada Example"})
