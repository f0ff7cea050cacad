"""Papers of a session: the brief before it, the minutes and the tracker after it, as files.

The brief is internal; minutes and tracker are what a reader without an account sees.
"""

from collections.abc import Sequence
from dataclasses import replace

from answerable.operations import catalogue
from answerable.operations.output import pack_parts, publishing
from answerable.operations.output.pack_frame import FORMS, framed
from answerable.operations.pages import naming, whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import brief as briefs
from answerable.operations.pages.sessions.held_session import Held, held, office_words
from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackTable
from answerable.scrutiny.phrases import due_words, number, plural, start, stop
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.scrutiny.standing import Progress
from answerable.store.papers import documents
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    ApologiesGiven,
    AssuranceJudged,
    ItemTaken,
    MinutesSigned,
    QuestionAsked,
)
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOT_HELD = "Not in our sources."
BRIEF_FORMS = ("pdf", "docx")


class NoSuchPaper(Refusal):
    """A form that the paper does not have."""

    code = "no_such_pack"


def brief_file(look: Look, body: str, day: str, form: str) -> tuple[str, bytes]:
    """Name and bytes of the brief; marked internal."""
    if form not in BRIEF_FORMS:
        raise NoSuchPaper(f"There is no brief in the form “{form[:20]}”: pdf or docx.")
    found, made = briefs.brief_of(look, body, day)
    parts = [
        PackPart(
            title=f"{one.number}. {one.title}",
            key=f"question-{one.number}",
            lines=(
                PackLine(label="Why now", words=one.why),
                PackLine(label="Ask", words=one.question),
                PackLine(label="Last time", words=" ".join(one.last_time)),
                PackLine(label="An answer would be", words=one.would_answer),
            ),
        )
        for one in made.asked
    ]
    also = "; ".join(made.others) or "nothing else"
    parts.append(
        PackPart(
            title="Beside these",
            key="beside",
            lines=(
                PackLine(label="The session before", words=made.before),
                PackLine(label="Also on the agenda", words=stop(start(also))),
            ),
        )
    )
    pack = framed(
        look,
        title=made.title,
        institution=found.institution,
        sentence=made.sentence,
        parts=parts,
        marking=Classification.INTERNAL,
    )
    return f"answerable-brief-{body}-{day}-internal.{form}", FORMS[form](pack)


def minutes(look: Look, reference: str) -> Pack:
    """The minutes of a session that was held: `<body>/<day>`."""
    seen = replace(publishing.public(look), path="/")
    found = held(seen, f"session/{reference.strip('/')}")
    fact = found.session.fact
    signed = found.register.versions_of(MinutesSigned, stream=found.stream)
    apologies = found.register.versions_of(ApologiesGiven, stream=found.stream)
    away = apologies[-1].fact.get("offices") if apologies else ()
    whole = forward_plan.session(found.register, found.stream)
    who = (
        PackLine(label="Chair", words=start(office_words(fact.get("chair"))) or NOT_HELD),
        PackLine(label="Present", words=_offices(fact.get("present"))),
        PackLine(label="Apologies", words=_offices(away, none="None recorded.")),
        PackLine(label="Standing", words=whole.words if whole else NOT_HELD),
    )
    return framed(
        seen,
        title=f"Minutes: {fact.get('title') or 'session'}, {in_words(found.day)}",
        institution=found.register.institution,
        sentence=_sentence(found),
        parts=[
            PackPart(title="Who was there", key="who", lines=who),
            *_items(found),
            _tracker(
                "Actions of this session", [_of(found, v) for v in _promised(found)], found.names
            ),
            *_as_signed(signed[-1].fact.get("digest") if signed else None),
        ],
    )


def tracker(look: Look, reference: str) -> Pack:
    """Every action about an institution: first due, moves, and where it stands."""
    seen = replace(publishing.public(look), path="/")
    institution = whose.institution_of(reference.strip("/"))
    register = seen.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = actions(register, names=names)
    waiting = sum(item.waiting for item in found)
    return framed(
        seen,
        title=f"Action tracker: {naming.body_words(institution)}",
        institution=institution,
        sentence=start(
            f"{number(len(found))} {plural('action', len(found))}, of which {number(waiting)} "
            f"{'waits' if waiting == 1 else 'wait'} to be done."
        ),
        parts=[_tracker("Actions", found, names)],
    )


def _items(found: Held) -> list[PackPart]:
    asked, answers = found.of(QuestionAsked), found.of(AnswerGiven)
    judged = found.of(AssuranceJudged)
    made = []
    for version in found.of(ItemTaken):
        fact = version.fact
        mine = fact.get("number")
        lines = [
            PackLine(label="Question", words=v.fact.get("text") or NOT_HELD)
            for v in asked
            if v.fact.get("item") in (mine, fact.stream)
        ]
        lines += [
            PackLine(
                label=f"Answer of the {office_words(v.fact.get('by_office'))}",
                words=v.fact.get("text") or NOT_HELD,
            )
            for v in answers
            if v.fact.stream == fact.stream
        ]
        lines += [
            PackLine(
                label="Assurance",
                words=f"{start(LEVELS.get(v.fact.get('level') or '', ''))}. "
                f"{v.fact.get('reason') or ''}",
            )
            for v in judged
            if v.fact.stream == fact.stream
        ]
        withheld = "title" in version.withheld
        title = "Taken in private" if withheld else fact.get("title") or NOT_HELD
        private = (start(stop(fact.get("purpose") or "")),) if withheld else ()
        made.append(
            PackPart(
                title=f"{mine}. {start(title)}" if mine else start(title),
                key=f"item-{mine}",
                paragraphs=private,
                lines=tuple(lines),
                absent="" if lines or private else "No words under this item are on our record.",
            )
        )
    return made


def _promised(found: Held) -> list[str]:
    return list(dict.fromkeys(v.fact.stream for v in found.agreed(ActionPromised)))


def _of(found: Held, stream: str) -> Progress:
    return progress(found.register, stream, names=found.names)


def _tracker(title: str, found: Sequence[Progress], names: Names) -> PackPart:
    rows = tuple(
        (
            item.reference,
            pack_parts.said(item),
            start(office_words(item.owner)) if item.owner else "No owner",
            in_words(item.due_first) if item.due_first else "No date",
            due_words(item, names) if item.due else "No date",
            item.sentence,
        )
        for item in found
    )
    return PackPart(
        title=title,
        key="tracker",
        table=PackTable(
            head=("Reference", "Action", "Owner", "First due", "Due now", "Where it stands"),
            rows=rows,
            widths=(5, 8, 4, 4, 5, 6),
        )
        if rows
        else None,
        absent="" if rows else "No action is on our record.",
    )


def _as_signed(digest: str | None) -> list[PackPart]:
    """The whole text that was signed, and its digest."""
    if digest is None:
        return []
    try:
        words = documents.original(digest).decode()
    except UnicodeDecodeError:  # signed elsewhere: a file of another kind
        words = "What was signed is a file of its own; it is kept with the record."
    return [
        PackPart(
            title="The text as it was signed",
            key="signed",
            paragraphs=(
                *(part for part in words.split("\n\n") if part.strip()),
                f"SHA-256 of what was signed: {digest}",
            ),
        )
    ]


def _sentence(found: Held) -> str:
    n, a = len(found.of(QuestionAsked)), len(_promised(found))
    return start(f"{number(n)} {plural('question', n)} and {number(a)} {plural('action', a)}.")


def _offices(offices: Sequence[str] | None, none: str = NOT_HELD) -> str:
    return start(", ".join(office_words(one) for one in offices or ())) or none
