"""Numbers that are told without a figure: as many as the months of a year, one for each district.

The sentence is a plain one in which the restricted words are marked.
"""

import re

from answerable.publishing.sensitivity.numbers import SUBJECT

_GAP = r"(?:[\w'-]+ ){0,3}?"
_SOME = rf"{_GAP}{SUBJECT}"
_OPEN = (
    r"(?:possible|needed|required|necessary|it|we|they|he|she|can|before|ever|is|are|you|may|that"
    r"|planned|expected|hoped)\b"
)
_EQUAL = re.compile(
    rf"\bas many {_SOME} as (?!{_OPEN})"
    rf"|\bas many [\w' -]{{1,40}}? as (?:there (?:are|were) |we have |it has )?{_SOME}"
    rf"|\b(?:the same|an equal|an identical) number (?:of|as)\b[^.]{{0,60}}?{SUBJECT}"
    rf"|{SUBJECT}[^.]{{0,60}}?\b(?:the same|an equal) (?:number )?as the (?:number|count)\b"
    rf"|{SUBJECT}[^.]{{0,60}}?\b(?:match|equal|correspond|add up|tall(?:y|ie)|is|are)(?:s|es|ed)?"
    r" (?:exactly )?(?:to |with )?the (?:number|count|total) of\b"
    rf"|\bthe (?:number|count|total) of {_SOME}[^.]{{0,60}}?\b(?:is|was|match\w*|equal\w*) "
    r"(?:exactly )?(?:to |with )?(?:the|that) (?:number |same |of )"
    rf"|{SUBJECT}[^.]{{0,60}}?\b(?:months|days|weeks|hours|letters|players|cards|seats|players"
    rf"|signs|planets|apostles|commandments|states|wards|districts) (?:in|of|on) (?:a|an|the) "
)
_OF_ANOTHER = re.compile(
    rf"{SUBJECT}[^.]{{0,60}}?\b(?:double|twice|half|treble|triple|(?:a|two) (?:third|quarter)s? of"
    rf"|\w+ "
    rf"times) (?:that|those|the (?:number|count|total|figure)) (?:of|in|for|at)\b",
    re.IGNORECASE,
)
_ONE_FOR_EACH = re.compile(
    rf"\b(?:one|a single|exactly one|just one|two|three) {_SOME} (?:for|to|per|in|on) "
    rf"(?:each|every|all|any)\b(?! {_GAP}{SUBJECT})"
    rf"|\ban? {_SOME} (?:for|per|in|on) (?:each|every) (?:one )?(?:of )?(?:the |its |our )?"
    r"(?:[\w']+ )?(?:district|ward|town|county|borough|month|week|local|division|department"
    r"|station"
    r"|command|council|neighbourhood)"
    rf"|\b(?:each|every) (?:[\w']+ )?(?:district|ward|town|borough|division|station|command"
    rf"|council"
    rf")\b[^.]{{0,20}}? has (?:one|a|its own|two|three) {_SOME}"
)
_HANDS = re.compile(
    r"\bon the fingers of\b|\b(?:football|rugby|cricket|netball|hockey|basketball|five-a-side) "
    r"(?:team|side|eleven|squad|fifteen|league)\b|\ba (?:full )?(?:jury|minibus|deck of cards"
    r"|pack of cards|baker's|chessboard|string quartet|coachload|busload)\b",
    re.IGNORECASE,
)
_EVERY_SO_OFTEN = re.compile(
    rf"\b(?:an?|one) {_SOME}\b[^.]{{0,60}}?\b(?:every|each|once in|per) (?:(?:\w+|\d+) )?"
    r"(?:days?|weeks?|months?|hours?|fortnight|year)\b"
    rf"|{SUBJECT}[^.]{{0,60}}?\bon average\b[^.]{{0,20}}?\bevery\b"
    rf"|{SUBJECT}[^.]{{0,30}}? (?:daily|weekly|a day|a week|a fortnight) on average"
    rf"|{SUBJECT}[^.]{{0,60}}?\b(?:one|two|three|four|five|another|\d+) (?:more )?(?:each|every"
    rf"|per|a)"
    r" (?:day|week|fortnight|month|quarter)\b"
    rf"|\bevery (?:other )?(?:(?:\w+|\d+) )?(?:days?|weeks?|hours?),? (?:one|an?"
    rf"|on average) {_SOME}",
    re.IGNORECASE,
)


def told_by_comparison(marked: str) -> bool:
    """Does the marked sentence give a number by comparing, by a rate, or on the fingers?"""
    if SUBJECT not in marked:
        return False
    rules = (_EQUAL, _OF_ANOTHER, _ONE_FOR_EACH, _HANDS, _EVERY_SO_OFTEN)
    return any(rule.search(marked) for rule in rules)
