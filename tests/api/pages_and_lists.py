"""What each kind of public page shows, and in which lists of the interface a program finds it."""

from collections.abc import Mapping
from typing import Final

_ITEM = (
    *("findings", "actions", "steps", "news", "evidence", "links", "milestones", "resources"),
    *("responses", "partners", "deadlines", "changes", "entries", "details"),
)
_SESSION = ("sessions", "items", "questions", "answers", "assurance", "papers", "minutes")

SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "home": ("cases", "bodies", "entries", "changes"),
    "start": ("bodies", "cases", "reports"),
    "bodies": ("bodies",),
    "body": ("bodies", "cases", "grades", "findings", "actions", "forward-plan", "offices"),
    "body-measures": ("measures", "figures", "verdicts"),
    "case": ("cases", "inspections", "grades", "claims", "money", *_ITEM),
    "asked": ("findings", "responses", "links"),
    "findings": ("findings",),
    "finding": _ITEM,
    "compare-body": ("findings", "actions", "changes", "entries"),
    "forward-plan": ("forward-plan", "sessions", "papers"),
    "agenda": ("forward-plan", "findings", "actions", "questions", "escalation"),
    "session": _SESSION,
    "session-paper": ("papers",),
    "questions": ("questions",),
    "reports": ("reports",),
    "report-of": ("reports", "inspections", "grades", "findings"),
    "measures": ("measures",),
    "measure-bodies": ("figures", "measures"),
    "measure": ("figures", "measures", "verdicts", "terms", "limits", "families"),
    "explore": ("figures",),
    "money": ("money", "services", "outputs"),
    "money-line": ("money", "services", "outputs"),
    "people": ("offices", "holdings"),
    "handovers": ("offices", "holdings"),
    "handover": ("findings", "actions", "deadlines", "responses", "verdicts", "claims"),
    "partners": ("partners", "agreements", "news"),
    "escalation": ("escalation", "ladders"),
    "succession": ("oversight", "clocks"),
    "forms": ("details",),
    "form": ("details",),
    "claims": ("claims",),
    "claim": ("claims", "entries"),
    "search": ("search",),
    "asked-before": ("links", "findings"),
    "history": ("entries",),
    "entry": ("entries",),
    "entries-block": ("entries",),
    "item": ("entries",),
    "plans": ("plans", "actions", "findings"),
    "plan-test": ("plans", "actions", "judgements"),
    "objectives": ("objectives", "links"),
    "clock": ("replies-due", "response-steps", "responses", "clocks"),
    "stages": ("stages",),
    "corrections": ("changes",),
    "conflicts": ("conflicts",),
    "sources": ("documents",),
    "review": ("readings",),
}
"""Route of tests/browser/page_types.py -> lists."""

_FORM = "a form: what it records is an operation under commands/, and a row afterwards"
_OFFICE = "a reader is refused, or finds nothing: it is of an office's own work"
_WORDS = "words about this site or its method, and no facts of the record"

NO_LIST: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("body-family", "finding-new", "findings-import", "plan-sessions", "change-session"),
            *("standing-items", "ask-paper", "measure-verdict", "measure-terms", "measure-limits"),
            *("money-state", "make-agreement", "claim-new", "claim-reply", "move", "import"),
            *("reassign-all", "response-step", "record-stage", "figures", "report", "reply"),
            *("correct-line", "withdraw-line", "check-text", "read", "search-mail", "week-mail"),
            "week-calendar-address",
        ),
        _FORM,
    ),
    **dict.fromkeys(("week", "reports-received", "account_login", "set-up"), _OFFICE),
    **dict.fromkeys(
        (
            *("method", "data", "packs", "roles", "verify", "help", "guide", "about"),
            *("components", "privacy", "retention", "accessibility"),
        ),
        _WORDS,
    ),
}
"""Route -> why no list shows what it shows."""
