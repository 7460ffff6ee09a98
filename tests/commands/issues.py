"""Issues as the code host prints them when a form is sent, for the tests that read them."""

from pathlib import Path

import yaml

from tests.conftest import DEMO

SUMMARY = {
    "title": "Does singing at work help? (fictional)", "source": "Sample2021",
    "design": "Randomised controlled trial", "participants": "1,200",
    "question-population": "Clerks", "question-intervention": "Ten weeks",
    "art_forms": "Singing, music making", "answer": "Nobody knows.",
    "plain_summary": "It was not found.", "findings-outcome": "Loneliness",
    "findings-statement": "No difference.", "findings-direction": "no-difference",
    "findings-comparison": "between-groups", "harms-status": "not-stated", "seen": "abstract",
    "seen_note": "The abstract.", "reviewed-on": "1 March 2026", "reviewed-by": "editor",
}  # fmt: skip
PRACTICE = {
    "title": "Quay Choir (fictional)", "where-name": "Northshire", "nations": "northshire",
    "since": "2022", "progress-state": "in-progress", "innovation": "Tea.\n\nAnd songs.",
    "sources": "https://quay.example/choir, https://quay.example/tea", "seen": "the page",
    "seen_on": "2026-01-15", "confidence": "low",
}  # fmt: skip
ORGANISATION = {
    "title": "Quay Choir (fictional)", "sector": "Arts organisation", "place": "Northshire",
}  # fmt: skip
SIGN = {
    "concordat": "Northshire creative health", "title": "Northshire Council (fictional)",
    "signatures-version": "1.0", "signatures-source-web": "https://council.example/news",
    "signed": "1 March 2024", "role": "Leader",
}  # fmt: skip
FILLED_IN = {
    "summary": SUMMARY, "practice": PRACTICE, "organisation": ORGANISATION, "sign": SIGN,
}  # fmt: skip
"""A form filled in, by its name: answers by the ids of the questions."""


def issue(form: str, folder: Path = DEMO, /, **other: str) -> str:
    """Return the text of an issue that was begun with a form; `other` answers replace the usual.

    Source: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
    """
    text = (folder / ".github/ISSUE_TEMPLATE" / f"{form}.yml").read_text(encoding="utf-8")
    said = FILLED_IN[form] | other
    asked = [each for each in yaml.safe_load(text)["body"] if each["type"] != "markdown"]
    return "\n\n".join(
        f"### {each['attributes']['label']}\n\n{said.get(each['id']) or '_No response_'}"
        for each in asked
    )
