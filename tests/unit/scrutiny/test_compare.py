"""Then and now: no trend across cycles, and what was known apart from what was learnt later."""

from datetime import date
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.compare import ORDER, compare
from answerable.scrutiny.grades import change, grades, two_cycles
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    ActionUpdated,
    FindingPublished,
    GradeGiven,
)
from tests.factories import fact, register, story_register, told

POLICE = catalogue.regimes()["police-england-wales"]
THEN, NOW = date(2024, 1, 1), date(2024, 12, 31)


def west_mercia(on: date, said: date | None = None) -> Any:
    return story_register("west-mercia", institution="west-mercia-police", valid=on, said=said)


def test_two_grades_of_different_cycles_are_not_one_line() -> None:
    found = compare(west_mercia(THEN), west_mercia(NOW), regime=POLICE)
    row = next(r for r in found.rows if r.title == "Serious and organised crime")
    assert row.kind == "not one line"
    assert row.then == "good, September 2019, PEEL 2018/19"
    assert row.now.endswith("(different cycles, not one line)")
    assert found.count("better", "worse") == 0


def test_what_was_said_later_about_an_earlier_day_was_not_known_then() -> None:
    found = compare(west_mercia(THEN, said=THEN), west_mercia(NOW), regime=POLICE)
    learnt = {v.fact.stream for v in found.learnt_later}
    known = {v.fact.stream for v in found.known_then}
    assert "hmicfrs/2023/west-mercia/soc/inspection" in learnt
    assert "plan/west-mercia/soc-delivery-plan" in known
    assert not {v.entry_id for v in found.known_then} & {v.entry_id for v in found.learnt_later}


def test_a_day_compared_with_itself_is_the_same_throughout() -> None:
    found = compare(west_mercia(NOW), west_mercia(NOW), regime=POLICE)
    assert found.count("same") == len(found.rows)
    silent = sum(row.then == row.now == "Not in our sources." for row in found.rows)
    assert silent == 15
    assert len(found.rows) - silent == 3
    assert found.sentence == (
        "Of the findings, actions and grades, none changed; three are the same. "
        f"Of {silent} more our sources say nothing on either day."
    )


def test_what_a_force_said_of_a_finding_is_no_silence() -> None:
    found = compare(west_mercia(date(2024, 5, 14)), west_mercia(NOW), regime=POLICE)
    row = next(r for r in found.rows if r.key.endswith("2023/west-mercia/soc/cause-of-concern/1"))
    assert (row.kind, row.then) == ("changed", "Not in our sources.")
    assert row.now.startswith("Not in our sources. The force said on 16 July 2024 that ")
    assert row.now.endswith("Nobody else has checked it, in our sources.")


def test_a_state_that_an_inspectorates_register_shows_is_no_rating_of_the_forces_own() -> None:
    found = compare(west_mercia(date(2018, 3, 25)), west_mercia(THEN), regime=POLICE)
    row = next(r for r in found.rows if r.key.endswith("2017/west-mercia/soc/cause-of-concern/1"))
    assert row.then.endswith("State by a register or an export: awaiting-review.")
    assert row.now.endswith("State by a register or an export: being-progressed.")


def test_changed_new_gone_and_worse_are_counted_in_words() -> None:
    facts, _ = told(
        [
            {
                "type": "FindingPublished",
                "on": "2023-01-01",
                "stream": "i/recommendation/1",
                "text": "Train",
            },
            {
                "type": "RungReached",
                "on": "2024-06-01",
                "stream": "i/recommendation/1",
                "rung": "delivered",
            },
            {"type": "FindingPublished", "on": "2024-06-01", "stream": "i/recommendation/2"},
            {
                "type": "FindingPublished",
                "on": "2023-01-01",
                "stream": "i/recommendation/3",
                "owner": "hmicfrs",
            },
            {
                "type": "ClosureStated",
                "on": "2023-06-01",
                "stream": "i/recommendation/3",
                "ground": "published",
                "quote": "Closed.",
            },
            {"type": "Relapsed", "on": "2024-07-01", "stream": "i/recommendation/3"},
        ],
        stream="",
    )
    ended = [
        fact(FindingPublished, stream="i/recommendation/4", on="2023-01-01", until="2024-02-01"),
        fact(
            GradeGiven,
            stream="i/grade",
            on="2023-01-01",
            until="2024-02-01",
            question="Q",
            value="good",
        ),
    ]
    facts = [*facts, *ended]
    found = compare(register(facts, valid=THEN), register(facts, valid=NOW))
    assert {r.key: r.kind for r in found.rows} == {
        "grade/Q": "gone",
        "i/recommendation/1": "changed",
        "i/recommendation/2": "new",
        "i/recommendation/3": "worse",
        "i/recommendation/4": "gone",
    }
    assert found.sentence == (
        "Of the findings, actions and grades, three changed, one is new and one got worse."
    )
    kinds = [row.kind for row in found.rows]
    assert kinds[0] == "worse", "what moved stands before what was added"
    assert kinds == sorted(kinds, key=ORDER.index)
    gone = next(r for r in found.rows if r.key == "grade/Q")
    assert (gone.then, gone.now) == ("good, January 2023", "No grade.")


def test_another_owner_another_rating_and_a_date_that_passed_are_changes_in_words() -> None:
    facts = [
        fact(ActionPromised, stream="action/1", on="2023-01-01", text="Train", owner="dcc"),
        fact(ActionReassigned, stream="action/1", on="2024-02-01", owner="acc"),
        fact(ActionPromised, stream="action/2", on="2023-01-01", text="Visit", due="2024-03-01"),
        fact(ActionUpdated, stream="action/2", on="2023-02-01", rating="Green"),
        fact(ActionUpdated, stream="action/2", on="2024-02-01", rating="Red"),
        fact(ActionUpdated, stream="action/2", on="2024-02-02", text="Nothing new"),
        fact(ActionPromised, stream="action/3", on="2023-01-01", text="Write"),
    ]
    found = compare(register(facts, valid=THEN), register(facts, valid=NOW))
    rows = {row.key: row for row in found.rows}
    first, second = rows["action/1"], rows["action/2"]
    assert (first.kind, second.kind, rows["action/3"].kind) == ("changed", "changed", "same")
    assert first.then.endswith("Owner: deputy chief constable.")
    assert first.now.endswith("Owner: assistant chief constable.")
    assert second.then.endswith("Own rating: Green.")
    assert second.now.endswith("Own rating: Red. It is overdue now.")


def grade(value: str, on: str, **more: str) -> GradeGiven:
    base = {"question": "Q", "scale": "hmicfrs-5", "cycle": "2023-25"}
    return fact(GradeGiven, stream="i/grade", on=on, value=value, **(base | more))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ({}, {"value": "good"}, "better"),
        ({}, {"value": "inadequate"}, "worse"),
        ({}, {}, "same"),
        ({"cycle": "2021/22"}, {"value": "good"}, "not one line"),
        ({"scale": "hmicfrs-4"}, {"value": "good"}, "not one line"),
        ({}, {"value": "not graded"}, "not one line"),
        ({"scale": "own"}, {"scale": "own", "value": "good"}, "not one line"),
    ],
)
def test_better_and_worse_are_said_inside_one_scale_and_one_cycle_only(
    first: dict[str, str], second: dict[str, str], kind: str
) -> None:
    before, after = (
        grade(**({"value": "adequate"} | first), on="2023-05-01"),
        grade(**({"value": "adequate"} | second), on="2024-05-01"),
    )
    one, two = grades(register([before, after]))
    assert change(one, two, regime=POLICE) == kind
    assert change(one, two, regime=None) == "not one line"
    rows = compare(
        register([before, after], valid=THEN), register([before, after], valid=NOW), regime=POLICE
    ).rows
    assert rows[0].kind == kind


def test_a_better_grade_is_counted() -> None:
    facts = [grade("adequate", "2023-05-01"), grade("good", "2024-05-01")]
    found = compare(register(facts, valid=THEN), register(facts, valid=NOW), regime=POLICE)
    assert found.sentence == "Of the findings, actions and grades, one got better."


def test_two_grades_in_one_sentence_name_their_cycles() -> None:
    one, two = grades(
        register(
            [
                grade("good", "2019-09-27", cycle="PEEL 2018/19"),
                grade("inadequate", "2024-05-14"),
            ]
        )
    )
    assert two_cycles(one, two) == (
        "Graded good in 2019 and inadequate in 2024. The grades come from different cycles."
    )
    assert two_cycles(one, one) == "Graded good in 2019 and good in 2019."


def test_previous_and_own_grades_are_no_grades_of_a_report() -> None:
    facts = [
        grade("good", "2019-01-01", standing="previous"),
        grade("good", "2020-01-01", standing="self-assessed"),
        fact(GradeGiven, stream="i/grade", on="2021-01-01", question="Q"),
        grade("good", "2022-01-01", standing="carried-over"),
    ]
    (only,) = grades(register(facts))
    assert only.words == "good (carried over)"
    assert grades(register(facts), theme="shops") == ()


def test_grades_whose_question_is_not_known_are_never_set_against_each_other() -> None:
    facts = [
        fact(GradeGiven, stream=f"i/grade/{n}", on=on, value=value)
        for n, on, value in ((1, "2023-01-01", "good"), (2, "2024-06-01", "inadequate"))
    ]
    found = compare(register(facts, valid=THEN), register(facts, valid=NOW), regime=POLICE)
    assert sorted((row.title, row.kind) for row in found.rows) == [
        ("Question not on record", "new"),
        ("Question not on record", "same"),
    ]


def test_a_row_says_when_it_came_on_the_record_and_from_which_file() -> None:
    """A finding of last month that was written down today is new to whoever met between."""
    published = fact(
        FindingPublished, stream="i/cause-of-concern/1", on="2025-12-01", text="Calls are lost"
    )
    then, now = date(2025, 12, 20), date(2026, 1, 2)
    found = compare(register([published], valid=then), register([published], valid=now))
    (row,) = found.rows
    assert (row.kind, row.action) == ("same", False)
    assert row.recorded == date(2026, 1, 1)
