"""The steps of a claim in their order; nothing is public before the last one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.ledger.entry import By
from answerable.ledger.register import Register
from answerable.scrutiny.claims import claim_cases, claim_steps
from answerable.scrutiny.claims.claim_cases import NotTheTime
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ClaimMade, ClaimPublished, Reclassified, ReplyGiven
from tests.factories import fact, register
from tests.spec.spec_tables import rows

CLAIM = "claim/anyshire-police/2026-11-01/1"
MADE = fact(ClaimMade, stream=CLAIM, on="2026-11-01", by_office="commissioner", quote="Six.")
DAY, NOTICE = date(2026, 11, 2), date(2026, 11, 3)


def taken(steps: list[str]) -> tuple[list[Fact], Register]:
    """The facts so far and the register that holds them, each with who recorded it."""
    facts: list[Fact] = [MADE]
    people = ["A"]
    held = _held(facts, people)
    for step in steps:
        made = act(held, step)
        facts += made
        people += ["B" if step.endswith("by B") else "A"] * len(made)
        held = _held(facts, people)
    return facts, held


def _held(facts: list[Fact], people: list[str]) -> Register:
    made = register(facts)
    versions = tuple(
        replace(v, by=By(body="anyshire-pcc", person=people[v.seq])) for v in made.versions
    )
    return replace(made, versions=versions)


def act(held: Register, step: str) -> list[Fact]:
    given: Any = {"stream": CLAIM}
    words = step.split()
    match words[0]:
        case "check":
            return claim_steps.check(
                held, **given, result=ClaimResult.DIFFERS, grounds="Four.", on=DAY
            )
        case "confirm":
            result = ClaimResult.AGREES if "otherwise" in words else ClaimResult.DIFFERS
            return claim_steps.confirm(held, **given, result=result, on=DAY, person=words[-1])
        case "notify":
            return claim_steps.notify(
                held, **given, to="anyshire-pcc", text="We mean to.", on=NOTICE, reply_days=14
            )
        case "reply":
            return claim_steps.reply(
                held, **given, by_office="commissioner", text="Two briefings.", on=NOTICE
            )
    on = date.fromisoformat(words[2]) if len(words) > 1 else NOTICE
    return claim_steps.publish(held, **given, on=on)


@pytest.mark.parametrize(
    "row", rows("claim_steps"), ids=lambda row: f"{len(row['steps'])} then {row['next']}"
)
def test_a_step_is_taken_in_its_order_or_refused_in_words(row: dict[str, Any]) -> None:
    _, held = taken(row["steps"])
    if "refused" in row:
        with pytest.raises(NotTheTime, match=row["refused"]):
            act(held, row["next"])
        return
    _, after = taken([*row["steps"], row["next"]])
    assert claim_cases.case(after, CLAIM).state == row["state"]


def test_no_value_of_a_step_is_public_before_publication() -> None:
    facts, _ = taken(["check", "confirm by B", "notify", "reply"])
    for made in facts[1:]:
        shown = {name for name, value in made.values().items() if value is not None}
        assert shown <= set(made.classes), type(made).__name__
        assert set(made.classes.values()) == {Classification.INTERNAL}


def test_publication_opens_every_step_and_says_when_nobody_replied() -> None:
    facts, _ = taken(["check", "confirm by B", "notify", "publish on 2026-11-18"])
    opened = [f for f in facts if isinstance(f, Reclassified)]
    assert len(opened) == 3
    assert all(f.class_ == "public" for f in opened)
    last = facts[-1]
    assert isinstance(last, ClaimPublished)
    assert last.text == "No reply was given in the period."


def test_a_reply_after_publication_is_public_at_once() -> None:
    steps = ["check", "confirm by B", "notify", "publish on 2026-11-18", "reply"]
    facts, held = taken(steps)
    reply = facts[-1]
    assert isinstance(reply, ReplyGiven)
    assert not reply.classes
    assert claim_cases.case(held, CLAIM).replies


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 1), "Notice of it is not earlier"),
        (date(2099, 1, 1), "is still to come"),
    ],
)
def test_notice_is_neither_backdated_nor_of_a_day_to_come(on: date, said: str) -> None:
    _, held = taken(["check by A", "confirm by B"])
    with pytest.raises(NotTheTime, match=said):
        claim_steps.notify(
            held, stream=CLAIM, to="anyshire-pcc", text="We mean to.", on=on, reply_days=14
        )
