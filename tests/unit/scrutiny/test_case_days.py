"""Protects the days of a case: dates as stated, the lag plainly, unknown and withheld as such."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.ledger.register import Register, Withheld
from answerable.operations import catalogue
from answerable.scrutiny.cases.case_days import CaseDays, Milestone, case_days
from answerable.scrutiny.matter import Matter
from answerable.vocabulary.regimes import Theme
from tests.factories import COMMISSIONER, register, story_register, told

REPORT = "inspectorate/2025/anyshire/shops"
RECS = [f"{REPORT}/recommendation/{n}" for n in (1, 2)]
VISIT = {"type": "InspectionRecorded", "on": "2025-03-03", "stream": f"{REPORT}/inspection"}
FOUND: list[dict[str, Any]] = [
    {
        "type": "FindingPublished",
        "on": "2025-06-03",
        "stream": stream,
        "kind": "recommendation",
        "theme": "shops",
        "text": "Have one way of reporting.",
        "owner": "anyshire-inspectorate",
    }
    for stream in RECS
]


def of(seen: Register, theme: Theme) -> CaseDays | None:
    names = catalogue.names_of("anyshire-police")
    return case_days(Matter(register=seen, theme=theme, names=names, oversight=COMMISSIONER))


def days(
    *rows: dict[str, Any],
    hide: Mapping[int, str] | None = None,
    on: date = date(2026, 11, 25),
) -> CaseDays:
    """The days of rows after the two findings; `hide`: the n-th of the rows -> a field."""
    facts, by = told([*FOUND, *rows], stream=RECS[0])
    seen = register(facts, valid=on, by=by)
    for place, field in (hide or {}).items():
        found = list(seen.versions)
        hidden = found[len(FOUND) + place]
        found[len(FOUND) + place] = replace(
            hidden,
            fact=hidden.fact.with_value(field, None),
            withheld={field: Withheld("restricted")},
        )
        seen = replace(seen, versions=tuple(found))
    made = of(seen, Theme("shops", "theft from shops", "theft from shops"))
    assert made is not None
    return made


def one(found: CaseDays, key: str) -> Milestone:
    (milestone,) = (m for m in found.milestones if m.key == key)
    return milestone


def test_west_mercia_from_the_inspection_to_what_our_sources_do_not_say() -> None:
    force = "west-mercia-police"
    regime = catalogue.regime_of(force)
    found = case_days(
        Matter(
            register=story_register("west-mercia", institution=force),
            theme=regime.theme("soc"),
            names=regime.names,
            oversight=catalogue.oversight_of(force),
        )
    )
    assert found is not None
    assert [(m.label, m.dates or m.absent) for m in found.milestones] == [
        ("Inspected", ("2023-06",)),
        ("A plan was there by", ("2023-12-11",)),
        ("In a session", ("2023-12-11", "2024-07-16")),
        ("Report published", ("2024-05-14",)),
        ("Answer on record", ("2024-07-09",)),
        ("Update on record", ("2024-07-16",)),
        ("Due", "Not in our sources."),
        ("Promised", "Not in our sources."),
        ("Said to be done", "Not in our sources."),
        ("Checked by somebody else", "Not in our sources."),
        ("Worked", "Not in our sources."),
    ]
    assert found.lead == (
        "Inspected in June 2023; the report came out on 14 May 2024, about 11 months later."
    )
    assert found.rest == (
        "Answer on record: first on 9 July 2024, 56 days after the report. "
        "No date in our sources for: said to be done; checked by somebody else; worked. "
        "A step stands at the day of the source that states it."
    )


@pytest.mark.parametrize(
    ("visit", "lead"),
    [
        (
            {**VISIT, "fieldwork": "2025-03-03"},
            "Inspected on 3 March 2025; the report came out on 3 June 2025, 92 days later.",
        ),
        (
            {**VISIT, "fieldwork": "2025-05"},
            "Inspected in May 2025; the report came out on 3 June 2025, about 1 month later.",
        ),
        (
            {**VISIT, "fieldwork": "2024"},
            "Inspected in 2024; the report came out on 3 June 2025.",
        ),
        (
            {**VISIT, "fieldwork": "2025-06"},
            "Inspected in June 2025; the report came out on 3 June 2025.",
        ),
        (
            {**VISIT, "fieldwork": "2025-06-04"},
            "Inspected on 4 June 2025; the report came out on 3 June 2025.",
        ),
        (
            {**VISIT, "visit": "revisit", "fieldwork": "2026-03"},
            "The report came out on 3 June 2025. Our sources do not say when inspectors visited.",
        ),
    ],
)
def test_the_lag_is_no_closer_than_its_source(visit: dict[str, Any], lead: str) -> None:
    assert days(visit).lead == lead


def test_what_one_of_two_reached_is_counted_as_one_of_two() -> None:
    delivered = {"type": "RungReached", "on": "2025-11-01", "rung": "delivered"}
    worked = {"type": "RungReached", "on": "2026-11-10", "rung": "worked"}
    found = days(delivered, worked)
    assert one(found, "delivered").label == "Said to be done (1 of 2 findings)"
    assert one(found, "worked").label == "Worked (1 of 2 findings)"
    assert one(found, "worked").dates == ("2026-11-10",)
    assert one(found, "worked").kind == "done"
    assert one(found, "verified").absent == "Not in our sources."
    assert "Worked (1 of 2 findings): first on 10 November 2026, 525 days" in found.rest


def test_a_date_that_was_moved_stands_at_its_new_place_and_others_are_not_dated() -> None:
    moved = {"type": "DueDateMoved", "on": "2025-09-01", "due": "2026-03-31", "reason": "Two."}
    found = one(days(moved), "due")
    assert (found.label, found.dates) == ("Due (1 of 2 findings)", ("2026-03-31",))


def test_a_date_that_is_withheld_has_no_place_and_is_not_called_unknown() -> None:
    """Neither the value nor the day on which the fact begins stands for it."""
    found = days({**VISIT, "fieldwork": "2025-03"}, hide={0: "fieldwork"})
    assert (one(found, "visited").dates, one(found, "visited").absent) == ((), "Withheld.")
    assert found.lead == "The report came out on 3 June 2025."
    moved = {"type": "DueDateMoved", "on": "2025-09-01", "due": "2026-03-31", "reason": "Two."}
    assert one(days(moved, hide={0: "due"}), "due").absent == "Withheld."
    session = {"type": "MeetingHeld", "body": COMMISSIONER, "sort": "thematic"}
    item = {"type": "ItemTaken", "number": "1", "about": ["shops"]}
    rows = [
        row
        for day in ("2025-09-18", "2026-01-22")
        for at in ({"on": day, "stream": f"session/{COMMISSIONER}/{day}"},)
        for row in (
            {**session, **at, "date": day},
            {**item, **at, "stream": f"{at['stream']}/item/1", "meeting": at["stream"]},
        )
    ]
    held = one(days(*rows, hide={0: "date"}), "sessions")
    assert (held.label, held.dates) == ("In a session (1 withheld)", ("2026-01-22",))


def test_a_case_without_a_dated_report_has_no_beginning() -> None:
    facts, _ = told([{"type": "ClaimMade", "on": "2025-06-26"}], stream="claim/anyshire/shops/a")
    assert of(register(facts), Theme("shops", "theft from shops", "theft from shops")) is None
