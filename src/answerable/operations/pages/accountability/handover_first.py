"""The first page of a handover: some ten lines of what a newcomer must know before the lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.desk import weeks
from answerable.operations.desk.rows import rows
from answerable.operations.pages.accountability.handover_judged import graded, not_assured
from answerable.operations.pages.accountability.handover_lists import stands
from answerable.operations.pages.accountability.handover_promised import (
    page_of,
    promised,
    shortly,
)
from answerable.operations.pages.accountability.handover_rows import FirstLine
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.operations.plans.response import CLOCK
from answerable.operations.sessions import reports
from answerable.scrutiny.accountability.handover import Handover
from answerable.scrutiny.phrases import due_words, number, on_day, plural, start, stop
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.plans.log_headings import theme_of
from answerable.scrutiny.replies.responses import response
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.sessions.agenda import reply_title
from answerable.scrutiny.week import ANSWER, QUESTION, REPLY, Entry
from answerable.vocabulary.facts import (
    FindingPublished,
    QuestionAsked,
)
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

MOST_CAUSES, MOST_REPLIES = 4, 2
MOST_THEMES = 10


@dataclass(frozen=True)
class Told:
    """What is handed over about an institution, and the words for its parties."""

    institution: str
    found: Handover
    names: Names


def first_page(look: Look, told: Told) -> tuple[FirstLine, ...]:
    """Grades, causes of concern, judgements, replies due, what is late, what comes, promises."""
    week = next((o.week for o in weeks.weeks(look) if o.institution == told.institution), None)
    entries = (*week.every, *week.later) if week else ()
    return (
        *graded(look, told.institution),
        *_causes(look, told),
        *not_assured(look, told.institution),
        *_replies(look, told, entries),
        _late(look, told),
        *_by_theme(look, told),
        _unanswered(look, told, entries),
        _next(look, told),
        *promised(look, told.institution, names=told.names),
        _unproven(look, told),
        _up(told),
    )


def _causes(look: Look, told: Told) -> Iterator[FirstLine]:
    found = [i for i in told.found.now if family(i.kind) == CAUSE]
    label = say("Open cause of concern")
    if not found:
        yield FirstLine(
            label=say("Open causes of concern"),
            words=say("None is on our record."),
            more=_register(look, told, standing="open"),
        )
    for item in found[:MOST_CAUSES]:
        words = start(item.text) if item.text else say("Words not in our sources")
        yield FirstLine(
            label=label,
            words=f"{stop(words)} {stands(item)}",
            versions=(item.first,),
            more=page_of(look, item),
        )
    rest = len(found) - MOST_CAUSES
    if rest > 0:
        yield FirstLine(
            label=label,
            words=say("{count} more, in the lists below.", count=start(number(rest))),
            versions=tuple(item.first for item in found[MOST_CAUSES:]),
            more=_below(told),
        )


def _replies(look: Look, told: Told, entries: tuple[Entry, ...]) -> Iterator[FirstLine]:
    register = look.register(told.institution)
    titles = reports.titles(register)
    due = [e for e in entries if e.kind == REPLY]
    answers = [e for e in entries if e.kind == ANSWER]
    for entry in answers[:MOST_REPLIES]:
        yield FirstLine(
            label=say("Answer due"),
            words=f"{stop(entry.text or say('Words not in our sources'))} {entry.why}",
            versions=tuple(register.versions_of(FindingPublished, stream=entry.reference)[:1]),
            more=Link(label=say("The finding"), url=look.url(f"/findings/{entry.reference}/")),
        )
    if not due and not answers:
        yield FirstLine(
            label=say("Replies due"),
            words=say("No reply is due by law now."),
            more=Link(label=say("My week"), url=look.url("/week/")),
        )
    for entry in due[:MOST_REPLIES]:
        first = min(
            (
                v
                for v in register.versions_of(FindingPublished)
                if v.fact.stream.startswith(f"{entry.reference}/")
            ),
            key=lambda v: v.fact.valid.start,
        )
        title = reply_title(titles.get(entry.reference), first.fact.valid.start)
        yield FirstLine(
            label=say("Reply due"),
            words=" ".join(
                filter(None, (f"{title}.", entry.why, _explained(look, told, entry.reference)))
            ),
            versions=(first,),
            more=Link(
                label=say("The reply, step by step"),
                url=look.url(f"/responses/{entry.reference}/clock/"),
            ),
        )


def _explained(look: Look, told: Told, report: str) -> str:
    """“Explanations held for 6 of 6 recommendations.”; nothing for a report without one."""
    regime = catalogue.regime_of(told.institution, on=look.on)
    register = look.register(told.institution)
    found = response(register, report=report, regime=regime, clock=CLOCK)
    return found.completeness if found.explanations else ""


def _late(look: Look, told: Told) -> FirstLine:
    late = sorted(
        (i for i in told.found.now if i.overdue),
        key=lambda i: (bool(i.log_calls), -i.days_overdue),
    )
    words = say("Nothing that is open has passed its date.")
    if late:
        n = len(late)
        words = say(
            "{count} {matters} past the due date. The longest: {longest} {due}",
            count=start(number(n)),
            matters=plural("matter", n),
            longest=shortly(late[0].text),
            due=due_words(late[0], told.names),
        )
    if aside := sum(bool(i.log_calls) for i in late):
        words += " " + say_many(
            "{count} of them is set aside by its log; nobody has closed it on our record.",
            "{count} of them are set aside by their log; nobody has closed them on our record.",
            aside,
        )
    return FirstLine(
        label=say("Overdue"),
        words=words,
        versions=tuple(v for i in late[:1] for v in (i.first, *(m.version for m in i.moves))),
        more=_register(look, told, view="overdue"),
    )


def _by_theme(look: Look, told: Told) -> Iterator[FirstLine]:
    """How much is open of each theme, the most first; of an action the heading of its log."""
    mine = {item.reference for item in told.found.now}
    held = [i for i in rows(look, told.institution).items if i.reference in mine]
    themes: dict[str, list[Item]] = {}
    for item in held:
        words = item.theme or theme_of(item.heading)
        words = words.casefold() if words.isupper() else words  # a log shouts its headings
        themes.setdefault(start(words), []).append(item)
    rest = themes.pop("", [])
    if not themes:
        return
    most = sorted(themes.items(), key=lambda pair: (-len(pair[1]), pair[0].casefold()))
    counted = [_counted(words, items) for words, items in most[:MOST_THEMES]]
    rest += [item for _, items in most[MOST_THEMES:] for item in items]
    if rest:
        counted.append(_counted(say("under another theme, or none in our sources"), rest))
    yield FirstLine(
        label=say("Open by theme"),
        words=f"{'; '.join(counted)}.",
        more=_register(look, told, standing="open"),
    )


def _counted(words: str, items: Sequence[Item]) -> str:
    """“Custody 54, of them 12 past the date”."""
    late = sum(1 for item in items if item.days_overdue > 0)
    told = f"{words} {len(items):,}"
    return say("{told}, of them {late} past the date", told=told, late=late) if late else told


def _unanswered(look: Look, told: Told, entries: tuple[Entry, ...]) -> FirstLine:
    found = [e for e in entries if e.kind == QUESTION]
    words = say("No question of a session waits for an answer.")
    versions: tuple[Version, ...] = ()
    if found:
        n = len(found)
        words = say(
            "{count} {questions}. The oldest: {oldest} {why}",
            count=start(number(n)),
            questions=plural("question", n),
            oldest=shortly(found[0].text),
            why=found[0].why,
        )
        register = look.register(told.institution)
        versions = register.versions_of(QuestionAsked, stream=found[0].reference)[:1]
    return FirstLine(
        label=say("Questions still open"),
        words=words,
        versions=versions,
        more=Link(label=say("My week"), url=look.url("/week/")),
    )


def _next(look: Look, told: Told) -> FirstLine:
    body = catalogue.oversight_of(told.institution, on=look.on)
    every = forward_plan.sessions(look.register(told.institution), body=body) if body else ()
    coming = next((s for s in every if s.waiting and s.day >= look.on), None)
    words = say("No coming session is in the plan.")
    more = Link(label=say("Sessions"), url=look.url(f"/sessions/{body}/")) if body else None
    if coming is None:
        return FirstLine(label=say("Next session"), words=words, more=more)
    words = f"{coming.title}, {in_words(coming.date)}."
    if coming.theme:
        words += say(" Theme: {theme}.", theme=coming.theme)
    if coming.papers_due:
        words += say(" Papers by {day}.", day=in_words(coming.papers_due))
    planned = (coming.planned,) if coming.planned else ()
    moved = tuple(change.version for change in coming.changes)
    return FirstLine(label=say("Next session"), words=words, versions=planned + moved, more=more)


def _unproven(look: Look, told: Told) -> FirstLine:
    n = len(told.found.unproven)
    words = say("Nothing is said to be done and not proven.")
    if n:
        words = say(
            "{count} {matters} said to be done, and not proven.",
            count=start(number(n)),
            matters=plural("matter", n),
        )
    waits = min(
        (i for i in told.found.unproven if i.steps), key=lambda i: i.steps[-1].on, default=None
    )
    if waits is not None:
        words = say(
            "{words} The longest wait, since {day}: {text}",
            words=words,
            day=on_day(waits.steps[-1].on),
            text=shortly(waits.text),
        )
    return FirstLine(
        label=say("Not proven"),
        words=words,
        versions=(waits.steps[-1].version,) if waits is not None else (),
        more=_register(look, told, view="unproven"),
    )


def _up(told: Told) -> FirstLine:
    found = told.found.escalations
    n = len(found)
    words = (
        say(
            "{count} {matters} that the next office up should be told of, because they have stood "
            "past their dates or unanswered for long: by owner and step below.",
            count=start(number(n)),
            matters=plural("matter", n),
        )
        if n
        else say("No ladder asks for a step.")
    )
    return FirstLine(
        label=say("What ladders propose"),
        words=words,
        versions=tuple(e.item.first for e in found),
        more=Link(label=say("The list below"), url="#up"),
    )


def _below(told: Told) -> Link:
    return Link(label=say("The list below"), url="#carried" if told.found.began else "#open")


def _register(look: Look, told: Told, **asked: str) -> Link:
    query = urlencode({"body": told.institution, **asked})
    return Link(label=say("The list in the register"), url=look.url(f"/plans/?{query}"))
