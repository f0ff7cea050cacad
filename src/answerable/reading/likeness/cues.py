"""The cues of a passage: its words, stems and classes of words, its neighbours, and its place.

A name, a number or an abbreviation counts as one, whichever it is, so that nothing is learnt of a
place, a person or a sum. Cues stand in groups; a group weighs the same however many cues it has,
so that a long passage above does not drown the passage's own words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.likeness.sorts import OTHER, words
from answerable.reading.material import Material

MOST_WORDS, MOST_LEAD, MOST_HEADING, MOST_BEFORE, MOST_AFTER = 60, 40, 15, 25, 20
_OPENING = 3
_LONGEST, _STEP = 6, 6
_QUARTERS = 4

Group = tuple[float, frozenset[str]]
"""What a group weighs, and its cues, each with what it is a cue of: `w=` a word, `b=` two …"""


@dataclass(frozen=True)
class Surroundings:
    """A document's passages in their order, for what stands before and behind each."""

    material: Material
    passages: Sequence[Passage]

    def cues(self, nth: int) -> tuple[Group, ...]:
        """The groups of cues of the passage at place `nth`."""
        text, passage = self.material.text, self.passages[nth]
        before = self.passages[nth - 1] if nth else None
        after = self.passages[nth + 1] if nth + 1 < len(self.passages) else None
        block = self.material.canonical.blocks[passage.block]
        own = text[passage.body : passage.end]
        above = text[before.body : before.end] if before is not None else ""
        below = text[after.body : after.end] if after is not None else ""
        return (
            (1.0, _own(own)),
            (0.6, frozenset(f"z={one.stem}" for one in words(own)[:MOST_WORDS])),
            (0.6, _classes(own)),
            (0.4, _lead(_of(text, passage.lead))),
            (0.4, _bag("h", passage.heading, 0, MOST_HEADING)),
            (0.3, _bag("p", above, -MOST_BEFORE, None)),
            (0.3, _bag("n", below, 0, MOST_AFTER)),
            (0.25, _bag("d", self._title, 0, MOST_AFTER)),
            (0.3, _bag("c", "\n".join(block.header), 0, MOST_LEAD)),
            (0.4, self._place(passage, block, before, after) | {f"above={above[-1:]}"}),
        )

    @property
    def _title(self) -> str:
        return self.material.meta.title or self.material.canonical.title or ""

    def _place(
        self, passage: Passage, block: Block, before: Passage | None, after: Passage | None
    ) -> frozenset[str]:
        text, profile = self.material.text, self.material.profile
        first = before is None or before.block != passage.block
        last = after is None or after.block != passage.block
        own = text[passage.body : passage.end]
        end = own[-1:]
        length = min(len(words(own)[:MOST_WORDS]) // _STEP, _LONGEST)
        return frozenset(
            (
                f"section={passage.section}",
                f"kind={passage.kind}",
                f"place={passage.section}/{passage.kind}",
                f"listed={passage.body > passage.start}",
                f"profile={profile.id}",
                f"type={profile.type}",
                f"media={self.material.canonical.media_type}",
                f"length={length}",
                f"first={first}",
                f"last={last}",
                f"mark={_mark(text[passage.start : passage.body])}",
                f"level={block.level}",
                f"end={'x' if end.isalnum() else end}",
                f"capital={own[:1].isupper()}",
                f"block={block.kind}",
                f"alone={block.kind}/{first}/{last}",
                f"quarter={_QUARTERS * passage.start // max(len(text), 1)}",
            )
        )


@lru_cache(maxsize=2048)
def _own(text: str) -> frozenset[str]:
    own = [one.plain for one in words(text)[:MOST_WORDS]]
    found = {f"w={one}" for one in own}
    found.update(f"b={one} {two}" for one, two in pairwise(own))
    found.update(f"s{place}={one}" for place, one in enumerate(own[:_OPENING]))
    found.update(f"e={one}" for one in own[-1:])
    return frozenset(found)


def _classes(text: str) -> frozenset[str]:
    """Classes, two in a row, and how it begins; words of no class in a row count as one."""
    own: list[str] = []
    for one in words(text)[:MOST_WORDS]:
        if one.sort != OTHER or own[-1:] != [OTHER]:
            own.append(one.sort)
    found = {f"k={one}" for one in own}
    found.update(f"kk={one} {two}" for one, two in pairwise(own))
    found.update((f"k3={' '.join(own[:3])}", f"k4={' '.join(own[:4])}"))
    return frozenset(found)


@lru_cache(maxsize=256)
def _lead(text: str) -> frozenset[str]:
    lead = [one.plain for one in words(text)[:MOST_LEAD]]
    return frozenset(
        (*(f"l={one}" for one in lead), *(f"m={one} {two}" for one, two in pairwise(lead)))
    )


@lru_cache(maxsize=256)  # the words above a passage, its heading and its lead-in come again
def _bag(name: str, text: str, first: int, last: int | None) -> frozenset[str]:
    return frozenset(f"{name}={one.plain}" for one in words(text)[first:last])


def _mark(text: str) -> str:
    """The form of a bullet or number: `#.` for "12.", `(a)` for "(c)"."""
    return re.sub(r"[a-z]", "a", re.sub(r"\d+", "#", text.strip()))


def _of(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span is not None else ""
