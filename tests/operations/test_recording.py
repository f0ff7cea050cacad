"""Whatever an office writes that will be public passes one check, and a leak is refused whole."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from answerable.ledger.book import Book, Receipt
from answerable.operations import recording
from answerable.operations.accountability import money, partners
from answerable.operations.findings import redress
from answerable.operations.plans import plans, response
from answerable.operations.record import ledger, removal
from answerable.operations.sessions import scrutiny
from answerable.publishing.sensitivity.model import HeldBack
from answerable.scrutiny.matter import report_of
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import ActionUpdated
from answerable.vocabulary.ladder import Response
from tests.factories import FORCE, fact
from tests.operations.cast import (
    ACTION,
    ADVICE,
    AT,
    CHIEF,
    DAY,
    LIAISON,
    OFFICER,
    begin,
    common,
    key,
    size,
)

LEAK = "Work goes on against 14 organised crime groups."
CHILD = "The child J.T., 14, was moved."
OPERATIONS = Path(recording.__file__).parent
Act = Callable[..., Receipt]

WRITES: list[tuple[Act, dict[str, Any]]] = [
    (
        scrutiny.promise_action,
        {"institution": FORCE, "text": LEAK, "owner": "chief-constable", "on": DAY},
    ),
    (scrutiny.update_action, {"reference": ACTION, "text": LEAK, "on": DAY}),
    (
        plans.set_milestone,
        {"reference": ACTION, "text": LEAK, "due": "2024-06-01", "on": DAY},
    ),
    (
        money.state_money,
        {
            "institution": FORCE,
            "line": "new",
            "amount": "100",
            "state": "budgeted",
            "purpose": LEAK,
            "on": DAY,
        },
    ),
    (
        partners.join_partner,
        {"reference": ACTION, "partner": "County council", "part": LEAK, "on": DAY},
    ),
    (
        partners.make_agreement,
        {
            "institution": FORCE,
            "title": "Data",
            "parties": ("County council", "The force"),
            "text": LEAK,
            "on": DAY,
        },
    ),
    (redress.reply, {"entry": 0, "text": CHILD}),
    (
        ledger.correct,
        {"target": "0", "field": "text", "value": LEAK, "reason": "It was written wrongly."},
    ),
    (ledger.withdraw, {"target": "2", "reason": CHILD}),
]


@pytest.mark.parametrize(("act", "given"), WRITES, ids=lambda v: getattr(v, "__name__", ""))
def test_a_leak_is_refused_by_whatever_operation_it_comes(
    book: Book, act: Act, given: dict[str, Any]
) -> None:
    begin(book)
    before = size()
    by = CHIEF if act is redress.reply else OFFICER
    with pytest.raises(HeldBack, match="Ground"):
        act(**common(by), **given)
    assert size() == before
    words = {LEAK: "Work goes on.", CHILD: "We see it otherwise."}
    harmless = {name: words.get(value, value) for name, value in given.items() if _plain(value)}
    act(**common(by), **{**given, **harmless})
    assert size() > before


def test_a_restricted_value_is_written_and_cannot_be_opened(book: Book) -> None:
    shut = fact(
        ActionUpdated,
        stream=ACTION,
        text=LEAK,
        classes={"text": Classification.RESTRICTED},
        on="2024-03-01",
    )
    begin(book)
    given: dict[str, Any] = {"about": FORCE, "by": OFFICER, "at": AT, "key": key()}
    entry = recording.book().append(decide=lambda _: [shut], **given).first
    opened: dict[str, Any] = {
        "target": str(entry),
        "fields": ("text",),
        "marking": "public",
        "ground": "The review is over.",
        "review": None,
        "on": DAY,
        "lowered": True,
    }
    with pytest.raises(HeldBack):
        removal.reclassify(**common(OFFICER), **opened)
    ledger.correct(
        **common(OFFICER),
        target=str(entry),
        field="text",
        value=LEAK.replace("14", "15"),
        reason="Counted again.",
    )


def test_a_leak_in_an_explanation_is_refused_when_the_reply_is_published(book: Book) -> None:
    begin(book)
    answer: dict[str, Any] = {"reference": ADVICE, "response": Response.ACCEPTED, "on": DAY}
    scrutiny.respond(**common(OFFICER), **answer, text=LEAK)
    before = size()
    step: dict[str, Any] = {
        "report": report_of(ADVICE),
        "step": "published",
        "on": DAY,
        "address": "https://a.invalid/",
    }
    with pytest.raises(HeldBack, match="Ground"):
        response.take_step(**common(OFFICER), **step)
    assert size() == before
    scrutiny.respond(**common(OFFICER), **answer, text="Work goes on.")
    response.take_step(**common(OFFICER), **step)


def test_numbers_of_a_unit_at_two_dates_are_held_together(book: Book) -> None:
    begin(book)
    said = "The intelligence bureau has {} posts."
    scrutiny.update_action(**common(LIAISON), reference=ACTION, text=said.format(40), on=DAY)
    scrutiny.update_action(**common(LIAISON), reference=ACTION, text=said.format(40), on=DAY)
    with pytest.raises(HeldBack, match="two numbers"):
        scrutiny.update_action(**common(LIAISON), reference=ACTION, text=said.format(37), on=DAY)


def test_no_operation_goes_round_the_check() -> None:
    """Only `recording` takes the book of the store; pages read entries and append nothing."""
    for path in OPERATIONS.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        taken = [
            node.module
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "answerable.store.book"
        ]
        appends = ".append(about" in path.read_text(encoding="utf-8")
        assert not taken or not appends, path


def _plain(value: object) -> bool:
    return isinstance(value, str) and value in (LEAK, CHILD)
