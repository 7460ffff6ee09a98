"""What all models share: values that are small to keep, and equal, copied and sent like others."""

import pickle

from hub.model.base import Quote
from tests.views.small_concordat import signatory


def test_all_fields_of_a_value_count_as_given() -> None:
    """A quarter of a million values need not each keep a list of what they were given."""
    one, other = Quote(text="a"), Quote(text="b", locator="p. 4")

    assert {"text", "reference", "locator"} == one.model_fields_set
    assert one.model_fields_set is other.model_fields_set


def test_a_copy_is_given_more_and_the_others_are_not() -> None:
    """What values share stays as it is."""
    quote = Quote(text="a")
    copy = quote.model_copy(update={"locator": "p. 4"})

    assert "p. 4" == copy.locator
    assert quote.locator is None
    assert quote.model_fields_set is Quote(text="b").model_fields_set
    assert copy.model_fields_set is not quote.model_fields_set


def test_a_record_is_sent_with_its_place() -> None:
    """A record that another process takes over has its id, and equals the one that was sent."""
    record = signatory("midwater-arts")
    sent = pickle.loads(pickle.dumps(record))  # noqa: S301 - made on this line

    assert "midwater-arts" == sent.id
    assert record.model_dump() == sent.model_dump()


def test_a_record_that_no_file_holds_has_no_id() -> None:
    """Only loading places a record."""
    record = signatory("midwater-arts")

    assert "" == type(record).model_validate(record.model_dump()).id
