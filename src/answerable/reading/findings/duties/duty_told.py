"""Duties that somebody tells of: "was told to", "recommended to the force that it"."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.duties.duty_words import Duty, bare
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN, SUBJECT
from answerable.reading.subject_body import inspected
from answerable.reading.worded import worded

# "The force has been told to publish …", "the watchdog ordered it to review …".
_TELLS = re.compile(r"\b(?:told|ordered|urged|instructed|directed|asked|required|advised)\b")
_VERB_OF_TELLING = r"(?P<verb>told|ordered|urged|instructed|directed|asked|required|advised)"
_TO_DO = r"to (?P<do>[a-z][^.;]{8,300})"
_TOLD_TO = (
    re.compile(
        rf"(?:^|[,;:.] |\band |\b(?:said|that) )(?P<who>{SUBJECT}) (?:has |have |had )?"
        rf"(?:been |was |were )(?:also |now |since |then )?{_VERB_OF_TELLING}"
        rf"(?: by [^,.;]{{3,50}})? {_TO_DO}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:it|they|inspectors|the (?:watchdog|inspectorate|regulator|report|letter)"
        rf"|HMIC(?:FRS)?|Ofsted|(?:the )?CQC)(?: has| have)?(?: also| then)? {_VERB_OF_TELLING}"
        rf" (?P<who>{SUBJECT}) {_TO_DO}",
        re.IGNORECASE,
    ),
)
_ORDERS = ("ordered", "directed", "required")
_THEY_SAID = re.compile(
    r"^\W*(?:They|It|The (?:report|letter|inspectors)|He|She)(?: have| has)? (?:also |then )?"
    r"(?:said|says?|added|adds|warned|warns|concluded|concludes|told [^.,]{3,30})\b"
)
_INSPECTS = re.compile(
    r"\b(?:inspect(?:ors?|orate|ion)s?|HMIC(?:FRS)?|HMI|watchdogs?|regulators?|Ofsted|CQC)\b", re.I
)

# "The Panel made three recommendations:", "RECOMMENDED –"; not what a meeting is only to note.
_RECOMMENDATIONS_LED = worded(
    "recommend",
    r"(?P<before>[^.;]{0,40})\brecommend(?:ations?|ed|s)?\b(?P<after>[^.;?]{0,120})[:–-]\s*$",
    re.IGNORECASE,
)
_NOT_LED = re.compile(
    r"\b(?:no|not|draft|previous|accepted|rejected|agreed|closed|complete|status|progress|response"
    r"|repl(?:y|ies)|answer|(?:of|from) [^:]{0,60}(?:reports?|reviews?) (?:on|about|into))\b",
    re.IGNORECASE,
)


# "My recommendations are for the Chief Constable.", above "(i) Change the locks".
_MINE = re.compile(
    r"(?:^|[.!?] )\W*(?:My|Our|The|These|Its|Their) (?:\w+ ){0,2}recommendations\b"
    r"[^.;?]{0,20}\b(?:are|were|follow)\b[^.;?]{0,120}[.:]$"
)
# "What the inspectorate asked for.", above "1) Visit every offender …".
_ASKED_FOR = re.compile(
    r"\W*(?:[Ww]hat|[Tt]he things(?: that)?) (?:(?:the |HM )?(?:[a-z]+ )?(?:inspect(?:orate"
    r"|ors?)|watchdog"
    r"|regulator|coroner|auditors?|report|letter|review)|HMI\w*|Ofsted|CQC|they"
    r"|we were) ?(?:ha[sd]|have)?"
    r" ?(?:asked|recommended?s?|wants?|wanted|told|required|expects?|asks?)(?: (?:us|me|you"
    r"|the \w+))?"
    r"(?: (?:for|to do|of us|to see))*\s?[.:]?$",
    re.IGNORECASE,
)
_NUMBERED_LINE = re.compile(r"\W*\(?(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)] ")
_RUN = 14  # blocks


def _stated_above(material: Material, passage: Passage) -> bool:
    """A numbered line below a sentence that says that recommendations follow."""
    if _NUMBERED_LINE.match(material.text, passage.start) is None:
        return False
    blocks = material.canonical.blocks
    for at in range(passage.block - 1, max(passage.block - _RUN, -1), -1):
        words = material.text[blocks[at].start : blocks[at].end].rstrip()
        if _NUMBERED_LINE.match(words) is None:
            return _MINE.search(words) is not None or _ASKED_FOR.match(words) is not None
    return False


def led_by_recommendations(material: Material, passage: Passage) -> bool:
    """Whether the words above a line say that recommendations follow."""
    if passage.kind != "row" and _stated_above(material, passage):
        return True
    if passage.lead is None or passage.lead.start >= passage.start or passage.kind == "row":
        return False
    led = _RECOMMENDATIONS_LED.search(material.text, passage.lead.start, passage.lead.end)
    if led is None:
        return False
    spoken_of = _JUST_BEFORE.search(led["before"])
    return not (_NOT_LED.search(led["after"]) or (spoken_of and _NOT_LED.search(spoken_of[0])))


_JUST_BEFORE = re.compile(r"(?:[\w’']+ ){1,2}$")


# "… to recommend to the Commissioner that she publish …", "RECOMMENDED: That the force give …".
_TO_RECOMMEND = (
    re.compile(
        rf"\b(?:recommend(?:s|ed)?|proposed?|request(?:s"
        rf"|ed)?)(?: strongly)? to (?P<who>{SUBJECT}),?"
        r" that (?:(?:s?he|it|they) (?:should )?)?(?P<do>[a-z][^;]{8,400})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:\(?\w{{1,3}}[.)] )?(?-i:RECOMMENDED|Recommended)(?: (?:that"
        rf"|to)\b)?\W{{1,3}}(?:[Tt]hat )?"
        rf"(?P<who>{SUBJECT}),? (?:should |to )?(?P<do>[a-z][^;]{{8,400}})",
        re.IGNORECASE,
    ),
)
_IF_NOT = re.compile(
    r"\b(?:not|declined|refused|whether|if|considered) (?:\w+ )?to recommend\b", re.I
)


def recommended_to(material: Material, passage: Passage, words: str) -> Duty | None:
    """A meeting recommends to somebody that something be done."""
    if "recommend" not in words.lower() or _IF_NOT.search(words):
        return None
    for pattern in _TO_RECOMMEND:
        told = pattern.search(words)
        if told is None or NOT_TAKEN.match(told["do"]) or words.endswith("?"):
            continue
        span = bare(material, passage.start + told.start("do"), passage.start + told.end("do"))
        who = passage.start + told.start("who"), passage.start + told.end("who")
        return Duty(span, who, "recommends", "prose.recommends-to")
    return None


def they_said(material: Material, passage: Passage, words: str) -> bool:
    """ "They said it must …", after a sentence about inspectors."""
    if not _THEY_SAID.match(words):
        return False
    above = material.before(passage)
    for _ in range(2):
        if above is None:
            return False
        if _LOOKS_INTO.search(material.text, above.start, above.end):
            return True
        above = material.before(above)
    return False


_LOOKS_INTO = re.compile(
    rf"{_INSPECTS.pattern}|\b(?:scrutiny|review|audit|inquiry|panel[’']s"
    rf"|committee[’']s) (?:report|panel"
    r"|team|found|says)\b",
    re.IGNORECASE,
)


# "I have told the chief constable to count every exhibit", in the words of an inspector.
_I_TOLD = re.compile(
    rf"\b(?:I|[Ww]e)(?: have|[’']ve)?(?: also"
    rf"| now)? {_VERB_OF_TELLING} (?P<who>{SUBJECT}) {_TO_DO}",
    re.IGNORECASE,
)


# What is asked for is an answer, and no improvement.
_ANSWER = re.compile(
    r"(?:set out|respond|reply|tell|send|let|write|provide (?:me|us)|confirm|comment|come|meet)\b"
)


def _inspector_speaks(material: Material, passage: Passage) -> bool:
    if material.profile.type == "inspection-letter":
        return True
    speaker = material.speaker(passage)
    who = f"{speaker.role or ''} {speaker.name or ''}" if speaker else ""
    return _INSPECTS.search(who) is not None


def told_to(material: Material, passage: Passage, words: str) -> Duty | None:
    """A body told, asked or ordered to do something, where inspectors are spoken of."""
    kind = material.profile.type
    if not kind.startswith(("inspection", "press", "news", "statutory")):
        return None
    if not _TELLS.search(words):
        return None
    told = next((one for pattern in _TOLD_TO if (one := pattern.search(words))), None)
    if told is None and _inspector_speaks(material, passage):
        told = _I_TOLD.search(words)
        told = None if told is not None and _ANSWER.match(told["do"]) else told
    if told is None:
        return None
    who = passage.start + told.start("who"), passage.start + told.end("who")
    anybody = re.match(r"(?:it|they|you|we)$", told["who"], re.IGNORECASE)
    of_body = re.match(r"(?:the |all )?[a-z]", told["who"]) or inspected(material.within(*who))
    near = (
        kind.startswith("inspection")
        or _INSPECTS.search(words)
        or any(
            _INSPECTS.search(material.text, one.start, one.end)
            for one in (material.before(passage),)
            if one is not None
        )
    )
    if anybody or not of_body or not near or told["do"].startswith("improve "):
        return None
    modal = "must" if told["verb"].lower() in _ORDERS else "recommends"
    span = bare(material, passage.start + told.start("do"), passage.start + told.end("do"))
    return Duty(span, who, modal, "prose.told-to")


# "It had recommended that by June the force should …", "the recommendation that the force should".
_RECOMMENDED = re.compile(
    r"\b(?:recommend(?:ed|s|ing)|recommendations?)\b[^.;?]{0,130}?\b(?:should|must)\b"
    r"|\bwe (?:have )?(?:determined|decided|concluded) that\b[^.;?]{3,80}\bshould\b"
    r"|\b(?:HMICFRS|inspectors|the inspectorate|the auditors?|it|they) had said"
    r"(?: that)? [^.;?]{3,60}?\bshould\b",
    re.IGNORECASE,
)
NONE_MADE = re.compile(
    r"\b(?:no recommendations?|not (?:been )?recommend\w*"
    r"|recommendations? (?:say|tell|are|is|means?)"
    r"|(?:a|an|any|each|every|good|bad) (?:\w+ )?recommendation (?:says?|tells?|should|must"
    r"|needs?)"
    r"|declined to)\b",
    re.IGNORECASE,
)
_SAYS_SO = ("recommend", "had said", "determined", "decided", "concluded")
_WERE_MADE = re.compile(
    r"\brecommendations? (?:had been |have been |has been |were |was )made\b"
    r"|\b(?:made|makes?) (?:\w+ ){1,3}recommendations?\b|\brecommendations? to (?:us|the force)\b",
    re.IGNORECASE,
)
_BODY_MUST = re.compile(
    r"(?:^|[.;:] )\W{0,8}(?:By [^,]{4,40},? )?[Tt]he (?:force|service|constabulary|trust|provider"
    r"|registered (?:person|manager|provider)|school|home|prison|governor|council) must\b"
)
_TOLD_KINDS = ("news", "press-release", "other")


def told_of(material: Material, passage: Passage, words: str) -> bool:
    """Prose that tells what was recommended, or what a body must do, in a report or the news."""
    plain = words.lower()
    says = any(one in plain for one in _SAYS_SO)
    if says and _RECOMMENDED.search(words) and not NONE_MADE.search(words):
        return True
    above = material.before(passage)
    if above is not None and above.block == passage.block:
        told = material.text[above.start : above.end]
        if "ecommendation" in told and _WERE_MADE.search(told) and not NONE_MADE.search(told):
            return True
    if material.profile.type not in _TOLD_KINDS or not _BODY_MUST.search(words):
        return False
    return material.speech_at(passage.start, passage.end) is None
