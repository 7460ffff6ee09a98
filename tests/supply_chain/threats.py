"""What the hub is safe against, and the tests that show it: the tables of `docs/about/security.md`.

A row names tests as pytest does, without their parameters, and hostile cases by a pattern for
what follows their number. `make golden` writes the tables anew.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parents[1]
CASE_FOLDERS = (TESTS / "hostile" / "cases", TESTS / "supply_chain" / "hostile")
_TABLES = re.compile(r"^### .*?(?=^## )", re.MULTILINE | re.DOTALL)


class Threat(NamedTuple):
    """A threat in a few words, what the hub does, tests, and patterns of hostile cases."""

    threat: str
    answer: str
    tests: tuple[str, ...]
    cases: tuple[str, ...] = ()


def case_names() -> list[str]:
    """Return the names of all hostile cases, without their numbers."""
    return sorted(
        path.name.partition("-")[2] for folder in CASE_FOLDERS for path in folder.iterdir()
    )


def cases_of(threat: Threat) -> list[str]:
    """Return the hostile cases of a threat."""
    return [name for name in case_names() if any(fnmatchcase(name, each) for each in threat.cases)]


def with_tables(page: str) -> str:
    """Return the text of a page with its tables written anew."""
    (old,) = _TABLES.findall(page)
    return page.replace(old, "".join(f"{line}\n" for line in _lines()))


def _lines() -> Iterator[str]:
    for subject, threats in THREATS.items():
        yield from (f"### {subject}", "")
        yield from ("| Threat | What the hub does | Tests that show it |", "|---|---|---|")
        for each in threats:
            shown = [*map(_in_words, each.tests)]
            if each.cases:
                shown.append("cases " + ", ".join(f"`{pattern}`" for pattern in each.cases))
            yield f"| {each.threat} | {each.answer} | {'; '.join(shown)} |"
        yield ""


def _in_words(test: str) -> str:
    file, *_, name = test.split("::")
    return f"{name.removeprefix('test_').replace('_', ' ')} (`{file}`)"


_VERDICT = "hostile/test_cases.py::test_a_case_gets_its_verdict"
_QUICK = "hostile/test_cases.py::test_a_case_takes_less_than_two_seconds"

THREATS = {
    "Texts that act": (
        Threat(
            "A text runs commands while the site is built",
            "Records meet no template language. Hand-written pages may state figures: a page is "
            "read for anything else before any of it runs.",
            ("adapter/test_figures.py::test_nothing_else_is_allowed",
             "adapter/test_rendering.py::test_braces_in_content_stay_braces",
             "views/test_sheet.py::test_only_the_packages_own_templates_run"),
            ("md-jinja-*", "name-jinja", "fm-render-macros", "md-snippet-*"),
        ),
        Threat(
            "A text runs scripts in readers' browsers",
            "HTML is refused. Markdown is rendered by a parser of our own and cleaned, and every "
            "other text is escaped, so the checks are not the only wall.",
            ("hostile/test_pages.py::test_a_trick_does_nothing_even_without_the_checks",
             "hostile/test_pages.py::test_html_in_a_name_is_text",
             "views/test_markdown.py::test_nothing_active_comes_out"),
            ("md-*", "name-html"),
        ),
        Threat(
            "Fields above a page change how the site is built",
            "A short list of fields is read, by us; MkDocs is handed plain text.",
            ("loading/test_docs_pages.py::test_what_is_refused_and_where",
             "adapter/test_docs.py::test_front_matter_is_text",
             "adapter/test_rendering.py::test_titles_are_text"),
            ("fm-*",),
        ),
        Threat(
            "A link runs a script, or leads elsewhere than it says",
            "Links are http or https, without user names; a link whose words name another place "
            "is pointed out.",
            (_VERDICT,),
            ("md-link-*", "md-image-tracker", "bib-url-*", "bib-eprint-*"),
        ),
        Threat(
            "A script gets onto a page all the same",
            "A Content-Security-Policy lets no inline script run.",
            ("publishing/test_policy.py::test_no_inline_script_or_style_may_run",
             "site/test_frame.py::test_no_element_carries_style_or_script"),
        ),
        Threat(
            "Somebody learns who reads what",
            "No cookies, no requests to any other server, search in the browser.",
            ("site/test_frame.py::test_no_page_fetches_from_elsewhere",
             "e2e/test_kinds_fit.py::test_page_fits_and_keeps_to_itself",
             "e2e/test_keyboard.py::test_search_asks_nobody_else",
             "e2e/test_privacy.py::test_nothing_is_kept_until_a_reader_chooses"),
        ),
    ),
    "Files that trip the build": (
        Threat(
            "A small YAML file becomes enormous, or means something else",
            "Limits on size and depth; no anchors, tags or merges; each scalar is text until the "
            "model says otherwise.",
            ("loading/test_yaml_nodes.py::test_what_is_refused_and_where",
             "loading/test_yaml_nodes.py::test_a_hundred_thousand_brackets_are_refused_at_once",
             _QUICK),
            ("yaml-*",),
        ),
        Threat(
            "BibTeX loses a field, or never ends",
            "A strict reader of our own, with limits and a place for each fault.",
            ("loading/test_bibtex_any_text.py::test_hostile_repetition_ends_soon",
             "loading/test_bibtex_any_text.py::test_every_entry_is_a_reference_or_a_fault"),
            ("bib-*",),
        ),
        Threat(
            "A Markdown text keeps the build busy for ever",
            "Limits before the parser sees it.",
            ("views/test_markdown.py::test_text_cannot_stall_the_build", _QUICK),
            ("md-*-32k", "md-image-brackets-8k", "md-nested-quote-3k", "out-long-line"),
        ),
        Threat(
            "A file that nobody thought of stops the build",
            "Any bytes give records or diagnostics, never an exception.",
            ("hostile/test_fuzz.py::test_any_bytes_give_records_or_diagnostics",
             "loading/test_yaml_nodes.py::test_any_text_gives_a_value_or_a_fault_inside_it",
             "loading/test_bibtex_any_text.py::test_any_text_is_read_without_an_exception"),
        ),
        Threat(
            "A file name or a link in the file system reaches another place",
            "Ids are short and plain; links are not followed; pictures are what they say; nothing "
            "is written outside the site or over another file.",
            (_VERDICT,
             "publishing/test_writing.py::test_a_path_that_leads_elsewhere_is_refused",
             "publishing/test_writing.py::test_nothing_is_written_over",
             "site/test_frame.py::test_nothing_of_the_repository_is_published_by_accident"),
            ("path-*",),
        ),
        Threat(
            "One bad record hides others, or stops them all",
            "All faults are found in one run, each with its place.",
            ("test_faults.py::test_nine_faults_in_one_file_give_nine_messages", _VERDICT),
            ("out-one-bad-*", "out-all-errors-*"),
        ),
    ),
    "Words that mislead": (
        Threat(
            "A text reads otherwise than it is",
            "UTF-8 only; characters that nobody can see and that change direction are refused.",
            ("loading/test_files.py::test_hidden_characters_are_found",
             "loading/test_files.py::test_a_byte_order_mark_is_accepted"),
            ("enc-*",),
        ),
        Threat(
            "A name pretends to be another, or a real name is refused",
            "Look-alike letters are pointed out and one body is counted once; names of every "
            "script pass.",
            (_VERDICT, "loading/test_files.py::test_names_of_every_script_pass"),
            ("name-*",),
        ),
        Threat(
            "A spreadsheet runs what a name says",
            "A cell that looks like a formula begins with an apostrophe; JSON is the exact copy.",
            ("views/test_signatories.py::test_formula_gets_an_apostrophe",
             "hostile/test_pages.py::test_a_download_is_safe_to_open_and_exact_to_compute_with"),
            ("out-csv-*", "name-csv-*"),
        ),
        Threat(
            "A report of the check is obeyed by a terminal or a log",
            "What is quoted is shown as what it is.",
            ("test_reporters.py::test_what_a_terminal_would_obey_is_shown_as_what_it_is",
             "hostile/test_cases.py::test_a_report_of_a_case_can_be_printed"),
        ),
    ),
    "People and signatures": (
        Threat(
            "A text is changed after it was signed",
            "A signature holds the hash of the text's bytes, which can be written in one way only.",
            ("content/test_concordat.py::test_the_printed_signature_binds_to_these_bytes",
             _VERDICT),
            ("sig-*", "concordat-*"),
        ),
        Threat(
            "A person is named who did not agree",
            "A name without consent is refused, and no page or file would print it.",
            ("checks/test_consent.py::test_a_person_who_signs_without_having_agreed_is_refused",
             "checks/test_consent.py::test_a_post_holder_is_not_named_without_consent",
             "views/test_privacy.py::test_a_name_without_consent_is_published_nowhere"),
        ),
        Threat(
            "A person who was erased is still there",
            "One file holds a person; without it, no page, data file or search entry names them.",
            ("views/test_privacy.py::test_who_is_erased_is_gone",),
        ),
        Threat(
            "A private address or number is published",
            "E-mail addresses are refused and telephone numbers pointed out, in every file.",
            ("test_diagnostic_pages.py::test_the_wrong_file_gives_the_message_of_its_page",
             _VERDICT),
            ("name-phone",),
        ),
    ),
    "Code, packages and builds": (
        Threat(
            "A pull request takes our rights or secrets",
            "Workflows for pull requests have no secrets and a token that only reads; no text of a "
            "contributor stands in a command; actions are pinned by commit.",
            ("supply_chain/test_workflows.py::test_workflow_keeps_to_the_rules",
             "supply_chain/test_workflows.py::test_each_rule_finds_its_fault",
             "supply_chain/test_workflows.py::test_hostile_workflow_is_refused"),
            ("ci-pull-request-target", "ci-unpinned"),
        ),
        Threat(
            "A pull request speaks in our name",
            "What changes is said in words: contributed text is quoted as code, and no person is "
            "named. The comment is written by a workflow that fetches and runs nothing of the "
            "change, and asks the host which pull request it is for.",
            ("commands/test_changes.py::test_hostile_text_stays_text",
             "supply_chain/test_comment.py::test_words_cannot_leave_the_block",
             "supply_chain/test_comment.py::test_the_name_of_a_branch_is_no_command",
             "supply_chain/test_workflows.py::test_afterwards_nothing_is_run"),
        ),
        Threat(
            "An issue runs something, or writes where it should not",
            "Only who may give labels has a record made of it. The job that reads the issue can "
            "write nothing; the jobs that write run nothing of ours, and take one new file, whose "
            "path is that of a record, to a branch of its own.",
            ("commands/test_from_issue.py::test_a_hostile_answer_stays_text",
             "commands/test_from_issue.py::test_a_title_makes_a_plain_name",
             "commands/test_from_issue.py::test_nothing_is_written_over",
             "supply_chain/test_from_issue.py::test_what_an_issue_says_is_no_command",
             "supply_chain/test_from_issue.py::test_no_other_file_is_written",
             "supply_chain/test_workflows.py::test_the_words_of_an_issue_stay_data",
             "supply_chain/test_workflows.py::test_no_form_gives_the_label_itself"),
        ),
        Threat(
            "A change of records brings code along",
            "A pull request that changes records and code is refused: code is reviewed by itself.",
            ("supply_chain/test_apart.py::test_hostile_change_is_refused",
             "supply_chain/test_apart.py::test_whatever_runs_is_refused_beside_a_record"),
            ("path-hooks-change",),
        ),
        Threat(
            "A package is swapped for another",
            "Locks hold exact versions with hashes, and no address to fetch from.",
            ("supply_chain/test_locks.py::test_lock_holds_exact_versions_with_hashes",
             "supply_chain/test_locks.py::test_hostile_requirements_are_refused",
             "supply_chain/test_locks.py::test_the_makefile_installs_by_hash",
             "commands/test_init.py::test_it_installs_by_hash_and_then_the_engine_alone"),
            ("ci-unhashed-requirement",),
        ),
        Threat(
            "A build is killed, fails, or meets another one",
            "A site is built beside the one that is served, and exchanged for it when it is whole.",
            ("publishing/test_staging.py::test_killed_builds_leave_whole_sites",
             "publishing/test_staging.py::test_a_second_build_is_refused_until_the_first_ends",
             "e2e/test_failed_build.py::test_a_broken_record_leaves_the_old_site_whole"),
        ),
        Threat(
            "Processes that share a build write pages of another version",
            "The workers of a scheduler are asked before and after: other code, other packages, "
            "another Python or another folder end the build. The scheduler itself is trusted.",
            ("test_scheduler.py::test_workers_that_are_not_fit_are_refused",
             "test_scheduler.py::test_two_workers_build_the_same_site"),
        ),
        Threat(
            "A cache is damaged",
            "What is kept is checked when it is read, and made anew if it is not what was written.",
            ("test_store.py::test_a_flipped_bit_never_changes_a_value",
             "test_store.py::test_a_file_that_is_no_store_is_replaced"),
        ),
    ),
}  # fmt: skip
"""Every row, in the order of the page, by subject."""
