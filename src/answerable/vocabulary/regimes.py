"""Regime, Duty, Clock, Scale, Label, PreElection: what the catalogue says of one oversight regime.

A regime is a reviewed file (`catalogue/regimes/*.toml`); `Regime.from_dict` checks what a TOML
reader gives. Rules of law are data, so that a change of the law is a change of a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal, TypeVar, get_args

from answerable.vocabulary import escalation
from answerable.vocabulary import regime_keys as keys
from answerable.vocabulary.escalation import EscalationLadder, FindingSource
from answerable.vocabulary.ladder import ClosingGround
from answerable.vocabulary.offices import of_overseer

ClockUnit = Literal["days", "working-days", "months"]
ClockStart = Literal["publication", "receipt", "meeting", "claim"]


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
class Papers:
    """By when papers reach the oversight body: so many days before a session, at what time."""

    length: int = 7
    unit: Literal["days", "working-days"] = "days"
    time: str = "09:00"
    source: str = ""


START, END = "start", "end"


@dataclass(frozen=True, slots=True)
class StandingItem:
    """An item that stands on each agenda of a series, at its start or its end.

    `series`: those that have it until the office chooses; all of them where none is named.
    """

    key: str
    words: str
    place: str
    series: tuple[str, ...] = ()


TO_BE_CONFIRMED = "to be confirmed"
LONGEST_LEAD = timedelta(days=42)
"""From 25 March to 6 May 2021, for the elections to the devolved parliaments:
https://www.gov.uk/government/publications/election-guidance-for-civil-servants/may-2021-elections-guidance-on-conduct
"""


@dataclass(frozen=True, slots=True)
class PreElection:
    """A pre-election period, both days included; shown beside each clock that it overlaps.

    `begins` is None where the guidance for it is not held: polling day is set by law, the first
    day is then to be confirmed. `applies_to` is “all” or the id of one institution.
    """

    name: str
    begins: date | None
    ends: date
    applies_to: str
    source: str

    @property
    def invented(self) -> bool:
        """Was it made up for the demonstration? Then no record of one's own tells of it."""
        return self.source.startswith("Invented")

    def overlaps(self, *, first: date, last: date) -> bool:
        """Do the days from first to last, both included, share a day with it?

        One whose first day is not held may share one from the longest lead that we hold on.
        """
        begins = self.begins or self.ends - LONGEST_LEAD
        return begins <= last and first <= self.ends


@dataclass(frozen=True, slots=True)
class Holidays:
    """Bank holidays of whole years. A year that is not held is unknown, never “none”."""

    years: tuple[int, ...] = ()
    days: frozenset[date] = frozenset()
    source: str = ""

    def known(self, year: int) -> bool:
        """Are the bank holidays of this year held?"""
        return year in self.years


_ONE = ("the Commissioner", "the Mayor")
"""Names of an oversight body that are those of one person; any other body has a chair."""


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

    @property
    def head(self) -> str:
        """The post of whoever holds to account, in small letters: its one person, or a chair.

        >>> Names(oversight="the Mayor").head, Names(oversight="the Board").head
        ('mayor', 'chair')
        """
        return self.oversight.removeprefix("the ").lower() if self.oversight in _ONE else "chair"

    def doer(self, owner: str | None) -> str:
        """Who does what this office owns: whoever holds to account, or the institution."""
        return self.oversight if of_overseer(owner) else self.institution

    def body(self, body_id: str) -> str:
        """The words for one body."""
        return self.bodies.get(body_id, body_id)


@dataclass(frozen=True, slots=True)
class Regime:
    """One oversight regime. `slipping_days`: a promise due within that many days is watched.

    `quiet_sessions`: after so many sessions without the subject, the agenda brings it back.
    `reply_days`: how long the speaker's body has to reply before a checked claim is public.
    `two_readers`: kinds of reading that two persons decide, neither seeing the other's answer.
    `inspectorates`: who may be called “the inspectorate” on its pages. `named`: the offices whose
    holders minutes name; everybody else stands as a role. `standing`: items that each agenda of a
    series may have. `draft`: why the regime is
    not yet to be relied on; empty for one that is.
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
    ladders: tuple[EscalationLadder, ...] = ()
    finding_sources: tuple[FindingSource, ...] = ()
    papers: Papers = field(default_factory=Papers)
    two_readers: tuple[str, ...] = ()
    inspectorates: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    standing: tuple[StandingItem, ...] = ()
    draft: str = ""

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
        keys.exactly(raw, _REQUIRED, _OPTIONAL, name)
        keys.check_review(raw["review"], name)
        regime = cls(
            id=keys.text(raw, "id", name),
            title=keys.text(raw, "title", name),
            time_zone=keys.text(raw, "time_zone", name),
            names=_names(raw["names"], name),
            slipping_days=keys.whole(raw, "slipping_days", name),
            quiet_sessions=keys.whole(raw, "quiet_sessions", name),
            reply_days=keys.whole(raw, "reply_days", name),
            closing_grounds=_grounds(raw["closing_grounds"], name),
            duties=tuple(_duty(item, name) for item in keys.tables(raw, "duty", name)),
            clocks=tuple(_clock(item, name) for item in keys.tables(raw, "clock", name)),
            scales=tuple(_scale(item, name) for item in keys.tables(raw, "scale", name)),
            themes=tuple(_theme(item, name) for item in keys.tables(raw, "theme", name)),
            labels=_labels(raw, "label", name),
            pre_election=tuple(
                _pre_election(item, name) for item in keys.tables(raw, "pre_election", name)
            ),
            holidays=_holidays(raw.get("holidays", {}), name),
            ladders=escalation.ladders(raw, name),
            finding_sources=escalation.finding_sources(raw, name),
            papers=_papers(raw.get("papers", {}), name),
            two_readers=keys.words(raw, "two_readers", name) if "two_readers" in raw else (),
            inspectorates=keys.words(raw, "inspectorates", name) if "inspectorates" in raw else (),
            named=keys.words(raw, "named", name) if "named" in raw else (),
            standing=tuple(_standing(item, name) for item in keys.tables(raw, "standing", name)),
            draft=keys.text(raw, "draft", name) if "draft" in raw else "",
        )
        known = {duty.id for duty in regime.duties}
        for clock in regime.clocks:
            if clock.duty not in known:
                raise keys.wrong(name, "clock.duty", "the id of one of the file's duties")
        return regime


T = TypeVar("T", Duty, Clock)

_REQUIRED = frozenset(
    {
        *("id", "title", "time_zone", "names", "slipping_days", "quiet_sessions"),
        *("reply_days", "closing_grounds", "review"),
    }
)
_OPTIONAL = frozenset(
    {
        *("duty", "clock", "scale", "theme", "label", "pre_election", "holidays", "papers"),
        *("ladder", "finding_source", "standing"),
        *("two_readers", "inspectorates", "named", "draft"),
    }
)


def _by_id(items: Sequence[T], wanted: str, *, what: str, regime: str) -> T:
    for item in items:
        if item.id == wanted:
            return item
    raise keys.RegimeRefused(
        f"The regime {regime} has no {what} “{wanted}”. Add it to its file, or use one of: "
        f"{', '.join(item.id for item in items) or 'none'}.",
        code="missing_key",
    )


def _labels(raw: Mapping[str, Any], key: str, name: str) -> tuple[Label, ...]:
    found = []
    for item in keys.tables(raw, key, name):
        keys.exactly(item, frozenset({"key", "words"}), frozenset(), name)
        found.append(Label(keys.text(item, "key", name), keys.text(item, "words", name)))
    return tuple(found)


def _names(raw: Any, name: str) -> Names:
    if not isinstance(raw, Mapping):
        raise keys.wrong(name, "names", "a table")
    wanted = ("institution", "oversight", "owner", "inspectors")
    keys.exactly(raw, frozenset(wanted), frozenset(), name)
    institution, oversight, owner, inspectors = (keys.text(raw, key, name) for key in wanted)
    return Names(institution, oversight, owner, inspectors)


def _grounds(raw: Any, name: str) -> tuple[ClosingGround, ...]:
    try:
        found = tuple(ClosingGround(item) for item in raw)
    except (TypeError, ValueError):
        found = ()
    if not found:
        raise keys.wrong(name, "closing_grounds", f"a list out of {', '.join(ClosingGround)}")
    return found


def _theme(raw: Mapping[str, Any], name: str) -> Theme:
    keys.exactly(raw, frozenset({"key", "words", "short"}), frozenset(), name)
    return Theme(*(keys.text(raw, key, name) for key in ("key", "words", "short")))


def _duty(raw: Mapping[str, Any], name: str) -> Duty:
    wanted = ("id", "what", "holder_role", "law", "source")
    keys.exactly(raw, frozenset(wanted), frozenset({"step"}), name)
    return Duty(
        **{key: keys.text(raw, key, name) for key in wanted}, steps=_labels(raw, "step", name)
    )


def _clock(raw: Mapping[str, Any], name: str) -> Clock:
    words = ("id", "duty", "holder_role", "law", "source")
    keys.exactly(
        raw,
        frozenset({*words, "starts_on", "length", "unit", "counts_first_day"}),
        frozenset(),
        name,
    )
    if raw["starts_on"] not in get_args(ClockStart):
        raise keys.wrong(name, "clock.starts_on", f"one of {', '.join(get_args(ClockStart))}")
    if raw["unit"] not in get_args(ClockUnit):
        raise keys.wrong(name, "clock.unit", f"one of {', '.join(get_args(ClockUnit))}")
    if not isinstance(raw["counts_first_day"], bool):
        raise keys.wrong(name, "clock.counts_first_day", "true or false")
    return Clock(
        **{key: keys.text(raw, key, name) for key in words},
        starts_on=raw["starts_on"],
        length=keys.whole(raw, "length", name),
        unit=raw["unit"],
        counts_first_day=raw["counts_first_day"],
    )


def _scale(raw: Mapping[str, Any], name: str) -> Scale:
    keys.exactly(raw, frozenset({"id", "words", "values", "source"}), frozenset(), name)
    values = raw["values"]
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values) or not values:
        raise keys.wrong(name, "scale.values", "a list of grades, best first")
    return Scale(
        id=keys.text(raw, "id", name),
        words=keys.text(raw, "words", name),
        values=tuple(values),
        source=keys.text(raw, "source", name),
    )


def _pre_election(raw: Mapping[str, Any], name: str) -> PreElection:
    keys.exactly(raw, frozenset({"name", "from", "to", "applies_to", "source"}), frozenset(), name)
    known = raw.get("from") != TO_BE_CONFIRMED
    begins = keys.day(raw, "from", name) if known else None
    ends = keys.day(raw, "to", name)
    if begins and ends < begins:
        raise keys.wrong(name, "pre_election.to", "on or after from")
    return PreElection(
        name=keys.text(raw, "name", name),
        begins=begins,
        ends=ends,
        applies_to=keys.text(raw, "applies_to", name),
        source=keys.text(raw, "source", name),
    )


def _holidays(raw: Any, name: str) -> Holidays:
    if not raw:
        return Holidays()
    keys.exactly(raw, frozenset({"years", "days", "source"}), frozenset(), name)
    years, days = tuple(raw["years"]), raw["days"]
    if not all(type(d) is date and d.year in years for d in days):
        raise keys.wrong(name, "holidays.days", "dates in the years that the file holds whole")
    return Holidays(years=years, days=frozenset(days), source=keys.text(raw, "source", name))


def _standing(raw: Mapping[str, Any], name: str) -> StandingItem:
    keys.exactly(raw, frozenset({"key", "words", "place"}), frozenset({"series"}), name)
    if raw["place"] not in (START, END):
        raise keys.wrong(name, "standing.place", f"{START} or {END}")
    key, words, place = (keys.text(raw, key, name) for key in ("key", "words", "place"))
    series = keys.words(raw, "series", name) if "series" in raw else ()
    return StandingItem(key, words, place, series)


def _papers(raw: Any, name: str) -> Papers:
    if not raw:
        return Papers()
    keys.exactly(raw, frozenset({"length", "unit", "time", "source"}), frozenset(), name)
    if raw["unit"] not in ("days", "working-days"):
        raise keys.wrong(name, "papers.unit", "days or working-days")
    return Papers(
        length=keys.whole(raw, "length", name),
        unit=raw["unit"],
        time=keys.text(raw, "time", name),
        source=keys.text(raw, "source", name),
    )
