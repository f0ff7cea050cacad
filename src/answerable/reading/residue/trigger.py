"""A place in the text that asks for a look."""

from typing import NamedTuple


class Trigger(NamedTuple):
    """A place in the text that asks for a look. `sort`: duty, judged, count, ..."""

    start: int
    end: int
    sort: str
