"""A child by one letter, one first name or its family, beside an age, a school or a habit."""

import re

from answerable.publishing.sensitivity.words_of_people import STREET, UNDER_18, YEAR_OLD, person

_MINOR = rf"(?:{YEAR_OLD}|\b(?:child|boy|girl|pupil|teenager|baby)\b)"
_KNOWN_AS = re.compile(r"\b(?:known|referred to) as [\"']?[A-Z]\.?[\"']?(?![A-Za-z])")
_ONE_LETTER = re.compile(
    rf"(?<![\w.])[A-Z]\.,? \(?(?:aged )?{UNDER_18}\)?,? (?:was|were|is|has|had|who)\b"
)
_LETTER_AGED = re.compile(
    rf"(?:^|[.;:] )[A-Z], (?:aged |who is |now )?{UNDER_18}, (?:who |told|said|was|is|has|had"
    rf"|went|ran"
    r"|left|saw|met)"
)
_KIN = re.compile(
    rf"\b(?:son|daughter|nephew|niece|brother|sister|grandson|granddaughter) ([A-Z][a-z]+),? "
    rf"\(?(?:aged )?{UNDER_18}(?![\w%])"
)
_NAMED_AGED = re.compile(
    r"(?:^|[.;:,] |\band |\bof )(?:([A-Z][a-z]+), (?:aged )?(?:[4-9]|1[0-7]), "
    r"(?:and (?:his|her|an?)|who|was|had|has|from|told|ran|went|carried)\b"
    r"|([A-Z][a-z]+) \((?:aged )?(?:[4-9]|1[0-7])\),? (?:and (?:his|her)|who|told|saw|ran|went|hid"
    r"|carried)\b)"
)
_IS_NAMED = re.compile(
    r"\b(?:child|boy|girl|pupil|teenager|baby) (?:is|was) ([A-Z][a-z]+)(?: [A-Z]\.?)?(?=[.,;]|$)"
)
_FAMILY_LETTER = re.compile(r"\bthe [A-Z] (?:children|child|twins|siblings|brothers|sisters)\b")
_HE_IS = re.compile(rf"\b(?:[Hh]e|[Ss]he) (?:is|was) (?:only )?{UNDER_18}(?=[ ,;])")
_LIVES = re.compile(rf"{STREET}|\blives? (?:in|on|at|near)\b|\battends\b")
_TURNED = re.compile(rf"\b([A-Z][a-z]+) (?:had |has |will )?(?:just )?turn(?:s|ed)? {UNDER_18}\b")
_CHILD_LETTER = re.compile(
    r"\b[Cc]hild [A-Z]\b,? who (?:plays|attends|lives|goes|went|sings|works|boxes|swims)\b"
)


def beside_an_age(sentence: str, names: frozenset[str]) -> str:
    """Why the sentence tells who a child is; empty where it does not."""
    if (
        _ONE_LETTER.search(sentence)
        or _LETTER_AGED.search(sentence)
        or _FAMILY_LETTER.search(sentence)
    ):
        return "the initial of a child or of its family"
    if _KNOWN_AS.search(sentence) and re.search(_MINOR, sentence):
        return "the initial of a child or of its family"
    for rule in (_KIN, _NAMED_AGED, _IS_NAMED, _TURNED):
        found = rule.search(sentence)
        if found and person(found[found.lastindex or 1], names):
            return "the first name of a child"
    if _HE_IS.search(sentence) and _LIVES.search(sentence):
        return "the age of a child with a place or a school"
    if _CHILD_LETTER.search(sentence):
        return "a habit by which a child is known"
    return ""
