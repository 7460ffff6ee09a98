"""`hub erase`: a person is removed from the hub, and told what this cannot reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub.checks.alphabets import skeleton
from hub.commands import acts
from hub.commands.drafts import Draft, put_down
from hub.commands.roots import find_root, root_option
from hub.commands.traces import in_history, in_library, in_site, in_words
from hub.commands.writing import as_text, editable, node
from hub.model.base import Status
from hub.model.concordats import Concordat
from hub.model.signatories import Signatory

if TYPE_CHECKING:
    from hub.model.hub import Hub

_LEFT = 1
_OF_A_PERSON = ("name", "name_published", "name_basis")
"""The fields of a post-holder that say who it was."""


@dataclass
class _Plan:
    """What is to change: files by path as they will be read, and files that go."""

    changed: dict[str, tuple[type[Signatory | Concordat], Any]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)

    def edit(self, root: Path, record: Signatory | Concordat) -> Any:  # noqa: ANN401 - YAML
        """Return the fields of a record, to be changed."""
        path = record.origin.path
        if path not in self.changed:
            text = (root / path).read_text(encoding="utf-8")
            self.changed[path] = type(record), editable(text)
        return self.changed[path][1]

    @property
    def drafts(self) -> list[Draft]:
        """The files as they are to be written."""
        return [Draft(path, kind, as_text(each)) for path, (kind, each) in self.changed.items()]


@click.command()
@click.argument("name")
@click.option(
    "--site", type=click.Path(file_okay=False, path_type=Path),
    help="Where the built site is, to be looked through; the folder site if not said.",
)  # fmt: skip
@acts.writing_options
@root_option
def erase(
    name: str, site: Path | None, root: Path | None,
    dry_run: bool, yes: bool,  # noqa: FBT001 - click passes flags so
) -> None:  # fmt: skip
    """Remove the person called NAME from all records, for the right to erasure.

    A person's own signature or story goes with its file, and of signatures the number stays; a
    post-holder's name goes, and the post stays. What no command can mend is listed: words that
    hold the name, the history, and a site built before. Exit status: 0 nothing left to do, 1
    something is.
    """
    root = root or find_root()
    hub = acts.load(root)
    plan = _plan(root, hub, name)
    if plan.changed or plan.gone:
        count = len(plan.changed) + len(plan.gone)
        if not (yes or dry_run):
            click.confirm(f'change {count} files so that "{name}" is in none?', abort=True)
        put_down(root, hub, plan.drafts, plan.gone, dry_run=dry_run)
    else:
        click.echo("No record names this person.")
    shown = {*plan.changed, *plan.gone} if dry_run else set()
    left = [*in_words(root, name, shown)]
    _say_left(left, in_library(hub, name), in_site(site or root / "site", name))
    click.echo(in_history(root, name))
    click.echo(_ADVICE)
    click.get_current_context().exit(_LEFT if left else 0)


def _plan(root: Path, hub: Hub, name: str) -> _Plan:
    plan = _Plan()
    for concordat, signatory in hub.all_signatories():
        if not signatory.organisation and _same(signatory.title, name):
            plan.gone.append(signatory.origin.path)
            if not signatory.withdrawn and signatory.status is Status.PUBLISHED:
                fields = plan.edit(root, concordat)
                fields["erased"] = node(int(fields.get("erased", 0)) + 1)
        else:
            _unname(root, hub, plan, signatory, name)
    told = (each for each in hub.stories.values() if _same(each.told_by, name))
    plan.gone.extend(each.origin.path for each in told)
    return plan


def _unname(root: Path, hub: Hub, plan: _Plan, signatory: Signatory, name: str) -> None:
    """Take the name from a signature that stays: the post remains, and the body's own name."""
    for position, signature in enumerate(signatory.signatures):
        if signature.by and signature.by.name and _same(signature.by.name, name):
            signer = plan.edit(root, signatory)["signatures"][position]["by"]
            for each in _OF_A_PERSON:
                signer.pop(each, None)
    body = hub.organisations.get(signatory.organisation or "")
    if body and _same(signatory.title, name) and not _same(body.title, name):
        plan.edit(root, signatory)["title"] = node(body.title)


def _same(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other)


def _say_left(words: list[str], works: list[str], pages: list[str]) -> None:
    if words:
        click.echo("These lines hold the name, and only a person can reword them:")
        click.echo("".join(f"    {each}\n" for each in words), nl=False)
    if works:
        click.echo(f"Works in the library are by an author of this name, and stay: {works}")
    if pages:
        click.echo(f"The site as it was built holds the name in {len(pages)} files; build it anew:")
        click.echo("".join(f"    {each}\n" for each in pages[:20]), nl=False)


_ADVICE = """\
Do not write the name into the commit message, nor into the name of a branch.
A new commit erases nothing from the history; docs/contributing/erasure.md says what can be done."""
