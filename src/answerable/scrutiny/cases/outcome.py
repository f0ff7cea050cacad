"""The first sentence of a case: what inspectors said last, and whether it was put right."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny import phrases
from answerable.scrutiny.cases.case_plans import plan_by
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import marked, say

Told = tuple[str, tuple[Version, ...]]
UNKNOWN_OUTCOME = marked("Our sources do not say whether it has been put right.")
_ADVERSE = ("requires improvement", "inadequate")


def sentence(matter: Matter) -> Told:
    """The grade or the finding of the latest report, then what became of it."""
    grade, found = matter.grade, matter.found
    behind: tuple[Version, ...] = ()
    inspectors = start(matter.names.inspectors)
    causes = [f for f in found if family(f.kind) == CAUSE] or list(found)
    if grade is not None:
        lead = say(
            "{inspectors} graded this {value} in a report of {day}.",
            inspectors=inspectors,
            value=grade.value,
            day=on_day(grade.on),
        )
        behind = (grade.version,)
    elif causes:
        kind = causes[0].kind.replace("-", " ")
        article = _article(kind)
        on = on_day(causes[0].first.fact.valid.start)
        lead = say(
            "{inspectors} published {article} {kind} about this on {on}.",
            inspectors=inspectors,
            article=article,
            kind=kind,
            on=on,
        )
        behind = (causes[0].first,)
    else:
        lead = say("Our sources hold no inspection report on this.")
    if causes or (grade is not None and grade.value in _ADVERSE):
        after, more = outcome(found, matter)
    else:
        after, more = plan_by(matter)
    return f"{lead} {after}".strip(), (*behind, *more)


def outcome(found: Sequence[Progress], matter: Matter) -> Told:
    """Was it put right? Of several findings each state is counted; nothing is averaged.

    A cause of concern speaks for its report where a step or a closing of its own is on record;
    else its recommendations do. One finding of which nothing is known leaves the whole open.
    """
    causes = [item for item in found if family(item.kind) == CAUSE]
    known = [item for item in causes if item.steps or item.closing]
    parts = [item for item in found if family(item.kind) != CAUSE] or causes
    items = known if causes and len(known) == len(causes) else parts
    slipped = [item for item in matter.findings if item.slipped_back]
    behind = tuple(v for item in (*slipped, *items) for v in item.versions)
    again = " ".join(_again(item) for item in slipped)
    return f"{again} {_state(items, matter)}".strip(), behind


def _state(items: Sequence[Progress], matter: Matter) -> str:
    if not items or any(item.rung is None and item.open for item in items):
        return UNKNOWN_OUTCOME
    tags = Counter(item.tag for item in items)
    if len(tags) > 1:
        n = len(items)
        kinds = {item.kind for item in items if family(item.kind) != CAUSE}
        kind = kinds.pop().replace("-", " ") if len(kinds) == 1 else "finding"
        counted = ", ".join(f"{k} {tag.lower()}" for tag, k in tags.items())
        return say(
            "Of {n} {plural}: {counted}.", n=n, plural=phrases.plural(kind, n), counted=counted
        )
    return _together(items, matter)


def _again(item: Progress) -> str:
    """A finding whose quoted closing did not hold; the quote stands on its own page."""
    assert item.closed_before is not None  # noqa: S101  # slipped_back asks for both
    assert item.relapse is not None  # noqa: S101
    kind = item.kind.replace("-", " ")
    return say(
        "{article} {kind} closed on {day} was found again on {day2}.",
        article=start(_article(kind)),
        kind=kind,
        day=on_day(item.closed_before.on),
        day2=on_day(item.relapse.fact.valid.start),
    )


def _together(items: Sequence[Progress], matter: Matter) -> str:
    """One sentence for findings that are all in the same state."""
    names, last = matter.names, max(items, key=_closed_on)
    force = start(names.institution)
    if last.closing:
        owner = start(names.bodies.get(last.owner or "", names.owner))
        return say(
            "{owner} closed it on {day}. {effect}",
            owner=owner,
            day=on_day(_closed_on(last)),
            effect=_effect(last, matter),
        )
    match last.rung:
        case Rung.PROMISED:
            return say(
                "{force} said what it would do. Nobody says that it is done, in our sources.",
                force=force,
            )
        case Rung.DELIVERED if last.tag == "Delivered":
            return say(
                "{force} says it is done. Nobody else has checked, in our sources.", force=force
            )
        case Rung.VERIFIED if last.tag == "Verified":
            return f"{last.sentence} {_effect(last, matter)}"
    return last.sentence


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _closed_on(item: Progress) -> date:
    return item.closing.on if item.closing else item.first.fact.valid.start


def _effect(item: Progress, matter: Matter) -> str:
    return phrases.effect(item, names=matter.names) or say("Whether it worked is not known yet.")
