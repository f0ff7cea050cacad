"""Which types stand in which projection, and its columns beside those of every version."""

from collections.abc import Mapping

from answerable.vocabulary import facts
from answerable.vocabulary.fact_base import Fact

COMMON = (
    *("entry_id", "seq", "institution", "stream", "type"),
    *("valid_from", "valid_to", "recorded_from", "recorded_to", "said", "quote"),
)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "finding": ("kind", "number", "owner", "addressee", "theme", "text", "due", "parent"),
    "grade": ("question", "value", "value_words", "scale", "cycle", "standing"),
    "plan": ("title", "owner", "version", "answers"),
    "action": ("text", "owner", "due", "plan", "answers", "reason", "authoriser"),
    "meeting": ("body", "title", "sort", "date", "place", "chair"),
    "question": ("meeting", "item", "to", "by_office", "text"),
    "response": ("response", "text", "law"),
    "claim": ("by_office", "n", "unit", "scope", "period", "result", "grounds"),
    "money": (
        *("line", "amount", "currency", "period", "state"),
        *("payer", "recipient", "purpose", "about"),
    ),
    "holding": ("office", "person", "holding"),
    "closing": ("ground", "text", "evidence", "reason"),
    "verdict": ("measure", "verdict", "effect", "low", "high", "detectable"),
    "searchable": ("id", "kind", "text", "doc", "words"),
}

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "finding": ("text", "theme", "number"),
    "action": ("text", "owner", "reason"),
    "meeting": ("title", "chair"),
    "question": ("text", "to", "by_office"),
    "grade": ("question", "value_words", "value"),
    "plan": ("title",),
    "response": ("text",),
    "claim": ("scope", "unit", "grounds"),
    "money": ("purpose", "line", "amount", "payer", "recipient"),
    "holding": ("person", "office"),
    "closing": ("text", "reason"),
    "document": ("title",),
}
"""Kind of what is found -> the values whose words count; the quote always does."""

TABLE_OF: Mapping[type[Fact], str] = {
    facts.FindingPublished: "finding",
    facts.GradeGiven: "grade",
    facts.PlanAdopted: "plan",
    facts.ActionPromised: "action",
    facts.DueDateMoved: "action",
    facts.MeetingHeld: "meeting",
    facts.QuestionAsked: "question",
    facts.AnswerGiven: "question",
    facts.ResponseGiven: "response",
    facts.ClaimMade: "claim",
    facts.ClaimChecked: "claim",
    facts.ClaimConfirmed: "claim",
    facts.MoneyStated: "money",
    facts.HoldingBegan: "holding",
    facts.HoldingEnded: "holding",
    facts.ClosureClaimed: "closing",
    facts.ClosureAccepted: "closing",
    facts.ClosureVerified: "closing",
    facts.ClosureStated: "closing",
    facts.Reopened: "closing",
    facts.VerdictGiven: "verdict",
}
