"""What identifies a child: initials, a name, or an age with a place, a family or a school."""

import re

from answerable.publishing.sensitivity.beside_an_age import beside_an_age
from answerable.publishing.sensitivity.kinds_of_people import KIN
from answerable.publishing.sensitivity.words_of_people import (
    CHILD,
    NAME,
    SCHOOL,
    STREET,
    UNDER_18,
    YEAR_OLD,
    person,
)

_KNOWN_CAPITALS = frozenset(
    (
        *("CSE", "CCE", "CSP", "NHS", "PCC", "OPCC", "UK", "DA", "DV", "CPS", "ISVA", "IDVA"),
        *("CC", "DCC", "ACC", "SOC", "OCG", "LRO", "CPS", "SARC", "MASH", "RASSO", "VAWG", "ASB"),
        *("EU", "GP", "IT", "HQ", "PEEL", "HMI", "AFI", "NCA", "ROCU", "CRIME", "VSA", "IICSA"),
        *(
            "A",
            "B",
            "C",
            "D",
            "X",
            "Y",
            "Z",
            "OR",
            "AND",
            "LOG",
            "KEY",
            "ID",
            "API",
            "NOT",
            "IN",
            "TO",
            "NO",
            "OF",
            "VRP",
        ),
    )
)
_INITIALS = r"(?:[A-Z]\.[ ]?[A-Z]\.(?:[ ]?[A-Z]\.?)?|[A-Z]{2,3})(?![A-Za-z])"
_AGED = (
    rf"(?:(?:aged? |age |, )(?:only )?{UNDER_18}(?=[),.; ]|$)|\((?:only )?{UNDER_18}(?=[),.;]"
    rf"| y|$))"
    r"(?! (?:per|recommend|force|session|of|in|days|weeks|months|to|or|and|January|February|March"
    r"|April|May|June|July|August|September|October|November|December))"
)
_MINOR = re.compile(
    rf"\b(?:child|boy|girl|pupil|teenager|juvenile|toddler|baby|schoolboy|schoolgirl|youth)\b"
    rf"|{YEAR_OLD}|\baged? {UNDER_18}\b(?! to\b| and\b| or\b|-)",
    re.IGNORECASE,
)
_CAPITAL_PLACE = r"(?:from|in|of|near|at|who lives in) (?:the )?[A-Z][a-z]+"


def childs(sentence: str, before: str, names: frozenset[str]) -> str:
    """A child by initials, by name with age, or by age with place or school."""
    if _initials(sentence):
        return "the initials of a child, a victim or a witness"
    for match in re.finditer(rf"({NAME}|[A-Z][a-z]+) ?{_AGED}", sentence):
        placed = re.match(r"[),]* (?:from|of) [A-Z]", sentence[match.end() :])
        if person(match[1], names) and (" " in match[1] or placed or re.search(_MINOR, sentence)):
            return "the name of a child with its age"
    named = re.search(rf"{YEAR_OLD}(?: [a-z]+)?,? ({NAME}|[A-Z][a-z]+)\b", sentence)
    if named and person(named[1], names):
        return "the name of a child with its age"
    if re.search(rf"{YEAR_OLD}|\baged {UNDER_18}\b(?! (?:to|and|or)\b)", sentence) and (
        re.search(STREET, sentence)
        or re.search(SCHOOL, sentence)
        or re.search(rf"\b{_CAPITAL_PLACE}", sentence)
    ):
        return "the age of a child with a place or a school"
    return _schooled(sentence) or _aged(sentence) or beside_an_age(sentence, names)


def _schooled(sentence: str) -> str:
    """A child with its school, or its name."""
    minor = re.search(r"\b(?:child|boy|girl|pupil|teenager|schoolboy|schoolgirl)\b", sentence)
    if minor and re.search(
        rf"\b(?:at|of|attends|from) (?:[A-Z][\w.']+ ){{1,4}}{SCHOOL}", sentence
    ):
        return "a child with its school"
    called = re.search(
        r"\b(?:child|boy|girl|pupil|teenager|daughter|son|baby)(?: is| was)?,? "
        r"(?:called|named|known as) [\"']?([A-Z][a-z]+)",
        sentence,
    )
    if called:
        return "the name of a child"
    return ""


_PLACED = re.compile(
    rf"\b(?:lad|lass|kid|boy|girl|child) of {UNDER_18} (?:from|in|of) (?:the )?[A-Z]"
)
_OF_FAMILY = re.compile(
    rf"\b(?:step|grand)?(?:son|daughter),? \(?(?:aged )?{UNDER_18}\)?, |{YEAR_OLD} (?:daughter"
    rf"|son|brother|sister"
    r"|nephew|niece)\b"
)
_HARM = re.compile(
    rf"{STREET}|\b(?:stabb|attack|abuse|violen|murder|rape|shooting|saw|victim|witness|carr"
    rf"|the (?:group|gang)\b)"
)
_BESIDE_A_NAME = re.compile(
    rf"(?:\b[A-Z][a-z]+ [A-Z]\.|[\"'][A-Z][a-z]+[\"']),? \(?(?:aged )?{UNDER_18}\b"
)
_BESIDE_A_WORD = re.compile(
    rf"\b(?:[Cc]hild|[Bb]oy|[Gg]irl|pupil|teenager|brothers?|sisters?)s?(?: [A-Z]\b)?,? "
    rf"\(?(?:aged )?{UNDER_18}"
    rf"(?:,? and {UNDER_18})?\b(?P<rest>\)?(?:,| from| of| in).*)"
)


def _aged(sentence: str) -> str:
    """An age beside a word for a child, with a place; beside a first name; or in a family."""
    if _BESIDE_A_NAME.search(sentence):
        return "the name of a child with its age"
    if _OF_FAMILY.search(sentence) and _HARM.search(sentence):
        return "the age of a child with its family"
    beside = _BESIDE_A_WORD.search(sentence)
    if _PLACED.search(sentence) or (
        beside and re.search(rf"\b{_CAPITAL_PLACE}|{STREET}", beside["rest"])
    ):
        return "the age of a child with a place or a school"
    return ""


def _initials(sentence: str) -> bool:
    after = re.finditer(
        rf"\b(?i:{CHILD})\b(?:,? known as|,? named|,? called|,? identified as|,|:| \(|) ?"
        rf"({_INITIALS})",
        sentence,
    )
    first = re.finditer(
        rf"\b({_INITIALS})(?:,|(?<=\.)(?::| -)| \(|, who is| is| was)? ?(?:aged |an? )?"
        rf"(?:{UNDER_18}[- ]year[- ]old|{UNDER_18}[- ]?y/?o\b|{UNDER_18}\)|child\b|boy\b|girl\b"
        rf"|teenager\b|{UNDER_18}, )",
        sentence,
    )
    with_word = re.finditer(rf"\binitials (?:are |is |were )?({_INITIALS})", sentence)
    whose = re.finditer(
        rf"\b({_INITIALS})'s? (?:{KIN}|school|placement|carers?|social worker|address|teacher)\b",
        sentence,
    )
    years = re.finditer(rf"{YEAR_OLD}(?: [a-z]+)?,? \(?({_INITIALS})", sentence)
    for match in (*after, *first, *with_word, *whose, *years):
        if match[1].replace(".", "").replace(" ", "") not in _KNOWN_CAPITALS:
            return True
    return False
