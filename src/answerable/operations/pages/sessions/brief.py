"""The commissioner's brief: three questions, what was said last time, what would be an answer.

Made from the agenda as it was built, else as it is proposed; for the office, not for the public.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Link, Section, SectionsPage
from answerable.operations.pages.sessions.build_agenda import frame
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.pages.sessions.held_session import Held, signed_words
from answerable.operations.pages.short import with_short
from answerable.operations.sessions import draft_items, session_draft
from answerable.operations.sessions.session_draft import Open
from answerable.scrutiny.phrases import number, on_day, plural, start, stop
from answerable.scrutiny.sessions import agenda_reasons, forward_plan, question_ends, replies
from answerable.scrutiny.sessions.agenda import AgendaItem, Question
from answerable.scrutiny.sessions.exchanges import exchanges
from answerable.scrutiny.sessions.minutes_text import LEVELS, office_words
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AnswerGiven,
    AssuranceJudged,
    ItemTaken,
    MeetingHeld,
    QuestionAsked,
    RungReached,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

QUESTIONS = 3
LONGEST = 420
ANSWERS = 3
"""Answers of the last session that a matter is told with."""
NOTHING = marked("Nothing is on our record of what was said about it.")


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the questions with everything a commissioner needs in front of them."""

    number: int
    title: str
    why: str
    question: str
    last_time: tuple[str, ...]
    would_answer: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief: at most two pages of paper."""

    institution: str
    body: str
    title: str
    sentence: str
    asked: tuple[Asked, ...]
    others: tuple[str, ...]
    before: str


def brief_of(look: Look, body: str, day: str) -> tuple[Open, Brief]:
    """The brief of a session in the plan; refuses whoever may not take its minutes."""
    found = session_draft.opened(f"session/{body}/{day}", actor=look.actor, at=look.at)
    proposed = session_draft.proposed(found, actor=look.actor)
    known = {item.reference: item for item in proposed}
    rows = [
        (found.of(k, "title"), found.of(k, "why"), found.of(k, "question"), found.of(k, "about"))
        for k in found.order
        if not found.stands(k)
    ] or [
        (i.title, draft_items.why(i), i.question, i.reference)
        for i in proposed[: session_draft.FIRST_ITEMS]
    ]
    chosen = [row for row in rows if row[2]][:QUESTIONS]
    asked = tuple(
        Asked(
            number=n,
            title=start(title),
            why=_short(why),
            question=question,
            last_time=_last_time(look, found.register, about.split()),
            would_answer=_would_answer(known.get(about.partition(" ")[0]), question),
        )
        for n, (title, why, question, about) in enumerate(chosen, start=1)
    )
    before = forward_plan.before(found.register, found.session)
    return found, Brief(
        institution=found.institution,
        body=found.body,
        title=say(
            "Brief for {title}{title2}, {day}",
            title=found.session.title[:1].lower(),
            title2=found.session.title[1:],
            day=in_words(found.session.date),
        ),
        sentence=_sentence(
            len(asked), len(rows), standing=any(found.stands(k) for k in found.order)
        ),
        asked=asked,
        others=tuple(start(row[0]) for row in rows if row not in chosen),
        before=_before(found.register, before),
    )


def brief(look: Look, body: str, day: str) -> SectionsPage:
    """The brief as a page."""
    found, made = brief_of(look, body, day)
    url = url_of(found.session)
    return with_short(
        look,
        (found.institution,),
        SectionsPage(
            **frame(look, found, title=made.title),
            sentence=made.sentence,
            sections=(
                *(
                    Section(
                        title=f"{one.number}. {one.title}",
                        paragraphs=(
                            say("Why now: {why}", why=one.why),
                            say("Ask: {question}", question=one.question),
                            say("Last time: ") + " ".join(one.last_time),
                            say(
                                "An answer would be: {would_answer}", would_answer=one.would_answer
                            ),
                        ),
                    )
                    for one in made.asked
                ),
                Section(title=say("The session before"), paragraphs=(made.before,)),
                Section(
                    title=say("Also on the agenda"),
                    items=made.others,
                    absent="" if made.others else say("Nothing else."),
                ),
            ),
            aside=(
                Aside(
                    title=say("On paper"),
                    screen=True,
                    links=(
                        Link(label=say("Brief (PDF)"), url=f"{url}brief.pdf"),
                        Link(label=say("Brief (Word)"), url=f"{url}brief.docx"),
                        Link(label=say("Agenda (PDF)"), url=f"{url}agenda.pdf"),
                        Link(label=say("Agenda (Word)"), url=f"{url}agenda.docx"),
                    ),
                ),
                Aside(
                    title=say("Whose"),
                    paragraphs=(
                        say(
                            "For the commissioner and the office. It is made for whoever may "
                            "take the minutes, and is marked internal."
                        ),
                    ),
                ),
            ),
        ),
    )


def _last_time(look: Look, register: Register, about: list[str]) -> tuple[str, ...]:
    """The last answers, judgement and news about these things, each with its day and speaker.

    Of a question that comes back, what was said to it, and how the item that it stood under ended;
    of an action, what was said under the item under which a session agreed it.
    """
    subjects = set(about)
    asked = [v for v in register.versions_of(QuestionAsked) if v.fact.stream in subjects]
    under = {replies.item_of(register, v) for v in asked} | _agreed_under(look, register, about)
    taken = [
        v
        for v in register.versions_of(ItemTaken)
        if v.fact.stream in under or subjects & {*(v.fact.get("about") or ())}
    ]
    items = {v.fact.stream for v in taken}
    found: list[str] = []
    for question in asked:
        found += _to_question(look, register, question)
    answers = [v for v in register.versions_of(AnswerGiven) if v.fact.stream in items]
    if answers and not asked:
        day_of = max(v.fact.valid.start for v in answers)
        latest = sorted((v for v in answers if v.fact.valid.start == day_of), key=lambda v: v.seq)
        found += [_answer(v) for v in latest[-ANSWERS:]]
    if taken and not found:
        day = on_day(max(v.fact.valid.start for v in taken))
        found.append(say("It was an item on {day}; no answer is minuted there.", day=day))
    judged = [v for v in register.versions_of(AssuranceJudged) if v.fact.stream in items]
    if judged:
        level = LEVELS.get(str(judged[-1].fact.get("level")), "judged")
        found.append(
            say("Judged {level} on {day}.", level=level, day=on_day(judged[-1].fact.valid.start))
        )
        if why := judged[-1].fact.get("reason"):
            found.append(stop(start(str(why))))
    news = [v for r in about[:5] for v in register.versions_of(ActionUpdated, stream=r)]
    if news:
        found.append(_said(max(news, key=lambda v: v.fact.valid.start), say("an update")))
    steps = [v for r in about[:5] for v in register.versions_of(RungReached, stream=r)]
    if steps and not found:
        last = max(steps, key=lambda v: v.fact.valid.start)
        found.append(
            say(
                "Said to be {rung} on {day}.",
                rung=last.fact.get("rung"),
                day=on_day(last.fact.valid.start),
            )
        )
    return tuple(found) or (NOTHING,)


def _agreed_under(look: Look, register: Register, about: Sequence[str]) -> set[str]:
    """The items under which the signed minutes have these actions; else what they answer."""
    found: set[str] = set()
    for action in (v for r in about for v in register.versions_of(ActionPromised, stream=r)):
        met = register.versions_of(MeetingHeld, stream=str(action.fact.get("plan") or ""))
        if not met:
            continue
        session = Held(look, register, met[-1])
        items = session.of(ItemTaken)
        paired = exchanges(
            items,
            session.of(QuestionAsked),
            session.of(AnswerGiven),
            session.agreed(ActionPromised),
            words=signed_words(session),
        )
        under = {one.item for one in paired if any(_same(v, action) for v in one.agreed)}
        answered = {*(action.fact.get("answers") or ())}
        found |= under or {
            v.fact.stream for v in items if answered & {*(v.fact.get("about") or ())}
        }
    return found


def _same(one: Version, other: Version) -> bool:
    return one.entry_id == other.entry_id


def _to_question(look: Look, register: Register, question: Version) -> Iterator[str]:
    """The answers to a question that comes back; that it has none is said with its day."""
    answers = replies.answers(register, question, words=_signed(look, register, question))
    if not answers:
        day = on_day(question.fact.valid.start)
        yield say("It was asked on {day}; no answer to it is minuted.", day=day)
    for answer in answers:
        yield _answer(answer)
        if question_ends.puts_off(str(answer.fact.get("text") or "")):
            yield say("That put the question off.")


def _answer(version: Version) -> str:
    office = office_words(version.fact.get("by_office") or "")
    return _said(version, say("the {office_words}", office_words=office))


def _signed(look: Look, register: Register, question: Version) -> str:
    """The signed minutes of the session in which a question was asked; nothing without them."""
    session = str(question.fact.get("meeting") or "")
    held = register.versions_of(MeetingHeld, stream=session)
    return signed_words(Held(look, register, held[-1])) if held else ""


def _said(version: Version, who: str) -> str:
    words = _short(str(version.fact.get("text") or say("the words are not held")))
    return say(
        "On {day}, {who}: “{words}”", day=on_day(version.fact.valid.start), who=who, words=words
    )


def _would_answer(item: AgendaItem | None, question: str) -> str:
    """From the reviewed template of the item's reason, where its question is the one asked."""
    template: Question | None = item.template if item else None
    if item is None or template is None or question != item.question:
        return say("A date, an owner, and something that somebody independent can look at.")
    wants = " ".join((template.by_when, template.shown_by))
    for name, value in item.fillings.items():
        wants = wants.replace(f"{{{name}}}", value)
    first = item.reasons[0].reason
    also = (
        say("A written answer from the office that was asked.")
        if first is agenda_reasons.Reason.UNANSWERED
        else say("A date with an owner, and something that somebody independent can look at.")
    )
    return say("{also} It answers: {wants}", also=also, wants=wants)


def _before(register: Register, before: forward_plan.Session | None) -> str:
    if before is None:
        return say("No earlier session of this body is on our record.")
    return f"{before.title}, {in_words(before.date)}. {before.words}"


def _sentence(asked: int, items: int, *, standing: bool) -> str:
    told = {
        "count": number(asked),
        "questions": plural("question", asked),
        "count2": number(items),
        "items": plural("item", items),
        "verb": "stands" if items == 1 else "stand",
    }
    if standing:
        words = say(
            "{count} {questions}; {count2} {items} {verb} on the agenda beside the standing ones.",
            **told,
        )
    else:
        words = say("{count} {questions}; {count2} {items} {verb} on the agenda.", **told)
    return start(words)


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return stop(words) if words else ""
    return words[:LONGEST].rsplit(" ", 1)[0] + " …"
