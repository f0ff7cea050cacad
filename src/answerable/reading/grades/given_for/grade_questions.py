"""What a grade is given for: read from the words around it, as written."""

import re

from answerable.reading.bodies_meant import Named
from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.care_questions import Question, asked_keys
from answerable.reading.grades.words.grade_words import CUE, INLINE, Token
from answerable.reading.material import Material
from answerable.reading.scales import GRADE, GRADE_RE

_FOR = re.compile(
    r"^[\"”’']?(?: overall)?(?: rating| grade| grading| judge?ment| verdict| mark| score)?"
    r" (?:for|at|in|on|when it c(?:omes|ame) to) "
    r"(?P<q>(?:its |their |the way it |how (?:well )?(?:it|they|the \w+) )?[^.;:,()\n]{3,110})",
    re.IGNORECASE,
)
_QUESTION_END = re.compile(
    r"(?:,? (?:and|but|while|with|where|although|compared|following|after|by (?:HM|the|Ofsted)"
    r"|when"
    r"|because|since|before (?=[A-Z\d])|down|up from|an? |as it|in its|for its"
    r"|(?:does|do|did|has|have|had|was|were"
    r"|is"
    r"|are|remains?|stays?|will|would))\b| by [A-Z]|[\"”] |$)"
)
_OBJECT = re.compile(
    rf"\b{CUE} (?:the |its |their )?(?:[A-Z][\w’' ]+?[’']s "
    rf"|\w+[’']s )(?P<q>[a-z][^.,;:\"“]{{3,80}}?)"
    r" (?:to be|as|was|were|is)(?: (?:rated|graded|overall))*[\s\"“‘']*$"
)
_VISIT_WORDS = re.compile(r"\b(?:inspections?|report|assessment|review|visit)$", re.IGNORECASE)


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
    of = {"grade.of-question": _SUBJECT, "grade.change-to": _SAME}.get(rule)
    subject = of.search(token.left) if of is not None else None
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
    told = _told(token, rule)
    found = asked_keys(told) or _after(told, named) or _before(material, passage, token, rule)
    if found is not None:
        return found
    overall = re.search(r"\boverall\b", token.left[-60:] + token.right[:14], re.IGNORECASE)
    return ("overall", None) if overall else (None, None)


# "inadequate (leadership); good (preventing crime)": what is graded, behind the grade.
_BEHIND = re.compile(
    r"[\"”’']? \((?P<q>(?!(?:previous|last|was|were|up|down|from|see|in|at|on|since|formerly|not"
    rf"|no|which|that|the|an?|it|they|we|{GRADE})\b)(?![^)]*\b{GRADE})"
    r"[a-z][a-z ,’'-]{3,60})\)(?=[;,.]|$| and\b)"
)
_SUBJECT = re.compile(
    r"(?:^|[.;:,–-] |\band )[\s\d.•*]*(?:[Tt]he )?(?P<q>[A-Za-z][A-Za-z ]{3,70}?)"
    r" (?:is|was|remains)[\s\"“‘']*$"
)
# "at building, supporting and protecting the workforce": one question in three words.
_FOR_LIST = re.compile(
    r"^[\"”’']?(?: overall)? (?:for|at|in|on) (?P<q>[a-z][\w-]+(?: [\w-]+){0,3}"
    r"(?:, (?!and\b)[a-z][\w-]+(?: [\w-]+){0,3}){1,3},? and [a-z][^.;:,()\n]{2,60}?)"
    r"(?=[.;,]|$| and (?:it|the|that|is|was)\b)"
)
_NO_LIST = re.compile(
    rf"\b(?:is|was|has|had|it|they|for|at|said|\d{{4}})\b|{GRADE}", re.IGNORECASE
)


def _told(token: Token, rule: str) -> Token:
    """The grade behind whose words the question stands: "from good to inadequate for custody"."""
    beyond = _TO_ANOTHER.match(token.right) if rule == "grade.change-from" else None
    if beyond is None:
        return token
    end = token.end + beyond.end()
    return Token(end, end, "", token.left, token.right[beyond.end() :])


_TO_ANOTHER = re.compile(rf"[\"”’']? to (?:an? )?[\"“‘']?{GRADE}", re.IGNORECASE)


def _after(token: Token, named: Named) -> Question | None:
    """ "… for investigating crime" after the grade."""
    several = _FOR_LIST.match(token.right)
    if several is not None and _NO_LIST.search(several["q"]) is None:
        begin = token.end + several.start("q")
        return several["q"], (begin, begin + len(several["q"]))
    after = _FOR.match(token.right)
    if after is None:
        return None
    raw = after.group("q")
    whole = _WHOLE.match(raw)
    stop = None if whole else _question_end(raw)
    raw = whole.group() if whole else _TO_A_GRADE.split(raw)[0]
    words = (raw[: stop.start()] if stop else raw).strip(" \"”’'")
    if not words or _VISIT_WORDS.search(words) or _NOT_QUESTION.match(words.lower()):
        return None
    begin = token.end + after.start("q")
    return _tidy(words, named), (begin, begin + len(words))


# "changed ‘requires improvement’ in record keeping to ‘good’": both are of the same.
_SAME = re.compile(
    rf"{GRADE}[\"”’']? (?:in|for|at|on) (?P<q>[a-z][a-z -]{{2,60}}?) to(?: an?)?[\s\"“‘']*$",
    re.IGNORECASE,
)
# "… in crime recording to ‘good’": to what the grade was changed.
_TO_A_GRADE = re.compile(rf" to (?:an? )?[\"“‘']?{GRADE}", re.IGNORECASE)
# The questions on children's services, whose names hold an "and".
_WHOLE = re.compile(
    r"(?:the )?experiences and progress of (?:children (?:who need help and protection|in care)"
    r"|care leavers)(?: and care leavers)?"
    r"|(?:the )?impact of leaders on social work practice(?: with children and families)?",
    re.IGNORECASE,
)
# A verb and what it is done to: "and asked it …", but not "and organised crime".
_DID = (
    r"\w+ed(?: (?:the|it|its|that|an?|for|to|by|in|at|on|with|how|what|why|when|whether|all|no"
    r"|their|his|her|them|him)\b|[,.;]|$)"
)
# "and" ends a question only where another grade, count or clause follows it.
_GOES_ON = re.compile(
    rf",? and (?!{_DID})(?![^,;.]*(?:{GRADE}|\b(?:was|were|is|are|has|had|have|in|for|at|it"
    rf"|they|that|rated"
    rf"|graded|said|we|i|he|she|there|this|these|the force)\b))",
    re.IGNORECASE,
)


# "values and culture and had …": one word more, and then the clause ends or goes on.
_ONE_MORE = re.compile(
    r" and (?!(?:it|they|he|she|the|a|an|was|is|has|had|have|were|are|in|for|at|that|rated"
    r"|graded|said"
    r"|requires?|good|inadequate|adequate|outstanding)\b)[a-z-]+(?= and\b|[.;,]|$)"
)
_ING_A = re.compile(r"\w+ing an? ?$")  # "developing a positive workplace" goes on
_THOSE_WHO = re.compile(r"\b(?:those|people|victims|children|adults|anyone|somebody) who$")
_LOOKS_AFTER = re.compile(r"\w*(?:king|look|care)s? after\b", re.IGNORECASE)


def _question_end(raw: str) -> re.Match[str] | None:
    for stop in _QUESTION_END.finditer(raw):
        if _ONE_MORE.match(raw, stop.start()) or _ING_A.match(raw[: stop.end()]):
            continue
        if _THOSE_WHO.search(raw, 0, stop.start()):
            continue
        if not _GOES_ON.match(raw, stop.start()) and not _LOOKS_AFTER.match(raw, stop.start() - 5):
            return stop
    return None


_NOT_QUESTION = re.compile(
    r"(?:this|that|it|these|them|another|both)\b(?! \w+ing)|(?:19|20)\d\d"
    r"|an? (?:[a-z]+ )?(?:report|inspection|statement|letter|review|visit|interview)\b"
    r"|(?:one|two|three|four|five|six|\d+|a few|several|many) years?\b"
    r"|(?:the |its )?(?:third|fourth|fifth) time\b"
    r"|(?:the |its )?(?:last|previous|latest|report|second|first|inspection"
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
    r"(?:\b(?:rated|graded|judged)|[,;] and|[,;]| and)"
    r" (?:(?:its|their|our) )?(?P<q>(?!(?:its|their|our|it|them|the|and"
    r"|then|were|was|is|are|been|being|also|both|each)\b)[a-z][a-z-]+"
    r"(?: [a-z-]+)?(?:, [a-z-]+){0,5}(?: and [a-z-]+)?) as[\s\"“‘]*$"
)
_FIRST_WORDS = re.compile(
    r"\W*(?!(?:The|It|They|This|That|These|HM|We|He|She|There|Each|All|Both|You|Another|Two"
    r"|Three|One|I|So|However)\b)"
    r"(?P<q>[A-Z][a-z’'-]+(?: [a-z’'-]+){0,6}?)(?: (?:there|here))?(?:, [^,]{3,50},)? "
    r"(?:has|was|is|have|were|had|also|remains)\b"
)
# "Bosses spoke of their anger after it was given": what got the grade stands nearer.
_SOMEBODY_GOT = re.compile(
    r"\b(?:branded|rated|graded|judged|called|found|labelled) (?:the \w+|it|its|them)\b|"
    r"\b(?:it|they|we|he|she|which|that) (?:was|were|had|has|have|got|received)\b"
)
_NOT_TOPIC = re.compile(
    r"^(?:In|At|Since|After|When|While|For|On|By|But|And|Ofsted|Inspectors?|Watchdogs?|Overall"
    r"|Both|Its)\b"
    r"|\b(?:it|they|he|she|we|who|that|which)$"
    # "Callers wait as force is rated inadequate": a title, and whose grade it is.
    r"|\bas (?:the )?(?:force|police|school|council|hospital|trust|prison|jail|service|home)$"
)


_OVERALL = re.compile(
    r"\b(?:(?P<of>overall effectiveness of [^.;]{3,60}?) (?:to be|was|is|were|are|as)"
    r"|overall (?:rating|grade|judge?ment|effectiveness)|rating for (?:this|the) service)\b"
    r"[^.;,]{0,50}$",
    re.IGNORECASE,
)
_EFFECTIVENESS = re.compile(r"overall effectiveness\b", re.IGNORECASE)
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
        said = _EFFECTIVENESS.match(whole.group())
        return " ".join(
            (whole["of"] or (said.group().lower() if said else "overall")).split()
        ), None
    found = _OWN_WORK.search(token.left) or _RATINGS_FOR.search(token.left)
    if found is None and rule == "grade.apart":
        found = _APART.search(token.left)
    if found is None and rule in ("grade.chain", "grade.framed", "grade.verb"):
        found = _own_subject(token)
    if found is None and rule in ("grade.change-from", "grade.change-to"):
        found = _CHANGED.search(token.left)
    if found is None and rule in ("grade.verb", "grade.chain"):
        found = _OBJECT.search(token.left) or _LISTED_OBJECT.search(token.left)
    if found is None and not material.within(passage.start, token.start):
        found = _FIRST_WORDS.match(token.left)
        place = material.within(passage.start, token.start, weak=True)
        if found is not None and (
            _NOT_TOPIC.search(found.group("q"))
            or GRADE_RE.search(found.group("q"))
            or _SOMEBODY_GOT.search(token.left, found.end())
            or any(one.start == base + found.start("q") for one in place)
        ):
            found = None
    if found is None:
        return None
    return found.group("q"), (base + found.start("q"), base + found.end("q"))


_APART = re.compile(
    r"\b(?:grade|rating|judge?ment) (?:for|on|in) (?P<q>[^.;:,]{3,80}),[\s\"“‘']*$", re.IGNORECASE
)
# "…, although the sixth form was outstanding", "…: leadership requires improvement".
_OWN = re.compile(
    r"(?:[,;:]|\band|\bbut|\balthough|\bwhile|\bwhereas) (?:(?:and|but|although|while) )?(?:the "
    r"|its |their |our )?(?P<q>[a-z][a-z-]+(?: (?:of|and|for)? ?[a-z-]+){0,4}?)"
    r"(?P<be> (?:is|was|were|are|remains?|remained))?[\s\"“‘']*$"
)
_NO_SUBJECT = re.compile(
    r"(?:it|they|he|she|we|which|that|there|this|these|those|force|service|school|constabulary"
    r"|both"
    r"|all|one|two|is|was|rated|graded|judged|found|good|adequate|said|now|still|also|has|had|as"
    r"|for"
    r"|at|in|on|to|from|rated|given|by|with|two|three|another|requires|no|not)\b"
    r"|.*\b(?:it|they|force|service|to|from|as|for|at|in|rated|graded|is|was|than|got|gets?"
    r"|received)$"
)
# "The operations centre went from requires improvement to good."
_CHANGED = re.compile(
    r"(?:^|[.;] )\W*(?:The |Its |Their )(?P<q>(?!(?:force|service|constabulary|trust|council"
    r"|school"
    r"|grade|rating|judge?ment|hospital|home|provider)\b)[a-z][a-z-]+(?: [a-z-]+){0,4}?) (?:has "
    r"|had )?"
    r"(?:went|gone|rose|risen|fell|fallen|moved|improved|dropped|slipped|declined)\b[^.;]{0,60}$"
)


def _own_subject(token: Token) -> re.Match[str] | None:
    """The topic that stands right before a grade, behind a comma, a colon or "although"."""
    found = _OWN.search(token.left[-90:])
    if found is None or _NO_SUBJECT.match(found["q"]):
        return None
    if not found["be"] and not token.label.startswith("requires"):
        return None
    return _OWN.search(token.left, len(token.left) - 90 if len(token.left) > 90 else 0)


def _tidy(words: str, named: Named) -> str | None:
    plain = " ".join(words.split())
    plain = re.sub(r"^(?:[Aa]re|[Ii]s) (?:the )?(?:services?|it|trust|service) ", "", plain)
    plain = re.sub(r"^(?:respect|relation|terms|regard) (?:of|to) ", "", plain)
    plain = re.sub(r"^(?:its|their|our|the(?! way)) ", "", plain)
    plain = re.sub(r" \((?:Ofsted|CQC|HMICFRS|HMIP)\)$", "", plain)
    plain = re.sub(r" (?:overall|in|at|of|on|for)$", "", plain)
    plain = re.sub(r",? in (?:19|20)\d\d(?:[/–-]\d{2,4})?$", "", plain)
    plain = re.sub(r"^(?:Previous|Last)(?: inspection)? (?:grade|rating)$", "overall", plain)
    plain = re.sub(r"^Overall(?: rating| grade)?(?: for (?:this|the) \w+)?$", "overall", plain)
    short = named.body.name
    plain = re.sub(rf"^{re.escape(short)}(?:[’']s)? ", "", plain) if short else plain
    return None if plain in (short, "") else plain
