"""`hub from-issue`: answers of a stranger become one sound record, or nothing."""

import json
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from hub.cli import main
from hub.commands.issue_body import forms_in, read_issue
from tests.commands.issues import FILLED_IN, issue
from tests.commands.working import CONCORDAT, files, is_sound
from tests.conftest import DEMO

PATHS = {
    "summary": "evidence/summaries/does-singing-at-work-help-fictional.yml",
    "practice": "evidence/practice/quay-choir-fictional.yml",
    "organisation": "evidence/organisations/quay-choir-fictional.yml",
    "sign": f"concordats/{CONCORDAT}/signatories/northshire-council.yml",
}
SUMMARY = PATHS["summary"]
FORMS = [*forms_in(DEMO, ["organisation"])]
LINES = [f"### {label}" for label in FORMS[0].labels.values()]
HOSTILE = (
    "$(touch made) `touch made` ; touch made | touch made && touch made",
    "${{ github.token }} ${{ toJSON(secrets) }}",
    "::set-output name=path::Makefile ::add-mask::x",
    "status: withdrawn\nid: other\n---\n!!python/object/apply:os.system [touch made]",
    "*anchor &anchor <<: {a: b} [unclosed {",
    "\"quoted\" 'twice' # remark",
    "### Not a question\n\nwhatever",
    "~~~\n### Also no question\n~~~",
    "../../../.github/workflows/check.yml",
    "{{ config }} {% include 'x' %}",
)


def from_issue(root: Path, text: str, *options: str) -> Result:
    """Run the command on the text of an issue."""
    return CliRunner().invoke(main, ["from-issue", "-", *options, "--root", str(root)], input=text)


def made(root: Path, text: str) -> dict[str, str]:
    """Return the new files that the command makes of an issue."""
    before = files(root)
    done = from_issue(root, text)
    assert 0 == done.exit_code, done.output
    after = files(root)
    assert before == {name: after[name] for name in before}
    return {name: after[name] for name in after.keys() - before.keys()}


@pytest.mark.parametrize("form", FILLED_IN)
def test_a_form_becomes_one_record_that_passes_the_check(form: str, demo: Path) -> None:
    """It stands in the folder of its kind, under the name that its title gives it."""
    new = made(demo, issue(form))

    assert [PATHS[form]] == [*new]
    assert is_sound(demo)


def test_answers_stand_in_their_fields(demo: Path) -> None:
    """Terms by their labels, dates in words, several with commas, numbers with them."""
    text = made(demo, issue("summary"))[SUMMARY]
    record = yaml.safe_load(text)

    assert ("rct", "1200", ["singing", "music-making"]) == (
        record["design"], str(record["participants"]), record["art_forms"]
    )  # fmt: skip
    assert {"population": "Clerks", "intervention": "Ten weeks"} == record["question"]
    assert "loneliness" == record["findings"][0]["outcome"]
    assert "  on: 2026-03-01\n" in text
    assert "settings" not in record


def test_prose_keeps_its_paragraphs(demo: Path) -> None:
    """They are what the form's large fields are for."""
    text = issue("practice").replace("\n", "\r\n")
    record = yaml.safe_load(made(demo, text)[PATHS["practice"]])

    assert "Tea.\n\nAnd songs." == record["innovation"]


def test_a_signature_is_bound_to_the_text_and_names_nobody(demo: Path) -> None:
    """As with `hub sign`: by a post, with the hash of what was signed."""
    record = yaml.safe_load(made(demo, issue("sign"))[PATHS["sign"]])
    (signature,) = record["signatures"]

    assert {"role": "Leader"} == signature["by"]
    assert 64 == len(signature["text"].removeprefix("sha256:"))
    assert "2024-03-01" == str(signature["signed"])


def test_a_signature_without_a_date_does_not_get_one(demo: Path) -> None:
    """Today is not when it was signed."""
    record = yaml.safe_load(made(demo, issue("sign", signed=""))[PATHS["sign"]])

    assert "not said in the form" == record["signatures"][0]["date_unknown"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_answer_stays_text(text: str, demo: Path, tmp_path: Path) -> None:
    """It is the value of its field to the letter, in the one file there may be, or refused."""
    done = from_issue(demo, issue("summary", plain_summary=text), "--json")

    assert not [*tmp_path.rglob("made")]
    if done.exit_code:
        assert "nothing was written" in done.output
        assert "" == done.stdout
    else:
        record = json.loads(done.stdout)
        assert SUMMARY == record["path"]
        assert text == yaml.safe_load(record["text"])["plain_summary"]


def test_plain_looking_shell_is_not_refused(demo: Path) -> None:
    """Whoever writes about money or commands is no attacker: it harms nothing here."""
    assert 0 == from_issue(demo, issue("summary", plain_summary=HOSTILE[0])).exit_code


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../.github/workflows/check", "github-workflows-check"),
        ("/etc/passwd", "etc-passwd"),
        ("a\n\nb", "a-b"),
        ("x" * 300, "x" * 80),
        ("Canu’n iach: Dŵr (fictional)", "canun-iach-dwr-fictional"),
        ("con.yml:stream", "con-yml-stream"),
    ],
)
def test_a_title_makes_a_plain_name(title: str, name: str, demo: Path) -> None:
    """Whatever it says, the file stands in its folder."""
    done = from_issue(demo, issue("summary", title=title), "--json")

    assert 0 == done.exit_code, done.output
    assert f"evidence/summaries/{name}.yml" == json.loads(done.stdout)["path"]


def test_nothing_is_written_over(demo: Path) -> None:
    """Who means a record that is there corrects it."""
    (demo / SUMMARY).write_text("mine", encoding="utf-8")
    done = from_issue(demo, issue("summary"))

    assert 1 == done.exit_code
    assert f"there is {SUMMARY} already" in done.output
    assert "mine" == (demo / SUMMARY).read_text(encoding="utf-8")


def test_all_faults_are_said_at_once(demo: Path) -> None:
    """By the words that the form has, with what would have been right."""
    wrong = {
        "design": "randomised trial",
        "source": "Nobody1999",
        "answer": "",
        "art_forms": "sining",
    }
    done = from_issue(demo, issue("summary", **wrong))

    assert 1 == done.exit_code
    assert '"Source": there is no "Nobody1999"' in done.output
    assert '"Design": there is no "randomised trial"' in done.output
    assert '"Answer": this is needed' in done.output
    assert 'did you mean "singing"' in done.output


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"seen_note": "Ask pat@hub.example"}, "an e-mail address"),
        ({"plain_summary": "Call 01632 960001."}, "telephone"),
        ({"plain_summary": "<script>x</script>"}, "HTML"),
        ({"plain_summary": "See [@Nobody1999]."}, "Nobody1999"),
        ({"plain_summary": "a\u202eb"}, "only characters that a reader can see"),
        ({"title": "水"}, "no address can be made"),
        ({"title": "x" * 401}, "400"),
        ({"answer": "A\n\n### Title\n\nAnother"}, 'the heading "### Title" stands twice'),
    ],
)
def test_what_would_not_pass_is_refused(answers: dict[str, str], message: str, demo: Path) -> None:
    """And nothing is written."""
    before = files(demo)
    done = from_issue(demo, issue("summary", **answers))

    assert 1 == done.exit_code
    assert message in done.output
    assert before == files(demo)


@pytest.mark.parametrize(
    "text", ["", "\0", "Please add my paper", "### Title\n\nX", "### " * 9000, "x" * 70_000]
)
def test_any_other_issue_is_refused_kindly(text: str, demo: Path) -> None:
    """Empty, written freely, cut short, or enormous."""
    done = from_issue(demo, text)

    assert 1 == done.exit_code
    assert done.output.startswith("Error: ")
    assert is_sound(demo)


@given(st.lists(st.sampled_from([*LINES, "x", "", "_No response_", "### x", "```"])))
def test_any_lines_are_answers_or_refused(lines: list[str]) -> None:
    """What is not below one of the form's headings is nobody's answer; no heading is lost."""
    text = "\n".join(lines)
    try:
        form, said = read_issue(text, FORMS)
    except click.ClickException:
        return

    assert {*form.labels} == {*said}
    assert all(answer == answer.strip() and answer in text for answer in said.values())
    assert not [line for each in said.values() for line in each.split("\n") if line in LINES]


def test_who_signs_has_a_record(demo: Path) -> None:
    """One issue makes one file; the other form comes first."""
    done = from_issue(demo, issue("sign", title="Quay Choir (fictional)"))

    assert 1 == done.exit_code
    assert 'send the form "Add an organisation" first' in done.output


def test_who_has_signed_does_not_sign_again(demo: Path) -> None:
    """Another version is a matter of `hub reaffirm`."""
    done = from_issue(demo, issue("sign", title="Midwater Arts (fictional)"))

    assert 1 == done.exit_code
    assert "Midwater Arts (fictional) has signed already" in done.output


def test_as_json_nothing_is_written(demo: Path) -> None:
    """What the workflow carries from the job that reads to the job that writes."""
    before = files(demo)
    done = from_issue(demo, issue("organisation"), "--json")

    assert {"path", "text"} == {*json.loads(done.stdout)}
    assert before == files(demo)
