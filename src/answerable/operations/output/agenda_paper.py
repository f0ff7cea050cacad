"""The agenda of a session in the plan as a file: its items in the chair's order, to be sent out.

Made from the draft as it stands, else from what the record proposes. The paper that the office
works with is internal, or marked as the highest that it tells; the one to be sent out is not, and
has no reference of the record.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import sensitivity
from answerable.operations.documents import short_forms
from answerable.operations.output import publishing
from answerable.operations.output.pack_frame import FORMS, framed, working
from answerable.operations.output.session_papers import NoSuchPaper, behind
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions.grouped import MOST
from answerable.operations.sessions import draft_items, session_draft, standing_items
from answerable.operations.sessions.restricted_words import restricted, tells
from answerable.operations.sessions.session_draft import Open
from answerable.publishing.packs.content import PackLine, PackPart, PackTable
from answerable.scrutiny.phrases import number, plural, start, stop
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import forward_plan, papers, public_questions
from answerable.scrutiny.sessions.together import LEAST
from answerable.vocabulary.access import Classification, ending
from answerable.vocabulary.times import in_words, last_day

AGENDA_FORMS = ("pdf", "docx")
NOT_SAID = "Not stated yet."
SHORT_FORMS = "Short forms, as the documents write them out"
RESTRICTED = "An item whose words are restricted"


def agenda_file(
    look: Look, body: str, day: str, form: str, *, outgoing: bool = False, questions: bool = True
) -> tuple[str, bytes]:
    """Name and bytes of the agenda; its marking ends the name. `outgoing`: for force and public.

    What is restricted or held stands in no paper that goes out, and no correction heads it.
    `questions`: with what could be asked.
    """
    if form not in AGENDA_FORMS:
        raise NoSuchPaper(f"There is no agenda in the form “{form[:20]}”: pdf or docx.")
    found = session_draft.opened(f"session/{body}/{day}", actor=look.actor, at=look.at)
    items = tuple(_items(look, found, outgoing=outgoing, questions=questions))
    session = found.session
    reader = publishing.public(look) if outgoing else look
    written_out = short_forms.used(
        reader.register(found.institution),
        (items, session.title, session.theme),
        hidden=everything.all_withheld(reader),
    )
    marking = Classification.PUBLIC if outgoing else working(_facts(look, found), *_asked(found))
    pack = framed(
        look,
        title=f"Agenda: {session.title}, {in_words(session.date)}",
        institution=found.institution,
        sentence=start(f"{number(len(items))} {plural('item', len(items))}.")
        if found.draft
        else "Nobody has begun this agenda: these items are what the record proposes.",
        parts=(
            PackPart(title="The session", key="session", lines=tuple(_session(found))),
            *items,
            *(_beside(found) if not outgoing else ()),
            *(
                (PackPart(title=SHORT_FORMS, key="short-forms", paragraphs=written_out),)
                if written_out
                else ()
            ),
        ),
        marking=marking,
        own=True,
        body=found.body,
        about=() if outgoing else found.spoken_of,
    )
    if not outgoing:
        name = f"answerable-agenda-{body}-{session.date}{ending(marking)}.{form}"
        return name, FORMS[form](pack)
    sensitivity.require_clear_draft(
        pack, where="The agenda", institution=found.institution, on=look.on
    )
    return f"agenda-{body}-{session.date}.{form}", FORMS[form](pack)


def _facts(look: Look, found: Open) -> Iterator[Version]:
    """What the office's own paper tells: its items, and the papers that were asked for."""
    yield from behind(look, found)
    for asked in papers.papers_of(found.register, found.session.reference):
        yield from found.register.versions_of(stream=asked.reference)


def _asked(found: Open) -> Iterator[Classification]:
    """The marking of the words of each question from the public; who asked stands in no agenda."""
    for question in public_questions.of_session(found.register, found.session.reference):
        if question.text:
            yield question.received.fact.classes.get("text", Classification.PUBLIC)


def _session(found: Open) -> Iterator[PackLine]:
    session = found.session
    yield PackLine(label="Body", words=naming.body_words(found.body))
    yield PackLine(label="About", words=naming.body_words(found.institution))
    yield PackLine(label="Time", words=session.time or NOT_SAID)
    yield PackLine(label="Place", words=session.place or NOT_SAID)
    if session.theme:
        yield PackLine(label="Theme", words=session.theme)
    before = forward_plan.before(found.register, session)
    if before is not None and f"s-{standing_items.MINUTES}" not in found.order:
        yield PackLine(
            label="Minutes to approve", words=f"{before.title}, {in_words(before.date)}"
        )


def _items(look: Look, found: Open, *, outgoing: bool, questions: bool) -> Iterator[PackPart]:
    """Each item with why it is there, the question, and the actions that it takes together."""
    register = publishing.public(look).register(found.institution) if outgoing else found.register
    rows = [_row(found, key, outgoing=outgoing) for key in found.order]
    if found.draft is None:
        proposed = session_draft.proposed(found, actor=look.actor)[: session_draft.FIRST_ITEMS]
        rows = [
            _Row(i.title, draft_items.why(i), i.question, (i.reference, *i.also)) for i in proposed
        ]
    if outgoing:
        rows = [_cleared(row, restricted(found.register, register, row.about)) for row in rows]
    for place, row in enumerate(rows, start=1):
        lines = [
            PackLine(label=label, words=words)
            for label, words in (
                ("Why", "" if row.standing else row.why),
                ("Question", row.question if questions else ""),
                ("Moved since it was drafted", row.moved),
            )
            if words
        ]
        yield PackPart(
            title=f"{place}. {start(row.title)}",
            key=f"item-{place}",
            lines=tuple(lines),
            paragraphs=(row.why,) if row.standing and row.why else (),
            table=_together(
                register, row.about, on=found.session.day, ours=not outgoing, hidden=row.hidden
            ),
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """An item of the paper; of a standing one `why` is what is known of it."""

    title: str
    why: str
    question: str = ""
    about: Sequence[str] = ()
    standing: bool = False
    moved: str = ""
    hidden: Collection[str] = ()


def _row(found: Open, key: str, *, outgoing: bool) -> _Row:
    """Of an item that is taken in private, what goes out has its ground and nothing else."""
    if outgoing and found.of(key, "ground"):
        return _Row("Taken in private", f"Ground: {stop(found.of(key, 'ground'))}")
    return _Row(
        found.of(key, "title"),
        found.why(key, outgoing=outgoing),
        found.of(key, "question"),
        found.of(key, "about").split(),
        found.stands(key),
        "" if outgoing else " ".join(found.moved(key)),
    )


def _cleared(row: _Row, held: Mapping[str, str]) -> _Row:
    """An item without restricted words; what tells them in part or whole is left off."""
    if not held:
        return row
    if tells(row.title, held):
        return _Row(RESTRICTED, "")
    return replace(
        row,
        hidden=held.keys(),
        why="" if tells(row.why, held) else row.why,
        question="" if tells(row.question, held) else row.question,
    )


def _together(
    register: Register,
    about: Sequence[str],
    *,
    on: date,
    ours: bool,
    hidden: Collection[str] = (),
) -> PackTable | None:
    """The actions of a group, the longest due first; the register has those beyond `MOST`.

    Days are counted to the session, as in the words above them. `ours`: an action without a
    number of its log is named by its reference of the record, which means nothing outside. Those
    that are `hidden` are counted.
    """
    if len(about) < LEAST or not about[0].startswith("action/"):
        return None
    held = [reference for reference in about if reference not in hidden]
    every = [progress(register, reference) for reference in held[:MOST]]
    rows = [
        (
            known_as(register, one.reference)
            or (_own(one.reference, register.institution) if ours else ""),
            naming.short(start(one.text)) if one.text else "Words withheld",
            in_words(one.due) if one.due else "",
            f"{days:,}" if one.due and (days := (on - last_day(one.due)).days) > 0 else "",
        )
        for one in every
    ]
    if len(held) > MOST:
        rows.append(("", f"{len(held) - MOST:,} more stand in the register", "", ""))
    if hidden:
        many = "one more that is" if len(hidden) == 1 else f"{number(len(hidden))} more that are"
        rows.append(("", start(f"{many} restricted"), "", ""))
    return PackTable(
        head=("Reference", "Action", "Due", "Days past at the session"),
        rows=tuple(rows),
        widths=(4, 11, 4, 3),
    )


def _own(reference: str, institution: str) -> str:
    """A reference of the record, without what every action of the institution has."""
    return reference.removeprefix("action/").removeprefix(f"{institution}/")


def _beside(found: Open) -> Iterator[PackPart]:
    """Papers that were asked for, and questions from the public, where there are any."""
    asked = papers.papers_of(found.register, found.session.reference)
    if asked:
        yield PackPart(
            title="Papers asked for",
            key="papers",
            lines=tuple(
                PackLine(label=p.question or "Withheld", words=p.words(found.register.valid))
                for p in asked
            ),
        )
    public = public_questions.of_session(found.register, found.session.reference)
    if public:
        yield PackPart(
            title="Questions from the public",
            key="public",
            paragraphs=tuple(q.text or "Withheld" for q in public),
        )
