"""Sign minutes, and approve them later: appended once; the draft is deleted after that."""

from datetime import date, datetime
from functools import partial

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue, sensitivity
from answerable.operations.record import grounds
from answerable.operations.recording import book
from answerable.operations.sessions import session_draft
from answerable.operations.sessions.session_plans import about, own_session
from answerable.operations.sessions.session_reading import Ready, ready
from answerable.reading.formats import canonical
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import minutes_text, signing
from answerable.scrutiny.sessions.signing import Text
from answerable.store.papers import documents
from answerable.store.people import drafts as store
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import QuestionAsked
from answerable.vocabulary.identity import slug
from answerable.vocabulary.times import in_words


def prepared(session: str, *, actor: Actor, at: datetime) -> tuple[session_draft.Open, Ready]:
    """The draft as it would be signed now, for the page on which it is checked."""
    found = session_draft.opened(session, actor=actor, at=at)
    if found.draft is None:
        raise NotPossible("Nobody has taken minutes of this session yet.", code="not_begun")
    return found, ready(found)


def sign_minutes(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    session: str,
    revision: int,
) -> Receipt:
    """Everything that the session took enters the record at once; then the draft is deleted.

    `revision` is that of the draft which was read: a later one is refused, and nothing is lost.
    The text of the minutes is on the disk before the record names it.
    """
    institution, body = about(session)
    own_session(by, "sign_minutes", institution=institution, body=body)
    found, made = prepared(session, actor=by, at=at)
    if made.taken.judged:
        access.require(by, "judge_assurance", about=institution)
    if found.draft is None or found.draft.revision != revision:
        raise session_draft.Changed(session_draft.CHANGED)
    if made.faults:
        raise NotPossible(made.faults[0])
    public = sensitivity.passages_of(
        minutes_text.public_text(made.whole), where="The public minutes"
    )
    sensitivity.require_clear(public, institution=found.institution)
    text = _kept(found.institution, made)
    on = at.astimezone(ZONE).date()

    def decide(register: Register) -> list[Fact]:
        return signing.sign(register, taken=made.taken, text=text, by_office=by.office, on=on)

    receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
    held = partial(_held, made)
    grounds.state_grounds(receipt, held, about=institution, by=by, at=at, key=key, on=on)
    store.delete(kind=session_draft.KIND, about=session, body=body)
    return receipt


def approve_minutes(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    session: str,
    approved_at: str,
    on: date,
) -> Receipt:
    """A later session, `approved_at`, approved the minutes of an earlier one."""
    institution, body = about(session)
    own_session(by, "approve_minutes", institution=institution, body=body)

    def decide(register: Register) -> list[Fact]:
        return signing.approve_afterwards(register, session=session, at=approved_at, on=on)

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def _held(made: Ready, version: Version) -> grounds.Held | None:
    """Why something of a session is restricted: the ground and the day of its item.

    What belongs to no one item, as the text of all private ones, has every ground and the
    earliest day.
    """
    private = [item for item in made.taken.items if item.ground is not None]
    asked = version.fact.item if isinstance(version.fact, QuestionAsked) else None
    mine = [
        item
        for item in private
        if asked == item.number or version.fact.stream.endswith(f"/item/{slug(item.number)}")
    ]
    said = [(item.ground, item.review) for item in mine or private]
    why = "; ".join(dict.fromkeys(ground for ground, _ in said if ground))
    days = [review for _, review in said if review]
    return grounds.Held(why, min(days)) if why and days else None


def _kept(institution: str, made: Ready) -> Text:
    """The public text as a kept file, and its canonical text beside it."""
    words = minutes_text.public_text(made.whole)
    digest = documents.keep(words.encode())
    documents.keep_text(canonical(words.encode(), media_type="text/plain", name="minutes.txt"))
    body = catalogue.bodies().get(institution)
    meeting = made.taken.meeting
    return Text(
        digest=digest,
        title=f"Minutes: {meeting.title}, {in_words(meeting.date.isoformat())}",
        standing="own-form" if body is not None and body.invented else "original",
        private=minutes_text.private_text(made.whole),
    )


def as_it_stands(session: str, *, actor: Actor, at: datetime) -> tuple[str, ...]:
    """The minutes as they would be signed now, for a terminal: revision, faults, words."""
    found, made = prepared(session, actor=actor, at=at)
    revision = found.draft.revision if found.draft else 0
    private = minutes_text.private_text(made.whole)
    return (
        f"Revision {revision}.",
        *(f"To be mended: {words}" for words in made.faults),
        *(f"Still open: {question.text}" for question in made.open),
        "",
        *minutes_text.public_text(made.whole).splitlines(),
        *(("Not public:", *private.splitlines()) if private else ()),
    )
