"""Rung and state of a finding or an action: on time, slipping, overdue, unproven, relapsed.

Nothing advances by itself: a rung is what a `RungReached` says, and a promise to answer a
finding is what an action or a plan says that names the finding. Only `Relapsed` goes back
(ARCHITECTURE 2, LEDGER 12). What inspectors found, what the institution said and what others
checked stay apart: each step keeps its own version, and so its source and its recorder.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.scrutiny import phrases
from answerable.scrutiny.answering import answered
from answerable.scrutiny.standing import Closing, Move, Progress, Step, Unproven
from answerable.scrutiny.subject import subject_of
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    ActionUpdated,
    ClosureStated,
    ClosureVerified,
    DispositionChanged,
    DueDateMoved,
    FindingPublished,
    PlanAdopted,
    Relapsed,
    Reopened,
    ResponseGiven,
    RungReached,
    VerdictGiven,
)
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.ladder import ClosingGround, Disposition, Response, Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import nobody, one_name
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import last_day

SLIPPING_DAYS = 28

__all__ = ["Closing", "Move", "NoSuchItem", "Progress", "Step", "actions", "findings", "progress"]


class NoSuchItem(Refusal):
    """A reference that the record does not hold at these dates."""

    code = "no_such_item"


def progress(
    register: Register,
    reference: str,
    *,
    names: Names | None = None,
    slipping_days: int = SLIPPING_DAYS,
) -> Progress:
    """The state of one finding or action, as the register's dates show it."""
    return _progress(register, reference, _links(register), names or Names(), slipping_days)


@dataclass(frozen=True)
class _Links:
    """What stands in other streams: who answers what, and the verdicts; read once a register."""

    answering: Mapping[str, tuple[Version, ...]]
    answered: Mapping[str, tuple[str, ...]]
    verdicts: tuple[Version, ...]


def _links(register: Register) -> _Links:
    return register.once(_Links, lambda: _read_links(register))


def _read_links(register: Register) -> _Links:
    answering: dict[str, list[Version]] = defaultdict(list)
    linked = answered(register)
    for version in register.versions_of(ActionPromised, PlanAdopted):
        named = tuple(version.fact.get("answers") or ())
        since = linked.get(version.fact.stream, ())
        for finding in dict.fromkeys((*named, *since)):
            answering[finding].append(version)
    return _Links(
        {finding: tuple(found) for finding, found in answering.items()},
        linked,
        register.versions_of(VerdictGiven),
    )


def _progress(
    register: Register, reference: str, links: _Links, names: Names, slipping_days: int
) -> Progress:
    def made() -> tuple[Names, Progress]:
        return names, _read(register, reference, links, names, slipping_days)

    # The words for the parties are those of one regime; with others it is read anew.
    used, found = register.once((_progress, reference, slipping_days), made)
    return found if used == names else made()[1]


def _read(
    register: Register, reference: str, links: _Links, names: Names, slipping_days: int
) -> Progress:
    versions = _in_order(register.versions_of(stream=reference))
    first = next(
        (v for v in versions if isinstance(v.fact, FindingPublished | ActionPromised)), None
    )
    origin = first.fact if first else None
    if first is None or not isinstance(origin, FindingPublished | ActionPromised):
        raise NoSuchItem(
            say(
                "The record holds no finding or action “{reference}” at these "
                "dates. Look it up in the list of findings or in the register of "
                "actions, or choose a later date.",
                reference=reference,
            )
        )
    answering = links.answering.get(reference, ())
    promised = bool(answering) or isinstance(origin, ActionPromised)
    rung, relapse = _rung(versions, promised=promised)
    closings, closed = _closings(versions)
    moves = _moves(versions, first_due=origin.due)
    due = moves[-1].to if moves else origin.due
    disposition = _disposition(versions, closed=closed)
    kind = (origin.kind or "finding") if isinstance(origin, FindingPublished) else "action"
    is_open = asks(kind) and disposition in (Disposition.OPEN, Disposition.PARTLY_MET)
    waiting = is_open and (rung is None or rung is Rung.PROMISED)
    left = None if due is None else (last_day(due) - register.valid).days
    answer = _last(versions, ResponseGiven)
    found = Progress(
        reference=reference,
        kind=kind,
        number=origin.number if isinstance(origin, FindingPublished) else None,
        text=origin.text,
        theme=origin.theme if isinstance(origin, FindingPublished) else None,
        owner=_owner(versions, origin),
        parent=origin.parent if isinstance(origin, FindingPublished) else origin.plan,
        first=first,
        rung=rung,
        steps=_steps(versions),
        response=_response(answer),
        response_text=answer.fact.get("text") if answer else None,
        disposition=disposition,
        closing=closings[-1] if closed else None,
        relapse=relapse,
        closed_before=_closed_before(closings, relapse),
        due=due,
        due_first=origin.due,
        moves=moves,
        days_overdue=-left if waiting and left is not None and left < 0 else 0,
        slipping=waiting
        and (bool(moves) or (rung is not None and left is not None and left <= slipping_days)),
        unproven=_unproven(rung) if is_open else "",
        verdict=_verdict(links.verdicts, versions, _measures(origin, answering)),
        news=_last(versions, ActionUpdated),
        answered_by=tuple(v.fact.stream for v in answering),
        versions=versions,
        answers=links.answered.get(reference, ()),
    )
    return phrases.worded(found, names=names)


def findings(
    register: Register, *, theme: str | None = None, names: Names | None = None
) -> tuple[Progress, ...]:
    """Every finding in the order of the record; of one theme where named."""
    return _all(register, FindingPublished, theme=theme, names=names)


def actions(
    register: Register,
    *,
    theme: str | None = None,
    names: Names | None = None,
    under: str = "",
) -> tuple[Progress, ...]:
    """Every action in the order of the record; of one theme, or with one begin of reference."""
    return _all(register, ActionPromised, theme=theme, names=names, under=under)


def _all(
    register: Register,
    kind: type[FindingPublished] | type[ActionPromised],
    *,
    theme: str | None,
    names: Names | None,
    under: str = "",
) -> tuple[Progress, ...]:
    streams = register.streams(kind, under=under)
    if theme is not None:
        about = subject_of(register, theme).streams
        streams = tuple(s for s in streams if s in about)
    links, words = _links(register), names or Names()
    return tuple(_progress(register, s, links, words, SLIPPING_DAYS) for s in streams)


def _in_order(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda v: (v.fact.valid.start, v.seq)))


def _last(versions: tuple[Version, ...], kind: type) -> Version | None:
    return next((v for v in reversed(versions) if isinstance(v.fact, kind)), None)


def _steps(versions: tuple[Version, ...]) -> tuple[Step, ...]:
    made = []
    for version in versions:
        fact = version.fact
        if isinstance(fact, RungReached | Relapsed) and fact.rung in list(Rung):
            evidence = (fact.evidence or ()) if isinstance(fact, RungReached) else ()
            made.append(
                Step(Rung(fact.rung), fact.valid.start, version.by.body, evidence, version)
            )
    return tuple(made)


def _rung(versions: tuple[Version, ...], *, promised: bool) -> tuple[Rung | None, Version | None]:
    """The highest rung since the last relapse, and that relapse."""
    rung = Rung.PROMISED if promised else None
    relapse = None
    for version in versions:
        fact = version.fact
        if isinstance(fact, Relapsed):
            relapse = version
            rung = Rung(fact.rung) if fact.rung in list(Rung) else None
            continue
        if isinstance(fact, RungReached) and fact.rung in list(Rung):
            step = Rung(fact.rung)
            rung = step if rung is None or step.order > rung.order else rung
    return rung, relapse


def _closings(versions: tuple[Version, ...]) -> tuple[tuple[Closing, ...], bool]:
    """Every closing, and whether the last still stands: not reopened, not relapsed."""
    made: list[Closing] = []
    closed = False
    for version in versions:
        match version.fact:
            case ClosureVerified() as fact:
                ground, closed = ClosingGround.SIGNED, True
            case ClosureStated() as fact if fact.ground in list(ClosingGround):
                ground, closed = ClosingGround(fact.ground), True
            case Reopened() | Relapsed():
                closed = False
                continue
            case _:
                continue
        made.append(Closing(ground, fact.valid.start, fact.text, fact.quote, version))
    return tuple(made), closed


def _closed_before(closings: tuple[Closing, ...], relapse: Version | None) -> Closing | None:
    """The last closing before a relapse that quotes its source."""
    if relapse is None:
        return None
    on = relapse.fact.valid.start
    return next((c for c in reversed(closings) if c.on <= on and c.quote), None)


def _moves(versions: tuple[Version, ...], *, first_due: str | None) -> tuple[Move, ...]:
    made: list[Move] = []
    before = first_due
    for version in versions:
        fact = version.fact
        if isinstance(fact, DueDateMoved):
            start = fact.valid.start
            made.append(Move(before, fact.due, start, fact.reason, fact.authoriser, version))
            before = fact.due
    return tuple(made)


def _owner(versions: tuple[Version, ...], origin: FindingPublished | ActionPromised) -> str | None:
    """Whoever it was given to last; an owner who left keeps none of it.

    `DCC` of a log and the deputy chief constable of minutes are one office and so one owner, and
    `TBC` is none; what each source wrote stays in its fact. The owner of a finding is a body.
    """
    given = _last(versions, ActionReassigned)
    stated: str | None = given.fact.get("owner") if given else origin.owner
    if isinstance(origin, FindingPublished):
        return stated
    return None if stated is None or nobody(stated) else one_name(stated)


def _disposition(versions: tuple[Version, ...], *, closed: bool) -> Disposition:
    if closed:
        return Disposition.CLOSED
    stated = Disposition.OPEN
    for version in versions:
        fact = version.fact
        if isinstance(fact, DispositionChanged) and fact.disposition in list(Disposition):
            stated = Disposition(fact.disposition)
        if isinstance(fact, Reopened | Relapsed):
            stated = Disposition.OPEN
    return stated


def _response(answer: Version | None) -> Response:
    stated = answer.fact.get("response") if answer else None
    return Response(stated) if stated in list(Response) else Response.NONE_YET


def _unproven(rung: Rung | None) -> Unproven:
    if rung is Rung.DELIVERED:
        return "not verified"
    return "not worked" if rung is Rung.VERIFIED else ""


def _measures(
    origin: FindingPublished | ActionPromised, answering: tuple[Version, ...]
) -> frozenset[str]:
    """The measures that an action named, or that actions named which answer the finding."""
    named = {v.fact.get("measure") for v in answering if isinstance(v.fact, ActionPromised)}
    own = origin.measure if isinstance(origin, ActionPromised) else None
    return frozenset(str(measure) for measure in {own, *named} - {None})


def _verdict(
    given: tuple[Version, ...], versions: tuple[Version, ...], measures: frozenset[str]
) -> Version | None:
    """The last verdict on the item itself or on one of the measures."""
    found = [v for v in given if v.fact.get("measure") in measures]
    return _last(_in_order((*found, *versions)), VerdictGiven)
