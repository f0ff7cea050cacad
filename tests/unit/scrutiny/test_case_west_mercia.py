"""The case page of West Mercia: the wording of the design, from the facts of the story."""

from datetime import date

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.cases.case import Case, case
from answerable.scrutiny.progress import progress
from tests.factories import story_register

FORCE = "west-mercia-police"
SOC_2023 = "hmicfrs/2023/west-mercia/soc"


def the_case(*, said: date | None = None) -> Case:
    regime = catalogue.regime_of(FORCE)
    return case(
        story_register("west-mercia", institution=FORCE, said=said),
        theme=regime.theme("soc"),
        institution="West Mercia Police",
        names=regime.names,
        oversight=catalogue.oversight_of(FORCE),
    )


def test_title_and_first_sentence_are_those_of_the_design() -> None:
    found = the_case()
    assert found.title == "Serious and organised crime: West Mercia Police"
    assert found.sentence == (
        "Inspectors graded this inadequate in a report of 14 May 2024. "
        "Our sources do not say whether it has been put right."
    )
    assert found.sentence_versions


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("inspected", "June 2023, published about 11 months later"),
        ("before", "Inadequate March 2018, good September 2019 - different cycles, not one line"),
        (
            "asked",
            "1 cause of concern, 9 recommendations. "
            "We have the substance of 5; the other 4 are not in our sources.",
        ),
        (
            "said",
            "The Commissioner had a delivery plan on serious and organised crime by "
            "11 December 2023. The improvement plan itself is not in our sources.",
        ),
        (
            "done",
            "The force said on 16 July 2024 that organised-crime profiles are now provided. "
            "Nobody else has checked it, in our sources.",
        ),
        (
            "scrutiny",
            "The Commissioner counted 16 sessions on this and related crime with three chief "
            "constables. We have papers for 5. This subject is in 2. "
            "Our collection is not complete.",
        ),
        (
            "money",
            "“Significant funding” was reported. "
            "No sum in our sources is labelled for organised crime.",
        ),
        ("replies", "The Commissioner says / The force says"),
    ],
)
def test_each_line_has_the_words_of_the_design_and_its_sources(key: str, words: str) -> None:
    line = the_case().line(key)
    assert line.words == words
    assert line.addresses, "every line opens its source"


def test_lines_stand_in_the_order_of_the_design() -> None:
    assert [line.label for line in the_case().lines] == [
        *("Latest source read", "Inspected", "Before", "Asked for", "Said", "Done"),
        *("Worked", "Scrutiny", "Money", "Replies"),
    ]


def test_what_the_force_said_lifts_no_rung_of_a_recommendation() -> None:
    """The minutes do not say which recommendation the profiles answer, so nothing is “done”."""
    item = progress(
        story_register("west-mercia", institution=FORCE), f"{SOC_2023}/recommendation/2"
    )
    assert item.rung is None
    assert not item.steps


def test_worked_says_why_it_cannot_be_measured_and_what_would_help() -> None:
    words = the_case().line("worked").words
    assert words.startswith("Cannot be measured yet: ")
    assert "What would make it possible: " in words


def test_on_1_january_2024_the_grade_is_unknown_and_the_plan_is_known() -> None:
    found = the_case(said=date(2024, 1, 1))
    everything = " ".join([found.sentence, *(line.words for line in found.lines)])
    assert "delivery plan on serious and organised crime by 11 December 2023" in found.sentence
    assert "good in a report of 27 September 2019" in found.sentence
    assert "2024" not in everything
    assert "improvement plan" not in everything
    assert found.line("asked").words == (
        "In a report of 22 March 2018: 1 cause of concern, 5 recommendations."
    )


def test_on_1_june_2024_the_grade_is_known_and_nothing_of_july() -> None:
    found = the_case(said=date(2024, 6, 1))
    everything = " ".join([found.sentence, *(line.words for line in found.lines)])
    assert "inadequate in a report of 14 May 2024" in found.sentence
    assert "July 2024" not in everything
    assert found.line("done").words == "Nothing in our sources says that anything is done."
    assert "on this, as a paper reported it" in found.line("scrutiny").words


def test_a_year_of_fieldwork_gives_no_count_of_months() -> None:
    found = the_case(said=date(2018, 5, 1))
    assert found.line("inspected").words == "2017, published March 2018"
    assert found.line("before").words == "No earlier grade in our sources."


def test_before_any_source_everything_is_unknown_and_says_so() -> None:
    found = the_case(said=date(2010, 1, 1))
    assert found.sentence == "Our sources hold no inspection report on this."
    assert found.line("latest").words == "Not in our sources."
    assert found.line("asked").words == "Nothing, in our sources."
    assert found.line("said").words == "Not in our sources."
    assert found.line("scrutiny").words == (
        "We have no papers of a session. Our collection is not complete."
    )
