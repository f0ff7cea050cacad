"""Which findings a cell of a log names: `R1`, `AFI 2`, “Recommendation 3”, a whole reference."""

import re
from collections.abc import Set as AbstractSet

NUMBERED = (
    ("recommendation", "recommendation|rec|r|"),
    ("area-for-improvement", "area for improvement|afi|a"),
    ("cause-of-concern", "cause of concern|coc|c"),
)
"""Kind of finding -> how logs begin its number: `R1`, `Rec. 1`, `Recommendation 1`, `1`."""
_SHORT = tuple(
    (kind, re.compile(rf"(?:{words})[. ]*(?:no[. ]*)?(\d{{1,3}}[a-z]?)[. ]*"))
    for kind, words in NUMBERED
)


def answers(words: str | None, *, report: str, known: AbstractSet[str]) -> tuple[str, ...]:
    """The findings that a cell names, each once; short numbers are of the report that is meant.

    >>> rec = "i/2026/f/custody/recommendation/1"
    >>> answers("Rec. 1; R7", report="i/2026/f/custody", known={rec})
    ('i/2026/f/custody/recommendation/1',)
    """
    found = []
    for part in _parts(words or ""):
        named = ((kind, shape.fullmatch(part)) for kind, shape in _SHORT)
        short = [f"{report}/{kind}/{m[1]}" for kind, m in named if m and report]
        found += [name for name in (part, *short) if name in known]
    return tuple(dict.fromkeys(found))


def _parts(words: str) -> list[str]:
    return [part.strip().lower() for part in words.replace(";", ",").split(",") if part.strip()]
