"""The post in an owner that a log names: what a paper that goes out says instead of a name.

Chief officers and holders of a statutory office are named with their post. Of everybody else the
rank, the post or the unit stands (DOMAIN; issue 5), and where a log gives a name alone, that it
does. No list of names is asked: what is no known word of a post or a unit is taken for a name.
"""

import re
from typing import Final

from answerable.vocabulary.offices import SHORT, known_office, nobody, spoken, written_out

_STATUTORY: Final = re.compile(
    r"(?:t/|a/|temporary |acting )?(?:"
    + "|".join((*SHORT, *(name.replace("-", " ") for name in SHORT.values())))
    + r"|police and crime commissioner|mayor|commissioner)\b",
    re.IGNORECASE,
)
_RANK: Final = re.compile(
    r"(?:(?:T/|A/)?(?:D/|Detective |Det )?(?:Chief |Ch |C/)?"
    r"(?:superintendent|supt|inspector|insp|sergeant|sgt|constable)"
    r"|(?:T/|A/)?(?:DCI|DI|DS|DC|CI|PS|PC|DSU|DCS)|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?",
    re.IGNORECASE,
)
_INITIALS_OF_RANKS: Final = {
    "DCS": "detective chief superintendent",
    "DSU": "detective superintendent",
    "DCI": "detective chief inspector",
    "DI": "detective inspector",
    "DS": "detective sergeant",
    "DC": "detective constable",
    "CI": "chief inspector",
    "PS": "police sergeant",
    "PC": "police constable",
}
_TITLES: Final = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "cllr", "councillor"))
_UNIT: Final = frozenset(
    re.findall(
        r"[a-z-]+",
        """
        head lead leads director directors manager managers officer officers chief deputy
        assistant team teams unit units department directorate command group board office desk
        hub centre room force service services police policing committee panel partner partners
        council secretary superintendent inspector sergeant constable commander coordinator
        co-ordinator adviser analyst custody finance digital data estates fleet people hr it
        ict legal crime contact control communications comms intelligence standards
        professional vetting training learning operations operational response neighbourhood
        neighbourhoods safeguarding protection public investigation investigations performance
        governance audit risk corporate human resources technology information assurance
        strategy change programme prevention justice criminal forensic forensics offender
        management roads armed dogs events planning wellbeing health safety procurement
        commercial prisons probation education youth children adult adults fire rescue
        ambulance schools ward wards nursing medical dean registrar inclusion district
        districts local area north south east west central staff federation unison all everyone
        organisation national payroll firearms cyber fraud licensing stalking vulnerability
        diversity equality media press complaints logistics transport uniform stores research
        support victim victims witness witnesses advice aid trust charity university college
        academy society association crown parish
        """,
    )
)
"""Words of posts and units; a part of an owner with one of them is no name."""
_NAME: Final = re.compile(
    r"(?:[A-Z]\.? ?){0,3}(?:(?:Mc|Mac|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)"  # R. Dunmore
    r"|[A-Z]{2}|(?:[A-Z]\.){2,3}"  # RD
    r"|(?:Mc|Mac|O['’])?[A-Z][a-z]+(?:[- ](?:Mc|Mac|O['’])?[A-Z][a-z]+){0,2}"  # Sue Tranter
)
_SURNAME: Final = re.compile(r"[A-Z][a-z]+$")
_BETWEEN: Final = re.compile(r" ?[/+&;] (?=\S)| [/+&] ?|, | and ")
_SEGMENT: Final = re.compile(r" [-–—] |: ")
_BRACKET: Final = re.compile(r"\s*\(([^)]*)\)")


def post_of(owner: str | None) -> str:
    """The post, rank or unit of an owner, without the name of whoever is no chief officer.

    Nothing for no owner, and for one of whom only a name is given.

    >>> post_of("Hd of Contact - Sue Tranter"), post_of("Finance (J Moss)"), post_of("P Nair")
    ('Head of Contact', 'Finance', '')
    >>> post_of("T/Supt R. Dunmore"), post_of("DCI Priya Nair"), post_of("ACC (LP) Whitcombe")
    ('superintendent', 'detective chief inspector', 'ACC (LP) Whitcombe')
    >>> post_of("ACC Whitcombe + DCI Nair"), post_of("S Tranter / RD"), post_of("head-of-crime")
    ('ACC Whitcombe and detective chief inspector', '', 'head of crime')
    >>> post_of("C/Supt Hale"), post_of("PPU"), post_of("Force Control Room"), post_of("tbc")
    ('chief superintendent', 'PPU', 'Force Control Room', '')
    """
    if nobody(owner) or owner is None:
        return ""
    words = spoken(owner)
    if words != owner or owner == owner.lower():
        return words
    told = dict.fromkeys(filter(None, map(_part, _BETWEEN.split(words))))
    return " and ".join(told)


def with_name(words: str) -> bool:
    """Is it a rank or a post of a chief officer with a name behind it, and nothing else?

    >>> with_name("ACC (LP) Whitcombe"), with_name("Ch Insp Bell"), with_name("DCC Okafor")
    (True, True, True)
    >>> with_name("ACC Crime"), with_name("Superintendent of Custody"), with_name("DCC")
    (False, False, False)
    """
    bare = _BRACKET.sub("", words).strip(" .")
    found = _STATUTORY.match(bare) or _RANK.match(bare)
    behind = bare[found.end() :] if found else ""
    return behind[:1] in (" ", ".") and bool(behind.strip(" .")) and _is_name(behind.strip(" ."))


def is_rank(post: str) -> bool:
    """Is a post no more than a rank, which many hold?

    >>> is_rank("detective chief inspector"), is_rank("Superintendent of Custody")
    (True, False)
    """
    return post in _INITIALS_OF_RANKS.values() or _RANK.fullmatch(post) is not None


def only_named(owner: str | None) -> bool:
    """Does a log name somebody and say nothing of the post?

    >>> only_named("Dunmore"), only_named("RD"), only_named("HoC"), only_named(None)
    (True, True, False, False)
    """
    return not nobody(owner) and not post_of(owner)


def names_in(owner: str | None) -> tuple[str, ...]:
    """The names in an owner, without rank and title; initials alone and chief officers are none.

    >>> names_in("S Tranter / RD"), names_in("Finance (J Moss)"), names_in("DCI Priya Nair")
    (('S Tranter',), ('J Moss',), ('Priya Nair',))
    >>> names_in("Dunmore + ACC Whitcombe"), names_in("Hd of Contact - Sue Tranter")
    (('Dunmore',), ('Sue Tranter',))
    >>> names_in("HoC"), names_in("PPU"), names_in("Force Control Room"), names_in("TBC")
    ((), (), (), ())
    """
    if nobody(owner) or owner is None or owner == owner.lower():
        return ()
    return tuple(
        dict.fromkeys(
            name for part in _BETWEEN.split(owner) for name in _named(part.strip(" .,;"))
        )
    )


def _named(words: str) -> tuple[str, ...]:
    """The names in one owner of several."""
    if _STATUTORY.match(words) or known_office(words):
        return ()
    inside = [m[1] for m in _BRACKET.finditer(words)]
    bare = _BRACKET.sub("", words).strip()
    rank = _RANK.match(bare)
    if rank is not None and bare[rank.end() : rank.end() + 1] in ("", " ", "."):
        bare = bare[rank.end() :]
    parts = (part.strip(" .,") for part in (*_SEGMENT.split(bare), *inside))
    return tuple(p for p in parts if _SURNAME.search(p) and _is_name(p))


def _part(words: str) -> str:
    """One owner of several; “” for a bare name."""
    words = words.strip(" .,;")
    if _STATUTORY.match(words) or known_office(words):
        return words
    words = _BRACKET.sub(lambda m: "" if _is_name(m[1]) else m[0], words).strip()
    rank = _RANK.match(words)
    if rank is not None and (rank.end() == len(words) or words[rank.end()] in " ."):
        behind = words[rank.end() :].strip(" .")
        if not behind or (behind[0].isupper() and _is_name(behind)):
            return _rank(rank[0])
    kept = [part for part in _SEGMENT.split(words) if not _is_name(part)]
    return written_out(" - ".join(kept))


def _rank(words: str) -> str:
    bare = re.sub(r"^(?:T/|A/)", "", words.rstrip("."), flags=re.IGNORECASE)
    if bare.casefold() in _TITLES:
        return ""
    full = _INITIALS_OF_RANKS.get(bare.upper()) or written_out(bare)
    return full.lower()


def _is_name(words: str) -> bool:
    """Has it the form of a name, and no word of a post or a unit?"""
    words = words.strip(" .,")
    if {word.casefold() for word in re.findall(r"[\w-]+", words)} & _UNIT:
        return False
    return not words or _NAME.fullmatch(words) is not None
