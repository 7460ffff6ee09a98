"""Badges say which version was signed and how that stands, and need nothing from anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hub.model.concordats import Concordat
from hub.model.signatories import Signatory
from hub.views.badges import Badge, badge
from hub.views.signatory_rows import row_of
from tests.views.small_concordat import concordat, northshire, organisation, signatory
from tests.views.test_signatories import SECOND

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1)


def badge_of(record: Signatory, text: Concordat | None = None) -> Badge:
    """Return the badge of a body that signed."""
    text = text or concordat()
    hub = northshire(None, text, organisation("midwater"), signatories=(record,))
    return badge(text, row_of(hub, text, record))


@pytest.mark.parametrize(
    ("record", "text", "says"),
    [
        (signatory("midwater"), concordat(), "Signed version 1.0, which is current"),
        (signatory("midwater"), concordat(versions=SECOND),
         "Signed version 1.0; not yet reaffirmed for 1.1"),
        (signatory("midwater", withdrawn={"on": "2023-02-01"}), concordat(),
         "Signature withdrawn on 1 February 2023"),
    ],
    ids=["current", "not reaffirmed", "withdrawn"],
)  # fmt: skip
def test_badge_states_version_and_standing(record: Signatory, text: Concordat, says: str) -> None:
    """The words stand in the picture, and in its title for those who do not see it."""
    found = badge_of(record, text)

    assert f"Midwater: Northshire Concordat. {says}" == found.title
    assert [found.title, "Northshire Concordat", says] == [
        each.text for each in etree.fromstring(found.svg).iter() if each.text and each.text.strip()
    ]


def test_badge_has_an_address_of_its_own() -> None:
    """It stands beside the page of the body, under the name of the concordat."""
    assert "organisations/midwater/northshire.svg" == badge_of(signatory("midwater")).address


@given(LINES)
def test_badge_is_good_xml_whatever_the_title(title: str) -> None:
    """No title ends the text, no script or address of elsewhere gets in, and the words fit."""
    found = badge_of(signatory("midwater"), concordat().model_copy(update={"title": title}))
    root = etree.fromstring(found.svg.encode())
    names = {etree.QName(each).localname for each in root.iter()}
    lengths = [int(each) for each in root.xpath("//@textLength")]

    assert names <= {"svg", "title", "rect", "path", "circle", "g", "text"}
    assert root.xpath("string(//*[local-name()='text'][1])") == title
    assert not root.xpath("//@href | //@style | //@src")
    assert all(46 + each <= found.width for each in lengths)


def test_badge_is_the_same_every_time() -> None:
    """The same record gives the same bytes."""
    assert badge_of(signatory("midwater")) == badge_of(signatory("midwater"))
