"""Grades by the weight of what stands around them, where no plainer rule reads a sentence.

A grade is said of something ("its cells are now inadequate"), made of something ("thought the
leaders outstanding"), a rung ("back to adequate"), a thing that is given ("the only outstanding")
or a remark ("call takers (inadequate)"). The same words may be praise or blame, so more must
speak for a grade: who inspects, another near by, a question, a body, a change, a capital.
"""

import re
from dataclasses import dataclass

from answerable.reading.grades.given_for.grade_subjects import name_before, only_part
from answerable.reading.grades.given_for.question_names import SHORT, is_name
from answerable.reading.grades.told.grade_named import asks_by_name
from answerable.reading.grades.told.grade_said import Around
from answerable.reading.grades.words.grade_words import NOUN, Token

LEAST = 3
_MARK = r"[\s\"“‘'*]*$"
_ADVERB = (
    r"(?:,? (?:now|still|again|also|only|merely|just|once|currently|already|both|each|all|then"
    r"|today|sadly|rightly|overall|at best|again|even|twice|barely|no (?:better|worse) than"
    r"|rated|graded|judged|found|called|thought|as|to be|in fact|at last|once more),?)*"
)
_IS = re.compile(
    r"(?:,? (?:(?:has|have|had) (?:also |now |since )?)?"
    r"(?:is|was|were|are|am|be|been|being|used to be"
    r"|continues? to be|remain(?:s|ed)?|stay(?:s|ed)?|bec[ao]mes?|becoming|turned out|proved"
    r"|came out|comes out|came back|emerged|looks?|looked)|[’'](?:s|re|m|d been))"
    rf"{_ADVERB}{_MARK}",
    re.IGNORECASE,
)
_DOES = re.compile(rf"(?: (?:now|still|also|again|both|each|all|therefore|clearly))*{_MARK}")
# "at good", "back to adequate", "from requires improvement", "regarded as poor".
_RUNG = re.compile(
    r"(?:\b(?P<verb>stand(?:s|ing)?|stood|sits?|sat|stuck|stay(?:s|ed)?|held|holds|holding|kept"
    r"|keeps|put|puts"
    r"|pegged|placed|remain(?:s|ed|ing)?|rests|left|frozen|lifted|raised|moved|moves|moving|went"
    r"|gone|going|rose|risen|rises|rising|fell|fallen|falls|falling|slipped|slips|slipping"
    r"|dropped|drops|dropping|sank|sunk|slid|tumbled|plunged|plummeted|climbed|climbs|climbing"
    r"|clawed|crept|jumped|leapt|improved|improving|improves|declined|deteriorated|shifted"
    r"|changed|pulled|dragged|brought|taken|took|cut|marked|came|come|advanced|stepped|step"
    r"|reverted|returned|up|down|unchanged|upgraded|downgraded|promoted|relegated|demoted)\b"
    r"[^.;:!?]{0,60}?| (?:now|back|again))"
    rf",? (?:at|to|from|on the side of)(?: an?| only| merely)?{_MARK}"
    rf"|\b(?:no|not|n[’']t) [^.;:]{{0,20}}?(?:higher|better|lower|worse) than(?: an?)?{_MARK}",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\b(?:regard(?:s|ed)?|sees?|saw|seen|views?|viewed|considers?|considered|treats?|treated"
    r"|describes?|described|scored?|scores|marks?|marked|rates?|rated|grades?|graded|judges?"
    r"|judged|assess(?:es|ed)?|classed|reported|came out|put down|summed up|listed|given)\b"
    rf"[^.;:!?]{{0,70}}? as(?: an?| only| merely| being| still)*{_MARK}",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"\b(?:found|finds|thought|thinks?|called?|calls|considers?|considered|deemed|judged?|judges"
    r"|rated?|rates|graded?|grades|marked|declared|pronounced|made|makes|kept|left|believed?"
    r"|reckon(?:s|ed)?|gave|gives?|given|put|scored|ranked|branded)"
    rf" (?P<what>[^.;:!?()]{{1,70}}?)(?:,? (?:to be|as|only|merely|now|still|overall))*{_MARK}",
    re.IGNORECASE,
)
_GRADERS = re.compile(
    r"\b(?:inspect\w+|HMI\w*|HMICFRS|Ofsted|CQC|Estyn|watchdog|PEEL|regulator|commission"
    rf"|graders?|graded|rated|grading|{NOUN}|downgraded|upgraded|last (?:time|inspection"
    rf"|round))\b",
    re.IGNORECASE,
)
# "the only outstanding", "an inadequate", "that requires improvement", "its good": a thing given.
_THING = re.compile(
    r"\b(?P<a>an?|one|another|the|its|that|this|our|their|your|only|single|first|second|no better"
    rf" than|of|by|with)(?: (?:only|first|second|single|dreaded|new|old))?{_MARK}",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|first|single)\b")
_GETS = re.compile(rf"\b(?:get|gets|got|getting|scored?|earn(?:s|ed)?|won){_MARK}")
# "Response has slipped and is now": of what the clause before it tells.
_AND_IS = re.compile(
    r" (?:has|have|had|is|was|fell|rose|slipped|got)\b[^,;:]{0,40}?,? (?:and|but)$"
)
_GOT = re.compile(
    r"\b(?:w[io]ns?|won|earn(?:s|ed)?|g[eo]ts?|gave|gives?|given|handed|award(?:s|ed)|received?"
    r"|took"
    r"|lost|loses|kept|collected|picked up|secured|scored|had|has|with|landed|avoided|escaped)\b"
    r"[^.;:!?]{0,40}$"
)
_INSPECTOR = re.compile(
    r"\b(?:[Ii]nspector(?:s|ate)?|HMICFRS|HMIC|Ofsted|CQC|Commission|[Ww]atchdog|[Rr]egulator"
    r"|HMIP)\b"
    r"[^.;:!?]*$"
)
_PLAIN_OF = re.compile(
    rf"\b(?:{NOUN}|word|tag|label|mark|badge|result) (?:of|was|is|as){_MARK}", re.I
)
_BRACKET = re.compile(r"[a-z’'][\"”’']? \([\"“‘']?$")
_IN_BRACKET = re.compile(
    r"[\"”’']?(?: (?:again|still|overall|now|last time|before|as before|both|previously))?"
    r"(?:,? (?:in )?(?:19|20)\d\d)?[);,]"
)
_OPENS = re.compile(r"(?:^|[.!?;:–—-]\s|\n)[\s\"“‘'•*]*$")
_ENDS = re.compile(
    r"[\"”’']?(?:\s*[.,;:!?)–—-]|\s*$| (?:and|but|or|although|though|while|whereas|yet|so"
    r"|because|when"
    r"|overall|too|also|again|still|now|today|tonight|twice|there|here|this|last|since|in (?:19"
    r"|20)\d\d|for the (?:first|second|third|last|\w+th) (?:time|year)|before|after|until|bar"
    r"|according|by|from|than|as|to|is|was|has|had|grade|rating|mark|judge?ment|verdict|score"
    r"|one)\b)",
    re.IGNORECASE,
)
_GRADE_IT_IS = re.compile(
    r"[\"”’']? (?:grade|rating|mark|judge?ment|verdict|score|one)\b"
    r"(?! (?:means|is (?:given|when|where)|will|would|can|may|could))"
)
_IS_THE = re.compile(
    r"[\"”’']? (?:is|was|remains|had been) (?:the |their |its |our "
    r"|how )[^.;:,]{0,40}?\b(?:verdict"
    r"|summary|grade|rating|judge?ment|conclusion|finding|answer|mark|put it|saw it)\b"
)
_HEADS = re.compile(r"[\"”’']? ?[:–—-] (?P<q>[^.;:,]{3,60})")
_APPOSED = re.compile(r",[\s\"“‘']*$")
_LASTS = re.compile(
    r"[\"”’']? (?:since|under|until|till|last|when|at|for|in|on|not long|overall)\b[^.;:]{3,60},"
)
_THEN = re.compile(
    r"(?: and|,? but|,) (?:now|once|formerly|still|again|today|then|merely|only)" + _MARK
)
_WHAT = re.compile(
    r"\b(?:which|that|what|whom) [^.;:,]{2,50}? (?:found|called|judged|graded|rated|thought|deemed"
    rf"|considered|marked|branded|put)(?: to be| as| at)?{_MARK}"
)
_OBJECT = re.compile(
    rf"\b(?:see|saw|seeing|read|hear|heard|expect|feared|got|get|given|with|about|by|of){_MARK}"
)
_RELATIVE = re.compile(r",? (?:which|that|who)$")
_ASIDE = re.compile(r",[^,;:]{1,70},$")
_WORK_OF = re.compile(
    r"(?:^|\b(?:its|the|their|our|your|force[’']s) )(?:response|treatment|handling|management"
    r"|protection|investigations?|recording|supervision of offenders) (?:of|to|for|with|in) ",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"[\"”’']?(?: overall| too| also| again| both)?,? (?:at|for|in|on|over|against|under|with"
    r" (?:regard|respect)|when it c(?:omes|ame) to|in (?:terms|respect|relation)) "
    r"(?!(?:moment|time|least|once|most|present|fact|nothing|sure|now|good|all|life|us|him|her"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|some|most|both|many|several|\d+)\b)"
    r"[A-Za-z“‘'\"]",
)
_BODY = re.compile(
    r"\b(?:force|service|services|constabulary|brigade|trust|council|school|prison|jail|unit|home"
    r"|provider|authority|department|hospital|team|teams|surgery|practice|ward|clinic|region"
    r"|college|academy|nursery|control room|detectives|investigators|call takers|call handlers"
    r"|cells|custody suites?|suites?|leaders|section|strand|pillar|test|question|area|areas|domain"
    r"|standard|grade|rating|verdict|judge?ment|outcome|outcomes|score|Police|Constabulary|FRS"
    r"|Council|Trust|School|Hospital|Academy|Prison|neighbour)(?: (?:itself|there|here|as a whole"
    r"|overall|in [A-Z]\w+|work|services?))?,?$"
)
_WHO = re.compile(
    r"\b(?:it|they|we|you|us|them|these|those|this|that|both|which|who|itself|themselves|ours"
    r"|theirs|the (?:same|other|former|latter|one|rest|first|second)|the one [^.;:,]{3,30})$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:\b[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3})$")
_TIMES = re.compile(
    r"\b(?:now|today|still|again|once|formerly|previously|used to|had been|remain\w*|stay\w*|back"
    r"|(?:19|20)\d\d|last (?:time|year|round|inspection)|years? (?:ago|later|running)|since"
    r"|up|down|from|no longer|became|become)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:] |\b(?:and|but|that|while|whereas|where|because|though|although) ")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a grade stands in its clause: how `sure` that is by itself, `of` what it is said."""

    sure: int
    of: str | None = None


# "Half of the pupils reached the expected standard": what pupils reach is no grade of a school.
_PUPILS = re.compile(
    r"\b(?:pupils?|children|boys|girls|students|learners|cohort|half|third|quarter|per cent)\b|%",
    re.IGNORECASE,
)


def weighed(token: Token, around: Around, *, sentence: str) -> str | None:
    """ "grade.weighed" where enough speaks for a grade that no plainer rule has read."""
    if token.label == "expected standard" and _PUPILS.search(token.left):
        return None
    if token.label in _NEVER or _SCALE.search(sentence) or _HEARSAY.search(token.left):
        return None
    if token.label == "good" and _FOR.match(token.right) and not asks_by_name(token.right):
        return None  # "Leaders are good at listening"
    place = _placed(token)
    if place is None:
        return None
    kind = _kind(place.of) if place.of is not None else 0
    if kind is None:
        return None
    good = token.label == "good"
    capital = token.words[:1].isupper() and _OPENS.search(token.left) is None
    weight = place.sure + kind + (not good) + around.grades + around.after + around.topic
    weight += bool(_GRADERS.search(sentence)) + bool(_TIMES.search(sentence)) + _behind(token)
    weight += bool(token.quoted or capital) - (around.speech and not token.quoted)
    return "grade.weighed" if weight >= LEAST + good else None


_HEARSAY = re.compile(
    r"\b(?:some|many|people|critics|others|who) (?:say|said|think|claim)\b", re.I
)
_NEVER = ("not graded", "exceptional", "urgent improvement")
_SCALE = re.compile(
    r"\b(?:means?|scale|grades? (?:run|go|are)|we (?:use|give|award) (?:four|five|the)|no longer"
    r"|word)\b"
)


def _behind(token: Token) -> int:
    """One where what is graded follows; beside "good" only a question by its name."""
    if token.label == "good":
        return int(asks_by_name(token.right))
    return int(_FOR.match(token.right) is not None)


def _placed(token: Token) -> _Place | None:
    """The place of a grade in its clause; None where the words are none of a grade."""
    left, right = token.left, token.right
    heads = _HEADS.match(right) if _OPENS.search(left) else None
    if heads is not None:
        named = is_name(heads["q"].strip()) or heads["q"].strip().casefold() in SHORT
        return _Place(3) if named else None
    if _ENDS.match(right) is None and _FOR.match(right) is None:
        return None
    if _BRACKET.search(left):
        return _Place(2) if _IN_BRACKET.match(right) else None
    if _RUNG.search(left) or _PLAIN_OF.search(left) or _IS_THE.match(right):
        return _Place(2)
    if _AS.search(left) or _THEN.search(left):
        return _Place(1)
    return _of_something(token, left) or _as_thing(token, left)


def _of_something(token: Token, left: str) -> _Place | None:
    """Where a grade is said of something, or somebody finds something so."""
    requires = token.label.startswith("requires")
    verb = _IS.search(left)
    if verb is not None:
        aside = "," if verb.group().startswith(",") else ""
        return _Place(0, left[: verb.start()] + aside)
    does = _DOES.search(left) if requires else None
    if does is not None and _kind(left[: does.start()]) is not None:
        return _Place(0, left[: does.start()])
    if _WHAT.search(left):
        return _Place(1 if _INSPECTOR.search(left) else 0)
    thought = _THOUGHT.search(left)
    if thought is not None:
        return _Place(1 if _INSPECTOR.search(left) else -2, thought["what"])
    if _APPOSED.search(left) and (_LASTS.match(token.right) or _CLOSES.match(token.right)):
        return _Place(1, left.rstrip(" ,\"“‘'")) if _kind(left) is not None else None
    return None


_CLOSES = re.compile(r"[\"”’']?[.;]")


def _as_thing(token: Token, left: str) -> _Place | None:
    """Where a grade is a thing that is given, or opens a remark on what follows it."""
    thing = _THING.search(left)
    noun = _GRADE_IT_IS.match(token.right)
    if token.label == "good" and noun is not None and noun.group().endswith("one"):
        return None
    if thing is not None and (token.label != "good" or noun is not None):
        loose = thing["a"].casefold() in ("of", "by", "with", "the", "this", "that", "one")
        loose = loose and _ONLY.search(thing.group()) is None
        return _Place((not loose) + bool(_GOT.search(left)) + 2 * (noun is not None))
    gets = token.label != "good" and _GETS.search(left) is not None
    if gets or (token.label.startswith("requires") and _OBJECT.search(left)):
        return _Place(1)
    opens = _OPENS.search(left) is not None and token.words[:1].isupper()
    return _Place(0) if opens and _FOR.match(token.right) else None


def _kind(of: str) -> int | None:
    """How much what a grade is said of speaks for one; None where it is nothing graded."""
    words = _AND_IS.sub("", of.rstrip(" \"”’'"))
    aside = _ASIDE.search(words)
    told = _subject(_RELATIVE.sub("", words.rstrip(" ,\"”’'")))
    return told if told is not None or aside is None else _subject(words[: aside.start()])


def _subject(words: str) -> int | None:
    clause = _CLAUSE.split(words)[-1].strip() or words
    for one in (clause, words):
        found = name_before(one, len(one))
        if found is not None:
            return None if only_part(one[: found[0]]) else 2
    last = re.search(r"[A-Za-z]+$", words)
    if last is not None and last.group().casefold() in SHORT - _EVERYDAY:
        return None if only_part(words[: last.start()]) else 1
    body = _BODY.search(words)
    if body is not None:
        return None if only_part(words[: body.start()]) else 1
    named = _NAMED.search(words) is not None and len(clause.split()) < _SHORT_NAME
    return 0 if named or _WHO.search(words) or _WORK_OF.search(clause) else None


_SHORT_NAME = 5
_EVERYDAY = frozenset(("attendance", "money", "delivery", "services", "resources"))
