"""What has changed in each record, from the history that git keeps."""

import os
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hub.examining.history import SHOWN, HistoryReader
from hub.model.history import Change, History
from hub.store import Store

SUMMARY = "evidence/summaries/a.yml"
Commit = Callable[..., str]


def git(root: Path, *arguments: str, at: str = "2026-03-04T23:30:00-05:00") -> str:
    """Run git in a folder as a fictional person, at a time; return what it prints."""
    person = {"NAME": "A. Nobody", "EMAIL": "nobody@hub.invalid", "DATE": at}
    named = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
             for what, value in person.items()}  # fmt: skip
    none = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    run = subprocess.run(
        ["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True,
        env=os.environ | named | none,
    )  # fmt: skip
    return run.stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty repository."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "hub")
    return tmp_path / "hub"


@pytest.fixture
def commit(root: Path) -> Commit:
    """Return a function that changes files and commits them; it returns the commit's id."""

    def change(subject: str, *paths: str, at: str = "2026-03-04T12:00:00+00:00") -> str:
        for path in paths:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(subject, encoding="utf-8")
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--allow-empty", "--message", subject, at=at)
        return git(root, "rev-parse", "HEAD")

    return change


def read(root: Path, store: Store | None = None) -> History:
    """Return the history of a hub."""
    with closing(HistoryReader(root, store or Store())) as reader:
        return reader.read()


def test_a_record_has_the_commits_that_changed_it(root: Path, commit: Commit) -> None:
    """The newest first, each with its day in UTC; others are not its own."""
    first = commit("Add a", SUMMARY, at="2026-03-04T23:30:00-05:00")
    commit("Add b", "evidence/summaries/b.yml")
    last = commit("Correct the interval", SUMMARY, "evidence/summaries/b.yml")

    history = read(root)

    assert (
        Change(date(2026, 3, 4), last, "Correct the interval"),
        Change(date(2026, 3, 5), first, "Add a"),
    ) == history.of(SUMMARY).newest
    assert ["Correct the interval", "Add b"] == [
        each.subject for each in history.of("evidence/summaries/b.yml").newest
    ]
    assert history.is_whole


def test_a_long_history_is_counted(root: Path, commit: Commit) -> None:
    """A few changes are told, and how many there were."""
    for number in range(SHOWN + 2):
        commit(f"Change {number}", SUMMARY)

    found = read(root).of(SUMMARY)

    assert (SHOWN + 2, [f"Change {each}" for each in range(SHOWN + 1, 1, -1)]) == (
        found.number, [each.subject for each in found.newest],
    )  # fmt: skip


def test_a_shallow_clone_says_that_it_is_not_whole(
    root: Path, commit: Commit, tmp_path: Path
) -> None:
    """Where it begins, every file seems to be new: that is not told as a change."""
    commit("Add a and b", SUMMARY, "evidence/summaries/b.yml")
    commit("Correct b", "evidence/summaries/b.yml")
    commit("Correct a", SUMMARY)
    git(tmp_path, "clone", "--quiet", "--depth=2", root.as_uri(), "shallow")

    history = read(tmp_path / "shallow")

    assert not history.is_whole
    assert ["Correct a"] == [each.subject for each in history.of(SUMMARY).newest]
    assert () == history.of("evidence/summaries/b.yml").newest


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    """A folder that was downloaded has none, and is not called cut short."""
    assert History() == read(tmp_path)


def test_without_git_there_is_no_history(
    root: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build needs no git."""
    commit("Add a", SUMMARY)
    monkeypatch.setenv("PATH", "")

    assert History() == read(root)


def test_a_hub_inside_of_a_repository_has_its_own_paths(root: Path, commit: Commit) -> None:
    """Paths are those below the hub, as in its records."""
    commit("Add a", f"site/{SUMMARY}", SUMMARY)
    commit("Elsewhere", "other/evidence/x.yml")

    history = read(root / "site")

    assert [SUMMARY] == [*history.changes]


def test_names_of_any_kind_are_read(root: Path, commit: Commit) -> None:
    """A file's name may hold letters of every script, and a first line may be long."""
    commit("x" * 1000, "evidence/organisations/Llŷn a’r cyffiniau.yml")

    (change,) = read(root).of("evidence/organisations/Llŷn a’r cyffiniau.yml").newest

    assert "x" * 160 == change.subject


def test_a_merge_is_told_by_what_it_brought(root: Path, commit: Commit) -> None:
    """The commits of a branch are its changes; the merge itself adds none."""
    commit("Add a", SUMMARY)
    git(root, "checkout", "--quiet", "-b", "branch")
    commit("On the branch", SUMMARY)
    git(root, "checkout", "--quiet", "main")
    commit("On main", "evidence/x.yml")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge it", "branch")

    assert ["On the branch", "Add a"] == [each.subject for each in read(root).of(SUMMARY).newest]


def test_a_history_is_read_once_for_each_commit(
    root: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is kept until there is another commit, and is the same when it was kept."""
    store = Store(tmp_path / "kept.sqlite")
    commit("Add a", SUMMARY)
    first = read(root, store)
    with monkeypatch.context() as without:
        without.setattr("hub.examining.history._begun", None)

        assert first == read(root, store)
    commit("Correct a", SUMMARY)

    assert ["Correct a", "Add a"] == [each.subject for each in read(root, store).of(SUMMARY).newest]


def test_a_reading_can_be_ended_early(root: Path, commit: Commit) -> None:
    """A build that stops at a fault leaves no process behind."""
    commit("Add a", SUMMARY)
    reader = HistoryReader(root, Store())
    reader.close()

    assert reader._git is not None
    assert reader._git.poll() is not None
