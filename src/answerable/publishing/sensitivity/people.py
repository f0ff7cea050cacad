"""What identifies a victim, a witness, a complainant or a child, and who owns a named group."""

import re
from collections.abc import Iterator

from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, PEOPLE, Held, Passage
from answerable.publishing.sensitivity.plain import plain, sentences

_CHILD = (
    r"(?:child|boy|girl|pupil|teenager|teen|juvenile|minor|toddler|baby|infant|schoolboy"
    r"|schoolgirl|youth|young person|student|daughter|son|victim|witness|complainant|survivor)"
)
_HARMED = r"(?:victim|witness|complainant|survivor|informant|injured party|aggrieved|bereaved)"
_NAME = r"[A-Z][a-z]+(?:[-' ][A-Z][a-z]+){1,2}"
_TITLED = r"(?:Mr|Mrs|Ms|Miss|Master)\.? [A-Z][a-z]+"
_ROAD = (
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Way|Crescent|Court|Terrace|Gardens|Grove|Place"
    r"|Row|Walk|Hill|Rise|Green|Mews|Square|House|Flats|Estate|St|Rd|Ave)"
)
_STREET = rf"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? {_ROAD}\b"
_SCHOOL = r"(?:School|Academy|College|Nursery|Primary|High)\b"
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
_NO_PERSON = re.compile(
    r"\b(?:Support|Commissioner|Service|Services|Society|Care|Unit|Code|Act|Assessment|Strategy"
    r"|Fund|Police|Council|Board|Trust|Foundation|House|Team|Centre|Partnership|Force|Committee"
    r"|Panel|Voice|Charter|Hub|Programme|Project|County|City|Mercia|Midlands|Shire|Government"
    r"|Justice|Office|Crime|Law|Report|Plan|Review|Court|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|Scheme|Line|Surcharge|Satisfaction"
    r"|Constable|Health|Safer|Streets|Street|Road|Needs|Contact|Protection|Intermediary)\b"
)
_AGE_UNDER_18 = (
    r"(?:[1-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen)"
)
_AGED = (
    rf"(?:aged? |age |\(|, )(?:only )?{_AGE_UNDER_18}(?=[),.; ]|$)"
    r"(?! (?:per|recommend|force|session|of|in|days|weeks|months|to|or|and|January|February|March"
    r"|April|May|June|July|August|September|October|November|December))"
)
_YEAR_OLD = rf"\b{_AGE_UNDER_18}[- ]years?[- ]old\b"
_SAID_TO_BE = re.compile(
    rf"\b(?:[Vv]ictim|[Ww]itness|[Cc]omplainant|[Ss]urvivor|[Ii]nformant|[Cc]hild)(?:es|s)?"
    rf"(?:,| is| was| named| called|:|'s name is| -|) ?(?:named |called |is )?({_NAME}|{_TITLED})"
)
_NAME_FIRST = re.compile(
    rf"\b({_NAME}|{_TITLED}),? (?:was|is|who was|who is|as)?,? ?"
    rf"(?:one of )?(?:the|a|an|another)? ?(?:key |main |alleged |first )?{_HARMED}\b"
    r"(?! (?:support|care|service|satisfaction|code|voice|surcharge|needs|contact|journey|focus))"
)
_GAVE_EVIDENCE = re.compile(
    rf"\b({_NAME}|{_TITLED}) (?:gave evidence|gave a statement|made a statement|testified"
    r"|reported the rape|reported being|was (?:raped|assaulted|abused|stabbed|groomed|exploited"
    r"|trafficked|burgled|robbed|sexually)|complained (?:of|that)|told police (?:that )?(?:she|he)"
    r"|disclosed|was interviewed as a witness)"
)
_FAMILY = re.compile(
    rf"\b(?:mother|father|parents?|son|daughter|wife|husband|sister|brother|widow|nephew|niece"
    rf"|grandson|granddaughter|partner|stepson|stepdaughter|carer) of ({_NAME}|{_TITLED})"
    rf"|\b({_NAME}|{_TITLED})'s? (?:mother|father|son|daughter|wife|husband|sister|brother|baby"
    r"|stepson|stepdaughter)\b"
)
_PERSON_WORDS = re.compile(
    rf"\b{_CHILD}s?\b|\b(?:lives?|lived|living|home|resident|family|mother|father|burgled|raped"
    r"|assaulted|stabbed|abused|attacked|groomed|exploited|complain\w*|informant|she|he|woman|man)\b"
    r"|\baged \d",
    re.IGNORECASE,
)
_MINOR = re.compile(
    rf"\b(?:child|boy|girl|pupil|teenager|juvenile|toddler|baby|schoolboy|schoolgirl|youth)\b"
    rf"|{_YEAR_OLD}|\baged? {_AGE_UNDER_18}\b(?! to\b| and\b| or\b|-)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"\b(?:flat |apartment )?\d{{1,4}}[a-z]?,? (?:[A-Z][a-z]+ ){{1,3}}{_ROAD}\b"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_PHONE = re.compile(r"(?<!\d)(?:\+44 ?\d|0\d)\d{2,3}[ ]?\d{3}[ ]?\d{3,4}(?!\d)")
_BORN = re.compile(
    r"\b(?:born (?:on )?|date of birth|D\.?O\.?B\.?)[: ]{0,3}(?:on )?(?:\d{1,2}[ /.-])",
    re.IGNORECASE,
)
_CRIME_NUMBER = re.compile(
    r"\b(?:crime (?:reference|number|ref)|custody (?:record|number)|incident (?:number|ref\w*)"
    r"|URN|NHS number|PNC(?: ID| number)?)\b[^.\n]{0,20}?\d[\d/A-Z-]{3,}",
    re.IGNORECASE,
)
_RANK = (
    r"(?:PC|DC|PS|DS|DI|DCI|CI|Insp(?:ector)?\.?|Sgt\.?|Sergeant|Det(?:ective)?\.?(?: (?:Chief )?"
    r"(?:Inspector|Sergeant|Superintendent|Constable))?|Chief Inspector|Superintendent"
    r"|Supt\.?|Chief Superintendent|Ch(?:ief)? Insp\.?)"
)
_OWNER = re.compile(
    rf"(?:\bLROs?\b|[Ll]ead [Rr]esponsible [Oo]fficers?|FOURP|\bOCGs?\b)"
    rf"[^.\n]{{0,40}}?\b{_RANK} [A-Z][a-z]+"
    rf"|\b{_RANK} (?:[A-Z][a-z]+ )?[A-Z][a-z]+[^.\n]{{0,50}}?"
    rf"(?:\bLROs?\b|lead responsible officer|FOURP|\bOCGs?\b)"
    rf"|\bLRO(?: is|:| for this group is) ({_NAME})"
)
TRIGGER = re.compile(
    r"(?i:child|boy|girl|pupil|teen|juvenile|minor|toddler|baby|infant|youth|young person|student"
    r"|daughter|son\b|victim|witness|complain|survivor|informant|injured|aggrieved|bereaved|aged?\b"
    r"|year|initials|born|birth|dob|crime ref|crime num|custody|incident|urn\b|pnc\b|nhs num"
    r"|statement|evidence|testif|rape|raped|assault|abused|stabbed|groom|exploit|traffick|burgled"
    r"|robbed|disclosed|mother|father|parent|wife|husband|sister|brother|widow|nephew|niece|carer"
    r"|partner of|lives|lived|home|resident|family|woman|\bman\b|\bshe\b|\bhe\b|lro|responsible"
    r"|fourp|ocg)"
    r"|[A-Z][a-z]+(?:,| \(|,? aged) ?\d"
)
_CAPITAL_PLACE = r"(?:from|in|of|near|at|who lives in) (?:the )?[A-Z][a-z]+"


def people(passage: Passage, names: frozenset[str]) -> Iterator[Held]:
    """Each sentence that identifies a protected person, with the first reason."""
    text = plain(passage.text)
    if not TRIGGER.search(text):
        return
    before = ""
    for sentence in sentences(text):
        if reason := _reason(sentence, before, names):
            ground = LAW_ENFORCEMENT if reason == _OWNS else PEOPLE
            yield Held(
                what=_OWNS if reason == _OWNS else "what identifies a person",
                where=passage.where,
                words=sentence,
                why=f"It gives {reason}." if reason != _OWNS else "The owner is never named.",
                ground=ground,
            )
        before = sentence


_OWNS = "the officer who owns a group or its plan"


def _reason(sentence: str, before: str, names: frozenset[str]) -> str:
    for find in (_childs, _named_person, _places, _particulars):
        if reason := find(sentence, before, names):
            return reason
    return _OWNS if _OWNER.search(sentence) else ""


def _childs(sentence: str, before: str, names: frozenset[str]) -> str:
    """A child by initials, by name with age, or by age with place or school."""
    if _initials(sentence):
        return "the initials of a child, a victim or a witness"
    for match in re.finditer(rf"({_NAME}|[A-Z][a-z]+) ?{_AGED}", sentence):
        if _person(match[1], names) and (" " in match[1] or re.search(_MINOR, sentence)):
            return "the name of a child with its age"
    named = re.search(rf"{_YEAR_OLD}(?: [a-z]+)?,? ({_NAME}|[A-Z][a-z]+)\b", sentence)
    if named and _person(named[1], names):
        return "the name of a child with its age"
    if re.search(rf"{_YEAR_OLD}|\baged {_AGE_UNDER_18}\b(?! (?:to|and|or)\b)", sentence) and (
        re.search(_STREET, sentence)
        or re.search(_SCHOOL, sentence)
        or re.search(rf"\b{_CAPITAL_PLACE}", sentence)
    ):
        return "the age of a child with a place or a school"
    minor = re.search(r"\b(?:child|boy|girl|pupil|teenager|schoolboy|schoolgirl)\b", sentence)
    if minor and re.search(
        rf"\b(?:at|of|attends|from) (?:[A-Z][\w.']+ ){{1,4}}{_SCHOOL}", sentence
    ):
        return "a child with its school"
    called = re.search(
        r"\b(?:child|boy|girl|pupil|teenager|daughter|son|baby)(?: is| was)?,? "
        r"(?:called|named|known as) ([A-Z][a-z]+)",
        sentence,
    )
    return "the name of a child" if called else ""


def _initials(sentence: str) -> bool:
    after = re.finditer(
        rf"\b{_CHILD}(?:,? known as|,? named|,? called|,? identified as|,|:| \(|) ?({_INITIALS})",
        sentence,
    )
    first = re.finditer(
        rf"\b({_INITIALS})(?:,| \(|, who is| is| was)? ?(?:aged |an? )?"
        rf"(?:{_AGE_UNDER_18}[- ]year[- ]old|{_AGE_UNDER_18}\)|child\b|boy\b|girl\b"
        rf"|teenager\b|{_AGE_UNDER_18}, )",
        sentence,
    )
    with_word = re.finditer(rf"\binitials (?:are |is |were )?({_INITIALS})", sentence)
    years = re.finditer(rf"{_YEAR_OLD}(?: [a-z]+)?,? \(?({_INITIALS})", sentence)
    for match in (*after, *first, *with_word, *years):
        if match[1].replace(".", "").replace(" ", "") not in _KNOWN_CAPITALS:
            return True
    return False


def _named_person(sentence: str, before: str, names: frozenset[str]) -> str:
    for pattern in (_SAID_TO_BE, _NAME_FIRST, _GAVE_EVIDENCE):
        for match in pattern.finditer(sentence):
            if _person(match[1], names):
                return "the name of a victim, a witness, a complainant or a child"
    if family := _FAMILY.search(sentence):
        name = family[1] or family[2]
        if _person(name, names) and re.search(
            rf"\b{_HARMED}|\bchild|abus|rape|assault|groom|exploit|attack|murder|kill|stab|arrest|"
            r"\bgang\b|\bOCG",
            f"{before} {sentence}",
        ):
            return "the family of a protected person"
    return ""


def _places(sentence: str, before: str, names: frozenset[str]) -> str:
    around = f"{before} {sentence}"
    if (_ADDRESS.search(sentence) or _POSTCODE.search(sentence)) and _PERSON_WORDS.search(around):
        return "an address with a person"
    aged_name = re.search(rf"\b({_NAME}) ?(?:,|\(|aged|, aged) ?\d{{1,2}}\b", sentence)
    if aged_name and _person(aged_name[1], names) and re.search(_STREET, sentence):
        return "a name with age and street"
    harmed = re.search(
        rf"\b{_HARMED}\b|\b(?:child|boy|girl)\b|\bwho (?:reported|complained)", sentence
    )
    if harmed and re.search(rf"\b(?:of|in|from|at|on) {_STREET[2:]}", sentence):
        street = re.search(_STREET, sentence)
        if street and not re.search(
            r"\b(?:Safer|High|Children|Crown|Magistrates|County|Supreme)\b", street[0]
        ):
            return "a protected person with a street"
    return ""


def _particulars(sentence: str, before: str, names: frozenset[str]) -> str:
    if _BORN.search(sentence):
        return "a date of birth"
    if _CRIME_NUMBER.search(sentence):
        return "a reference of a crime, a custody record or a person"
    if _PHONE.search(sentence) and re.search(
        rf"\b{_HARMED}|\b(?:child|family|mother)\b", sentence
    ):
        return "a telephone number of a protected person"
    return ""


def _person(name: str, names: frozenset[str]) -> bool:
    """Could it be a person who is not one of the office-holders and bodies that are named?"""
    return name.casefold() not in names and not _NO_PERSON.search(name)
