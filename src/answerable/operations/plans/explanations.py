"""The explanations of a whole report: kept as a draft while they are written, recorded at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, drafts
from answerable.operations.plans.response import duty_of, institution_of
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.replies import explaining
from answerable.scrutiny.replies.explaining import Explained
from answerable.store.people import drafts as kept
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact

KIND = "explanations"


def explain_all(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    report: str,
    answers: Sequence[Explained],
    on: date,
) -> Receipt:
    """Answer several recommendations of one report; what the record holds already is left out.

    All are recorded, or none. The draft of whoever records them is gone then.
    """
    institution = institution_of(report)
    access.require(by, "respond", about=institution)
    given = [replace(one, text=typed(one.text, what="explanation")) for one in answers]
    for answer in given:
        if report_of(answer.reference) != report:
            raise NotPossible(f"{answer.reference[:80]} is no recommendation of this report.")

    def decide(register: Register) -> list[Fact]:
        return explaining.explain_all(
            register, answers=given, on=on, duty=duty_of(register, report)
        )

    receipt = of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
    kept.delete(kind=KIND, about=report, body=by.body)
    return receipt


def keep_explanations(
    *,
    by: Actor,
    at: datetime,
    report: str,
    boxes: Mapping[str, str],
    shown: Mapping[str, str],
) -> drafts.Saved:
    """Keep what was typed so far, for the offices of one body; where two changed one box, both.

    `boxes`: name -> text; `shown`: name -> digest of the text that the page had shown.
    """
    access.require(by, "respond", about=institution_of(report))
    return drafts.save(
        kind=KIND, about=report, by=by, body=by.body, at=at, typed=boxes, shown=shown
    )


def kept_explanations(*, by: Actor, report: str) -> kept.Draft | None:
    """What the offices of the body have typed so far and not recorded."""
    access.require(by, "respond", about=institution_of(report))
    return kept.get(kind=KIND, about=report, body=by.body)
