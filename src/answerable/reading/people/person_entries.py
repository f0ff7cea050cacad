"""One person of a list: "Deputy Chief Fire Officer C Ibbotson (CI), Marl Fire Service (chair)".

A list names people in words that prose does not use: initials before a surname, a rank and a
surname alone, the body that somebody comes from. Only a list may be read with this.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.reading.people.given_names import GIVEN
from answerable.reading.people.person_names import Named, is_post, named
from answerable.reading.people.post_words import HONOURS, NOUNS, POSTS, RANKS
from answerable.reading.roles import ROLE_RE

_PARTED = re.compile(r",(?! Fire and Crime| Crime and Victims)|[;:|()\[\]\n]|\s[-–—]\s|[–—]|\t")
_INITIALS = re.compile(r"[A-Z]{2,4}|[A-Z]{1,2}[a-z][A-Z]?")
_CHAIR = re.compile(
    r"(?:(?:in the )?chair(?:man|woman|person|ing)?(?: of the \w+)?|chaired|presiding)", re.I
)
_ORGANISATION = re.compile(r"(?:of|from|for|representing|on behalf of) (?:the )?(?=[A-Z])")
_NO_POST = (None, "Councillor", "Cllr", "Chair", "Chairman", "Chairwoman", "Chairperson")
_HOW = re.compile(
    r"(?:sub|virtual|via|online|remote|part|from|until|left|joined|item|by|in |for |arriv|late\b"
    r"|present|apart|except|up to|to item|observ)"
)
_SAYS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|should|said|asked|agreed|noted|that|which)\b"
)


# "(Ms H Orme attended as substitute)", "Registrar in Health presented the plan": no body.
_TELLS = re.compile(
    r"\b(?:attended|attending|substitut(?:e[ds]?|ing)|deputis(?:ed|ing)|presented|outlined|joined"
    r"|introduced|in (?:his|her|their) (?:absence|place|stead))\b|^(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as a list gives it; offsets are of the text that the list stands in."""

    name: str
    start: int
    end: int
    role: str | None = None
    initials: str | None = None
    organisation: str | None = None
    chair: bool = False
    titled: bool = False


def entries(text: str, start: int, end: int, *, inline: bool) -> Iterator[Entry]:
    """The people of a list in order. `inline`: commas may part people ("Present: A, B, C")."""
    carried: str | None = None
    for first, last in _apart(text, start, end, inline=inline):
        found = entry(text, first, last)
        lone = _LONE.fullmatch(text, first, last) if found is None and carried else None
        if lone is not None and lone[1] not in POSTS:
            found = Entry(lone[1], lone.start(1), lone.end(1))
        if found is None and inline and (first, last) != (start, end):
            found = _given_alone(text, first, last)
        if found is None:
            continue
        plural = re.match(r"\W*(Councillors|Cllrs)\b", text[first:last])
        courtesy = _COURTESY.match(text, first, last) if carried and not plural else None
        if not courtesy:
            carried = plural[1].rstrip("s") if plural else None if found.titled else carried
        yield replace(found, role=found.role or carried)


# "Councillors Ames, Mrs Birch, Crewe and Moss": a title within a list is no end of it.
_COURTESY = re.compile(r"\s*(?:and |& )?(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.? (?=[A-Z])")


# "There: Una, Big Tom, Piers and Ada Crewe": a name of every day, and nothing else.
_ALONE = re.compile(r"\s*(?:and |& )?([A-Z][a-z]+(?: [A-Z])?)[\s.]*")


def _given_alone(text: str, start: int, end: int) -> Entry | None:
    found = _ALONE.fullmatch(text, start, end)
    if found is None or found[1].partition(" ")[0] not in GIVEN:
        return None
    return Entry(found[1], found.start(1), found.end(1))


def entry(text: str, start: int, end: int) -> Entry | None:
    """The one person that a stretch of a list names, without how to reach them."""
    reach = _REACH.search(text, start, end)
    parts = _segments(text, start, reach.start() if reach is not None else end)
    for place, (first, last) in enumerate(parts):
        if _SAYS.search(text, first, last):
            return None
        found = (_spelled(text, first, last) if not place else None) or named(text, first, last)
        if found is not None:
            return _whole(text, found, parts[:place], parts[place + 1 :])
    return None


_WORDS = re.compile(r"[A-Z][\w’'.-]*")
_SPELLING = re.compile(r" ?\(([A-Z]{2,3})\)")


def _spelled(text: str, start: int, end: int) -> Named | None:
    """A name of which a word could be a post, where its first letters stand behind it.

    "Una Senior (US)", "Tom Little (TL)": both words are the name, and no post is.
    """
    short = _SPELLING.match(text, end)
    if short is None:
        return None
    words = [(one.start(), one.end()) for one in _WORDS.finditer(text, start, end)]
    words = words[-len(short[1]) :]
    firsts = "".join(text[one[0]] for one in words)
    if firsts != short[1] or words[-1][1] != end:
        return None
    first, last = text[slice(*words[0])], text[slice(*words[-1])]
    borne = last in _BORNE or (last in _BORNE_TOO and first in GIVEN)
    if not borne or first in POSTS or text.count(" ", words[0][0], end) >= len(words):
        return None
    before = _stripped(text, start, words[0][0])
    post = before if before[0] < before[1] else (0, 0)
    return Named(start, words[0][0], end, post, (end, end))


_BORNE = frozenset(("Senior", "Little", "Major", "Judge", "Lower", "Royal", "Street"))
_BORNE_TOO = frozenset(("Head", "Lead", "Constable", "Clerk", "Mayor", "Home", "Close", "Bridge"))


# "Contact: Una Orme  Tel: 01632 000111", "Una Orme, email: una@marl.example".
_REACH = re.compile(
    r"[\s,;:(–-](?:[Tt]el(?:ephone)?|[Pp]hone|[Mm]ob(?:ile)?|[Ee]-?mail|[Ff]ax|[Ee]xt)\b\.?"
    r"(?=[ \t]*[:\d(+])|\s\+?\d[\d ]{6,}|\s[\w.-]+@"
)


def begins_person(text: str, start: int, end: int) -> bool:
    """Whether the words up to the next sign begin with a person, by name or rank and surname."""
    comma = _COMMA.search(text, start, end)
    parts = _segments(text, start, comma.start() if comma else end)
    return bool(parts) and named(text, *parts[0]) is not None


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    at = start
    for match in _PARTED.finditer(text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, end))
    return [one for one in (_stripped(text, *part) for part in parts) if one[0] < one[1]]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t•·▪*-–—.":
        start += 1
    while end > start and text[end - 1] in " \n\t.":
        end -= 1
    return start, end


def _whole(
    text: str,
    found: Named,
    ahead: Sequence[tuple[int, int]],
    behind: Sequence[tuple[int, int]],
) -> Entry:
    role = _role(text[slice(*found.before)]) if found.before[1] else None
    organisation: str | None = None
    initials: str | None = None
    chair = False
    end = found.last
    after = found.after
    honours = re.match(r"(?:[A-Z][A-Za-z]{1,5} ?)+$", text[slice(*after)])
    if honours and all(one in HONOURS for one in honours.group().split()):
        after = (after[1], after[1])
    rest = [*([after] if after[0] < after[1] else []), *behind]
    for first, last in [*ahead, *rest]:
        words = text[first:last]
        if first > found.first and _TELLS.search(words):
            continue
        if first > found.first:
            end = last
        if _CHAIR.fullmatch(words) and first > found.first:
            chair = True
            role = words if role is None and words[0] == "C" else role
        elif initials is None and _initials_of(text[found.first : found.last], words):
            initials = words
        elif (role in _NO_POST) and _is_role(words):
            role = _role(words)
        elif role in _NO_POST and words.islower() and text[first - 1] == "(":
            role = role if _HOW.match(words) else words
        elif organisation is None and first > found.first and words[:1].isupper():
            of = _ORGANISATION.match(words)
            organisation = words[of.end() :] if of else words
    if role and _CHAIR.search(role) and not re.search(r"(?i)vice|deputy", role):
        chair = True
    end += text[end : end + 1] in (")", "]") and "(" in text[found.last : end]
    start = found.start if not ahead or found.before[1] else min(found.start, ahead[0][0])
    name = " ".join(text[found.first : found.last].split()).rstrip(".")
    titled = found.first > found.start
    return Entry(name, start, end, role, initials, organisation, chair, titled)


def _initials_of(name: str, words: str) -> bool:
    """Whether a short form is made of a name's first letters: "(PSD)" behind "Ann Roe" is not.

    A name may leave out a second given name or be that of every day: "Bill Gant (WG)".
    """
    if not _INITIALS.fullmatch(words):
        return False
    firsts = [one[0] for one in _BEGINS.findall(name)]
    if words in RANKS:  # "Chris Clay (CC)"
        return "".join(firsts[-len(words) :]) == words
    last = next(one for one in reversed(words) if one.isupper())
    ends = last in firsts[1:] or words[-1].upper() in firsts[1:]
    return ends and (len(words) == len("WG") or words[0] == firsts[0])


_BEGINS = re.compile(r"\b[A-Z]|(?<=Mc)[A-Z]|(?<=Mac)[A-Z]")


def _is_role(words: str) -> bool:
    parts = words.split()
    return (
        ROLE_RE.match(words) is not None
        or (_SEVERAL.match(words) is not None and parts[0] != "Office")
        or (words.islower() and parts[-1].title() in NOUNS)
        or (is_post(parts[0]) and any(one in NOUNS for one in parts))
        or parts[-1] in NOUNS
        or parts[-1] in _TRADES
    )


# "Governing Body GP", "Secondary Care Consultant": what somebody is by trade.
_TRADES = frozenset(
    (
        "GP", "Consultant", "Physician", "Surgeon", "Pharmacist", "Midwife", "Paramedic",
        "Dentist", "Therapist", "Psychologist", "Teacher", "Chaplain", "Archdeacon", "Engineer",
        "Architect", "Planner", "Apprentice", "Volunteer", "Champion", "Partner", "Consultants",
    )
)  # fmt: skip


# "Non-Executive Director and voting member": a post, and another beside it.
_SEVERAL = re.compile(rf"(?:[A-Z][\w’'-]* ){{0,3}}(?:{'|'.join(sorted(NOUNS))}),? (?:and|&) [a-z]")


def _role(words: str) -> str | None:
    plain = re.sub(r"^(?:OPF?CC|[A-Z]\w+[’']s) (?=[A-Z])", "", words.strip(" .,"))
    plain = _BESIDE.sub("", plain)
    if _OF_NAME.fullmatch(plain):
        return None
    return {"Councillors": "Councillor", "Cllrs": "Cllr"}.get(plain, plain) or None


# "Cllr R Vale and the Clerk – Ada Moss": who stands before the post is another.
_BESIDE = re.compile(r"^(?:Cllr|Councillor|Mrs?|Ms|Dr)\.? [^,]{3,40}? and (?:the )?(?=[A-Z])")
# What somebody is called stands with the name, and is no post that a meeting gives.
_OF_NAME = re.compile(r"(?:the )?(?:Canon|Rev(?:d|erend)?\.?|Rabbi|Imam|Bishop|Judge)")


def _apart(text: str, start: int, end: int, *, inline: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a list that each name one person."""
    for first, last in _split(text, start, end, _ROWS if inline else _LINES):
        run_together = _run_together(text, first, last) if inline else []
        if run_together:
            for one in run_together:
                yield from _by_commas(text, *one)
            continue
        if not inline:
            commas = list(_split(text, first, last, _COMMA))
            people = sum(begins_person(text, *one) for one in commas)
            if people < 3 and not (people == 2 and _sure(text, commas)):
                yield from _by_titles(text, first, last)
                continue
        yield from _by_commas(text, first, last)


# "Cllr Ada Crewe  Cllr Tom Vale": two on a line, each with a title.
_TITLE = re.compile(r"\s*(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? [A-Z])")


def _by_titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parted before each title, where the line begins with one too."""
    at = start
    if _TITLE.match(text, start, end) is not None:
        for match in re.finditer(
            r"(?<=[\w)])\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? [A-Z])", text[start:end]
        ):
            if (
                named(text, at, start + match.start()) is not None
                or ")" in text[at : start + match.start()]
            ):
                yield at, start + match.start()
                at = start + match.end()
    yield at, end


# "Cllr M Orme, Marl Council Cllr Mrs A Vale, Holme Council Ms T Crewe": lines run together.
_COURTEOUS = r"(?:Cllr|Councillor|Alderman|Mr|Mrs|Ms|Miss|Dr)\.? (?:(?:Mrs|Ms|Miss|Dr|Mr) )?[A-Z]"
_BEGUN = re.compile(
    rf"(?<=[\w)])(?<!\bCllr)(?<!\bCouncillor)(?<!\bAlderman)(?<!\band)\s+(?={_COURTEOUS})"
)
_RUN_ON = re.compile(rf"\W*{_COURTEOUS}")
_FEWEST = 2  # titles that no sign parts from what goes before


def _run_together(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parted before each title, where lines that each began with one lost their ends."""
    if _RUN_ON.match(text, start, end) is None:
        return []
    at = start
    parts = []
    for match in _BEGUN.finditer(text, start, end):
        inside = text.count("(", at, match.start()) > text.count(")", at, match.start())
        if not inside and entry(text, at, match.start()) is not None:
            parts.append((at, match.start()))
            at = match.end()
    return [*parts, (at, end)] if len(parts) >= _FEWEST else []


_LINES = re.compile(r"[;\n•]")
# "Cllr C Orme Parishioners: 2": the next label of a line ends what is before it.
_ROWS = re.compile(
    r"[;\n•]|\s\|\s|\s(?:Apologies|APOLOGIES|In [Aa]ttendance|IN ATTENDANCE|Also [Pp]resent"
    r"|Parishioners|Residents|Public|Members of the [Pp]ublic)(?: [a-z]{2,9}){0,3}:\s"
)
# "Councillors Ames, Birch and T. Dunn": surnames alone behind a word for several.
_PLURAL = re.compile(r"\W*(?:Councillors|Cllrs)\b")
_NEXT_SURNAME = re.compile(r"\s*[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?=,| and |;|\.?$)")
_LONE = re.compile(r"\s*([A-Z][a-z]+(?:-[A-Z][a-z]+)?)[\s.]*")
_COMMA = re.compile(r",(?: and\b| &)?|(?<=[\w)]) (?:and|&) ")


def _sure(text: str, commas: Sequence[tuple[int, int]]) -> bool:
    """Two names with a comma between them, and both with a rank or initials in brackets."""
    return all(
        re.search(r"\([A-Z]{2,4}\)", text[first:last])
        or re.match(r"\W*(?:Cllr|Councillor|[A-Z]{2,4}|Mr|Mrs|Ms|Dr)\b", text[first:last])
        for first, last in commas
        if begins_person(text, first, last)
    )


def _by_commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parted where the words behind a comma or "and" begin with a person."""
    at = start
    plural = _PLURAL.match(text, start, end)
    for match in _COMMA.finditer(text, start, end):
        inside = text.count("(", at, match.start()) > text.count(")", at, match.start())
        if inside or not (
            begins_person(text, match.end(), end)
            or _next_given(text, match.end(), end)
            or (plural and _NEXT_SURNAME.match(text, match.end(), end))
        ):
            continue
        before = entry(text, at, match.start()) or _given_alone(text, at, match.start())
        if plural or before is not None:
            yield at, match.start()
            at = match.end()
    yield at, end


_NEXT_GIVEN = re.compile(r"\s*([A-Z][a-z]+)(?: [A-Z])?(?=,| and | & |;|\.?\s*$)")


def _next_given(text: str, at: int, end: int) -> bool:
    """Whether a given name alone stands behind a sign of a list."""
    found = _NEXT_GIVEN.match(text, at, end)
    return found is not None and found[1] in GIVEN


def _split(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for match in sign.finditer(text, start, end):
        if text.count("(", at, match.start()) > text.count(")", at, match.start()):
            continue
        if at < match.start():
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
