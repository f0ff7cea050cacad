"""One institution and one theme, read together: its reports, findings, sessions, plans, claims.

Pages about a case ask this once; each line of the page is then a few words over it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from answerable.ledger.register import Register, Version
from answerable.scrutiny.grades import Grade, grades
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions
from answerable.scrutiny.report_names import report_of
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.subject import Subject, subject_of
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ClaimMade, MeetingHeld, OfficeDefined
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.regimes import Names, Theme
from answerable.vocabulary.times import last_day

__all__ = ["Matter", "report_of"]

_IN_ORDER = attrgetter("fact.valid.start", "seq")
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Matter:
    """A theme in a register, with the words for the parties and the id of the oversight body."""

    register: Register
    theme: Theme
    names: Names
    oversight: str | None = None

    def named_in(self, text: str) -> bool:
        """Does a text in small letters name the theme?"""
        names = {w.lower() for w in (self.theme.words, self.theme.short) if w and w != "this"}
        return any(name in text for name in names)

    @cached_property
    def subject(self) -> Subject:
        """Which facts are about the theme."""
        return subject_of(self.register, self.theme.key)

    @cached_property
    def grades(self) -> tuple[Grade, ...]:
        """Grades of the theme, oldest first."""
        return grades(self.register, theme=self.theme.key)

    @cached_property
    def findings(self) -> tuple[Progress, ...]:
        """Findings of the theme by their sure links, in the order of the record."""
        every = findings(self.register, theme=self.theme.key, names=self.names)
        return tuple(item for item in every if asks(item.kind))

    @cached_property
    def actions(self) -> tuple[Progress, ...]:
        """Actions of the theme, in the order of the record."""
        return actions(self.register, theme=self.theme.key, names=self.names)

    @cached_property
    def report(self) -> str | None:
        """The latest report that graded the theme or found something in it."""
        dated = [(g.on, g.version.seq, g.version.fact.stream) for g in self.grades]
        dated += [(f.first.fact.valid.start, f.first.seq, f.reference) for f in self.findings]
        return report_of(max(dated)[2]) if dated else None

    @cached_property
    def grade(self) -> Grade | None:
        """The grade of the latest report."""
        return next((g for g in reversed(self.grades) if self.is_latest(g.version)), None)

    @cached_property
    def published(self) -> date | None:
        """The day on which the latest report came out."""
        if self.grade is not None:
            return self.grade.on
        return max((f.first.fact.valid.start for f in self.found), default=None)

    @cached_property
    def found(self) -> tuple[Progress, ...]:
        """The findings of the latest report."""
        return tuple(f for f in self.findings if self.is_latest(f.first))

    @cached_property
    def meetings(self) -> tuple[Version, ...]:
        """Sessions of the oversight body for which papers are held; one a stream."""
        held = {
            v.fact.stream: v
            for v in self.register.versions_of(MeetingHeld)
            if self.oversight is None or v.fact.get("body") == self.oversight
        }
        return tuple(sorted(held.values(), key=lambda v: (v.fact.valid.start, v.seq)))

    @cached_property
    def on_subject(self) -> tuple[Version, ...]:
        """Those of the sessions in which the subject was an item."""
        return tuple(v for v in self.meetings if v.fact.stream in self.subject.meetings)

    def of(self, *types: type[Fact]) -> tuple[Version, ...]:
        """Versions of some types about the theme, by the date from which they are true."""
        if len(types) == 1:
            return self._by_type.get(types[0], ())
        found = [v for kind in dict.fromkeys(types) for v in self._by_type.get(kind, ())]
        return tuple(sorted(found, key=_IN_ORDER))

    @cached_property
    def _by_type(self) -> Mapping[type[Fact], tuple[Version, ...]]:
        """What is about the theme, looked through once for all that is asked of it."""
        made: dict[type[Fact], list[Version]] = {}
        for version in self.subject.versions:
            made.setdefault(type(version.fact), []).append(version)
        return {kind: tuple(sorted(found, key=_IN_ORDER)) for kind, found in made.items()}

    @cached_property
    def counted(self) -> Mapping[str, tuple[Version, ...]]:
        """Claims by the unit that they count, in the singular and small letters."""
        made: dict[str, list[Version]] = {}
        for version in self.of(ClaimMade):
            unit = (version.fact.get("unit") or "").lower().replace("-", " ").removesuffix("s")
            made.setdefault(unit, []).append(version)
        return {unit: tuple(found) for unit, found in made.items()}

    @cached_property
    def numbered(self) -> Mapping[tuple[str, int], tuple[Version, ...]]:
        """The same by unit and number."""
        made: dict[tuple[str, int], list[Version]] = {}
        for unit, found in self.counted.items():
            for version in found:
                if (n := version.fact.get("n")) is not None:
                    made.setdefault((unit, n), []).append(version)
        return {key: tuple(found) for key, found in made.items()}

    @cached_property
    def said(self) -> tuple[tuple[Version, frozenset[str]], ...]:
        """Claims without a number, each with the longer words of its scope."""
        return tuple(
            (v, frozenset(_WORD.findall((v.fact.get("scope") or "").lower())))
            for v in self.of(ClaimMade)
            if v.fact.get("n") is None
        )

    def speaker(self, office: str | None) -> str:
        """“the Commissioner” or “the force”, by the office that spoke."""
        wanted = (office or "").removeprefix("office/")
        defined = self.register.of(OfficeDefined, stream=f"office/{wanted}")
        body = defined[-1].body if defined else None
        if body is not None and body != self.register.institution:
            return self.names.bodies.get(body) or self.names.oversight
        words = wanted.replace("-", " ")
        theirs = body is None and ("commissioner" in words or wanted == self.oversight)
        return self.names.oversight if theirs else self.names.institution

    @cached_property
    def latest_source(self) -> str | None:
        """Publication date, with its precision, of the latest source behind any fact."""
        stated = [v.fact.said for v in self.register.versions if v.fact.said]
        return max(stated, key=last_day, default=None)

    def is_latest(self, version: Version) -> bool:
        """Does it belong to the latest report?"""
        return report_of(version.fact.stream) == self.report
