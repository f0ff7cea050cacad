"""Where in a sentence of minutes what is to be done begins, behind who agreed and who shall.

"(5.6) Bramble on the path – SV to ask the contractor", "It was agreed that the Director of
Nursing would write", "and unanimously agreed to buy from Marl Signs": what a column of owners or
an "ACTION: SV" below says of such a sentence is its last clause and not the whole.
"""

import re

from answerable.reading.actions.parts.action_agents import NOUN, agent
from answerable.reading.actions.parts.action_words import DO, IDLE, OWNER
from answerable.reading.material import Material

_SAID = r"(?:(?:also|then|both|jointly|kindly) )?"
_AGREED = re.compile(
    r"\b(?:agreed|AGREED|resolved|RESOLVED|decided|DECIDED|requested|suggested|undertook|offered"
    r"|volunteered|asked|happy|willing)(?:,? (?!to\b|that\b)[^.;:]{2,40},)?"
    rf" (?:to {_SAID}(?!{IDLE}\b)(?P<to>[a-z])"
    rf"|that {_SAID}(?:{OWNER} (?:(?:would|should|will|shall|must|to|be asked to) )?{_SAID}"
    rf"(?P<own>(?!(?:would|should|will|shall|must|to|was|were|is|are|has|had|have|of|for|in|at|on"
    rf"|and|{IDLE})\b)"
    r"[a-z]{2,}(?<!ed)(?<!s)\b)"
    r"|(?P<that>(?:the|an?|all|this|these|any|it|further|future|more|each|[a-z]+s) [^.;:]{2,160}?"
    r"(?:would|should|will|to|must)? ?be [a-z]+(?:ed|en|nt|ld|ght|wn|de|ut)\b)))"
)
_TO = re.compile(
    rf"(?:^\W*(?:\(?[A-Z]{{0,4}}\d[\w./]*\)?[.:)]? )?|[.:;,)] |\band |[–—-] )(?P<who>{NOUN})"
    rf"(?: \([A-Z]{{2,4}}\))? (?:to|will|would) {_SAID}(?P<do>{DO}\b)"
)
_TO_BE = re.compile(
    r"(?:^\W*|[.:;] )(?:[Tt]h(?:e|is|ese|ose)|An?|All|It)\b[^.;:,]{0,80}? to be "
    r"(?P<done>(?!(?:noted|held|reviewed at)\b)[a-z]+(?:ed|en|nt|ld|ght|wn|de|ut)\b)"
)


def task_in(material: Material, start: int, end: int) -> int | None:
    """Where what is to be done begins between two places; None where no such clause stands."""
    words = material.text[start:end]
    agreed = _AGREED.search(words)
    if agreed is not None:
        group = next(one for one in ("to", "own", "that") if agreed[one] is not None)
        return start + agreed.start(group)
    for told in _TO.finditer(words):
        if agent(material, told["who"].rpartition(" - ")[2]):
            return start + told.start("do")
    passive = _TO_BE.search(words)
    return start + passive.start("done") if passive is not None else None
