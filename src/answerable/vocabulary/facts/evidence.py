"""Facts about evidence: offered, loaded, fixed before, judged."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Words


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


@dataclass(frozen=True, kw_only=True)
class EvidenceChecked(Fact):
    """Somebody other than the owner looked at evidence; `ref` is its entry."""

    result: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class LimitsRebased(Fact):
    """A control chart’s limits are set anew from a period on."""

    measure: str | None = None
    from_: str | None = None
    reason: str | None = None
    authoriser: str | None = None


@dataclass(frozen=True, kw_only=True)
class FamilyFixed(Fact):
    """Measures that are judged together, and the rule for the errors of all."""

    measures: Words = None
    rule: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class JointFamilyFixed(Fact):
    """Measures of several bodies that are judged together, each as `measure/body`; one entry on
    the record of every body of it."""

    members: Words = None
    rule: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReleaseDecided(Fact):
    """Restricted figures may be published: definitions, ground, review date."""

    measure: str | None = None
    definitions: str | None = None
    ground: str | None = None
    review: str | None = None
