"""Papers of a session: agenda and brief before it, the tracker after it, as files.

Agenda and brief are internal; the tracker is what a reader without an account sees.
"""

from collections.abc import Sequence
from dataclasses import replace

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.output import pack_parts, publishing
from answerable.operations.output.pack_frame import FORMS, framed
from answerable.operations.output.pack_parts import Sources
from answerable.operations.pages import naming, whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import brief as briefs
from answerable.operations.pages.sessions.held_session import Held, office_words
from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackTable
from answerable.scrutiny.phrases import moved_words, number, plural, start, stop
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    ActionPromised,
    MeetingHeld,
)
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

NOT_HELD = "Not in our sources."
NOTHING_SINCE = "Agreed in the session; nothing said of it since."
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
        own=True,
        body=found.body,
        about=found.spoken_of,
    )
    return f"answerable-brief-{body}-{day}-internal.{form}", FORMS[form](pack)


def tracker(look: Look, reference: str) -> Pack:
    """Every action about an institution: first due, moves, and where it stands.

    Those of one session stand first, by themselves: of the session that is asked for,
    `<body>/<day>`, else of the last that agreed any.
    """
    seen = replace(publishing.public(look), path="/")
    asked, _, day = reference.strip("/").partition("/")
    institution = whose.institution_of(asked)
    ours = whose.keeps_own_record(institution)
    register = seen.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    found = actions(register, names=names)
    waiting = sum(item.waiting for item in found)
    session, own = _of_session(seen, register, f"session/{asked}/{day}" if day else "")
    first = [item for item in found if item.reference in own]
    rest = [item for item in found if item.reference not in own]
    about = [version for item in found for version in item.versions]
    sources = Sources(seen, institution)
    if not ours:
        sources.behind(about)
    apart = [
        tracked(
            f"Actions of the session of {session}",
            first,
            names,
            key="session",
            institution=institution,
        )
    ]
    return framed(
        seen,
        title=(
            f"Action tracker: {naming.body_words(institution)}"
            if ours
            else f"Actions that our sources tell of: {naming.body_words(institution)}"
        ),
        institution=institution,
        sentence=start(
            f"{number(len(found))} {plural('action', len(found))}, of which {number(waiting)} "
            f"{'waits' if waiting == 1 else 'wait'} to be done."
        )
        if ours or found
        else "What was agreed to be done is not in our sources.",
        parts=[
            *(apart if own else ()),
            tracked(
                "All other actions" if own else "Actions",
                rest,
                names,
                key="tracker",
                institution=institution,
            ),
        ],
        own=ours,
        body=asked if asked != institution else None,
        about=about,
        sources=sources.items,
        notice=sources.notice,
    )


def _of_session(look: Look, register: Register, stream: str) -> tuple[str, set[str]]:
    """The day of the session in words, and the actions that it agreed; nothing where none did."""
    every = sorted(register.versions_of(MeetingHeld), key=lambda v: v.fact.valid.start)
    for version in reversed(every):
        if stream in ("", version.fact.stream):
            found = Held(look, register, version)
            own = {v.fact.stream for v in found.agreed(ActionPromised)}
            if own or stream:
                return in_words(found.day), own
    return "", set()


def _pressing(item: Progress) -> tuple[bool, str, str]:
    return not item.waiting, item.due or "9", item.reference


def _stands(item: Progress, names: Names) -> str:
    """“Overdue by 44 days. …”, and how often its date moved."""
    days = item.days_overdue
    late = f"Overdue by {days:,} {plural('day', days)}. " if item.overdue else ""
    silent = item.agreed and item.waiting and item.news is None
    said = NOTHING_SINCE if silent else item.sentence
    return late + said + (f" {moved_words(item, names)}" if item.moves else "")


def tracked(
    title: str,
    found: Sequence[Progress],
    names: Names,
    *,
    key: str,
    institution: str,
    named: bool = True,
) -> PackPart:
    """Actions as a table: owner, first due, due now, where each stands; `named` by reference.

    The longest overdue come first, then what waits by its day, then what is said to be done.
    """
    drop = 0 if named else 1
    rows = tuple(
        (
            item.reference.removeprefix("action/").removeprefix(f"{institution}/"),
            pack_parts.said(item),
            start(office_words(item.owner)) if item.owner else "",
            in_words(item.due_first) if item.due_first else "",
            in_words(item.due) if item.due else "",
            _stands(item, names),
        )[drop:]
        for item in sorted(found, key=_pressing)
    )
    return PackPart(
        title=title,
        key=key,
        table=PackTable(
            head=("Reference", "Action", "Owner", "First due", "Due now", "Where it stands")[
                drop:
            ],
            rows=rows,
            widths=(5, 8, 4, 4, 5, 6)[drop:],
        )
        if rows
        else None,
        absent="" if rows else "No action is on our record.",
    )
