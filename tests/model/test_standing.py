"""A signature stays with the version that was signed, and its standing is derived."""

from hub.model.standing import Standing, last_signature, standing, still_signed
from tests.views.small_concordat import PUBLISHED, concordat, signatory, signed

VERSIONS = [
    {**PUBLISHED, "status": "superseded"},
    {"number": "1.10", "published": "2020-01-01", "status": "superseded", "replaces": "1.0"},
    {"number": "2.0", "published": "2022-01-01", "status": "in-force", "replaces": "1.10"},
]


def test_signing_the_version_in_force_is_current() -> None:
    """Who signed the version in force is current."""
    assert Standing.CURRENT is standing(signatory("midwater-arts"), concordat())


def test_signature_does_not_move_to_a_new_version() -> None:
    """Who signed an older version has not reaffirmed it."""
    record = concordat(versions=VERSIONS)

    assert Standing.NOT_REAFFIRMED is standing(signatory("midwater-arts"), record)


def test_withdrawal_outweighs_a_signature() -> None:
    """Who took a signature back is withdrawn, and no longer counts."""
    gone = signatory("midwater-arts", withdrawn={"on": "2023-01-01"})

    assert (Standing.WITHDRAWN, ()) == (standing(gone, concordat()), still_signed([gone]))


def test_last_signature_follows_the_order_of_versions() -> None:
    """The newest version signed is found by the concordat's order, not by how it is spelled."""
    both = signatory("midwater-arts", signed("1.10"), signed("1.0"))

    assert "1.10" == last_signature(both, concordat(versions=VERSIONS)).version
