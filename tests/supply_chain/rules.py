"""What workflow files and locks must keep to, as functions from a text to its faults.

They hold only what a file itself shows. The settings of the repository (who may merge, what a
fork may run) are the host's, and are listed in `docs/about/security.md`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

TRIGGERS = {"push", "pull_request", "schedule", "workflow_dispatch"}
"""What may start a workflow. None of them lends a stranger's code our rights."""

AFTERWARDS = "workflow_run"
"""Runs with our rights after a stranger's code ran: only by itself, and only to handle data."""

LABELLED = "issues"
"""Runs with our rights on a stranger's words: only by itself, when somebody gives one label."""

LENT = {
    AFTERWARDS: ("a comment", {"pull-requests"}),
    LABELLED: ("a record", {"contents", "issues", "pull-requests"}),
}
"""What jobs of such workflows may write that handle data alone."""

DATA_ONLY = re.compile(
    r"(?<!repos/\$REPO/)\b"
    r"(?:git|gh run|python3?|node|npm|perl|ruby|make|pip3?|eval|source|exec|bash|sh)\b"
    r"|(?:^|[|;&]|\bthen)\s*\.{1,2}[ /]",
    re.MULTILINE,
)
"""In a command that has our rights: whatever fetches code or runs what was fetched."""

DANGEROUS = re.compile(
    r"\$\{\{|GITHUB_ENV|GITHUB_PATH|\b(?:curl|wget|npx|pipx|uvx)\b"
    r"|\bpip3? install\b(?!.*--require-hashes)"
)
"""In a command: pasted values, a changed environment, programs that no hash vouches for."""

_LABEL = re.compile(r"github\.event\.label\.name == '[\w-]+'")
_ACTION = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_VERSION = re.compile(r"# v\d+\.\d+\.\d+$")
_REQUIREMENT = re.compile(
    r"[\w.-]+(\[[\w,-]+\])?==\w[\w.+!-]* *(;[^@#\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+"
)


class Fault(NamedTuple):
    """What is wrong, and in which line, from 1."""

    line: int
    what: str


def workflow_faults(text: str) -> list[Fault]:
    """Return what is wrong with a workflow file of GitHub Actions, in order of lines."""
    workflow = yaml.compose(text, Loader=yaml.BaseLoader)
    assert workflow is not None, "an empty workflow"
    return sorted({*_workflow(workflow), *_uses(workflow, text.splitlines())})


def lock_faults(text: str) -> list[Fault]:
    """Return every line of a requirements file that is not an exact version with its hashes."""
    faults, line = [], 1
    for logical in re.split(r"(?<!\\)\n", text):
        entry = logical.replace("\\\n", " ").strip()
        if entry.startswith("-"):
            faults.append(Fault(line, f"an option: {entry.split()[0]}"))
        elif entry and not entry.startswith("#") and not _REQUIREMENT.fullmatch(entry):
            faults.append(Fault(line, f"no exact version with a hash: {entry.split()[0]}"))
        line += logical.count("\n") + 1
    return faults


def _workflow(workflow: yaml.Node) -> Iterator[Fault]:
    top = _fields(workflow)
    triggers, jobs = _names(top["on"]), [*_fields(top["jobs"]).values()]
    alone = triggers[0].value if len(triggers) == 1 else ""
    is_sound = {
        AFTERWARDS: not any(_runs(job) for job in jobs),
        LABELLED: _plain(top["on"]) == {LABELLED: {"types": ["labeled"]}}
        and all(_waits_for_label(job) for job in jobs),
    }
    lent = alone if is_sound.get(alone) else ""
    for trigger in triggers:
        if trigger.value not in {*TRIGGERS, lent}:
            yield _at(trigger, f"trigger {trigger.value}")
    if "permissions" not in top or _plain(top["permissions"]) != {}:
        yield _at(top.get("permissions", workflow), "permissions of the workflow are not {}")
    if "concurrency" not in top:
        yield _at(workflow, "no concurrency")
    for job in jobs:
        yield from _job(job, lent)


def _runs(job: yaml.Node) -> bool:
    """Tell whether any step takes an action, a checkout among them, or runs what it fetched."""
    steps = map(_fields, _fields(job).get("steps", yaml.SequenceNode("", [])).value)
    return any(
        {*step} & {"uses", "shell"} or DATA_ONLY.search(str(_plain(step["run"]))) for step in steps
    )


def _waits_for_label(job: yaml.Node) -> bool:
    """Tell whether a job runs only when one label is given: strangers cannot give any."""
    said = _fields(job).get("if")
    condition = str(_plain(said)) if said else ""
    return bool(_LABEL.search(condition)) and "||" not in condition


def _job(job: yaml.Node, lent: str) -> Iterator[Fault]:
    fields = _fields(job)
    steps = [_fields(step) for step in fields["steps"].value] if "steps" in fields else []
    if "timeout-minutes" not in fields:
        yield _at(job, "no timeout")
    if not re.fullmatch(r"ubuntu-\d\d\.\d\d", str(_plain(fields["runs-on"]))):
        yield _at(fields["runs-on"], "not a fixed system of the host")
    granted = _plain(fields["permissions"]) if "permissions" in fields else None
    if not isinstance(granted, dict):
        yield _at(fields.get("permissions", job), "permissions of the job are not listed")
    elif lent and not _runs(job):
        what, writable = LENT[lent]
        if not _writes(granted) <= writable:
            yield _at(fields["permissions"], f"more than {what} may be written")
    elif _writes(granted) and any(_works(step) for step in steps):
        yield _at(fields["permissions"], "a job that may write runs code")
    for step in steps:
        yield from _step(step)


def _writes(granted: dict[str, object]) -> set[str]:
    return {name for name, right in granted.items() if right != "read"}


def _works(step: dict[str, yaml.Node]) -> bool:
    """Tell whether a step does anything but hand over to the host's own publishing action."""
    action = str(_plain(step["uses"])) if "uses" in step else ""
    return not action.startswith("actions/deploy-pages@")


def _step(step: dict[str, yaml.Node]) -> Iterator[Fault]:
    inputs = _fields(step["with"]) if "with" in step else {}
    for command in (step.get("run"), inputs.get("script")):
        joined = str(_plain(command)).replace("\\\n", " ") if command else ""
        if command and (found := DANGEROUS.search(joined)):
            yield _at(command, f"in a command: {found[0]}")
    if "uses" in step and str(_plain(step["uses"])).startswith("actions/checkout@"):
        if "persist-credentials" not in inputs or _plain(inputs["persist-credentials"]) != "false":
            yield _at(step["uses"], "the token stays in the checkout")
        if {"ref", "repository"} & {*inputs}:
            yield _at(step["uses"], "checks out other code than what started it")


def _uses(workflow: yaml.Node, lines: list[str]) -> Iterator[Fault]:
    for node in _walk(workflow):
        if isinstance(node, yaml.ScalarNode) and re.search(r"\bsecrets\b", node.value):
            yield _at(node, "secrets")
        for name, value in _fields(node).items() if isinstance(node, yaml.MappingNode) else ():
            if name == "uses" and not _ACTION.fullmatch(value.value):
                yield _at(value, f"not pinned by commit: {value.value}")
            elif name == "uses" and not _VERSION.search(lines[value.start_mark.line]):
                yield _at(value, f"version not said: {value.value}")


def _walk(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    children = node.value if not isinstance(node, yaml.ScalarNode) else ()
    for child in children:
        for each in child if isinstance(child, tuple) else (child,):
            yield from _walk(each)


def _fields(node: yaml.Node) -> dict[str, yaml.Node]:
    assert isinstance(node, yaml.MappingNode), f"line {node.start_mark.line + 1} is not a mapping"
    return {key.value: value for key, value in node.value}


def _names(node: yaml.Node) -> list[yaml.ScalarNode]:
    """Return the names in a name, a list of names, or a mapping from names."""
    if isinstance(node, yaml.ScalarNode):
        return [node]
    return [each[0] if isinstance(each, tuple) else each for each in node.value]


def _plain(node: yaml.Node) -> object:
    """Return a node as text, list or mapping."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    return node.value


def _at(node: yaml.Node, what: str) -> Fault:
    return Fault(node.start_mark.line + 1, what)
