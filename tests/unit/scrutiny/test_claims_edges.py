"""Statements set beside a small or empty record: silence is said, and with what is held."""

from collections.abc import Iterable
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.claims.claims import Held, Statement, against
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClaimMade,
    FindingPublished,
    GradeGiven,
    HoldingBegan,
    InspectionRecorded,
    MeetingHeld,
    OfficeDefined,
    PlanAdopted,
)
from answerable.vocabulary.regimes import Names, Theme
from tests.factories import COMMISSIONER, fact, register

SHOPS = Theme("shops", "theft from shops", "theft from shops")
REPORT = "i/2025/anyshire/shops"
GRADE = fact(
    GradeGiven, stream=f"{REPORT}/grade", on="2025-06-03", question="Theft from shops",
    value="adequate",
)  # fmt: skip


def held(facts: Iterable[Fact], kind: str, quote: str = "", **fields: Any) -> Held:
    more = {k: fields.pop(k) for k in ("said", "theme") if k in fields}
    return against(
        register(facts),
        Statement(kind, quote, fields, **more),
        theme=SHOPS,
        names=catalogue.names_of("anyshire-police") if facts else Names(),
        oversight=COMMISSIONER,
    )


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("grade", {"value": "good"}, "We hold no grade of the institution for theft from shops."),
        ("inspection", {}, "We hold no date of an inspection of this."),
        ("count", {"n": 4, "unit": "month"}, "We hold no dated report from which to count."),
        ("count", {"n": 4, "unit": "session"}, "We hold no count of sessions and no papers"),
        ("count", {"n": 4, "unit": ""}, "We hold no count in units."),
        ("claim", {}, "Our rules find nothing in the record to set beside these words."),
        ("money", {"amount": "5"}, "None of the 0 sums that we hold is £5."),
    ],
)
def test_an_empty_record_is_silent_and_says_what_it_holds(
    kind: str, fields: dict[str, Any], words: str
) -> None:
    found = held([], kind, **fields)
    assert found.result == "silent"
    assert found.sentence.startswith(words)
    assert found.sentence.endswith(
        "On theft from shops we hold 0 findings and papers of 0 sessions, 0 of them on this "
        "subject. Our collection is not complete."
    )


def test_a_statement_under_another_theme_is_looked_up_there() -> None:
    found = held([GRADE], "grade", value="adequate", theme="knives")
    assert "no grade of the force for knives" in found.sentence
    assert held([GRADE], "grade", value="adequate", theme="shops").result == "agrees"


def test_a_text_older_than_every_grade_is_compared_with_what_is_held() -> None:
    assert held([GRADE], "grade", value="adequate", said="2020").result == "agrees"


def test_an_anchor_is_a_day_a_month_or_a_cause_of_concern() -> None:
    visit = fact(
        InspectionRecorded, stream=f"{REPORT}/inspection", on="2025-02-10", fieldwork="2025-02-10"
    )
    months = held([visit, GRADE], "count", n=3, unit="month")
    assert months.sum_shown == (
        "from the inspection of 10 February 2025 to the report of 3 June 2025: 3 months"
    )
    cause = fact(
        FindingPublished, stream="i/2023/anyshire/shops/cause-of-concern/1", on="2023-06-03",
        kind="cause-of-concern",
    )  # fmt: skip
    years = held([cause, GRADE], "count", n=2, unit="years")
    assert (
        years.sum_shown == "from the report of 3 June 2023 to the report of 3 June 2025: 2 years"
    )
    alone = held([GRADE], "count", n=2, unit="years")
    assert "(nothing earlier)" in alone.sentence


def test_an_accelerated_cause_of_concern_counts_as_one() -> None:
    causes = [
        fact(FindingPublished, stream=f"{REPORT}/cause-of-concern/{n}", on="2025-06-03", kind=kind)
        for n, kind in ((1, "cause-of-concern"), (2, "accelerated-cause-of-concern"))
    ]
    found = held(causes, "count", n=2, unit="cause of concern")
    assert (found.result, found.sentence) == (
        "agrees",
        "Our record: 2 causes of concern in the latest report.",
    )


def test_sessions_with_papers_and_no_claim_are_part_of_what_is_stated() -> None:
    session = fact(MeetingHeld, stream="session/anyshire-pcc/2026-01-15", on="2026-01-15",
                   body=COMMISSIONER)  # fmt: skip
    found = held([session], "count", n=4, unit="sessions", said="2026-02")
    assert found.result == "part"
    assert found.sentence.startswith("We hold papers for 1 of the 4:")
    earlier = held([session], "count", n=4, unit="sessions", said="2025-12")
    assert earlier.result == "silent", "a session after the statement is none that it meant"


def test_a_claim_as_a_paper_reported_it_is_all_that_is_held() -> None:
    claim = fact(
        ClaimMade,
        stream="claim/anyshire/shops/1",
        on="2026-01-01",
        n=4,
        unit="session",
        scope="theft from shops, as a paper reported it",
        by_office="commissioner",
    )
    found = held([claim], "claim", "he held 4 related sessions", n=4, unit="session")
    assert found.result == "part"
    assert "4 sessions on this, as a paper reported it." in found.sentence


def test_a_count_on_record_agrees_when_as_many_papers_are_held() -> None:
    claim = fact(ClaimMade, stream="claim/anyshire/shops/1", on="2026-01-01", n=0, unit="session",
                 scope="theft from shops", by_office="commissioner")  # fmt: skip
    assert held([claim], "count", n=0, unit="session").result == "agrees"


def test_an_office_without_a_holder_is_silent() -> None:
    office = fact(OfficeDefined, stream="office/anyshire-chief-constable", on="2020-01-01",
                  title="Chief Constable", body="anyshire-police")  # fmt: skip
    assert held([office], "count", n=3, unit="chief constable").result == "silent"
    found = held([office], "person", name="A", role="Chief Constable")
    assert found.result == "silent"


def test_holders_are_counted_from_the_first_report_where_no_claim_gives_a_period() -> None:
    stream = "office/anyshire-chief-constable"
    facts: list[Fact] = [
        fact(OfficeDefined, stream=stream, on="2020-01-01", body="anyshire-police"),
        fact(
            HoldingBegan,
            stream=stream,
            on="2020-02-10",
            office="anyshire-chief-constable",
            person="A",
        ),
        GRADE,
    ]
    found = held(facts, "count", n=1, unit="chief constable", said="2026-01-01")
    assert found.sentence == (
        "Worked out: A = 1 chief constable, from 3 June 2025 to 1 January 2026."
    )
    claim = fact(ClaimMade, stream="claim/anyshire/shops/2", on="2026-01-01", n=1,
                 unit="chief constable", period="2030/2031")  # fmt: skip
    late = held([*facts, claim], "count", n=1, unit="chief constable", said="2032-01-01")
    assert "from 1 January 2030" in late.sentence


def test_a_plan_that_answers_findings_settles_that_there_is_one() -> None:
    plan = fact(PlanAdopted, stream="plan/anyshire/shops", on="2025-07-08", title="Plan",
                answers=(f"{REPORT}/recommendation/1",))  # fmt: skip
    found = held([plan], "claim", "there is an improvement plan")
    assert (found.kind, found.result) == ("record", "agrees")


def test_a_promise_with_no_session_after_it_is_silent() -> None:
    found = held([GRADE], "commitment", "regular scrutiny", said="2026-01")
    assert found.sentence.startswith("We hold no papers of a session after 31 January 2026.")


def test_a_meeting_on_the_subject_after_a_promise_is_counted() -> None:
    session = fact(MeetingHeld, stream="session/anyshire-pcc/2026-03-15", on="2026-03-15",
                   body=COMMISSIONER)  # fmt: skip
    found = held([session], "commitment", "regular scrutiny", said="2026-01")
    assert "this subject is in 0 (none)" in found.sentence
