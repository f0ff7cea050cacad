"""Grades that a clause says of a body or of a question, in a paper that tells of grades.

A clause has a subject, a verb and, behind the grade, what it is for, when, or nothing: "we require
improvement in vetting", "the force is adequate here", "it was good two years ago", "custody used
to be outstanding". "Good" and "outstanding" are praise as well, so they need more beside them.
"""

import re
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.grades.grade_named import EVERYDAY, asks_by_name
from answerable.reading.grades.grade_subjects import name_before, only_part
from answerable.reading.grades.grade_words import NOUN, Token
from answerable.reading.grades.question_names import SHORT, headed, is_name
from answerable.reading.material import Material

_ADVERB = (
    r"(?: (?:now|still|again|also|only|merely|just|once|currently|already|both|each|all|then|today"
    r"|sadly|rightly|overall|at best|not only|rated|graded|judged|found|called|thought|as|to be"
    r"|no (?:better|worse|more) than))*"
)
_VERB = re.compile(
    r"(?:, at|,? (?:is|was|were|are|am|has been|have been|had been|being|used to be"
    r"|continues? to be|continued to be|remain(?:s|ed)?|stay(?:s|ed)?|bec[ao]me|becomes"
    r"|(?:has|have|had) become|turned out|proved|came out|comes out|came back|(?:has|have|had) come out|stands? at"
    r"|stood at|sits at|sat at|gets?|got"
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
    given = _named_by_article(token, left) or _for_being(token, left, around)
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
    short = around.grades and (around.after or not praise)
    if (ends or asked or _HERE.match(right)) and _question(of, short=short):
        return around.grades or not (around.speech and praise)
    if _WHO.search(before) is None and (which is None or not _CLAUSE_WHICH.match(which.group())):
        return False
    if token.label.startswith("requires") and verb.group().strip() and ends:
        return True  # "is requires improvement" is the name of a grade
    return _of_body(token, left, around, praise=praise, asked=asked)


def _for_being(token: Token, left: str, around: Around) -> bool:
    """Whether a body is praised or blamed for being what the grade says."""
    right = token.right
    closed = _ENDS.match(right) or _IN.match(right)
    graded = around.grades and token.label != "good" and closed is not None
    return graded and _BEING.search(left) is not None


# "earned an outstanding", "a ‘poor’ for safety": the grade as a thing that is given.
_ARTICLE = re.compile(
    r"\b(?:earn(?:s|ed)?|g[eo]ts?|gave|gives?|given|scored?|received?|receives|award(?:s|ed)|handed"
    r"|took|with|from|had|has|is|was|by|after)(?: (?:us|it|them|the \w+|[A-Z]\w+))?"
    r"(?: only| just)? (?:an?|another|its|their)[\s\"“‘']*$"
)


def _named_by_article(token: Token, left: str) -> bool:
    """Whether an article makes the grade a thing that somebody gave or got."""
    if _ARTICLE.search(left) is None:
        return False
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


def runs_in(material: Material, passage: Passage) -> bool:
    """Whether what is graded stands right before: "Vetting. Adequate.", or asks for the grade."""
    above = material.before(passage)
    asks = above is not None and material.text[: above.end].rstrip().endswith("?")
    beside = above is not None and above.block == passage.block
    return (asks or beside) and topic(material, passage) is not None


def topic(material: Material, passage: Passage) -> tuple[str, tuple[int, int]] | None:
    """The question that words right above a passage name: a heading, or "Vetting." run in."""
    above = material.before(passage)
    if above is None or above.kind == "row":
        return None
    words = material.text[above.start : above.end].strip()
    if words.endswith("?"):
        return _asked_above(words, above)
    if len(words) > _LONGEST or words.endswith("!"):
        return None
    plain = words.strip(" .:–-")
    question = headed(words) or (plain if plain.casefold() in SHORT else None)
    alone = above.block != passage.block or words.endswith((".", ":", "–", "-"))
    return (question, above.span) if question is not None and alone else None


_LONGEST = 90
# "What grade did the inspectorate give for response?": the answer is a grade.
_ASKS = re.compile(
    rf"\b(?:{NOUN}|rate[ds]?|grade[ds]?|judge[ds]?|inspect\w+|mark)\b", re.IGNORECASE
)


def _asked_above(words: str, above: Passage) -> tuple[str, tuple[int, int]] | None:
    """What a question asks the grade of, by its name at the end."""
    plain = words.rstrip("? ")
    if is_name(plain) or plain.casefold() in SHORT:
        return plain, above.span
    found = name_before(plain, len(plain)) if _ASKS.search(words) else None
    last = plain.rpartition(" ")
    if found is None and _ASKS.search(words) and last[2].casefold() in SHORT:
        found = len(plain) - len(last[2]), len(plain)
    if found is None:
        return None
    start = above.start + found[0]
    return plain[slice(*found)], (start, start + found[1] - found[0])
