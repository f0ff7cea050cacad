"""What may be chosen in the forms about one finding or action."""

import re
from collections import Counter
from collections.abc import Collection

from answerable.operations import catalogue
from answerable.operations.desk.rows import rows
from answerable.operations.pages.changing import About, offices
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import finding_choice, short
from answerable.operations.pages.proof import office_words
from answerable.operations.sessions import reports
from answerable.scrutiny.answering import answered
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.plans import objectives as plan_objectives
from answerable.scrutiny.plans import offered, step_source, waiting_for
from answerable.scrutiny.plans.desk import Item as DeskItem
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.progress import progress
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.ladder import Response, Rung
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.offices import one_name

MOST_OTHERS = 40
DOUBTED = "doubted"
"""In an address: the finding of which the links are meant that nobody has confirmed."""
MOST_SESSIONS, MOST_REMEMBERED = 8, 12
_WORD = re.compile(r"[a-z]{4,}")


def others(look: Look, about_: About) -> tuple[Choice, ...]:
    """Open items of the same kind, those with the most words in common first."""
    table = rows(look, about_.institution).items
    own = next((i for i in table if i.reference == about_.reference), None)
    mine = set(_WORD.findall((own.text or "").casefold())) if own else set()
    action = own is None or own.kind == "action"

    def common(item: DeskItem) -> int:
        return len(mine & set(_WORD.findall((item.text or "").casefold())))

    found = [
        i
        for i in table
        if i.open and (i.kind == "action") == action and i.reference != about_.reference
    ]
    found.sort(key=lambda i: (-common(i), i.reference))
    return (
        Choice(value="", label=say("Choose one")),
        *(
            Choice(
                value=i.reference,
                label=f"{short(i.text or say('Words withheld'))} ({i.reference})",
            )
            for i in found[:MOST_OTHERS]
        ),
    )


def answerable(look: Look, about_: About, *, besides: Collection[str]) -> tuple[str, ...]:
    """Open findings that an action may answer, those with the most words in common first."""
    table = rows(look, about_.institution).items
    own = next((i for i in table if i.reference == about_.reference), None)
    mine = set(_WORD.findall((own.text or "").casefold())) if own else set()
    found = [i for i in table if i.open and i.kind != "action" and i.reference not in besides]
    found.sort(
        key=lambda i: (-len(mine & set(_WORD.findall((i.text or "").casefold()))), i.reference)
    )
    return tuple(i.reference for i in found[:MOST_OTHERS])


def waited_for(look: Look, about_: About) -> tuple[Choice, ...]:
    """What the record says that it waits for."""
    held = waiting_for.waits_for(look.register(about_.institution), about_.reference)
    return (
        Choice(value="", label=say("Choose one")),
        *(
            Choice(
                value=w.item.reference,
                label=f"{short(w.item.text or say('Words withheld'))} ({w.item.reference})",
            )
            for w in held
        ),
    )


def owners(look: Look, about_: About | str) -> tuple[Choice, ...]:
    """Every office, then the owners that the register names besides."""
    institution = about_ if isinstance(about_, str) else about_.institution
    named = rows(look, institution).table.owners
    known = offices(look, about_)
    have = {one_name(choice.value) for choice in known}
    return (
        *known,
        *(Choice(value=o, label=start(office_words(o))) for o in named if o not in have),
    )


def objectives(look: Look, about_: About) -> tuple[Choice, ...]:
    """Objectives of the police and crime plan, or its like."""
    held = plan_objectives.objectives(look.register(about_.institution))
    return (
        Choice(value="", label=say("Choose an objective")),
        *(Choice(value=o.reference, label=o.title or o.reference) for o in held),
    )


def results(_look: Look, _about: About) -> tuple[Choice, ...]:
    """What a look at evidence may find."""
    return (
        Choice(value="", label=say("Choose one")),
        *(Choice(value=value, label=words) for value, words in offered.RESULTS.items()),
    )


def answers(_look: Look, _about: About | None) -> tuple[Choice, ...]:
    """Answers to a recommendation."""
    words = {
        Response.ACCEPTED: say("Accepted"),
        Response.PARTLY: say("Accepted in part"),
        Response.REJECTED: say("Not accepted"),
    }
    return (
        Choice(value="", label=say("Choose one")),
        *(Choice(value=r.value, label=label) for r, label in words.items()),
    )


def rests_on(look: Look, about_: About) -> tuple[Choice, ...]:
    """What a step may rest on: the last sessions, then what steps rested on before."""
    register = look.register(about_.institution)
    sessions = step_source.sessions(register)[:MOST_SESSIONS]
    return (
        Choice(value="", label=say("Choose one, or write it below")),
        *(
            Choice(
                value=one.stream,
                label=say(
                    "Said in the session of {day} ({title})",
                    day=on_day(one.valid.start),
                    title=one.title or say("Session"),
                ),
            )
            for one in sessions
        ),
        *(
            Choice(value=words, label=words)
            for words in step_source.remembered(register)[:MOST_REMEMBERED]
        ),
    )


def answered_findings(look: Look, institution: str, among: Collection[str]) -> tuple[Choice, ...]:
    """Findings that these actions are said to answer, and reports of which they answer several."""
    register = look.register(institution)
    named = dict.fromkeys(name for action in among for name in answered(register).get(action, ()))
    many = Counter(map(report_of, named))
    titles = reports.titles(register)
    return (
        Choice(value="", label=say("Nothing: the links stay")),
        *(Choice(value=name, label=finding_choice(register, name)) for name in sorted(named)),
        *(
            Choice(value=r, label=say("Any finding of {report}", report=titles.get(r) or r))
            for r, count in many.items()
            if count > 1
        ),
    )


def doubted_findings(look: Look, institution: str, among: Collection[str]) -> tuple[Choice, ...]:
    """Findings that these actions are said to answer by a link that nobody has confirmed."""
    register = look.register(institution)
    items = [progress(register, action) for action in among]
    counts = Counter(
        name
        for item in items
        for name in item.answers
        if register.versions_of(FindingPublished, stream=name)
        and in_doubt(item, progress(register, name))
    )
    return (
        Choice(value="", label=say("Nothing: what is not confirmed stays so")),
        *(
            Choice(
                value=name,
                label=say_many(
                    "{finding}: {count} link",
                    "{finding}: {count} links",
                    counts[name],
                    finding=finding_choice(register, name),
                ),
            )
            for name in sorted(counts)
        ),
    )


def rungs(look: Look, about_: About) -> tuple[Choice, ...]:
    """The next steps of the ladder from where the item stands."""
    names = catalogue.names_of(about_.institution, on=look.on)
    item = progress(look.register(about_.institution), about_.reference, names=names)
    doer = names.doer(item.owner)
    here = -1 if item.rung is None else item.rung.order
    words = {
        Rung.PROMISED: say("Promised: {institution} said that it would do it", institution=doer),
        Rung.DELIVERED: say("Done, says {institution}", institution=doer),
        Rung.VERIFIED: say("Checked: somebody independent looked"),
        Rung.WORKED: say("Worked: the outcome improved, by a verdict on record"),
        Rung.SUSTAINED: say("Sustained: it still held later"),
    }
    first = (Rung.PROMISED, Rung.DELIVERED) if here < 0 else ()
    return (
        Choice(value="", label=say("Choose the step")),
        *(
            Choice(value=r.value, label=words[r])
            for r in Rung
            if r.order == here + 1 or r in first
        ),
    )
