"""The name in a stretch of a list: behind a post or a title, before a post or honours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.people.given_names import GIVEN
from answerable.reading.people.post_words import (
    HONOURS,
    JOINS,
    LONE,
    NOUNS,
    PARTICLES,
    PLACES,
    POSTS,
    RANKS,
    SURNAMES,
)
from answerable.reading.roles import TITLE

_PART = r"(?:(?:Mc|Mac|O[’']|D[’']|Fitz)?[A-Z][a-zà-öø-ÿ]+(?:[-’'][A-Z][a-zà-öø-ÿ]+)*)"
_PART_RE = re.compile(_PART)
_WORD = re.compile(r"[^\s]+")
_GIVEN = re.compile(rf"{_PART}|[A-Z]\.?(?:-?[A-Z]\.?)?")
_SURNAME = re.compile(rf"{_PART}|(?:Mc|Mac|Fitz)?[A-Z][A-Z’'-]{{3,}}")
_ACRONYM = re.compile(r"(?:[A-Z]/)?[A-Z][A-Z/&]+[a-z]?\.?|(?:T|A|D|C|DC|Ch|Det)/[A-Z]\w+\.?")
_OWNED = re.compile(r"[’']s?$")
_TITLED = re.compile(
    rf"(?:{TITLE}|Canon|Rev|Reverend|Revd|Rabbi|Imam|Sheikh|Bishop|Judge|The|Rt|Hon\.?"
    r"|Cllrs?\.?|Councillors?|Messrs\.?|Mayor|Mx|Ald\.?|Alder(?:wo)?man)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Offsets of a name, of the post before it and of the words behind it."""

    start: int  # of the segment: post or title before the name
    first: int
    last: int
    before: tuple[int, int]
    after: tuple[int, int]


def named(text: str, start: int, end: int) -> Named | None:
    """The name in a segment, with the post before it and what stands behind it."""
    words = [(one.start(), one.end()) for one in _WORD.finditer(text, start, end)]
    if not words or len(words) > 14:
        return None
    place = 0
    last_post = -1
    while place < len(words):
        word = text[slice(*words[place])]
        if _initialled(text, words, place):
            break
        if is_post(word):
            last_post = place
        elif word[:1].isupper() and _led_on(text, words, place, last_post):
            last_post = place  # "Head of Organisation and Development Donna Stone"
        elif word not in JOINS or last_post < 0:
            break
        place += 1
    place = last_post + 1
    stop = _before_post(text, words, place, _name_stop(text, words, place))
    stop = _before_body(text, words, place, stop)
    before = _post_before(text, words, last_post)
    if stop - place < 2 and not (stop - place == 1 and _may_stand_alone(text, words, last_post)):
        return None
    rest = words[stop:]
    if stop - place == 1 and rest and text[slice(*rest[0])] in _OF_AN_OFFICE:
        return None  # "PCC Link Officer"
    if rest and not _may_follow(text, rest):
        return None
    if rest and text[slice(*words[place])] not in GIVEN and _is_body(text, rest):
        return None
    after = (rest[0][0], rest[-1][1]) if rest else (end, end)
    return Named(start, words[place][0], words[stop - 1][1], before, after)


_OF_AN_OFFICE = frozenset(("Officer", "Officers", "Manager", "Team", "Unit", "Office", "Group"))
_TWO_INITIALS = re.compile(r"[A-Z]{2}")
_OF_A_PERSON = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr"))


def _initialled(text: str, words: Sequence[tuple[int, int]], place: int) -> bool:
    """Two initials written as one word between a title and a surname: "Mr AC Mallow"."""
    return (
        0 < place < len(words) - 1
        and text[slice(*words[place - 1])].rstrip(".") in _OF_A_PERSON
        and _TWO_INITIALS.fullmatch(text[slice(*words[place])]) is not None
        and _PART_RE.fullmatch(text[slice(*words[place + 1])]) is not None
    )


def _led_on(text: str, words: Sequence[tuple[int, int]], place: int, last_post: int) -> bool:
    """Whether a word goes on with the post before it: behind "of", "for" or "and"."""
    return place - 1 > last_post >= 0 and text[slice(*words[place - 1])] in JOINS


def is_post(word: str) -> bool:
    plain = _OWNED.sub("", word.strip(".,’'"))
    return plain in POSTS or _ACRONYM.fullmatch(word) is not None or plain in HONOURS


def _name_stop(text: str, words: Sequence[tuple[int, int]], place: int) -> int:
    """Where the name that begins at a word ends: given names, particles, then a surname."""
    stop = place
    whole = place
    while stop < len(words) and stop - place < 5:
        word = text[slice(*words[stop])]
        if word in PARTICLES and stop > place:
            stop += 1
            continue
        last = stop == len(words) - 1
        borne = word in SURNAMES or (
            word in PLACES and text[slice(*words[place])].rstrip(",") in GIVEN
        )
        ordinary = word not in POSTS or (last and stop > place and borne)
        surname = _SURNAME.fullmatch(word) and word not in HONOURS and word not in RANKS
        if stop > place and ordinary and surname:
            stop += 1
            whole = stop
            continue
        if ordinary and _GIVEN.fullmatch(word):
            stop += 1
            if _SURNAME.fullmatch(word):
                whole = stop
            continue
        break
    return whole


_WITH_A_PLACE = 3  # words: a given name, a surname and the name of a place
# "County Council", "Ambulance Trust": the name of the place stands before it.
_BODY = re.compile(
    r"(?:(?:County|Borough|City|District|Town|Parish|Metropolitan|Unitary|Ambulance|Fire|Rescue"
    r"|Community|Health|NHS|Foundation|Hospitals?|Royal|University|Integrated|Care|Probation"
    r"|Housing|Safeguarding|Youth|Justice|Combined|and|&) )*"
    r"(?:Council|Trust|Police|Constabulary|Authority|Services?|College|Partnership|University|Board"
    r"|Association|Federation|Healthwatch)"
)


# "Ada Moss Parent Governor", "Tom Vale Practice Manager": of what sort a post is.
_SORTS = """
Patient Practice Parent Pupil Student Youth Carer Nursing Non-Executive Tenant Resident Customer
Property Facilities Marketing Catering Curriculum Premises Pastoral Wellbeing Inclusion Teaching
Learning Research Systems Accounts Payroll Contracts Commercial Security Emergency Diocesan Client
Elected Appointed Independent Associate Co-Opted Managing Reception Library Museum Museums Parks
Highways Licensing Planning Waste Leisure Tourism Democratic Committee Electoral Monitoring
Voluntary Volunteer Equality Equalities Diversity Wellness Enforcement Rural Heritage Culture
"""
_SORT_OF_POST = frozenset(_SORTS.split())
_WITH_A_SORT = 3  # words: a given name, a surname and the sort of a post
_BEHIND_A_SORT = (NOUNS | frozenset(("Officer", "Rep", "Reps", "Services"))) - SURNAMES


def _before_post(text: str, words: Sequence[tuple[int, int]], place: int, stop: int) -> int:
    """Where a name ends before a post of two words without a sign between."""
    if stop - place < _WITH_A_SORT or stop >= len(words):
        return stop
    sort, post = text[slice(*words[stop - 1])], text[slice(*words[stop])]
    return stop - 1 if sort in _SORT_OF_POST and post in _BEHIND_A_SORT else stop


def _before_body(text: str, words: Sequence[tuple[int, int]], place: int, stop: int) -> int:
    """Where a name ends before a body without a sign between: "Ada Crewe Marl City Council"."""
    if stop - place < _WITH_A_PLACE or stop >= len(words):
        return stop
    body = text[words[stop][0] : words[-1][1]]
    plain = all(_PART_RE.fullmatch(text[slice(*one)]) for one in words[place : place + 2])
    return place + 2 if plain and _BODY.fullmatch(body) else stop


def _may_stand_alone(text: str, words: Sequence[tuple[int, int]], last_post: int) -> bool:
    """A surname alone is a person behind a rank or a title: "ACC Brandreth", "Cllr Holt"."""
    if last_post < 0:
        return False
    word = text[slice(*words[last_post])].strip(".")
    ranked = word.rsplit("/", 1)[-1] in RANKS or word in LONE
    return ranked or _TITLED.fullmatch(text[slice(*words[last_post])]) is not None


def _post_before(text: str, words: Sequence[tuple[int, int]], last_post: int) -> tuple[int, int]:
    """The post before a name without the titles beside it."""
    first, last = 0, last_post
    while first <= last and _TITLED.fullmatch(text[slice(*words[first])]):
        if text[slice(*words[first])].startswith(("C", "Ald", "May")):
            break
        first += 1
    while (
        last > first
        and text[slice(*words[last])] != "Mayor"
        and _TITLED.fullmatch(text[slice(*words[last])])
    ):
        last -= 1
    return (words[first][0], words[last][1]) if first <= last else (0, 0)


_OF_BODIES = (
    "Council Trust Authority Inspectorate University College Board Association Federation"
    " Partnership Constabulary Limited Ltd Society Foundation Commission Agency Service Services"
    " Hospital Hospitals Department"
)
_OF_A_BODY = frozenset(_OF_BODIES.split())


def _is_body(text: str, rest: Sequence[tuple[int, int]]) -> bool:
    """Whether what goes before is the place of a body: "Marl Vale | NHS Trust" is nobody."""
    words = [text[slice(*one)] for one in rest]
    return words[-1] in _OF_A_BODY and all(word in POSTS or word in JOINS for word in words)


def _may_follow(text: str, rest: Sequence[tuple[int, int]]) -> bool:
    """What may stand behind a name without a sign: a post, honours, the body somebody is of."""
    words = [text[slice(*one)] for one in rest]
    if all(word in HONOURS for word in words):
        return True
    if words[0] == "in" and words[-1] in ("Chair", "chair"):
        return True
    placed = len(words) > 1 and _PART_RE.fullmatch(words[0]) is not None
    if _BODY.fullmatch(" ".join(words[1:] if placed else words)):
        return True
    if words[0] in ("of", "from", "for", "representing", "on", "via", "as"):
        return len(words) < 10
    if words[0] in _SORT_OF_POST and len(words) > 1 and words[1] in _BEHIND_A_SORT:
        words = words[1:]
    return is_post(words[0]) and all(is_post(w) or w in JOINS or w[:1].isupper() for w in words)
