"""Names, numbers and references of organised crime groups, which are never public."""

import re
from collections.abc import Iterator

from answerable.publishing.sensitivity.counts import mentions
from answerable.publishing.sensitivity.model import Held, Passage, Subjects
from answerable.publishing.sensitivity.plain import plain, sentences

_QUOTED = r"[\"'][A-Z][^\"']{1,40}[\"']"
_CODE = re.compile(
    r"\b(?:OCG|APMIS)[ ]?(?:no\.?|number|ref(?:erence)?\.?|id|code)?[ :#/-]{0,3}"
    r"[A-Z]{0,4}[\-/ ]?(?!(?:19|20)\d\d\b)\d[\w/-]*"
)
_NUMBERED = re.compile(
    r"\bOCG[ ]?(?:no\.? |number |ref(?:erence)?\.? )?[A-Z]{1,4}[-/ ]\d{2,4}[-/ ]\d+"
    r"|\b[Gg]roup (?:\d{1,3}|[A-Z]) (?:on the map|deals|runs|is scored|was scored|was raised"
    r"|imports|sells|supplies|was archived|was disrupted)\b"
    r"|\b[Tt]he [A-Z][a-z]+ (?:brothers|twins|clan|cousins|family) (?:tops?|heads?|leads?) the"
    r" (?:harm|threat|priority|risk|list|score)"
)
_CALLED = re.compile(
    r"\b(?:OCG|gang|crime group|crime family|crime network|network)s? "
    r"(?:is |was |are )?(?:known (?:\w+ )?as|called|named|dubbed|nicknamed|led by|headed by|run by"
    r"|(?:that|which) (?:calls?|names?) (?:itself|themselves)|calling (?:itself|themselves))\b",
    re.IGNORECASE,
)
_OF_CRIME = re.compile(
    r"\b(?:drugs?|cocaine|heroin|cannabis|deal\w*|suppl\w+|traffick\w*|launder\w*|gangs?|crim\w+"
    r"|controls?|moved its line|exploit\w*|violen\w+|arrest\w*|guns?|firearms?|stole\w*|charged"
    r"|jailed|convicted|imports?|sentenced|raided|county lines?|network|scor(?:ing|ed|e)|nominals?"
    r"|mapped|high(?:est)?[- ](?:harm|risk))\b",
    re.IGNORECASE,
)
_CREW = re.compile(
    r"\b[Gg]roup (?:called|known as|named|calling itself|that calls itself) (?:the )?[\"']?[A-Z]"
    r"|\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Crew|Gang(?! Show)|Mob|Cartel|Mafia|Syndicate|Firm"
    r"|Posse)\b"
    r"|\bcalls? the (?:gang|group|network|outfit|crew) (?:the )?[\"']?[A-Z]"
    r"|\b[Tt]he [A-Z][a-z]+ (?:brothers|twins|clan|family|cousins|boys) (?:run|sell|deal|control"
    r"|suppl"
    r"|import|move|launder|bring|own the)"
    r"|\b[A-Z][a-z]+ (?:brothers|twins|clan|family)'?s? (?:drugs? |crime |criminal |organi[sz]ed )"
    r"|\b[Tt]he (?!County\b)[A-Z][a-z]+ (?:brothers|twins|clan|cousins|family) (?:is|are|remains?)"
    r"\b[^.\n]{0,30}?\b(?:network|group|gang|priority|target|threat)\b"
    r"|\b[Tt]he (?!County\b)[A-Z][a-z]+ (?:brothers|twins|clan|cousins|family)'s? (?:group|network"
    r"|gang|operation|supply|empire|business)\b"
    r"|\b(?:outfit|firm|mob|crew|clan|syndicate|ring|cell|gang|group|network|family|team|lot)s? "
    r"(?:\w+ )?(?:known|referred to|styled|branded|nicknamed"
    r"|dubbed) (?:\w+ )?(?:as )?(?:the )?[\"']?"
    r"[A-Z]"
    r"|\b[Tt]he [\"']?(?!County\b)[A-Z][a-z]+[\"']? (?:drugs? |deal )?line "
    r"(?:suppl|sell|sold|runs)"
)
_NAMED = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(\"']))"
    r"((?:[A-Z][a-z'-]+ |\"[^\"]{2,40}\" |'[^']{2,40}' ){1,4})"
    r"(?i:(?:family )?OCG|gang|crew|firm|cartel|crime family"
    r"|organi[sz]ed crime (?:group|gang|family)"
    r"|crime group|criminal group)\b(?! (?i:mapping|management|tasking|plan|data|profile|show))"
)
_NO_NAMES = frozenset(
    (
        *("The", "An", "A", "Each", "Every", "Any", "No", "This", "That", "One", "Our", "Its"),
        *("Regional", "National", "Serious", "Local", "New", "Their", "Organised", "Organized"),
        *("Known", "Mapped", "Active", "Police", "Force", "And", "In", "Of", "For", "By", "What"),
        *("Which", "Another", "West", "East", "North", "South", "Most", "Some", "Many", "Few"),
        *("Criminal", "Crime", "Street", "Urban", "Rural", "Drug", "Drugs", "Named", "When"),
        *("Disrupt", "Disrupting", "Tackling", "Mapping", "Map", "Managing", "Whether", "If"),
        *("County", "To", "On", "An", "Is", "Has", "How", "Scoring", "Re", "Prompt", "Every"),
    )
)


def named(passage: Passage, subjects: Subjects) -> Iterator[Held]:
    """Names, numbers and references of organised crime groups."""
    text = plain(passage.text)
    for subject in subjects.counted:
        if not subject.named or not (
            mentions(subject, text)
            or any(rule.search(text) for rule in (_CREW, _ON_THE_MAP, _NUMBERED))
        ):
            continue
        for sentence in sentences(text):
            told = mentions(subject, sentence)
            if (found := told and _name(sentence, subjects)) or (found := _crew(sentence)):
                yield Held(
                    what="the name or number of an organised crime group",
                    where=passage.where,
                    words=sentence,
                    why=f"A group is never named, numbered or scored in public ({found}).",
                    ground=subject.ground,
                )


_ON_THE_MAP = re.compile(
    r"\b(?:maps?|mapped|tracked|scored|scoring|MoRiLE)\b[^.\n]{0,30}?\b(?:the )?"
    r"([A-Z][a-z]+) (?:family|brothers|clan|twins|cousins|boys|crew|lot)\b"
)


def _crew(sentence: str) -> str:
    """A name given to people who are said to commit crime, without a word for such a group."""
    if _ON_THE_MAP.search(sentence) or _NUMBERED.search(sentence):
        return "a name"
    return "a name" if _CREW.search(sentence) and _OF_CRIME.search(sentence) else ""


def _name(sentence: str, subjects: Subjects) -> str:
    if _CODE.search(sentence) or _NUMBERED.search(sentence):
        return "a reference"
    if _CALLED.search(sentence):
        return "a name"
    for match in _NAMED.finditer(sentence):
        words = match[1].strip()
        if words.startswith(("'", '"')):
            return "a name"
        left = [w for w in words.split() if w not in _NO_NAMES]
        if left and " ".join(left).casefold() not in subjects.names:
            return "a name"
    if re.search(
        rf"{_QUOTED} (?:OCG|gang|group|crew)\b|\b(?:OCG|gang|crew|crime network),? {_QUOTED}",
        sentence,
    ):
        return "a name"
    return ""
