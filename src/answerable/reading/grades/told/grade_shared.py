"""Several questions that share one grade: "good for preventing crime and for recording data"."""

import re

from answerable.reading.grades.given_for.question_names import SHORT, doing, is_full_name, is_name
from answerable.reading.grades.words.grade_words import Token
from answerable.reading.scales import GRADE, GRADE_RE

_PLACE = r"(?:for|at|in|on)"
_AFTER = re.compile(rf"[\"”’']? {_PLACE} (?P<all>[a-z][^.;:()\n–]{{5,200}})")
# The next grade of the sentence ends the questions of this one.
_NEXT = re.compile(rf",?(?: (?:and|but|while|with|only|is|was))* [\"“‘']?{GRADE}", re.IGNORECASE)
# "for safety and for purposeful activity": the preposition comes again before each.
_AGAIN = re.compile(
    rf",? and (?:(?:again |also |once more )?{_PLACE}|its|their) |, (?:{_PLACE}|its|their) "
)
# "responding to fires and to major incidents": the verb is of both.
_AGAIN_TO = re.compile(r"^(?P<verb>(?:\w+ )?\w+ing to )(?P<one>.+?),? and to (?P<two>.+)$")
# "treating the public and its workforce": one verb, done to two.
_TO_BOTH_ITS = re.compile(
    r"(?:[a-z]+ly )?[a-z]+ing (?!its |their )(?:(?!and |with )[a-z’'-]+ ){1,4}"
    r"and (?:its|their) [a-z’'-]+"
)
_IT = re.compile(r"^(?P<verb>[a-z]+ing) (?:it|them)$")
_COMMA = re.compile(r", ")
_LAST = re.compile(r",? and ")
_EDGES = " \"”’',"
_FIRST = re.compile(r"^(?:the|its|their|our) ")
_TOO = re.compile(r",? (?:too|also|again|as well)$")
# A clause, and no name of a question: who did what, when, or what else is said.
_CLAUSE = re.compile(
    r"\b(?:is|was|were|are|has|had|have|said|which|who|but|while|with|its|they|it|we|he|she|when"
    r"|because|although|that|how|all|both|each|one|two|three|four|five|areas?|other|I|thank)\b"
    r"|(?:19|20)\d\d"
)
_DOES = re.compile(r"^\w+ing (?:its|their) ")  # "supporting its workforce" is no clause
_MOST = 6  # words of one question


def shared_questions(token: Token, question: str | None) -> list[str | None]:
    """The questions of a grade, where it is said for two or more; else none.

    Two need the preposition again or a known name each, since "preventing crime and tackling
    disorder" may be one question; a list of three or more has commas.
    """
    found = (
        listed_behind(token)
        or _included(token)
        or _behind(token)
        or _so_is(token, question)
        or _subjects(token)
    )
    return list[str | None](found)


# "Four of nine areas were good: custody, vetting, leadership and prevention."
_LIST = re.compile(
    r"[\"”’']?(?:(?: (?:in|for|at|across) (?:all )?(?:the )?(?:two|three|four|five|six)(?: \w+)?"
    r" (?:areas|questions|pillars|themes|judge?ments|categories|domains))?: "
    r"| (?:in|for|at|across) (?:all )?(?:the )?(?:two|three|four|five|six)(?: \w+)?"
    r" (?:areas|categories|questions|domains) of )"
    r"(?P<all>[A-Za-z][^.;:()\n]{5,220})(?=[.;]|$)"
)


def listed_behind(token: Token) -> list[str]:
    """The names of questions that a colon behind a grade lists; none where any is no name."""
    found = _LIST.match(token.right)
    if found is None:
        return []
    parts = _COMMA.split(found["all"])
    parts = [*parts[:-1], *_LAST.split(parts[-1])]
    plain = [_FIRST.sub("", one.strip(_EDGES).removeprefix("and ")) for one in parts]
    return plain if len(plain) > 1 and all(_name(one) for one in plain) else []


# "good across a range of areas including …", "requires improvement – in five areas, …".
_INCLUDES = re.compile(
    r"[\"”’']?(?: [–—-])? (?:in|for|at|across) (?:a (?:number|range) of|several|many|various|two"
    r"|three|four|five|six|seven|eight|nine|ten)(?: [a-z]+){0,2} (?:areas|aspects|questions|themes"
    r"|categories|domains),? (?:including|namely|such as):? (?P<all>[a-z][^.:()\n]{5,320})"
)
_PARTS = re.compile(r"; (?:and )?|,? and (?=[a-z]+ing )|, (?=[a-z]+ing )")
_DOING_IT = re.compile(r"[a-z]+ing [a-z]")
_LONG = 10  # words of a question that says what is done


def _included(token: Token) -> list[str]:
    """The questions behind "in several areas, including": what is done in each, or its name."""
    found = _INCLUDES.match(token.right)
    if found is None or GRADE_RE.search(found["all"]):
        return []
    parts: list[str] = []
    for part in _PARTS.split(found["all"].strip(_EDGES)):
        one, _, other = part.partition(" and ")
        if _DOING_IT.match(part) is None:
            parts.extend(_apart(part))
        else:
            parts.extend((one, other) if _name(one) and _name(other) else (part,))
    fit = all((_DOING_IT.match(one) and len(one.split()) <= _LONG) or _name(one) for one in parts)
    return parts if len(parts) > 1 and fit else []


def _behind(token: Token) -> list[str]:
    after = _AFTER.match(token.right)
    return several(after["all"]) if after else []


def several(words: str) -> list[str]:
    """The questions that words behind "good at" name; none where they name one, or unsure."""
    following = _NEXT.search(words)
    words = words[: following.start()] if following else words
    words = _GOES_ON.split(words)[0]
    words = _DOING.sub(_plainly, words.removeprefix("both "))
    if is_full_name(words.strip(_EDGES)) or _TO_BOTH_ITS.fullmatch(words.strip(_EDGES)):
        return []
    again = _AGAIN.split(words)
    parts = again if len(again) > 1 else _listed(words) or _to_both(words) or _both(words)
    plain = [_TOO.sub("", _FIRST.sub("", one.strip(_EDGES))) for one in parts]
    whole = _meant(plain)
    return whole if len(whole) > 1 and all(_names(one) for one in whole) else []


# "…, which matter most": more is said, and nothing more is graded.
_GOES_ON = re.compile(r",? (?:which|who|whereas|where|although|though|because|but)\b")
# "in how it protects people and in how it manages offenders"
_DOING = re.compile(
    r"(?:^|(?P<and>,? and |, )(?:in )?)how (?:well )?(?:it|they|the \w+) (?P<verb>\w+s)\b"
)


def _plainly(found: re.Match[str]) -> str:
    again = "" if found["and"] is None else f"{found['and']}in "
    return again + doing(found["verb"])


def _meant(parts: list[str]) -> list[str]:
    """The parts, with "preventing it" as what it means after "recording crime"."""
    found: list[str] = []
    for one in parts:
        it = _IT.match(one)
        thing = found[-1].rpartition(" ")[2] if found else ""
        found.append(f"{it['verb']} {thing}" if it and thing else one)
    return found


def _listed(words: str) -> list[str]:
    """ "effectiveness, efficiency and people"."""
    parts = _COMMA.split(words)
    last = _LAST.split(parts[-1])
    found = [*parts[:-1], *last] if len(parts) > 1 and len(last) == _TWO else []
    return [] if any(_SHARES.fullmatch(one) for one in found) else found


_TWO = 2
# "building, supporting and protecting the workforce": verbs with one object.
_SHARES = re.compile(r"\w+ing")


def _both(words: str) -> list[str]:
    """ "investigating crime and managing offenders": two names, and no name together."""
    parts = [_TOO.sub("", one.strip(_EDGES)) for one in _LAST.split(words.strip())]
    if _SHARES.fullmatch(parts[0]) and parts[-1].partition(" ")[0].endswith("ing"):
        return []  # "investigating and preventing crime"
    fits = len(parts) == _TWO and all(_name(_FIRST.sub("", one)) for one in parts)
    return parts if fits and not is_name(words) else []


def _to_both(words: str) -> list[str]:
    found = _AGAIN_TO.match(words.strip(_EDGES))
    return [found["verb"] + found["one"], found["verb"] + found["two"]] if found else []


# "Protecting people is now good, as is managing offenders", "is adequate; so are A and B".
_SO = re.compile(
    r"[\"”’']?[,;] (?:and )?(?:as|so) (?:is|are|was|were|does|do|did) "
    r"(?P<all>[a-z][^.;:()\n]{2,90})"
)


def _so_is(token: Token, question: str | None) -> list[str]:
    found = _SO.match(token.right)
    if found is None:
        return []
    words = found["all"].strip(_EDGES)
    parts = [words] if _name(_FIRST.sub("", words)) else _LAST.split(words)
    plain = [_FIRST.sub("", one) for one in parts]
    fits = question is not None and all(_name(one) for one in plain)
    return [str(question), *plain] if fits else []


# "Response and workforce were good", "Response, workforce and leadership all got …".
_ARE = re.compile(
    r",? (?:are|were|have been|had been|remain(?:ed)?|stay(?:ed)?|got|get|require|received"
    r"|(?:both|each|all) (?:rated|graded|judged|found))"
    r"(?: (?:all|both|each|now|still|also|again|rated|graded|judged|found to be|as|to be|an?"
    r"|the))*"
    r"[\s\"“‘']*$"
)
_QUANTIFIED = re.compile(r" (?:all|both|each|also|still)$")
_SUBJECTS = re.compile(r"[^.;:()\n]*$")


def _subjects(token: Token) -> list[str]:
    """The names of questions, joined by commas and "and", that a grade is said of."""
    are = _ARE.search(token.left)
    before = token.left[: are.start()] if are else token.left.rstrip("\"“‘' ")
    if are is None and not token.label.startswith("requires"):
        return []
    if before.endswith(("-", "–", "—", "|", ":")):
        return []
    clause = _SUBJECTS.search(_QUANTIFIED.sub("", before).rstrip(" ,"))
    words = GRADE_RE.split(clause.group())[-1] if clause else ""
    found: list[str] = []
    for one in reversed(_apart(words)):
        plain = re.sub(
            r"^(?:.*\b(?:but|while|with|that) )?(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Bb]oth) )?",
            "",
            one.strip(_EDGES),
        )
        if _OF_ANOTHER.match(plain) or not _name(plain):
            break
        found.insert(0, plain)
    several = len(found) > 1 and " and " in words and not is_name(" and ".join(found))
    return found if several else []


# "good for recording crime and for custody": of the grade before it.
_OF_ANOTHER = re.compile(rf"(?:{_PLACE}|of|to|by) ")
_AND = re.compile(r", (?:and )?| and ")


def _apart(words: str) -> list[str]:
    """The parts of a list, where "leadership and management" is one name with an "and"."""
    found: list[str] = []
    for part in _AND.split(words):
        joined = f"{found[-1]} and {part}" if found else ""
        if joined and is_full_name(_DETERMINED.sub("", joined)):
            found[-1] = joined
        else:
            found.append(part)
    return found


_DETERMINED = re.compile(r"^(?:.*\b(?:but|while|with) )?(?:[Tt]he |[Ii]ts |[Tt]heir |[Oo]ur )?")


def _name(words: str) -> bool:
    return is_name(words) or words.casefold() in SHORT


def _names(words: str) -> bool:
    """Whether words are short enough for a question and neither a clause nor another grade."""
    short = 0 < len(words.split()) <= _MOST
    plain = _DOES.sub("", words)
    return short and _CLAUSE.search(plain) is None and GRADE_RE.search(words) is None
