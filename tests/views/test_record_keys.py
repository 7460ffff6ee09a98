"""Keys of records: of what they say, with the works they name, and as lists show them."""

import pytest

from hub.model.evidence import EvidenceSummary
from hub.model.references import Reference
from hub.views.record_keys import RecordKeys
from tests.views.small_concordat import signatory
from tests.views.small_hub import FileOrigin, studio_of, summary, work

SUMMARY = summary("a", "Own2020")


def keys_of(*works: Reference) -> RecordKeys:
    """Return the keys of a hub with these works, with which a summary sums up its own."""
    return RecordKeys(studio_of(SUMMARY, work("Own2020"), *works))


def saying(text: str) -> EvidenceSummary:
    """Return a summary that was made from a text."""
    made = SUMMARY.model_copy()
    made.placed("a", FileOrigin("evidence/summaries/a.yml"), text)
    return made


def test_a_record_says_what_it_was_made_from() -> None:
    """To write it out again would take longer; one that no text is known of is written out."""
    assert '{"title": "A"}' == saying('{"title": "A"}').said
    assert SUMMARY.model_dump_json() == SUMMARY.said


def test_a_key_is_of_what_a_record_says() -> None:
    """What says the same has the same key, and nothing else has."""
    one, same, other = (keys_of().alone(saying(text)) for text in ("{}", "{}", '{"a": ""}'))

    assert one == same != other


def test_records_of_one_id_have_keys_of_their_own() -> None:
    """Who signed two concordats has two records of one id."""
    first, second = signatory("choir"), signatory("choir")
    second.placed("choir", FileOrigin("concordats/southshire/signatories/choir.yml"))
    keys = keys_of()

    assert keys.alone(first) != keys.alone(second)


@pytest.mark.parametrize(
    "text",
    [
        '{"critiques":[{"reference":"New2021"}]}',
        '{"critiques":[{"reference":" New2021 "}]}',
        r'{"critiques":[{"reference":"\nNew2021\t"}]}',
        r'{"critiques":[{"reference":"\u000bNew2021"}]}',
        '{"critiques":[{"reference":"\u2003New2021"}]}',
        '{"answer":"It helps [see @New2021, p. 4]."}',
        r'{"answer":"It helps:\n[@New2021]"}',
        r'{"answer":"\"It helps\" [@New2021; @Own2020]"}',
    ],
)
def test_a_whole_holds_the_works_that_a_record_names(text: str) -> None:
    """However they are written: when one of them changes, so does the key."""
    before, after = (work("New2021", title=title) for title in ("Before", "After"))

    assert keys_of(before).whole(saying(text)) != keys_of(after).whole(saying(text))


def test_a_whole_leaves_out_works_that_a_record_does_not_name() -> None:
    """A page need not be written anew for a work that it does not show."""
    before, after = (work("New2021", title=title) for title in ("Before", "After"))

    assert keys_of(before).whole(SUMMARY) == keys_of(after).whole(SUMMARY)


def test_what_lists_show_is_in_the_key_of_an_entry() -> None:
    """That is the summary, the work it sums up, and how many others have its people."""
    records = summary("a", "Own2020", cohort="harbour"), summary("b", "New2021", cohort="harbour")
    apart = records[0], summary("b", "New2021")
    works = work("Own2020"), work("New2021")
    renamed = work("Own2020", title="Renamed"), work("New2021")
    hubs = (*records, *works), (*records, *works), (*apart, *works), (*records, *renamed)
    keys = [RecordKeys(studio_of(*hub)).entry(records[0]) for hub in hubs]

    assert keys[0] == keys[1]
    assert 3 == len(set(keys))
