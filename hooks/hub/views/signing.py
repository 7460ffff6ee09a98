"""How a concordat is signed: with git and without, what is published of it, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.concordats import VersionStatus
from hub.page import Document, Heading, Page
from hub.views import addresses, assets, code_host

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.texts import Text
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

FORM = "signature.yml"
"""The name of the file that is filled in, beside the page."""

_FORM = """\
# To sign {title}: change what stands after each colon, and leave lines out that say nothing.
# Everything here is published: no name of a person, no e-mail address, no telephone number.
title: The name of your organisation
organisation: the-name-of-your-organisation  # also the name of this file, before .yml
statement: https://www.example.org/our-statement  # a public page of yours, if there is one
signatures:
  - version: "{version}"
    text: {sha256}
    signed: year-month-day  # such as 2026-03-01
    by:
      role: Chief Executive  # the post, never the name
    capacity: organisation
    authority:
      kind: board-minute  # what the signature rests on
      reference: Board, item 7  # the minute or decision, as cited
    source:
      web: https://www.example.org/minutes  # a public page where it can be seen
      title: Minutes of the board
"""

HEADINGS = (
    Heading("page-meaning", "What a signature means"),
    Heading("page-published", "What is published, and what never"),
    Heading("page-without-git", "To sign without git"),
    Heading("page-with-git", "To sign with git"),
    Heading("page-afterwards", "Afterwards"),
)
_HELP = {"erasure": "contributing/erasure/", "privacy": "about/privacy/"}


def sign_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield, for each concordat, the page that says how it is signed."""
    for concordat in studio.hub.concordats.values():
        yield sign_page(studio, concordat, settings)


def sign_page(studio: Studio, concordat: Concordat, settings: Settings) -> Page:
    """Return the page that says how a concordat is signed."""
    sheet, version = studio.sheet(addresses.sign(concordat.id)), concordat.current
    text = studio.hub.texts.get((concordat.id, version.number))
    is_open = concordat.status is Status.PUBLISHED and version.status is VersionStatus.IN_FORCE
    form = _form(concordat, text) if text and is_open else ""
    title = f"Signature of {concordat.title}"
    html = sheet.render(
        "sign.html", concordat=concordat, version=version, form=form, text=text, headings=HEADINGS,
        form_name=FORM, repo_url=settings.repo_url, help=_help(sheet),
        issue=code_host.new_issue(settings.repo_url, title, form) if form else "",
        addresses={"all": addresses.CONCORDATS, "concordat": addresses.concordat(concordat.id),
                   "signatories": addresses.signatories(concordat.id),
                   "form": addresses.form(f"sign-{concordat.id}")},
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="sign",
        title=f"How to sign {concordat.title}",
        description="The steps, with git and without; what is published; what a signature means.",
        html=html,
        headings=HEADINGS if form else HEADINGS[:2],
        section="concordats",
        head=assets.head(sheet, "css/concordat.css"),
        beside=(Document(sheet.address + FORM, form.encode()),) if form else (),
    )


def _form(concordat: Concordat, text: Text) -> str:
    version = concordat.current
    return _FORM.format(title=concordat.title, version=version.number, sha256=text.sha256)


def _help(sheet: Sheet) -> dict[str, str]:
    """Return links to the pages that say more, as far as this hub has them."""
    docs = sheet.studio.hub.docs
    return {
        name: sheet.url(address)
        for name, address in _HELP.items()
        if f"docs/{address.removesuffix('/')}.md" in docs
    }
