"""The body that the heading above a passage names: reports on several bodies, part by part."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Mention
from answerable.reading.layout.canonical_text import CanonicalText

_MORE = re.compile(r"[\s:–—|(),.&-]*(?:(?:in|the|section|part|on|overview|summary)[\s:–—-]*)*")
_ENDS = re.compile(
    r"\W*(?:annex|appendix|about (?:this|the|us)|notes?\b|glossary|contact|definitions?|conclusion"
    r"|next steps|background|methodology|introduction|recommendations for|all (?:forces"
    r"|services))",
    re.IGNORECASE,
)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Headed:
    """Where each part begins, and the body that its heading names (None: nobody)."""

    starts: tuple[int, ...]
    bodies: tuple[Mention | None, ...]

    def at(self, place: int) -> Mention | None:
        """The heading's body for an offset of the text."""
        index = bisect_right(self.starts, place) - 1
        return self.bodies[index] if index >= 0 else None

    @property
    def several(self) -> bool:
        return len({one.body for one in self.bodies if one is not None}) > 1


def headed(
    text: CanonicalText, passages: Sequence[Passage], inspected: Sequence[Mention]
) -> Headed:
    """Parts of a document by the headings that are a body's name and little else."""
    by_start = {one.start: one for one in inspected}
    starts: list[int] = []
    bodies: list[Mention | None] = []
    level = 0
    for passage in passages:
        block = text.blocks[passage.block]
        if passage.kind != "heading" or passage.end - passage.start > _LONGEST:
            continue
        named = by_start.get(passage.body) or by_start.get(
            passage.start + len(_lead(text.text[passage.start : passage.end]))
        )
        if named is not None and _whole(text.text, named, passage.end):
            level = block.level
            starts.append(passage.start)
            bodies.append(named)
        elif starts and bodies[-1] is not None:
            words = text.text[passage.start : passage.end]
            if block.level < level or _ENDS.match(words):
                starts.append(passage.start)
                bodies.append(None)
    return Headed(tuple(starts), tuple(bodies))


def _lead(words: str) -> str:
    found = re.match(
        r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]? |Findings (?:for|on|in) |[Tt]he )?", words
    )
    return found.group() if found else ""


def _whole(text: str, named: Mention, end: int) -> bool:
    """The heading is the name, perhaps with a grade or a topic behind a mark."""
    rest = text[named.end : end]
    return _MORE.fullmatch(rest) is not None or re.match(r"\s*[:–—|-] ?\S", rest) is not None
