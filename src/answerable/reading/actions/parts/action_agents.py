"""Who may be set to work in a paper of a meeting, and whether a paper is one of a meeting."""

import re
from functools import lru_cache

from answerable.reading.actions.parts.action_words import OWNER
from answerable.reading.actions.parts.minuted import minuted
from answerable.reading.material import Material
from answerable.reading.people.attendance import at_a_meeting

_LOG = ("minutes", "decision", "action-log")
_MAYBE = ("other", "statement", "plan", "funding")  # notes of a meeting about such a paper
# "Members: …", "On the call: …", "Apols: …": a line of those who were there.
_THERE = re.compile(
    r"^\W*(?:(?:also |those )?(?:present|attending|there)|in attendance|attendance|attendees"
    r"|apol(?:ogie)?s|on the call|in the room|in the chair|round the table|(?:board )?members"
    r"|trustees|governors|chair(?:man|woman)?)\b[^\n:.]{0,24}:",
    re.IGNORECASE | re.MULTILINE,
)
# "There were 23 of us. Chair Lottie Marchbank.": said in a sentence, below the name of a meeting.
_MET = re.compile(
    r"\b(?:meeting|forum|board|committee|panel|council|group|assembly|commission)\b[^\n]*\n+"
    r"[^\n]{0,40}\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b[^\n]{0,40}\d",
    re.IGNORECASE,
)
_CHAIRED = re.compile(
    r"\b(?:Chair(?:man|woman)?|Clerk|\(Chair\)|\(Ch\)|of us)\b|\bminutes?\b", re.I
)
# "Terms of reference", "Standing orders": what always holds, and nobody's task.
_RULES = re.compile(
    r"^(?![^\n]* to )[^\n]*\b(?:terms of reference|standing orders|constitution of"
    r"|scheme of delegation|code of conduct"
    r"|rules of procedure|protocol (?:for|on)|guidance (?:for|on)|how to|role (?:description"
    r"|profile)|template)\b",
    re.IGNORECASE,
)
# A paper whose title is that of a sitting which lists nobody, with its day.
_SITTING = re.compile(
    r"\b(?:(?:gold|silver|bronze|board|team|weekly|monthly|daily|morning|management) meeting"
    r"|huddle|stand-?up|catch-?up|gold (?:group|meeting|log)|scrutiny panel|scrutiny group"
    r"|steering group|working group|team meeting|one[- ]to[- ]one|tasking|debrief|case conference"
    r"|(?:telephone|conference|video) (?:call|conference)|call notes?"
    r"|(?:notes?|minutes?|record|summary) of (?:a|the|our) (?:[\w-]+ ){0,3}(?:meeting|call"
    r"|visit))\b",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b\d{1,2}[/.]"
    r"\d{1,2}[/.]\d{2}"
)
_TITLE = 120  # characters of a title
_TOP = 800  # characters in which a paper says whose it is


def of_a_meeting(material: Material) -> bool:
    """Whether a paper keeps what a meeting said, by its type, or by those it lists as there."""
    kind = material.profile.type
    if _RULES.search(material.text[:_TITLE]) is not None:
        return False
    if kind in _LOG:
        return True
    if kind not in _MAYBE or material.canonical.media_type.startswith("message/"):
        return False
    if at_a_meeting(material.sightings):
        return True
    return kind == "other" and (_looks_so(material.text[:_TOP]) or minuted(material.text))


@lru_cache(maxsize=16)  # several rules ask it of the same paper
def _looks_so(top: str) -> bool:
    """Whether the first words of a paper are those of notes of a meeting."""
    if _THERE.search(top) is not None:
        return True
    if _MET.search(top[:300]) is not None and _CHAIRED.search(top) is not None:
        return True
    return _SITTING.search(top[:_TITLE]) is not None and _ON_A_DAY.search(top[:300]) is not None


STOPS = (
    r"(?:to|that|which|who|was|were|is|are|had|has|have|would|will|should|be|been|not|if"
    r"|whether|about|why|how|what|when|by|from|said|says|but|so|requests|asks"
    r"|invites|instructs|urges|wants|expects|recommends|asked|told|tasked|agreed|could|can|may"
    r"|required|requires"
    r"|instructed|directed|invited|requested|urged|wanted|expected)"
)
NOUN = (
    rf"(?:(?!{STOPS}\b|and\b)[\w’'./&-]+(?: \([A-Z]{{2,4}}\))?"
    rf"(?: (?!{STOPS}\b)[\w’'./&()-]+){{0,8}}?)"
)
"""A run of words that may name somebody."""
BEFORE = re.compile(
    r"(?:^|[.,;:–—-] |\b(?:[Aa]nd|[Bb]ut|that|so|while|then|which|as) )"
    rf"(?:the last time |also |then )?(?P<who>{NOUN})(?:, [^,.;:]{{3,60}},| \([^()]{{2,30}}\))?"
    r" (?:(?:also|then|therefore|now|both|each|all|further|since|has|have|had|[a-z]+ly) ){0,2}$"
)
"""Who stands before a verb, behind the nearest sign or joining word."""

_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|him|her|them)(?:[’']d|[’']ll)?")
_OWNER = re.compile(rf"(?:[Tt]he |[Bb]oth )?{OWNER}(?: \([A-Z]{{2,4}}\))?(?: (?:and|or) [\w ]+)?")
PLAIN = (
    r"(?:[Ss]ome(?:one|body) from (?:the )?[A-Z][\w’'& -]{2,40}"
    r"|(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|[Oo]ur|[Mm]y|[Aa]ll|[Bb]oth|[Ee]ach"
    r"|[Ss]ome|[Oo]ther|[Bb]oard|[Pp]anel|[Ee]very) )?"
    r"(?:[\w’'./&-]+ ){0,4}?(?i:members?|officers?|colleagues|partners|staff|everyone|all|trustees"
    r"|governors?|councillors|agencies|forces|services?|group|team|volunteers?|managers?"
    r"|clerk|chair(?:man|woman)?|secretary|treasurer|solicitor|directors?|heads?|leads?|auditors?"
    r"|officials|police|inspectors?|sergeants?|superintendent|commanders?|analysts?|advis[eo]rs?"
    r"|lawyers?|accountants?|constables?|commissioner|mayor|deputy|visitors|executives?|leader"
    r"|co-?ordinators?|contractors?|unit|department|council|trust|force|room|head teacher"
    r"|nurses?|sponsors?|surveyors?|engineers?|bursar|registrar|caretaker|librarian|planners?|adviser|administrator|consultants?|supervisors?|representatives?|workers?"
    r"|teachers?|chief|partnership|authority|agency|provider|hospital|college|charity|company"
    r"|(?-i:Finance|Estates|HR|ICT|IT|Legal|Comms|Communications|Procurement|Fleet"
    r"|Payroll))"
    r"(?: (?:of|for|from|in|at|and|working on|dealing with) (?:the )?[\w’'& -]{2,40})?"
    r"(?![\w’']))"
)
"""Somebody called by what he or she is, in capitals or not."""
_PLAIN = re.compile(PLAIN)
_NO_AGENT = frozenset(
    (
        *("It", "This", "That", "These", "Those", "There", "We", "You", "I", "What", "Who"),
        *("Plan", "Plans", "Work", "Steps", "Aim", "Action", "Actions", "Decision", "Need"),
        *("AFI", "AFIs", "HMICFRS", "PEEL", "CQC", "IOPC", "HMI", "Inspectors", "Ofsted"),
        *("Due", "In", "As", "For", "At", "On", "Thanks", "Subject", "According", "Reply"),
        *("Minutes", "Report", "Paper", "Papers", "Item", "Next", "Meeting", "Date", "Money"),
        *("Nothing", "Nobody", "None", "No", "Not", "If", "When", "How", "Why", "Where"),
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    )
)
# "Kath Lomas in the gate": where somebody works.
_OF = re.compile(r"(?<=\w) (?:in|from|at|on) (?:the |our |my )?[\w’' -]{2,30}$")
_ELECTED = re.compile(
    r"(?:the )?(?:(?:Police and Crime |Police, Fire and Crime |Deputy )?(?:Commissioner|Mayor)"
    r"|PF?CC|Minister|Leader)\b",
    re.IGNORECASE,
)


def agent(material: Material, who: str) -> bool:
    """Whether the words name somebody who can be set to work: a person, a post or a group."""
    plain = who.strip(" ,")
    first = plain.removeprefix("the ").removeprefix("The ").split(" ", 1)[0]
    if not plain or first in _NO_AGENT or plain[:1].isdigit():
        return False
    if _shaped(plain) or _shaped(_OF.sub("", plain)):
        return True
    return plain in material.directory or plain in _parts(material)


@lru_cache(maxsize=2048)
def _shaped(who: str) -> bool:
    return any(form.fullmatch(who) for form in (_PRONOUN, _OWNER, _PLAIN))


def _parts(material: Material) -> frozenset[str]:
    known = material.directory
    return frozenset(part for one in known.values() for part in one.split())


def pronoun(who: str) -> bool:
    """Whether somebody is meant whom an earlier sentence names."""
    return _PRONOUN.fullmatch(who.strip()) is not None


def elected(who: str) -> bool:
    """A commissioner, a mayor: what they say that they will do is a promise to those who ask."""
    return _ELECTED.match(who.strip()) is not None


def named(who: str) -> bool:
    """Whether somebody is named or called by a post, and not a group in small letters."""
    return _OWNER.fullmatch(who.strip()) is not None
