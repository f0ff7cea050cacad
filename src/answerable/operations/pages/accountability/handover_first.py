"""The first page of a handover: some ten lines of what a newcomer must know before the lists."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.operations import catalogue
from answerable.operations.desk import weeks
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.sessions.held_session import Held
from answerable.operations.sessions import reports
from answerable.publishing.packs.content import PackLine, PackPart
from answerable.scrutiny.accountability.handover import Handover
from answerable.scrutiny.phrases import due_words, number, on_day, plural, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.sessions.agenda import reply_title
from answerable.scrutiny.week import QUESTION, REPLY, Entry
from answerable.vocabulary.facts import ActionPromised, FindingPublished, MeetingHeld
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

MOST_CAUSES, MOST_REPLIES, MOST_PROMISES = 4, 2, 3


@dataclass(frozen=True)
class Told:
    """What is handed over about an institution, and the words for its parties."""

    institution: str
    found: Handover
    names: Names


def first_page(look: Look, told: Told) -> PackPart:
    """Open causes of concern, replies due, what is late, the next session, what was promised."""
    entries = next(
        (o.week.every for o in weeks.weeks(look) if o.institution == told.institution), ()
    )
    return PackPart(
        title=say("What matters first"),
        key="first",
        lines=(
            *_causes(told),
            *_replies(look, told, entries),
            _late(told),
            _unanswered(entries),
            _next(look, told),
            *_promised(look, told),
            _unproven(told),
            _up(told),
        ),
    )


def _causes(told: Told) -> Iterator[PackLine]:
    found = [i for i in told.found.now if family(i.kind) == CAUSE]
    label = say("Open cause of concern")
    if not found:
        yield PackLine(label=say("Open causes of concern"), words=say("None is on our record."))
    for item in found[:MOST_CAUSES]:
        words = start(item.text) if item.text else say("Words not in our sources")
        yield PackLine(label=label, words=f"{stop(words)} {item.sentence}")
    rest = len(found) - MOST_CAUSES
    if rest > 0:
        yield PackLine(
            label=label, words=say("{count} more, in the lists below.", count=start(number(rest)))
        )


def _replies(look: Look, told: Told, entries: tuple[Entry, ...]) -> Iterator[PackLine]:
    register = look.register(told.institution)
    titles = reports.titles(register)
    due = [e for e in entries if e.kind == REPLY]
    if not due:
        yield PackLine(label=say("Replies due"), words=say("No reply is due by law now."))
    for entry in due[:MOST_REPLIES]:
        published = min(
            f.valid.start
            for f in register.of(FindingPublished)
            if f.stream.startswith(f"{entry.reference}/")
        )
        title = reply_title(titles.get(entry.reference), published)
        yield PackLine(label=say("Reply due"), words=f"{title}. {entry.why}")


def _late(told: Told) -> PackLine:
    late = sorted((i for i in told.found.now if i.overdue), key=lambda i: -i.days_overdue)
    words = say("Nothing that is open has passed its date.")
    if late:
        n = len(late)
        words = say(
            "{count} {matters} past the due date. The longest: {longest} {due}",
            count=start(number(n)),
            matters=plural("matter", n),
            longest=_short(late[0].text),
            due=due_words(late[0], told.names),
        )
    return PackLine(label=say("Overdue"), words=words)


def _unanswered(entries: tuple[Entry, ...]) -> PackLine:
    found = [e for e in entries if e.kind == QUESTION]
    words = say("No question of a session waits for an answer.")
    if found:
        n = len(found)
        words = say(
            "{count} {questions} without an answer on record. The oldest: {oldest} {why}",
            count=start(number(n)),
            questions=plural("question", n),
            oldest=_short(found[0].text),
            why=found[0].why,
        )
    return PackLine(label=say("Not answered"), words=words)


def _next(look: Look, told: Told) -> PackLine:
    body = catalogue.oversight_of(told.institution, on=look.on)
    every = forward_plan.sessions(look.register(told.institution), body=body) if body else ()
    coming = next((s for s in every if s.waiting and s.day >= look.on), None)
    words = say("No coming session is in the plan.")
    if coming is not None:
        words = f"{coming.title}, {in_words(coming.date)}."
        if coming.theme:
            words += say(" Theme: {theme}.", theme=coming.theme)
        if coming.papers_due:
            words += say(" Papers by {day}.", day=in_words(coming.papers_due))
    return PackLine(label=say("Next session"), words=words)


def _promised(look: Look, told: Told) -> Iterator[PackLine]:
    """What the last session that agreed anything was promised."""
    register = look.register(told.institution)
    for version in sorted(
        register.versions_of(MeetingHeld), key=lambda v: v.fact.valid.start, reverse=True
    ):
        held = Held(look, register, version)
        streams = list(dict.fromkeys(v.fact.stream for v in held.agreed(ActionPromised)))
        if streams:
            break
    else:
        return
    label = say("Promised on {day}", day=on_day(version.fact.valid.start))
    for stream in streams[:MOST_PROMISES]:
        item = progress(register, stream, names=told.names)
        yield PackLine(label=label, words=f"{_short(item.text)} {item.sentence}")
    rest = len(streams) - MOST_PROMISES
    if rest > 0:
        yield PackLine(
            label=label, words=say("{count} more, in the lists below.", count=start(number(rest)))
        )


def _unproven(told: Told) -> PackLine:
    n = len(told.found.unproven)
    words = say(
        "{count} {matters} said to be done, and not proven.",
        count=start(number(n)) if n else say("No"),
        matters=plural("matter", n),
    )
    return PackLine(label=say("Not proven"), words=words)


def _up(told: Told) -> PackLine:
    n = len(told.found.escalations)
    words = (
        say("{count} {matters}: see below.", count=start(number(n)), matters=plural("matter", n))
        if n
        else say("No ladder asks for a step.")
    )
    return PackLine(label=say("What should move up"), words=words)


def _short(text: str | None) -> str:
    """Words as a sentence, cut short where they are long."""
    words = short(start(text)) if text else say("Words not in our sources")
    return words if words.endswith("…") else stop(words)
