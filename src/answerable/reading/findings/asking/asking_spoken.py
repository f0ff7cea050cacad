"""Forms in which anybody with a name says what a body should do: of `duty_asked`.

"The opposition leader said tenants should …", "“The mayor should …,” he said", "Councillor Holm
moved that the Service send …", "he urged the Constabulary to …", "the panel recommended that I
should …". Each gives `do`, what is to be done, and most give `who`.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking.asking_of_anyone import BODY
from answerable.reading.findings.telling_forms import DO
from answerable.reading.material import Material
from answerable.reading.worded import worded

_SHOULD = r"(?:should|must|ought to|needs? to|needed to)(?: now| also| therefore| really)?"
_SHOULD_WORDS = "should|must|ought to|need"
_OTHERS = (
    r"(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]ll|[Ee]very|[Ee]ach) (?:[a-z]+ )?"
    r"[a-z]+|(?:[a-z]+s[’'] |[a-z]+ )?(?!things\b|always\b|perhaps\b)[A-Za-z][a-z]{3,}s"
    r"|[Ss]omebody|[Ss]omeone)"
)
_SAYS = (
    r"(?:says?|said|thinks?|thought|believe[sd]?|argue[sd]?|insist(?:s|ed)?|felt|feels|wrote"
    r"|suggest(?:s|ed)?|added|told (?:us|me|them|the \w+|[A-Z]\w+))"
)
# Rules and those who have no name say such things of nobody: "the policy says", "some say".
_RULES = (
    r"(?!(?i:[^.;:]{0,40}\b(?:policy|policies|guidance|law|code|rules?|act|standards?|procedure"
    r"|some|many|most|nobody|no one|people|recommendations?|contract|everyone)\b))"
)
# "Opposition leader Holm said tenants should …", "a parish councillor said that the force must …".
_SOMEBODY_SAYS = worded(
    _SHOULD_WORDS,
    rf"^\W*{_RULES}(?!(?:It|This|That) )(?:[A-Z][\w’'-]*|An?|The|Its|His|Her)\b"
    rf"[^.;:“”\"?]{{0,110}}? {_SAYS}(?: that)? (?P<who>{BODY}|{_OTHERS}) {_SHOULD} {DO}",
)
_QUOTED_DO = DO.replace("[^.;]", '[^.;“”"]')
# "“The mayor should publish the list,” he said."
_QUOTED = worded(
    _SHOULD_WORDS,
    rf"(?:^|[^\w] ?)(?<!example: )[“\"](?:(?:So|And|But|Now|Yes|No|First),? )?"
    rf"(?P<who>{BODY}|{_OTHERS}) {_SHOULD} {_QUOTED_DO}",
)
_MEETS = (
    r"(?!(?:[Tt]he |[Tt]his )?(?:Panel|Committee|Board|Group|Forum|Members|members|meeting|report"
    r"|item|minutes|Minutes|matter|Chair|Clerk|Secretary|vote)\b)"
)
# "Councillor Holm moved that the Service send crews to …", whatever the vote.
_MOVED = worded(
    "moved|proposed",
    rf"\b[A-Z][\w’'-]+ (?:moved|proposed)(?:,[^,.;]{{3,40}},)? that {_MEETS}(?P<who>{BODY}) "
    rf"(?:should )?{DO}",
)
# "She asked that the force should tell …".
_ASKED_SHOULD = worded(
    "asked that |demanded that |insisted that ",
    rf"\b(?:asked|demanded|insisted) that {_MEETS}(?P<who>{BODY}) (?:should|must) {DO}",
)
# "He urged the Constabulary to set out what a good record is and to …".
_URGED = worded(
    "urged |pressed |implored |encouraged ",
    rf"\b(?:He|She|They|[A-Z][\w’'-]+) (?:also )?(?:urged|pressed|implored|encouraged) {_MEETS}"
    rf"(?P<who>{BODY}) to {DO}",
)
# "The panel recommended in March that I should …".
_THAT_I = worded(
    " that I should | that we should ",
    rf"\b[Rr]ecommend(?:s|ed|ations?)\b[^.;:]{{0,50}}? that (?:I|we) should {DO}",
)
# "It made three recommendations. These were to …", "the high ones were to …".
_THESE = worded(
    " were to | are to | was to ",
    r"^\W*(?:These|Those|The (?:[a-z]+ )?(?:ones?|others?|rest|first|second|third|last|two|three))"
    r" (?:were|are|was) to (?P<do>(?!(?:be|the|an?|its|their|us|me)\b)[a-z][^.;:]{8,400})",
)
# "Two lessons had been drawn: to keep one officer in charge and to …".
_LESSONS = worded(
    ": to ",
    r"\b(?:[Ll]essons|[Ss]uggestions|[Pp]roposals|[Dd]emands)\b[^.;:]{0,50}: to "
    r"(?P<do>[a-z]+ [^.;:]{8,300})",
)
# "The inspectorates asked for priority action: all nets should be mended".
_PRIORITY = worded(
    "priority action",
    r"\bpriority action(?:: |, namely,? )(?:that )?(?P<do>[a-z][^.;:]{8,200}?)"
    r"(?=, and (?:it|they|the)\b|[.;:]|$)",
)
# "The Committee's advice is that the force should …".
_ADVICE_IS = worded(
    _SHOULD_WORDS,
    r"\b(?:[Pp]anel|[Cc]ommittee|[Bb]oard|[Gg]roup|[Vv]isitors|[Mm]embers|[Cc]ouncillors"
    r"|[Gg]overnors|[Jj]ury|[Tt]eam)(?:[’']s|[’']) (?:\w+ )?(?:advice|view|opinion|wish|message"
    rf"|conclusion) (?:is|was|to \w+ is)(?: still)? that (?P<who>{BODY}|it|we) {_SHOULD} {DO}",
)
# "We're asking the council to …", "I'd also ask you to …".
_ASKING = worded(
    " ask| urg|calling on",
    r"\b(?:(?:[Ww]e|I)(?: are| am|[’'](?:re|m)) (?:now |also )?(?:asking|urging|calling on)"
    rf"|(?:[Ww]e|I)(?:[’']d| would) (?:also |then )?(?:ask|urge)) (?P<who>{BODY}|you) to {DO}",
)
SPOKEN_FORMS = (
    ("these", _THESE),
    ("lessons", _LESSONS),
    ("priority", _PRIORITY),
    ("advice-is", _ADVICE_IS),
    ("asking", _ASKING),
    ("that-i", _THAT_I),
    ("moved", _MOVED),
    ("asked-should", _ASKED_SHOULD),
    ("urged", _URGED),
    ("quoted", _QUOTED),
    ("somebody-says", _SOMEBODY_SAYS),
)
"""The forms, in the order in which they are tried: behind all others."""
SPOKEN_IN_MINUTES = (
    "moved",
    "asked-should",
    "urged",
    "these",
    "lessons",
    "priority",
    "advice-is",
)
"""Forms that minutes have too: what a member wishes of a body that does not meet there."""
OF_MEMBERS = re.compile(
    r"\b(?:moved|proposed|asked|demanded|insisted) that\b|\b(?:urged|pressed|implored|encouraged) "
    r"|\b(?:advice|view|opinion|wish|message|conclusion) (?:is|was) that\b|\bpriority action\b"
    r"|\b(?:[Ll]essons|[Ss]uggestions|[Pp]roposals|[Dd]emands)\b[^.;:]*: to "
    r"|^\W*(?:These|Those|The)\b[\w ]* (?:were|are|was) to "
)
"""What a sentence of minutes has that may be of such a form."""
_PAPERS = ("news", "other", "statement")
_NO_DUTY = re.compile(
    r"(?:get a grip|do (?:better|more|so)|have (?:been|had|done)|look like|feel|know|expect|think"
    r"|remember|hang|pretend|never|not|perhaps|apply|copy this)\b"
)


def may_be_spoken(material: Material, passage: Passage, rule: str, do: str) -> bool:
    """Whether one of these forms may be read at this place."""
    kind = material.profile.type
    if rule == "these":
        return _recommended_above(material, passage)
    if rule in ("lessons", "priority"):
        return True
    if _NO_DUTY.match(do):
        return False
    if rule in SPOKEN_IN_MINUTES:
        return kind in (*_PAPERS, "minutes")
    if rule == "quoted":
        return kind in (*_PAPERS, "inspection-report")
    return kind in _PAPERS


def _recommended_above(material: Material, passage: Passage) -> bool:
    """Whether the sentence right before tells of recommendations, and not only of actions."""
    above = material.before(passage)
    return (
        above is not None
        and above.block == passage.block
        and _RECOMMENDED.search(material.text, above.start, above.end) is not None
    )


_RECOMMENDED = re.compile(r"\brecommendations?\b", re.IGNORECASE)
