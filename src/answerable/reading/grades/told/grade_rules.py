"""Whether a grade word is a grade given: the rules, one by one.

Never one: an adjective of a following noun ("good leadership"), a negated, hoped-for or
hypothetical one, and the definitions of a scale.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.grades.told.grade_asked import asked
from answerable.reading.grades.told.grade_described import described
from answerable.reading.grades.words.grade_denied import not_given
from answerable.reading.grades.words.grade_words import AFTER, CUE, INLINE, NOUN, Token
from answerable.reading.scales import GRADE

_CUE = re.compile(rf"\b{CUE}\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    rf"\b{NOUN}\b(?: (?:for|of|in|at|given|awarded|received|set|it got|we got|that \w+ gave)\b"
    rf"(?! {GRADE})[^.;:()]{{1,90}})?"
    rf"(?: ?(?:of|as|was|were|is|are|from|remains?|remained|has remained|stays?|to|:|–|-|in"
    r"|(?:there|here|now|this time) (?:is|was|remains))"
    rf"| has been| had been)(?: (?:an? |now |still |to |at |overall )*)?$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:dropping|falling|moving|improving|rising|declining|going|slipping|drops|slips|declines"
    r"|dropped|fell|fallen|falls|moved|moves|slipped|gone|risen|rose|rises|improved|improves"
    r"|changed"
    r"|declined|deteriorated|downgraded|upgraded|raised|lowered|increased|went|up|down)\b"
    r"(?:,? \w+){0,3}?,? from(?: an?)?$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(rf"^[\"”’']? (?:overall )?{NOUN}\b", re.IGNORECASE)
_NOUN_LEFT = re.compile(
    r"\b(?:delivered|returned|reached|received|awarded|given|got|gets?|handed|issued|gave|with"
    r"|earned|achieved|gained|retained|kept"
    r"|secured|maintained|its|the|their|overall)\b(?: (?:a|an|an overall"
    r"|overall"
    r"|the|its|the same|another|first|force’s|force|service)){0,3}$",
    re.IGNORECASE,
)


def accept(
    token: Token, accepted: Token | None, passage: Passage, *, listed: bool = False
) -> str | None:
    """The rule by which a grade word is a grade, or None. `listed`: in a list of grades."""
    left = token.left.rstrip("\"“‘' *").rstrip()
    closes = re.match(r"[\"”’']?\)", token.right) is not None
    if _BRACKETED.search(left) and closes:
        return "grade.bracketed"
    if not_given(token, left):
        return None
    if _ONCE.search(left) and re.match(r"[\"”’']?[,);]", token.right):
        return "grade.previously"
    noun = _NOUN_BEFORE.search(left) and _GIVEN_AFTER.match(token.right)
    if noun or (closes and _IN_BRACKETS.search(left)):
        return "grade.noun-of"
    being = _BEING.search(left) is not None and _DOES.match(token.right) is not None
    if not being and not AFTER.match(token.right):
        return None
    found = "grade.verb" if being else None
    found = found or "grade.effectiveness" if _EFFECTIVENESS.search(left) else None
    found = found or _adjacent(token, left) or described(token, left) or asked(token, left)
    if (found is None or found == "grade.predicate") and LINE.fullmatch(
        token.left + token.words + token.right
    ):
        graded = passage.section == "grades" or passage.heading.lower().startswith("rating")
        found = "grade.line" if graded or listed else found
    if found is None and accepted is not None and _linked(token, accepted):
        found = "grade.chain"
    return found or _labelled(token, left, passage)


# "Being graded inadequate hurts": what being so does.
_BEING = re.compile(r"\b[Bb]eing (?:re-?)?(?:graded|rated|judged)(?: as)?$")
_DOES = re.compile(
    r"[\"”’']? (?:hurts?|hit|is|was|does|did|has|had|means|meant|came|comes|makes|made|gives|gave"
    r"|brings|brought|puts|matters)\b"
)


# "Values and culture: adequate (2027/28: good)", "(last inspection: good)".
_BRACKETED = re.compile(
    r"\((?:previous(?:ly)?(?: (?:rated|graded|grade|rating|judge?ment|inspection))?"
    r"|last (?:inspection|time|rating|grade|report)(?: (?:19|20)\d\d)?|formerly|was"
    r"|(?:in )?(?:19|20)\d\d(?:[/–-]\d{2,4})?)(?: inspection| rating| grade)?\s*[:–,-]?$",
    re.IGNORECASE,
)
# "asked whether the grade (inadequate) would change".
_IN_BRACKETS = re.compile(rf"\b{NOUN} \($", re.IGNORECASE)
# "Crime recording, previously requires improvement, is …" and "(previously good)".
_ONCE = re.compile(
    r"[,(] ?(?:previously|formerly|until now|before this)(?: (?:rated|graded))?$", re.IGNORECASE
)

_EFFECTIVENESS = re.compile(
    r"\b(?:overall effectiveness|key question of [a-z-]+|overall rating)(?: of [^.;,]{3,60})?"
    r" (?:is|was|has been|remains?|remained)(?: (?:now|still|judged(?: to be)?|rated|graded))?$",
    re.IGNORECASE,
)
LINE = re.compile(
    r"\W*(?:[A-Z]{0,2} ?\d(?:\.\d{1,2}){0,2}\.? )?[A-Z][\w ,/&’'()-]{2,120}?(?:\t"
    r"| +)(?:Outstanding|Good"
    r"|Adequate|Requires [Ii]mprovement(?: to be good)?|Inadequate|Urgent [Ii]mprovement"
    r"|Needs [Aa]ttention|Expected [Ss]tandard|Strong [Ss]tandard|Exceptional|Not graded"
    r"|Insufficient evidence to rate|Inspected but not rated)\W*"
)
_GIVEN_AFTER = re.compile(
    r"[\"”’']? (?:(?:was|were|has been) (?:given|awarded|issued|made|handed)|(?:went|goes) to\b)"
)
_LOWEST = re.compile(
    rf"\b(?:lowest|highest|worst|best|top|bottom|second[- ]\w+)(?: possible)? (?:{NOUN}|mark),?"
    r"(?: (?:of|which is|being))?$",
    re.IGNORECASE,
)


def inline_pairs(words: str, offset: int) -> frozenset[int]:
    """Where "Effectiveness - good; efficiency - good" stands in one line: two pairs or more."""
    found = list(INLINE.finditer(words))
    return frozenset(offset + one.start("g") for one in found) if len(found) > 1 else frozenset()


def _adjacent(token: Token, left: str) -> str | None:
    """A grading verb or noun that stands beside the grade."""
    if (_TO_GRADE.match(token.right) and _CHANGE.search(left)) or (
        _CHANGED_THE.search(left) and _FOR_WHAT_TO.match(token.right)
    ):
        return "grade.change-from"
    if _FROM_GRADE.search(left) or _DOWN_TO.search(left) or _CHANGED_TO.search(left):
        return "grade.change-to"
    cue = _last_cue(left)
    if cue is not None and _object_fits(token, cue):
        return "grade.verb"
    if _NOUN_BEFORE.search(left):
        return "grade.noun-of"
    meant = re.match(
        rf"[\"”’']? {NOUN} (?:means|is given|indicates|will|would|can|may)", token.right
    )
    if _NOUN_AFTER.match(token.right) and _NOUN_LEFT.search(left) and not meant:
        return "grade.noun"
    return "grade.lowest" if _LOWEST.search(left) else None


# "… and has dropped to inadequate": from what, the sentence says elsewhere.
_DOWN_TO = re.compile(
    r"\b(?:dropp(?:ed|ing)|fallen|fell|falling|declined|slipped|deteriorated|improved|risen|rose"
    r"|gone (?:up|down)|(?:has|have|was|were|been) (?:down|up)graded)(?: back"
    r"| straight)? to(?: an?)?$"
    r"|\b(?:dragged|pulled|brought|pushed|lifted|raised|taken|moved|lowered|cut|put|marked)"
    r" [^.;,]{2,40}? (?:back )?(?:down|up) to(?: an?)?$",
    re.IGNORECASE,
)
_TO_GRADE = re.compile(rf"[\"”’']?(?: in (?:19|20)\d\d)? to [\"“‘']?(?:{GRADE})", re.IGNORECASE)
# "changed the published ‘requires improvement’ for record keeping to ‘good’": of one question.
_CHANGED_THE = re.compile(
    r"\b(?:changed|raised|lifted|lowered|upgraded|downgraded|revised|amended)"
    r" (?:the|its|their|our|an?)(?: [\w’-]+){0,3}$"
)
_FOR_WHAT_TO = re.compile(
    rf"[\"”’']?(?: (?:in|for|at|on) [a-z][a-z -]{{2,60}}?)? to (?:an? )?[\"“‘']?{GRADE}",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(
    r"\b(?:changed|raised|lifted|lowered|upgraded|downgraded|revised|amended)"
    rf" (?:the|its|their|our|an?)(?: [\w’-]+){{0,3}} [\"“‘']?{GRADE}[\"”’']?"
    r"(?: (?:in|for|at|on) [a-z][a-z -]{2,60}?)? to(?: an?)?$",
    re.IGNORECASE,
)
_FROM_GRADE = re.compile(
    rf"\bfrom(?: an?)? [\"“‘']?(?:{GRADE})[\"”’']?(?: in (?:19|20)\d\d)? to(?: an?)?$",
    re.IGNORECASE,
)


def _last_cue(left: str) -> str | None:
    """What stands between the last grading verb and the grade, or None."""
    found = None
    for match in _CUE.finditer(left):
        found = match
    if found is None:
        return None
    return found.group().lower() + "\n" + left[found.end() :]


_WEAK = frozenset(("considered", "declared", "marked", "assessed", "assesses", "scored", "found"))
_HANDED = frozenset(("given", "received", "receives", "gets", "handed", "gave", "awarded"))
_TAIL = re.compile(r"(?:^|\b)(?:as|to be|overall|was|were|is|a|an|its?|them|at|of|being|be)$|:$")
_FOUND_BODY = re.compile(
    r"(?:\b(?:police|constabulary|council|trust|hospital|authority|frs|it|they|force|service"
    r"|services"
    r"|school|provider|areas?|leadership|effectiveness)|^)(?: overall)? ?(?:to be|was|were|is|as)$"
)


# "… found the service inadequate at values and culture".
_FOUND_OBJECT = re.compile(
    r"(?:^| )(?:police|constabulary|council|trust|hospital|authority|frs|it|them|force|services?"
    r"|unit"
    r"|school|provider|prison|home)$"
)
_WAS_FOUND = re.compile(r"\b(?:was|were|been|is|are) found[\s\"“‘']*$", re.IGNORECASE)
_AT = re.compile(r"[\"”’']? (?:at|in|for|on|overall)\b")


def _object_fits(token: Token, cue: str) -> bool:
    """Whether what stands between a grading verb and a grade lets them belong together."""
    verb, between = cue.split("\n", 1)
    bare = re.sub(r"[\"“‘'’”]", "", between).strip().lower()
    if len(between) > 150 or re.search(r"[.;!?]", between):
        return False
    if verb in _HANDED:
        handed = re.search(rf"\b{NOUN}\b.{{0,40}}\b(?:of|as|:)$", bare) or token.quoted
        return bool(_NOUN_AFTER.match(token.right) or handed)
    if verb in ("found", "called"):
        of_body = _FOUND_BODY.search(bare)
        passive = not bare and _WAS_FOUND.search(token.left) is not None
        told = (
            of_body
            or passive
            or (_FOUND_OBJECT.search(bare) and (token.quoted or _AT.match(token.right)))
        )
        return bool(told) and (token.quoted or token.label != "good")
    if verb in _WEAK:
        return bool(_TAIL.search(bare)) or (not bare and token.label != "good")
    if not bare or _TAIL.search(bare):
        return True
    joined = re.search(r"\b(?:and|has|have|that|because|which|who|found|said|is)\b", bare)
    joined = joined or re.search(r"\bby\b(?! [A-Z])", between)
    return len(bare.split()) <= 9 and not joined


def _linked(token: Token, accepted: Token) -> bool:
    """A further grade in a chain: "… as inadequate for x, requires improvement for y"."""
    between = token.left[max(0, accepted.end - (token.start - len(token.left))) :]
    plain = between.strip("\"“”‘’'. ").lower()
    if len(plain) > 140 or re.search(r"[.!?](?:\s|$)", plain):
        return False
    if re.search(r"\b(?:has|have|had|needs?|must|should|found|there|because|said|who)\b", plain):
        return False
    return not plain or bool(re.search(r"[,;]|\b(?:and|but|while|with|or)\b", plain))


_PART = re.compile(
    r"^\W*(?:[A-Z]{1,3} ?)?\d{1,2}\.\d{1,2}(?:\.\d{1,2})? "
)  # "1.2 Prevention – good"


def _labelled(token: Token, left: str, passage: Passage) -> str | None:
    """A line "Preventing crime - good" or "Overall: Inadequate", alone on its line."""
    plain = _PART.sub("", token.left.rstrip("\"“‘' *"))
    head = re.match(r"^[^.;!]{2,140}?(?:[:?–—|-]|\.{3,}|\t)\s*$", plain)
    if head is None and not re.match(r"^.{3,120}\?\s*$", token.left):
        return None
    rest = token.right.strip(" \"”’'.;*↑↓→←➔➜⬆⬇↗↘")
    ends = (
        not rest
        or rest.lower().startswith(
            ("(", "read more", "view ", "this time", "at this inspection", "in this inspection")
        )
        or rest in ("and", "; and", "and;")
    )
    if ends and not re.match(r"^(?:Note|For example|See)", token.left) and len(left) > 2:
        return "grade.label" if not passage.lead else "grade.list"
    return None
