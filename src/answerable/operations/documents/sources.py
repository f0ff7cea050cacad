"""The originals behind our summaries: fetched where there is a network, kept by their digest in
the home, and what the record says anchored to their words.

The whole text of somebody else's page is for whoever checks; readers are shown the quoted words
and the address, never a copy of the page.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.documents import anchoring, reader
from answerable.operations.documents.reader import Meta, Read
from answerable.operations.documents.source_list import Counts, Source, counts, sources
from answerable.operations.recording import book
from answerable.reading.layout.canonical_text import CanonicalText, Span
from answerable.reading.layout.squash import places_of
from answerable.store.papers import documents, originals, review
from answerable.store.papers.originals import Original
from answerable.store.papers.public_web import Manners, NotFetched, Web
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal

FRESH = timedelta(hours=20)
"""An address that was asked so lately is not asked again by a run that goes on."""


class NoSuchSource(Refusal):
    """An address, document or entry that the record does not rest on."""

    code = "no_such_source"


@dataclass(frozen=True, slots=True)
class Checked:
    """What asking one address gave. `state`: new, same, changed, fresh, or why nothing came."""

    address: str
    state: str
    sentence: str
    anchored: int = 0
    proposed: int = 0
    not_found: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, address by address, and the three counts after it."""

    checked: tuple[Checked, ...]
    counts: Counts


def check_sources(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    only: str | None = None,
    manners: Manners | None = None,
    told: Callable[[Checked, int, int], None] = lambda one, number, total: None,
) -> Report:
    """Ask every source address of the record, or one, and anchor what is found.

    `only`: an address, or the start of the SHA-256 of our document about it. `told` hears of
    each address as it is done, with its number and how many there are. A run that was stopped
    goes on: what was asked in the last 20 hours is passed over, unless it is named.
    """
    access.require(by, "check_sources")
    wanted = [s for s in sources() if only is None or _names(only, s)]
    if not wanted:
        raise NoSuchSource(
            f"No source of the record is named “{(only or '')[:60]}”. Name an address, or the "
            "start of the SHA-256 of a document."
            if only
            else "The record rests on no address of the web."
        )
    for institution in sorted({i for source in wanted for i in source.institutions}):
        access.require(by, "check_sources", about=institution)
    web = Web(manners or Manners())
    done = []
    for number, source in enumerate(wanted, start=1):
        one = _check(source, web, by=by, at=at, key=key, seen=seen, again=only is not None)
        told(one, number, len(wanted))
        done.append(one)
    return Report(tuple(done), counts())


def anchor(
    *, by: Actor, at: datetime, key: str, seen: int | None, entry: int, words: str
) -> Receipt:
    """Say by hand where the original states a fact: words that stand in it once."""
    version = _version(entry)
    access.require(by, "check_sources", about=version.fact.institution)
    address = version.fact.source.about if version.fact.source else None
    held = originals.known(address) if address else None
    if address is None or held is None or held.sha256 is None:
        raise NoSuchSource(
            f"The original behind entry {entry} is not held. Fetch it with "
            "`answerable sources check`."
        )
    text = documents.text(held.sha256)
    places = places_of(words, text=text)
    if len(places) != 1:
        often = "not" if not places else f"{len(places)} times"
        raise NoSuchSource(
            f"The words “{words[:60]}” stand {often} in the original. Copy enough of them that "
            "they stand there once."
        )
    return _record(version, text, places[0], address=address, by=by, at=at, key=key, seen=seen)


def confirm(
    *, by: Actor, at: datetime, key: str, seen: int | None, candidate: review.Candidate
) -> Receipt:
    """A person confirms that the words of a candidate state the fact that it names."""
    version = _version(int(candidate.record["fields"]["entry"]))
    access.require(by, "check_sources", about=version.fact.institution)
    quote = candidate.record["quote"]
    return _record(
        version,
        documents.text(candidate.document),
        Span(quote["start"], quote["end"]),
        address=str(candidate.record["fields"]["address"]),
        by=by,
        at=at,
        key=key,
        seen=seen,
    )


def _check(
    source: Source, web: Web, *, by: Actor, at: datetime, key: str, seen: int | None, again: bool
) -> Checked:
    known = originals.known(source.address)
    if known and not again and at - datetime.fromisoformat(known.checked_at) < FRESH:
        return Checked(source.address, "fresh", "It was asked less than a day ago.")
    web.stopped = lambda part: originals.keep_begun(source.address, part)
    held = known if known and known.sha256 else None
    try:
        answer = web.fetch(
            source.address,
            etag=held.etag if held else "",
            modified=held.modified if held else "",
            begun=originals.begun(source.address),
        )
    except NotFetched as failed:
        before = known or Original(source.address, failed.why, at.isoformat())
        originals.keep(before.asked(failed.why, at=at, sentence=failed.sentence))
        return Checked(source.address, failed.why, failed.sentence)
    originals.forget_begun(source.address)
    if answer.data is None and held is not None:
        originals.keep(held.asked("kept", at=at))
        return Checked(source.address, "same", "It is as it was.")
    try:
        found = reader.read(
            answer.data or b"", meta=Meta(source=source.address, media_type=answer.media_type)
        )
    except Refusal as refusal:
        before = known or Original(source.address, "unread", at.isoformat())
        originals.keep(before.asked("unread", at=at, sentence=refusal.sentence))
        return Checked(source.address, "unread", refusal.sentence)
    now = _keep(source.address, answer.data or b"", found, known, at=at)
    originals.keep(replace(now, etag=answer.etag, modified=answer.modified))
    state = "new" if held is None else ("changed" if now.words != held.words else "same")
    sentence = {
        "new": "It is kept.",
        "changed": "Its words are others than when it was last kept; both are held.",
        "same": "Its words are as they were.",
    }[state]
    anchored, proposed, rest = _anchor(source, found, by=by, at=at, key=key, seen=seen)
    return Checked(source.address, state, sentence, anchored, proposed, rest)


def _keep(
    address: str, data: bytes, found: Read, known: Original | None, *, at: datetime
) -> Original:
    """Keep the file and its text; a page whose words are the same keeps its first file."""
    words = _digest(found.text)
    if known and known.sha256 and known.words == words:
        return known.asked("kept", at=at)
    sha = documents.keep(data)
    documents.keep_text(found.text)
    earlier = (*known.earlier, known.sha256) if known and known.sha256 else ()
    return Original(
        address,
        "kept",
        at.isoformat(),
        sha256=sha,
        words=words,
        changed_at=at.isoformat() if earlier else None,
        earlier=earlier,
    )


def _anchor(
    source: Source, found: Read, *, by: Actor, at: datetime, key: str, seen: int | None
) -> tuple[int, int, int]:
    """Anchor what has its words there, offer what has its values; how many of each and none."""
    text, offered, left, done = found.text, [], 0, 0
    for institution in source.institutions:
        history = registers.history(institution)
        held = anchoring.anchored(history.versions)
        facts = [
            v
            for v in anchoring.open_facts(history, address=source.address)
            if v.entry_id not in held
        ]
        exact = anchoring.by_words(facts, text)
        made = [
            anchoring.fact_of(
                p.version, text=text, span=Span(p.start, p.end), address=source.address
            )
            for p in exact
        ]
        if made:
            receipt = book().append(
                about=institution,
                decide=_deciding(made),
                by=by,
                at=at,
                key=f"{key}/{text.sha256[:16]}/{institution}",
                seen=seen,
            )
            done += receipt.count
        rest = [v for v in facts if v.entry_id not in {p.version.entry_id for p in exact}]
        alike = anchoring.by_values(rest, found.lines[1:])
        offered += [anchoring.record(p, text=text, address=source.address) for p in alike]
        left += len(rest) - len(alike)
    review.offer(
        document=text.sha256,
        found=[(anchoring.KIND, line, anchoring.RULE, "0.50") for line in offered],
    )
    return done, len(offered), left


def _deciding(made: list[Fact]) -> Callable[[Register], list[Fact]]:
    return lambda register: anchoring.still_open(made, register)


def _record(
    version: Version,
    text: CanonicalText,
    span: Span,
    *,
    address: str,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
) -> Receipt:
    made = [anchoring.fact_of(version, text=text, span=span, address=address)]
    return book().append(
        about=version.fact.institution,
        decide=_deciding(made),
        by=by,
        at=at,
        key=key,
        seen=seen,
    )


def _version(entry: int) -> Version:
    for institution in registers.institutions():
        for version in registers.history(institution).versions:
            if version.seq == entry and version.recorded_to is None:
                return version
    raise NoSuchSource(f"The record has no entry {entry} that stands today.")


def _digest(text: CanonicalText) -> str:
    """SHA-256 of the words that are part of the story: menus and dates of a visit change daily."""
    told = "\n".join(text.exact(b) for b in text.blocks if b.kind != "furniture")
    return sha256(told.encode()).hexdigest()


def _names(only: str, source: Source) -> bool:
    return only == source.address or any(d.startswith(only) for d in source.documents)
