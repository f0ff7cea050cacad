"""People brought in with a post in prose: "The Chief Nurse (Ann Sutter)", "its chair, Al Bell".

The form is what tells: a name beside a comma or in brackets, and beside it words whose head is a
post. Behind a rank a surname alone is a person too, unless the document has it as a common word.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.people.attendance import Sighting, sighted, stands
from answerable.reading.people.post_words import NOUNS, POSTS
from answerable.reading.roles import NAME, ROLE_RE, SURNAME, TITLE
from answerable.reading.worded import worded

_IN_BRACKETS = re.compile(rf"\((?:{TITLE} )?(?P<name>{NAME})\)")
_BEHIND_COMMA = re.compile(
    rf", (?:{TITLE} )?(?P<name>{NAME})(?: [A-Z]{{2,4}})?(?=[,.;\n]|$| (?:and|of|for) )"
)
# Each word of the run begins with a capital, so that it can be read in one way only.
_CAPITAL_POST = re.compile(
    r"(?:(?:The|THE|the) )?(?P<role>[A-Z][\w’'/-]* (?:(?:[A-Z][\w’'/-]*|of|for|and) ){0,6}?)"
    r"(?:(?<=[’']s )(?:comments?|response|views?|advice|report|statement|approval|signature) )?$"
)
_OWN = re.compile(
    r"\b(?:[Tt]he|[Mm]y|[Ii]ts|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Yy]our|[A-Z]\w+[’']s) "
)
_NAME_POST = worded(
    ", ",
    rf"(?P<name>{NAME})(?: [A-Z]{{2,4}})?, (?:(?:the|our|its|their|your|my|his|her|a) "
    r"|[A-Z][a-z]+[’']s )?(?P<role>[^,.;:()\n]{3,60})(?=[,.;\n]|$)",
)
_APPOINTED = worded(
    " as |Appointment of |appointment of ",
    rf"\b(?:[Aa]ppoint(?:ed|s|ment of|ing)|[Nn]amed|[Cc]onfirmed) (?:{TITLE} )?(?P<name>{NAME})"
    r" as (?:(?:its|the|our|their|an?) )?(?P<role>[^,.;:()\n]{3,60}?)"
    r"(?= (?:in|on|from|at|by) |[,.;\n]|$)"
    rf"|\b[Aa]ppointment of (?:{TITLE} )?(?P<name2>{NAME})"
    r"(?: as (?P<role2>[A-Z][^,.;:()|\n]{3,50}))?",
)
_I_AM = re.compile(
    rf"\b(?:I[’']m|I am|My name is) (?P<name>{NAME})"
    r"(?:,? (?:and )?(?:I[’']m |I am )?(?:your|the) (?P<role>[^,.;:()\n]{3,60}))?(?=[,.;\n])"
)
_WROTE = re.compile(
    rf"(?:(?<=\n)|(?<=[.!] ))(?:{TITLE} )?(?P<name>{NAME}) reports\.?$"
    rf"|\b[Ff]oreword (?:by|from) (?:{TITLE} )?(?P<name2>{NAME})"
    r"(?:, (?P<role2>[^.;:()\n]{3,60}))?"
    rf"|[.,|] By (?P<name3>{NAME})\.?$"
)
_RANKED = worded(
    "ACO|AM|Area Manager|CC|Chief Constable|DCI|DI|GM|Group Manager|Insp|Sgt"
    "|Station Manager|Superintendent|Supt",
    r"(?<![\w/])(?P<role>(?:T/|A/|D/|Det\.? |Temp\.? )?(?:D?CC|ACC|ACO|DCI|DI|AM|GM"
    r"|(?:Chief |Ch\.? )?Supt\.?|(?:Chief |Ch\.? )?Insp\.?|Sgt|(?:Chief )?Superintendent"
    r"|Chief Inspector|Chief Constable|(?:Area|Group|Station) Manager))"
    rf" (?P<name>{SURNAME})(?![\w-]|[’']s [A-Z]| [A-Z]|,? (?:and|&) [A-Z]\w+\b(?! [A-Z]))",
)
_OWNS = re.compile(r" to [a-z]| ?:")
_LONGEST_POST = 8
_OF = re.compile(r" (?:of|for|at|in|to|with|by) ")


_OF_POSTS = POSTS | {"Ops", "Intel", "Comms", "Protect"}


def is_post(words: str) -> bool:
    """Whether the head of some words is a post: "interim director of finance", "lead officer"."""
    plain = words.strip(" ,").partition(",")[0]
    if _AND_THE.match(plain):
        return False
    head = _OF.split(plain, maxsplit=1)[0].split()
    if not head or len(words.split()) > _LONGEST_POST:
        return False
    last = head[-1].strip("’'.,")
    return (
        last.rpartition("-")[2].title() in NOUNS
        or last.replace("-", "").title() in NOUNS
        or last.lower() in _SMALL
        or last in _SHORT
        or ROLE_RE.fullmatch(" ".join(head)) is not None
    )


# "Andrew Vale and the Clerk": somebody else, and whose post it is.
_AND_THE = re.compile(r"(?:[A-Z][\w’.-]* ){2,4}and (?:the|our) ")
_SMALL = frozenset(("chief", "predecessor", "successor", "reporter", "correspondent", "coroner"))
_SHORT = frozenset(("PCC", "PFCC", "DPCC", "CFO", "CEO", "HMI", "MP", "Lead", "DCC", "ACC", "CC"))


def introduced(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """Everybody whom a passage brings in with a post beside the name."""
    start, end = passage.start, passage.end
    for match in _IN_BRACKETS.finditer(text, start, end):
        post = _CAPITAL_POST.search(text[max(start, match.start() - _NEAR) : match.start()])
        named = re.sub(r"[’']s?$", "", post["role"].strip()) if post else ""
        if is_post(named):
            yield from _seen(match, presence, named)
    for match in _BEHIND_COMMA.finditer(text, start, end):
        role = _own_post(text[max(start, match.start() - _NEAR) : match.start()])
        if role is not None:
            yield from _seen(match, presence, role)
    for match in _NAME_POST.finditer(text, start, end):
        if is_post(match["role"]):
            yield from _seen(match, presence, match["role"])
    for match in _APPOINTED.finditer(text, start, end):
        role = match["role"] or match["role2"]
        if role is None or is_post(role):
            yield from _seen(match, presence, role)
    for match in _I_AM.finditer(text, start, end):
        yield from _seen(match, "author", match["role"])
    for match in _WROTE.finditer(text, start, end):
        yield from _seen(match, "author", match["role2"])


_NEAR = 90
_CLAUSE_SIGN = re.compile(r"[,.;:()\n]")


def _own_post(before: str) -> str | None:
    """The post that ends a clause: "the head of the unit", "its chair", "Marl’s chief"."""
    words = _CLAUSE_SIGN.split(before)[-1]
    after = (words[one.end() :] for one in _OWN.finditer(words))
    return next((role for role in after if is_post(role)), None)


def _seen(match: re.Match[str], presence: str, role: str | None) -> Iterator[Sighting]:
    group = next(one for one in ("name", "name2", "name3") if match.groupdict().get(one))
    one = sighted(match, presence, "people.introduced", role=role, group=group)
    if one is not None:
        begin, end = stands(match[group], one.name, *match.span(group))
        yield replace(one, start=begin, end=end)


def ranked(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """ "DCC Pruett": a surname alone, behind a rank."""
    start, end = passage.start, passage.end
    for match in _RANKED.finditer(text, start, end):
        name = match["name"]
        if _OWNS.match(text, match.end(), end):
            continue  # "ACC Orme to ring the school": the owner of an action
        if {name, name.removesuffix("s")} & _OF_POSTS or f" {name.lower()}" in text:
            continue  # "ACC Crime" is a post
        yield Sighting(
            name, match.start(), match.end(), match["role"], None, presence, "people.ranked"
        )
