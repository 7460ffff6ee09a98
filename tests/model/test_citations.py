"""Citations in prose: what counts as one, and what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.citations import Citation, Locator, parse_citations

PARSED = {
    "[@Sample2021]": [Citation("Sample2021")],
    "[@Sample2021, p. 4]": [Citation("Sample2021", locator=Locator("p.", "4"))],
    "[@Sample2021, pp. 4-9, with care]":
        [Citation("Sample2021", locator=Locator("pp.", "4-9"), suffix="with care")],
    "[see @Sample2021, table 2]":
        [Citation("Sample2021", "see", Locator("table", "2"))],
    "[@Sample2021; @Example2019]": [Citation("Sample2021"), Citation("Example2019")],
    "[@Sample2021 abstract]": [Citation("Sample2021", locator=Locator("abstract", ""))],
    "[@van-der-Sample:2021]": [Citation("van-der-Sample:2021")],
}  # fmt: skip


@pytest.mark.parametrize("prose", PARSED)
def test_what_a_citation_says(prose: str) -> None:
    """Key, locator, prefix and suffix are taken apart."""
    (group,) = parse_citations(f"Before {prose} after.")

    assert PARSED[prose] == list(group.citations)


@pytest.mark.parametrize(
    "prose",
    [
        "write to ada@northshire.example", "`[@code]`", "``a ` [@code]``", r"\[@escaped]",
        "```\n[@fenced]\n```", "[a link](https://x.example/@ada)", "[@]", "@bare", "[@1digit]",
    ],
)  # fmt: skip
def test_what_is_no_citation(prose: str) -> None:
    """Addresses, code, escapes and bare keys are left alone."""
    assert [] == list(parse_citations(prose))


def test_offsets_frame_the_brackets() -> None:
    """A group knows where it stands in the prose."""
    prose = "One [@A1] and two [@B2, p. 3]."

    assert ["[@A1]", "[@B2, p. 3]"] == [
        prose[each.start : each.end] for each in parse_citations(prose)
    ]


@given(st.text(alphabet="[]@;, p.4aZ`~\\\n", max_size=200))
def test_any_text_can_be_parsed(prose: str) -> None:
    """No text raises, and every group lies in it, in order."""
    ends = [0]
    for group in parse_citations(prose):
        assert ends[-1] <= group.start < group.end <= len(prose)
        ends.append(group.end)
