"""Evidence for a question, on the real site: every number counted anew from the files."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from lxml.html import HtmlElement

from hub.checks.plainness import OLDEST, reading_age
from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, leads_to, main, read_record, words

Finding = dict[str, Any]
Found = tuple[str, dict[str, Any], Finding]
"""The name of a summary, the summary, and one of its findings."""

QUESTIONS = "evidence/questions/"
ANSWERS = {
    "benefit": "found a benefit", "no-difference": "found no difference",
    "mixed": "gave a mixed answer", "harm": "found harm", "not-estimable": "could not tell",
}  # fmt: skip
STRANDS = {
    "arts-therapy": "Arts therapy, by a therapist", "": "Other, or several kinds together",
    "participatory": "Taking part in the arts", "receptive": "Taking part in the arts",
    "on-prescription": "Taking part in the arts",
}  # fmt: skip


@pytest.fixture(scope="module")
def questions(pages: Pages) -> dict[str, HtmlElement]:
    """Return the pages of all questions by their names."""
    return {
        address.removeprefix(QUESTIONS).strip("/"): page
        for address, page in pages.items()
        if address.startswith(QUESTIONS) and address != QUESTIONS
    }


def state(key: str) -> str:
    """Return the state of a work in the library; "" where all is well."""
    library = (REPOSITORY / "evidence" / "references.bib").read_text(encoding="utf-8")
    entry = re.search(rf"(?ms)^@\w+\{{\s*{re.escape(key)},.*?^\}}", library)
    assert entry
    return "".join(re.findall(r"(?m)^\s*status\s*=\s*[{\"](\w+)", entry[0]))


def found_for(name: str, summaries: Records) -> list[Found]:
    """Return the findings that a question gathers."""
    outcome, _, condition = name.partition("/")
    return [
        (key, each, finding)
        for key, each in summaries.items()
        if each.get("status", "published") == "published" and state(each["source"]) != "retracted"
        and (not condition or condition in each.get("conditions", []))
        for finding in each.get("findings", [])
        if finding["outcome"] == outcome
    ]  # fmt: skip


def compared(found: list[Found]) -> dict[str, Counter[str]]:
    """Count what bodies of evidence say that compare groups, for each kind of activity."""
    said: dict[str, dict[str, list[Finding]]] = {}
    for key, summary, finding in found:
        if finding["comparison"] == "between-groups" and "subgroup" not in finding:
            kind = STRANDS[summary.get("mode", "")]
            said.setdefault(kind, {}).setdefault(summary.get("cohort", key), []).append(finding)
    return {
        kind: Counter(answer(each) for each in bodies.values()) for kind, bodies in said.items()
    }


def answer(findings: list[Finding]) -> str:
    """Return what findings of one body say: the main ones, if there are any; else all."""
    main_ones = [each for each in findings if each.get("primary") in ("yes", "true")]
    given = {each["direction"] for each in main_ones or findings}
    given = given - {"not-estimable"} or given
    return given.pop() if len(given) == 1 else "mixed"


def sentences(page: HtmlElement) -> dict[str, list[str]]:
    """Return what is said in short, by its heading."""
    (listing, *_) = main(page).xpath(".//dl")
    return {
        words(term): [words(each) for each in term.getnext().iter("li")] or [words(term.getnext())]
        for term in listing.iter("dt")
    }


def test_every_outcome_with_findings_has_a_page(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """And every pair of outcome and condition on which two bodies of evidence bear."""
    outcomes = {f["outcome"] for each in summaries.values() for f in each.get("findings", [])}
    pairs = set()
    for outcome in outcomes:
        found = found_for(outcome, summaries)
        for condition in {one for _, each, _ in found for one in each.get("conditions", [])}:
            ours = found_for(f"{outcome}/{condition}", summaries)
            if len(bodies(ours)) > 1 and len(ours) < len(found):
                pairs.add(f"{outcome}/{condition}")

    assert outcomes | pairs == questions.keys()


def bodies(found: list[Found]) -> set[str]:
    """Return the bodies of evidence of findings."""
    return {each.get("cohort", key) for key, each, _ in found}


def test_findings_and_works_are_counted(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """The first sentence says how many, and counts papers on the same people once."""
    for name, page in questions.items():
        found = found_for(name, summaries)
        works, once = {key for key, _, _ in found}, bodies(found)
        said = words(main(page))

        assert f"{counted(len(found), 'finding')} from {counted(len(works), 'work')}." in said, name
        assert (len(once) < len(works)) == ("Papers on the same people count once: " in said), name


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def test_what_agrees_and_what_does_not_is_counted(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """There is one sentence for each kind of activity, with the numbers of the records."""
    for name, page in questions.items():
        expected = {
            sentence(kind, answers)
            for kind, answers in compared(found_for(name, summaries)).items()
        }
        shown = {
            each
            for part in sentences(page).values()
            for each in part
            if each.startswith((*STRANDS.values(),)) and "nothing here compares" not in each
        }

        assert (name, expected) == (name, shown)


def sentence(kind: str, answers: Counter[str]) -> str:
    """Return what is to be said of those that compare groups for one kind of activity."""
    total = sum(answers.values())
    comparing = f"{total} studies or reviews that compare groups"
    parts = [f"{answers[each]} {ANSWERS[each]}" for each in ANSWERS if answers[each]]
    first, *others = [each for each in ANSWERS if answers[each]]
    if total == 1:
        return f"{kind}: one study or review compares groups. It {ANSWERS[first]}."
    if others or first == "mixed":
        listed = " and ".join([each for each in (", ".join(parts[:-1]), parts[-1]) if each])
        return f"{kind}: of {comparing}, {listed}."
    if first == "not-estimable":
        return f"{kind}: not one of {comparing} could tell."
    return f"{kind}: all {comparing} {ANSWERS[first]}."


def test_every_finding_stands_in_the_part_that_fits_it(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """What compares groups, what does not, and what is of a subgroup are never in one list."""
    parts = ("Groups compared", "Findings that cannot show an effect", "For some people only")
    for name, page in questions.items():
        wanted: dict[str, set[str]] = {each: set() for each in parts}
        for key, summary, finding in found_for(name, summaries):
            part = "Findings that cannot show an effect"
            if "subgroup" in finding:
                part = "For some people only"
            elif finding["comparison"] == "between-groups":
                part = "Groups compared"
            number = summary["findings"].index(finding) + 1
            wanted[part].add(f"evidence/summaries/{key}/#finding-{number}")

        shown = {each: set[str]() for each in parts}
        heading = ""
        for element in main(page).iter("h2", "ul"):
            if element.tag == "h2":
                heading = words(element)
            elif heading in shown and "hub-found" in element.get("class", ""):
                shown[heading] |= leads_to(element, f"{QUESTIONS}{name}/")

        assert wanted == shown, name


def figures(page: HtmlElement) -> Iterator[tuple[HtmlElement, list[list[str]]]]:
    """Yield each forest plot with the rows of its table: address, figure, interval."""
    for figure in main(page).iter("figure"):
        (table,) = figure.iter("table")
        if str(table.get("id")).startswith("forest"):
            yield (
                figure,
                [
                    [
                        row.xpath("./th/a/@href")[0],
                        *(words(each) for each in row.xpath("./td")[:2]),
                    ]
                    for row in table.xpath("./tbody/tr")
                ],
            )


def test_every_number_drawn_stands_in_its_record(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """Digit for digit, in the table and in the picture; two or more of one kind, never mixed."""
    plots = 0
    for name, page in questions.items():
        for figure, rows in figures(page):
            plots += 1
            drawn = [words(each) for each in figure.xpath(".//*[@class='hub-plot__number']")]
            kinds = set()
            for (href, value, interval), said in zip(rows, drawn, strict=True):
                key, number = re.findall(r"summaries/([\w-]+)/#finding-(\d+)", href)[0]
                summary = summaries[key]
                finding = summary["findings"][int(number) - 1]
                estimate = finding["estimate"]
                kinds.add((estimate["statistic"], estimate["favours"], finding["comparison"],
                           STRANDS[summary.get("mode", "")]))  # fmt: skip
                printed = [estimate["value"], " to ".join(estimate["ci"])]

                assert printed == [value.replace("−", "-"), interval.replace("−", "-")], name
                assert f"{value} ({interval})" == said, name
            assert len(rows) > 1, name
            assert 1 == len(kinds), name
    assert plots


def test_every_bar_is_a_body_of_evidence(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """As many bars as bodies: those that compare groups, and the others by themselves."""
    for name, page in questions.items():
        found = [each for each in found_for(name, summaries) if "subgroup" not in each[2]]
        ours = bodies([each for each in found if each[2]["comparison"] == "between-groups"])
        others = bodies([each for each in found if each[2]["comparison"] != "between-groups"])
        number = len(ours) + len(others)
        bars = main(page).xpath(".//rect[contains(@class, 'hub-plot__bar')]")
        rows = main(page).xpath(".//table[@id='harvest']/tbody/tr")

        assert (name, number if number > 1 else 0) == (name, len(bars))
        assert len(bars) == len(rows), name


def test_harms_are_counted(questions: dict[str, HtmlElement], summaries: Records) -> None:
    """Reported, none, and silence: three numbers that make up all works."""
    for name, page in questions.items():
        works = {key: each["harms"]["status"] for key, each, _ in found_for(name, summaries)}
        said = Counter(works.values())
        numbers = re.findall(
            r"Of (\w+) works?, (\w+) reports? harms, (\w+) says? there were none, and (\w+) says? ",
            words(main(page)),
        )
        expected = [len(works), said["reported"], said["none-reported"], said["not-stated"]]

        assert [tuple(str(each or "none") for each in expected)] == numbers, name


def test_the_list_counts_what_compares_groups(pages: Pages, summaries: Records) -> None:
    """A row for each question with the numbers of bodies of evidence by what they say."""
    page = main(pages[QUESTIONS])
    for row in page.xpath(".//table[@id='questions']/tbody/tr"):
        (address,) = leads_to(row, QUESTIONS)
        found = found_for(address.removeprefix(QUESTIONS).strip("/"), summaries)
        ours = [each for each in found if each[2]["comparison"] == "between-groups"
                and "subgroup" not in each[2]]  # fmt: skip
        by_body: dict[str, list[Finding]] = {}
        for key, summary, finding in ours:
            by_body.setdefault(summary.get("cohort", key), []).append(finding)
        said = Counter(answer(each) for each in by_body.values())
        numbers = [*(said[each] for each in ANSWERS), len(bodies(found)) - len(by_body)]

        assert (address, numbers) == (address, [int(words(each)) for each in row.iter("td")])


def test_critics_are_named_at_the_top(
    questions: dict[str, HtmlElement], summaries: Records
) -> None:
    """Every challenged work of a question is named above what was found."""
    for name, page in questions.items():
        works = {key: each for key, each, _ in found_for(name, summaries)}
        challenged = {key for key, each in works.items() if each.get("critiques")}
        notices = main(page).xpath(".//div[contains(@class, 'hub-notice--critique')]")
        linked = {link for each in notices for link in leads_to(each, f"{QUESTIONS}{name}/")}

        assert {f"evidence/summaries/{key}/" for key in challenged} <= linked, name
        assert bool(challenged) == bool(notices), name


def test_pages_lead_to_their_questions(pages: Pages, summaries: Records) -> None:
    """From each summary, from the front of the evidence, and from browsing by outcome."""
    outcomes = {f["outcome"] for each in summaries.values() for f in each.get("findings", [])}
    for key, summary in summaries.items():
        address = f"evidence/summaries/{key}/"
        ours = {f"{QUESTIONS}{each['outcome']}/" for each in summary.get("findings", [])}
        assert ours <= leads_to(main(pages[address]), address)
    for outcome in outcomes:
        address = f"evidence/by/outcome/{outcome}/"
        assert f"{QUESTIONS}{outcome}/" in leads_to(main(pages[address]), address)

    front = leads_to(main(pages["evidence/"]), "evidence/")
    assert {
        QUESTIONS,
        "evidence/over-time/",
        *(f"{QUESTIONS}{each}/" for each in outcomes),
    } <= front


def test_works_are_counted_by_year(pages: Pages, summaries: Records) -> None:
    """Each year has as many works as the records have sources of that year."""
    library = (REPOSITORY / "evidence" / "references.bib").read_text(encoding="utf-8")
    years = Counter(
        re.findall(r"(?ms)^\s*(?:year|date)\s*=\s*[{\"](\d{4})", entry)[0]
        for each in summaries.values()
        if each.get("status", "published") == "published"
        for entry in re.findall(rf"(?ms)^@\w+\{{\s*{re.escape(each['source'])},.*?^\}}", library)
    )
    rows = main(pages["evidence/over-time/"]).xpath(".//table[@id='over-time']/tbody/tr")
    shown = {words(row[0]): sum(int(words(each)) for each in row.iter("td")) for row in rows}

    assert {**years, "All": sum(years.values())} == shown


def test_the_labels_of_questions_are_those_of_the_vocabularies(pages: Pages) -> None:
    """A question is called after its outcome, with its condition before it."""
    folder = REPOSITORY / "evidence" / "vocabularies"
    outcomes, conditions = (
        {term["id"]: term["label"] for term in read_record(folder / f"{name}.yml")["terms"]}
        for name in ("outcomes", "conditions")
    )
    for row in main(pages[QUESTIONS]).xpath(".//table[@id='questions']/tbody/tr"):
        (address,) = leads_to(row, QUESTIONS)
        outcome, _, condition = address.removeprefix(QUESTIONS).strip("/").partition("/")
        expected = [conditions[condition], outcomes[outcome]] if condition else [outcomes[outcome]]

        assert ": ".join(expected).casefold() == words(row[0]).casefold()


def test_what_is_said_in_short_is_plain(questions: dict[str, HtmlElement]) -> None:
    """It asks for no more than a plain summary does."""
    ages = {
        name: reading_age(" ".join(each for part in sentences(page).values() for each in part))
        for name, page in questions.items()
    }

    assert {} == {name: age for name, age in ages.items() if age > OLDEST}
