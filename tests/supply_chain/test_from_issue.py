"""From an issue to a pull request: the workflow's own scripts run here, with a host of paper."""

import base64
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.issues import issue
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.usefixtures("tools_of_workflows")

WORKFLOW = REPOSITORY / ".github" / "workflows" / "from-issue.yml"
JOBS = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
PATH = "evidence/summaries/does-singing-at-work-help-fictional.yml"
HOST = """\
#!/bin/sh
case "$*" in
  *zip*) cat "$HOST/made.zip" ;;
  *artifacts*) cat "$HOST/artifacts.json" ;;
  *--method*comments*) echo "$*" >> "$HOST/asked"; cp comment.json "$HOST" ;;
  *comments*) cat "$HOST/comments.json" ;;
  *--method*pulls*) echo "$*" >> "$HOST/asked"; cp pull.json "$HOST"; echo '{"number": 34}' ;;
  *--method*contents*) echo "$*" >> "$HOST/asked"; cp file.json "$HOST" ;;
  *--method*) echo "$*" >> "$HOST/asked"; [ ! -e "$HOST/refuses" ] ;;
esac
"""


def run(job: str, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a job in a folder, with nothing of this machine's environment."""
    (script,) = [step["run"] for step in JOBS[job]["steps"] if "jq" in step.get("run", "")]
    temp = folder / f"temp-{job}"
    temp.mkdir()
    environment = {
        "PATH": f"{folder / 'bin'}:/usr/bin:/bin", "HOST": str(folder), "LC_ALL": "C.UTF-8",
        "RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(folder / "output"), "REPO": "hub/hub",
        "RUN": "3", "ISSUE": "12", "MAIN": "main", "COMMIT": "abc",
    }  # fmt: skip
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder / "hub", env=environment | given,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def host(demo: Path) -> Path:
    """Return the folder of a code host with a checkout of the hub, that answers from files."""
    folder = demo.parent
    for path, text in (
        (folder / "bin/gh", HOST),
        (demo / ".venv/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'),
    ):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    artifact = {"id": 5, "name": "from-issue", "size_in_bytes": 900}
    (folder / "artifacts.json").write_text(json.dumps({"artifacts": [artifact]}))
    (folder / "comments.json").write_text("[]")
    return folder


def read(host: Path, body: str | None) -> None:
    """Let the job that reads make what it keeps of an issue."""
    (host / "event.json").write_text(json.dumps({"issue": {"body": body}}), encoding="utf-8")
    done = run("read", host, GITHUB_EVENT_PATH=str(host / "event.json"))
    assert 0 == done.returncode, done.stderr
    keep(host, {path.name: path.read_text("utf-8") for path in host.glob("temp-read/made/*")})


def keep(host: Path, files: dict[str, str]) -> None:
    """Keep files as the artifact of the run."""
    with zipfile.ZipFile(host / "made.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)


def record(path: str) -> dict[str, str]:
    """Return an artifact that claims this path."""
    return {"record.json": json.dumps({"path": path, "text": "title: x\n"})}


def outputs(host: Path) -> str:
    """Return what the jobs have told each other."""
    path = host / "output"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def asked(host: Path) -> list[str]:
    """Return what the host was asked to write."""
    path = host / "asked"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def sent(host: Path, name: str) -> dict[str, Any]:
    """Return what the host was sent."""
    found: dict[str, Any] = json.loads((host / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_a_form_becomes_a_pull_request_with_one_file(host: Path) -> None:
    """On a branch named by the number of the issue, from the commit that was checked."""
    read(host, issue("summary"))
    done = run("propose", host)

    assert 0 == done.returncode, done.stderr
    assert "made=true\npull=34\n" == outputs(host)
    assert [
        "api --method POST repos/hub/hub/git/refs -f ref=refs/heads/issue-12 -f sha=abc",
        f"api --method PUT repos/hub/hub/contents/{PATH} --input file.json",
        "api --method POST repos/hub/hub/pulls --input pull.json",
    ] == asked(host)
    assert b"title: Does singing at work help? (fictional)" in base64.b64decode(
        sent(host, "file")["content"]
    )
    assert ("issue-12", "main") == (sent(host, "pull")["head"], sent(host, "pull")["base"])


def test_the_issue_is_told(host: Path) -> None:
    """Where the record is now; the label goes, so that it can be given again."""
    read(host, issue("organisation"))
    run("answer", host, MADE="true", PULL="34")

    assert "in #34, where an editor reads it" in sent(host, "comment")["body"]
    assert [
        "api --method POST repos/hub/hub/issues/12/comments --input comment.json",
        "api --method DELETE repos/hub/hub/issues/12/labels/to-record",
    ] == asked(host)


@pytest.mark.parametrize("body", [None, "", "Hello", "### Title\n\n$(touch made)\n", "x" * 99_999])
def test_any_other_issue_ends_in_a_comment(body: str | None, host: Path) -> None:
    """The job that writes files is not even begun."""
    read(host, body)
    done = run("answer", host, MADE="", PULL="")

    assert 0 == done.returncode, done.stderr
    assert "" == outputs(host)
    assert "No record could be made of this yet" in sent(host, "comment")["body"]


def test_what_an_issue_says_is_no_command(host: Path) -> None:
    """Nor do its words leave the block of code in which the answer quotes them."""
    evil = "$(touch made) `touch made` '; touch made; ' ~~~ @everyone ${{ github.token }}"
    read(host, issue("summary", title=evil, source=evil))
    run("answer", host, MADE="", PULL="")
    body = sent(host, "comment")["body"]

    assert not [path for path in host.rglob("made") if path.is_file()]
    assert "there is no" in body
    assert 2 == body.count("~~~")
    assert "@everyone" in body.partition("~~~text")[2]


@pytest.mark.parametrize(
    "path",
    [".github/workflows/check.yml", "evidence/summaries/../../Makefile", "Makefile",
     "evidence/summaries/a.md", "evidence/summaries/A.yml", "evidence/summaries/a b.yml",
     "evidence/summaries/a/b.yml", "evidence/vocabularies/places.yml", "/evidence/summaries/a.yml",
     "concordats/a/concordat.yml", "concordats/a/lock.yml", "x\nevidence/summaries/a.yml",
     "evidence/summaries/a.yml\nx", f"evidence/summaries/{'a' * 81}.yml", "", "$(touch made)"],
)  # fmt: skip
def test_no_other_file_is_written(path: str, host: Path) -> None:
    """Whatever the job that reads was made to hand over."""
    keep(host, record(path))
    done = run("propose", host)

    assert 1 == done.returncode
    assert [] == asked(host)


def test_a_branch_that_is_there_stays(host: Path) -> None:
    """Somebody may have worked on it; the answer says what to look for."""
    (host / "refuses").touch()
    keep(host, record("evidence/summaries/a.yml"))

    assert 0 != run("propose", host).returncode
    assert 1 == len(asked(host))
    (host / "refuses").unlink()
    run("answer", host, MADE="true", PULL="")
    assert "is there a branch `issue-12` already?" in sent(host, "comment")["body"]


def test_a_large_package_is_cut(host: Path) -> None:
    """A small one that grows large is no record, and its words are cut."""
    keep(host, {"record.json": " " * 5_000_000, "words.txt": "x" * 5_000_000})

    assert 0 != run("propose", host).returncode
    assert [] == asked(host)
    run("answer", host, MADE="", PULL="")
    assert 20_000 < len(sent(host, "comment")["body"]) < 20_400


def test_the_comment_of_before_is_renewed(host: Path) -> None:
    """One issue has one answer; a look-alike of somebody else is left alone."""
    body = "<!-- from-issue -->\nold"
    comments = [
        {"id": 1, "user": {"login": "guest"}, "body": body},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": body},
    ]
    (host / "comments.json").write_text(json.dumps(comments))
    keep(host, {"words.txt": "no"})
    run("answer", host, MADE="", PULL="")

    assert "api --method PATCH repos/hub/hub/issues/comments/2 --input comment.json" in asked(host)


def test_what_was_made_fits_what_may_be_written() -> None:
    """The branch begins at the commit whose checks the record has passed."""
    environment = JOBS["propose"]["env"]

    assert "${{ github.sha }}" == environment["COMMIT"]
    assert {"propose": "read", "answer": ["read", "propose"]} == {
        name: job["needs"] for name, job in JOBS.items() if "needs" in job
    }
