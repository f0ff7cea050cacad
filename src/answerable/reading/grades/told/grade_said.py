"""Grades that a clause says of a body or of a question, in a paper that tells of grades.

A clause has a subject, a verb and, behind the grade, what it is for, when, or nothing: "we require
improvement in vetting", "the force is adequate here", "it was good two years ago", "custody used
to be outstanding". "Good" and "outstanding" are praise as well, so they need more beside them.
"""

import re
from dataclasses import dataclass

from answerable.reading.grades.given_for.grade_subjects import name_before, only_part
from answerable.reading.grades.given_for.question_names import SHORT
from answerable.reading.grades.told.grade_named import EVERYDAY, asks_by_name
from answerable.reading.grades.words.grade_words import Token

_ADVERB = (
    r"(?: (?:now|still|again|also|only|merely|just|once|currently|already|both|each|all|then|today"
    r"|sadly|rightly|overall|at best|not only|rated|graded|judged|found|called|thought|as|to be"
    r"|no (?:better|worse|more) than))*"
)
_VERB = re.compile(
    r"(?:, at|,? (?:is|was|were|are|am|has been|have been|had been|being|used to be"
    r"|continues? to be|continued to be|remain(?:s|ed)?|stay(?:s|ed)?|bec[ao]me|becomes"
    r"|(?:has|have|had) become|turned out|proved|came out|comes out|came back"
    r"|(?:has|have|had) come out|stands? at|stood at|sits at|sat at|gets?|got"
    r"|(?:(?:has|have|had) )?(?:gone|went|fallen|fell|slipped|slid|dropped|sunk|sank|declined"
    r"|risen|rose|climbed|crept|moved|improved|jumped|come|came|advanced)(?: (?:back|up|down"
    r"|straight|two \w+|one \w+|a \w+))*,? to(?: an?)?"
    r"|(?:is|was|were|been|are|being) (?:praised|commended|singled out|hailed|criticised) as)"
    rf"|[’'](?:s|re|m)){_ADVERB}$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",(?: [\w’']+){1,5},$")
_WHO = re.compile(
    r"(?:\b(?:it|they|we|you|us|them|itself|themselves|ourselves)"
    r"|\b(?:the|this|that|our|your|same|their|whole|a|said)(?: [a-z]+){0,2} (?:force|service"
    r"|constabulary|brigade|trust|council|school|prison|jail|unit|home|provider|authority"
    r"|department|hospital|team))$",
    re.IGNORECASE,
)
# "prevention, which", "on prevention, where the service", "culture, which the report judged".
_WHICH = re.compile(
    r",? (?:which|that|where (?:it|they|we|the \w+))(?: (?:the \w+|inspectors|HMICFRS|they|it)"
    r"(?: has| have| had)? (?:judged|found|said|considered|deemed|rated|graded)(?: to)?)?$",
    re.IGNORECASE,
)
_CLAUSE_WHICH = re.compile(r",? where\b")
# "congratulated the force on being", "criticised for being".
_BEING = re.compile(
    r"(?:\b(?:force|service|constabulary|brigade|it|them|us|council|trust|school|unit)"
    r"|\b[A-Z][\w’-]+|ed) (?:on|for|despite|at|about|over) being$"
)
_HERE = re.compile(
    r"[\"”’']?,? (?:(?:too|also|again),? )?(?:here|there"
    r"|(?:at|in|on|for) (?:this|that|these|those|which|the (?:latter|former|same))\b"
    r"(?: (?:area|question|respect|work|regard|score|theme|pillar|count|heading|one))?"
    r"(?=[\s.,;:)]|$)"
    r"|(?:in|on) (?:this|that) (?:area|respect|regard|score|count))(?=[\s.,;:)]|$)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"[\"”’']?,? (?:(?:\w+|a few) years? (?:ago|before)|(?:back )?(?:in|since|until|at|from) "
    r"(?:the )?(?:(?:[a-z]+ )?(?:19|20)\d\d|last|previous|\w+ (?:inspection|round|cycle))"
    r"|last (?:time|year|month|week|round)|before(?: that| this)?(?=[.,;:)]|$)|previously"
    r"|not long ago|at (?:the|its|our) (?:last|previous)|when (?:we|they|it|the|I|inspectors)"
    r"|on the (?:first|second|last)|the (?:last|previous) time)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[\"”’']?(?:\s*[.,;:)–—]|\s*$| (?:and|but|although|though|while|whereas|yet|so|because"
    r"|overall|too|again|still|now|today|tonight|for the (?:first|second|third|\w+th) time"
    r"|according to|by (?:HM|the (?:inspector|watchdog)))\b)",
    re.IGNORECASE,
)
_IN = re.compile(
    r"[\"”’']?(?: overall| too| also| again)?,? (?:at|for|in|on|over|with|when it c(?:omes|ame)"
    r" to|in (?:terms|respect) of|as (?:to|regards)) (?!(?:the )?(?:moment|time|least|all|once"
    r"|most|present|fact|any|some|nothing|sure|now|good)\b)"
    r"(?:(?:its|their|our|the|how|both|police|fire)\b|[a-z]+ing\b|[a-z][a-z ’'-]{3,50}(?=[.,;:)]|$"
    r"| and| but| as| by))",
)
_TIMES = re.compile(
    r"^\W*(?:(?:But|And|Now|Today|Then|Before|Previously|Last|Once|In (?:19|20)\d\d|At"
    r"|(?:\w+ )?years? ago|It is now|Until)\b)|\b(?:now|today|still|before|once|had been|formerly"
    r"|used to)\b",
    re.IGNORECASE,
)
_DO = re.compile(r"(?: (?:now|still|also|again|both|each|all|therefore|apparently))*$")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a clause.

    `grades`: the paper tells two labels of a scale; `after`: a grade stands in the sentence
    before it or earlier in its own; `topic`: the heading or the words above name what is graded;
    `speech`: somebody says it; `told`: the sentence says that an inspectorate does.
    """

    grades: bool
    after: bool
    topic: bool
    speech: bool
    told: bool


def said(token: Token, left: str, around: Around) -> str | None:
    """ "grade.said" where a clause says a grade; `left` without quotation marks."""
    requires = token.label.startswith("requires")
    verb = _VERB.search(left) or (_DO.search(left) if requires else None)
    given = _named_by_article(token, left, around) or _for_being(token, left, around)
    given = given or _beside_it(token, left, around)
    fits = given or (verb is not None and _by_verb(token, left, verb, around))
    return "grade.said" if fits else None


def _by_verb(token: Token, left: str, verb: re.Match[str], around: Around) -> bool:
    """Whether what stands before a verb is graded: a question by its name, or a body."""
    right = token.right
    comma = "," if verb.group().startswith(",") else ""
    before = _ASIDE.sub("", left[: verb.start()] + comma)
    praise = token.label in ("good", "outstanding")
    asked = asks_by_name(right)
    ends = _ENDS.match(right) is not None or _WHEN.match(right) is not None
    which = _WHICH.search(before)
    of = before[: which.start()] if which else before
    short = (around.grades or around.told) and (around.after or not praise)
    if (ends or asked or _HERE.match(right)) and _question(of, short=short):
        return around.grades or not (around.speech and praise)
    who = _WHO.search(before)
    if who is not None and ends and _topic_first(before[: who.start()].rstrip(" ,"), around):
        return around.grades or not (around.speech and praise)
    if who is None and (which is None or not _CLAUSE_WHICH.match(which.group())):
        return False
    if token.label.startswith("requires") and verb.group().strip() and ends:
        return True  # "is requires improvement" is the name of a grade
    return _of_body(token, left, around, praise=praise, asked=asked)


_AS_TO = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Ff]or|[Aa]s to|[Aa]bout)(?: the| its| our| their)? $"
)


def _topic_first(words: str, around: Around) -> bool:
    """Whether words end with what is graded: "In fairness", "but in investigating crime"."""
    found = name_before(words, len(words))
    last = re.search(r"[A-Za-z]+$", words)
    if found is None and last and around.grades and last.group().casefold() in SHORT:
        found = last.span()
    return found is not None and _AS_TO.search(words[: found[0]]) is not None


# "once good, it is now adequate"; "…, also inadequate;": beside what else is said of it.
_ONCE = re.compile(
    r"(?:^|[.;:–—-] |, )\W*(?:[Oo]nce|[Ff]ormerly|[Pp]reviously|[Uu]ntil (?:now|recently))"
    r"(?: rated| graded)?[\s\"“‘']*$"
)
_THEN = re.compile(r"[\"”’']?(?:, (?:it|they|the \w+|we|now)| (?:and|but) now)\b")
_ALSO = re.compile(r", (?:also|again|still|only|merely)[\s\"“‘']*$")


def _beside_it(token: Token, left: str, around: Around) -> bool:
    """Whether a grade without a verb stands beside another that is said."""
    once = _ONCE.search(left) is not None and _THEN.match(token.right) is not None
    also = _ALSO.search(left) is not None and _ENDS.match(token.right) is not None
    return around.grades and (once or (also and around.after and token.label != "good"))


def _for_being(token: Token, left: str, around: Around) -> bool:
    """Whether a body is praised or blamed for being what the grade says."""
    right = token.right
    closed = _ENDS.match(right) or _IN.match(right)
    graded = around.grades and token.label != "good" and closed is not None
    return graded and _BEING.search(left) is not None


# "earned an outstanding", "a ‘poor’ for safety": the grade as a thing that is given.
_ARTICLE = re.compile(
    r"\b(?:earn(?:s|ed)?|g[eo]ts?|gave|gives?|given|scored?|received?|receives|award(?:s|ed)"
    r"|handed"
    r"|took|with|from|had|has|is|was|by|after)(?: (?:us|it|them|the \w+|[A-Z]\w+))?"
    r"(?: only| just)? (?:an?|another|its|their)[\s\"“‘']*$"
)


# "Adequate had been awarded for response".
_AWARDED = re.compile(
    r"[\"”’']? (?:was|is|were|(?:has|had) been) (?:awarded|given|handed"
    r"|the (?:grade|rating|verdict))\b"
)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his)[\s\"“‘']*$")


def _named_by_article(token: Token, left: str, around: Around) -> bool:
    """Whether an article makes the grade a thing that somebody gave or got."""
    the = _THE.search(left) is not None
    if the and (asks_by_name(token.right) or (token.quoted and _IN.match(token.right))):
        return True
    if _AWARDED.match(token.right) is not None and around.grades:
        return True
    if _ARTICLE.search(left) is None:
        return False
    if token.label == "good" and around.after and token.right[:1] in ".;":
        return True
    if _IN.match(token.right) or token.quoted:
        return token.quoted or token.label != "good"
    return _ENDS.match(token.right) is not None and token.label in ("outstanding", "inadequate")


def _of_body(token: Token, left: str, around: Around, *, praise: bool, asked: bool) -> bool:
    """Whether a grade that is said of a body is one, and no praise."""
    right = token.right
    told = around.topic or around.after
    changed = _TIMES.search(left) is not None
    if asked:
        return not (praise and around.speech) or around.grades
    if _HERE.match(right):
        return told or (around.grades and token.label != "good")
    if _WHEN.match(right):
        return told or (around.grades and token.label != "good")
    if _IN.match(right):
        requires = token.label.startswith("requires")
        plainly = token.label != "good" or around.told or (told and changed)
        return requires or (around.grades and plainly)
    clause = _CLAUSE.split(left)[-1]
    if _ENDS.match(right) is None or len(clause) > _SHORT_CLAUSE:
        return False
    noun = _NOUN.search(clause) is not None and token.label.startswith("requires")
    return around.topic or (noun and around.grades) or (around.after and (changed or not praise))


_SHORT_CLAUSE = 60
_CLAUSE = re.compile(r"[,;:] ")
_NOUN = re.compile(r"\b(?:[Ff]orce|[Ss]ervice|[Cc]onstabulary|[Bb]rigade|[Cc]ouncil|[Tt]rust)\b")


def alone(token: Token, left: str, *, above: bool) -> str | None:
    """ "grade.said" for a grade that is a sentence, `above` which its question runs in."""
    only = not _MARK.sub("", left) and re.match(r"[\"”’']?[.;,]?(?:$|\s)", token.right)
    return "grade.said" if above and only and token.words[:1].isupper() else None


_MARK = re.compile(r"^[\s•–-]*(?:A(?:nswer)?\d{0,2}[.:]?|\(?[a-z]\))?[\s:.•–-]*")


def _question(before: str, *, short: bool) -> bool:
    """Whether the name of a question is what the grade is said of."""
    found = name_before(before, len(before))
    if found is not None:
        return not (only_part(before[: found[0]]) or EVERYDAY.match(f"{before[found[0] :]} "))
    last = re.search(
        r"(?:^|[.;:,] |\b(?:and|the|its|our|their|[Oo]n|but|while|that) )\W*(?P<w>[A-Za-z]+),?"
        r"(?: (?:there|here))?$",
        before,
    )
    return short and last is not None and last["w"].casefold() in SHORT
