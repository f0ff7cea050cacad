"""Done: what the institution says it did, and whether anybody else has checked it.

The two are never one number: “the force says” and “checked by” stay apart.
"""

from answerable.ledger.register import Version
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionUpdated
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Names

Told = tuple[str, tuple[Version, ...]]
NOTHING = marked("Nothing in our sources says that anything is done.")
UNCHECKED = marked("Nobody else has checked it, in our sources.")
_AFTER = (" said that ", " says that ", " confirmed that ")


def done(matter: Matter) -> Told:
    """Steps of the latest report's findings, or else of actions; one alone is quoted.

    News is what the institution says of a finding without saying that it is done: it is told
    as said, and lifts no rung.
    """
    asked = [item for item in matter.found if family(item.kind) != CAUSE] or list(matter.found)
    if not any(_done(item) for item in asked):
        asked = list(matter.actions)
    items = [item for item in asked if _done(item)]
    if not items:
        return _news(matter)
    behind = tuple(step.version for item in items for step in item.steps)
    unchecked = [item for item in items if item.rung is Rung.DELIVERED]
    if len(items) == 1 and unchecked:
        return f"{_claim(unchecked[0], matter)} {UNCHECKED}", behind
    return _counted(
        asked, checked=len(items) - len(unchecked), said=len(unchecked), matter=matter
    ), behind


def _done(item: Progress) -> bool:
    return item.rung is not None and item.rung.order >= Rung.DELIVERED.order


def news_of(item: Progress) -> Version | None:
    """What the institution last said of a finding without saying that it is done.

    News with a rating that another body recorded tells a state of a register or an export: no
    statement of what was done.
    """
    said = [v for v in item.versions if isinstance(v.fact, ActionUpdated) and _stated(v.fact, v)]
    return said[-1] if said else None


def _stated(news: ActionUpdated, version: Version) -> bool:
    return bool(news.text) and (not news.rating or version.by.body == news.institution)


def told_news(news: Version, names: Names) -> str:
    """“The force said on 16 July 2024 that …”, as said, and that nobody else has checked it."""
    words = str(news.fact.get("text")).rstrip(".")
    said = say(
        "{institution} said on {day} that",
        institution=start(names.institution),
        day=on_day(news.fact.valid.start),
    )
    return f"{said} {words}. {UNCHECKED}"


def _news(matter: Matter) -> Told:
    told = [news for item in matter.found if (news := news_of(item))]
    if not told:
        return NOTHING, ()
    last = max(told, key=lambda version: version.fact.valid.start)
    return told_news(last, matter.names), (last,)


def _claim(item: Progress, matter: Matter) -> str:
    step = next(s for s in reversed(item.steps) if s.rung is Rung.DELIVERED)
    said = say(
        "{institution} said on {day} that",
        institution=start(matter.names.institution),
        day=on_day(step.on),
    )
    words = _clause(step.version.fact.quote or "", matter)
    if words:
        return f"{said} {words.rstrip('.')}."
    text = f": {item.text.rstrip('.')}" if item.text else ""
    return say("{said} it had done what was asked{text}.", said=said, text=text)


def _clause(quote: str, matter: Matter) -> str:
    """What stands after “said that”, with the institution called “it”; “” if nothing does."""
    for words in _AFTER:
        _, found, clause = quote.partition(words)
        if found:
            subject = f"{matter.names.institution} "
            return f"it {clause.removeprefix(subject)}" if clause.startswith(subject) else clause
    return ""


def _counted(asked: list[Progress], *, checked: int, said: int, matter: Matter) -> str:
    """Checked by others first, then what only the institution says; never added up."""
    total = len(asked)
    of = f"of {total} {_kinds(asked)}"
    force = start(matter.names.institution)
    if not checked:
        unchecked = say("Nobody else has checked them, in our sources.")
        return say(
            "{force} says that {said} {of} are done. {unchecked}",
            force=force,
            said=said,
            of=of,
            unchecked=unchecked,
        )
    lead = say("Checked as done: {checked} {of}.", checked=checked, of=of)
    if not said:
        return lead
    are, them = ("is", "it") if said == 1 else ("are", "them")
    return say(
        "{lead} {force} says that {said} more {are} done; nobody else "
        "has checked {them}, in our sources.",
        lead=lead,
        force=force,
        said=said,
        are=are,
        them=them,
    )


def _kinds(asked: list[Progress]) -> str:
    """“recommendations and areas for improvement”."""
    kinds = list(dict.fromkeys(item.kind.replace("-", " ") for item in asked))
    n = len(asked) if len(kinds) == 1 else len(kinds)
    return " and ".join(plural(kind, n) for kind in kinds)
