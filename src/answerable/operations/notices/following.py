"""Feeds and calendars: what was recorded about a body, a finding, or a search, newest first.

All of it is what a reader without an account sees at the dates of the look.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from urllib.parse import urlencode

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue, place
from answerable.operations.findings import redress
from answerable.operations.output.publishing import institutions, notice, notice_of, public
from answerable.operations.pages import everything, naming, search_facts
from answerable.operations.pages import search as searching
from answerable.operations.pages.look import Look
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.search_filters import KINDS
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.plans import row_words
from answerable.publishing import calendar
from answerable.publishing.calendar import Event
from answerable.publishing.feeds import Feed, FeedEntry, atom_bytes
from answerable.scrutiny.progress import actions, findings, progress
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.standing import Progress
from answerable.store.reads import search as store
from answerable.vocabulary.facts import (
    ClaimChecked,
    ClaimPublished,
    Corrected,
    DocumentFiled,
    Erased,
    MeetingHeld,
    MistakeReported,
    Reclassified,
    ReplyGiven,
    Withdrawn,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day, in_words, last_day

MOST_ENTRIES = 50
_ProofOf = Callable[[str], Proof]
_REDRESS = (Corrected, Withdrawn, MistakeReported, ReplyGiven, Erased)


class NothingAsked(Refusal):
    """A search that nobody can follow: without words, or of a kind that there is not."""

    code = "nothing_asked"


def body_feed(look: Look, body: str) -> bytes:
    """The latest entries about a body as Atom."""
    (institution,) = institutions(body)
    seen = public(look)
    name = naming.body_words(institution)
    return _feed(
        seen,
        seen.register(institution).versions,
        title=f"{name}: what was recorded",
        about=notice_of(institution),
        path=f"/bodies/{institution}/",
    )


def finding_feed(look: Look, reference: str) -> bytes:
    """Everything recorded about a finding or an action as Atom."""
    institution = place.institution_of(reference)
    seen = public(look)
    register = seen.register(institution)
    item = progress(register, reference, names=catalogue.names_of(institution, on=look.on))
    answering = {*item.answered_by, reference}
    found = (v for v in register.versions if v.fact.stream in answering)
    title = f"{naming.body_words(institution)}: {naming.told(item.first.fact)}"
    return _feed(
        seen, found, title=title, about=notice_of(institution), path=f"/findings/{reference}/"
    )


def corrections_feed(look: Look) -> bytes:
    """Corrections, withdrawals, reports of mistakes, their answers and replies, as Atom."""
    seen = public(look)
    found = everything.of_types(seen, *_REDRESS)
    answered = redress.answers(everything.of_types(seen, MistakeReported, Reclassified))
    return _feed(
        seen,
        (*found, *answered.values()),
        title="Corrections, mistakes and replies",
        about=notice(),
        path="/corrections/",
    )


def claims_feed(look: Look) -> bytes:
    """Checks of statements that were published, of every body, with their replies, as Atom."""
    seen = public(look)
    held = everything.of_types(seen, ClaimPublished, ClaimChecked, ReplyGiven)
    out = {v.fact.stream for v in held if isinstance(v.fact, ClaimPublished)}
    found = (
        v
        for v in held
        if v.fact.stream in out and isinstance(v.fact, (ClaimChecked, ClaimPublished, ReplyGiven))
    )
    return _feed(
        seen, found, title="Statements set against the record", about=notice(), path="/claims/"
    )


def search_feed(look: Look, query: str, *, kind: str = "", body: str = "") -> bytes:
    """The latest facts that a search finds, as Atom. Refuses a search that can find nothing."""
    if not searching.words_of(query):
        raise NothingAsked(say("Write what you look for: letters or numbers, after ?q=."))
    if kind and kind not in KINDS:
        raise NothingAsked(
            say(
                "There is no kind “{kind}”. There are: {kinds}.",
                kind=kind[:60],
                kinds=", ".join(KINDS),
            )
        )
    institutions(body)
    seen = public(look)
    found, proof_of = searching.latest(seen, query, kind=kind, body=body), _proofs(seen)
    stamps = store.stamps(hit.seq for hit in found)
    given = {name: v for name, v in (("q", query[:200]), ("kind", kind), ("body", body)) if v}
    asked = urlencode(given)
    return atom_bytes(
        Feed(
            title=f"Answerable: search for “{' '.join(store.words_of(query[:200]))}”",
            subtitle=f"{naming.stop(notice())} Facts in which all these words stand.",
            address=_absolute(seen, f"/search/feed.atom?{asked}"),
            page=_absolute(seen, f"/search/?{asked}"),
            entries=tuple(
                FeedEntry(
                    id=_entry_id(hit.entry_id),
                    title=search_facts.fact_title(hit),
                    updated=stamps[hit.seq],
                    url=_absolute(seen, search_facts.fact_path(hit)),
                    words=hit.first or hit.words_of_source or "",
                    about=naming.body_words(hit.institution),
                    source=_held(hit, proof_of),
                )
                for hit in found
            ),
        )
    )


def body_calendar(look: Look, body: str) -> bytes:
    """Deadlines and sessions of a body as a calendar."""
    (institution,) = institutions(body)
    seen = public(look)
    register = seen.register(institution)
    names = catalogue.names_of(institution, on=look.on)
    items = (*findings(register, names=names), *actions(register, names=names))
    proof_of = _proofs(seen)
    events = (
        *(_deadline(seen, item, institution, proof_of) for item in items if item.due),
        *_sessions(seen, register, proof_of),
    )
    return calendar.ics_bytes(
        sorted(events, key=lambda e: (e.first, e.reference)),
        title=f"{naming.body_words(institution)}: deadlines and sessions",
        words=(
            f"{naming.stop(notice_of(institution))} From the record of Answerable, which is not a "
            "government website."
        ),
    )


def _feed(look: Look, versions: Iterable[Version], *, title: str, about: str, path: str) -> bytes:
    newest = sorted(versions, key=lambda v: -v.recorded_from)[:MOST_ENTRIES]
    address, proof_of = f"{path}feed.atom", _proofs(look)
    return atom_bytes(
        Feed(
            title=f"Answerable: {title}",
            subtitle=f"{naming.stop(about)} Each entry leads to the page that shows it.",
            address=_absolute(look, look.url(address)),
            page=_absolute(look, look.url(path)),
            entries=tuple(_entry(look, version, proof_of) for version in newest),
        )
    )


def _proofs(look: Look) -> _ProofOf:
    """Where the words of an institution's facts stand; read once, whoever asks."""
    return cache(lambda institution: Proof(look, look.register(institution)))


def _entry(look: Look, version: Version, proof_of: _ProofOf) -> FeedEntry:
    fact = version.fact
    corrected = f" (put right in entry {version.recorded_from:,})" if version.corrections else ""
    words = row_words.quote_of(version) or (
        "" if isinstance(fact, DocumentFiled) else naming.told(fact)
    )
    return FeedEntry(
        id=_entry_id(version.entry_id, version.recorded_from if version.corrections else None),
        title=f"{naming.told(fact)}{corrected}",
        updated=version.recorded_at,
        url=_absolute(look, naming.path_of(fact, seq=version.seq)),
        words=naming.stop(words) if words else "",
        about=naming.body_words(fact.institution),
        source=_source(version, proof_of),
    )


def _source(version: Version, proof_of: _ProofOf) -> str:
    """“Source: Minutes of …: summary, about a page of 16 July 2024, ADDRESS”."""
    source = version.fact.source
    filed = proof_of(version.fact.institution).documents.get(
        (source.doc if source else None) or ""
    )
    if filed is None:
        by = naming.body_words(version.by.body) or "a reader"
        return f"Source: entry {version.seq:,} of the record, made by {by}"
    return _filed_words(filed)


def _held(hit: store.Told, proof_of: _ProofOf) -> str:
    filed = proof_of(hit.institution).documents.get(hit.doc or "")
    return _filed_words(filed) if filed else f"Source: entry {hit.seq:,} of the record"


def _filed_words(filed: DocumentFiled) -> str:
    day = in_words(filed.published) if filed.published else "date not known"
    place = f"about a page of {day}" if filed.standing == "summary" else day
    return "Source: " + ", ".join(w for w in (filed.title, place, filed.about) if w)


def _entry_id(entry_id: str, since: int | None = None) -> str:
    return f"urn:answerable:entry:{entry_id}" + (f":{since}" if since is not None else "")


def _absolute(look: Look, path: str) -> str:
    return f"{look.base.rstrip('/')}{path}"


def _deadline(look: Look, item: Progress, institution: str, proof_of: _ProofOf) -> Event:
    due = item.due or ""
    moved = f" Moved {len(item.moved)} times, first due {in_words(item.due_first or due)}."
    words = item.text or "The words are not in our sources."
    state = "Due" if item.waiting else f"{item.tag}, was due"
    return Event(
        reference=item.reference,
        first=first_day(due),
        last=last_day(due),
        title=f"{state}: {naming.short(words)} ({naming.body_words(institution)})",
        stamp=_latest(item.versions),
        sequence=len(item.moves) + len(item.first.corrections),
        words=f"{words}\n{item.sentence}{moved if item.moved else ''}\n"
        f"{_source(item.first, proof_of)}",
        url=_absolute(look, f"/findings/{item.reference}/"),
    )


def _sessions(look: Look, register: Register, proof_of: _ProofOf) -> Iterable[Event]:
    """What was held, and what is planned: moved with the plan, and called off with it."""
    for one in forward_plan.sessions(register):
        if one.held is None and one.planned is not None:
            versions = (one.planned, *(change.version for change in one.changes))
            yield Event(
                reference=one.reference,
                first=one.day,
                last=one.day,
                title=f"{one.title} ({naming.body_words(one.body)})",
                stamp=_latest(versions),
                sequence=len(one.changes),
                words=f"{one.words}\n{_source(one.planned, proof_of)}",
                place=one.place or "",
                cancelled=one.state == forward_plan.CANCELLED,
                url=_absolute(look, url_of(one)),
            )
    for version in register.versions_of(MeetingHeld):
        fact = version.fact
        if isinstance(fact, MeetingHeld) and fact.date:
            yield Event(
                reference=fact.stream,
                first=first_day(fact.date),
                last=last_day(fact.date),
                title=f"{fact.title or 'Session'} ({naming.body_words(fact.body or '')})",
                stamp=version.recorded_at,
                sequence=len(version.corrections),
                words=_source(version, proof_of),
                url=_absolute(look, naming.session_path(fact.stream)),
            )


def _latest(versions: Iterable[Version]) -> datetime:
    return max(version.recorded_at for version in versions)
