"""Who acts about the invented force, and what stands on the record before each test."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from answerable.ledger.book import Book, Receipt
from answerable.operations import people
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from tests.factories import FORCE, fact

AT = datetime(2024, 3, 4, 9, tzinfo=UTC)
DAY = date(2024, 3, 4)
OFFICER = people.acting_as("anyshire-pcc/governance-officer")
COMMISSIONER = people.acting_as("anyshire-pcc/commissioner")
LIAISON = people.acting_as("anyshire-police/force-liaison")
CHIEF = people.acting_as("anyshire-police/chief-constable")
INSPECTOR = people.acting_as("anyshire-inspectorate/inspector")
RESEARCHER = people.acting_as("answerable/researcher")
CAUSE = "anyshire-inspectorate/2023/anyshire/burglary/cause-of-concern/1"
ADVICE = "anyshire-inspectorate/2023/anyshire/burglary/recommendation/1"
ACTION = "action/anyshire-pcc/2024-01-15/1"
_keys = count()


def key() -> str:
    return f"operation-{next(_keys)}"


def common(by: Actor, *, seen: int | None = None, at: datetime = AT) -> dict[str, Any]:
    """What every changing operation is told; `seen` None: no page was read."""
    return {"by": by, "at": at, "key": key(), "seen": seen}


def begin(book: Book, *more: Fact) -> Receipt:
    """A cause of concern, a recommendation, and an action that answers the first."""
    facts = (
        finding(CAUSE, kind="cause-of-concern", text="Repeat burglary is not prevented."),
        finding(ADVICE, kind="recommendation", text="The force should visit each victim again."),
        fact(
            ActionPromised,
            stream=ACTION,
            on="2024-01-15",
            text="Visit each victim again within a month.",
            owner="chief-constable",
            due="2024-06-30",
            answers=(CAUSE,),
        ),
        *more,
    )
    return book.append(
        about=FORCE, decide=lambda _register: facts, by=OFFICER, at=AT, key=key(), seen=None
    )


def finding(reference: str, *, kind: str, text: str) -> FindingPublished:
    return fact(
        FindingPublished,
        stream=reference,
        on="2023-10-01",
        kind=kind,
        number="1",
        owner="anyshire-inspectorate",
        addressee=FORCE,
        theme="repeat-burglary",
        text=text,
        quote=text,
    )


def held(kind: type[Fact], *, by: Actor = OFFICER, on: date = DAY) -> list[Fact]:
    """Facts of a type as an actor sees them on a day, at the head of the record."""
    return list(registers.register(FORCE, valid=on, actor=by).of(kind))


def size() -> int:
    return registers.head().size
