"""Catalogue files to typed values, checked and read once.

Bodies, offices and tenures are CSV; regimes, questions, sources and measures are TOML. A file
that cannot be used is a Refusal that names the file and the key.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, get_args

from answerable.reading.similar import Meanings
from answerable.scrutiny.accountability import succession
from answerable.scrutiny.sessions import question_lint
from answerable.scrutiny.sessions.agenda import Question, Reason
from answerable.store.reads import oversight as relations
from answerable.store.reads import own_bodies
from answerable.vocabulary.bodies import Body, BodyKind, Oversight, Tenure
from answerable.vocabulary.measure_packs import MeasurePack
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regime_keys import check_review
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import first_day

GENERIC = "generic"


class BadCatalogue(Refusal):
    """A file of the catalogue that cannot be used."""

    code = "bad_catalogue"


@dataclass(frozen=True, slots=True)
class Office:
    """A post in a body: `chief-officer`, `commissioner`, ... is its level."""

    id: str
    title: str
    body: str
    level: str


@dataclass(frozen=True, slots=True)
class TilePlace:
    """Row and column of a body on the map of tiles, from 0; its name in short, and a code."""

    body: str
    row: int
    column: int
    label: str
    code: str


def bodies() -> Mapping[str, Body]:
    """Every body by its id: the catalogue's, and those that this home names itself."""
    own = own_bodies.bodies()
    return _with(own) if own else _bodies()


@lru_cache(maxsize=8)
def _with(own: tuple[Body, ...]) -> Mapping[str, Body]:
    return MappingProxyType({**{body.id: body for body in own}, **_bodies()})


@cache
def _bodies() -> Mapping[str, Body]:
    made: dict[str, Body] = {}
    for row in _rows("bodies.csv"):
        if row["kind"] not in get_args(BodyKind):
            raise BadCatalogue(f"bodies.csv: {row['id']} has the unknown kind {row['kind']}.")
        if row["id"] in made:
            raise BadCatalogue(f"bodies.csv names {row['id']} twice.")
        made[row["id"]] = Body(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],  # type: ignore[arg-type]  # checked just above
            kind_words=row["kind_words"],
            aliases=tuple(a.strip() for a in row["aliases"].split(";") if a.strip()),
            short=row["short"],
            successor=row["successor"] or None,
            ended=row["ended"] or None,
            source=row["source"] or None,
            invented=row["invented"] == "true",
        )
    return MappingProxyType(made)


@cache
def tiles() -> tuple[TilePlace, ...]:
    """The place of each territorial force on the map of tiles, in the order of the file."""
    return tuple(
        TilePlace(
            body=row["body"],
            row=int(row["row"]),
            column=int(row["column"]),
            label=row["label"],
            code=row["code"],
        )
        for row in _rows("tiles.csv")
    )


def oversight() -> tuple[Oversight, ...]:
    """Who holds which institution to account, from when to when, on which legal basis."""
    return relations.relations()


@cache
def offices() -> Mapping[str, Office]:
    """Every office by its id."""
    return MappingProxyType(
        {
            row["id"]: Office(row["id"], row["title"], row["body"], row["level"])
            for row in _rows("offices.csv")
        }
    )


@cache
def tenures() -> tuple[Tenure, ...]:
    """Who held which office, with dates as precise as their sources; several a person."""
    return tuple(
        Tenure(
            office=row["office"],
            person=row["person"],
            holding=row["holding"],
            begins=row["begins"] or None,
            ends=row["ends"] or None,
        )
        for row in _rows("tenures.csv")
    )


def oversight_of(institution: str, *, on: date | None = None) -> str | None:
    """The body that holds an institution to account on a day.

    Without a day, the last one of the catalogue without an end; with one, what the record says of
    a passing counts too.
    """
    if on is not None:
        return succession.holder(relations.relations(), institution, on=on)
    found = [o for o in relations.table() if o.institution == institution and o.ends is None]
    return found[-1].body if found else None


@cache
def regimes() -> Mapping[str, Regime]:
    """Every regime by its id."""
    made = (Regime.from_dict(raw) for _, raw in _tomls("regimes"))
    return MappingProxyType({regime.id: regime for regime in made})


def regime_of(institution: str, *, on: date | None = None) -> Regime:
    """The regime of an institution on a day, with the words for the bodies around it.

    Which one it is stands in `bodies/regimes.csv`, by institution, by who oversees it, or by kind.
    """
    overseer = bodies().get(oversight_of(institution, on=on) or "")
    return regime_under(institution, overseer, on=on)


def regime_under(institution: str, overseer: Body | None, *, on: date | None) -> Regime:
    """The regime of an institution that a body holds to account; None: nobody is known to.

    A body that the catalogue does not hold counts as those of its kind do: a mayor as the mayors.
    """
    body = bodies().get(institution)
    named = overseer.id if overseer else ""
    if overseer is not None and named not in _bodies():
        named = _of_kind(overseer.kind_words)
    return _in_force(institution, body.kind if body else "", named, on, own_bodies.relations())


@cache
def _of_kind(kind_words: str) -> str:
    """The first body of this kind of which a line says under which regime it holds; else empty."""
    named = (row.oversight for row in _applies() if row.oversight)
    return next((one for one in named if _bodies()[one].kind_words == kind_words), "")


def kinds_of_holders() -> tuple[str, ...]:
    """What bodies of the catalogue that hold others to account are, in words; no invented one."""
    kinds = {b.kind_words for b in _bodies().values() if b.kind == "oversight" and not b.invented}
    return tuple(sorted(kinds))


@lru_cache(maxsize=4_096)
def _in_force(
    institution: str, kind: str, overseer: str, on: date | None, own: tuple[Oversight, ...]
) -> Regime:
    best = max(
        (row for row in _applies() if row.fits(institution, kind, overseer, on)),
        key=lambda row: row.rank,
        default=None,
    )
    words = best.oversight_words if best else ""
    return _regime_of(best.regime if best else GENERIC, institution, words, own)


@lru_cache(maxsize=4_096)
def _regime_of(
    regime_id: str, institution: str, words: str, _own: tuple[Oversight, ...]
) -> Regime:
    """`words`: what whoever holds it to account is called, where not as the regime says.

    `_own`: the relations that this home names itself, which its names follow.
    """
    regime = regimes()[regime_id]
    if words:
        regime = replace(regime, names=replace(regime.names, oversight=words))
    return replace(regime, names=_names(regime, institution))


@dataclass(frozen=True, slots=True)
class Applies:
    """A line that says which regime is in force, for whom, from when to when.

    `oversight_words`: what that body is called in sentences, where the regime calls it otherwise:
    a board under the duties of a commissioner.
    """

    institution: str
    oversight: str
    kind: str
    regime: str
    begins: str
    ends: str
    source: str
    oversight_words: str

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """The nearer line wins: an institution, then who oversees it, then the later one."""
        return (bool(self.institution), bool(self.oversight), self.begins)

    def fits(self, institution: str, kind: str, overseer: str, on: date | None) -> bool:
        """Does the line speak of this institution, on that day?"""
        if self.institution and self.institution != institution:
            return False
        if self.oversight and self.oversight != overseer:
            return False
        if self.kind and self.kind != kind:
            return False
        if on is None:
            return not self.ends
        return (not self.begins or first_day(self.begins) <= on) and (
            not self.ends or on < first_day(self.ends)
        )


@cache
def _applies() -> tuple[Applies, ...]:
    made = tuple(Applies(**row) for row in _rows("regimes.csv"))
    for row in made:
        if row.regime not in regimes():
            raise BadCatalogue(f"regimes.csv names the unknown regime {row.regime}.")
    return made


def applies() -> tuple[Applies, ...]:
    """Which regime is in force for whom, line by line."""
    return _applies()


def names_of(institution: str, *, on: date | None = None) -> Names:
    """“the force”, “the Commissioner”, “the inspectorate”: the words for an institution's page."""
    return regime_of(institution, on=on).names


@cache
def questions() -> tuple[Question, ...]:
    """Templates of suggested questions, one for each reason of an agenda; each one linted."""
    made = []
    for name, raw in _tomls("questions"):
        check_review(raw.get("review"), name)
        for row in raw.get("question", []):
            made.append(question(name, row))
    missing = sorted({r.value for r in Reason} - {q.reason.value for q in made})
    if missing:
        raise BadCatalogue(f"No question is written for the reason {missing[0]}.")
    return tuple(made)


@cache
def sources() -> Mapping[str, Mapping[str, Any]]:
    """Source profiles as their files hold them, by file name without its end."""
    return MappingProxyType({name.removesuffix(".toml"): raw for name, raw in _tomls("sources")})


@cache
def meanings() -> Meanings:
    """Words of one meaning in findings, for “asked before?”."""
    file = files("answerable.catalogue").joinpath("words", "policing.txt")
    return Meanings.of_lines(file.read_text(encoding="utf-8").splitlines())


@cache
def likeness() -> str:
    """The lines of what passages with a record are like (`answerable.reading.likeness`)."""
    return files("answerable.catalogue").joinpath("likeness.txt").read_text(encoding="utf-8")


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its id."""
    made = (Measure.from_dict(raw) for _, raw in _tomls("measures"))
    return MappingProxyType({measure.id: measure for measure in made})


@cache
def measure_packs() -> Mapping[str, MeasurePack]:
    """Every pack of measures by its id; each holds reviewed measures only."""
    known = measures()
    made = (MeasurePack.from_dict(raw, known=known) for _, raw in _tomls("measure-packs"))
    return MappingProxyType({pack.id: pack for pack in made})


def question(name: str, row: Mapping[str, Any]) -> Question:
    """A template from a row of the file called `name`: exact keys, a known reason, linted."""
    wanted = {"id", "reason", "assurance", "by_when", "shown_by", "panel"}
    if set(row) != wanted:
        raise BadCatalogue(f"{name}: a question has exactly the keys {', '.join(sorted(wanted))}.")
    if row["reason"] not in list(Reason):
        raise BadCatalogue(f"{name}: “{row['reason']}” is no reason of an agenda.")
    for key in ("assurance", "by_when", "shown_by", "panel"):
        question_lint.check(row[key])
    return Question(
        id=row["id"],
        reason=Reason(row["reason"]),
        assurance=row["assurance"],
        by_when=row["by_when"],
        shown_by=row["shown_by"],
        panel=row["panel"],
    )


def _names(regime: Regime, institution: str) -> Names:
    """General words of the regime for the bodies that have a part: theirs, not every body's."""
    general = regime.names
    words = {institution: general.institution}
    words |= {o.body: general.oversight for o in relations.table() if o.institution == institution}
    words |= {b.id: b.name for b in bodies().values() if b.kind == "inspectorate"}
    own = [b.id for b in bodies().values() if b.kind == "inspectorate" and _inspects(b, regime)]
    words |= dict.fromkeys(own, general.owner)
    return Names(
        institution=general.institution,
        oversight=general.oversight,
        owner=general.owner,
        inspectors=general.inspectors,
        bodies=MappingProxyType(words),
    )


def _inspects(body: Body, regime: Regime) -> bool:
    """Is it the one that pages of this regime call “the inspectorate”?"""
    return body.invented or body.id in regime.inspectorates


def _folder(name: str) -> Traversable:
    return files("answerable.catalogue").joinpath(name)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = _folder("bodies").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _tomls(folder: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The TOML files of a folder of the catalogue, by name."""
    for part in sorted(_folder(folder).iterdir(), key=lambda item: item.name):
        if part.name.endswith(".toml"):
            try:
                yield part.name, tomllib.loads(part.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise BadCatalogue(f"{folder}/{part.name} is not a TOML file: {error}.") from None
