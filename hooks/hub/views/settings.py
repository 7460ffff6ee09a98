"""What views must be told about the place where the site is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another hub that readers may search as well: its name, and its address, ending with `/`."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Boundaries of areas: paths in the maps' drawing by ONS code or id, and who made them."""

    paths: tuple[tuple[str, str], ...] = ()
    credit: str = ""

    def of(self, *codes: str | None) -> str:
        """Return the path of the area with one of these codes; "" where there is none."""
        known = dict(self.paths)
        return next((known[each] for each in codes if each in known), "")


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's name, where it is published, and where its files are edited.

    `site_url` and `edit_url` end with `/`, or are "" where there is none yet. `built` is the
    date that the build was told to be of (SOURCE_DATE_EPOCH), if it was told one. `send_to` is an
    e-mail address or a web address to which filled-in files may be sent, or "".
    """

    site_name: str = "Creative Health Hub"
    site_url: str = ""
    edit_url: str = ""
    repo_url: str = ""
    built: date | None = None
    neighbours: tuple[Neighbour, ...] = ()
    boundaries: Boundaries = Boundaries()
    send_to: str = ""
