"""Terms of a verdict, fixed on the record before the figures that it will be given on.

A file of terms is TOML:

    measure = "police-uk-burglary"
    body = "west-mercia-police"
    action_date = 2027-01-01             # first period in which the action counts as under way
    peers = ["staffordshire-police", "warwickshire-police", "dyfed-powys-police"]
    wash_out = 0                         # periods from the action on that are left out
    selection = [2026-01-01, 2026-12-01] # periods that triggered the action, if any
    minimum_change = 0.10                # default: the measure's own
    looks = [12]                         # months: 6, 12 or 24; several share the error
    alpha = 0.005                        # default: 0.005, or less by the alpha table
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from answerable.evidence.protocol import LOOKS_AT, Protocol
from answerable.evidence.second_opinion import SecondOpinion
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.measures import evidence, opinions, verdicts
from answerable.operations.measures.evidence_files.judging import JudgeAnswer
from answerable.operations.measures.families import family_of
from answerable.operations.recording import book
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ProtocolFixed, VerdictGiven
from answerable.vocabulary.identity import slug
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

METHOD = "comparative-its"
KEYS = (
    *("measure", "body", "action_date", "peers", "wash_out", "selection", "minimum_change"),
    *("looks", "alpha"),
)


class TermsRefused(Refusal):
    """Terms that cannot be fixed: incomplete, contradictory, or too late."""

    code = "terms_refused"


@dataclass(frozen=True)
class Fixed:
    """What was recorded."""

    receipt: Receipt
    sha256: str


def fix_protocol(
    *, by: Actor, at: datetime, key: str, seen: int | None = None, on: date, text: str
) -> Fixed:
    """Record the terms of a verdict with the hash of everything that they fix.

    A measure of a family on the record, of this body or of several, is judged with it: the terms
    refer to its entry.

    Raises TermsRefused: `terms_not_read`, `terms_incomplete`, `unknown_key`, `not_reviewed`,
    `no_direction`, `after_data_held` when a figure of the body or of a peer from the action on is
    held already, `already_fixed` while other terms wait for their verdict; ProtocolRefused for
    terms that contradict themselves. The same terms again record nothing.
    """
    given = _read(text)
    measure = evidence.measure_named(str(given["measure"]))
    body = str(given["body"])
    access.require(by, "fix_protocol", about=body)
    fact, protocol = _terms(given, measure, body, on)
    stream = evidence.stream_of(measure.id, body)

    def decide(register: Register) -> list[Fact]:
        family = family_of(register, measure.id)
        sha256 = verdicts.protocol_digest(fact, protocol, body, family)
        fixed = replace(fact, protocol_sha256=sha256, ref=family.entry_id)
        held = register.last(ProtocolFixed, stream=stream)
        if held is not None and held.protocol_sha256 == sha256:
            return []
        given_after = register.last(VerdictGiven, stream=stream)
        if held is not None and (
            given_after is None or given_after.valid.start < held.valid.start
        ):
            raise TermsRefused(
                f"Terms for {measure.id} of {body} were fixed on {held.valid.start} and wait for "
                "their verdict. Record it first, or withdraw those terms with a reason.",
                code="already_fixed",
            )
        _before_figures(measure, (body, *(fact.peers or ())), protocol.action)
        return [fixed]

    receipt = book().append(about=body, decide=decide, by=by, at=at, key=key, seen=seen)
    stands = registers.register(body, valid=on).last(ProtocolFixed, stream=stream)
    return Fixed(receipt, (stands.protocol_sha256 if stands else None) or "")


@dataclass(frozen=True)
class Answered:
    """A verdict by the terms on the record, and what a second method says of it."""

    verdict: JudgeAnswer
    second: SecondOpinion

    def object(self) -> dict[str, object]:
        """One JSON object: that of `judge`, with the second opinion."""
        second = {
            "strength": self.second.strength,
            "n_donors": self.second.donors,
            "effect": self.second.effect,
            "p": self.second.p,
        }
        return {**self.verdict.objects()[0], "second_opinion": second}

    def lines(self) -> list[str]:
        """For a person at a terminal."""
        made = self.verdict.judgements[0]
        told = [] if made.effect is None else [opinions.words(self.second)]
        return [*self.verdict.lines(), *told]


def verdict(*, measure: str, body: str, on: date) -> Answered:
    """The verdict on a measure of a body by the terms on the record, as `judge` answers a file.

    Nothing is recorded. Raises NothingFixed where no terms were fixed beforehand.
    """
    known = evidence.measure_named(measure)
    register = registers.register(body, valid=on)
    made = verdicts.judge(register, measure=known, body=body, on=on)
    if made is None:
        raise verdicts.nothing_fixed(measure, body)
    return Answered(JudgeAnswer((made,)), opinions.asked(known, body, made))


def _read(text: str) -> dict[str, Any]:
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise TermsRefused(
            f"The terms cannot be read as TOML: {wrong}.", code="terms_not_read"
        ) from None
    if unknown := sorted(set(given) - set(KEYS)):
        raise TermsRefused(
            f"The terms have an unknown key “{unknown[0][:40]}”. Known are: {', '.join(KEYS)}.",
            code="unknown_key",
        )
    for name in ("measure", "body", "action_date", "peers"):
        if name not in given:
            raise TermsRefused(f"The terms have no “{name}”. Add it.", code="terms_incomplete")
    return given


def _terms(
    given: Mapping[str, Any], measure: Measure, body: str, on: date
) -> tuple[ProtocolFixed, Protocol]:
    """The fact without its hash, and what it means."""
    if measure.review.overdue(on=on):
        raise TermsRefused(
            f"The definition of {measure.id} was to be reviewed by {measure.review.review_by}. "
            "Have it reviewed first.",
            code="not_reviewed",
        )
    if measure.direction == "neutral":
        raise TermsRefused(
            f"Neither more nor less is better of {measure.id}, so no verdict can be given on it.",
            code="no_direction",
        )
    peers = tuple(_identifier(name) for name in _list(given, "peers"))
    if body in peers or len(set(peers)) < len(peers):
        raise TermsRefused("The peers are other bodies, each named once.", code="terms_incomplete")
    selection = tuple(_day(day, "selection") for day in _list(given, "selection"))
    if len(selection) not in (0, 2):
        raise TermsRefused(
            "The selection is two days, its first and its last period, or nothing.",
            code="terms_incomplete",
        )
    looks = _list(given, "looks") or [12]
    if any(look not in LOOKS_AT for look in looks) or len(looks) not in (1, 3):
        raise TermsRefused(
            "The looks are one or all three of 6, 12 and 24 months.", code="terms_incomplete"
        )
    fact = ProtocolFixed(
        institution=body,
        stream=evidence.stream_of(measure.id, body),
        valid=Period(on),
        source=Source(kind="record"),
        measure=measure.id,
        direction=measure.direction,
        action_date=_day(given["action_date"], "action_date").isoformat(),
        wash_out=_whole(given.get("wash_out", 0), "wash_out"),
        selection=tuple(day.isoformat() for day in selection),
        minimum_change=_share(given, "minimum_change") or f"{measure.minimum_important_change:g}",
        peers=peers,
        alpha=_share(given, "alpha"),
        looks=tuple(sorted(looks)),
        method=METHOD,
    )
    return fact, verdicts.protocol_of(fact, measure, body)


def _before_figures(measure: Measure, bodies: tuple[str, ...], action: date) -> None:
    held = evidence.observations()
    for body in bodies:
        late = [row for row in held.series(measure.id, body).rows if row.period_end > action]
        if any(row.value is not None for row in late):
            raise TermsRefused(
                f"Figures of {measure.id} for {body} are held already for "
                f"{late[0].period_start:%B %Y} and later. Terms fixed now would not be fixed "
                "beforehand: choose a later action, or another measure.",
                code="after_data_held",
            )


def _identifier(name: Any) -> str:
    if not isinstance(name, str) or not name or slug(name) != name:
        raise TermsRefused(
            f"“{str(name)[:40]}” is no body: use its identifier, such as anyshire-police.",
            code="terms_incomplete",
        )
    return name


def _list(given: Mapping[str, Any], name: str) -> list[Any]:
    found = given.get(name, [])
    if not isinstance(found, list):
        raise TermsRefused(f"“{name}” is a list in square brackets.", code="terms_incomplete")
    return found


def _day(value: Any, name: str) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TermsRefused(
            f"“{name}” holds days, written like 2027-01-01 without quotes.",
            code="terms_incomplete",
        )
    return value


def _whole(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TermsRefused(f"“{name}” is a whole number.", code="terms_incomplete")
    return value


def _share(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, float):
        raise TermsRefused(f"“{name}” is a share such as 0.10.", code="terms_incomplete")
    return f"{value:g}"
