"""Who is to do an action and by when, where that stands behind its words, or in a name before it.

"write to the bank – MS – 10 April 2031", "publish the accounts, Chief Finance Officer, 30 June",
"a breakdown, to be provided by the Treasurer", "A Teller to move £250,000".
"""

import re

from answerable.reading.actions.parts.action_agents import PLAIN
from answerable.reading.actions.parts.action_owners import owner_person
from answerable.reading.actions.parts.action_words import NOBODY, OWNER, WHO_ONLY
from answerable.reading.material import Material

_WHO = WHO_ONLY.pattern
_DAY = r"(?:by |due )?(?P<due>[^,()–—\n]{0,12}\d[^,()–—\n]{2,18})"
_TAILS = (
    re.compile(
        r"[\s–—-]*[(\[]?\s*(?:(?:Action|ACTION|Owner|Lead|Responsible)(?: by)?\s*[:–-]\s*)"
        r"(?P<owner>[^\])\n,]{2,60}?)(?:[,;]? ?(?:Deadline|Due(?: date)?|By(?: when)?|When"
        r"|Target(?: date)?|Date)\s*[:–-]\s*"
        r"(?P<due>[^)\]\n]{3,40}))?\s*[)\]]?\.?$"
    ),
    re.compile(
        r"\s*[(\[](?:(?:new|NEW|New|ongoing|Ongoing|outstanding|carried (?:over|forward)|repeated)"
        rf" (?:action )?(?:for|to|with) )?(?P<owner>{_WHO}|{PLAIN})(?:(?:\s?[,;:/–—-]+ |(?= by ))"
        r"(?P<due>[^)\]\n]{3,40}))?[)\]]\s*\.?$"
    ),
    re.compile(rf", (?P<owner>{_WHO}|[A-Z][a-z]+(?: (?:of|and|for|[A-Z][a-z]+)){{1,4}}), {_DAY}$"),
    re.compile(
        rf"\s[–—-]\s(?P<owner>{_WHO}|{PLAIN})(?:(?:\s[–—-]\s|, ?){_DAY})?"
        r"(?P<state>\s[–—-]\s(?:CLOSED|OPEN|DONE|COMPLETED?|closed|open|done|completed?))?$"
    ),
)
BY_WHOM = re.compile(
    rf"\bbe (?:[a-z]+ly )?[a-z]+(?:ed|en|nt|ld|ght|wn|de)\b[^.;]{{0,60}}? by (?:the )?{OWNER}\b"
)
""" "to be provided by the Chief Finance Officer": the one who does what is to be done."""
LISTED = re.compile(
    r"^\W*(?P<owner>(?:[A-Z][\w’'-]*\.? ){0,2}[A-Z][\w’'-]+)(?P<does> to )(?=[a-z])"
)
# A day in brackets, or behind a comma or a dash, stands beside what is to be done.
_SET_OFF = re.compile(
    r"(?:\s*[(\[]\s*|\s+[-–—|]\s*|,\s+)(?:namely |that is |i\.e\. )?"
    r"(?:(?:due|deadline|target)(?: by| date)?:? |by |before )?$",
    re.IGNORECASE,
)
_LEAST = 8  # characters of an action
# What is said of a task behind it, and is no part of it: ", which is a Tuesday", ", please, on the
# form at the back", "– no date".
_ASIDE = re.compile(
    r",? \(?please\)?\W*$|, (?:please|thanks|thank you)\b,? [^.;?]{0,60}$"
    r"|, (?:which|who|whose) [^.;?]{2,240}$"
    r"|(?:,| [-–—|]| \()\s?(?:no (?:fixed |set )?(?:date|deadline)"
    r"(?: (?:set|given|fixed|yet|agreed))*|undated"
    r"|date to be (?:agreed|confirmed|fixed|set))\)?\W*$",
    re.IGNORECASE,
)


def without_aside(words: str) -> str:
    """A task without what is only said of it behind its words."""
    aside = _ASIDE.search(words, _LEAST)
    if aside is None or words[: aside.start()].count("(") > words[: aside.start()].count(")"):
        return words
    return words[: aside.start()].rstrip(" .;,")


def owner_behind(words: str) -> re.Match[str] | None:
    """The tail that names the owner, and perhaps the day."""
    found = (pattern.search(words) for pattern in _TAILS)
    return next((one for one in found if one is not None and one.start() > _LEAST), None)


_KNOWN = re.compile(
    rf"\s[–—|/-]\s(?P<owner>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:(?:\s[–—|-]\s|, ?){_DAY})?$"
)


def known_behind(material: Material, words: str) -> re.Match[str] | None:
    """The tail that is the name, or a part of it, of somebody whom the document lists."""
    found = _KNOWN.search(words)
    if found is None or found.start() <= _LEAST:
        return None
    return found if owner_person(material, found["owner"])[0] is not None else None


def listed_before(material: Material, words: str) -> str | None:
    """A name before "to" that the document's own list of people holds."""
    match = LISTED.match(words)
    if match is None or owner_person(material, match["owner"])[0] is None:
        return None
    return match["owner"]


# "Dean (council) – check the gate", "Kath & Bill: leaflet": in a list of actions, whoever it is.
SIGNED = re.compile(
    r"^\W*(?P<owner>(?!(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)\w*\b)[A-Z][^\W\d][\w’'-]*"
    r"(?: [A-Z][\w’'-]+)?(?:(?: and | & |/|, )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?){0,2}"
    r"(?: \([^()\n]{2,30}\))?)(?P<does> ?: | [-–—] )(?=[a-z\d])"
)


def signed_before(words: str) -> str | None:
    """Whoever stands before a colon or a dash at the head of a task of a list."""
    match = SIGNED.match(words)
    return match["owner"] if match is not None and not NOBODY.match(match["owner"]) else None


def day_beside(words: str, due: object) -> tuple[int, int, int] | None:
    """Where the words end before a day that is set off behind them, and the day's own place."""
    if not isinstance(due, str) or due.startswith("and "):
        return None
    at = words.rfind(due)
    if at < 0 or words[at + len(due) :].strip(" .)]"):
        return None
    off = _SET_OFF.search(words[:at])
    return (off.start(), at, at + len(due)) if off and off.start() > _LEAST else None
