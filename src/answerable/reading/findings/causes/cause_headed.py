"""Causes of concern that a heading announces: the first sentence below it that is on the body."""

import re
from dataclasses import dataclass, field

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_prose import NO_CONCERN
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.layout.sections import section_of
from answerable.reading.material import Material
from answerable.reading.modals import MODAL
from answerable.reading.records import Record
from answerable.reading.subject_body import inspected

SHORT = 25
"""Characters: what is shorter states nothing."""


@dataclass
class State:
    """What a concern may hang from while the passages are walked."""

    strong: dict[int, Record] = field(default_factory=dict)
    prose: dict[int, Record] = field(default_factory=dict)
    topic: str | None = None
    stated: bool = False  # the concern of the heading above has been read
    label: int = -1  # the place of a label that stands alone before its concern in one line


def headed(
    material: Material, state: State, place: int, passage: Passage, words: str
) -> Record | None:
    """The first sentence under the heading "Cause of concern"."""
    if state.stated or passage.kind == "row":
        return None
    counted = say.COUNTED.search(words) or say.ANNOUNCES_LIST.search(words)
    nothing = len(words) < SHORT or words.endswith(":") or _ADDRESSED.fullmatch(words)
    of_visit = _TELLS_OF_VISIT.match(words) and not FALLS_SHORT.search(words)
    if counted or nothing or of_visit or NO_CONCERN.match(words):
        return None
    block = material.canonical.blocks[passage.block]
    part = block.kind == "heading" and _heading_follows(material, place)
    if part or (passage.kind == "item" and not FALLS_SHORT.search(words)):
        return None
    if not _of_force(material, passage, words) and not _GRADED.match(words):
        stated = material.profile.type.startswith(_STATES)
        again = _ABOUT_US.match(words) is not None and _headed_later(material, place)
        if not stated or again or _told_later(material, place):
            state.stated = not stated
            return None
    state.stated = True
    if _GRADED.match(words):
        return None
    return concern(material, passage, passage.body, "cause.section", theme=state.topic)


# Documents whose first sentence under such a heading is the concern, whatever its words.
_STATES = ("inspection", "press", "statutory", "register")
_GRADED = re.compile(r"[A-Z][\w ]{2,40}: [a-z ]{3,30}(?:\([a-z ]{3,30}\))?$")  # "Safety: poor"
_ABOUT_US = re.compile(
    r"\W*(?:As you|I|We|My|Our|This|What|During|Following|In our|Dear|You|Thank|Neither|On|At)\b"
)
# What the letter, the visit or a number of people is: never the concern.
_TELLS_OF_VISIT = re.compile(
    r"\W*(?:We|I|Our|My|Between|The inspection|This (?:letter|report|inspection)|During)\b"
    r"|[^.]{0,60}\b(?:held|had|has|have|employs?|covers?|holds?) \d"
)
# "Imogen Strake, Temporary Chief Constable, Anyshire": whom a letter is to.
_ADDRESSED = re.compile(
    r"\W*(?:[A-Z][\w’'.-]*|of|for|the|and|to|QPM|KPM|OBE|CBE)(?:,? (?:[A-Z&][\w’'.-]*|of|for|the"
    r"|and|to))*\W*"
)
_AHEAD = 6  # sentences


def _of_force(material: Material, passage: Passage, words: str) -> bool:
    """A sentence on what a body does or lacks, and not on the letter or the inspection."""
    if _ABOUT_US.match(words):
        return False
    first = inspected(material.within(passage.start, passage.start + 25))
    return (
        bool(first) or FALLS_SHORT.search(words) is not None or _THE_FORCE.match(words) is not None
    )


_THE_FORCE = re.compile(
    r"\W*(?:The|Its|Their) (?:force|service|constabulary|trust|council|authority|provider|staff"
    r"|officers|leaders|prison|school)\b"
)


def _told_later(material: Material, place: int) -> bool:
    """Whether a sentence below, in the same section, is on the body itself."""
    section = material.passages[place].section
    for after in material.passages[place + 1 : place + 1 + _AHEAD]:
        words = material.text[after.start : after.end]
        if after.section != section or after.kind in ("heading", "row") or words.endswith(":"):
            return False
        if len(words) > 30 and _of_force(material, after, words) and not MODAL.search(words):
            return True
    return False


def _headed_later(material: Material, place: int) -> bool:
    """Whether a heading of a cause stands below: what stands above it only leads to it."""
    for after in material.passages[place + 1 : place + 1 + _AHEAD]:
        words = material.text[after.start : after.end]
        if after.kind == "heading":
            return section_of(words) == "cause"
    return False


def _heading_follows(material: Material, place: int) -> bool:
    """A sentence set as a heading, with "Cause of concern" below it, only names the part."""
    after = material.passages[place + 1] if place + 1 < len(material.passages) else None
    words = material.text[after.start : after.end] if after else ""
    return after is not None and len(words) < 60 and section_of(words) == "cause"


def of_letter(material: Material) -> dict[int, Record]:
    """The first sentence on the body below "What we found", in a letter on a cause of concern."""
    subject = _SUBJECT_LINE.search(material.text[:_HEAD])
    if subject is None or not material.profile.type.startswith("inspection"):
        return {}
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        if passage.kind != "paragraph" or not _FOUND.match(passage.heading):
            continue
        short = FALLS_SHORT.search(words) and not MODAL.search(words)
        if short and len(words) > SHORT and _of_force(material, passage, words):
            before = subject.group()
            return {place: concern(material, passage, passage.body, "cause.letter", before=before)}
        return {}
    return {}


_HEAD = 1500  # characters
_SUBJECT_LINE = re.compile(r"^[^\n.]{0,80}\bcause of concern\b[^\n.]{0,80}$", re.I | re.M)
_FOUND = re.compile(r"(?:what (?:we|I|inspectors) (?:have )?found|(?:our |the )?findings?)$", re.I)
