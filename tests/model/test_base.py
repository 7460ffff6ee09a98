"""What all models share: values that are small to keep, and equal, copied and sent like others."""

import pickle

from hub.model.base import Quote, Source
from tests.views.small_concordat import signatory


def test_values_that_were_given_the_same_fields_share_the_set_of_them() -> None:
    """A quarter of a million values need not each keep a list of what they were given."""
    one, other = (Quote.model_validate({"text": text}) for text in ("a", "b"))

    assert {"text"} == one.model_fields_set
    assert one.model_fields_set is other.model_fields_set


def test_a_copy_that_is_given_more_takes_nothing_from_the_others() -> None:
    """What is shared stays as it is."""
    quote = Quote(text="a")
    copy = quote.model_copy(update={"locator": "p. 4"})

    assert {"text"} == quote.model_fields_set
    assert {"text", "locator"} == copy.model_fields_set


def test_a_value_dumps_what_it_was_given() -> None:
    """Fields that were left out are still known to be."""
    assert {"note": "an archived copy"} == Source(note="an archived copy").model_dump(
        exclude_unset=True
    )


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
