"""Regime, Duty, Clock, Scale, Label, PreElection: what the catalogue says of one oversight regime.

A regime is a reviewed file (`catalogue/regimes/*.toml`); `Regime.from_dict` checks what a TOML
reader gives. Rules of law are data, so that a change of the law is a change of a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeVar, get_args

from answerable.vocabulary.ladder import ClosingGround
from answerable.vocabulary.refusal import Refusal

ClockUnit = Literal["days", "working-days", "months"]
ClockStart = Literal["publication", "receipt", "meeting", "claim"]


class RegimeRefused(Refusal):
    """A file of the catalogue that cannot be used; the sentence names the file and the key."""

    code = "regime_refused"


@dataclass(frozen=True, slots=True)
class Label:
    """A key of the data and the words that pages show for it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that findings share: its key, its words in running text, and short words."""

    key: str
    words: str
    short: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What a role must do by law, and the steps of which the record asks."""

    id: str
    what: str
    holder_role: str
    law: str
    source: str
    steps: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """A period fixed by law or by the regime.

    `counts_first_day`: the day on which it starts is day 1 (“beginning with the day”).
    """

    id: str
    duty: str
    holder_role: str
    starts_on: ClockStart
    length: int
    unit: ClockUnit
    counts_first_day: bool
    law: str
    source: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Grades of one version of a scale, best first. Values of two scales are never compared."""

    id: str
    words: str
    values: tuple[str, ...]
    source: str

    def order(self, value: str) -> int | None:
        """Position from the best, from 0; None for what is no step of the scale: not graded."""
        return self.values.index(value) if value in self.values else None


@dataclass(frozen=True, slots=True)
class PreElection:
    """A pre-election period, both days included; shown beside each clock that it overlaps."""

    name: str
    begins: date
    ends: date
    applies_to: str
    source: str

    def overlaps(self, *, first: date, last: date) -> bool:
        """Do the days from first to last, both included, share a day with it?"""
        return self.begins <= last and first <= self.ends


@dataclass(frozen=True, slots=True)
class Holidays:
    """Bank holidays of whole years. A year that is not held is unknown, never “none”."""

    years: tuple[int, ...] = ()
    days: frozenset[date] = frozenset()
    source: str = ""

    def known(self, year: int) -> bool:
        """Are the bank holidays of this year held?"""
        return year in self.years


@dataclass(frozen=True, slots=True)
class Names:
    """How sentences name the parties: “the force”, “the Commissioner”, “the inspectorate”.

    `bodies` gives the words for single bodies by id; it wins over the general word.
    """

    institution: str = "the institution"
    oversight: str = "the oversight body"
    owner: str = "the inspectorate"
    inspectors: str = "inspectors"
    bodies: Mapping[str, str] = field(default_factory=dict)

    def body(self, body_id: str) -> str:
        """The words for one body."""
        return self.bodies.get(body_id, body_id)


@dataclass(frozen=True, slots=True)
class Regime:
    """One oversight regime. `slipping_days`: a promise due within that many days is watched.

    `quiet_sessions`: after so many sessions without the subject, the agenda brings it back.
    `reply_days`: how long the speaker's body has to reply before a checked claim is public.
    """

    id: str
    title: str
    time_zone: str
    names: Names
    slipping_days: int
    quiet_sessions: int
    reply_days: int
    closing_grounds: tuple[ClosingGround, ...]
    duties: tuple[Duty, ...] = ()
    clocks: tuple[Clock, ...] = ()
    scales: tuple[Scale, ...] = ()
    themes: tuple[Theme, ...] = ()
    labels: tuple[Label, ...] = ()
    pre_election: tuple[PreElection, ...] = ()
    holidays: Holidays = field(default_factory=Holidays)

    def clock(self, clock_id: str) -> Clock:
        """A clock by its id."""
        return _by_id(self.clocks, clock_id, what="clock", regime=self.id)

    def duty(self, duty_id: str) -> Duty:
        """A duty by its id."""
        return _by_id(self.duties, duty_id, what="duty", regime=self.id)

    def scale(self, scale_id: str | None) -> Scale | None:
        """A scale by its id, or None where the regime does not hold it."""
        return next((s for s in self.scales if s.id == scale_id), None)

    def theme(self, key: str) -> Theme:
        """A theme by its key; one that the file does not name is its key in words."""
        plain = key.replace("-", " ")
        return next((t for t in self.themes if t.key == key), Theme(key, plain, plain))

    def label(self, key: str) -> str:
        """The words for a key of the data."""
        return next((t.words for t in self.labels if t.key == key), key.replace("-", " "))

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> "Regime":
        """A regime from the mapping of its TOML file.

        Raises RegimeRefused with codes `unknown_key`, `missing_key`, `wrong_value`,
        `no_checker` or `checker_is_author`.
        """
        name = str(raw.get("id", "without id"))
        _exactly(raw, _REQUIRED, _OPTIONAL, name)
        check_review(raw["review"], name)
        regime = cls(
            id=_text(raw, "id", name),
            title=_text(raw, "title", name),
            time_zone=_text(raw, "time_zone", name),
            names=_names(raw["names"], name),
            slipping_days=_whole(raw, "slipping_days", name),
            quiet_sessions=_whole(raw, "quiet_sessions", name),
            reply_days=_whole(raw, "reply_days", name),
            closing_grounds=_grounds(raw["closing_grounds"], name),
            duties=tuple(_duty(item, name) for item in _tables(raw, "duty", name)),
            clocks=tuple(_clock(item, name) for item in _tables(raw, "clock", name)),
            scales=tuple(_scale(item, name) for item in _tables(raw, "scale", name)),
            themes=tuple(_theme(item, name) for item in _tables(raw, "theme", name)),
            labels=_labels(raw, "label", name),
            pre_election=tuple(
                _pre_election(item, name) for item in _tables(raw, "pre_election", name)
            ),
            holidays=_holidays(raw.get("holidays", {}), name),
        )
        known = {duty.id for duty in regime.duties}
        for clock in regime.clocks:
            if clock.duty not in known:
                raise _wrong(name, "clock.duty", "the id of one of the file's duties")
        return regime


def check_review(raw: Any, name: str) -> None:
    """A file needs an author and another person who checked it, with dates (ARCHITECTURE 6)."""
    keys = frozenset({"author", "authored_on", "checker", "checked_on", "review_by"})
    if not isinstance(raw, Mapping):
        raise _wrong(name, "review", "a table")
    if not str(raw.get("checker", "")).strip():
        raise RegimeRefused(
            f"{name} has no checker. A second person must read the file and be named under "
            "[review].",
            code="no_checker",
        )
    _exactly(raw, keys, frozenset(), name)
    if str(raw["author"]).strip().lower() == str(raw["checker"]).strip().lower():
        raise RegimeRefused(
            f"{name} was checked by its own author. Ask another person to read it.",
            code="checker_is_author",
        )
    authored, checked, until = (
        _day(raw, key, name) for key in ("authored_on", "checked_on", "review_by")
    )
    if not authored <= checked < until:
        raise _wrong(name, "review_by", "after checked_on, which is not before authored_on")


T = TypeVar("T", Duty, Clock)

_REQUIRED = frozenset(
    {
        *("id", "title", "time_zone", "names", "slipping_days", "quiet_sessions"),
        *("reply_days", "closing_grounds", "review"),
    }
)
_OPTIONAL = frozenset({"duty", "clock", "scale", "theme", "label", "pre_election", "holidays"})


def _by_id(items: Sequence[T], wanted: str, *, what: str, regime: str) -> T:
    for item in items:
        if item.id == wanted:
            return item
    raise RegimeRefused(
        f"The regime {regime} has no {what} “{wanted}”. Add it to its file, or use one of: "
        f"{', '.join(item.id for item in items) or 'none'}.",
        code="missing_key",
    )


def _wrong(name: str, key: str, wanted: str) -> RegimeRefused:
    return RegimeRefused(f"In {name}, {key} must be {wanted}.", code="wrong_value")


def _exactly(
    raw: Mapping[str, Any], required: frozenset[str], optional: frozenset[str], name: str
) -> None:
    if unknown := sorted(set(raw) - required - optional):
        raise RegimeRefused(f"{name} has a key nobody reads: {unknown[0]}.", code="unknown_key")
    if missing := sorted(required - set(raw)):
        raise RegimeRefused(f"{name} lacks the key {missing[0]}.", code="missing_key")


def _text(raw: Mapping[str, Any], key: str, name: str) -> str:
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise _wrong(name, key, "some words")
    return value


def _whole(raw: Mapping[str, Any], key: str, name: str) -> int:
    value = raw[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _wrong(name, key, "a whole number of at least 1")
    return value


def _day(raw: Mapping[str, Any], key: str, name: str) -> date:
    value = raw[key]
    if type(value) is not date:
        raise _wrong(name, key, "a date such as 2024-05-14, without quotes")
    return value


def _tables(raw: Mapping[str, Any], key: str, name: str) -> list[Mapping[str, Any]]:
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
        raise _wrong(name, key, f"written as [[{key}]]")
    return found


def _labels(raw: Mapping[str, Any], key: str, name: str) -> tuple[Label, ...]:
    found = []
    for item in _tables(raw, key, name):
        _exactly(item, frozenset({"key", "words"}), frozenset(), name)
        found.append(Label(_text(item, "key", name), _text(item, "words", name)))
    return tuple(found)


def _names(raw: Any, name: str) -> Names:
    if not isinstance(raw, Mapping):
        raise _wrong(name, "names", "a table")
    wanted = ("institution", "oversight", "owner", "inspectors")
    _exactly(raw, frozenset(wanted), frozenset(), name)
    institution, oversight, owner, inspectors = (_text(raw, key, name) for key in wanted)
    return Names(institution, oversight, owner, inspectors)


def _grounds(raw: Any, name: str) -> tuple[ClosingGround, ...]:
    try:
        found = tuple(ClosingGround(item) for item in raw)
    except (TypeError, ValueError):
        found = ()
    if not found:
        raise _wrong(name, "closing_grounds", f"a list out of {', '.join(ClosingGround)}")
    return found


def _theme(raw: Mapping[str, Any], name: str) -> Theme:
    _exactly(raw, frozenset({"key", "words", "short"}), frozenset(), name)
    return Theme(*(_text(raw, key, name) for key in ("key", "words", "short")))


def _duty(raw: Mapping[str, Any], name: str) -> Duty:
    wanted = ("id", "what", "holder_role", "law", "source")
    _exactly(raw, frozenset(wanted), frozenset({"step"}), name)
    return Duty(**{key: _text(raw, key, name) for key in wanted}, steps=_labels(raw, "step", name))


def _clock(raw: Mapping[str, Any], name: str) -> Clock:
    words = ("id", "duty", "holder_role", "law", "source")
    _exactly(
        raw,
        frozenset({*words, "starts_on", "length", "unit", "counts_first_day"}),
        frozenset(),
        name,
    )
    if raw["starts_on"] not in get_args(ClockStart):
        raise _wrong(name, "clock.starts_on", f"one of {', '.join(get_args(ClockStart))}")
    if raw["unit"] not in get_args(ClockUnit):
        raise _wrong(name, "clock.unit", f"one of {', '.join(get_args(ClockUnit))}")
    if not isinstance(raw["counts_first_day"], bool):
        raise _wrong(name, "clock.counts_first_day", "true or false")
    return Clock(
        **{key: _text(raw, key, name) for key in words},
        starts_on=raw["starts_on"],
        length=_whole(raw, "length", name),
        unit=raw["unit"],
        counts_first_day=raw["counts_first_day"],
    )


def _scale(raw: Mapping[str, Any], name: str) -> Scale:
    _exactly(raw, frozenset({"id", "words", "values", "source"}), frozenset(), name)
    values = raw["values"]
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values) or not values:
        raise _wrong(name, "scale.values", "a list of grades, best first")
    return Scale(
        id=_text(raw, "id", name),
        words=_text(raw, "words", name),
        values=tuple(values),
        source=_text(raw, "source", name),
    )


def _pre_election(raw: Mapping[str, Any], name: str) -> PreElection:
    _exactly(raw, frozenset({"name", "from", "to", "applies_to", "source"}), frozenset(), name)
    begins, ends = _day(raw, "from", name), _day(raw, "to", name)
    if ends < begins:
        raise _wrong(name, "pre_election.to", "on or after from")
    return PreElection(
        name=_text(raw, "name", name),
        begins=begins,
        ends=ends,
        applies_to=_text(raw, "applies_to", name),
        source=_text(raw, "source", name),
    )


def _holidays(raw: Any, name: str) -> Holidays:
    if not raw:
        return Holidays()
    _exactly(raw, frozenset({"years", "days", "source"}), frozenset(), name)
    years, days = tuple(raw["years"]), raw["days"]
    if not all(type(d) is date and d.year in years for d in days):
        raise _wrong(name, "holidays.days", "dates in the years that the file holds whole")
    return Holidays(years=years, days=frozenset(days), source=_text(raw, "source", name))
