"""Figures that a statement may be set against: each measure of an institution, checks run.

Only months that every check left in are handed on; what a check took out is said in words.
"""

import re
from datetime import date

from answerable.evidence.spoken import Spoken
from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.scrutiny.claims.claims import Measured
from answerable.vocabulary.facts import FindingPublished, ObservationsLoaded
from answerable.vocabulary.measures import Measure

_SUBJECT = re.compile(r"^(.*?)(?: recorded\b| within\b|,|$)")
_SMALL = frozenset({"from", "again", "offences", "and", "of", "homes"})
_CRIME = "police-uk-"
_EVERY_ROW = "police-uk-street-rows"
_SAID_AS = {
    "bicycle-theft": (("bike", "theft"), ("cycle", "theft"), ("stolen", "bikes")),
    "anti-social-behaviour": (("antisocial", "behaviour"), ("asb",)),
    "vehicle-crime": (("car", "crime"), ("vehicle", "theft"), ("car", "theft")),
    "shoplifting": (("shop", "theft"), ("retail", "theft")),
    "possession-of-weapons": (("weapon", "offences"), ("weapon", "possession")),
}
"""What people call what a measure counts, by the end of its id."""
_NOT_ORGANISED = "Recorded crime is not a measure of organised crime."


def measured(register: Register, *, on: date) -> tuple[Measured, ...]:
    """The measures of the register's institution of which monthly figures are held."""
    body = register.institution
    loaded = {v.fact.stream for v in register.versions_of(ObservationsLoaded)}
    soc = any(f.theme == "soc" for f in register.of(FindingPublished))
    found = []
    for measure in catalogue.measures().values():
        stream = evidence.stream_of(measure.id, body)
        if measure.grain != "month" or measure.id == _EVERY_ROW:
            continue
        if stream not in loaded and not measure.id.startswith(_CRIME):
            continue  # a measure of somebody else's own
        values, spoken = _held(measure, body, on) if stream in loaded else ({}, ())
        found.append(
            Measured(
                id=measure.id,
                title=measure.title,
                words=subject(measure),
                unit=measure.unit.name,
                values=values,
                left_out=tuple(dict.fromkeys(s.sentence for s in spoken if _stopped(s))),
                caveat=_NOT_ORGANISED if soc and measure.id.startswith(_CRIME) else "",
                behind=register.versions_of(ObservationsLoaded, stream=stream),
                also=said_as(measure),
            )
        )
    return tuple(found)


def _held(measure: Measure, body: str, on: date) -> tuple[dict[date, float], tuple[Spoken, ...]]:
    series, spoken = evidence.guarded(measure, body, on=on)
    pairs = zip(series.dates, series.values, strict=True)
    return {day: value for day, value in pairs if value is not None}, spoken


def subject(measure: Measure) -> tuple[str, ...]:
    """The words by which a sentence names a measure: those of its title before “recorded”."""
    found = _SUBJECT.match(measure.title.lower())
    words = found[1].split() if found else []
    return tuple(word for word in words if word not in _SMALL)


def said_as(measure: Measure) -> tuple[tuple[str, ...], ...]:
    """Other names of what it counts: everyday ones, and those of a body's own by its id."""
    if measure.id.startswith(_CRIME):
        return _SAID_AS.get(measure.id.removeprefix(_CRIME), ())
    _body, *rest = measure.id.split("-")
    return (tuple(word for word in rest if word not in _SMALL),) if len(rest) > 1 else ()


def _stopped(spoken: Spoken) -> bool:
    return spoken.level == "stop"
