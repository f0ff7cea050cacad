"""Load both stories; the finding-to-proof table.

Each document is kept by its SHA-256; each event becomes a fact whose quote is found in its
document, or runs the operation that it names: figures are loaded and verdicts are worked out,
never copied. Loading twice changes nothing: every batch has a key made from its content.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from answerable.operations import installation, people, story
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.measures import evidence, verdicts
from answerable.operations.output import proof_table
from answerable.operations.recording import book
from answerable.operations.sessions import session_draft
from answerable.operations.story import BadStory, Event, Story, StoryDocument
from answerable.operations.story_signing import SIGNING, Signing
from answerable.reading.formats import canonical
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.store.engine.start import ready
from answerable.store.papers import documents
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.times import first_day

RECORDER = "answerable/researcher"


def load(*, at: datetime) -> tuple[str, ...]:
    """Load every story of the catalogue once, and give the table from finding to proof.

    A home that holds a story as an earlier version told it keeps that one: what people added
    there stays. The last line says where to look next. Somebody's own home is refused.
    """
    if own := installation.installed():
        raise BadStory(
            f"This home is the record of {own.name}; the demonstration is never put into it. "
            "Name another folder with --home or ANSWERABLE_HOME."
        )
    for told in story.stories():
        marker = ready().home / f"story-{told.name}"
        if not marker.exists():
            _Loading(told, at).run()
            marker.write_text(told.digest, encoding="utf-8")
    return proof_table.lines(at=at)


class _Loading:
    """One story on its way into the record."""

    def __init__(self, told: Story, at: datetime) -> None:
        self._story = told
        self._at = at
        self._held: dict[str, tuple[StoryDocument, str, CanonicalText]] = {}
        self._ids: dict[str, str] = {}
        self._batch: list[tuple[Event, Fact]] = []

    def run(self) -> None:
        """Documents first, then every event in its order; the parties' keys are gone after it."""
        self._file_documents()
        with TemporaryDirectory() as folder:
            self._signing = Signing(self._at, Path(folder))
            self._record()

    def _record(self) -> None:
        for event in self._story.events:
            if event.do:
                self._flush()
                self._do(event)
                continue
            if event.ref or (self._batch and not self._fits(event)):
                self._flush()
            self._batch.append((event, self._fact(event)))
        self._flush()

    def _file_documents(self) -> None:
        filed: dict[str, list[Fact]] = {}
        for given in self._story.documents:
            sha = documents.keep(given.data)
            text = canonical(given.data, media_type=given.media_type, name=given.file)
            documents.keep_text(text)
            self._held[given.file] = (given, sha, text)
            filed.setdefault(given.institution, []).append(_filed(given, sha, text, self._at))
        for institution, facts in filed.items():
            self._append(RECORDER, institution, facts)

    def _fits(self, event: Event) -> bool:
        first = self._batch[0][0]
        return (first.by, first.institution) == (event.by, event.institution)

    def _flush(self) -> None:
        if not self._batch:
            return
        events, facts = zip(*self._batch, strict=True)
        first = self._append(events[0].by, events[0].institution, facts)
        self._batch = []
        for entry in book().entries(begin=first, end=first + len(facts)):
            name = events[entry.seq - first].id
            if name:
                self._ids[name] = entry.id

    def _append(self, by: str, institution: str, facts: Sequence[Fact]) -> int:
        content = hashlib.sha256(repr(facts).encode()).hexdigest()[:32]
        receipt = book().append(
            about=institution,
            decide=lambda _register: facts,
            by=people.acting_as(by),
            at=self._at,
            key=f"story/{self._story.name}/{content}",
        )
        return receipt.first

    def _fact(self, event: Event) -> Fact:
        ref = None
        if event.ref:
            if event.ref not in self._ids:
                raise BadStory(f"Event {event.number} refers to “{event.ref}”, not yet recorded.")
            ref = self._ids[event.ref]
        source, doc = self._place(event)
        return story.fact_of(event, source=source, doc=doc, ref=ref)

    def _place(self, event: Event) -> tuple[Source | None, str | None]:
        if event.document is None:
            about = event.about
            return (Source(kind="record", about=about) if about else None), None
        given, sha, text = self._held[event.document]
        quote = event.quote or ""
        if text.text.count(quote) != 1 or not quote:
            raise BadStory(
                f"Event {event.number}: its quote stands {text.text.count(quote)} times "
                f"in {event.document}, not once: “{quote[:60]}”."
            )
        start = text.text.index(quote)
        return (
            Source(
                kind="summary" if given.standing == "summary" else "original",
                doc=sha,
                about=event.about or given.about,
                page=text.page_of(start),
                start=start,
                end=start + len(quote),
            ),
            sha,
        )

    def _do(self, event: Event) -> None:
        arguments = event.arguments
        by = people.acting_as(event.by)
        key = f"story/{self._story.name}/{event.number}"
        match event.do:
            case "load_observations":
                evidence.load_observations(
                    by=by,
                    at=self._at,
                    key=key,
                    institution=event.institution,
                    measure=arguments["measure"],
                    data=self._story.observations(arguments["file"]),
                    release=arguments["release"],
                    said=event.said,
                )
            case "judge":
                verdicts.record_verdict(
                    by=by,
                    at=self._at,
                    key=key,
                    institution=event.institution,
                    measure=arguments["measure"],
                    on=first_day(arguments["valid"]),
                    said=event.said,
                )
            case "read":
                given, sha, _ = self._held[arguments["document"]]
                reading.offer(sha, reading.parse(given.data, meta=_meta(given)))
                answers = [a for a in self._story.answers if a.document == given.file]
                deciding.answer(by=by, at=self._at, key=key, document=sha, answers=answers)
            case name if name in SIGNING:
                self._signing.step(
                    name,
                    by=by,
                    key=key,
                    institution=event.institution,
                    arguments=arguments,
                )
            case "begin_agenda":  # a draft outside the record, for the demonstration's desk
                session_draft.begin_agenda(by=by, at=self._at, session=event.stream)
            case _:
                raise BadStory(f"Event {event.number} asks for “{event.do}”, which nobody can do.")


def _filed(given: StoryDocument, sha: str, text: CanonicalText, at: datetime) -> DocumentFiled:
    return reading.filed_fact(
        document=sha,
        institution=given.institution,
        title=given.title,
        type_=given.type,
        publisher=given.publisher,
        about=given.about,
        published=given.published,
        media_type=text.media_type,
        standing=given.standing,
        on=at,
    )


def _meta(given: StoryDocument) -> Meta:
    return Meta(
        name=given.file,
        title=given.title,
        publisher=given.publisher,
        published=given.published,
        source=given.about,
        subject=given.institution,
        media_type=given.media_type,
    )
