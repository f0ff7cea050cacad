"""Facts about documents: filed, anchored."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact


@dataclass(frozen=True, kw_only=True)
class DocumentFiled(Fact):
    """A file is kept: what it is, who published it, what it is about."""

    title: str | None = None
    type: str | None = None
    publisher: str | None = None
    about: str | None = None
    published: str | None = None
    media_type: str | None = None
    standing: str | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentAnchored(Fact):
    """A fact recorded from a summary is found in the downloaded original."""

    original: str | None = None
    start: int | None = None
    end: int | None = None
