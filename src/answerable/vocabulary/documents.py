"""Where words stand: the source of a fact and the standing of a document."""

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["original", "summary", "record"]
# original: the publisher's own file; summary: ours, about theirs; record: a log or form of ours.

Standing = Literal["original", "summary", "own-form"]
# own-form: written in an institution's form, for an invented institution only.


@dataclass(frozen=True, slots=True)
class Source:
    """Which file says it and where in it; or the address that does, when no file is held.

    `start` and `end` count code points of the file's canonical text, end not included.
    """

    kind: SourceKind
    doc: str | None = None
    about: str | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None
