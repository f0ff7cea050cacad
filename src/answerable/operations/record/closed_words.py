"""Fields of facts that take one of a few words: a correction cannot put another in."""

from enum import StrEnum

from answerable.vocabulary import facts as f
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.ladder import ClosingGround, Disposition, Response, Rung
from answerable.vocabulary.money import MoneyState
from answerable.vocabulary.refusal import Refusal

CLOSED: dict[tuple[type[Fact], str], type[StrEnum]] = {
    (f.RungReached, "rung"): Rung,
    (f.Relapsed, "rung"): Rung,
    (f.ResponseGiven, "response"): Response,
    (f.DispositionChanged, "disposition"): Disposition,
    (f.ClosureStated, "ground"): ClosingGround,
    (f.MoneyStated, "state"): MoneyState,
}


def checked(fact: Fact, field: str, value: Value) -> Value:
    """The value, or a Refusal that names the words the field takes; none where it takes any."""
    words = CLOSED.get((type(fact), field))
    if words is None or value is None or value in list(words):
        return value
    raise Refusal(
        f"The {field} is one of: {', '.join(words)}. “{str(value)[:40]}” is none of them."
    )
