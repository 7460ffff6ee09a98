"""Issue forms for those who would rather tell than write a file, made from the models.

Syntax: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
They ask what the forms of the site ask. Terms and works are not offered, since then every change of
a record would change a form; the site's forms offer them. There is no form for a story: its consent
is not for a public issue.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import yaml
from pydantic import BaseModel

from hub.commands.questions import Question, questions
from hub.model.hub import Hub
from hub.model.marks import IsProse, Mentions
from hub.model.signatories import Signatory, Signature, Signer
from hub.views.forms import Form, forms

NOTE = "# Made from the models by `make golden`; see tests/views/issue_forms.py.\n"
PUBLIC = (
    "Everything you write here is public for good: no e-mail addresses, no telephone numbers, and "
    "nobody's name without their agreement. A file is made from it, and an editor reads that "
    "before it is published. The forms on the site ask the same, offer the terms and works that "
    "the hub knows, and check as you type."
)
SIGN = Form(
    "sign", "Sign a concordat",
    "For an organisation that has decided to sign. No name of a person is asked for.",
    Signatory, "concordats", ("organisation",),
)  # fmt: skip


def issue_forms() -> dict[str, str]:
    """Return the text of each issue form, by the name of its file."""
    found = (*forms(Hub()), SIGN)
    return {
        f"{_name(form)}.yml": NOTE + _as_yaml(_issue_form(form))
        for form in found
        if _name(form) != "story"
    }


def _name(form: Form) -> str:
    return form.address.rstrip("/").rpartition("/")[2]


def _issue_form(form: Form) -> dict[str, Any]:
    body = [{"type": "markdown", "attributes": {"value": PUBLIC}}]
    asked = [*questions(form.model, form.also)]
    if form is SIGN:
        asked = [Question("concordat", "Which concordat is signed", needed=True, parts=()), *asked]
        asked += (_asked_as_well(Signature, "signed"), _asked_as_well(Signer, "role", needed=True))
    body += (_element(each) for each in asked)
    return {
        "name": form.title, "description": form.lead, "title": f"[{_name(form)}] ", "body": body,
    }  # fmt: skip


def _asked_as_well(model: type[BaseModel], name: str, *, needed: bool = False) -> Question:
    """Return a question about a part of a signature that its model may leave open."""
    return Question(name, model.model_fields[name].description or "", needed=needed, parts=())


def _element(question: Question) -> dict[str, Any]:
    words = question.name.replace("_", " ").split(".")
    attributes: dict[str, Any] = {
        "label": ": ".join((words[0].capitalize(), *words[1:])),
        "description": " ".join((f"{question.about.rstrip('.')}.", *_advice(question))),
    }
    choices = [
        choice.value
        for each in question.parts
        if isinstance(each, type) and issubclass(each, StrEnum)
        for choice in each
    ]
    kind = "input"
    if choices:
        kind, attributes["options"] = "dropdown", choices
    elif any(isinstance(each, IsProse) for each in question.parts):
        kind = "textarea"
    return {
        "type": kind,
        "id": question.name.replace(".", "-"),
        "attributes": attributes,
        "validations": {"required": question.needed},
    }


def _advice(question: Question) -> Iterator[str]:
    """Yield how a field that names something is answered here."""
    if any(isinstance(each, Mentions) for each in question.parts):
        yield "In your own words, if you do not know what the hub calls it."
    if question.is_list:
        yield "With commas between, if there are several."


def _as_yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
