"""One document through the reading room: the catalogue's profiles and names handed to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from answerable.operations import catalogue
from answerable.reading import profiles as profile_room
from answerable.reading import reading as room
from answerable.reading.canonical_text import CanonicalText
from answerable.reading.formats import canonical
from answerable.reading.gazetteer import BodyEntry, Gazetteer, HolderEntry
from answerable.reading.profiles import Profile
from answerable.vocabulary import times
from answerable.vocabulary.refusal import Refusal


class BadOption(Refusal):
    """An option that says something impossible about a document."""

    code = "bad_option"


@dataclass(frozen=True, slots=True)
class Meta:
    """What the person who hands a document in knows of it; each may be None."""

    name: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None
    subject: str | None = None
    media_type: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            times.first_day(self.published)
        if self.source is not None and not re.match(r"https?://\S", self.source):
            raise BadOption("A source is an address that begins with http:// or https://.")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: canonical text, the lines of the contract, warnings."""

    text: CanonicalText
    lines: tuple[Mapping[str, Any], ...]
    jsonl: str
    warnings: tuple[str, ...]

    @property
    def document(self) -> Mapping[str, Any]:
        """Fields of the document line."""
        fields: Mapping[str, Any] = self.lines[0]["fields"]
        return fields


def read(data: bytes, *, meta: Meta) -> Read:
    """Read a document; nothing is kept."""
    text = canonical(data, media_type=meta.media_type, name=meta.name)
    found = room.read(
        text,
        profiles=profiles(),
        gazetteer=gazetteer(),
        meta=room.Meta(
            title=meta.title,
            publisher=meta.publisher,
            published=meta.published,
            source=meta.source,
            subject=meta.subject,
        ),
    )
    return Read(text, tuple(found.lines()), found.to_jsonl(), found.warnings)


@cache
def profiles() -> tuple[Profile, ...]:
    """How each kind of source writes."""
    return tuple(profile_room.from_toml(raw) for raw in catalogue.sources().values())


@cache
def gazetteer() -> Gazetteer:
    """Bodies with their aliases, and who held which office when."""
    offices = catalogue.offices()
    return Gazetteer(
        bodies=tuple(
            BodyEntry(b.id, b.name, b.kind, b.aliases) for b in catalogue.bodies().values()
        ),
        holders=tuple(
            HolderEntry(
                t.person,
                offices[t.office].title,
                offices[t.office].body,
                t.begins or "",
                t.ends or "",
            )
            for t in catalogue.tenures()
            if t.office in offices
        ),
    )
