"""Further ways in which a sentence says who a protected person is: by a name after a role, by a
first name beside what was done, by a relative, by a complaint, by being the only one of a place.
"""

import re

from answerable.publishing.sensitivity.words_of_people import HURT, NAME, TITLED, person

NAMED = "the name of a victim, a witness, a complainant or a child"
KIN = "the family of a protected person"
ONLY_ONE = "a description that fits one person alone"
_ROLE = (
    r"(?:[Vv]ictim|[Ww]itness|[Cc]omplainant|[Ss]urvivor|[Ww]histle-?blower|[Ii]nformant|[Cc]hild"
    r"|[Bb]oy|[Gg]irl|[Dd]eceased)"
)
_FULL = rf"(?:{TITLED}|(?:Mr|Mrs|Ms|Miss) (?:[A-Z]\.? ?){{1,2}}[A-Z][a-z]+|{NAME})"
_HARM = (
    rf"(?:{HURT}|strip-searched|racially abused|run over|restrained|detained|arrested|abuse began"
    r"|abuse (?:began|started)|taken into care|placed in care|went missing)"
)
_KIN = (
    r"(?:mother|father|parents?|mum|dad|sister|brother|grandmother|grandfather|aunt|uncle|widow"
    r"|widower|son|daughter|ex-wife|ex-husband|ex-partner|wife|husband|partner)"
)
_SENSITIVE = re.compile(
    rf"\b(?:{_ROLE}s?|{HURT}|[Aa]bus\w+|[Rr]ape\w*|[Aa]ssault\w*|[Ss]talk\w+|[Gg]room\w+"
    r"|[Mm]issing|[Cc]ustody|[Mm]urder\w*|[Dd]ied|[Dd]eath|[Cc]omplain\w*|county line|in care"
    r"|[Bb]oys?|[Gg]irls?|[Cc]hild(?:ren)?|[Pp]upil|[Ss]isters|[Bb]rothers|[Tt]wins|Year \d"
    r"|run over|gave evidence|what happened|police (?:did|had|were)|arrested|[Bb]aby)\b"
)
_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Tt]he (?:missing |young |injured )?{_ROLE}(?: is|,| was|:| named| called) "
        rf"({NAME}|[A-Z][a-z]{{2,}})(?=[,.]| was| is|$)",
        rf"\b[Ww]histle-?blower(?: is|,| was) (?:(?:Sgt|Insp|PC|DC|PS|Dr)\.? )?({NAME})",
        rf"\b({_FULL}) (?:complained|alleged|alleges|says|claimed|told (?:us|inspectors|the panel)"
        rf")(?: that)? [^.\n]{{0,60}}?\b(?:officers? (?:broke|hit|hurt|kicked|touched)|(?:he|she) "
        rf"(?:was|had been) (?:\w+ly )?{_HARM})",
        rf"\b[Cc]omplaint (?:[A-Z]{{1,4}}/[\d/]+ )?(?:was made |made |brought )?by "
        rf"(?:(?:Councillor|Cllr|Dr|Rev) )?({_FULL})",
        rf"\b(?:her|his|their|own) name, ({NAME})",
        rf"^({NAME}|[A-Z][a-z]{{2,}}) was (?:\d{{1,2}}|\w+teen|[a-z]+) when the (?:abuse"
        r"|assaults?|exploitation|rapes?)\b",
        rf"\b(?:[Hh]is|[Hh]er) name is ({NAME}|[A-Z][a-z]+)[^.\n]{{0,40}}"
        r"\b(?:Year \d|school|aged)",
        rf"^({NAME}|[A-Z][a-z]{{2,}}), who (?:was|had been|is being) {HURT}\b",
    )
)
_KINS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Hh]er|[Hh]is|[Tt]heir|boy's|girl's|child's|victim's|deceased's|officer's|baby's) "
        rf"{_KIN}, ({NAME})",
        rf"\b{_KIN} of ({NAME}), who (?:was|had been|died)",
        rf"\b({NAME}|[A-Z][a-z]{{2,}})'s {_KIN} (?:said|told|reported|complained|feels|felt)",
        r"\b([Bb]aby [A-Z])\b(?:'s)? ",
    )
)
_ONLY = re.compile(
    rf"\b(?:[Tt]he only (?:\w+ ){{1,3}}(?:family|woman|man|person|driver|doctor|pupil|boy|girl"
    rf"|shopkeeper|couple|officer) in [A-Z]|(?:{_ROLE}|pupil|teenager|student|lad|lass|patient)"
    r" is the only |the head (?:boy|girl),)"
)
_POST = re.compile(
    rf"\b{_ROLE}(?:,| is| was|, who is)? (?:a|an|the) (?:\w+ ){{0,3}}?(?:nurse|doctor|teacher"
    r"|barman|barmaid|driver|shopkeeper|vicar|priest|cleaner|carer|daughter|son|wife|husband)\b"
    rf"[^.\n]{{0,30}}?\b(?:at|of|in|for) (?:the )?(?:head of |owner of )?[A-Z][a-z]+"
    r"|\binformant\b[^.\n]{0,30}? is an? "
)
_REPORTED_BY = re.compile(
    r"\b(?:rape|assault|abuse|attack)s? (?:was|were) reported by the (?:daughter|son|wife|husband"
    r"|sister|brother|owner|neighbour)[^.\n]{0,40}? in [A-Z]"
)
_SIBLINGS = re.compile(
    r"\b(?:sisters|brothers|twins|boys|girls|siblings|children) from [A-Z][a-z]+[^.\n]{0,20}? "
    r"aged \d"
)
_TITLE_OF_OFFICE = re.compile(
    r"\b(?:Victims'|Children's|Information|Crime) Commissioner\b|\bHMI\b|\b[Ii]nspector of\b"
)


def told_of(sentence: str, _before: str, names: frozenset[str]) -> str:
    """Why a sentence says who a protected person is; empty where it does not."""
    if not _SENSITIVE.search(sentence) or _TITLE_OF_OFFICE.search(sentence):
        return ""
    for patterns, reason in ((_NAMES, NAMED), (_KINS, KIN)):
        for pattern in patterns:
            for match in pattern.finditer(sentence):
                if person(match[1], names):
                    return reason
    alone = (_ONLY, _POST, _REPORTED_BY, _SIBLINGS)
    return ONLY_ONE if any(pattern.search(sentence) for pattern in alone) else ""
