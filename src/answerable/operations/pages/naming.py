"""A fact in a few words, and the page of the site that shows it."""

import re
from collections.abc import Mapping
from datetime import date

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.scrutiny.cases.case_sessions import grouped
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    DocumentFiled,
    FindingPublished,
    GradeGiven,
    MeetingHeld,
    Reclassified,
    Relapsed,
    RungReached,
)
from answerable.vocabulary.ladder import ANSWER_WORDS
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_TYPES = {
    "DocumentFiled": marked("Document kept"),
    "DocumentAnchored": marked("Found in the original"),
    "InspectionRecorded": marked("Inspection"),
    "FindingPublished": marked("Finding"),
    "FindingLinked": marked("Link between findings"),
    "GradeGiven": marked("Grade"),
    "PlanAdopted": marked("Plan"),
    "ActionPromised": marked("Promise"),
    "ActionUpdated": marked("Update"),
    "DueDateMoved": marked("Due date moved"),
    "ActionReassigned": marked("New owner"),
    "MilestoneSet": marked("Milestone"),
    "DependencyStated": marked("Waits for another"),
    "DependencyEnded": marked("Waits for another no more"),
    "ResourceNamed": marked("What it may use"),
    "PlanJudged": marked("Judgement of the plan"),
    "Merged": marked("Followed under another"),
    "Split": marked("Followed as parts"),
    "Transferred": marked("Passed on"),
    "DispositionChanged": marked("What became of it"),
    "ObjectiveSet": marked("Objective"),
    "ObjectiveLinked": marked("Linked to an objective"),
    "ResponseStepTaken": marked("Step of the reply"),
    "EvidenceOffered": marked("Evidence offered"),
    "EvidenceChecked": marked("Evidence looked at"),
    "RungReached": marked("Step up"),
    "Relapsed": marked("Step back"),
    "MeetingHeld": marked("Session"),
    "MeetingPlanned": marked("Session planned"),
    "MeetingChanged": marked("Session moved or cancelled"),
    "PaperRequired": marked("Paper asked for"),
    "PaperReceived": marked("Paper received"),
    "ApologiesGiven": marked("Apologies"),
    "QuestionEnded": marked("Question ended"),
    "PublicQuestionReceived": marked("Question from the public"),
    "MinutesSigned": marked("Minutes signed"),
    "MinutesApproved": marked("Minutes approved"),
    "ItemTaken": marked("Item of a session"),
    "QuestionAsked": marked("Question"),
    "AnswerGiven": marked("Answer"),
    "AssuranceJudged": marked("Assurance judged"),
    "ClaimMade": marked("Claim"),
    "ClaimChecked": marked("Statement set against the record"),
    "ClaimConfirmed": marked("Check confirmed by a second person"),
    "ClaimNotified": marked("Notice of a check"),
    "ClaimPublished": marked("Check published"),
    "ReplyGiven": marked("Reply"),
    "MoneyStated": marked("Money"),
    "OfficeDefined": marked("Office"),
    "BodyNamed": marked("Body"),
    "HoldingBegan": marked("In office"),
    "HoldingEnded": marked("Left office"),
    "ObservationsLoaded": marked("Figures loaded"),
    "ProtocolFixed": marked("Terms of a test fixed"),
    "VerdictGiven": marked("Verdict"),
    "LimitsRebased": marked("Limits set anew"),
    "FamilyFixed": marked("Measures judged together"),
    "JointFamilyFixed": marked("Measures of several bodies judged together"),
    "Corrected": marked("Correction"),
    "Withdrawn": marked("Withdrawal"),
    "Erased": marked("Erasure"),
    "Reclassified": marked("Marked anew"),
}
_RUNGS = {
    "promised": marked("promised"),
    "delivered": marked("delivered"),
    "verified": marked("verified"),
    "worked": marked("worked"),
    "sustained": marked("sustained"),
}
_CODES: Mapping[str, Mapping[str, str]] = {"response": ANSWER_WORDS, "level": LEVELS}
_FINDING_PARTS = frozenset({"cause-of-concern", "recommendation", "area-for-improvement"})
_SESSION_PARTS, _MEASURE_PARTS = 3, 3
SHORT = 90


def kind_words(type_name: str) -> str:
    """`GradeGiven` -> “Grade”; a type without words of its own is its name, taken apart."""
    return _TYPES.get(type_name) or _INNER_CAPITAL.sub(" ", type_name).capitalize()


def rung_words(rung: str) -> str:
    """A step of the ladder, as a list of what happened names it."""
    return _RUNGS.get(rung, rung)


def numbered_kind(part: str) -> str:
    """“Recommendation”, of the part of a reference that stands before a number; else nothing."""
    return part.replace("-", " ").capitalize() if part in _FINDING_PARTS else ""


def field_words(name: str) -> str:
    """`by_office` -> “by office”; a date that is due is called one."""
    return "due date" if name == "due" else name.replace("_", " ").strip()


def value_words(value: object) -> str:
    """A value of a field, as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(value_words(item) for item in value) or "none"
    return str(value)


def field_value(name: str, value: object) -> str:
    """A value as its field has it: of a code, the words that every other page has for it; of an
    amount, its thousands."""
    if name == "amount" and isinstance(value, str):
        return grouped(value)
    words = _CODES.get(name, {}).get(value_words(value))
    return say(words) if words else value_words(value)


def said_value(value: object) -> str:
    """The same inside a sentence: a whole date in words."""
    words = value_words(value)
    return in_words(words) if _DATE.fullmatch(words) else words


def body_words(body: str) -> str:
    """The name of a body, or its id where the catalogue has none."""
    known = catalogue.bodies().get(body)
    return known.name if known else body


def breakable(address: str) -> str:
    """An address that a narrow column may break after a point or a stroke."""
    return address.replace(".", ".\u200b").replace("/", "/\u200b")


def measure_words(title: str, body: str) -> str:
    """“Robbery recorded at street level: West Mercia Police”, the body once."""
    name = body_words(body)
    return title if name in title else f"{title}: {name}"


def body_marked(body: str) -> str:
    """The name of a body in a list that holds real ones too: an invented one says so."""
    known = catalogue.bodies().get(body)
    return f"{body_words(body)} (invented)" if known and known.invented else body_words(body)


def told(fact: Fact) -> str:
    """A fact in one short line: “Grade: inadequate for Effectiveness, 14 May 2024”."""
    kind = kind_words(type(fact).__name__)
    match fact:
        case GradeGiven():
            # With its day: grades of different cycles may stand side by side in a list.
            day = in_words(fact.valid.start.isoformat())
            words = (
                say(
                    "{value} for {question}, {day}",
                    value=fact.value,
                    question=fact.question,
                    day=day,
                )
                if fact.question
                else say("{value}, {day}; its question is not said", value=fact.value, day=day)
            )
        case DocumentFiled():
            words = fact.title or ""
        case MeetingHeld():
            date = f", {in_words(fact.date)}" if fact.date else ""
            words = f"{fact.title or 'session'}{date}"
        case FindingPublished():
            kind = (fact.kind or "finding").replace("-", " ").capitalize()
            number = f" {fact.number}" if fact.number else ""
            return short(f"{kind}{number}: {fact.text or say('words not in our sources')}")
        case Reclassified():
            words = fact.ground or ""
        case RungReached() | Relapsed():
            words = rung_words(fact.rung) if fact.rung else fact.quote or ""
        case _:
            named = ("text", "title", "reason", "scope", "purpose", "person", "verdict", "due")
            found = (getattr(fact, name, None) for name in named)
            words = next((str(value) for value in found if value), fact.quote or "")
            words = in_words(words) if _DATE.fullmatch(words) else words.replace("_", " ")
    return short(f"{kind}: {words}" if words else kind)


def finding_words(fact: FindingPublished) -> str:
    """“Cause of concern 1, 22 March 2018”: which finding it is, without its words."""
    kind = (fact.kind or "finding").replace("-", " ").capitalize()
    on = in_words(fact.valid.start.isoformat())
    return f"{kind} {fact.number or ''}".strip() + f", {on}"


def finding_name(register: Register, name: str) -> str:
    """“Recommendation 3, 22 March 2018”; its address where it is not on record."""
    fact = next(iter(register.of(FindingPublished, stream=name)), None)
    return finding_words(fact) if fact else name


def finding_choice(register: Register, name: str) -> str:
    """“Recommendation 3, 22 March 2018: Visit each …”; its address where it is not on record."""
    fact = next(iter(register.of(FindingPublished, stream=name)), None)
    if fact is None:
        return name
    words = short(fact.text or say("Words withheld"))
    return say("{finding}: {words}", finding=finding_words(fact), words=words)


def cannot_show(words: str) -> str:
    """“It cannot show: harm, …”, of a measure's own words; those of an invented one say it."""
    if words.startswith("Invented"):
        return words
    return say("It cannot show: {words}{words2}", words=words[:1].lower(), words2=words[1:])


def stop(words: str) -> str:
    """The words with one mark at their end."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def short(words: str) -> str:
    """Words cut at a word's end, with an ellipsis where something was left out."""
    if len(words) <= SHORT:
        return words
    return words[:SHORT].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def path_of(fact: Fact, *, seq: int) -> str:
    """The page that shows a fact: finding, action, session or measure; else its entry."""
    parts = fact.stream.split("/")
    if parts[0] == "action" or any(part in _FINDING_PARTS for part in parts):
        return f"/findings/{fact.stream}/"
    if parts[0] == "session" and len(parts) >= _SESSION_PARTS:
        return session_path(fact.stream)
    if parts[0] == "claim":
        return f"/claims/{fact.stream}/"
    if parts[0] == "measure" and len(parts) >= _MEASURE_PARTS:
        return f"/measures/{parts[1]}/{parts[2]}/"
    if isinstance(fact, DocumentFiled) and fact.doc:
        return f"/documents/{fact.doc}/"
    return f"/history/entry/{seq}/"


def session_path(reference: str) -> str:
    """The page of a session, `session/<body>/<day>`; the day is that for which it was first
    planned, and another than that on which it was held where it was moved.
    """
    _, body, day = reference.split("/")[:_SESSION_PARTS]
    return f"/sessions/{body}/{day}/"


def agenda_path(institution: str, *, on: date) -> str:
    """The proposed agenda of whoever holds an institution to account; else under its own name."""
    return f"/sessions/{catalogue.oversight_of(institution, on=on) or institution}/next/"
