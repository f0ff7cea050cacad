"""The statutory response: dates side by side, one explanation each, never a word of blame."""

from datetime import date

from answerable.operations import catalogue
from answerable.scrutiny.replies.responses import response
from answerable.vocabulary.facts import FindingPublished, ResponseGiven, StageReached
from tests.factories import fact, register, story_register

POLICE = catalogue.regimes()["police-england-wales"]
REPORT = "inspectorate/2026/anyshire/calls"


def test_the_letter_of_west_mercia_is_stated_as_the_design_words_it() -> None:
    found = response(
        story_register("west-mercia", institution="west-mercia-police"),
        report="hmicfrs/2023/west-mercia/soc",
        regime=POLICE,
    )
    assert found.sentence == (
        "Letter dated 9 July 2024. The 56-day period ended on 8 July 2024. "
        "Date of publication of comments: not in our sources."
    )
    assert found.completeness == "Explanations held for 0 of 9 recommendations."
    assert not found.complete
    assert not any(word in found.sentence.lower() for word in ("late", "breach", "missed"))
    assert {e.words for e in found.explanations} == {"Explanation: not in our sources."}


def recommendations() -> list[FindingPublished]:
    return [
        fact(
            FindingPublished,
            stream=f"{REPORT}/recommendation/{n}",
            on="2026-10-13",
            kind="recommendation",
            number=str(n),
            text="Answer calls.",
        )
        for n in (1, 2)
    ]


def test_while_the_window_runs_the_days_left_are_shown() -> None:
    found = response(
        register(recommendations(), valid=date(2026, 11, 23)), report=REPORT, regime=POLICE
    )
    assert found.window is not None
    assert found.sentence == (
        "Date of a letter: not in our sources. 14 days left: reply due 7 December 2026 "
        "(day 56; published 13 October 2026 is day 1). "
        "Date of publication of comments: not in our sources."
    )
    assert [s.version for s in found.steps] == [None] * 7


def test_a_whole_response_has_every_step_and_every_explanation() -> None:
    facts = recommendations()
    stream = f"response/{REPORT}"
    steps = [s.key for s in POLICE.duty("comments-on-report").steps]
    made = [fact(StageReached, stream=stream, on="2026-12-01", stage=step) for step in steps]
    answers = [
        fact(ResponseGiven, stream=f.stream, on="2026-12-01", response="accepted", text="Yes.")
        for f in facts
    ]
    letter = fact(
        ResponseGiven, stream=f"{REPORT}/grade", on="2026-12-02", law="police-act-1996/s55"
    )
    found = response(
        register([*facts, *made, *answers, letter], valid=date(2026, 12, 20)),
        report=REPORT,
        regime=POLICE,
    )
    assert found.complete
    assert found.explained == 2
    assert found.explanations[0].words == "Yes."
    assert found.sentence == (
        "Letter dated 2 December 2026. The 56-day period ended on 7 December 2026. "
        "Date of publication of comments: 1 December 2026."
    )
    assert len(found.versions) == 1 + 7 + 2


def test_a_regime_without_a_clock_states_no_window() -> None:
    found = response(
        register(recommendations()), report=REPORT, regime=catalogue.regimes()["generic"]
    )
    assert found.window is None
    assert found.steps == ()
    assert "period" not in found.sentence


def test_a_report_that_is_not_held_has_no_window() -> None:
    found = response(register([]), report=REPORT, regime=POLICE)
    assert (found.published, found.window, found.complete) == (None, None, False)
