"""The words of a state: a tag of at most two short words, and a sentence (EXPERIENCE 3).

The verb is never stronger than the fact: “says it did”, not “did”; “found again” only after a
closing that is quoted; a date that passed is stated, and nobody is said to have failed.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from answerable.scrutiny.standing import Progress, Step
from answerable.vocabulary.facts import (
    ActionUpdated,
    ClosureStated,
    DispositionChanged,
    Merged,
    Reopened,
    Split,
    Transferred,
    VerdictGiven,
)
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.ladder import Disposition, Rung
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import ImpossibleDate, in_words, typed

_LOG = "/log/"
"""In the reference of an action that stands in an imported log: its day is that of the log."""
_DUE = "Due: "
"""Before the words of the cell, where a row of a log is recorded."""
_MOST_SAID = 40
LONGEST_INITIALS = 4
"""A heading in capitals with a longer word is no row of initials."""
NOT_KNOWN = marked("Not in our sources.")
_UNTIL_TEN = (
    *(marked("no"), marked("one"), marked("two"), marked("three"), marked("four")),
    *(marked("five"), marked("six"), marked("seven"), marked("eight"), marked("nine")),
)


def number(n: int) -> str:
    """Numbers under ten in words, in prose only."""
    return str(_UNTIL_TEN[n]) if 0 < n < len(_UNTIL_TEN) else f"{n:,}"


def times(n: int) -> str:
    """“once”, “twice”, “three times”."""
    if n == 1:
        return say("once")
    return say("twice") if n == 2 else say("{count} times", count=number(n))


def plural(word: str, n: int) -> str:
    """A word in the number that n asks for: “cause of concern”, “causes of concern”.

    >>> plural("cause of concern", 2), plural("recommendation", 1)
    ('causes of concern', 'recommendation')
    """
    return say_many(word, several(word), n)


def several(word: str) -> str:
    """The English word for several.

    >>> several("area for improvement")
    'areas for improvement'
    >>> several("burglary"), several("survey")
    ('burglaries', 'surveys')
    """
    head, of, rest = word.partition(" of ")
    head, for_, more = (head, of, rest) if of else word.partition(" for ")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{for_}{more}"
    return f"{head}s{for_}{more}"


def on_day(day: date) -> str:
    """A day as the house writes it."""
    return in_words(day.isoformat())


def start(words: str) -> str:
    """The same words with a capital at the start of a sentence."""
    return words[:1].upper() + words[1:]


def inside(words: str) -> str:
    """A heading inside a sentence: what begins a line loses its capital, and names keep theirs.

    >>> inside("Custody"), inside("CUSTODY"), inside("PEEL 2026 – published 20 October 2026")
    ('custody', 'custody', 'PEEL 2026 – published 20 October 2026')
    >>> inside("Legacy / PEEL 23-25"), inside("National Child Protection Inspection 2025")
    ('legacy / PEEL 23-25', 'National Child Protection Inspection 2025')
    """
    first, *rest = words.split() or [""]
    if words.isupper():
        return words.lower() if max(map(len, words.split())) > LONGEST_INITIALS else words
    if not first.istitle() or any(word.istitle() and word.isalpha() for word in rest):
        return words
    return words[:1].lower() + words[1:]


def stop(words: str) -> str:
    """The same words with one full stop at the end."""
    words = words.rstrip()
    return words if words.endswith((".", "?", "!")) else f"{words}."


def worded(item: Progress, *, names: Names) -> Progress:
    """The item with its tag and its sentence."""
    for applies, tag, sentence in _STATES:
        if applies(item):
            return replace(item, tag=tag, sentence=sentence(item, names))
    return replace(item, tag="Not known", sentence=NOT_KNOWN)


def effect(item: Progress, *, names: Names) -> str:
    """What came of it, apart from whether it was done: one sentence, “” where nothing is said."""
    if item.rung is Rung.SUSTAINED:
        return _sustained(item, names)
    if item.rung is Rung.WORKED:
        return _worked(item, names)
    if _says(item, "no detectable change"):
        return _no_change(item, names)
    return _worsened(item, names) if _says(item, "worsened") else ""


def due_words(item: Progress, names: Names) -> str:
    """“Due 30 June 2026. First due 31 March 2026; moved once, by the board on 4 April 2026.”"""
    due = say("Due {day}.", day=in_words(item.due)) if item.due else say("No date was given.")
    return f"{due} {moved_words(item, names)}" if item.moves else due


def _overdue(item: Progress, names: Names) -> str:
    """When it was due; that its own log sets it aside, where that does."""
    due = f"{due_words(item, names)}{log_date(item.log_due)}"
    if not item.log_calls:
        return due
    told = say(
        "The log calls it “{words}”; nobody has closed it on our record.", words=item.log_calls
    )
    return f"{due} {told}"


def log_date(words: str | None) -> str:
    """“ The log now says 15 December 2027; …” of a date that nobody agreed to; else nothing."""
    if not words:
        return ""
    told = words
    with suppress(ImpossibleDate):
        told = in_words(typed(words))
    return say(" The log now says {words}; nobody is on record as agreeing to it.", words=told)


def moved_words(item: Progress, names: Names) -> str:
    """“First due 31 March 2026; moved once, by the board on 4 April 2026.”; it must have moved."""
    last = item.moves[-1]
    by = f"by {_office(last.authoriser, names)} " if last.authoriser else ""
    first = (
        say("First due {day}", day=in_words(item.due_first))
        if item.due_first
        else say("First without a date")
    )
    if not item.moved:
        return say("{first}; given one {by}on {day}.", first=first, by=by, day=on_day(last.on))
    many = "last " if len(item.moved) > 1 else ""
    return say(
        "{first}; moved {times}, {many}{by}on {day}.",
        first=first,
        times=times(len(item.moved)),
        many=many,
        by=by,
        day=on_day(last.on),
    )


def _office(office: str, names: Names) -> str:
    return names.bodies.get(office) or f"the {office.replace('-', ' ')}"


def _closed(item: Progress, names: Names) -> str:
    assert item.closing is not None  # noqa: S101  # the row of the table asked for it
    owner = names.bodies.get(item.owner or "", names.owner)
    return say(
        "Closed by {owner} on {day}: {value}.",
        owner=owner,
        day=on_day(item.closing.on),
        value=item.closing.ground.value,
    )


def _slipped_back(item: Progress, _names: Names) -> str:
    closing, relapse = item.closed_before, item.relapse
    assert closing is not None  # noqa: S101  # as above
    assert relapse is not None  # noqa: S101  # as above
    again = on_day(relapse.fact.valid.start)
    return say(
        "Closed on {day} (“{quote}”), found again on {again}.",
        day=on_day(closing.on),
        quote=closing.quote,
        again=again,
    )


def _promised(item: Progress, names: Names) -> str:
    if item.kind != "action" and item.answered_by:
        return _answered(item)
    if item.kind != "action" and item.due:  # the date of whoever asked; nobody promised it
        return start(
            say(
                "{institution} said it would do this. Due {day}.",
                institution=names.institution,
                day=in_words(item.due),
            )
        )
    by = f" by {in_words(item.due)}{_in_the_log(item)}" if item.due else ""
    none = "" if item.due else say(" No date was given.")
    if item.agreed and item.first.fact.quote:  # it may be agreed there, or promised by somebody
        return say(
            "The minutes of the session of {day} say that this is to be done{by}.{none}",
            day=in_words(item.agreed),
            by=by,
            none=none,
        )
    if item.agreed:
        return say(
            "The session of {day} agreed that this is done{by}.{none}",
            day=in_words(item.agreed),
            by=by,
            none=none,
        )
    return start(
        say(
            "{institution} said it would do this{by}.{none}",
            institution=names.doer(item.owner),
            by=by,
            none=none,
        )
    )


def _in_the_log(item: Progress) -> str:
    """The words of a log that a first date was made of: a day that was worked out says so."""
    if item.moves or _LOG not in item.reference:
        return ""
    row = next((v.fact for v in item.versions if isinstance(v.fact, ActionUpdated)), None)
    words = (row.text or "").partition(_DUE)[2] if row and not row.classes else ""
    said = words.partition(". ")[0].removesuffix(".")
    usable = said and len(said) <= _MOST_SAID and "(" not in said
    return say(" (the log says “{said}”)", said=said) if usable else ""


def _answered(item: Progress) -> str:
    """A finding promises nothing of itself: how many actions answer it, and the date asked for."""
    many = len(item.answered_by)
    due = (
        say("Due {day}.", day=in_words(item.due))
        if item.due
        else say("No date was given for the {kind} itself.", kind=item.kind.replace("-", " "))
    )
    return say_many(
        "{count} action on record answers this. {due}",
        "{count} actions on record answer this. {due}",
        many,
        shown=start(number(many)),
        due=due,
    )


def _delivered(item: Progress, names: Names) -> str:
    day = _reached(item, Rung.DELIVERED)
    step = next((s for s in reversed(item.steps) if s.rung is Rung.DELIVERED), None)
    if step and step.version.fact.doc and _LOG in item.reference:
        return say(
            "The action log of {day} says that it is done. Nobody else has checked yet.",
            day=on_day(step.on),
        )
    return start(
        say(
            "{institution} says it did this{day}. Nobody else has checked yet.",
            institution=names.doer(item.owner),
            day=day,
        )
    )


def _verified(item: Progress, names: Names) -> str:
    step = [s for s in item.steps if s.rung is Rung.VERIFIED][-1]
    on = f" on {on_day(step.on)}"
    if again := _closed_before(item, step):
        return again
    if step.who == item.owner:
        return say(
            "Checked by {bodies}{on}.",
            bodies=names.bodies.get(item.owner or "", names.owner),
            on=on,
        )
    if who := names.bodies.get(step.who):
        return say("Checked by {who}{on}.", who=who, on=on)
    return say(
        "Checked{on}, and not by {institution} itself.",
        on=on,
        institution=names.doer(item.owner),
    )


def _closed_before(item: Progress, step: Step) -> str:
    """Of a closing in the owner's words that was opened again: whoever wrote it down checked
    nothing, so the step says who closed it and since when it is open.
    """
    seqs = {v.seq for v in item.versions if isinstance(v.fact, ClosureStated)}
    opened = [v for v in item.versions if isinstance(v.fact, Reopened)]
    if step.version.seq - 1 not in seqs or not opened:
        return ""
    fact = opened[-1].fact
    return say(
        "Recorded as closed by its owner on {day}, and open again since {again}: {reason}",
        day=on_day(step.on),
        again=on_day(fact.valid.start),
        reason=stop(fact.get("reason") or say("the reason is not in our sources")),
    )


def _no_change(item: Progress, _names: Names) -> str:
    verdict = item.verdict.fact if item.verdict else None
    detectable = verdict.detectable if isinstance(verdict, VerdictGiven) else None
    usual = (
        say(" A change of {detectable} or more would usually have shown.", detectable=detectable)
        if detectable
        else ""
    )
    return say("No change large enough to tell from chance.{usual}", usual=usual)


def _worsened(_item: Progress, _names: Names) -> str:
    return say("The outcome got worse compared with similar bodies.")


def _worked(item: Progress, names: Names) -> str:
    similar = "similar forces" if names.institution == "the force" else "similar bodies"
    if _says(item, "improved"):
        return say("The outcome improved more than in {similar}.", similar=similar)
    return say("Changed{reached}, no comparison possible.", reached=_reached(item, Rung.WORKED))


def _sustained(item: Progress, _names: Names) -> str:
    worked = next((s for s in item.steps if s.rung is Rung.WORKED), None)
    still = next((s for s in reversed(item.steps) if s.rung is Rung.SUSTAINED), None)
    if worked is None or still is None:
        return say("It still held after the stated period.")
    months = (still.on.year - worked.on.year) * 12 + still.on.month - worked.on.month
    return say(
        "It still held {count} {months} later.",
        count=number(months),
        months=plural("month", months),
    )


def _superseded(item: Progress, _names: Names) -> str:
    """A duplicate, an item in parts and an action set aside say so; else a later finding came."""
    for version in reversed(item.versions):
        day = on_day(version.fact.valid.start)
        match version.fact:
            case Merged(into=str(other)):
                return say(
                    "A duplicate: followed under {other} since {day}.", other=other, day=day
                )
            case Split(into=tuple(parts)):
                return say(
                    "Followed as {count} parts since {day}.", count=number(len(parts)), day=day
                )
            case DispositionChanged(disposition=Disposition.OPEN.value):
                break
    stated = [v.fact for v in item.versions if isinstance(v.fact, DispositionChanged)]
    if item.kind == "action" and stated and (reason := stated[-1].reason):
        day = on_day(stated[-1].valid.start)
        return say("Set aside since {day}: {reason}", day=day, reason=stop(reason))
    return say("Replaced by a later finding.")


def _elsewhere(item: Progress) -> str:
    """Who follows it now, where somebody passed it on; “” for what is discharged as done."""
    for version in reversed(item.versions):
        if isinstance(version.fact, Transferred) and version.fact.to:
            return say(
                "Followed by {to} since {day}.",
                to=version.fact.to,
                day=on_day(version.fact.valid.start),
            )
    return ""


def _practice(item: Progress, _names: Names) -> str:
    day = on_day(item.first.fact.valid.start)
    return say("Noted as practice on {day}. It asks for nothing.", day=day)


def _reached(item: Progress, rung: Rung) -> str:
    step = next((s for s in reversed(item.steps) if s.rung is rung), None)
    return f" on {on_day(step.on)}" if step else ""


def _says(item: Progress, *verdicts: str) -> bool:
    return item.verdict is not None and item.verdict.fact.get("verdict") in verdicts


def _at(*rungs: Rung) -> Callable[[Progress], bool]:
    return lambda item: item.rung in rungs


_DONE = (Rung.DELIVERED, Rung.VERIFIED)
_State = tuple[Callable[[Progress], bool], str, Callable[[Progress, Names], str]]
_STATES: tuple[_State, ...] = (
    (lambda p: not asks(p.kind), marked("Practice"), _practice),
    (lambda p: p.closing is not None, marked("Closed"), _closed),
    (lambda p: p.slipped_back, marked("Slipped back"), _slipped_back),
    (lambda p: p.disposition is Disposition.SUPERSEDED, marked("Superseded"), _superseded),
    (
        lambda p: p.disposition is Disposition.DISCHARGED and bool(_elsewhere(p)),
        marked("Discharged"),
        lambda p, _: _elsewhere(p),
    ),
    (lambda p: p.overdue, marked("Overdue"), _overdue),
    (
        lambda p: p.open and bool(p.moved) and p.rung is Rung.PROMISED,
        marked("Moved"),
        due_words,
    ),
    (
        lambda p: p.rung in _DONE and _says(p, "no detectable change"),
        marked("No change"),
        _no_change,
    ),
    (lambda p: p.rung in _DONE and _says(p, "worsened"), marked("Worse"), _worsened),
    (lambda p: _at(Rung.WORKED)(p) and not _says(p, "improved"), marked("Changed"), _worked),
    (_at(Rung.SUSTAINED), marked("Sustained"), _sustained),
    (_at(Rung.WORKED), marked("Worked"), _worked),
    (_at(Rung.VERIFIED), marked("Verified"), _verified),
    (_at(Rung.DELIVERED), marked("Delivered"), _delivered),
    (_at(Rung.PROMISED), marked("Promised"), _promised),
)
"""In this order: the first row that applies gives the tag and the sentence."""
