"""Tables. The store reads and writes them by SQL; these classes are their one description."""

from answerable.store.models.ledger import (
    Checkpoint,
    Command,
    Cosignature,
    Head,
    LedgerEntry,
    Node,
    Payload,
)
from answerable.store.models.people import (
    AccessToken,
    Invitation,
    Login,
    PanelLink,
    PanelLinkUse,
)
from answerable.store.models.projected import (
    ActionRow,
    ClaimRow,
    ClosingRow,
    FindingRow,
    GradeRow,
    HoldingRow,
    MeetingRow,
    MoneyRow,
    PlanRow,
    QuestionRow,
    ResponseRow,
    VerdictRow,
)
from answerable.store.models.work import Candidate, Draft, ReadingLogged, Subscription

__all__ = [
    "AccessToken",
    "ActionRow",
    "Candidate",
    "Checkpoint",
    "ClaimRow",
    "ClosingRow",
    "Command",
    "Cosignature",
    "Draft",
    "FindingRow",
    "GradeRow",
    "Head",
    "HoldingRow",
    "Invitation",
    "LedgerEntry",
    "Login",
    "MeetingRow",
    "MoneyRow",
    "Node",
    "PanelLink",
    "PanelLinkUse",
    "Payload",
    "PlanRow",
    "QuestionRow",
    "ReadingLogged",
    "ResponseRow",
    "Subscription",
    "VerdictRow",
]
