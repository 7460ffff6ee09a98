"""What views must be told about the place where the site is published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's name, where it is published, and where its files are edited.

    `site_url` and `edit_url` end with `/`, or are "" where there is none yet.
    """

    site_name: str = "Creative Health Hub"
    site_url: str = ""
    edit_url: str = ""
