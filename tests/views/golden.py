"""Files that a test compares its output with; `HUB_UPDATE_GOLDEN=1` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "drawn"


def golden(name: str, made: str) -> str:
    """Return the text of a golden file; write it first if that is asked for."""
    path = FOLDER / name
    if os.environ.get("HUB_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    return path.read_text(encoding="utf-8")
