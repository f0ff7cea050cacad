"""Facts about sessions: planned, held, asked, answered, signed."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Words


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


@dataclass(frozen=True, kw_only=True)
class MeetingPlanned(Fact):
    """A session stands in the forward plan."""

    body: str | None = None
    series: str | None = None
    title: str | None = None
    sort: str | None = None
    date: str | None = None
    time: str | None = None
    place: str | None = None
    theme: str | None = None
    papers_due: str | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingChanged(Fact):
    """A planned session was postponed or cancelled, or was not quorate."""

    state: str | None = None
    date: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class PaperRequired(Fact):
    """A written requirement: what a paper must answer, and its deadline."""

    meeting: str | None = None
    item: str | None = None
    from_: str | None = None
    question: str | None = None
    scope: str | None = None
    comparator: str | None = None
    due: str | None = None


@dataclass(frozen=True, kw_only=True)
class PaperReceived(Fact):
    """The paper arrived."""

    digests: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ApologiesGiven(Fact):
    """Who could not come, as offices."""

    offices: Words = None


@dataclass(frozen=True, kw_only=True)
class QuestionEnded(Fact):
    """How a question ended: answered, acted on, proved, dropped."""

    outcome: str | None = None
    action: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class PublicQuestionReceived(Fact):
    """A member of the public asks; the name is never public by default."""

    meeting: str | None = None
    asker: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class MinutesSigned(Fact):
    """The minutes as signed, byte for byte."""

    digest: str | None = None
    by_office: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class MinutesApproved(Fact):
    """A later session approves the minutes."""

    at: str | None = None
