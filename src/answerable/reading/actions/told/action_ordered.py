"""What a commissioner, a mayor or a panel has asked of somebody, told outside of minutes.

"The Commissioner has asked the force to set out its plans by January", "Mr Oakley has given the
chief constable until Easter to clear the backlog". What inspectors ask is a recommendation.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_agents import NOUN, agent
from answerable.reading.actions.parts.action_due import by_when
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_spoken import spoken_of
from answerable.reading.actions.parts.action_words import OWNER, WORK
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN, SUBJECT
from answerable.reading.records import Record
from answerable.reading.worded import worded

_NEVER = ("minutes", "agenda", "inspection-report", "inspection-letter", "action-log", "decision")
_SCRUTINISES = (
    r"(?:(?:[Tt]he )?(?:(?:[Pp]olice and [Cc]rime |[Pp]olice, [Ff]ire and [Cc]rime |[Dd]eputy )?"
    r"[Cc]ommissioner|PCC|PFCC|[Mm]ayor|[Pp]anel|[Cc]ommittee|[Cc]ouncillors|[Mm]embers"
    r"|Home Secretary)|(?:Mr|Mrs|Ms|Dr) [A-Z][\w’'-]+|[Ss]?[Hh]e|I|[Ww]e)"
)
_ADVERBS = r"(?:(?:[a-z]+ly|also|now|then|therefore|since|has|have|had|[’']ve) ){0,3}"
_ASKED = re.compile(
    rf"\b{_SCRUTINISES} {_ADVERBS}(?:asked|ordered|instructed|told|directed|required|tasked"
    rf"|commissioned|called on|challenged|urged|invited) (?P<who>{SUBJECT}"
    r"|(?:my|our|his|her|the) [A-Z][\w’ -]{2,40}?(?:, [A-Z][\w’-]+ [A-Z][\w’ -]+)?),? to "
    r"(?P<do>[a-z][^.;]{8,260})",
)
_UNTIL = re.compile(
    rf"\b{_SCRUTINISES} {_ADVERBS}(?:gave"
    rf"|given) (?P<who>{SUBJECT}) (?P<due>until [^,.;]{{3,30}}?) to "
    r"(?P<do>[a-z][^.;]{8,260})",
)
# "I have asked her to report in July": of whoever was spoken of.
_ASKED_HER = re.compile(
    rf"\b{_SCRUTINISES} (?:have|has|had|[’']ve) (?:also |now )?(?:asked|told|instructed|directed"
    r"|required) (?P<who>her|him|them|it) to (?P<do>[a-z][^.;]{8,260})"
)
# "I've asked the estates director to find them a room", "She told Basil to count them".
_ASKED_ANY = worded(
    "asked|told|instructed|directed|tasked|commissioned|got ",
    r"\b(?:I|[Ww]e|[Ss]?[Hh]e|[Tt]he (?:[Cc]ommissioner|[Mm]ayor|[Gg]overnor|[Cc]hief"
    r" [Cc]onstable|[Cc]hief [Ee]xecutive|[Dd]irector)|(?:Mr|Mrs|Ms|Dr|Dame|Sir) [A-Z][\w’-]+)"
    r"(?:[’'](?:ve|d)| have| has| had)?(?: (?:also|now|therefore|since|already))*"
    r" (?:asked|told|instructed|directed|tasked|commissioned|got)"
    rf" (?P<who>{NOUN})(?:, [^,.;]{{3,60}})?,? to (?P<do>{WORK}[^.;]{{4,260}})",
)
# "I have asked for 40 cases to be audited in the autumn": with a day or a meeting.
_ASKED_FOR = worded(
    "asked for",
    r"\b(?:I|[Ww]e|[Ss]?[Hh]e|[Tt]he (?:[Cc]ommissioner|[Mm]ayor)|(?:Mr|Mrs|Ms|Dr) [A-Z][\w’-]+)"
    r"(?:[’'](?:ve|d)| have| has| had)?(?: (?:also|now|therefore|since))* asked for"
    r" (?P<do>(?:an?|the|more|further|\d+|his|her|their|its|weekly|monthly) [^.;]{8,260})",
)
_OFTEN = re.compile(r"an? (?:daily|weekly|fortnightly|monthly|quarterly)\b")
# "Ada Crewe, my Treasurer, has been asked to set it out by June".
_BEEN_ASKED = re.compile(
    rf"(?:^\W*|[.:;] )(?P<who>{OWNER})(?:, [^,.;]{{3,50}},)? (?:has|have)"
    r" (?:also |now |since )?been (?:asked|told|instructed|tasked|directed|required) to"
    r" (?P<do>[a-z][^.;]{8,260})"
)
# "The Deputy Chief Constable is to explain on 13 August why …": with a day.
_IS_TO = re.compile(
    r"(?:^\W*|[.:;] )(?!(?:The|the) (?:force|service|constabulary|council|trust|police)\b)"
    rf"(?P<who>{OWNER})(?:, [^,.;]{{3,50}},)? (?:is|are|has|have) to"
    r" (?P<do>(?!be\b|do\b|have\b|say\b)[a-z][^.;]{8,260})"
)
_WHO = re.compile(
    r"(?:the |his |her |my |our )?(?:force|service|constabulary|chief constable|deputy chief"
    r" constable|chief officers?|chief fire officer|council|trust|police|officers"
    r"|chief executive|(?:police and crime )?commissioner|mayor|cabinet|executive|panel)$"
    r"|(?-i:[A-Z])",
    re.IGNORECASE,
)
# To answer or to think is no task.
_TALK = re.compile(
    r"(?:explain|comment|describe|say|clarify|confirm (?:if|whether|how|what)|resign|apologise"
    r"|consider|be\b|have\b|leave|step|stay|imagine|note|join)\b"
)
_NOT = re.compile(r"\b(?:not|never|if|whether|unless|nobody)\b|\?\s*$|\b(?:we|I) were? \w+ed\b")


def records(material: Material) -> Iterator[Record]:
    """One action for each sentence that tells what was asked of somebody."""
    if material.profile.type in _NEVER:
        return
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section in ("definitions", "attendance"):
            continue
        words = material.text[passage.start : passage.end]
        match = _ASKED.search(words) or _UNTIL.search(words)
        if match is None or _WHO.match(match["who"].strip()) is None:
            match = _of_others(material, passage, words)
        if match is None or _NOT.search(words[: match.end("do")]):
            continue
        who = match.groupdict().get("who", "").strip()
        if match.re in (_ASKED_ANY.found, _ASKED_FOR.found):
            if not _TALK.match(match["do"]) and not NOT_TAKEN.match(match["do"]):
                yield from _action(material, passage, match, who or None)
            continue
        if match.re is _ASKED_HER:
            yield from _action(material, passage, match, spoken_of(material, passage, who))
            continue
        if match.re in (_BEEN_ASKED, _IS_TO) and not NOT_TAKEN.match(match["do"]):
            yield from _action(material, passage, match, who)
            continue
        if _WHO.match(who) is None or _TALK.match(match["do"]) or NOT_TAKEN.match(match["do"]):
            continue
        yield from _action(material, passage, match, who)


def _of_others(material: Material, passage: Passage, words: str) -> re.Match[str] | None:
    """Who was asked by nobody named, or by "her"; what somebody is to do only with a day."""
    if material.profile.type in ("news", "press-release"):
        return None
    found = _ASKED_HER.search(words) or _BEEN_ASKED.search(words)
    if found is not None:
        return found
    found = _ASKED_ANY.search(words)
    if found is not None and agent(material, found["who"].strip()):
        return found
    found = _ASKED_FOR.search(words)
    if found is not None and (by_when(found["do"]) or _OFTEN.match(found["do"])):
        return found
    dated = deadline(material.text, passage.start, passage.end) is not None or _ON.search(words)
    return _IS_TO.search(words) if dated else None


_ON = re.compile(
    r"\b(?:on|by|in|before) (?:the )?(?:\d{1,2} )?(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b"
)


# "…, and the chief fire officer to find savings", "…, and I shall find the money".
_NEXT = re.compile(
    rf",? and (?:(?P<who>{NOUN}) to (?={WORK})|(?:I|[Ww]e|s?he|they)(?: (?:will|shall|would|have"
    rf"|has"
    r"|am|are|is|was)\b|[’']))"
)


def _action(
    material: Material, passage: Passage, match: re.Match[str], who: str | None
) -> Iterator[Record]:
    """The task, up to what somebody else is to do, which is one of its own."""
    more = _NEXT.search(match.string, match.start("do"), match.end("do"))
    yield _one(material, passage, match, who, more.start() if more else match.end("do"))
    if more is not None and more["who"] and agent(material, more["who"]):
        span = passage.start + more.end(), passage.start + match.end("do")
        yield action(
            material, passage, span, "action.ordered-by", owner=more["who"], ref=None, weight=61
        )


def _one(
    material: Material, passage: Passage, match: re.Match[str], who: str | None, end: int
) -> Record:
    span = passage.start + match.start("do"), passage.start + end
    due = match.groupdict().get("due")
    return action(
        material, passage, span, "action.ordered-by", owner=who, ref=None, weight=61, due_words=due
    )
