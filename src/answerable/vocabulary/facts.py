"""Every type of fact, one frozen dataclass each, with its frozen field set.

A released set never changes: a new field makes a new set (`SET = 2`), and the golden file
`tests/vectors/facts.golden` holds every released line. Dates are ISO text with the precision
their source has; amounts are decimal strings in pounds. Below chief officer a field holds an
office, not a name. An attribute that would be a word of Python (`for_`) is the field without
its last underscore.
"""

from dataclasses import dataclass
from types import MappingProxyType

from answerable.vocabulary.fact_base import Fact, Value

Words = tuple[str, ...] | None


# --- documents ---


@dataclass(frozen=True, kw_only=True)
class DocumentFiled(Fact):
    """A file is kept: what it is, who published it, what it is about."""

    title: str | None = None
    type: str | None = None
    publisher: str | None = None
    about: str | None = None
    published: str | None = None
    media_type: str | None = None
    standing: str | None = None


@dataclass(frozen=True, kw_only=True)
class DocumentAnchored(Fact):
    """A fact recorded from a summary is found in the downloaded original."""

    original: str | None = None
    start: int | None = None
    end: int | None = None


# --- findings ---


@dataclass(frozen=True, kw_only=True)
class InspectionRecorded(Fact):
    """Inspectors visited an institution."""

    inspectorate: str | None = None
    programme: str | None = None
    visit: str | None = None
    fieldwork: str | None = None


@dataclass(frozen=True, kw_only=True)
class StageReached(Fact):
    """A stage before publication is reached; restricted until release."""

    stage: str | None = None


@dataclass(frozen=True, kw_only=True)
class FindingPublished(Fact):
    """A cause of concern, recommendation, area for improvement or practice is out."""

    kind: str | None = None
    number: str | None = None
    owner: str | None = None
    addressee: str | None = None
    theme: str | None = None
    text: str | None = None
    due: str | None = None
    due_basis: str | None = None
    parent: str | None = None
    origin: str | None = None
    objectives: Words = None


@dataclass(frozen=True, kw_only=True)
class FindingLinked(Fact):
    """A person links two findings: asked before, same as, superseded by."""

    kind: str | None = None
    other: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class DispositionChanged(Fact):
    """What became of it: open, partly met, superseded, discharged."""

    disposition: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResponseGiven(Fact):
    """A recommendation is answered: accepted, partly, rejected."""

    response: str | None = None
    text: str | None = None
    law: str | None = None


# --- grades ---


@dataclass(frozen=True, kw_only=True)
class GradeGiven(Fact):
    """A grade on a versioned scale; “not graded” is a value."""

    question: str | None = None
    value: str | None = None
    value_words: str | None = None
    scale: str | None = None
    cycle: str | None = None
    standing: str | None = None


# --- plans and actions ---


@dataclass(frozen=True, kw_only=True)
class PlanAdopted(Fact):
    """A plan, and the findings a source says it answers."""

    title: str | None = None
    owner: str | None = None
    version: str | None = None
    answers: Words = None


@dataclass(frozen=True, kw_only=True)
class ActionPromised(Fact):
    """Somebody said that it will be done."""

    text: str | None = None
    owner: str | None = None
    due: str | None = None
    plan: str | None = None
    answers: Words = None
    measure: str | None = None


@dataclass(frozen=True, kw_only=True)
class ActionUpdated(Fact):
    """News of an action, with the owner's own rating in the owner's words."""

    text: str | None = None
    rating: str | None = None


@dataclass(frozen=True, kw_only=True)
class DueDateMoved(Fact):
    """The world changed: a later date was agreed. Never a correction."""

    due: str | None = None
    reason: str | None = None
    authoriser: str | None = None


@dataclass(frozen=True, kw_only=True)
class RungReached(Fact):
    """A step up the ladder, with what shows it."""

    rung: str | None = None
    evidence: Words = None


@dataclass(frozen=True, kw_only=True)
class Relapsed(Fact):
    """A step back: found again after a quoted closing."""

    rung: str | None = None
    reason: str | None = None


# --- meetings ---


@dataclass(frozen=True, kw_only=True)
class MeetingHeld(Fact):
    """A session took place."""

    body: str | None = None
    title: str | None = None
    sort: str | None = None
    date: str | None = None
    place: str | None = None
    chair: str | None = None
    present: Words = None


@dataclass(frozen=True, kw_only=True)
class ItemTaken(Fact):
    """An item was taken in a session."""

    meeting: str | None = None
    number: str | None = None
    title: str | None = None
    purpose: str | None = None
    about: Words = None


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Fact):
    """What was asked."""

    meeting: str | None = None
    item: str | None = None
    to: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class AnswerGiven(Fact):
    """What was answered, by an office."""

    by_office: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class AssuranceJudged(Fact):
    """The oversight body's judgement: assured, partly, not-assured."""

    meeting: str | None = None
    item: str | None = None
    about: str | None = None
    level: str | None = None
    reason: str | None = None


# --- claims ---


@dataclass(frozen=True, kw_only=True)
class ClaimMade(Fact):
    """A statement of fact about the past, with its scope."""

    by_office: str | None = None
    n: int | None = None
    unit: str | None = None
    scope: str | None = None
    period: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimChecked(Fact):
    """A statement set against the record: agrees, differs, part, silent, unsettleable."""

    result: str | None = None
    grounds: str | None = None
    known: int | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimConfirmed(Fact):
    """A second person confirms a check before it is public."""

    result: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReplyGiven(Fact):
    """The reply of the body a line is about; it stands beside the line."""

    by_office: str | None = None
    text: str | None = None


# --- money ---


@dataclass(frozen=True, kw_only=True)
class MoneyStated(Fact):
    """One amount in one state on one date by one source."""

    line: str | None = None
    amount: str | None = None
    currency: str | None = None
    period: str | None = None
    state: str | None = None
    payer: str | None = None
    recipient: str | None = None
    purpose: str | None = None
    about: Words = None


# --- offices ---


@dataclass(frozen=True, kw_only=True)
class OfficeDefined(Fact):
    """A post in a body."""

    title: str | None = None
    body: str | None = None
    level: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldingBegan(Fact):
    """A person takes a post: substantive, temporary, acting."""

    office: str | None = None
    person: str | None = None
    holding: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldingEnded(Fact):
    """A person leaves a post."""

    office: str | None = None
    person: str | None = None


# --- evidence ---


@dataclass(frozen=True, kw_only=True)
class EvidenceOffered(Fact):
    """Files that are said to show something."""

    for_: str | None = None
    digests: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ObservationsLoaded(Fact):
    """Numbers of a measure were loaded, byte for byte."""

    measure: str | None = None
    digest: str | None = None
    rows: int | None = None
    rejects: int | None = None
    release: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProtocolFixed(Fact):
    """What is fixed before the data are seen."""

    protocol_sha256: str | None = None
    measure: str | None = None
    direction: str | None = None
    action_date: str | None = None
    wash_out: int | None = None
    selection: Words = None
    minimum_change: str | None = None
    peers: Words = None
    alpha: str | None = None
    looks: tuple[int, ...] | None = None
    method: str | None = None


@dataclass(frozen=True, kw_only=True)
class VerdictGiven(Fact):
    """Improved, no detectable change, worsened, cannot be measured."""

    measure: str | None = None
    verdict: str | None = None
    effect: str | None = None
    low: str | None = None
    high: str | None = None
    detectable: str | None = None
    engine: str | None = None


# --- closing ---


@dataclass(frozen=True, kw_only=True)
class ClosureClaimed(Fact):
    """The institution says that it is done with a finding."""

    evidence: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureAccepted(Fact):
    """The oversight body accepts that claim; never a condition of a closing."""

    evidence: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureVerified(Fact):
    """The finding's owner closes it with its own key."""

    evidence: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureStated(Fact):
    """The finding's owner is recorded as having closed it, on a ground."""

    ground: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reopened(Fact):
    """A closed finding is open again."""

    reason: str | None = None


# --- the record ---


@dataclass(frozen=True, kw_only=True)
class Corrected(Fact):
    """We wrote it down wrongly; `ref` is the entry, `value` the right one."""

    field: str | None = None
    value: Value = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Fact):
    """An entry that should not have been made; `ref` is that entry."""

    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class MistakeReported(Fact):
    """A reader says that a line is wrong."""

    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Erased(Fact):
    """Values were removed by law; the proofs stay."""

    fields: Words = None
    basis: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reclassified(Fact):
    """Fields of `ref` are marked anew, with the ground and a review date."""

    fields: Words = None
    class_: str | None = None
    ground: str | None = None
    review: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldOpened(Fact):
    """A legal hold: nothing it covers may be erased."""

    kind: str | None = None
    scope: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldReleased(Fact):
    """The hold ends."""

    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyEnrolled(Fact):
    """A key of a person in an office is known."""

    vkey: str | None = None
    body: str | None = None
    office: str | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyRotated(Fact):
    """A new key, signed with the old one."""

    vkey: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyRevoked(Fact):
    """A key is not to be trusted from a moment on."""

    from_: str | None = None
    reason: str | None = None


_TYPES: tuple[type[Fact], ...] = (
    DocumentFiled,
    DocumentAnchored,
    InspectionRecorded,
    StageReached,
    FindingPublished,
    FindingLinked,
    DispositionChanged,
    ResponseGiven,
    GradeGiven,
    PlanAdopted,
    ActionPromised,
    ActionUpdated,
    DueDateMoved,
    RungReached,
    Relapsed,
    MeetingHeld,
    ItemTaken,
    QuestionAsked,
    AnswerGiven,
    AssuranceJudged,
    ClaimMade,
    ClaimChecked,
    ClaimConfirmed,
    ReplyGiven,
    MoneyStated,
    OfficeDefined,
    HoldingBegan,
    HoldingEnded,
    EvidenceOffered,
    ObservationsLoaded,
    ProtocolFixed,
    VerdictGiven,
    ClosureClaimed,
    ClosureAccepted,
    ClosureVerified,
    ClosureStated,
    Reopened,
    Corrected,
    Withdrawn,
    MistakeReported,
    Erased,
    Reclassified,
    HoldOpened,
    HoldReleased,
    KeyEnrolled,
    KeyRotated,
    KeyRevoked,
)

TYPES = MappingProxyType({(cls.__name__, cls.SET): cls for cls in _TYPES})
"""(type, set) -> the dataclass that reads it."""
