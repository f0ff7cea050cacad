"""Whose grade it is: the nearest body named in the sentence, a pair, a group, or nobody."""

import re

from answerable.reading.bodies_meant import THE_BODY, Named, by_default, compared, may_mean
from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Body, Mention
from answerable.reading.grades.given_for.question_names import is_name
from answerable.reading.grades.words.grade_words import (
    Token,
)
from answerable.reading.material import Material
from answerable.reading.subject_body import inspected

NOBODY = Body("", None, "")


def institutions(
    material: Material, passage: Passage, token: Token, following: Token | None
) -> list[Named]:
    """One body, or several where they share a grade ("A and B were graded …")."""
    before = inspected(material.within(passage.start, token.start, weak=True))
    each = re.search(
        r"\b(?:each|both|all)(?: of (?:the|these))? (?:\w+ )?(?:force|service|forces"
        r"|services)\b",
        token.left,
        re.IGNORECASE,
    )
    if each and not before and (pair := _both(material, each.group())):
        return [Named(body, None, "each force named in the document") for body in pair]
    if each and not before:
        block = material.canonical.blocks[passage.block]
        earlier = inspected(material.within(block.start, passage.start, weak=True))
        bodies = list(dict.fromkeys(one.body for one in earlier))
        if len(bodies) > 1:
            return [Named(body, None, "each force named before") for body in bodies]
        return []
    group = _group(material, before, token)
    if len(group) > 1:
        return [Named(one.body, (one.start, one.end)) for one in group]
    found = institution(material, passage, token.start)
    if found is not None and found.span and found.span[0] > token.end and following is not None:
        found = by_default(material, passage) if found.span[0] > following.start else found
    return [found] if found else [Named(NOBODY, None)]


def _both(material: Material, words: str) -> list[Body]:
    """ "Both forces": the two that the document is about, if it names two and no more."""
    named = list(
        dict.fromkeys(
            one.body
            for one in inspected(material.mentions)
            if one.body.kind in ("force", "fire") and not one.weak
        )
    )
    return named if words.lower().startswith("both") and len(named) == 2 else []


def _group(material: Material, before: list[Mention], token: Token) -> list[Mention]:
    """The bodies joined by commas and "and" that stand last before a grade."""
    group: list[Mention] = []
    for mention in reversed(before):
        if group:
            gap = material.text[mention.end : group[0].start]
            if not re.fullmatch(r"(?:,| and|, and| as well as|\s)*\s?(?:the )?", gap):
                break
        group.insert(0, mention)
    if group and (token.start - group[-1].end) > 130:
        return group[-1:]
    return group


def institution(material: Material, passage: Passage, at: int) -> Named | None:
    """The body that a grade belongs to: the nearest before it in its sentence, else after."""
    line = passage.start
    before = inspected(material.within(line, at, weak=True))
    if before:
        return _of_those_before(material, passage, before, at)
    pronoun = re.search(
        r"\b(?:it|its|the (?:force|service|constabulary|trust|council|hospital"
        r"|authority|school|provider))\b",
        material.text[line:at],
        re.IGNORECASE,
    )
    after = inspected(material.within(at, passage.end))
    if after and not pronoun:
        return Named(after[0].body, (after[0].start, after[0].end))
    if passage.lead is not None:
        led = inspected(material.within(passage.lead.start, passage.lead.end, weak=True))
        bodies = list(dict.fromkeys(one.body for one in led))
        if bodies:
            span = led[-1].start, led[-1].end
            if bodies[0].kind == "council" and _only_meets(material, bodies[0]):
                return None
            return Named(bodies[0], span) if len(bodies) == 1 else None
    if _SOMEBODY_S.search(material.text, line, at):
        return None
    return _meant(material, passage, at)


def _of_those_before(
    material: Material, passage: Passage, before: list[Mention], at: int
) -> Named | None:
    """The last body named before a grade, unless it cannot be the one that was graded."""
    one = before[-1]
    if compared(material.text, one.start):
        return _beside_another(material, passage, before, at)
    if one.weak and not _fits(material, one, at):
        return None
    return Named(one.body, (one.start, one.end))


def _beside_another(
    material: Material, passage: Passage, before: list[Mention], at: int
) -> Named | None:
    """Beside a body that stands for comparison: "X, like Y, was rated", "unlike Y, the force is".

    Where the words do not say which of two is meant, it is nobody.
    """
    one = before[-1]
    others = [two for two in before[:-1] if two.body != one.body]
    if not others and THE_BODY.search(material.text, one.end, at) is None:
        return Named(one.body, (one.start, one.end))
    if others:
        return None
    found = _meant(material, passage, at)
    return found if found is not None and found.body != one.body else None


def _fits(material: Material, one: Mention, at: int) -> bool:
    """Whether the noun between a bare place and its grade can mean the body of that place."""
    nouns = _NOUNS.findall(material.text, one.end, at)
    clause = material.text[one.end : at]
    return (not nouns or may_mean(nouns[-1], one.body)) and _may_be_graded(one.body, clause)


def _only_later(material: Material, body: Body, at: int) -> bool:
    """Whether a body is named in the text, and only behind a place, and not in the title."""
    named = [one.start for one in material.mentions if one.body == body]
    title = material.meta.title or material.canonical.title or ""
    return (
        bool(named)
        and min(named) > at
        and all(one.body != body for one in material.gazetteer.mentions(title))
    )


def _meant(material: Material, passage: Passage, at: int) -> Named | None:
    """The body that no word of the sentence names, unless its words speak against it."""
    other = _OF_THIS_NAME.match(material.text, passage.start, at)
    if other is not None and not inspected(material.within(passage.start, at, weak=True)):
        span = other.span("name")  # "Marl Infants was outstanding": nobody else's grade
        meant = by_default(material, passage)
        if other["sort"] or meant is None or other["name"] not in meant.body.name:
            return Named(Body(other["name"], None, ""), span) if other["sort"] else None
    another = _opens_with_another(material, passage, at)
    titled = _titled(material, passage)
    if titled is not None or another:
        return None if another else titled
    found = by_default(material, passage)
    if found is None or found.inferred is None:
        return found
    beside = found.inferred.startswith("named just")
    ours = beside and _US.search(material.text, passage.start, at) is not None
    if ours or (not _ITSELF.match(found.inferred) and _only_meets(material, found.body)):
        return None  # "It rated us good": who speaks, and not the body named before
    if not material.meta.subject and _only_later(material, found.body, at):
        return None
    clause = material.text[passage.start : min(passage.end, at + 90)]
    nouns = _NOUNS.findall(material.text, passage.start, at)
    fits = not nouns or may_mean(nouns[-1], found.body)
    return found if fits and _may_be_graded(found.body, clause) else None


def of_sentence(material: Material, passage: Passage, span: tuple[int, int]) -> list[Named | None]:
    """Each body that a sentence names before a grade of a scale of its own, else the one meant."""
    named = inspected(material.within(passage.start, span[0]))
    plain = [one for one in named if not compared(material.text, one.start)]
    if plain:
        token = Token(*span, "", "", "")
        group = _group(material, plain, token) or plain[-1:]
        return [Named(one.body, (one.start, one.end)) for one in group]
    clause = material.text[passage.start : span[0]]
    if _OTHERS_GOT.search(clause) or _LANDLORDS.search(material.text, passage.start, passage.end):
        return [None]
    return [by_default(material, passage)]


# "Elsewhere, Marl Living and One Marl retained …": names that no form tells.
_OTHERS_GOT = re.compile(
    r"(?:^|, |\band |\bwhile )(?!(?:The|It|We|They|This|He|She|In|On|At|Our|Regulator|RSH|Ofsted"
    r"|Inspectors?|HM|His|Her|Today|Yesterday)\b)[A-Z][\w’'-]+(?: (?:at )?[A-Z][\w’'-]+){0,3} "
    r"(?:retain(?:ed|s)|received|kept|keeps|got|held)\b"
)
_LANDLORDS = re.compile(r"\b(?:landlords|councils|providers|associations)\b")


def names_another(material: Material, passage: Passage, at: int) -> bool:
    """Whether the words before a grade give a name that no list and no form tells."""
    forms = (_SOMEBODY_S.search, _WHICH.search, _OF_THIS_NAME.match)
    return any(form(material.text, passage.start, at) is not None for form in forms)


def own_name(material: Material, passage: Passage, at: int) -> str | None:
    """The name that a sentence opens with and is on; none where it is on "the force"."""
    opens = _OPENS_WITH_NAME.match(material.text, passage.start, at)
    if opens is None or is_name(opens["name"]) or THE_BODY.search(material.text, opens.end(), at):
        return None
    return opens["name"]


def _opens_with_another(material: Material, passage: Passage, at: int) -> bool:
    """Whether a sentence is on a name of its own, and not on the body that the paper is about."""
    name, ours = own_name(material, passage, at), material.subject
    return name is not None and (ours is None or name not in ours.name)


# "Larch Hospice for Children in Wexley was rated", "Alder Mid-Marl has moved from": its own name.
_OPENS_WITH_NAME = re.compile(
    r"\W*(?P<name>(?!(?:The|Its|In|At|On|For|After|Since|When|While|HM|His|Her|Majesty|Our"
    r"|Inspectors?|Ofsted|CQC|HMICFRS|Overall|Services?|Chief|Councillor|Cllr|Mr|Mrs|Ms|Dr|Sir"
    r"|Dame|Deputy|Assistant|Police|Children[’']s|[Ww]e|It)\b)[A-Z][\w’'&-]+ [A-Z][\w’'&-]+"
    r"(?: (?:for|of|and|the|[A-Z][\w’'&-]+))*)(?:, (?:which|where|an?|the) [^,;.]{3,140},)?"
    r"(?:,? (?:in|at|near|on|run by) [A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+)*,?)? (?:also |now |recently )?(?:is|was|were|has|had|showed|saw|went|fell"
    r"|moved|improved|dropped|received|achieved|got|kept|retained|remains?|came out)\b"
)


# "In Wexley, which we graded adequate, …": the body of a place that is named no further.
_WHICH = re.compile(r"\b[A-Z][\w’'-]+, (?:which|where)\b")


_OF_THIS_NAME = re.compile(
    r"\W*(?P<name>(?!(?:The|Its|In|At|On|For|HM|His|Her|Majesty|Inspectors?)\b)[A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+){0,4}(?: (?P<sort>Infants|Juniors|Primary|Academy|School|College|Nursery"
    r"|House"
    r"|Lodge|Court|Hospital|Surgery|Hospice))|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)"
    r"(?:, (?:which|where) [^,;.]{3,140},)? "
    r"(?:is|was|has been|had been|remains?|came out)\b"
)
_NOUNS = re.compile(
    r"\b(?:force|service(?! to\b)|constabulary|trust|council|local authority|hospital|school"
    r"|provider|unit)\b",
    re.IGNORECASE,
)
# What no force and no fire service is graded for, or by whom.
_OTHERS = re.compile(
    r"\b(?:Ofsted|CQC|Care Quality Commission|Estyn|Inspectorate of (?:Probation|Prisons)"
    r"|children[’']s (?:social care )?services|social care|youth (?:justice|offending)|probation"
    r"|(?:emergency|maternity) (?:department|unit|services?|care)|A&E|accident and emergency"
    r"|(?:regional|crime) unit|ROCU|the (?:council|hospital|trust|school|home|prison))\b"
)


def may_be_meant(material: Material, named: Named | None, clause: str) -> Named | None:
    """A body that no word of a clause names, unless it cannot be the one that was graded."""
    if named is None or named.inferred is None or _ITSELF.match(named.inferred):
        return named
    fits = _may_be_graded(named.body, clause) and not _only_meets(material, named.body)
    return named if fits else None


def _titled(material: Material, passage: Passage) -> Named | None:
    """The one body that the heading above names in a paper of meetings, beside its own."""
    if not _of_a_meeting(material):
        return None
    heading = heading_above(material, passage)
    bodies = {one.body for one in inspected(material.gazetteer.mentions(heading))}
    bodies -= {material.subject}
    return Named(bodies.pop(), None, "named in the heading above") if len(bodies) == 1 else None


def heading_above(material: Material, passage: Passage) -> str:
    """The heading above a passage, or a numbered line that stands for one."""
    above = material.before(passage)
    for _ in range(_FARTHEST):
        if above is None or above.kind == "heading":
            break
        words = material.text[above.start : above.end]
        if len(words) < _LONGEST and _NUMBERED.match(words):
            return words
        above = material.before(above)
    return passage.heading


_FARTHEST, _LONGEST = 12, 90
_NUMBERED = re.compile(r"\W*(?:Item )?\d{1,3}(?:[/.]\d{1,3})?[.:)]? [A-Z][^.;!?]*$")
_OF_MEETINGS = ("minutes", "agenda", "decision")


def _only_meets(material: Material, body: Body) -> bool:
    """Whether a council or a trust holds the meeting, or speaks, and another body was graded."""
    if body.kind not in ("council", "provider"):
        return False
    if body.kind == "council" and _OF_OTHERS.search(material.text) is not None:
        return True
    return _of_a_meeting(material)


def _of_a_meeting(material: Material) -> bool:
    """Whether a paper tells of a meeting, by its profile or by its head."""
    return material.profile.type in _OF_MEETINGS or bool(_MEETS.search(material.text[:_HEAD]))


_HEAD = 400
_MEETS = re.compile(
    r"\b(?:[Mm]inutes|[Mm]eeting of|[Aa]pologies|APOLOGIES|MINUTES|PRESENT|Chaired by"
    r"|In the chair)\b|\b(?:[Pp]resent|[Aa]ttendance|Trustees|Clerk):"
    r"|\b(?:Board|Panel|Committee|Council),? (?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z]"
)
_US = re.compile(r"\b(?:us|we|our)\b", re.IGNORECASE)
# "The council = subject body": its own words mean it.
_ITSELF = re.compile(
    r"(?:[Tt]he (?:council|local authority|authority|trust|hospital|school|provider)|named)\b"
)
# Who never grades a council, and whom a council does not run.
_OF_OTHERS = re.compile(
    r"\bHMICFRS\b|\bPEEL\b|\bHMI Prob|\bInspectorate of (?:Prob|Pris|Const)|\bHMP\b|\bHMYOI\b"
    r"|\b[Yy]outh [Jj]ustice\b|\b[Ii]nspectors? of [Pp]risons\b|\b[Hh]ospitals?\b"
)


def _may_be_graded(body: Body, clause: str) -> bool:
    """A body that no word names here is not taken for one that another inspectorate grades."""
    return body.kind not in ("force", "fire") or _OTHERS.search(clause) is None


# "The worst was Ostermere’s, where …": of a body that is not named in full.
_SOMEBODY_S = re.compile(
    r"\b(?:was|were|of|is|that|than|like|in) (?!(?:His|Her|Majesty|Today|Government|Ofsted"
    r"|HMICFRS|HMIC|England"
    r"|Wales|Britain|Parliament|Commissioner|Constable|Inspector|PEEL|CQC)[’'])[A-Z][a-z]+[’']s\b"
)
