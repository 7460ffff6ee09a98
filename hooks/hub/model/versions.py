"""How the versions of a concordat follow each other, and which translations lag behind."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from hub.model.concordats import VersionStatus

if TYPE_CHECKING:
    from hub.model.concordats import Concordat, Translation, Version
    from hub.model.hub import Hub


class Freshness(Enum):
    """Whether a translation says what the text in force says."""

    UP_TO_DATE = "up to date"
    NEWER_VERSION = "a newer version is in force"
    TEXT_CHANGED = "made from another text"


def in_force(concordat: Concordat) -> Version | None:
    """Return the version in force, if one is."""
    current = concordat.current
    return current if current.status is VersionStatus.IN_FORCE else None


def before(concordat: Concordat, version: Version) -> Version | None:
    """Return the version that this one replaces: the one it names, else the one listed before."""
    if version.replaces:
        return concordat.find_version(version.replaces)
    position = concordat.versions.index(version)
    return concordat.versions[position - 1] if position else None


def after(concordat: Concordat, version: Version) -> tuple[Version, ...]:
    """Return the versions that replace this one; a draft may stand beside the next one."""
    return tuple(
        each for each in concordat.versions
        if each is not version and before(concordat, each) is version
    )  # fmt: skip


def freshness(
    hub: Hub, concordat: Concordat, version: Version, translation: Translation
) -> Freshness:
    """Return whether a translation of a version has been left behind."""
    text = hub.texts.get((concordat.id, version.number))
    if text is None or translation.text != text.sha256:
        return Freshness.TEXT_CHANGED
    current = in_force(concordat)
    if current is not None and current is not version and version.status is not VersionStatus.DRAFT:
        return Freshness.NEWER_VERSION
    return Freshness.UP_TO_DATE
