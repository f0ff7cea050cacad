"""Cases with other outcomes than West Mercia's: closed, mixed, found again, worked, no change."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.ledger.register import Withheld
from answerable.operations import catalogue
from answerable.scrutiny.cases.case import Case, Unmeasured, case
from answerable.scrutiny.sessions.agenda import agenda
from answerable.vocabulary.regimes import Theme
from tests.factories import COMMISSIONER, register, told

NAMES = catalogue.names_of("anyshire-police")
THEME = Theme("shops", "theft from shops", "theft from shops")
REPORT = "inspectorate/2025/anyshire/shops"
REC = {
    "type": "FindingPublished",
    "on": "2025-06-03",
    "kind": "recommendation",
    "owner": "anyshire-inspectorate",
    "theme": "shops",
    "text": "Have one way of reporting.",
}


def rec(number: int, *after: dict[str, Any]) -> list[dict[str, Any]]:
    """A recommendation of the report and what happened to it."""
    stream = f"{REPORT}/recommendation/{number}"
    return [
        {**REC, "stream": stream, "number": str(number)},
        *({"stream": stream} | a for a in after),
    ]


DELIVERED = {"type": "RungReached", "on": "2025-11-01", "rung": "delivered"}
VERIFIED = {
    "type": "RungReached",
    "on": "2026-03-24",
    "rung": "verified",
    "by": "anyshire-inspectorate",
}
WORKED = {"type": "RungReached", "on": "2026-11-10", "rung": "worked"}
IMPROVED = {"type": "VerdictGiven", "on": "2026-11-09", "measure": "m", "verdict": "improved"}
NO_CHANGE = {**IMPROVED, "verdict": "no detectable change", "detectable": "14 %"}
WORSENED = {**IMPROVED, "verdict": "worsened"}
CLOSED = {"type": "ClosureStated", "on": "2026-11-23", "ground": "published", "quote": "Closed."}


def the_case(rows: list[dict[str, Any]], *, on: date = date(2026, 11, 25), **more: Any) -> Case:
    facts, by = told(rows, stream=f"{REPORT}/recommendation/1")
    return case(
        register(facts, valid=on, by=by),
        theme=THEME,
        institution="Anyshire Police",
        names=NAMES,
        oversight=COMMISSIONER,
        **more,
    )


LEAD = "Inspectors published a recommendation about this on 3 June 2025."


@pytest.mark.parametrize(
    ("rows", "after"),
    [
        (rec(1), "Our sources do not say whether it has been put right."),
        (
            [
                *rec(1),
                {
                    "type": "ActionPromised",
                    "on": "2025-07-01",
                    "stream": "plan/shops/action/1",
                    "text": "Do",
                    "answers": [f"{REPORT}/recommendation/1"],
                },
            ],
            "The force said what it would do. Nobody says that it is done, in our sources.",
        ),
        (
            rec(1, DELIVERED),
            "The force says it is done. Nobody else has checked, in our sources.",
        ),
        (
            rec(1, DELIVERED, VERIFIED),
            "Checked by the inspectorate on 24 March 2026. Whether it worked is not known yet.",
        ),
        (
            rec(1, DELIVERED, VERIFIED, NO_CHANGE),
            "No change large enough to tell from chance. "
            "A change of 14 % or more would usually have shown.",
        ),
        (
            rec(1, DELIVERED, VERIFIED, IMPROVED, WORKED),
            "The outcome improved more than in similar forces.",
        ),
        (
            rec(1, DELIVERED, VERIFIED, IMPROVED, WORKED, CLOSED),
            "The inspectorate closed it on 23 November 2026. "
            "The outcome improved more than in similar forces.",
        ),
        (
            rec(1, DELIVERED, VERIFIED, CLOSED),
            "The inspectorate closed it on 23 November 2026. Whether it worked is not known yet.",
        ),
        (
            rec(1, DELIVERED, VERIFIED, WORSENED, CLOSED),
            "The inspectorate closed it on 23 November 2026. "
            "The outcome got worse compared with similar bodies.",
        ),
        (
            [
                *rec(1, DELIVERED, VERIFIED, IMPROVED, WORKED, CLOSED),
                *rec(2, DELIVERED, VERIFIED, NO_CHANGE),
                *rec(3, DELIVERED),
            ],
            "Of 3 recommendations: 1 closed, 1 no change, 1 delivered.",
        ),
        (
            [*rec(1, DELIVERED), *rec(2)],
            "Our sources do not say whether it has been put right.",
        ),
        (
            rec(1, CLOSED, {"type": "Relapsed", "on": "2026-11-24", "reason": "again"}),
            "A recommendation closed on 23 November 2026 was found again on 24 November 2026. "
            "Our sources do not say whether it has been put right.",
        ),
    ],
)
def test_the_first_sentence_says_what_became_of_it(rows: list[dict[str, Any]], after: str) -> None:
    assert the_case(rows).sentence == f"{LEAD} {after}"


def test_an_area_for_improvement_has_its_article_and_a_cause_speaks_for_its_report() -> None:
    area = [{**REC, "kind": "area-for-improvement", "stream": f"{REPORT}/area-for-improvement/1"}]
    assert the_case(area).sentence.startswith("Inspectors published an area for improvement")
    cause = [
        {**REC, "kind": "cause-of-concern", "stream": f"{REPORT}/cause-of-concern/1"},
        {**CLOSED, "stream": f"{REPORT}/cause-of-concern/1"},
    ]
    assert the_case([*rec(1), *cause]).sentence == (
        "Inspectors published a cause of concern about this on 3 June 2025. "
        "The inspectorate closed it on 23 November 2026. Whether it worked is not known yet."
    )


def test_done_counts_what_the_force_says_apart_from_what_others_checked() -> None:
    two = the_case([*rec(1, DELIVERED), *rec(2, DELIVERED), *rec(3)])
    assert two.line("done").words == (
        "The force says that 2 of 3 recommendations are done. "
        "Nobody else has checked them, in our sources."
    )
    mixed = the_case([*rec(1, DELIVERED), *rec(2, DELIVERED, VERIFIED), *rec(3)])
    assert mixed.line("done").words == (
        "Checked as done: 1 of 3 recommendations. The force says that 1 more is done; "
        "nobody else has checked it, in our sources."
    )
    one = the_case(rec(1, DELIVERED, VERIFIED))
    assert one.line("done").words == ("Checked as done: 1 of 1 recommendation.")


def test_done_says_what_was_asked_where_no_words_are_quoted() -> None:
    assert the_case(rec(1, DELIVERED)).line("done").words == (
        "The force said on 1 November 2025 that it had done what was asked: "
        "Have one way of reporting. Nobody else has checked it, in our sources."
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (rec(1, DELIVERED, IMPROVED, WORKED), "The outcome improved more than in similar forces."),
        (
            rec(1, DELIVERED, WORSENED),
            "The outcome got worse compared with similar bodies.",
        ),
    ],
)
def test_worked_gives_the_verdict_in_words(rows: list[dict[str, Any]], words: str) -> None:
    assert the_case(rows).line("worked").words == words


def test_worked_takes_the_reasons_of_the_measures() -> None:
    words = (
        the_case(
            rec(1),
            unmeasured=Unmeasured(why="too few months", possible="twelve months of figures"),
        )
        .line("worked")
        .words
    )
    assert words == (
        "Cannot be measured yet: too few months. "
        "What would make it possible: twelve months of figures."
    )


def test_a_plan_with_answers_and_its_actions_are_what_was_said() -> None:
    rows = [
        *rec(1),
        {
            "type": "PlanAdopted",
            "on": "2025-07-08",
            "stream": "plan/anyshire/2025",
            "title": "Plan",
            "answers": [f"{REPORT}/recommendation/1"],
        },
        {
            "type": "ActionPromised",
            "on": "2025-07-08",
            "stream": "plan/anyshire/2025/action/1",
            "text": "One form",
            "due": "2026-03-01",
            "answers": [f"{REPORT}/recommendation/1"],
        },
        {
            "type": "DueDateMoved",
            "on": "2026-02-01",
            "stream": "plan/anyshire/2025/action/1",
            "due": "2026-05-01",
            "reason": "staff",
            "authoriser": "board",
        },
    ]
    assert the_case(rows).line("said").words == (
        "The force adopted “Plan” on 8 July 2025. 1 action promised; 1 has a date that moved."
    )


def test_sums_labelled_for_the_theme_stand_with_their_state() -> None:
    money = {
        "type": "MoneyStated",
        "stream": "money/anyshire/shops",
        "about": ["shops"],
        "currency": "GBP",
        "period": "2025/26",
    }
    rows = [
        *rec(1),
        {
            **money,
            "on": "2025-04-01",
            "amount": "120000.50",
            "state": "budgeted",
            "purpose": "Theft from shops",
        },
        {**money, "on": "2025-05-01", "amount": "1.2m", "purpose": "theft from shops, phase 2"},
        {**money, "on": "2025-06-01", "purpose": "theft from shops, unknown sum", "state": "cut"},
        {**money, "on": "2025-06-02", "amount": "99", "purpose": "bicycles"},
        {
            **money,
            "on": "2025-07-01",
            "amount": "5",
            "currency": "EUR",
            "period": None,
            "purpose": "bicycles",
            "state": "paid",
            "about": [f"{REPORT}/recommendation/1"],
        },
    ]
    assert the_case(rows).line("money").words == (
        "£120,000.50 budgeted for 2025/26. £1.2m (no state: see the quote) for 2025/26. "
        "An amount not in our sources cut for 2025/26. EUR 5 paid."
    )


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("theft from shops", "The Commissioner counted 4 sessions on this. "),
        (
            "shops and related crime",
            "The Commissioner counted 4 sessions on this and related crime. ",
        ),
        ("all crime", "The Commissioner counted 4 sessions on “all crime”. "),
        (None, "The Commissioner counted 4 sessions on this, with no scope stated. "),
        (
            "theft from shops, in public",
            "The Commissioner counted 4 sessions on this, in public. ",
        ),
    ],
)
def test_a_count_of_sessions_keeps_its_scope(scope: str | None, words: str) -> None:
    rows = [
        *rec(1),
        {
            "type": "ClaimMade",
            "on": "2026-01-01",
            "stream": "claim/anyshire/shops/1",
            "n": 4,
            "unit": "sessions",
            "scope": scope,
            "by_office": "anyshire-commissioner",
        },
        {
            "type": "MeetingHeld",
            "on": "2026-02-01",
            "stream": "session/anyshire-pcc/2026-02-01",
            "body": "anyshire-pcc",
        },
    ]
    line = the_case(rows, collection_complete=True).line("scrutiny")
    assert line.words == f"{words}We have papers for 1. This subject is in 0."


def test_an_inspection_without_a_report_yet_stands_alone() -> None:
    rows = [
        {
            "type": "InspectionRecorded",
            "on": "2025-02-10",
            "stream": f"{REPORT}/inspection",
            "fieldwork": "2025-02-10",
        },
    ]
    found = the_case(rows)
    assert found.line("inspected").words == "10 February 2025"
    assert found.sentence == "Our sources hold no inspection report on this."


def test_grades_of_one_cycle_have_no_warning_and_good_needs_no_outcome() -> None:
    grade = {"type": "GradeGiven", "question": "Theft from shops", "scale": "hmicfrs-5"}
    rows = [
        {
            **grade,
            "on": "2025-01-10",
            "stream": "i/2025/anyshire/shops/grade",
            "value": "adequate",
            "cycle": "C1",
        },
        {
            **grade,
            "on": "2025-06-10",
            "stream": "i/2025b/anyshire/shops/grade",
            "value": "good",
            "cycle": "C1",
        },
    ]
    found = the_case(rows)
    assert found.line("before").words == "Adequate January 2025"
    assert found.sentence == "Inspectors graded this good in a report of 10 June 2025."


def test_a_plan_that_the_force_has_is_not_said_to_be_the_commissioners() -> None:
    rows = [
        *rec(1),
        {
            "type": "PlanAdopted",
            "on": "2025-07-08",
            "stream": "plan/anyshire/shops",
            "title": "Action plan",
            "quote": "The force has an action plan.",
        },
    ]
    assert the_case(rows).line("said").words == (
        "The force had an action plan on theft from shops by 8 July 2025. "
        "The improvement plan itself is not in our sources."
    )


def test_a_speaker_is_named_by_the_body_of_the_office() -> None:
    office = {"type": "OfficeDefined", "on": "2020-01-01"}
    reply = {"type": "ReplyGiven", "on": "2025-06-04", "stream": f"{REPORT}/recommendation/1"}
    rows = [
        *rec(1),
        {**office, "stream": "office/anyshire-mayor", "body": COMMISSIONER},
        {
            **office,
            "stream": "office/anyshire-commissioner-of-the-force",
            "body": "anyshire-police",
        },
        {**reply, "by_office": "anyshire-commissioner-of-the-force"},
        {**reply, "by_office": "anyshire-mayor"},
    ]
    assert the_case(rows).line("replies").words == "The Commissioner says / The force says"
    assert the_case(rows[:-1]).line("replies").words == "The force says"


@pytest.mark.parametrize(
    ("scope", "quote", "words"),
    [
        ("“Record funding” for shops", None, "“Record funding” was reported. "),
        (
            "funding for shops",
            "It says that there was generous funding.",
            "“Generous funding” was ",
        ),
        ("funding for shops", None, "“Funding” was reported. "),
    ],
)
def test_funding_that_is_reported_without_a_sum_is_quoted(
    scope: str, quote: str | None, words: str
) -> None:
    claim = {"type": "ClaimMade", "on": "2026-01-01", "stream": "claim/anyshire/shops/money"}
    found = the_case([*rec(1), {**claim, "scope": scope, "quote": quote}]).line("money").words
    assert found.startswith(words)
    assert found.endswith("No sum in our sources is labelled for theft from shops.")


def test_a_revisit_is_told_apart_from_the_inspection() -> None:
    visit = {"type": "InspectionRecorded", "on": "2025-03-01", "visit": "inspection"}
    again = {**visit, "on": "2026-03-01", "visit": "revisit", "fieldwork": "2026-03"}
    rows = [
        *rec(1),
        {**visit, "stream": f"{REPORT}/inspection", "fieldwork": "2025-03"},
        {**again, "stream": f"{REPORT}/revisit"},
    ]
    assert the_case(rows).line("inspected").words == (
        "March 2025, published about 3 months later. Visited again March 2026"
    )
    assert the_case([*rec(1), rows[-1]]).line("inspected").words == "Not in our sources."


def test_a_finding_has_the_verdict_on_the_measure_of_the_action_that_answers_it() -> None:
    action = {
        "type": "ActionPromised",
        "on": "2025-07-01",
        "stream": "action/1",
        "text": "Do",
        "answers": [f"{REPORT}/recommendation/1"],
        "measure": "m",
    }
    verdict = {**IMPROVED, "stream": "measure/m/anyshire-police"}
    found = the_case([*rec(1, DELIVERED, WORKED), action, verdict])
    assert found.sentence.endswith("The outcome improved more than in similar forces.")


def test_what_held_is_said_with_its_months() -> None:
    sustained = {**WORKED, "on": "2027-12-10", "rung": "sustained"}
    closed = {**CLOSED, "on": "2027-12-11"}
    rows = rec(1, DELIVERED, IMPROVED, WORKED, sustained, closed)
    found = the_case(rows, on=date(2028, 1, 1))
    assert found.sentence.endswith("closed it on 11 December 2027. It still held 13 months later.")
    bare = the_case(rec(1, {**sustained, "on": "2026-01-01"}, {**CLOSED, "on": "2026-02-01"}))
    assert bare.sentence.endswith("It still held after the stated period.")


def test_done_is_read_from_actions_where_no_finding_has_a_step() -> None:
    action = {
        "type": "ActionPromised",
        "on": "2025-07-01",
        "stream": "action/1",
        "text": "Do",
        "answers": [f"{REPORT}/recommendation/1"],
    }
    step = {**DELIVERED, "stream": "action/1", "quote": "Staff said that the work is finished."}
    assert the_case([*rec(1), action, step]).line("done").words == (
        "The force said on 1 November 2025 that the work is finished. "
        "Nobody else has checked it, in our sources."
    )


def test_findings_of_two_kinds_are_counted_by_their_names() -> None:
    area = {**REC, "kind": "area-for-improvement", "stream": f"{REPORT}/area-for-improvement/1"}
    step = {**DELIVERED, "stream": f"{REPORT}/area-for-improvement/1"}
    assert the_case([*rec(1, DELIVERED), area, step, *rec(2)]).line("done").words == (
        "The force says that 2 of 3 recommendations and areas for improvement are done. "
        "Nobody else has checked them, in our sources."
    )


def test_what_is_withheld_is_not_said_to_be_missing_from_our_sources() -> None:
    facts, _ = told([*rec(1), *rec(2), *rec(3)], stream=REPORT)
    hidden = [replace(item, text=None) if n else item for n, item in enumerate(facts)]
    shown = register(hidden, valid=date(2025, 8, 1))
    mark = {"text": Withheld("restricted", "FOI s.31")}
    two = replace(shown.versions[1], withheld=mark)
    seen = replace(shown, versions=(shown.versions[0], two, shown.versions[2]))
    found = case(seen, theme=THEME, institution="Anyshire Police", names=NAMES)
    assert found.line("asked").words == (
        "3 recommendations. We have the substance of 1; the other 1 is not in our sources. "
        "1 withheld."
    )
    both = replace(shown, versions=(*shown.versions[:1], two))
    told_both = case(both, theme=THEME, institution="Anyshire Police", names=NAMES)
    assert told_both.line("asked").words == "2 recommendations. 1 withheld."
    late = replace(two.fact, due="2025-07-01")
    overdue = replace(shown, versions=(replace(two, fact=late),))
    (item,) = agenda(overdue, on=date(2025, 8, 1))
    assert item.title == "Recommendation 2: withheld"
