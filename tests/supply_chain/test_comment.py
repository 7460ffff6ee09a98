"""The comment on a pull request is made of data: its own script runs here, with a host of paper."""

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.usefixtures("tools_of_workflows")

WORKFLOW = REPOSITORY / ".github" / "workflows" / "comment.yml"
SCRIPT = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["comment"]["steps"][0]["run"]
HOST = """\
#!/bin/sh
case "$*" in
  *zip*) cat "$HOST/words.zip" ;;
  *artifacts*) cat "$HOST/artifacts.json" ;;
  *pulls*) echo "$*" > "$HOST/asked"; cat "$HOST/pulls.json" ;;
  *--method*) echo "$*" > "$HOST/said"; cp comment.json "$HOST/comment.json" ;;
  *comments*) cat "$HOST/comments.json" ;;
esac
"""


class Host:
    """A code host that answers from files: one run, one pull request."""

    def __init__(self, folder: Path, words: bytes, size: int = 900) -> None:
        """Keep the words of a check, which say they have this size."""
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "bin" / "gh").write_text(HOST, encoding="utf-8")
        (folder / "bin" / "gh").chmod(0o755)
        with zipfile.ZipFile(folder / "words.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("../outside.txt", "x")
            packed.writestr("what-changes.txt", words)
        artifact = {"id": 5, "name": "what-changes", "size_in_bytes": size}
        self.answer("artifacts", {"artifacts": [artifact]})
        self.answer("pulls", [{"number": 7, "head": {"sha": "other"}},
                              {"number": 8, "head": {"sha": "abc"}}])  # fmt: skip
        self.answer("comments", [])

    def answer(self, to: str, value: object) -> None:
        """Answer a question from now on."""
        (self.folder / f"{to}.json").write_text(json.dumps(value), encoding="utf-8")

    def run(self) -> tuple[str, str]:
        """Run the script; return what the host was asked to write, and the comment."""
        (self.folder / "temp").mkdir()
        subprocess.run(
            ["bash", "-c", SCRIPT], check=True, cwd=self.folder,
            env={"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "HOST": str(self.folder),
                 "RUNNER_TEMP": str(self.folder / "temp"), "REPO": "hub/hub", "RUN": "3",
                 "COMMIT": "abc", "OWNER": "guest", "BRANCH": "a'; $(touch made) `touch made`"},
        )  # fmt: skip
        said = self.folder / "said"
        if not said.is_file():
            return "", ""
        comment: Any = json.loads((self.folder / "comment.json").read_text(encoding="utf-8"))
        return said.read_text(encoding="utf-8").strip(), comment["body"]


def test_the_words_become_a_block_of_code(tmp_path: Path) -> None:
    """They stand on the pull request whose newest commit was checked, whatever they say."""
    said, body = Host(tmp_path, b"1 signatory added\n").run()

    assert "api --method POST repos/hub/hub/issues/8/comments --input comment.json" == said
    assert ["html_block", "paragraph_open", "inline", "paragraph_close", "fence"] == [
        each.type for each in MarkdownIt("commonmark").parse(body)
    ]
    assert "1 signatory added\n" == MarkdownIt("commonmark").parse(body)[-1].content


@pytest.mark.parametrize(
    "words",
    [b"~~~\n@everyone\n", b"```\n~~~~~\n<img src=x>", b"\r\n~~~\r\n", b"\xff\x00\x1b[31m~~~",
     "\u202e~~~\n\u2028~~~\n".encode(), b""],
)  # fmt: skip
def test_words_cannot_leave_the_block(tmp_path: Path, words: bytes) -> None:
    """No fence within closes it, and nothing invisible is left."""
    _, body = Host(tmp_path, words).run()

    *_, last = MarkdownIt("commonmark").parse(body)
    assert "fence" == last.type
    assert body.endswith(f"{last.content}~~~\n")
    assert 2 == body.count("~~~")
    assert body.replace("\n", "").replace("\u2028", "").isprintable()


def test_words_are_cut(tmp_path: Path) -> None:
    """A small package that grows large is not unpacked in full."""
    _, body = Host(tmp_path, b"x" * 50_000_000).run()

    assert 20_000 < len(body) < 20_200


def test_a_large_package_is_left_alone(tmp_path: Path) -> None:
    """Then nothing is said."""
    assert ("", "") == Host(tmp_path, b"words", size=2_000_000).run()


def test_a_comment_is_renewed(tmp_path: Path) -> None:
    """The comment of before is changed; one that only looks like it is somebody else's."""
    host = Host(tmp_path, b"words")
    body = "<!-- what-changes -->\nold"
    logins = ("guest", "github-actions[bot]")
    host.answer("comments", [
        {"id": number, "body": body, "user": {"login": login}}
        for number, login in enumerate(logins, start=1)
    ])  # fmt: skip

    assert (
        "api --method PATCH repos/hub/hub/issues/comments/2 --input comment.json" == host.run()[0]
    )


def test_the_name_of_a_branch_is_no_command(tmp_path: Path) -> None:
    """It is handed to the host as a value, and nothing is written outside."""
    host = Host(tmp_path, b"words")
    host.run()

    assert "head=guest:a'; $(touch made) `touch made`" in (tmp_path / "asked").read_text("utf-8")
    assert [] == [*tmp_path.rglob("made"), *tmp_path.rglob("outside.txt")]
