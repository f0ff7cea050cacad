"""A place in the text that asks for a look."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place in the text that asks for a look. `sort`: duty, judged, count, ..."""

    start: int
    end: int
    sort: str
