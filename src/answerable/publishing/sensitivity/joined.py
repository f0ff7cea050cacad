"""Words of facts that a paper joins with words of its own: “Audit the queue: due 1 August 2024.”

The words of a fact are looked at when they are recorded. A paper that repeats them and says beside
them where it stands gives nothing more away, unless what it adds is a number or tells of a person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from answerable.publishing.sensitivity import contacts
from answerable.publishing.sensitivity.counts import mentions
from answerable.publishing.sensitivity.model import Passage, Subjects
from answerable.publishing.sensitivity.numbers import cleaned, numbers
from answerable.publishing.sensitivity.plain import plain, sentences
from answerable.publishing.sensitivity.seen import seen
from answerable.publishing.sensitivity.signs import particulars

_LEAST = 3
"""Words of a fact; fewer stand in many sentences."""
_ENDS = " .;:,"
_SET_OFF = (r"(?:^|(?<=[^\w\s])|(?<=[^\w\s] ))", r"(?=\s*(?:$|[^\w\s]))")
"""A sign, or the end, before words and after them."""
_TELLING = frozenset(
    ("code", "covert", "hideout", "informs", "matter", "ours", "source", "strike", "hard strike")
)
"""Signs that our own words about dates and states never have."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The fact whose words a paper repeats, and what stands around them there."""

    fact: Passage
    rest: str


def joined(words: str, facts: Iterable[Passage]) -> Joined | None:
    """The fact of which a sentence repeats the most, or of which it is the greatest part."""
    told, best = words.strip(_ENDS), None
    for fact, own in _sentences(facts):
        if _within(told, own):
            found = len(own) - len(told), Joined(fact, "")
        elif at := _within(own, words, set_off=True):
            rest = f"{words[: at.start()]}, {words[at.end() :]}"
            found = len(rest), Joined(fact, rest)
        else:
            continue
        best = found if best is None or found[0] < best[0] else best
    return best[1] if best else None


def adds(rest: str, subjects: Subjects) -> bool:
    """Do words around those of a fact give a number, or what a number in them may count; or do
    they tell of a person or of a tactic?
    """
    bare = cleaned(rest)
    return bool(
        numbers(bare)
        or particulars(bare)
        or _TELLING & seen(bare)
        or contacts.told(rest, subjects.names)
        or any(mentions(one, rest) for one in (*subjects.counted, *subjects.units))
    )


def _sentences(facts: Iterable[Passage]) -> Iterator[tuple[Passage, str]]:
    for fact in facts:
        for sentence in sentences(plain(fact.text)):
            yield fact, sentence.strip(_ENDS)


def _within(part: str, whole: str, *, set_off: bool = False) -> re.Match[str] | None:
    """Words inside others, as whole words; `set_off`: a sign stands before and after them, as
    where a paper joins. A few words stand in many sentences.
    """
    if part.count(" ") < _LEAST - 1 or part.casefold() not in whole.casefold():
        return None
    before, after = _SET_OFF if set_off else (r"(?<!\w)", r"(?!\w)")
    return re.search(f"{before}{re.escape(part)}{after}", whole, re.IGNORECASE)
