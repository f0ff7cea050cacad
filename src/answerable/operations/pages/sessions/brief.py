"""The commissioner's brief: three questions, what was said last time, what would be an answer.

Made from the agenda as it was built, else as it is proposed; for the office, not for the public.
"""

from dataclasses import dataclass

from answerable.ledger.register import Register
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Link, Section, SectionsPage
from answerable.operations.pages.sessions.build_agenda import frame
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.pages.sessions.last_time import last_time, short
from answerable.operations.pages.short import with_short
from answerable.operations.sessions import draft_items, presiding, session_draft
from answerable.operations.sessions.session_draft import Open
from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.sessions import agenda_reasons, forward_plan
from answerable.scrutiny.sessions.agenda import AgendaItem, Question
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

QUESTIONS = 3


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
            why=short(why),
            question=question,
            last_time=last_time(look, found.register, about.split()),
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
                            "For the {head} and the office. It is made for whoever may take the "
                            "minutes. It is internal; restricted, where something on it is.",
                            head=presiding.head(found.institution, on=found.session.day),
                        ),
                    ),
                ),
            ),
        ),
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
