"""Whose grade, for what, and of what standing: read from the words around it."""

import re

from answerable.reading.bodies_meant import Named
from answerable.reading.clauses import Passage
from answerable.reading.grades.grade_bodies import NOBODY
from answerable.reading.grades.grade_rules import (
    INLINE,
)
from answerable.reading.grades.grade_words import (
    CUE,
    Token,
)
from answerable.reading.material import Material
from answerable.reading.records import Value
from answerable.reading.scales import GRADE

_PREVIOUS = re.compile(
    r"\b(?:since (?:19|20)\d\d,? when|previous(?:ly)?|had (?:been|achieved|received|held|got)"
    r"|last (?:time|inspected"
    r"|inspection|year|rated|graded|rating|grade|report)"
    r"|down from|up from|dropped from|fell from|slipped from|moved from|moving from|from(?: a"
    r"| an)?$"
    r"|compared (?:with|to)|formerly|before that|earlier|in its (?:last|previous)|its \d{4}"
    r"|at (?:its|the) (?:last|previous)|prior|in (?:19|20)\d\d(?:[/–-]\d\d)?,?(?: it| the| they"
    r"| we)"
    r"|the year before|once)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_PREVIOUS_AFTER = re.compile(
    r"^[\"”’']?(?:[^.;,]{0,40}\b(?:in (?:its|the|our) (?:last|previous|\d{4}(?:[/–-]\d{2,4})?)"
    r"|at (?:its|the|our) (?:last|previous)|last (?:time|year)|the year before|previously"
    r"|years? ago"
    r"|before (?:that|this)|in (?:the )?\d{4}(?:[/–-]\d{2,4})? (?:assessment|inspection))"
    r"|(?: (?:in|for|at|on) [^.;,]{1,50})? in (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_SELF = re.compile(r"\bself[- ]assess(?:ed|ment)|\bassess(?:ed|es)? (?:itself|themselves)\b", re.I)
_CARRIED = re.compile(
    r"\bcarried (?:over|forward)\b|\b(?:judg[e]?ment|grade|rating) (?:still )?stands\b"
    r"|was not inspected|\b(?:does|did|do) not change\b|\bunchanged\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^[\"”’']?(?: overall)?(?: rating| grade| grading| judge?ment)? (?:for|at|in|on) "
    r"(?P<q>(?:its |their |the way it |how (?:well )?(?:it|they|the \w+) )?[^.;:,()\n]{3,110})",
    re.IGNORECASE,
)
_QUESTION_END = re.compile(
    r"(?:,? (?:and|but|while|with|where|although|compared|following|after|by (?:HM|the|Ofsted)"
    r"|when"
    r"|because|since|down|up from|an? |as it|in its|for its|(?:does|do|did|has|have|had|was|were"
    r"|is"
    r"|are|remains?|stays?|will|would))\b| by [A-Z]|[\"”] |$)"
)
SCALES = {"hmicfrs": "hmicfrs-5", "hmic": "hmicfrs-4", "ofsted": "ofsted-4", "cqc": "cqc-4"}
_OBJECT = re.compile(
    rf"\b{CUE} (?:the |its |their )?(?:[A-Z][\w’' ]+?[’']s "
    rf"|\w+[’']s )(?P<q>[a-z][^.,;:\"“]{{3,80}}?)"
    r" (?:to be|as|was|were|is)(?: (?:rated|graded|overall))*[\s\"“‘']*$"
)
_VISIT_WORDS = re.compile(r"\b(?:inspections?|report|assessment|review|visit)$", re.IGNORECASE)


def scale(material: Material) -> str | None:
    if material.profile.scale:
        return material.profile.scale
    body = material.inspectorate
    return SCALES.get((body.id or body.name).casefold()) if body else None


def standing_of(material: Material, token: Token, rule: str, previous: Token | None) -> str:
    """Awarded now, or carried over, previous or self-assessed."""
    left, right = token.left[-150:], token.right[:90]
    if previous is not None and rule != "grade.chain":
        left = token.left[max(0, previous.end - (token.start - len(token.left))) :][-150:]
    if rule == "grade.change-to" or _NOW.search(left):
        return "awarded"
    if rule in ("grade.change-from", "grade.bracketed", "grade.previously") or (
        rule == "grade.noun-of" and re.search(r"\bfrom(?: a| an)?$", left.rstrip("\"“‘' "))
    ):
        return "previous"
    if _SELF.search(left):
        return "self-assessed"
    if _CARRIED.search(left[-80:]) or _CARRIED.search(right):
        return "carried-over"
    return "previous" if _former(material, left, right) else "awarded"


_NOW = re.compile(r"\b(?:is|are|has|have) now\b|\bnow (?:rated|graded|judged)\b")


def _former(material: Material, left: str, right: str) -> bool:
    """Whether the clause tells of an earlier inspection."""
    clause = re.split(r"[;]|, (?:and|but|while|whereas) ", left)[-1]
    if not re.match(r"\W*(?:In|At|Previously|Last|Before|When)\b", clause):
        clause = re.split(r", (?=(?:the|it|they)\b)", clause)[-1]
    if material.profile.type == "minutes":  # reported speech: "had been graded" is now
        clause = re.sub(r"\bhad (?=been|achieved|received|got)", "has ", clause)
    if not _PREVIOUS.search(clause.rstrip("\"“‘' ")) and not _PREVIOUS_AFTER.match(right):
        return False
    year = re.search(r"(?:19|20)\d\d", clause + right)
    published = material.meta.published
    recent = year is not None and published is not None and year.group() >= published[:4]
    return not recent or "previous" in clause


Question = tuple[str | None, tuple[int, int] | None]


def question_of(
    material: Material, passage: Passage, token: Token, rule: str, named: Named
) -> Question:
    """The thing graded, as written."""
    base = token.start - len(token.left)
    if rule == "grade.inline":
        for pair in INLINE.finditer(material.text[base : passage.end]):
            if base + pair.start("g") == token.start:
                return pair.group("q").strip(), (base + pair.start("q"), base + pair.end("q"))
    if rule in ("grade.bracketed", "grade.here"):
        return None, None
    subject = _SUBJECT.search(token.left) if rule == "grade.of-question" else None
    beside, at = (subject, base) if subject else (_BEHIND.match(token.right), token.end)
    if beside is not None:
        return beside["q"], (at + beside.start("q"), at + beside.end("q"))
    if rule in ("grade.label", "grade.list", "grade.line"):
        words = token.left.strip(" \t\"“‘'*|")
        words = re.sub(
            r"^(?:[•·▪●–-]|\(?\d{1,2}[.)]"
            r"|[A-Z]{0,2} ?\d(?:\.\d{1,2}){0,2}\.?(?= [A-Z]))\s+",
            "",
            words,
        )
        words = words.rstrip(" :-–—?|.\t")
        place = material.text.find(words, base) if words else -1
        return _tidy(words, named), (place, place + len(words)) if place >= 0 else None
    found = _after(token, named) or _before(material, passage, token, rule)
    if found is not None:
        return found
    overall = re.search(r"\boverall\b", token.left[-60:] + token.right[:14], re.IGNORECASE)
    return ("overall", None) if overall else (None, None)


# "inadequate (leadership); good (preventing crime)": what is graded, behind the grade.
_BEHIND = re.compile(
    r"[\"”’']? \((?P<q>(?!(?:previous|last|was|were|up|down|from|see|in|at|on|since|formerly|not"
    rf"|no|which|that|the|an?|{GRADE})\b)[a-z][a-z ,’'-]{{3,60}})\)(?=[;,.]|$| and\b)"
)
_SUBJECT = re.compile(
    r"(?:^|[.;:,–-] |\band )[\s\d.•*]*(?:[Tt]he )?(?P<q>[A-Za-z][A-Za-z ]{3,70}?)"
    r" (?:is|was|remains)[\s\"“‘']*$"
)
_KEY = r"(?:safe|effective|caring|responsive|well[- ]led)"
_KEYS = re.compile(
    rf"(?:for )?(?:being |how |whether it is )*(?P<all>{_KEY}(?:(?:,| and"
    rf"|, and) (?:how )?{_KEY}){{0,4}})"
    r"(?: (?:it|the (?:service|home|hospital|practice|trust)|they) (?:is|are))?$",
    re.IGNORECASE,
)


def key_questions(question: str | None) -> list[str | None]:
    """Each of the questions of a care regulator that share a grade: "safe and well-led"."""
    match = _KEYS.match(question) if question else None
    if match is None:
        return [question]
    found: list[str | None] = [*re.findall(_KEY, match["all"], re.IGNORECASE)]
    return found


def _after(token: Token, named: Named) -> Question | None:
    """ "… for investigating crime" after the grade."""
    after = _FOR.match(token.right)
    if after is None:
        return None
    raw = after.group("q")
    stop = _question_end(raw)
    words = (raw[: stop.start()] if stop else raw).strip(" \"”’'")
    if not words or _VISIT_WORDS.search(words) or _NOT_QUESTION.match(words.lower()):
        return None
    begin = token.end + after.start("q")
    return _tidy(words, named), (begin, begin + len(words))


# A verb and what it is done to: "and asked it …", but not "and organised crime".
_DID = (
    r"\w+ed(?: (?:the|it|its|that|an?|for|to|by|in|at|on|with|how|what|why|when|whether|all|no"
    r"|their|his|her|them|him)\b|[,.;]|$)"
)
# "and" ends a question only where another grade, count or clause follows it.
_GOES_ON = re.compile(
    rf",? and (?!{_DID})(?![^,;.]*(?:{GRADE}|\b(?:was|were|is|are|has|had|have|in|for|at|it"
    rf"|they|that|rated"
    rf"|graded|said|we|i|he|she|the force)\b))",
    re.IGNORECASE,
)


# "values and culture and had …": one word more, and then the clause ends or goes on.
_ONE_MORE = re.compile(
    r" and (?!(?:it|they|he|she|the|a|an|was|is|has|had|have|were|are|in|for|at|that|rated"
    r"|graded|said"
    r"|requires?|good|inadequate|adequate|outstanding)\b)[a-z-]+(?= and\b|[.;,]|$)"
)
_LOOKS_AFTER = re.compile(r"\w*(?:king|look|care)s? after\b", re.IGNORECASE)


def _question_end(raw: str) -> re.Match[str] | None:
    for stop in _QUESTION_END.finditer(raw):
        if _ONE_MORE.match(raw, stop.start()):
            continue
        if not _GOES_ON.match(raw, stop.start()) and not _LOOKS_AFTER.match(raw, stop.start() - 5):
            return stop
    return None


_NOT_QUESTION = re.compile(
    r"(?:this|that|it|these|them)\b|(?:19|20)\d\d|(?:the |its )?(?:last|previous|latest|report"
    r"|second|first|inspection"
    r"|(?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september"
    r"|october"
    r"|november|december|spring|summer|autumn|winter))\b"
)
_OWN_WORK = re.compile(
    r"(?:[’']s? |\bits )(?P<q>(?:response to|approach to|handling of|performance (?:in|at|on)"
    r"|work (?:on|with)|management of|effectiveness at|[a-z]+ (?:of|to)) [a-z][^.,;:]{2,80}?)"
    r" (?:as|is|was|were|has been|had been|to be)"
    r"(?: (?:rated|graded|judged|deemed|found|branded))?(?: as)?\s*[\"“‘']?$"
)
_LISTED_OBJECT = re.compile(
    r"(?:\b(?:rated|graded|judged)|[,;] and|[,;])"
    r" (?P<q>(?!(?:it|them|the|and|then|were|was|is|are|been|being|also|both|each)\b)[a-z][a-z-]+"
    r"(?: [a-z-]+)?(?:, [a-z-]+){0,5}(?: and [a-z-]+)?) as[\s\"“‘]*$"
)
_FIRST_WORDS = re.compile(
    r"\W*(?!(?:The|It|They|This|That|These|HM|We|He|She|There|Each|All|Both|Two|Three|One|I)\b)"
    r"(?P<q>[A-Z][a-z’'-]+(?: [a-z’'-]+){0,6}?)(?:, [^,]{3,50},)? "
    r"(?:has|was|is|have|were|had|also|remains)\b"
)
_NOT_TOPIC = re.compile(
    r"^(?:In|At|Since|After|When|While|For|On|By|Ofsted|Inspectors?|Watchdogs?|Overall|Both|Its)\b"
    r"|\b(?:it|they|he|she|we|who|that|which)$"
)


_OVERALL = re.compile(
    r"\b(?:(?P<of>overall effectiveness of [^.;]{3,60}?) (?:to be|was|is|were|are)"
    r"|overall (?:rating|grade|judge?ment|effectiveness)|rating for (?:this|the) service)\b"
    r"[^.;,]{0,50}$",
    re.IGNORECASE,
)
# "The ratings for how safe the service is have also fallen …", "How effective it is has …".
_RATINGS_FOR = re.compile(
    r"(?:\b[Rr]atings? for |^\W*(?=How ))(?P<q>(?:[Hh]ow )?[A-Za-z][a-z, -]{2,60}?)"
    r"(?: (?:the (?:service|home|hospital|practice|trust)|it|they) (?:is|was|are))?"
    r" (?:has|have|had|was|were|is|are|went|fell|dropped|also|remains?|improved|declined)\b"
)


def _before(material: Material, passage: Passage, token: Token, rule: str) -> Question | None:
    """ "its response to fraud was graded …" before the grade."""
    base = token.start - len(token.left)
    whole = _OVERALL.search(token.left)
    if whole is not None:
        return (" ".join(whole["of"].split()) if whole["of"] else "overall"), None
    found = _OWN_WORK.search(token.left) or _RATINGS_FOR.search(token.left)
    if found is None and rule in ("grade.verb", "grade.chain"):
        found = _OBJECT.search(token.left) or _LISTED_OBJECT.search(token.left)
    if found is None and not material.within(passage.start, token.start):
        found = _FIRST_WORDS.match(token.left)
        if found is not None and _NOT_TOPIC.search(found.group("q")):
            found = None
    if found is None:
        return None
    return found.group("q"), (base + found.start("q"), base + found.end("q"))


def _tidy(words: str, named: Named) -> str | None:
    plain = " ".join(words.split())
    plain = re.sub(r"^(?:[Aa]re|[Ii]s) (?:the )?(?:services?|it|trust|service) ", "", plain)
    plain = re.sub(r"^(?:its|their|the(?! way)) ", "", plain)
    plain = re.sub(r" overall$", "", plain)
    plain = re.sub(r",? in (?:19|20)\d\d(?:[/–-]\d{2,4})?$", "", plain)
    plain = re.sub(r"^Overall(?: rating| grade)?(?: for (?:this|the) \w+)?$", "overall", plain)
    short = named.body.name
    plain = re.sub(rf"^{re.escape(short)}(?:[’']s)? ", "", plain) if short else plain
    return None if plain in (short, "") else plain


def body_fields(
    given: dict[str, Value], named: Named | None, name: str
) -> tuple[dict[str, tuple[int, int]], dict[str, str]]:
    support: dict[str, tuple[int, int]] = {}
    inferred: dict[str, str] = {}
    if named is not None and named.body is not NOBODY:
        given[name] = named.body.name
        given[f"{name}_id"] = named.body.id
        if named.span is not None:
            support[name] = named.span
        if named.inferred:
            inferred[name] = named.inferred
    return support, inferred
