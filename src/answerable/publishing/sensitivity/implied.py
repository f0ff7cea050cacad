"""Numbers of a restricted subject where a sentence does not name it: by levels or strands."""

import re
from collections.abc import Iterator

from answerable.publishing.sensitivity.model import Subject, Subjects
from answerable.publishing.sensitivity.numbers import SUBJECT, Number, cleaned, numbers
from answerable.publishing.sensitivity.plain import in_lines

_LEVELS = re.compile(
    r"\b(?:\d+|[a-z]+) (?:major|moderate|minor)\b[^.]{0,40}?\b(?:\d+|[a-z]+) (?:major|moderate"
    r"|minor)\b"
    r"|\b(?:major|moderate|minor)[:=, ]{1,3}\d+\b[^.]{0,20}?\b(?:major|moderate"
    r"|minor)[:=, ]{1,3}\d+",
    re.IGNORECASE,
)
_STRAND = re.compile(r"\b(?:Pursue|Prevent|Protect|Prepare)\b")
_PLANS = re.compile(r"\bplans\b", re.IGNORECASE)
_OF_WORK = re.compile(
    r"organi[sz]ed crime|\bgangs?\b|\bgroups?\b|\bnetworks?\b|\bSOC\b|disrupt|county lines?",
    re.IGNORECASE,
)

Found = Iterator[tuple[str, Subject, Number]]


def without_the_word(text: str, subjects: Subjects) -> Found:
    """Each such sentence of a plain text, with its subject and the number."""
    for subject in subjects.counted:
        if subject.key == "disruptions" and _LEVELS.search(text):
            yield from _by_levels(text, subject)
        if subject.key == "plans-4p" and _STRAND.search(text):
            yield from _by_strands(text, subject)


def _by_levels(text: str, subject: Subject) -> Found:
    """“12 major, 30 moderate”: disruptions by their levels."""
    for sentence in in_lines(text)[0]:
        levels = _LEVELS.search(sentence)
        if levels and _OF_WORK.search(sentence) and (found := numbers(levels[0], every=True)):
            yield sentence, subject, found[0]


def _by_strands(text: str, subject: Subject) -> Found:
    """“Half of the 18 plans have a Prepare strand”: plans that a strand shows to be 4P ones."""
    for sentence in in_lines(text)[0]:
        if not _STRAND.search(sentence):
            continue
        marked = _PLANS.sub(SUBJECT, cleaned(sentence))
        if found := [n for n in numbers(marked) if n.noun == SUBJECT]:
            yield sentence, subject, found[0]
