"""A story of the catalogue as typed values: its documents and what is recorded, in order.

A story is a folder `catalogue/story/<name>/`: `story.toml`, `documents.toml`, `documents/`,
`events.toml` and `observations/`. An event is a fact with its source, or an operation (`do`).
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from answerable.vocabulary import times
from answerable.vocabulary.access import Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import TYPES
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period


class BadStory(Refusal):
    """A story file that cannot be recorded; the sentence names the event."""

    code = "bad_story"


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A file of the story and what it is."""

    file: str
    data: bytes
    title: str
    type: str
    publisher: str
    about: str | None
    published: str | None
    standing: str
    institution: str
    media_type: str | None
    source_name: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing to record: a fact, or an operation with its arguments."""

    number: int
    id: str | None
    by: str
    institution: str
    fact_type: str | None
    stream: str
    valid: Period | None
    said: str | None
    fields: Mapping[str, Any]
    classes: Mapping[str, Classification]
    document: str | None
    quote: str | None
    about: str | None
    ref: str | None
    do: str | None
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person decided about one candidate of a document."""

    document: str
    kind: str
    quote_contains: str
    decision: str
    set: Mapping[str, Any]
    reason: str


@dataclass(frozen=True)
class Story:
    """A whole story; `kind` is `real` or `invented`."""

    name: str
    about: Mapping[str, Any]
    documents: tuple[StoryDocument, ...]
    events: tuple[Event, ...]
    answers: tuple[Answer, ...]
    digest: str
    folder: Traversable

    @property
    def invented(self) -> bool:
        """Is the force of this story invented?"""
        return str(self.about["kind"]) == "invented"

    def observations(self, name: str) -> bytes:
        """Bytes of a file of figures."""
        return self.folder.joinpath("observations", name).read_bytes()


@cache
def banner_words(*, invented: bool) -> str:
    """What stands on every page and file of the invented or of the real story."""
    kind = "invented" if invented else "real"  # every page asks: the events are not read for it
    return next((str(about["banner"]) for _, about in _begun() if about["kind"] == kind), "")


@cache
def mixed_words() -> str:
    """What stands on a page that may tell of both stories: which of them is invented."""
    beside = (str(about["beside"]) for _, about in _begun() if about["kind"] == "invented")
    return ". ".join((banner_words(invented=False), *beside))


def stories() -> Iterator[Story]:
    """Every story of the catalogue, the real one first."""
    for folder, about in _begun():
        yield _story(folder, about)


def _begun() -> Sequence[tuple[Traversable, Mapping[str, Any]]]:
    """The folder of each story and what it says about itself, in their order."""
    folder = files("answerable.catalogue").joinpath("story")
    found = [(part, _toml(part, "story.toml")) for part in folder.iterdir()]
    held = [(part, about) for part, about in found if about]
    return sorted(held, key=lambda one: (one[1]["kind"] == "invented", one[0].name))


def _story(folder: Traversable, about: Mapping[str, Any]) -> Story:
    documents = tuple(
        StoryDocument(
            file=row["file"],
            data=folder.joinpath("documents", row["file"]).read_bytes(),
            title=row["title"],
            type=row["type"],
            publisher=row["publisher"],
            about=row.get("about"),
            published=row.get("published"),
            standing=row["standing"],
            institution=row.get("institution", about["institution"]),
            media_type=row.get("media_type"),
            source_name=row.get("source_name"),
        )
        for row in _toml(folder, "documents.toml").get("document", [])
    )
    rows = _toml(folder, "events.toml").get("event", [])
    events = tuple(
        _event(number, row, str(about["institution"])) for number, row in enumerate(rows)
    )
    answers = tuple(
        Answer(
            document=row["document"],
            kind=row["kind"],
            quote_contains=row["quote_contains"],
            decision=row["decision"],
            set=row.get("set", {}),
            reason=row.get("reason", ""),
        )
        for row in _toml(folder, "answers.toml").get("answer", [])
    )
    parts = [d.data for d in documents]
    parts += [folder.joinpath(name).read_bytes() for name in ("documents.toml", "events.toml")]
    digest = hashlib.sha256(b"".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()
    return Story(folder.name, about, documents, events, answers, digest, folder)


def _event(number: int, row: Mapping[str, Any], institution: str) -> Event:
    source = row.get("source", {})
    return Event(
        number=number,
        id=row.get("id"),
        by=row["by"],
        institution=row.get("institution", institution),
        fact_type=row.get("type"),
        stream=row.get("stream", ""),
        valid=_period(row["valid"]) if "valid" in row else None,
        said=row.get("said"),
        fields=row.get("fields", {}),
        classes={k: Classification(v) for k, v in row.get("classes", {}).items()},
        document=source.get("document"),
        quote=source.get("quote"),
        about=source.get("about"),
        ref=row.get("ref"),
        do=row.get("do"),
        arguments={k: v for k, v in row.items() if k not in ("do", "by")} if "do" in row else {},
    )


def fact_of(event: Event, *, source: Source | None, doc: str | None, ref: str | None) -> Fact:
    """The fact of an event, its place in the document already found."""
    cls = TYPES.get((event.fact_type or "", 1))
    if cls is None or event.valid is None:
        raise BadStory(f"Event {event.number} has no known type or no valid date.")
    if unknown := set(event.fields) - set(cls.field_names()):
        raise BadStory(f"Event {event.number}: a {cls.__name__} has no {sorted(unknown)}.")
    values = dict(event.fields)
    return cls.build(
        values=values,
        institution=event.institution,
        stream=event.stream,
        valid=event.valid,
        doc=doc,
        ref=ref,
        classes=event.classes,
        said=event.said,
        source=source,
        quote=event.quote,
    )


def _period(valid: str | list[str]) -> Period:
    if isinstance(valid, str):
        return Period(_day(valid))
    return Period(_day(valid[0]), _day(valid[1]))


def _day(text: str | date) -> date:
    return text if isinstance(text, date) else times.first_day(text)


def _toml(folder: Traversable, name: str) -> Mapping[str, Any]:
    file = folder.joinpath(name)
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
