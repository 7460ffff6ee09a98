"""`hub check --online`, with a registry on this machine that has every fault registries have."""

import time
from typing import Any

import pytest

from hub.commands.online import differences
from hub.commands.registry import Registry, RegistryError, UnknownWorkError
from tests.commands.conftest import Run
from tests.commands.registry_server import Reply, Server
from tests.views.small_hub import work

DOI = "/10.5555/invented.2019.4"
NEWS = "/works/10.5555%2Finvented.2019.4"
WORK = work(
    "Example2019", title="Group singing and loneliness", doi="10.5555/invented.2019.4",
    author=[{"family": "Example", "given": "Ada"}], issued={"year": 2019},
)  # fmt: skip
SAME = {
    "title": "Group Singing and Loneliness", "type": "journal-article",
    "author": [{"family": "Example", "given": "A."}], "issued": {"date-parts": [[2019, 3]]},
}  # fmt: skip


def said(server: Server, registry: Registry, given: Any = SAME, **message: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Return what is said of the work when the registry has this of it."""
    server.says(DOI, Reply(given))
    server.says(NEWS, Reply({"message": message}))
    return list(differences(WORK, registry))


def test_what_is_the_same_is_not_mentioned(server: Server, registry: Registry) -> None:
    """Capitals, initials and a registry's own types are no differences."""
    assert [] == said(server, registry)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": "Something else entirely"}, "the registry has another title"),
        ({"author": [{"family": "Sample"}]}, 'another first author: "Sample"'),
        ({"author": [*SAME["author"], {"family": "Sample"}]}, "2 authors, the library 1"),
        ({"issued": {"date-parts": [[2018]]}}, "the registry has the year 2018"),
    ],
)
def test_differences_are_told(
    server: Server, registry: Registry, change: dict[str, Any], words: str
) -> None:
    """Another title, author or year is told, with what the registry says."""
    (line,) = said(server, registry, {**SAME, **change})

    assert words in line


def test_a_year_in_print_is_as_good_as_one_online(server: Server, registry: Registry) -> None:
    """Registries give several dates; any of them may be the one that is cited."""
    dates = {"issued": {"date-parts": [[2018]]}, "published-print": {"date-parts": [[2019]]}}

    assert [] == said(server, registry, {**SAME, **dates})


def test_a_retraction_is_news(server: Server, registry: Registry) -> None:
    """What Crossref announces of a work is told with its date and its notice."""
    update = {"type": "retraction", "DOI": "10.5555/r", "updated": {"date-parts": [[2020, 2, 6]]}}

    assert ["a retraction was announced on 2020-02-06: 10.5555/r"] == said(
        server, registry, **{"updated-by": [update]}
    )


def test_a_recorded_state_is_no_news(server: Server, registry: Registry) -> None:
    """What the library says already is not told again."""
    known = work("a", title=WORK.title, doi=WORK.doi, state="corrected")
    server.says(DOI, Reply(SAME))
    server.says(NEWS, Reply({"message": {"updated-by": [{"type": "erratum", "DOI": "10.5555/e"}]}}))

    assert [] == list(differences(known, registry))


def test_a_notice_that_is_cited_is_named(server: Server, registry: Registry) -> None:
    """A work that is itself a notice says of which work."""
    lines = said(server, registry, **{"update-to": [{"type": "correction", "DOI": "10.5555/o"}]})

    assert ["this work is itself a correction, of 10.5555/o"] == lines


def test_an_unknown_doi_leads_nowhere(registry: Registry) -> None:
    """A DOI that the resolver does not know is told, and no more is asked."""
    assert ["the DOI 10.5555/invented.2019.4 leads nowhere"] == list(differences(WORK, registry))


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>Sorry</html>"), Reply([1]), Reply(b""), Reply({"title": 7, "author": "x"}),
        Reply({"title": ["x"], "issued": {"date-parts": [["?"]]}, "author": [None]}),
        Reply(status=500), Reply(status=403), Reply(SAME, delay=1.0), Reply(b"[" * 100_000),
        Reply(b"\xff\xfe\x00"), Reply({"author": [{"family": ["x"]}], "title": {"a": 1}}),
    ],
    ids=str,
)  # fmt: skip
def test_a_bad_answer_is_a_line_and_no_crash(
    server: Server, registry: Registry, reply: Reply
) -> None:
    """Whatever a registry answers, the comparison goes on."""
    server.says(DOI, reply)
    server.says(NEWS, reply)

    assert all(isinstance(line, str) for line in differences(WORK, registry))


def test_who_is_busy_is_asked_again_later(server: Server, registry: Registry) -> None:
    """429 with Retry-After: the question is put again after that time, not before."""
    server.says(DOI, Reply(status=429, headers={"Retry-After": "1"}), Reply(SAME))
    begun = time.monotonic()
    registry.item(WORK.doi)

    assert 1.0 <= time.monotonic() - begun < 5.0
    assert 2 == len(server.asked)


def test_who_asks_for_an_hour_is_left_alone(server: Server, registry: Registry) -> None:
    """A registry that wants us to wait long is asked another day."""
    server.says(DOI, Reply(status=429, headers={"Retry-After": "3600"}))

    with pytest.raises(RegistryError, match="429"):
        registry.item(WORK.doi)
    assert 1 == len(server.asked)


def test_a_time_out_is_tried_again_and_then_told(server: Server, registry: Registry) -> None:
    """A registry that does not answer in time is asked as often as agreed, and no more."""
    server.says(DOI, Reply(SAME, delay=1.0))

    with pytest.raises(RegistryError, match="cannot be reached"):
        registry.item(WORK.doi)
    assert registry.tries == len(server.asked)


def test_an_answer_is_kept(server: Server, registry: Registry) -> None:
    """A question is asked once; the next day its answer comes from the disk."""
    server.says(DOI, Reply(SAME))

    assert registry.item(WORK.doi) == registry.item(WORK.doi) == SAME
    assert 1 == len(server.asked)


def test_a_bad_answer_is_not_kept(server: Server, registry: Registry) -> None:
    """What is no JSON, or nothing at all, is asked for again."""
    server.says(DOI, Reply(b"no"), Reply(SAME))
    with pytest.raises(RegistryError):
        registry.item(WORK.doi)

    assert SAME == registry.item(WORK.doi)


def test_nobody_is_an_unknown_work(registry: Registry) -> None:
    """404 is an answer, and not tried again."""
    with pytest.raises(UnknownWorkError):
        registry.item("10.5555/none")


def test_the_agent_says_whom_to_write_to(server: Server, registry: Registry) -> None:
    """Registries ask for an address in the user agent, and for the form that is wanted."""
    server.says(DOI, Reply(SAME))
    registry.item(WORK.doi)
    ((_, headers),) = server.asked

    assert "(mailto:librarian@hub.example)" in headers["User-Agent"]
    assert "application/vnd.citationstyles.csl+json" == headers["Accept"]


def test_questions_keep_their_distance(server: Server, registry: Registry) -> None:
    """Between two questions lies the pause."""
    registry.pause = 0.2
    server.says(DOI, Reply(SAME))
    server.says(NEWS, Reply({"message": {}}))
    begun = time.monotonic()
    list(differences(WORK, registry))

    assert time.monotonic() - begun >= 0.2


def test_the_command_tells_where_and_fails_nothing(server: Server, run: Run) -> None:
    """Each difference has its place in the library; it is advice, and the status stays 0."""
    server.says(DOI, Reply({**SAME, "issued": {"date-parts": [[2018]]}}))
    status, output = run("check", "--online")

    assert 0 == status
    assert "evidence/references.bib:10:10: Example2019: the registry has" in output
    assert "asked about 1 DOIs: " in output


def test_without_a_contact_nobody_is_asked(
    server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who does not say whom to write to is told to, and no question leaves."""
    monkeypatch.delenv("HUB_CONTACT")
    status, output = run("check", "--online")

    assert 2 == status
    assert "set HUB_CONTACT" in output
    assert [] == server.asked


def test_a_check_alone_asks_nobody(server: Server, run: Run) -> None:
    """Without the option no question leaves."""
    run("check")

    assert [] == server.asked
