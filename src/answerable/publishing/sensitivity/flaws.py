"""Signs of a flaw in what is guarded, and of the health of one who serves."""

import re

_ASSET = re.compile(
    r"\b(?:(?:property|evidence|exhibits?|drugs?|firearms?|weapons?) (?:store|cage|room|safe"
    r"|locker)s?"
    r"|cash (?:cage|store|safe)|armour(?:y|ies)|data centre|servers?(?: rooms?)?|custody (?:system"
    r"|record system)|control room|radio (?:mast"
    r"|network"
    r")|back-?up (?:site|power)|alarm|safe houses?|gatehouse|vehicle compound|key (?:safe"
    r"|cupboard))\b",
    re.IGNORECASE,
)
_FLAW = re.compile(
    r"\b(?:(?:does|do|did|will) not (?:cover|lock|close|work|start)|fail(?:s|ed) (?:twice"
    r"|again|on test|to start)|no back-?up|default \w* ?password|password[^.|]{0,60}?(?:unchanged"
    r"|shared|(?:yet to be|not (?:yet )?been|never) changed)|wiped (?:after|every)|unlocked"
    r"|left open"
    r"|switched off|out of order|unpatched|blind spots?|(?:reached|entered|opened) [^.|]{0,60}?"
    r"(?:public|guest|default|without (?:a )?(?:key|pass|badge))|can be (?:opened|entered"
    r"|reached))\b",
    re.IGNORECASE,
)
_UNWELL = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Hh]er|[Hh]is|[Ii]ts|[Oo]ne) (?:[\w-]+ ){0,2}?(?:[Ss]uperintendent"
    r"|[Ii]nspector|[Ss]ergeant|[Oo]fficer|[Ll]ead|[Mm]anager|[Oo]wner|[Hh]ead|[Cc]lerk|[Cc]hair"
    r"|[Cc]onstable|[Aa]nalyst)\b[^.|]{0,80}?\b(?:is|was|has been|been|remains) (?:\w+ ){0,2}?"
    r"(?:undergoing (?!train|vett|select|review)|off (?:sick|work|ill|with)|diagnosed"
    r"|signed off (?:sick"
    r"|with|by a)|on (?:\w+[- ])*sick|being treated|recovering from)"
    r"|\b(?:PC|DC|PS|DS|DI|DCI|PCSO|Sgt|Insp|Supt)\.? [A-Z][a-z]+[^.|]{0,60}?\b(?:off (?:sick|ill"
    r"|since|with)|depress\w+|miscarr\w+|undergoing (?!train)|diagnosed|on (?:\w+[- ])*sick"
    r"|signed off"
    r" (?:sick|with)|chemotherapy|stress\b)"
)
_ILLNESS = re.compile(
    r"\b(?:undergoing|off|diagnosed|sick|treated|recovering|depress\w+|miscarr\w+|chemotherapy"
    r"|stress)\b"
)


def flawed(sentence: str) -> bool:
    """Does it tell how something guarded can be got at?

    >>> flawed("The server room can be opened without a pass.")
    True
    """
    return _ASSET.search(sentence) is not None and _FLAW.search(sentence) is not None


def unwell(sentence: str) -> bool:
    """Does it tell of the health of one who serves, by name or by post?

    >>> unwell("The head of analysis is on long-term sick.")
    True
    """
    return _ILLNESS.search(sentence) is not None and _UNWELL.search(sentence) is not None
