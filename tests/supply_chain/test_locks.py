"""Every package that is installed is the one whose hash was reviewed, from wherever it comes."""

import re
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.supply_chain.rules import Fault, lock_faults

LOCKS = (
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-scheduler.txt",
    "requirements-paper.txt",
    "tests/fuzz/requirements.txt",
    ".github/requirements-audit.txt",
)
HOSTILE = Path(__file__).parent / "hostile"
HASH = f"--hash=sha256:{'0' * 64}"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_exact_versions_with_hashes(name: str) -> None:
    """No option, no index address, no range, no package without a hash."""
    assert [] == lock_faults((REPOSITORY / name).read_text(encoding="utf-8"))


def test_hostile_requirements_are_refused() -> None:
    """157-ci-unhashed-requirement: a second index and packages without hashes."""
    text = (HOSTILE / "157-ci-unhashed-requirement" / "requirements.txt").read_text("utf-8")

    assert [
        Fault(1, "an option: --extra-index-url"),
        Fault(2, "no exact version with a hash: mkdocs-material"),
        Fault(3, "no exact version with a hash: creative-health-hooks"),
    ] == lock_faults(text)


@pytest.mark.parametrize(
    "entry",
    [
        f"mkdocs==1.6.1 {HASH}",
        f"mkdocs==1.6.1 \\\n    {HASH} \\\n    {HASH}\n    # via hub",
        f"pagefind[bin]==1.5.2 {HASH}",
        f"colorama==0.4.6 ; sys_platform == 'win32' \\\n    {HASH}",
        "# a remark",
    ],
)
def test_exact_versions_with_hashes_pass(entry: str) -> None:
    """Extras, markers, several hashes and remarks are all part of an honest lock."""
    assert [] == lock_faults(f"{entry}\n")


@pytest.mark.parametrize(
    "entry",
    [
        "mkdocs==1.6.1",
        f"mkdocs>=1.6.1 {HASH}",
        f"mkdocs==1.6.* {HASH}",
        f"mkdocs==1.6.1,<2 {HASH}",
        "mkdocs==1.6.1 --hash=md5:0123456789abcdef",
        f"mkdocs @ https://hub.example/mkdocs.whl {HASH}",
        f"git+https://hub.example/mkdocs {HASH}",
        f"mkdocs==1.6.1 {HASH} --index-url https://hub.example",
        "--find-links wheels",
        "-e .",
        "--trusted-host hub.example",
    ],
)
def test_anything_else_is_refused(entry: str) -> None:
    """What could install something other than what was reviewed is a fault in its line."""
    assert [2] == [each.line for each in lock_faults(f"# a remark\n{entry}\n")]


def test_the_makefile_installs_by_hash() -> None:
    """Whatever `make` installs for the site or the tests is hashed, or is this project itself."""
    calls = re.findall(
        r"call pip_install,(.*?)\)$", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE
    )

    assert {"--require-hashes", "--no-deps"} == {call.split()[0] for call in calls}
