"""What identifies a victim, a witness, a complainant or a child, and who owns a named group."""

import re
from collections.abc import Iterator

from answerable.publishing.sensitivity.children import childs
from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, PEOPLE, Held, Passage
from answerable.publishing.sensitivity.plain import in_lines, plain
from answerable.publishing.sensitivity.words_of_people import (
    CHILD,
    HARMED,
    HURT,
    NAME,
    ROAD,
    STREET,
    TITLED,
    person,
)

_SAID_TO_BE = re.compile(
    rf"\b(?:[Vv]ictim|[Ww]itness|[Cc]omplainant|[Ss]urvivor|[Ii]nformant|[Cc]hild"
    rf"|[Ww]histle-?blower)(?:es|s)?"
    rf"(?:,| is| was| named| called|:|'s name is| -|) ?(?:named |called |is |an? )?"
    rf"(?:(?:Sgt|Insp|PC|DC|PS|Dr)\.? )?({NAME}|{TITLED})"
    rf"|\b[Cc]omplaint (?:[A-Z]{{1,4}}/[\d/]+ )?(?:(?:was )?(?:made|brought|received|reviewed"
    rf"|upheld"
    rf"|logged) ?)?(?:by|of|from|:) "
    rf"(?:(?:Councillor|Cllr|Dr|Rev) )?((?:Mr|Mrs|Ms|Miss) (?:[A-Z]\.? ?){{1,2}}[A-Z][a-z]+|{NAME}"
    rf"|{TITLED})"
)
_NAME_FIRST = re.compile(
    rf"\b({NAME}|{TITLED}),? (?:was|is|who was|who is|as)?,? ?"
    rf"(?:one of )?(?:the|a|an|another)? ?(?:(?!said|asked|told|wrote|thanked|met)[a-z]+ ){{0,3}}"
    rf"{HARMED}\b"
    r"(?! (?:support|care|service|satisfaction|code|voice|surcharge|needs|contact|journey|focus))"
)
_GAVE_EVIDENCE = re.compile(
    rf"\b({NAME}|{TITLED}),? (?:who )?(?:gave evidence|gave a statement|made a statement|testified"
    rf"|reported the rape|reported being|(?:was|had been|has been) {HURT}"
    r"|complained (?:of|that|about)"
    r"|told police (?:that )?(?:she|he)|disclosed|was interviewed as a witness"
    rf"|(?:told|said|described|explained)[^.\n]{{0,60}}? (?:she|he) (?:was|had been) {HURT})"
)
_COMPLAINS_IN_OFFICE = re.compile(r"(?:Councillor|Cllr|Alderman)\b.*\bcomplained\b")
_WITNESS_IN_OFFICE = re.compile(
    r"Witness(?:es)?: (?:[A-Z][a-z]+,? ){2,4}(?:and )?(?:HM |the )?(?:Chief|Head|Commissioner"
    r"|Director|[Cc]hair|Deputy|Assistant|Leader|Minister|Professor)\b"
    r"|Witness(?:es)?: (?:Detective )?(?:Chief|Superintendent|Commander|Professor|Sir|Dame)\b"
)
"""A witness before a committee, who answers there for an office."""
_BODY = re.compile(r"Victims [A-Z]")
"""A body that is called after victims, such as Victims First."""
_OF_WHAT = re.compile(
    rf"\b[Vv]ictim of (?:the |a )?\w+(?: \w+)? (?:is|was) ({NAME}|{TITLED})\b"
    rf"|\b{HARMED}, ([A-Z][a-z]+), "
)
_BELONGS = re.compile(
    rf"\b({NAME}|{TITLED})'s (?:house|home|shop|flat|car|bike|farm|caravan)\b[^.\n]{{0,40}}?"
    rf"\b(?:was|were|been) {HURT}"
)
_RELATIVE = re.compile(
    rf"\b(?:mother|father|parent|sister|brother|widow) of the (?:\w+ ){{1,3}}?(?:boy|girl|child"
    rf"|victim|woman|man|teenager),? ({NAME})\b|"
    rf"\b(?:sister|brother|mother|father|son|daughter|wife|husband|partner|aunt|uncle|cousin),? "
    rf"({NAME})\b"
)
_ITS_NAME = re.compile(
    rf"\b(?:[Hh]er|[Hh]is|[Tt]heir|boy's|girl's|child's|victim's)"
    rf" (?:first |full |real |sur|last |given )?name (?:is|was) ({NAME}|[A-Z][a-z]+)\b"
)
_FIRST_NAME = re.compile(
    rf"\b([A-Z][a-z]+(?: [A-Z][a-z]*\.?)?),? \(?(?:aged )?\d{{1,2}}\)?,? "
    rf"(?:who )?(?:was|were|had been|has been) (?:also )?{HURT}"
)
_FAMILY = re.compile(
    rf"\b(?:mother|father|parents?|son|daughter|wife|husband|sister|brother|widow|nephew|niece"
    r"|family|child|children|twins|baby|grandson|granddaughter|partner|stepson|stepdaughter|carer)"
    rf" of ({NAME}|{TITLED})"
    rf"|\b({NAME}|{TITLED})'s? (?:mother|father|son|daughter|wife|husband|sister|brother|baby"
    r"|stepson|stepdaughter)\b"
)
_PERSON_WORDS = re.compile(
    rf"\b{CHILD}s?\b(?! (?:service|care|support|unit|centre|code|room|hub|team|voice|staff))"
    rf"|\b(?:lives?|lived|living|home|resident|family|mother|father|burgled|raped"
    r"|assaulted|stabbed|abused|attacked|groomed|exploited|complain\w*|informant|she|he|woman"
    r"|man)\b"
    r"|\baged \d",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"\b(?:flat |apartment )?\d{{1,4}}[a-z]?,? (?:[A-Z][a-z]+ ){{1,3}}{ROAD}\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_SENTENCED = re.compile(
    rf"^(?!.*\b(?:{HURT}|{HARMED})).*\b(?:sentenced|jailed|convicted|imprisoned"
    rf"|fined)\b.*\bCourt\b"
)
"""What a court said in public of somebody, with nobody else in the sentence."""
_PHONE = re.compile(r"(?<!\d)(?:\+44 ?\d|0\d)\d{2,3}[ ]?\d{3}[ ]?\d{3,4}(?!\d)")
_LIVES = re.compile(r"\bliv(?:es?|ed|ing) (?:in|at|on|above|near|next to) (?:the )?[A-Z\d]")
_MAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}")
_PLATE = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b")
_BORN = re.compile(
    r"\b(?:born (?:on )?|date of birth(?: is| was)?|D\.?O\.?B\.?)[: ]{0,3}(?:on )?"
    r"(?:\d{1,2}[ /.-])",
    re.IGNORECASE,
)
_CRIME_NUMBER = re.compile(
    r"\b(?:crime (?:reference|number|ref)|custody (?:record|number)|incident(?: number| ref\w*)?"
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
    rf"[^.\n]{{0,40}}?\b{_RANK} (?:[A-Z]\. ?)?[A-Z][a-z]+"
    rf"|\b{_RANK} (?:[A-Z][a-z]+ )?[A-Z][a-z]+[^.\n]{{0,50}}?"
    rf"(?:\bLROs?\b|lead responsible officer|FOURP|\bOCGs?\b)"
    rf"|\bLRO(?: is|:| for this group is) ({NAME})"
    rf"|\b{_RANK} (?:[A-Z]\.? ?)?(?:[A-Z][a-z]+ )?[A-Z][a-z]+,? (?:who )?(?:now )?(?:runs|leads"
    rf"|owns|manages"
    r"|heads|directs|oversees|coordinates|has charge of|is in charge of|looks after"
    r"|is responsible for"
    r"|is working on|works on)\b[^.\n]{0,40}?\b(?:the|a|this|that) (?!youth|working|steering"
    r"|communit"
    r"|advisory|support|volunt|watch)(?:[A-Z\d\"'][\w\"']* ?){1,3}(?:group|gang|network|crew"
    r"|family"
    r"|brothers|line|outfit)\b"
)
_SUSPECTED = re.compile(
    rf"\b(?:[Ss]uspects?|[Nn]ominals?|[Rr]ingleader|[Gg]ang leader|[Ll]ine holder)"
    rf"(?: is| was| named| called|,|:)? ({NAME})"
    rf"|\binvestigation into (?:the )?({NAME}|[A-Z][a-z]+ (?:family|brothers|cousins))\b"
)
TRIGGER = re.compile(
    r"(?i:suspect|nominal|ringleader|gang leader|line holder|investigation into|child"
    r"|boy|girl|pupil|teen|juvenile|minor|toddler|baby|infant|youth|young person|student"
    r"|daughter|son\b|victim|witness|complain|survivor|informant|injured|aggrieved|bereaved"
    r"|aged?\b"
    r"|year|initials|born|birth|dob|crime ref|crime num|custody|incident|urn\b|pnc\b|nhs num"
    r"|statement|evidence|testif|rape|raped|assault|abuse|stabbed|shot|attacked|stalked|harassed"
    r"|beaten|murdered|killed|blackmail|threatened|kidnap|defraud|name is|name was|groom|exploit"
    r"|traffick|burgled|\blads?\b|\blass|\bkids?\b|twins|brothers"
    r"|robbed|disclosed|mother|father|parent|wife|husband|sister|brother|widow|nephew|niece|carer"
    r"|partner of|whistle|missing|alleg|the only|lives|lived|home|resident|family|woman|\bman\b"
    r"|\bshe\b|\bhe\b|lro|responsible|fourp|ocg|\btip|informat|intelligence|\bchis\b|handler"
    r"|caller"
    r"|source|lady|stepdad|account of|\bour man|contact in|[Oo]wns |manages |oversees "
    r"|crimestoppers|999|retired|former|address|gentleman|couple|barm|land(?:lord|lady)|owner"
    r"|savings|\blost\b|scam|tricked|conned"
    r"|saw the|gives? |passe[sd] |cousin|uncle|aunt|\bgran|fianc|\b[mf],? \d|leads?\b|runs\b"
    r"|heads\b)"
    r"|[A-Z][a-z]+(?:,| \(|,? aged) ?\d"
    r"|[A-Z]\.,? \(?\d|\b[A-Z]{1,3} \(\d|turn(?:s|ed)? \d| leads (?:on|for) the "
)


def people(passage: Passage, names: frozenset[str]) -> Iterator[Held]:
    """Each sentence that identifies a protected person, with the first reason."""
    text = plain(passage.text)
    if not TRIGGER.search(text):
        return
    before, last = "", -1
    for sentence, line in zip(*in_lines(text), strict=True):
        before, last = (before if line == last else ""), line
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
    for find in (childs, _named_person, _places, _particulars):
        if reason := find(sentence, before, names):
            return reason
    return _OWNS if _OWNER.search(sentence) else ""


def _named_person(sentence: str, before: str, names: frozenset[str]) -> str:
    for match in _SUSPECTED.finditer(sentence):
        if person(match[1] or match[2], names):
            return "the name of somebody who is suspected"
    for pattern in (_SAID_TO_BE, _NAME_FIRST, _GAVE_EVIDENCE, _FIRST_NAME, _BELONGS, _OF_WHAT):
        for match in pattern.finditer(sentence):
            if _COMPLAINS_IN_OFFICE.match(match[0]):
                continue
            if _WITNESS_IN_OFFICE.match(sentence, match.start()) or _BODY.match(match[0]):
                continue
            if person(next(filter(None, match.groups())), names):
                return "the name of a victim, a witness, a complainant or a child"
    its = _ITS_NAME.search(sentence)
    if its and re.search(rf"\b(?:{HURT}|{HARMED}|child|boy|girl)\b", f"{before} {sentence}"):
        return "the name of a victim, a witness, a complainant or a child"
    relative = _RELATIVE.search(sentence)
    if (
        relative
        and re.search(rf"\b{HARMED}\b|\b{HURT}\b", sentence)
        and person(relative[1] or relative[2], names)
    ):
        return "the family of a protected person"
    if family := _FAMILY.search(sentence):
        name = family[1] or family[2]
        if person(name, names) and re.search(
            rf"\b{HARMED}|\bchild|abus|rape|assault|groom|exploit|attack|murder|kill|stab|arrest"
            r"|protection plan|in care|foster|\bgang\b|\bOCG",
            f"{before} {sentence}",
        ):
            return "the family of a protected person"
    return ""


def _places(sentence: str, before: str, names: frozenset[str]) -> str:
    if (_ADDRESS.search(sentence) or _POSTCODE.search(sentence)) and (
        _PERSON_WORDS.search(sentence)
        or re.search(rf"\b(?:{HARMED}|{HURT}|child|boy|girl|lives?|lived)\b", before)
    ):
        return "an address with a person"
    aged_name = re.search(rf"\b({NAME}) ?(?:,|\(|aged|, aged) ?\d{{1,2}}\b", sentence)
    if (
        aged_name
        and person(aged_name[1], names)
        and re.search(STREET, sentence)
        and not _SENTENCED.search(sentence)
    ):
        return "a name with age and street"
    harmed = re.search(
        rf"\b{HARMED}\b|\b(?:child|boy|girl)\b|\bwho (?:reported|complained)"
        rf"|\bwho (?:was|had been|has been|is being) {HURT}",
        sentence,
    )
    if harmed and re.search(rf"\b(?:of|in|from|at|on|near) (?:the )?{STREET[2:]}", sentence):
        street = re.search(STREET, sentence)
        if street and not re.search(
            r"\b(?:Safer|High|Children|Crown|Magistrates|County|Supreme)\b", street[0]
        ):
            return "a protected person with a street"
    if _LIVES.search(sentence) and re.search(rf"\b(?:was|were|been) {HURT}\b", sentence):
        return "a protected person with where it lives"
    return ""


def _particulars(sentence: str, before: str, names: frozenset[str]) -> str:
    if _BORN.search(sentence):
        return "a date of birth"
    if _CRIME_NUMBER.search(sentence):
        return "a reference of a crime, a custody record or a person"
    if re.search(rf"\b{HARMED}\b|\b(?:child|family|mother)\b", sentence):
        if _PHONE.search(sentence):
            return "a telephone number of a protected person"
        if _MAIL.search(sentence):
            return "the mail address of a protected person"
        if _PLATE.search(sentence):
            return "the car of a protected person"
    return ""
