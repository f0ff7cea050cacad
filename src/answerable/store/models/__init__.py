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
from answerable.store.models.people import Login
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
from answerable.store.models.work import Candidate

__all__ = [
    "ActionRow",
    "Candidate",
    "Checkpoint",
    "ClaimRow",
    "ClosingRow",
    "Command",
    "Cosignature",
    "FindingRow",
    "GradeRow",
    "Head",
    "HoldingRow",
    "LedgerEntry",
    "Login",
    "MeetingRow",
    "MoneyRow",
    "Node",
    "Payload",
    "PlanRow",
    "QuestionRow",
    "ResponseRow",
    "VerdictRow",
]
