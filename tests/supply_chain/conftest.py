"""What workflows use of the machine that they run on."""

import os
import shutil

import pytest


@pytest.fixture
def tools_of_workflows() -> None:
    """Look for what scripts of workflows call; without it, skip, but never in CI."""
    if missing := [name for name in ("jq", "unzip") if not shutil.which(name)]:
        reason = f"the workflow was not tried: {' and '.join(missing)} missing"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
