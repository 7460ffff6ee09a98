"""Most texts hold nothing to be told of; the quick look that sees it passes nothing over."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hub.codes import Code
from hub.loading.limits import MAX_NESTING, beyond_limits
from hub.loading.privacy import find_personal
from hub.source import SourceText

POSTCODE = re.compile(r"[A-Z](?<![\w/.-][A-Z])[A-Z]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\w/-])")
PHONE = re.compile(r"[+0](?:0(?=[1-9])|(?=[1-9]))(?:[ ()\u00a0-]{0,3}\d){8,14}(?![\w-])")
MARK = r"[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
NESTED = re.compile(rf"^(?:{MARK}){{{MAX_NESTING + 1}}}", re.MULTILINE)

near_personal = st.lists(
    st.sampled_from([
        *("@", "\uff20", "&#64;", "&commat;", "%40", "[at]", "{ at }", "a", "b.org", "://", "SMD"),
        *("SW1A", " 1AA", "W1", "A1 ", "2BC", "\u0662", "\u00e9", ".", "-", " ", "\n", "\u00a0"),
        *("+44", "0", "020 ", "(0)", "7946 0", "958", "12"),
    ])
).map("".join)  # fmt: skip
near_nested = st.lists(
    st.sampled_from([*(["> ", ">", "- ", "1. "] * 5), "* ", "9) ", "\t", "x", "-", "\n"]),
    max_size=70,
).map("".join)


@settings(deadline=None)
@given(near_personal)
@example("SW1A 1AA, SW1A1AA and +44 20 7946 0958")
def test_no_postcode_and_no_telephone_number_is_passed_over(text: str) -> None:
    """What one long expression finds in a text made of pieces is found by the quick look, too."""
    found = [*find_personal(text)]
    postcodes = [each for each in found if each.code is Code.POSTCODE_IN_PUBLIC_FILE]
    phones = {each.start for each in found if each.code is Code.PHONE_IN_PUBLIC_FILE}
    possible = {
        each.start(): sum(map(str.isdigit, each[0]))
        for each in PHONE.finditer(text)
        if not (each.start() and re.match(r"[\w.+/-]", text[each.start() - 1]))
    }

    assert [each.span() for each in POSTCODE.finditer(text)] == [
        (each.start, each.end) for each in postcodes
    ]
    assert {start for start, digits in possible.items() if digits in {10, 11}} <= phones
    assert phones <= possible.keys()


@settings(deadline=None)
@given(near_personal)
@example("a[at]b.org, a@b.org and a&#64;b.org")
def test_addresses_are_told_in_their_order(text: str) -> None:
    """However the @ is written, what stands first is told first."""
    found = [each for each in find_personal(text) if each.code is Code.EMAIL_IN_PUBLIC_FILE]

    assert sorted(found) == found


def test_each_way_to_write_an_address_is_noticed() -> None:
    """A page or a reader would turn each of these into an @."""
    ways = [
        "@",
        "\uff20",
        "&#64;",
        "&#0064;",
        "&#x40;",
        "&commat;",
        "%40",
        "[at]",
        "(AT)",
        "{ at }",
    ]

    assert [1] * len(ways) == [len([*find_personal(f"x: a{way}b.org")]) for way in ways]


@settings(deadline=None)
@given(near_nested)
@example("> " * 21)
@example("a\n\n" + "- " * 21)
def test_no_deep_nesting_is_passed_over(text: str) -> None:
    """The first line with too many marks is told, wherever it stands."""
    found, fault = NESTED.search(text), beyond_limits(SourceText("a.yml", text))

    assert (found and text.count("\n", 0, found.start()) + 1) == (fault and fault.span.line)
