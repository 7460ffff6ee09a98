"""What a style answers once, it answers each time: remembering changes no line."""

import json
import subprocess
import sys

from hub.citing.formatting import Formatter
from hub.citing.styles import Style
from hub.loading.hub import load_hub
from tests.conftest import REPOSITORY

WITHOUT = """
import json, sys
from pathlib import Path
from hub.citing import formatting
from hub.citing.styles import Style
from hub.loading.hub import load_hub
formatting.remember_answers = lambda: None
printed = formatting.Formatter()
works = load_hub(Path(sys.argv[1])).hub.references.values()
print(json.dumps([printed.format_html(each, style) for each in works for style in Style]))
"""


def test_lines_are_the_same_as_when_nothing_is_remembered() -> None:
    """Every work of the real library is printed as citeproc-py prints it by itself."""
    works = load_hub(REPOSITORY).hub.references.values()
    printed = Formatter()
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(REPOSITORY)], check=True, capture_output=True, text=True
    )

    assert json.loads(run.stdout) == [
        printed.format_html(each, style) for each in works for style in Style
    ]
