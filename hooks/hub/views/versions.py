"""Each version of a concordat on its own permanent page: the words, and nothing else beside them.

What changed from one to the next stands on a page of its own (`hub.views.changes`), and so does
each translation (`hub.views.translations`). The text is published beside its page byte for byte,
so that everybody can compute its fingerprint again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.concordats import VersionStatus
from hub.model.versions import after, before, freshness, in_force
from hub.page import Document, Heading, Page
from hub.views import addresses, assets, markdown, naming
from hub.views.changes import changes_page
from hub.views.clauses import plain_parts
from hub.views.translations import translation_page
from hub.views.wording import day, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.views.sheet import Sheet, Studio

STATUSES = {
    VersionStatus.DRAFT: "Draft",
    VersionStatus.IN_FORCE: "In force",
    VersionStatus.SUPERSEDED: "Superseded",
    VersionStatus.WITHDRAWN: "Withdrawn",
}
"""What each status is called."""


def version_pages(studio: Studio) -> Iterator[Page]:
    """Yield, for each version: its page, what changed in it, and its translations."""
    hub = studio.hub
    for concordat in hub.concordats.values():
        for version in concordat.versions:
            if (concordat.id, version.number) not in hub.texts:
                continue
            yield version_page(studio, concordat, version)
            earlier = before(concordat, version)
            if earlier and (concordat.id, earlier.number) in hub.texts:
                yield changes_page(studio, concordat, earlier, version)
            for translation in version.translations:
                if (concordat.id, version.number, translation.language) in hub.translations:
                    yield translation_page(studio, concordat, version, translation)


def version_page(studio: Studio, concordat: Concordat, version: Version) -> Page:
    """Return the permanent page of a version."""
    hub, sheet = studio.hub, studio.sheet(addresses.version(concordat.id, version.number))
    text = hub.texts[concordat.id, version.number]
    parts = plain_parts(concordat, text)
    html = sheet.render(
        "version.html", concordat=concordat, version=version, text=text, parts=parts,
        preamble=markdown.block(text.preamble, breaks=True),
        closing=markdown.block(text.closing, breaks=True),
        facts=_facts(hub, concordat, version), status=STATUSES[version.status],
        current=in_force(concordat), ways=ways(hub, sheet, concordat, version),
        file=sheet.url(addresses.text_file(concordat.id, version.number)),
        addresses={"all": addresses.CONCORDATS, "concordat": addresses.concordat(concordat.id)},
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="concordat-version",
        title=f"Version {version.number} of {concordat.title}",
        description=f"The text of version {version.number}, word for word, with its fingerprint.",
        html=html,
        headings=(*(Heading(part.id, part.title) for part in parts),
                  Heading("page-fingerprint", "The fingerprint of this text")),
        section="concordats",
        head=assets.head(sheet, "css/concordat.css"),
        beside=(Document(
            addresses.text_file(concordat.id, version.number), text.source.text.encode()
        ),),
    )  # fmt: skip


def _facts(hub: Hub, concordat: Concordat, version: Version) -> list[dict[str, str]]:
    earlier = before(concordat, version)
    later = [each.number for each in after(concordat, version)]
    signed = sum(
        any(each.version == version.number for each in signatory.signatures)
        for signatory in hub.signatories.get(concordat.id, ())
        if signatory.withdrawn is None
    )
    return [
        {"term": "Status", "value": STATUSES[version.status]},
        {"term": "Published", "value": day(version.published) if version.published else "",
         "unknown": "Not published"},
        {"term": "Replaces", "value": earlier.number if earlier else "Nothing: it is the first"},
        {"term": "Replaced by", "value": ", ".join(later) or "Nothing so far"},
        {"term": "Language", "value": naming.language(concordat.language)},
        {"term": "Signed by", "value": plural(signed, "signatory", "signatories")},
    ]  # fmt: skip


def listed_versions(sheet: Sheet, concordat: Concordat) -> list[dict[str, Any]]:
    """Return the versions for the concordat's own page, newest first, with the ways from each."""
    hub = sheet.studio.hub
    return [
        {"version": each,
         "href": sheet.url(addresses.version(concordat.id, each.number)),
         "ways": ways(hub, sheet, concordat, each, only_back=True)}
        if (concordat.id, each.number) in hub.texts else {"version": each, "href": "", "ways": []}
        for each in reversed(concordat.versions)
    ]  # fmt: skip


def published_texts(sheet: Sheet, concordat: Concordat) -> list[dict[str, Any]]:
    """Return the texts that can be signed or were, newest first: version, text and address."""
    hub = sheet.studio.hub
    return [
        {"version": each, "text": text,
         "href": sheet.url(addresses.version(concordat.id, each.number))}
        for each in reversed(concordat.versions)
        if each.status is not VersionStatus.DRAFT
        and (text := hub.texts.get((concordat.id, each.number)))
    ]  # fmt: skip


def ways(
    hub: Hub, sheet: Sheet, concordat: Concordat, version: Version, *, only_back: bool = False
) -> list[dict[str, Any]]:
    """Return where to go from a version: what changed in it and after it, and translations.

    With `only_back`, what changed after it is left out.
    """
    found = []
    earlier = before(concordat, version)
    if earlier and (concordat.id, earlier.number) in hub.texts:
        found.append({
            "href": sheet.url(addresses.changes(concordat.id, version.number)),
            "label": f"What changed from {earlier.number} to {version.number}",
        })  # fmt: skip
    found += [
        {"href": sheet.url(addresses.changes(concordat.id, each.number)),
         "label": f"What changed from {version.number} to {each.number}"}
        for each in after(concordat, version)
        if not only_back and (concordat.id, each.number) in hub.texts
    ]  # fmt: skip
    found += [
        {"href": sheet.url(addresses.translation(concordat.id, version.number, each.language)),
         "label": f"In {naming.language(each.language)}, beside this text",
         "note": freshness(hub, concordat, version, each).value}
        for each in version.translations
        if (concordat.id, version.number, each.language) in hub.translations
    ]  # fmt: skip
    return found
