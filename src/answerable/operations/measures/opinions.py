"""The second opinion on a verdict, over every body of which figures are held."""

from answerable.evidence.cases import Body, Case
from answerable.evidence.second_opinion import SecondOpinion, second_opinion
from answerable.evidence.series import Series
from answerable.evidence.verdicts import Judgement
from answerable.operations.measures import evidence
from answerable.vocabulary.measures import Measure

WORDS = {
    "second_opinion_agrees": "A second method, beside {donors} bodies, agrees: {change}, rank p "
    "{p}.",
    "second_opinion_differs": "A second method, beside {donors} bodies, found the opposite: "
    "{change}, rank p {p}.",
    "second_opinion_inconclusive": "A second method, beside {donors} bodies, could not tell: "
    "{change}, rank p {p}.",
    "second_opinion_not_available": "No second method could be asked: complete figures of "
    "{donors} other bodies are held and 19 are needed.",
}


def numbers(measure: Measure, body: str) -> Body:
    """The figures of a body as a verdict takes them: what a check stopped is missing; a rate or a
    share as its numerator and denominator."""
    series, _ = evidence.complete(measure, body)
    if measure.kind not in ("rate", "percent"):
        return Body(body, series)
    held = evidence.observations().series(measure.id, body).rows
    usable = {d for d, v in zip(series.dates, series.values, strict=True) if v is not None}
    kept = [row for row in held if row.period_start in usable and row.denominator is not None]
    dates = tuple(row.period_start for row in kept)
    return Body(
        body,
        Series(dates, tuple(row.numerator for row in kept), name=body),
        Series(dates, tuple(row.denominator for row in kept), name=body),
    )


def asked(measure: Measure, body: str, made: Judgement) -> SecondOpinion:
    """The opinion of the second method on a verdict."""
    others = [name for name in evidence.bodies_with(measure.id) if name != body]
    peers = tuple(numbers(measure, name) for name in others)
    return second_opinion(Case(measure.id, numbers(measure, body), peers), made)


def words(found: SecondOpinion) -> str:
    """The opinion in one sentence, which names no cause."""
    change = "" if found.effect is None else f"{100 * found.effect:+.1f} %".replace("-", "\u2212")
    p = "" if found.p is None else f"{found.p:.2g}"
    return WORDS[found.strength].format(donors=found.donors, change=change, p=p)
