"""A fact in a few words, and the page of the site that shows it."""

import re
from datetime import date

from answerable.operations import catalogue
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    DocumentFiled,
    FindingPublished,
    GradeGiven,
    MeetingHeld,
)
from answerable.vocabulary.times import in_words

_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_TYPES = {
    "DocumentFiled": "Document kept",
    "DocumentAnchored": "Found in the original",
    "InspectionRecorded": "Inspection",
    "FindingPublished": "Finding",
    "FindingLinked": "Link between findings",
    "GradeGiven": "Grade",
    "PlanAdopted": "Plan",
    "ActionPromised": "Promise",
    "ActionUpdated": "Update",
    "DueDateMoved": "Due date moved",
    "ActionReassigned": "New owner",
    "MilestoneSet": "Milestone",
    "DependencyStated": "Waits for another",
    "DependencyEnded": "Waits for another no more",
    "ResourceNamed": "What it may use",
    "PlanJudged": "Judgement of the plan",
    "Merged": "Followed under another",
    "Split": "Followed as parts",
    "Transferred": "Passed on",
    "DispositionChanged": "What became of it",
    "ObjectiveSet": "Objective",
    "ObjectiveLinked": "Linked to an objective",
    "ResponseStepTaken": "Step of the reply",
    "EvidenceOffered": "Evidence offered",
    "EvidenceChecked": "Evidence looked at",
    "RungReached": "Step up",
    "Relapsed": "Step back",
    "MeetingHeld": "Session",
    "MeetingPlanned": "Session planned",
    "MeetingChanged": "Session moved or cancelled",
    "PaperRequired": "Paper asked for",
    "PaperReceived": "Paper received",
    "ApologiesGiven": "Apologies",
    "QuestionEnded": "Question ended",
    "PublicQuestionReceived": "Question from the public",
    "MinutesSigned": "Minutes signed",
    "MinutesApproved": "Minutes approved",
    "ItemTaken": "Item of a session",
    "QuestionAsked": "Question",
    "AnswerGiven": "Answer",
    "AssuranceJudged": "Assurance judged",
    "ClaimMade": "Claim",
    "ClaimChecked": "Statement set against the record",
    "ClaimConfirmed": "Check confirmed by a second person",
    "ClaimNotified": "Notice of a check",
    "ClaimPublished": "Check published",
    "ReplyGiven": "Reply",
    "MoneyStated": "Money",
    "OfficeDefined": "Office",
    "BodyNamed": "Body",
    "HoldingBegan": "Took office",
    "HoldingEnded": "Left office",
    "ObservationsLoaded": "Figures loaded",
    "ProtocolFixed": "Terms of a test fixed",
    "VerdictGiven": "Verdict",
    "LimitsRebased": "Limits set anew",
    "FamilyFixed": "Measures judged together",
    "JointFamilyFixed": "Measures of several bodies judged together",
    "Corrected": "Correction",
    "Withdrawn": "Withdrawal",
    "Erased": "Erasure",
    "Reclassified": "Marked anew",
}
_FINDING_PARTS = frozenset({"cause-of-concern", "recommendation", "area-for-improvement"})
_SESSION_PARTS, _MEASURE_PARTS = 3, 3
SHORT = 90


def kind_words(type_name: str) -> str:
    """`GradeGiven` -> “Grade”; a type without words of its own is its name, taken apart."""
    return _TYPES.get(type_name) or _INNER_CAPITAL.sub(" ", type_name).capitalize()


def field_words(name: str) -> str:
    """`by_office` -> “by office”."""
    return name.replace("_", " ").strip()


def value_words(value: object) -> str:
    """A value of a field, as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(value_words(item) for item in value) or "none"
    return str(value)


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
            words = f"{fact.value} for {fact.question}, {day}"
        case DocumentFiled():
            words = fact.title or ""
        case MeetingHeld():
            date = f", {in_words(fact.date)}" if fact.date else ""
            words = f"{fact.title or 'session'}{date}"
        case FindingPublished():
            kind = (fact.kind or "finding").replace("-", " ").capitalize()
            number = f" {fact.number}" if fact.number else ""
            return short(f"{kind}{number}: {fact.text or 'words not in our sources'}")
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


def cannot_show(words: str) -> str:
    """“It cannot show: harm, …”, of a measure's own words; those of an invented one say it."""
    if words.startswith("Invented"):
        return words
    return f"It cannot show: {words[:1].lower()}{words[1:]}"


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
        return f"/sessions/{parts[1]}/{parts[2]}/"
    if parts[0] == "claim":
        return f"/claims/{fact.stream}/"
    if parts[0] == "measure" and len(parts) >= _MEASURE_PARTS:
        return f"/measures/{parts[1]}/{parts[2]}/"
    if isinstance(fact, DocumentFiled) and fact.doc:
        return f"/documents/{fact.doc}/"
    return f"/history/entry/{seq}/"


def agenda_path(institution: str, *, on: date) -> str:
    """The proposed agenda of whoever holds an institution to account; else under its own name."""
    return f"/sessions/{catalogue.oversight_of(institution, on=on) or institution}/next/"
