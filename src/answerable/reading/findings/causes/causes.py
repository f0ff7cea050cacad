"""Causes of concern: under a heading, behind a label, in a list, announced, or told in prose.

A number of concerns ("nine recommendations and one cause of concern") is a count: it never
becomes a concern, and one sentence never becomes several.
"""

import re
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_headed import SHORT, State, headed, of_letter
from answerable.reading.findings.causes.cause_prose import (
    NO_CONCERN,
    distinct,
    several,
    standing,
    told,
)
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT, obliges
from answerable.reading.material import Material
from answerable.reading.modals import MODAL
from answerable.reading.records import Record
from answerable.reading.subject_body import inspected
from answerable.reading.worded import once, worded

_LABEL = re.compile(
    r"^\W*(?:(?:Our|Accelerated|New|Serious) )*(?:Cause (?:of|for) concern|CoC|Priority concern"
    r"|(?:Area for )?[Pp]riority a(?:rea|ction)(?= ?\(?[\da-d]\b))\b"
    r"(?:\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,4}[a-z]?|(?-i:[A-Z]{1,3})-?\d{1,3}|\([a-d]\)"
    r"|one|two|three|four|five"
    r"|six))?"
    r"\s*(?P<mark>[:.–—-]+|\((?=\w))?\s*",
    re.IGNORECASE,
)
# "CoC 1 – Call handling: the force misses …": a name before the concern itself.
_TOPIC_FIRST = re.compile(r"(?P<topic>[A-Z][^:.;]{2,60}?) ?[:–—] (?=[A-Z\"“‘])")
_CONCERN_LABEL = re.compile(
    r"^\W*(?:S?\d{1,2}(?:\.\d{1,3})?\.? )?(?:Key |Main )?[Cc]oncerns?(?: \d{1,2})?\s*[:–—-]\s+"
)
_RECOMMENDATION_LABEL = re.compile(r"^\W*(?:Key |Main )?[Rr]ecommendations?: ", re.MULTILINE)
_SEVERAL = re.compile(r"\bconcerns\b|\bcauses (?:of|for) concern", re.IGNORECASE)
_SPOKEN_OF = worded(
    "concern|coc|priority area",
    r"\bcauses? (?:of|for) concern|\bpriority concern|\bconcerns\b|\bcoc ?\d|\bconcern:"
    r"|\bpriority area\b",
    re.IGNORECASE,
)


def causes(material: Material) -> dict[int, Record]:
    """Concerns by the place of their passage. Prose counts only where nothing states them."""
    state = State()
    if not _SPOKEN_OF.search(material.text) and not _urgent(material):
        return {}
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        if _opens(state, passage, words):
            state.label = -1 if passage.kind == "heading" else place
            if (of_plan := _over_steps(material, place, passage, words)) is not None:
                state.strong.setdefault(place, of_plan)
            continue
        if passage.kind == "row" or passage.section in ("definitions", "attendance"):
            continue
        found = _strong(material, state, place, passage, words)
        if found is not None:
            state.strong.setdefault(place, found)
            continue
        for at, one_of in several(material, place, passage, words):
            state.strong.setdefault(at, one_of)
        if passage.kind != "heading" and (one := told(material, place, passage, words)):
            at, spoken = one
            (state.strong if at != place else state.prose).setdefault(at, spoken)
    return state.strong or dict(distinct(state.prose)) or of_letter(material) or standing(material)


_URGENT = worded(
    "urgent noti|for priority action|breaches|failings|failures|shortfalls",
    r"\burgent (?:notice|notification)\b|\b(?:area|areas) for priority action"
    r"|^(?:regulatory |serious |main )?(?:breaches|failings|failures|shortfalls)\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def _urgent(material: Material) -> bool:
    """A letter or report whose concerns go by another name."""
    return _URGENT.search(material.text[:6000]) is not None


def _prison(material: Material) -> bool:
    return material.profile.scale == "hmip-4"


def _opens(state: State, passage: Passage, words: str) -> bool:
    """A heading, or a label alone on its line: what follows may state a concern."""
    label = _label(words)
    if passage.kind == "heading" or (label and label.end() >= len(words) - 1):
        state.stated = False
        rest = words[label.end() :] if label else ""
        state.topic = rest.strip() if say.is_topic(rest) else None
        return True
    return False


def _over_steps(material: Material, place: int, passage: Passage, words: str) -> Record | None:
    """The concern in a heading "Cause of concern 2: …" of a plan: below it is a table of steps."""
    label = _label(words)
    below = material.passages[place + 1 : place + 2]
    if passage.kind != "heading" or label is None or not (below and below[0].kind == "row"):
        return None
    if len(words) - label.end() < SHORT:
        return None
    return concern(material, passage, passage.start + label.end(), "cause.label")


def _label(words: str) -> re.Match[str] | None:
    """The label "Cause of concern 2:", with a number, a mark, or nothing behind it."""
    match = _LABEL.match(words)
    if match is None or words[: match.end()].strip().lower().endswith("s"):
        return None
    alone = match.end() >= len(words) - 1
    return match if alone or match["mark"] or match["number"] else None


def _strong(
    material: Material, state: State, place: int, passage: Passage, words: str
) -> Record | None:
    """A concern that the layout states, or that the line above announces."""
    label = _label(words)
    if label is not None:
        return _labelled(material, state, place, passage, words[label.end() :])
    if say.DEFINES.search(words) or words.rstrip().endswith("?"):
        return None
    own = _CONCERN_LABEL.match(words)
    if own is not None and not _prison(material):
        own = own if once(_RECOMMENDATION_LABEL, material.text) else None
    if own is not None or _behind_label(material, state, place, passage, words):
        begin = passage.start + (own.end() if own else 0)
        return concern(material, passage, begin, "cause.label")
    if _PRIORITY.search(passage.heading) and passage.kind != "heading":
        return _priority(material, passage, words)
    found = _of_body(material, passage, words)
    label = _label(passage.heading)
    named = label is not None and label.end() >= len(passage.heading) - 1
    if found is not None or not (passage.section == "cause" or named):
        return found or _announced(material, place, passage, words)
    return _listed(material, passage, words) or headed(material, state, place, passage, words)


def _behind_label(
    material: Material, state: State, place: int, passage: Passage, words: str
) -> bool:
    """ "Cause of concern 1. The force …": the label is a sentence of the same line."""
    if state.label < 0 or state.label != place - 1 or len(words) < SHORT or MODAL.search(words):
        return False
    return material.passages[place - 1].block == passage.block


def _labelled(
    material: Material, state: State, place: int, passage: Passage, rest: str
) -> Record | None:
    """The concern behind its label, or the sentence after a label that names a topic."""
    if say.is_topic(rest):
        state.topic, state.stated = rest.strip(" .:"), False
        return _named_by_topic(material, place, passage)
    named = _TOPIC_FIRST.match(rest)
    topic = named["topic"] if named and say.is_topic(named["topic"]) else None
    begin = passage.end - len(rest) + (named.end() if named and topic else 0)
    return concern(material, passage, begin, "cause.label", theme=topic)


def _priority(material: Material, passage: Passage, words: str) -> Record | None:
    """What falls short under "Area for priority action"; what must be done is a duty."""
    duty = obliges(words) or len(words) < SHORT or words.endswith(":")
    if duty or not FALLS_SHORT.search(words) or NO_CONCERN.match(words):
        return None
    return concern(material, passage, passage.body, "cause.priority")


_PRIORITY = re.compile(
    r"areas? for priority action"
    r"|^\W*(?:\d{1,2}[.)]? )?(?:(?:regulatory )?breach(?:es)?(?: of .{3,40})?"
    r"|(?:serious |regulatory |main )?(?:failings|failures|shortfalls))\W*$",
    re.IGNORECASE,
)
_BODY_FIRST = re.compile(r"(?:\W*\d{0,2}[.)]?\s*)?(?P<body>[A-Z][^:–—]{3,70}?) ?[:–—-] (?=\S)")
_LIST_OF = re.compile(
    r"\b(?:open|closed|new|live|current|all|our)?\b.{0,20}causes? (?:of|for) concern",
    re.I,
)


def _of_body(material: Material, passage: Passage, words: str) -> Record | None:
    """ "Marlshire Police – …", a line of a list of concerns of several bodies."""
    first = _BODY_FIRST.match(words) if passage.kind == "item" else None
    if first is None or MODAL.search(words):
        return None
    if say.is_topic(words[first.end() :]):
        return None
    title = f"{material.meta.title or ''} {material.text[:160]}"
    named = inspected(material.within(passage.start, passage.start + first.end()))
    if not named or not _LIST_OF.search(title) or len(words) - first.end() < SHORT:
        return None
    led = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    above = f"{led} {passage.heading}".lower()
    made = concern(material, passage, passage.start + first.end(), "cause.of-body")
    state = "closed" if "closed" in above else "open" if "open" in above else None
    return replace(made, fields={**made.fields, "disposition": state})


def _named_by_topic(material: Material, place: int, passage: Passage) -> Record | None:
    """ "Cause of concern: custody", where the next sentence says what is wrong."""
    if place + 1 >= len(material.passages):
        return None
    after = material.passages[place + 1]
    words = material.text[after.start : after.end]
    if after.kind in ("heading", "row") or len(words) < SHORT or MODAL.search(words):
        return None
    if _label(words) or say.DEFINES.search(words) or _OF_A_VISIT.match(words):
        return None
    topic = material.text[passage.start : passage.end]
    return concern(
        material, after, after.body, "cause.topic", before=topic, theme=_topic_of(topic)
    )


# The letter begins below its title: what is wrong stands further down.
_OF_A_VISIT = re.compile(
    r"\W*(?:(?:During|In|On|Between|From) (?:our|the|my|\d)|I am writing|This letter|We (?:visited"
    r"|inspected|returned|came|carried out)|Thank you)\b",
)


def _topic_of(words: str) -> str | None:
    label = _LABEL.match(words)
    rest = words[label.end() :].strip(" .:–-") if label else ""
    return rest or None


def _listed(material: Material, passage: Passage, words: str) -> Record | None:
    """One of several concerns in a list under "Priority concerns" or "Causes of concern"."""
    led = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    if (
        passage.kind != "item"
        or not _SEVERAL.search(passage.heading)
        or (MODAL.search(led) and led.rstrip().endswith(":"))
        or MODAL.search(words)
        or len(words) < SHORT
        or not words.rstrip().endswith(".")
        or passage.start != material.canonical.blocks[passage.block].start
    ):
        return None
    return concern(material, passage, passage.body, "cause.listed", whole=True)


def _announced(material: Material, place: int, passage: Passage, words: str) -> Record | None:
    """What follows "The first cause of concern was:", or a list after "two causes of concern:"."""
    if not place or len(words) < 30 or passage.kind in ("heading", "row") or MODAL.search(words):
        return None
    before = material.passages[place - 1]
    line = material.text[before.start : before.end]
    led = material.text[passage.lead.start : passage.lead.end] if passage.lead else line
    above = _line_above(material, place)
    listed = passage.kind == "item" and (
        say.ANNOUNCES_LIST.search(led) is not None
        or say.COUNTED.search(above) is not None
        or (say.REASONS.search(above) is not None and _urgent(material))
    )
    if listed and passage.start == material.canonical.blocks[passage.block].start:
        return concern(material, passage, passage.body, "cause.announced", before=led, whole=True)
    if passage.kind != "item" and say.ANNOUNCES.search(line) and not NO_CONCERN.match(words):
        return concern(material, passage, passage.body, "cause.announced", before=line)
    return None


def _line_above(material: Material, place: int) -> str:
    """The line that a run of items stands under."""
    above = place - 1
    while above > 0 and material.passages[above].kind == "item":
        above -= 1
    before = material.passages[above]
    return material.text[before.start : before.end]
