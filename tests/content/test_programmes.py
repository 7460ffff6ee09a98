"""The four programmes: every number that their source documents state, and what they leave open."""

import pytest

from hub.model.hub import Hub
from hub.model.programmes import Programme, Site


def sites(programme: Programme, stage: str) -> list[Site]:
    """Return the sites of a programme at one stage."""
    return [site for site in programme.sites if site.stage == stage]


def stated(programme: Programme) -> dict[str, int | None]:
    """Return the counts that the source states, by stage."""
    return {stage.id: stage.stated_count for stage in programme.stages}


class TestCreateHealth:
    """Micro-experiments in Gloucestershire, published as lessons."""

    @pytest.fixture
    def programme(self, hub: Hub) -> Programme:
        """Return the record."""
        return hub.programmes["create-health"]

    def test_four_lessons_are_numbered_as_printed(self, programme: Programme) -> None:
        """The lessons are 1 to 4."""
        assert [1, 2, 3, 4] == [lesson.number for lesson in programme.lessons]

    def test_three_of_six_micro_tests_are_named(self, programme: Programme) -> None:
        """Micro-tests 1, 2 and 4 are named, of six."""
        assert [1, 2, 4] == [test.number for test in programme.micro_tests]
        assert 6 == programme.stated_tests

    def test_lessons_point_to_micro_tests_two_four_none_and_one(self, programme: Programme) -> None:
        """The number of a lesson is not the number of a micro-test, and lesson 3 has none."""
        assert [2, 4, None, 1] == [lesson.from_test for lesson in programme.lessons]


class TestCreatingChange:
    """A research project whose description is a plan."""

    @pytest.fixture
    def programme(self, hub: Hub) -> Programme:
        """Return the record."""
        return hub.programmes["creating-change"]

    def test_four_phases_are_stated(self, programme: Programme) -> None:
        """The summary gives the number of phases that the source states."""
        assert "four iterative phases" in programme.summary.replace("\n", " ")

    def test_only_the_second_phase_has_a_number(self, programme: Programme) -> None:
        """Of the steps, the source numbers one and calls one the final phase."""
        numbered = {phase.label: phase.number for phase in programme.phases if phase.number}

        assert {"Phase 2": "2"} == numbered
        assert "Final phase" == programme.phases[-1].label

    def test_five_case_studies_are_planned(self, programme: Programme) -> None:
        """Five case studies are planned; none is recorded as a site, since none was reported."""
        assert 5 == stated(programme)["case-study"]
        assert [] == sites(programme, "case-study")

    def test_inquiries_in_five_places_are_reported(self, programme: Programme) -> None:
        """The five places come from a later page, which reports inquiries and not hubs."""
        inquiries = sites(programme, "inquiry")

        assert ["bradford", "calderdale", "kirklees", "leeds", "wakefield"] == [
            site.place for site in inquiries
        ]
        assert all(site.source for site in inquiries)

    def test_the_final_phase_holds_the_third_workshop(self, programme: Programme) -> None:
        """The final phase involves a third stakeholder workshop."""
        assert "third stakeholder inquiry workshop" in (programme.phases[-1].planned or "")

    def test_creative_minds_works_with_over_120_providers(self, programme: Programme) -> None:
        """The claim keeps the word "over"."""
        assert any("over 120 community providers" in claim.statement for claim in programme.claims)

    def test_two_claims_on_appointments_have_different_sources(self, programme: Programme) -> None:
        """One third "not medical" and one third "due to isolation" are two claims."""
        claims = [claim for claim in programme.claims if "GP appointments" in claim.statement]

        assert 2 == len({claim.source.web for claim in claims})
        assert all(claim.note for claim in claims)

    def test_every_arrow_of_the_logic_model_joins_two_boxes(self, programme: Programme) -> None:
        """No arrow leads to a box that is not there."""
        model = programme.logic_model
        assert model is not None
        boxes = [
            *model.inputs, *model.activities, *model.outputs, *model.outcomes, *model.impact,
        ]  # fmt: skip

        assert set() == {end for box in boxes for end in box.leads_to} - {box.id for box in boxes}


class TestCreativeHealthHubs:
    """Four hubs, and a call to put work on the map."""

    @pytest.fixture
    def programme(self, hub: Hub) -> Programme:
        """Return the record."""
        return hub.programmes["creative-health-hubs"]

    def test_four_hubs_and_thirty_eight_others_make_forty_two(self, programme: Programme) -> None:
        """The call states 4 and 38; together they are the systems of that time."""
        assert {"hub": 4, "others": 38} == stated(programme)
        assert 42 == sum(count or 0 for count in stated(programme).values())

    def test_the_call_itself_names_one_hub(self, programme: Programme) -> None:
        """The other three hubs are named elsewhere, and say where."""
        named = [site.name for site in sites(programme, "hub") if site.source is None]

        assert ["West Yorkshire and Harrogate"] == named

    def test_the_call_asks_four_questions(self, programme: Programme) -> None:
        """The invitation has four questions."""
        call = next(
            claim.statement for claim in programme.claims if "four questions" in claim.statement
        )

        assert 4 == sum(line.endswith("?") for line in call.splitlines())

    def test_the_call_is_of_7_december_2021(self, programme: Programme) -> None:
        """The state of the programme is told as of the day of the call."""
        assert "2021-12-07" == programme.progress.as_of


class TestMobilisingCommunities:
    """An open call that narrowed ten ideas to three sites."""

    @pytest.fixture
    def programme(self, hub: Hub) -> Programme:
        """Return the record."""
        return hub.programmes["mobilising-communities"]

    def test_ten_were_short_listed_and_three_selected(self, programme: Programme) -> None:
        """The counts are those that the source states."""
        assert {"short-listed": 10, "selected": 3} == stated(programme)

    def test_the_source_names_two_sites_and_another_page_the_third(
        self, programme: Programme
    ) -> None:
        """Three sites are stated and two named; the third says where it is named."""
        by_the_blog = [site.source is None for site in sites(programme, "selected")]

        assert [True, True, False] == by_the_blog

    def test_planning_takes_three_months(self, programme: Programme) -> None:
        """The sites have a three-month period for their plan."""
        assert any("three-month period" in (phase.planned or "") for phase in programme.phases)

    def test_the_workshop_had_six_topics(self, programme: Programme) -> None:
        """Six topics are listed."""
        workshop = next(phase for phase in programme.phases if phase.label.startswith("Workshop"))

        assert 6 == sum(line[:1].isdigit() for line in (workshop.reported or "").splitlines())
