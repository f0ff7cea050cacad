"""A refuge or a tactic that is told with its place or its time.

A thing that is hidden (a safe house, a refuge) is given away by a place; a tactic (a watch,
officers in plain clothes, a warrant) by a place or by an hour of a day to come.
"""

import re

from answerable.publishing.sensitivity.words_of_people import ROAD

_STREET = rf"(?:\d{{1,4}}[a-z]?,? )?[A-Z][a-z]+(?: [A-Z][a-z]+)? {ROAD}\b"
_HOUSE = re.compile(
    r"\b(?:safe[ -]?(?:house|flat|address)|(?:women's |victims' |family )?refuge"
    r"|safe accommodation|place of safety|protected address)s?\b",
    re.IGNORECASE,
)
_HOUSE_AT = re.compile(
    rf"\b(?:at|in|on|off|near|behind|opposite|above|to|is|:) (?:the )?(?:{_STREET}"
    r"|old [a-z]+|[a-z]+ (?:of|in|on) [A-Z])"
    r"|\b(?:safe[ -]?(?:house|flat|address)) (?:is |was )?(?:at|in|on|near) (?:the )?[A-Z]",
)
_PUBLIC = re.compile(
    r"\b(?:wildlife|nature|bird|hospital|custody|traffic|central|Mental Health Act|section)\b"
)
_WATCH = re.compile(
    r"\b(?:surveillance|observations?|a watch|covert (?:patrols?|filming|operation)"
    r"|plain[- ]cloth(?:es|ed)|decoys?|test purchas(?:es|ing)|controlled delivery|undercover"
    r"|warrants?|dawn raids?|raids?|(?:entry|arrest|strike) teams?"
    r"|(?:tracking|listening) devices?|trackers?)\b",
    re.IGNORECASE,
)
_DONE_THERE = re.compile(
    r"\b(?:was|were|is|are|will be|has been|had been|being|be) (?:\w+ )?(?:kept|mounted"
    r"|carried out|conducted|set up|run|maintained|deployed|placed|posted|fitted|executed|in place"
    r"|in position|plain[- ]clothed|used|planned|made)\b"
    r"|\b(?:officers|team|we|detectives|police) (?:will be|are|were) (?:in )?"
    r"plain[- ]cloth(?:es|ed)"
    r"|\bteams? (?:will |are to |to )?(?:go|goes|move|enter|force|hit|strike)\b"
    r"|\b(?:officers|teams?|detectives) (?:in plain clothes )?(?:will |to )?(?:watch|wait|stand"
    r"|sit|mingle|drink|patrol|mix)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"\b(?:from|at|on|in|outside|opposite|near|behind|inside|along) (?:the |an? )?(?:{_STREET}"
    r"|(?:flat|house|room|roof|window|shop|van|loft|pub|yard|unit|garage|car park)s? "
    r"(?:opposite|above|over|behind|next|at|on|in|of)\b)"
)
_HOUR = re.compile(
    r"\b(?:from|at|until|after|before|between|by) \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b"
    r"|\b(?:morning|afternoon|evening|night)\b"
    r"|\b(?:[Aa]t|[Bb]efore|[Ff]rom) (?:dawn|dusk|midnight|first light|closing time|kick-off)\b"
)
_MOVED = re.compile(
    r"\b(?:family|families|witness(?:es)?|victims?|complainant|she|he|they|woman|man|mother"
    r"|children) (?:was|were|has been|have been|is|are|will be) (?:re)?(?:moved|housed|located"
    rf"|settled|placed)\b[^.\n]{{0,40}}?\b(?:at|in|on|off|near|to) (?:the )?{_STREET}"
    r"(?! (?:[Pp]olice|[Ss]tation|[Oo]ffice|[Tt]eam))"
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\btomorrow\b|\btonight\b")
_THING_WATCHED = re.compile(
    r"\b(?i:drop|handover|hand-over|meeting place|deal|exchange|delivery|shipment|flat"
    r"|house|address|yard|garage|lock-up|van|car|brothers|suspects?|dealers?|gang|group)\b"
    r" (?:will be|is being|are being|was|were|is to be|has been|have been) (?:\w+ )?"
    r"(?:watched|filmed|followed|tailed|observed|photographed|tracked)"
    r" (?:from|at|in|on|to|until|when|as)\b"
)
_DISGUISED = re.compile(
    r"\b(?:officers|detectives|constables) (?:dressed|disguised|posing) as\b", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:any|every officer|should|must|policy|guidance|code of practice|whether|CCTV|speed"
    r"|training|trained|report(?:ed)? (?:on|to)|committee|panel|council(?:lors?)?)\b"
)
TRIGGER = re.compile(
    r"safe[ -]?(?:house|flat|acc|addr)|refuge|place of safety|protected address|surveil"
    r"|observation|a watch|covert|plain[- ]cloth|decoy|purchas|controlled deliv|undercover"
    r"|warrant|raid|device|tracker|watched|filmed"
    r"|followed|tailed|tracked|dressed as|disguised|\bteams?\b|under protection",
    re.IGNORECASE,
)


def placed_or_timed(sentence: str) -> bool:
    """Does a sentence tell where a refuge is, or where or when a tactic is used?

    >>> placed_or_timed("The safe house in Barton Road will be used until Christmas.")
    True
    >>> placed_or_timed("The nature refuge in Barton Road opens on Monday.")
    False
    """
    house = _HOUSE.search(sentence)
    if house and not _PUBLIC.search(sentence) and _HOUSE_AT.search(sentence, house.start()):
        return True
    if any(rule.search(sentence) for rule in (_MOVED, _THING_WATCHED, _DISGUISED)):
        return True
    if not _WATCH.search(sentence) or _OPEN.search(sentence):
        return False
    if not _DONE_THERE.search(sentence):
        return False
    return _PLACE.search(sentence) is not None or (
        _DAY.search(sentence) is not None and _HOUR.search(sentence) is not None
    )
