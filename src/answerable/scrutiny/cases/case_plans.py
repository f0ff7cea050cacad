"""What a case says of plans: a plan that its source names, and whether it answers a finding.

A delivery plan is an improvement plan only where a source says which findings it answers
(DOMAIN 9), so the two are never taken for one another.
"""

from answerable.ledger.register import Version
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.vocabulary.facts import PlanAdopted
from answerable.vocabulary.language import say

Told = tuple[str, tuple[Version, ...]]
_KINDS = ("delivery plan", "improvement plan", "action plan", "recovery plan")


def plan_by(matter: Matter) -> Told:
    """“The Commissioner had a delivery plan on serious and organised crime by 11 December 2023.”

    Of the earliest plan that answers no finding, to our knowledge; “” where there is none.
    """
    for version in matter.of(PlanAdopted):
        fact = version.fact
        if isinstance(fact, PlanAdopted) and not fact.answers:
            words = f"{fact.quote or ''} {fact.title or ''}".lower()
            had = "commissioner" in words or "pcc" in words.split()
            who = matter.names.oversight if had else matter.names.institution
            kind = _kind(fact)
            article = "an" if kind[0] in "aeiou" else "a"
            return (
                say(
                    "{who} had {article} {kind} on {theme} by {day}.",
                    who=start(who),
                    article=article,
                    kind=kind,
                    theme=matter.theme.words,
                    day=on_day(fact.valid.start),
                ),
                (version,),
            )
    return "", ()


def plans(matter: Matter) -> Told:
    """What was said would be done: plans with their answers, promised actions, plans not held."""
    named, behind = plan_by(matter)
    parts = [named] if named else []
    answering = [v for v in matter.of(PlanAdopted) if v.fact.get("answers")]
    for version in answering:
        fact = version.fact
        title = fact.get("title")
        what = f"“{title}”" if title else "a plan"
        parts.append(
            say(
                "{start} adopted {what} on {day}.",
                start=start(matter.names.institution),
                what=what,
                day=on_day(fact.valid.start),
            )
        )
        behind += (version,)
    if matter.actions:
        n = len(matter.actions)
        moved = sum(1 for item in matter.actions if item.moved)
        have = "has a date" if moved == 1 else "have a date"
        tail = say("; {moved} {have} that moved", moved=moved, have=have) if moved else ""
        parts.append(say("{n} {what} promised{tail}.", n=n, what=plural("action", n), tail=tail))
        behind += tuple(item.first for item in matter.actions)
    if named and not answering and matter.found:
        parts.append(say("The improvement plan itself is not in our sources."))
    return " ".join(parts) or say("Not in our sources."), behind


def _kind(fact: PlanAdopted) -> str:
    title = (fact.title or "").lower()
    return next((kind for kind in _KINDS if kind in title), "plan")
