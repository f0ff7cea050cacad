"""A report of an inspectorate over one body or over many: one page, the form for every report.

Bodies stand in alphabetical order; a grade belongs to one body, and nothing is ranked or added
up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages import summarised
from answerable.operations.pages.institutions.finding_row import finding_row
from answerable.operations.pages.institutions.reports import (
    NOTE,
    ReportKey,
    by_whom,
    key_of,
    name_of,
    subject_words,
)
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Link, Section, SectionsPage, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.scrutiny.grades import NOT_GRADED, graded
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans.sure_links import answering, sure
from answerable.scrutiny.progress import Progress, progress
from answerable.scrutiny.replies.responses import by_number
from answerable.store.reads import reports as stored
from answerable.vocabulary.facts import (
    FindingPublished,
    GradeGiven,
    InspectionRecorded,
)
from answerable.vocabulary.finding_kinds import RECOMMENDATION
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

MOST_ROWS, MOST_OF_EACH = 100, 5
"""Above so many findings a report's page shows the first of each body; its page has all."""


_STATED = (GradeGiven, FindingPublished, InspectionRecorded)
"""What a report states."""


class NoSuchReport(Refusal):
    """A report about which nothing is on record."""

    code = "no_such_report"


def report(look: Look, inspectorate: str, cycle: str, subject: str) -> SectionsPage:
    """One report: every body's grade, what was found, when inspectors came, and the replies."""
    key = ReportKey(inspectorate, cycle, subject)
    held = {i: look.register(i) for i in _institutions(key)}
    about = {i: part for i, register in held.items() if (part := _part(register, key))}
    if not about:
        raise NoSuchReport(
            f"Nothing is on record of a report “{inspectorate}/{cycle}/{subject}”. "
            "See the list of reports at /reports/."
        )
    names = sorted(about, key=lambda i: name_of(i).casefold())
    parts = _Parts(look, key, held, about, names)
    return SectionsPage(
        title=say(
            "{subject}: report of {published}", subject=parts.subject, published=parts.published
        ),
        kicker=by_whom(look, key),
        area="bodies",
        sentence=parts.sentence(),
        banner=banner(names[0]),
        summary_notice=summarised.notice(look, names),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Inspection reports"), url=look.url("/reports/")),),
        sections=tuple(
            section
            for section in (parts.grades(), parts.visits(), *parts.found(), parts.replies())
            if section is not None
        ),
        aside=(
            Aside(
                title=say("How to read this page"),
                paragraphs=(
                    say(
                        "A grade belongs to one body and one report. Grades of other "
                        "reports come from other cycles and are not one line with these."
                    ),
                    say("Where our sources do not have a report's words, the page says so."),
                ),
                links=tuple(
                    Link(label=name_of(i), url=look.url(f"/bodies/{i}/"))
                    for i in names
                    if i in catalogue.bodies()
                ),
            ),
        ),
    )


@dataclass(frozen=True)
class _Parts:
    look: Look
    key: ReportKey
    held: dict[str, Register]
    about: dict[str, tuple[Version, ...]]
    names: Sequence[str]

    @cached_property
    def _by_type(self) -> Mapping[type, list[Version]]:
        """Versions by the type of their fact, in the order of the names."""
        every = [version for name in self.names for version in self.about[name]]
        return {one: [v for v in every if isinstance(v.fact, one)] for one in _STATED}

    @cached_property
    def _proofs(self) -> Mapping[str, Proof]:
        return {name: Proof(self.look, self.held[name]) for name in self.names}

    def _of(self, one: type) -> list[Version]:
        return self._by_type[one]

    @property
    def subject(self) -> str:
        """The graded question where all bodies have the same one, else the theme in words."""
        asked = {str(v.fact.get("question")) for v in self._of(GradeGiven)}
        if len(asked) == 1:
            return asked.pop()
        return phrases.start(subject_words(self.look, self.key, self.names))

    @property
    def published(self) -> str:
        told = (*self._of(GradeGiven), *self._of(FindingPublished))
        days = {v.fact.valid.start for v in told}
        return phrases.on_day(min(days))

    def sentence(self) -> str:
        given = self._of(GradeGiven)
        graded = {v.fact.institution for v in given if v.fact.get("value") != NOT_GRADED}
        others = {v.fact.institution for v in given} - graded
        many = phrases.number(len(graded))
        words = (
            say("{many} {bodies} graded", many=phrases.start(many), bodies=_bodies(len(graded)))
            if graded
            else ""
        )
        if others:
            names = " and ".join(sorted(name_of(i) for i in others))
            was = "was" if len(others) == 1 else "were"
            words = (
                say("{words}; {names} {was} not", words=words, names=names, was=was)
                if words
                else say("{names} {was} not graded", names=names, was=was)
            )
        return f"{words or 'No grade of this report is in our sources'}. {NOTE}"

    def grades(self) -> Section | None:
        rows = []
        for version in self._of(GradeGiven):
            fact = version.fact
            proof = self._proofs[fact.institution]
            rows.append(
                (
                    Cell(
                        words=name_of(fact.institution),
                        url=self.look.url(f"/bodies/{fact.institution}/"),
                    ),
                    str(fact.get("question") or "Not in our sources"),
                    phrases.start(graded(str(fact.get("value")), fact.get("standing"))),
                    proof.grade_cell(version, about=f"the grade of {name_of(fact.institution)}"),
                )
            )
        if not rows:
            return None
        return Section(
            title=say("Grades, body by body"),
            id="grades",
            table=Table(
                caption=say("In alphabetical order; each grade belongs to one body"),
                head=(say("Body"), say("Question"), say("Grade"), say("Source")),
                rows=tuple(rows),
            ),
        )

    def visits(self) -> Section | None:
        rows = []
        for version in self._of(InspectionRecorded):
            fact = version.fact
            proof = self._proofs[fact.institution].link(version)
            rows.append(
                (
                    name_of(fact.institution),
                    in_words(str(fact.get("fieldwork") or fact.valid.start.isoformat())),
                    Cell(words=proof.label, url=proof.url) if proof else Cell(words="—"),
                )
            )
        if not rows:
            return None
        return Section(
            title=say("When inspectors came"),
            id="visits",
            paragraphs=(say("Where sources name different months, each stands with its source."),),
            table=Table(
                caption=say(
                    "Inspections behind the report of {published}", published=self.published
                ),
                head=(say("Body"), say("Inspected"), say("Source")),
                rows=tuple(rows),
            ),
        )

    def found(self) -> Iterable[Section]:
        silent = []
        many = len(self._of(FindingPublished)) > MOST_ROWS
        for institution in self.names:
            every = _findings(self.held[institution], self.key)
            if not every:
                silent.append(name_of(institution))
                continue
            shown = every[:MOST_OF_EACH] if many else every
            more = len(every) - len(shown)
            proof, names = self._proofs[institution], _names(self.held[institution])
            yield Section(
                title=f"What was found: {name_of(institution)}",
                id=f"found-{institution}",
                rows=tuple(finding_row(item, self.look, proof, names) for item in shown),
                links=(
                    Link(
                        label=f"{more:,} more of {name_of(institution)}, on its own page",
                        url=self.look.url(f"/bodies/{institution}/"),
                    ),
                )
                if more
                else (),
            )
        if silent:
            yield Section(
                title="Findings that our sources do not have",
                id="silent",
                paragraphs=(
                    "The record holds no cause of concern, recommendation or area for improvement "
                    f"of this report about: {', '.join(silent)}. That does not mean that there is "
                    "none.",
                ),
            )

    def replies(self) -> Section | None:
        links = []
        for institution in self.names:
            asked = [
                v
                for v in self.about[institution]
                if isinstance(v.fact, FindingPublished) and v.fact.kind == RECOMMENDATION
            ]
            on = self.held[institution].valid
            if asked and catalogue.regime_of(institution, on=on).clocks:
                place = report_of(asked[0].fact.stream)
                links.append(
                    Link(
                        label=f"{name_of(institution)}: reply and its clock",
                        url=self.look.url(f"/responses/{place}/clock/"),
                    )
                )
        if not links:
            return None
        return Section(title=say("Replies"), id="replies", links=tuple(links))


def _institutions(key: ReportKey) -> tuple[str, ...]:
    begins = f"{key.inspectorate}/{key.cycle}/"
    return stored.institutions_of(begins=begins, holds=f"/{key.subject}/")


def _part(register: Register, key: ReportKey) -> tuple[Version, ...]:
    return register.once(_part, lambda: _parts_of(register)).get(key, ())


def _names(register: Register) -> Names:
    """The words for an institution of the report."""

    def made() -> Names:
        return catalogue.names_of(register.institution, on=register.valid)

    return register.once(_names, made)


def _findings(register: Register, key: ReportKey) -> tuple[Progress, ...]:
    """How far each finding of a report about a body got, in the order of their numbers."""

    def made() -> tuple[Progress, ...]:
        stated = (v.fact for v in _part(register, key))
        found = dict.fromkeys(f.stream for f in stated if isinstance(f, FindingPublished))
        names = _names(register)
        read = (progress(register, r, names=names) for r in found)
        told = (sure(one, answering(register, one, names), names=names) for one in read)
        return tuple(sorted(told, key=by_number))

    return register.once((_findings, key), made)


def _parts_of(register: Register) -> Mapping[ReportKey, tuple[Version, ...]]:
    """What the record holds of each report about a body, looked through once for all of them."""
    found: dict[ReportKey, list[Version]] = defaultdict(list)
    for version in register.versions_of(*_STATED):
        if (key := key_of(version.fact.stream)) is not None:
            found[key].append(version)
    return {key: tuple(versions) for key, versions in found.items()}


def _bodies(n: int) -> str:
    return say("body was") if n == 1 else say("bodies were")
