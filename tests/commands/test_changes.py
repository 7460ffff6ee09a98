"""`hub changes` says in words what a pull request changes; what is contributed stays data."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click import ClickException
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hub.commands.commits import lay_commit
from hub.commands.telling import LONGEST, Quoted, in_markdown, in_terminal
from tests.commands.working import CONCORDAT, SIGNATORIES, run
from tests.conftest import DEMO

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
SIGNED = f"{SIGNATORIES}/midwater-arts.yml"
LIBRARY = "evidence/references.bib"
Change = Callable[[str, str, str], None]


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Return the demo hub as it was before any change."""
    return Path(shutil.copytree(DEMO, tmp_path / "before"))


def lines(before: Path, after: Path) -> list[str]:
    """Return what is said of the step from one hub to another."""
    return run(after, "changes", str(before)).output.splitlines()


def test_nothing_is_different(before: Path, demo: Path) -> None:
    """Two equal hubs give one sentence."""
    assert ["no record, text or page is different"] == lines(before, demo)


def test_a_signatory_is_added(before: Path, demo: Path) -> None:
    """It is said what was signed, and by whom."""
    (before / SIGNED).unlink()

    signed = '"The Northshire Concordat (fictional)", signs version "1.0"'
    assert [f'1 signatory added to {signed}: "Midwater Arts (fictional)"'] == lines(before, demo)


def test_a_summary_is_removed(before: Path, demo: Path) -> None:
    """What went is named by its title, which is no longer there."""
    title = re.findall(r"title: (.*)", (demo / SUMMARY).read_text(encoding="utf-8"))[0]
    (demo / SUMMARY).unlink()

    assert f'1 evidence summary removed: "{title}"' in lines(before, demo)


def test_a_direction_is_changed(before: Path, demo: Path, change: Change) -> None:
    """The step that matters most to a reader is said in full."""
    change(SUMMARY, "direction: no-difference", "direction: mixed")

    (said,) = lines(before, demo)
    assert said.endswith(
        'direction of finding on "loneliness" changed from "no-difference" to "mixed"'
    ), said


def test_a_long_text_is_not_repeated(before: Path, demo: Path, change: Change) -> None:
    """A reviewer reads it in its place."""
    old = re.findall(r"answer: (.*)", (demo / SUMMARY).read_text(encoding="utf-8"))[0]
    change(SUMMARY, f"answer: {old}", f"answer: {old} {'More. ' * 20}")

    assert lines(before, demo)[0].endswith("answer reworded")


def test_a_work_comes_and_goes(before: Path, demo: Path) -> None:
    """Works are known by their keys."""
    entry = (
        "@book{Newest2020,\n  author = {A. Writer},\n  title = {One book},\n  year = {2020}\n}\n"
    )
    with (demo / LIBRARY).open("a", encoding="utf-8") as library:
        library.write(entry)

    assert '1 reference added: "Newest2020", "One book"' in lines(before, demo)
    assert '1 reference removed: "Newest2020", "One book"' in lines(demo, before)


def test_the_words_of_a_text_change(before: Path, demo: Path) -> None:
    """It is said that signatures bind to what stood there before."""
    text = demo / f"concordats/{CONCORDAT}/1.0.md"
    text.write_text(text.read_text(encoding="utf-8").replace("We", "They", 1), encoding="utf-8")

    assert any(
        each.endswith("changed: signatures name the hash of the earlier text")
        for each in lines(before, demo)
    )


def test_what_could_not_be_read_is_not_called_new(before: Path, demo: Path) -> None:
    """A base that is broken is spoken of kindly, and its records are not counted as added."""
    (before / SUMMARY).write_text("title: [\n", encoding="utf-8")

    said = lines(before, demo)
    assert f'"{SUMMARY}" can be read now, and could not before' == said[0]
    assert said[-1].startswith("The state before has ")
    assert not [each for each in said if "added" in each]


def test_a_person_is_not_named(before: Path, demo: Path, change: Change) -> None:
    """A comment cannot be corrected in a file, so who signs for nobody else stays out of it."""
    person = "title: Quinta Invented\nwithdrawn:\n  on: 2024-01-01\n"
    text = (demo / SIGNED).read_text(encoding="utf-8")
    body = "title: Midwater Arts (fictional)\norganisation: midwater-arts\n"
    (demo / SIGNED).with_name("quinta.yml").write_text(text.replace(body, person), encoding="utf-8")
    change(SIGNED, "role: Director", "role: Headteacher")

    said = "\n".join(lines(before, demo))
    assert "a person" in said
    assert 'details of by of signature "1.0" changed' in said
    assert not re.search("Quinta|Headteacher", said)


def test_commits_are_compared(demo: Path, change: Change) -> None:
    """A base may be a commit; a link in it is not followed, and nothing is checked out."""
    git(demo, "init", "--quiet")
    (demo / "evidence" / "link.yml").symlink_to("/etc/hostname")
    git(demo, "add", ".")
    git(demo, "-c", "user.name=a", "-c", "user.email=", "commit", "--quiet", "-m", "one")
    (demo / "evidence" / "link.yml").unlink()
    change(SUMMARY, "direction: no-difference", "direction: harm")

    assert 'from "no-difference" to "harm"' in run(demo, "changes", "HEAD").output
    assert "no record, text or page is different\n" == run(demo, "changes", "HEAD", "HEAD").output


def test_an_unknown_commit_is_refused(demo: Path) -> None:
    """Something that looks like an option is only a name."""
    git(demo, "init", "--quiet")
    with pytest.raises(ClickException, match='there is no commit "--output=made" here'):
        lay_commit(demo, "--output=made", demo)

    assert 1 == run(demo, "changes", "no-such-branch").exit_code


def git(root: Path, *words: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)


HOSTILE = st.text() | st.text("`@#<>[]()!*_~$\\|&;:/\n-=+ a1w.", max_size=40) | st.sampled_from([
    "@everyone", "`@octo", "``", "a`b @c `d", "<img src=x>", "![x](https://a.example/b.png)", "$x$",
    "https://a.example", "#12", "a/b#3", "\n\n# Heading", "\n- [ ] task", ":tada:", "<!-- -->",
    "\u202egnp", "\x1b[31m", "a@b.example",
])  # fmt: skip


@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_hostile_text_stays_text(texts: list[str]) -> None:
    """A CommonMark parser finds one item with our own words, and contributed ones only as code."""
    sentence = tuple(part for text in texts for part in (Quoted(text), " and "))
    (*_, inline) = [
        each
        for each in MarkdownIt("commonmark").enable("table").parse(f"- {in_markdown(sentence)}")
        if each.type == "inline"
    ]
    children = inline.children or []

    assert {"text", "code_inline"} >= {each.type for each in children}
    assert len(texts) == sum(each.type == "code_inline" for each in children)
    assert {"and"} == {
        each.content.strip() for each in children if each.type == "text" and each.content
    }


@given(HOSTILE)
@example("a@b@c")
def test_a_comment_is_one_line_of_printable_signs(text: str) -> None:
    """Neither a terminal nor a page obeys it, it is short, and no address of a person is in it."""
    shown = Quoted(text).shown

    assert f'"{shown}"' == in_terminal((Quoted(text),))
    assert shown.isprintable()
    assert LONGEST * 10 > len(shown)
    assert not re.search(r"[^\s@]@[^\s@]", shown)


def test_markdown_is_asked_for(before: Path, demo: Path, change: Change) -> None:
    """A title with a mention becomes code, which mentions nobody."""
    change(SIGNED, "role: Director", "role: '@everyone ![](https://a.example)'")
    change("evidence/organisations/midwater-arts.yml", "title: Midwater Arts (fictional)",
           "title: '@everyone <b>'")  # fmt: skip

    said = run(demo, "changes", str(before), "--format", "markdown").output
    assert said.startswith("**What changes, in words**\n\n- ")
    assert "`@everyone <b>`" in said
    assert "a.example" not in said
