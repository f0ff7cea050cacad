"""The first sentence of a case: what inspectors said last, and whether it was put right."""

from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny import phrases
from answerable.scrutiny.case_plans import plan_by
from answerable.scrutiny.matter import CAUSE, Matter
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.ladder import Rung

Told = tuple[str, tuple[Version, ...]]
UNKNOWN_OUTCOME = "Our sources do not say whether it has been put right."
_ADVERSE = ("requires improvement", "inadequate")


def sentence(matter: Matter) -> Told:
    """The grade or the finding of the latest report, then what became of it."""
    grade, found = matter.grade, matter.found
    behind: tuple[Version, ...] = ()
    inspectors = start(matter.names.inspectors)
    causes = [f for f in found if f.kind == CAUSE] or list(found)
    if grade is not None:
        lead = f"{inspectors} graded this {grade.value} in a report of {on_day(grade.on)}."
        behind = (grade.version,)
    elif causes:
        kind = causes[0].kind.replace("-", " ")
        article = "an" if kind[0] in "aeiou" else "a"
        on = on_day(causes[0].first.fact.valid.start)
        lead = f"{inspectors} published {article} {kind} about this on {on}."
        behind = (causes[0].first,)
    else:
        lead = "Our sources hold no inspection of this."
    if causes or (grade is not None and grade.value in _ADVERSE):
        after, more = outcome(causes, matter)
    else:
        after, more = plan_by(matter)
    return f"{lead} {after}".strip(), (*behind, *more)


def outcome(items: list[Progress], matter: Matter) -> Told:
    """Was it put right? The weakest of the items decides; nothing is averaged."""
    names = matter.names
    behind = tuple(v for item in items for v in item.versions)
    if slipped := [item for item in items if item.slipped_back]:
        return slipped[0].sentence, behind
    if items and all(item.closing for item in items):
        last = max((item for item in items if item.closing), key=_closed_on)
        words = f"{start(names.bodies.get(last.owner or '', names.owner))} closed it on "
        words += f"{on_day(_closed_on(last))}."
        return f"{words} {_effect(last, matter)}".strip(), behind
    open_items = [item for item in items if not item.closing]
    if not open_items or any(item.rung is None for item in open_items):
        return UNKNOWN_OUTCOME, behind
    weakest = min(open_items, key=lambda item: item.rung.order if item.rung else -1)
    force = start(names.institution)
    match weakest.rung:
        case Rung.PROMISED:
            words = f"{force} said what it would do. Nobody says that it is done, in our sources."
        case Rung.DELIVERED:
            words = f"{force} says it is done. Nobody else has checked, in our sources."
        case Rung.VERIFIED:
            words = f"{weakest.sentence} {_effect(weakest, matter)}"
        case _:
            words = weakest.sentence
    return words, behind


def _closed_on(item: Progress) -> date:
    return item.closing.on if item.closing else item.first.fact.valid.start


def _effect(item: Progress, matter: Matter) -> str:
    return phrases.effect(item, names=matter.names) or "Whether it worked is not known yet."
