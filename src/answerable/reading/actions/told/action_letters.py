"""What a letter or a report asks somebody to send or to answer, by a day.

"Send me an action plan by 7 March", "We have asked the trust for a plan within 28 days", "You must
respond by 26 May": the owner is whom the words name, else whom the letter is written to. Without
a day it is courtesy and no action.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_due import by_when
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_readers import addressee, called_at
from answerable.reading.actions.parts.action_words import DO, WORK
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.material import Material
from answerable.reading.modals import SUBJECT
from answerable.reading.records import Record
from answerable.reading.worded import worded

_LETTER = re.compile(r"^\W*Dear\b|^(?:From|To): ", re.MULTILINE)
_TO_US = (
    r"(?:us|me|(?:my|our) (?:office|team)|HMICFRS|HMIC|Ofsted|Estyn|the (?:CQC|Commission|IOPC"
    r"|ICO|[Ii]nspectorates?|[Ii]nspectors|[Rr]egulator|[Cc]oroner|[Pp]anel|[Cc]ommittee|[Oo]mbudsman|Authority"
    r"|Home Secretary|Secretary of State|Chief Inspector|secretariat|clerk)|\S+@\S+)"
)
_PAPER = (
    r"(?:action plan|improvement plan|recovery plan|plan of action|plan|response|reply|answer"
    r"|report|update|account|(?:written )?statement(?: of (?:proposed )?action)?|proposals?"
    r"|explanation|assessment|breakdown|figures|details|copy|copies|names|dates|timetable"
    r"|confirmation|list|evidence|comments)"
)
_A_PAPER = rf"(?:an?|the|your|its|their|any) (?:[\w-]+ ){{0,3}}?{_PAPER}\b"
_MORE = r"[^.;?]{0,240}"
_SEND = (
    r"(?:send|submit|supply|provide|forward|let (?:us|me) have|give (?:us|me)"
    r"|write to (?:us|me)|tell (?:us|me)|report (?:back )?to (?:us|me)|return|share|confirm)\b"
    rf"{_MORE}"
)
_ANSWER = rf"(?:respond|reply|answer|write back)\b{_MORE}"
_GIVE = (
    rf"(?:(?:{_ANSWER})|(?:send|submit|supply|provide|forward|return|give|let|e-?mail|report"
    rf"|write|tell)"
    rf"\b(?=[^.;]{{0,90}}\b{_TO_US}){_MORE}"
    rf"|prepare (?:{_A_PAPER})(?=[^.;]{{0,120}}\b{_TO_US}){_MORE}"
    # a plan of action that is wanted within some weeks, whoever wants it
    r"|(?:prepare and send|send|submit|provide)(?: to us)? (?:an?|its|your|their) (?:written )?"
    rf"(?:action plan|statement of (?:proposed )?action)\b(?=[^.;]{{0,40}} (?:within|by) ){_MORE}"
    # a report, a form or a return that is handed in
    rf"|(?:send in|hand in|submit|return) (?:{_A_PAPER})(?=[^.;]{{0,60}} by \d){_MORE})"
)
_YOU = (
    r"(?:you|your [a-z]+|(?:the|this) (?:force|service|trust|council|authority|provider|prison"
    r"|school|constabulary|board|governor|chief constable))"
)
_ANY = (
    rf"(?!find\b){WORK}{_MORE}"  # with a day, whatever a letter asks of its reader is to be done
)
# In a letter any of these is asked of its reader.
_ASKS = (
    re.compile(
        r"\b(?:expect|ask|asking|require|need|want|would like|invite|request)s? (?:that )?"
        rf"{_YOU}(?: now| also)?(?: to)? (?P<do>{_SEND}|{_ANSWER})",
        re.IGNORECASE,
    ),
    # what "we" ask of a body is mostly a recommendation
    re.compile(
        r"\bI(?: would|[’']d)?(?: also| now| therefore)* (?:expect|ask|require|need|want"
        r"|would like)"
        rf" (?:that )?{_YOU}(?: now| also)?(?: to)? (?P<do>{_ANY})"
    ),
    re.compile(rf"\b[Pp]lease(?: would you| could you)? (?P<do>{_SEND}|{_ANSWER}|{_ANY})"),
    re.compile(
        r"\b(?:[Cc]ould|[Ww]ould|[Ww]ill) you(?: please| kindly| be (?:good|kind) enough to)?"
        rf" (?P<do>{_SEND}|{_ANSWER}|{_ANY})"
    ),
    re.compile(
        r"\b(?:grateful|obliged) if (?:you|your [a-z]+) (?:would|could) (?:kindly |please )?"
        rf"(?P<do>{_SEND}|{_ANSWER}|{_ANY})"
    ),
    re.compile(
        r"\b[Yy]ou (?:should(?: also| now)?|must|need to"
        rf"|needs to|(?:is|are) (?:now )?(?:required|asked|expected) to) (?P<do>{_SEND})"
    ),
    re.compile(
        r"\b(?:[Ww]e|I)(?:[’']d)? (?:would |should |shall |will |now |also )*(?:be (?:grateful"
        r"|glad"
        r"|pleased) (?:for|to (?:receive|have|see))|appreciate"
        r"|welcome|need|want|expect|require|look forward to(?: receiving)?|await|ask for)"
        rf"(?: to (?:receive|have|see))? (?P<do>{_A_PAPER}{_MORE})"
    ),
)
_SEVERAL = (
    r"(?:(?:[Tt]he|[Aa]ll|[Ee]ach|[Ee]very|[Bb]oth) )?[A-Za-z]+ (?:holder|recipient|applicant"
    r"|constable|officer|chief|leader|partner|provider|executive|member)s?"
)
# What an inspector, a regulator or a coroner calls for, in a letter or in a report.
_DEMANDS = (
    re.compile(
        rf"\b(?:(?P<who>{SUBJECT}|{_SEVERAL}|[Yy]ou) (?:should|must|needs? to"
        r"|(?:is|are) (?:now |also )?(?:required|asked|expected|obliged"
        r"|under an? (?:duty|obligation)) to"
        rf"|ha(?:s|ve) (?:a duty )?to)) (?P<do>{_GIVE})"
    ),
    re.compile(
        # "We asked for a plan by May, and you sent it" tells a story
        rf"\b(?:[Ww]e|I|{_TO_US}) (?:(?:have|has) (?:now |also |therefore )?(?:asked|told|required"
        r"|instructed|directed|ordered|requested|called on)|(?:now |also |therefore )?(?:asks?"
        r"|requires?|expects?|requests?|tells?|instructs?|directs?))"
        rf" (?P<who>{SUBJECT}|you) (?:for (?P<do>{_A_PAPER}{_MORE})|to (?P<send>(?:send|provide"
        r"|produce|prepare|submit|supply|give|draw up|return|share|agree|publish)"
        rf"(?: {_TO_US})?(?: with)? {_A_PAPER}{_MORE}))"
    ),
    re.compile(
        rf"\b(?:[Ww]e|I) (?:now |also |therefore )?(?:require|expect|await|request|call for)"
        rf" (?P<do>{_A_PAPER}{_MORE})"
    ),
)
_NOT = re.compile(
    r"\b(?:not|never|if you (?!would|could)|unless|whether (?!(?:you|they|it) accepts?\b))\b"
)
_REPORTS = ("inspection-report", "inspection-letter")
_NEVER = ("news", "press-release", "action-log", "agenda")
_LONGEST = 600  # characters of a sentence


def records(material: Material) -> Iterator[Record]:
    """One action for each sentence that asks for something by a day."""
    if material.profile.type in _NEVER:
        return
    letter = _LETTER.search(material.text[:3000]) is not None
    if not letter and material.profile.type not in _REPORTS and not _DUTY.search(material.text):
        return
    owner = addressee(material) if letter else None
    forms = (*_DEMANDS, *_ASKS) if letter else _DEMANDS
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        if passage.kind in ("row", "heading") or len(words) > _LONGEST:
            continue
        due = deadline(material.text, passage.start, passage.end)
        told = due is not None and (due.due is not None or due.basis == "within")
        if not (told or (letter and by_when(words))) or _NOT.search(words):
            continue
        match = next((one for form in forms if (one := form.search(words))), None)
        if match is not None and (due is None or due.start < passage.start + _asked(match)[1]):
            for at in _apart(match):
                called = called_at(material, passage)
                yield _action(material, passage, at, called or _whom(match, owner))


# A report to prevent deaths, a notice: whoever is to answer is named above it and not greeted.
_DUTY = worded(
    "espond|send |hand in|submit|return| us",
    r"\bunder a duty to respond\b|\b[Yy]ou must respond\b"
    r"|\b(?:[Ii]t|[Tt]he (?:force|service|council|trust|authority|prison|provider)) (?:must|has to"
    r"|is required to) respond\b|\bmust (?:send in|hand in|submit|return)\b[^.;]{3,60} by \d"
    r"|\b(?:must|should) (?:tell|send|write to|report to|let) us\b[^.;]{0,60} (?:within|by) "
    rf"|\bsend (?:it|this|them) to {_TO_US}\b",
)


def _whom(match: re.Match[str], reader: str | None) -> str | None:
    """Who is named, else the reader of the letter."""
    who = (match.groupdict().get("who") or "").strip()
    if not who or re.match(r"(?:you|your|it|they|he|she|this)\b", who, re.IGNORECASE):
        return reader
    return reader if reader and who[:1].islower() else who


def _asked(match: re.Match[str]) -> tuple[int, int]:
    """Where what is asked for stands: its verb with it, or what is asked "for"."""
    whole = match.span("do")
    return whole if whole[0] >= 0 else match.span("send")


def _apart(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The things that one sentence asks for: "let me have the list, by 4 May, and book a hall"."""
    begin, end = _asked(match)
    at, words = begin, match.string
    for joint in _JOINT.finditer(words, begin, end):
        before = words[at : joint.start()]
        dated = by_when(words[begin : joint.start()])
        if len(before) < _LEAST or not (dated or _AND.match(joint.group())):
            continue
        yield at, joint.start()
        at = joint.end()
    yield at, end


_AND = re.compile(r", and ")
_JOINT = re.compile(
    r"(?:,|,? and) (?:and )?(?:also |then |please |to )*"
    r"(?!(?:send|submit|return|publish|share|give) (?:it|them)\b)"
    rf"(?=(?:let (?:me|us)|{DO})\b)"
)
_LEAST = 8  # characters of a thing that is asked for


def _action(
    material: Material, passage: Passage, at: tuple[int, int], owner: str | None
) -> Record:
    span = passage.start + at[0], passage.start + at[1]
    return action(material, passage, span, "action.letter", owner=owner, ref=None, weight=92)
