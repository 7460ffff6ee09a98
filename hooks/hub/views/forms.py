"""Forms for those without git: one for each kind of record, made in the browser from its schema.

The page says what is asked first and where the file goes. The fields, their hints and their rules
are the model's, which the browser reads from the published schema (`hub.schemas`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.concordats import VersionStatus
from hub.model.evidence import EvidenceSummary
from hub.model.practice import PracticeExample
from hub.model.signatories import Signatory
from hub.model.stories import Story
from hub.model.vocabularies import Organisation
from hub.page import Page
from hub.schemas import FOLDER, file_name, kind_of
from hub.views import addresses, assets, code_host
from hub.views.data import ONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.views.settings import Settings
    from hub.views.sheet import Studio


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its address, what it is called and for, the record's model, where its file goes.

    `also` are fields that are asked for though they may be left out (`source.web`), `needed` those
    that the form insists on, and `given` is what is filled in from the start. The file is called
    after the field `named_by`. Where published records can be corrected with it, `page` is the
    address of theirs, with `<id>` for the id.
    """

    address: str
    title: str
    lead: str
    model: type[Record]
    folder: str
    also: tuple[str, ...] = ()
    named_by: str = "title"
    given: tuple[tuple[str, object], ...] = ()
    needed: tuple[str, ...] = ()
    page: str = ""


_SIGNING = (
    "organisation", "statement", "signatures.signed", "signatures.by", "signatures.authority",
    "signatures.authority.reference",
)  # fmt: skip


def forms(hub: Hub) -> Iterator[Form]:
    """Yield every form; a concordat has one of its own, which knows the text that is signed."""
    yield Form(
        addresses.form("summary"), "Add a summary",
        "You have read a study or a review. Keep to what it says: a subgroup is not everybody, an "
        "association is not a cause, and no difference is a result.",
        EvidenceSummary, "evidence/summaries",
        ("participants", "art_forms", "populations", "conditions", "settings", "findings"),
        page=addresses.summary("<id>"),
    )  # fmt: skip
    yield Form(
        addresses.form("practice"), "Put work on the map",
        "You do creative health work, or know of some. Four questions matter most: what is new in "
        "it, what good it did, how it is paid for, and what it does for the single person.",
        PracticeExample, "evidence/practice",
        ("innovation", "benefits", "commissioning", "personalisation", "settings", "art_forms",
         "populations", "since", "contact"),
        page=addresses.practice("<id>"),
    )  # fmt: skip
    yield Form(
        addresses.form("story"), "Give a story",
        "Something you lived through, told as you want it told. You decide what is published and "
        "under which name, and can take it back. It is not shown as evidence of effect.",
        Story, "evidence/stories", ("consent", "art_forms", "places"),
        needed=("consent",), page=addresses.story("<id>"),
    )  # fmt: skip
    yield Form(
        addresses.form("organisation"), "Add an organisation",
        "A body that signs, leads or takes part. Its name as it calls itself.",
        Organisation, "evidence/organisations", ("place", "web"),
        page=addresses.organisation("<id>"),
    )  # fmt: skip
    for concordat in hub.concordats.values():
        text = hub.texts.get((concordat.id, concordat.current.number))
        is_open = concordat.current.status is VersionStatus.IN_FORCE
        if text and is_open and concordat.status is Status.PUBLISHED:
            signature = {"version": concordat.current.number, "text": text.sha256}
            yield Form(
                addresses.form(f"sign-{concordat.id}"), f"Sign {concordat.title}",
                f"For an organisation that has decided to sign version {concordat.current.number}. "
                "No name of a person and no e-mail address is asked for, and none is published.",
                Signatory, f"concordats/{concordat.id}/signatories",
                _SIGNING, "organisation", (("signatures", [signature]),),
            )  # fmt: skip


def form_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield the page of every form."""
    for form in forms(studio.hub):
        yield _page(studio, form, settings)


def _page(studio: Studio, form: Form, settings: Settings) -> Page:
    sheet = studio.sheet(form.address)
    kind = kind_of(form.model)
    html = sheet.render(
        "form.html", form=form, schema=sheet.url(f"{FOLDER}{file_name(kind)}"),
        given=json.dumps(dict(form.given), ensure_ascii=False),
        record=form.page and sheet.url(f"{form.page}{ONE}"),
        new_file=code_host.new_file(settings.repo_url, form.folder),
        upload=code_host.upload(settings.repo_url, form.folder),
        edit=settings.edit_url and f"{settings.edit_url}{form.folder}/", send_to=settings.send_to,
        privacy=sheet.url("about/privacy/"), contribute=sheet.url(addresses.CONTRIBUTE),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="form",
        title=form.title,
        description=form.lead,
        html=html,
        section="contributing",
        head=assets.head(sheet, "css/form.css", "js/form/page.js"),
    )
