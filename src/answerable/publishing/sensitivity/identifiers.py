"""Numbers and references that belong to one person, thing or case: told by their shape."""

import re

_RULES = (
    ("the number plate of a vehicle", re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b(?!-)")),
    (
        "a National Insurance number",
        re.compile(r"\b(?!OP)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),
    ),
    (
        "an account, a card or a sort code",
        re.compile(
            r"\b\d{2}-\d{2}-\d{2}\b(?=[^.\n]{0,40}\d{6,8})|\b[Ss]ort code\b[^.\n]{0,12}\d"
            r"|\b(?:[Aa]ccount|[Cc]ard|[Aa]/c|IBAN|[Ww]allet)(?: (?:number|no\.?|ending(?: in)?"
            r"|details))?[: ]{0,3}(?:is |was |in )?(?:[A-Z]{2}\d{2}|\d{4})[\dA-Z ]{2,}"
            r"|\b\d{4} \d{4} \d{4} \d{4}\b|\bGB\d{2}[A-Z]{4}\d{6,}|\bbc1[a-z0-9]{10,}"
        ),
    ),
    (
        "a number that belongs to a person",
        re.compile(
            r"\b(?:[Pp]assport|NHS|NI|[Dd]riving licen[cs]e|[Ll]icen[cs]e|CRO|PNC(?:ID)?"
            r"|[Nn]ational"
            r" [Ii]nsurance|[Vv]isa|[Pp]rison(?:er)?|[Pp]ayroll|[Cc]ollar|[Ww]arrant card"
            r"|[Ss]houlder"
            r"|[Ss]taff|[Pp]atient|[Hh]ospital|UPN|URN|[Pp]seudonym|[Tt]enancy|[Cc]laim|[Bb]enefit"
            r"|"
            r"[Pp]upil|[Aa]sylum|Home Office ref\w*)(?: (?:number|no\.?|ID|ref(?:erence)?|card))"
            r"[^.\n]{0,15}?\b[A-Z]{0,4}[-/ ]?\d[\dA-Z/ -]{3,}"
            r"|\b[Pp]assport [A-Z]?\d{6,9}\b|\b[Ss]ource (?:no\.? |number )?\d{3,}\b"
            r"|\bPNC ?ID\b[^.\n]{0,10}\d|\b[A-Z]\d{4}[A-Z]{2}\b|\bA\d{4}[A-Z]{2}\b"
        ),
    ),
    (
        "the number of a telephone or a device",
        re.compile(
            r"\b(?:[Rr]ing|[Cc]all|[Pp]hone|[Tt]ext|[Cc]ontact|[Rr]each(?:ed)?|[Nn]umber for) "
            r"(?:her|him|them|the (?:victim"
            r"|witness|complainant|source|mother|father|family|girl|boy|informant"
            r"|survivor))[^.\n]{0,20}?0\d{3}"
            r"|\b(?:[Hh]er|[Hh]is|[Hh]im|[Tt]heir|informant|source|witness|victim|complainant"
            r"|suspect|mother|father|dealer)\b[^\n]{0,60}(?<!\d)(?:\+44 ?|0)7\d{3}[ -]?\d{3}[ -]?"
            r"\d{3}(?!\d)|\bIMEI\b|\bIMSI [\d ]{6,}"
            r"|\b(?:IP(?: address)?|[Ss]erver)[^.\n]{0,15}\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b"
            r"|\b[Ss]erial (?:number|no\.?)[^.\n]{0,8}\d"
        ),
    ),
    (
        "a point on the map",
        re.compile(
            r"\b(?:[Gg]rid ref(?:erence)?|OS grid)\b[^.\n]{0,10}\b[A-Z]{0,2} ?\d{3}"
            r"|\b(?:what3words|w3w|///)\b|///[a-z]+\.[a-z]+\.[a-z]+"
            r"|-?\d{1,2}\.\d{3,}°?,? ?[NS]?,? -?\d{1,3}\.\d{3,}"
        ),
    ),
    (
        "a date of birth",
        re.compile(
            r"\b(?:[Bb]orn|[Dd]ate of birth|D\.?O\.?B\.?|d\.?o\.?b\.?)\b[^.\n]{0,12}?\d{1,2}"
            r"(?:st|nd|rd|th)?[ /.-]"
        ),
    ),
    (
        "the reference of a case about a person",
        re.compile(
            r"\b(?:[Cc]ase|[Cc]rime|[Cc]omplaint) (?:file|record|log) [^.\n]{0,30}?number "
            r"(?:is )?\d{3,}"
            r"|\b(?:[Cc]rime|[Cc]ustody|[Ii]ncident|[Oo]ccurrence|[Cc]ase|[Cc]omplaint|[Rr]eferral"
            r"|[Ii]ntelligence|[Ll]og|MARAC|STORM|CAD|[Mm]isper|[Ss]afeguarding|[Ww]arrant"
            r"|[Ii]nvestigation|[Ee]xhibit|[Ff]ile|[Rr]eport|[Ss]ource|CHIS|[Rr]eference|IR"
            r"|[Rr]ef)(?: (?:no\.?|number"
            r"|ref(?:erence)?\.?|record|report|log|file|ID|URN))?[ :#]{1,3}(?:is |was |number )?"
            r"[A-Z]{0,5}[/-]?\d{1,8}[/-][A-Z\d/-]{2,}"
            r"(?=[^\n]*\b(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Hh]im|man|woman|boy|girl|child|victim"
            r"|witness"
            r"|complainant|mother|father|family|Mr|Mrs|Ms|Miss|suspect|nurse|teacher|officer"
            r"|neighbour"
            r"|who|whose|publican|landlord|driver|dealer|supplier|son|daughter|brother|aged|rape"
            r"|assault|abuse|theft from|patient)\b)"
        ),
    ),
)


def identifier(sentence: str) -> str:
    """Why a sentence holds such a number; empty where it does not.

    >>> identifier("The van, AN24 XYZ, was burnt.")
    'It gives the number plate of a vehicle.'
    """
    for what, rule in _RULES:
        if rule.search(sentence):
            return f"It gives {what}."
    return ""
