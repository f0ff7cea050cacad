"""Lines under "Area for improvement" that say what falls short, without a "should"."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material


def states(material: Material, passage: Passage, words: str) -> bool:
    """A line under "Area for improvement" that says what falls short, without "should"."""
    above = material.before(passage)
    block = material.canonical.blocks[passage.block]
    alone = block.end - block.start < _ONE_LINE and passage.start == block.start
    short = FALLS_SHORT.search(words) is not None or _of_areas(passage, words)
    if above is None or not alone or not short or words[-1] in ":?":
        return False
    headed = above.kind == "heading" and above.section == "afi"
    return headed or block.kind in ("heading", "item") or _of_areas(passage, words)


def _of_areas(passage: Passage, words: str) -> bool:
    """A paragraph of its own below "Areas for improvement", on what the body now lacks."""
    return (
        _AREAS.fullmatch(passage.heading.strip()) is not None
        and _NOW.match(words) is not None
        and _SEEN.search(words) is None
    )


_AREAS = re.compile(r"(?:(?:other|our|key|further) )?areas for improvement", re.IGNORECASE)
_NOW = re.compile(
    r"(?:The (?:force|service|constabulary|trust|council|unit)|Its \w+"
    r"|[A-Z][\w’'-]*(?: [\w’'-]+){0,4})"
    r" (?:(?:still|also|often) )?(?:(?:is|are|does|do|has|have|can)(?:n[’']t| not)|cannot|lacks?"
    r"|fails?"
    r"|needs?)\b"
)
_SEEN = re.compile(r"\d|\b(?:inspect\w+|we|our|was|were|had|told|said|found|saw)\b", re.IGNORECASE)


_ONE_LINE = 220  # characters
