"""Parts of a build that are measured alone: each does what it does within a build."""

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.driver import STUBS
from tests.benchmarks.generate import records_of
from tests.benchmarks.hub_files import write_hub
from tests.benchmarks.ours import variables


def test_an_index_is_made_of_what_a_build_has_kept_for_it(tmp_path: Path) -> None:
    """The build without an index leaves what finds each page; the index is made of that."""
    hub = tmp_path / "hub"
    write_hub(records_of(3), hub)

    def do(part: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.driver", part]
        subprocess.run(command, cwd=hub, env=variables(tmp_path), check=True, capture_output=True)

    do("stubs")
    stubs = json.loads((hub / STUBS).read_text("utf-8"))
    made = (hub / "site/evidence/index.html").exists(), (hub / "site/pagefind").exists()
    do("index")
    index = hub / "index/pagefind/pagefind-entry.json"

    assert (True, False) == made
    assert {"about/", "evidence/"} <= stubs.keys()
    assert {"en"} == json.loads(index.read_text("utf-8"))["languages"].keys()
