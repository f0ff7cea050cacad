"""A report of an inspectorate over one body or over many: one page, the form for every report.

A report is named by its references without the body: `hmicfrs/2023/west-mercia/soc/...` and
`hmicfrs/2023/staffordshire/soc/...` are both of the report `hmicfrs/2023/soc`. Bodies stand in
alphabetical order; a grade belongs to one body, and nothing is ranked or added up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.documents.confirm import subject_in_reference
from answerable.operations.pages import naming
from answerable.operations.pages.institutions import body
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Link, Row, Section, SectionsPage, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.scrutiny.grades import NOT_GRADED
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.store.reads import reports as stored
from answerable.vocabulary.facts import (
    DocumentFiled,
    FindingPublished,
    GradeGiven,
    InspectionRecorded,
)
from answerable.vocabulary.finding_kinds import RECOMMENDATION
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

_PARTS = 4
MOST_ROWS, MOST_OF_EACH = 100, 5
"""Above so many findings a report's page shows the first of each body; its page has all."""
NOTE = marked("No body is ranked against another, and there is no overall grade.")


class NoSuchReport(Refusal):
    """A report about which nothing is on record."""

    code = "no_such_report"


@dataclass(frozen=True, order=True, slots=True)
class ReportKey:
    """Inspectorate, cycle and subject, as they stand in the references of a report."""

    inspectorate: str
    cycle: str
    subject: str

    @property
    def url(self) -> str:
        """The report's own address."""
        return f"/reports/{self.inspectorate}/{self.cycle}/{self.subject}/"


@lru_cache(maxsize=2**16)
def key_of(reference: str) -> ReportKey | None:
    """The report that a reference belongs to; None for what is not of a report's form.

    >>> key_of("hmicfrs/2023/west-mercia/soc/recommendation/2")
    ReportKey(inspectorate='hmicfrs', cycle='2023', subject='soc')
    """
    parts = report_of(reference).split("/")
    if len(parts) != _PARTS:
        return None
    return ReportKey(parts[0], parts[1], parts[3])


def keys(look: Look) -> tuple[ReportKey, ...]:
    """Every report on record, by name."""
    return tuple(sorted(_spoken_of(look), key=lambda key: key.url))


def reports(look: Look) -> SectionsPage:
    """Every report on record, newest first, with the bodies it speaks of."""
    found = _spoken_of(look)
    about = {institution for held in found.values() for institution in held}
    may = {i for i in about if access.may(look.actor, "respond", about=i)}
    newest = sorted(found, key=lambda key: (max(found[key].values())[0], key), reverse=True)
    return SectionsPage(
        title=say("Inspection reports"),
        area="bodies",
        sentence=say(
            "The record holds something of {reports}. {note}",
            reports=_reports(len(found)),
            note=NOTE,
        ),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Newest first"),
                rows=tuple(_listed(look, key, found[key], may=may) for key in newest),
                absent="" if found else say("No report is on record yet."),
            ),
        ),
    )


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
    names = sorted(about, key=lambda i: _name(i).casefold())
    parts = _Parts(look, key, held, about, names)
    return SectionsPage(
        title=say(
            "{subject}: report of {published}", subject=parts.subject, published=parts.published
        ),
        kicker=f"{_name(inspectorate)}, {parts.cycle}",
        area="bodies",
        sentence=parts.sentence(),
        banner=banner(names[0]),
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
                    Link(label=_name(i), url=look.url(f"/bodies/{i}/"))
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

    def _of(self, *types: type) -> list[Version]:
        return [v for i in self.names for v in self.about[i] if isinstance(v.fact, types)]

    @property
    def subject(self) -> str:
        """The graded question where all bodies have the same one, else the theme in words."""
        asked = {str(v.fact.get("question")) for v in self._of(GradeGiven)}
        if len(asked) == 1:
            return asked.pop()
        return phrases.start(_subject(self.look, self.key, self.names[0]))

    @property
    def cycle(self) -> str:
        cycles = {v.fact.get("cycle") for v in self._of(GradeGiven)} - {None}
        return (
            str(cycles.pop()) if len(cycles) == 1 else say("cycle {cycle}", cycle=self.key.cycle)
        )

    @property
    def published(self) -> str:
        days = {v.fact.valid.start for v in self._of(GradeGiven, FindingPublished)}
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
            names = " and ".join(sorted(_name(i) for i in others))
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
            proof = Proof(self.look, self.held[fact.institution])
            rows.append(
                (
                    Cell(
                        words=_name(fact.institution),
                        url=self.look.url(f"/bodies/{fact.institution}/"),
                    ),
                    str(fact.get("question") or "Not in our sources"),
                    phrases.start(str(fact.get("value"))),
                    proof.grade_cell(version, about=f"the grade of {_name(fact.institution)}"),
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
            proof = Proof(self.look, self.held[fact.institution]).link(version)
            rows.append(
                (
                    _name(fact.institution),
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
            references = [
                v.fact.stream
                for v in self.about[institution]
                if isinstance(v.fact, FindingPublished)
            ]
            if not references:
                silent.append(_name(institution))
                continue
            shown = references[:MOST_OF_EACH] if many else references
            more = len(references) - len(shown)
            names = catalogue.regime_of(institution, on=self.held[institution].valid).names
            proof = Proof(self.look, self.held[institution])
            yield Section(
                title=f"What was found: {_name(institution)}",
                id=f"found-{institution}",
                rows=tuple(
                    body.finding_row(
                        progress(self.held[institution], r, names=names), self.look, proof
                    )
                    for r in dict.fromkeys(shown)
                ),
                links=(
                    Link(
                        label=f"{more:,} more of {_name(institution)}, on its own page",
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
                        label=f"{_name(institution)}: reply and its clock",
                        url=self.look.url(f"/responses/{place}/clock/"),
                    )
                )
        if not links:
            return None
        return Section(title=say("Replies"), id="replies", links=tuple(links))


def _spoken_of(look: Look) -> Mapping[ReportKey, Mapping[str, tuple[str, str]]]:
    """Report -> body -> the first day on which something of it is true, and its reference."""
    known = look.head.size - 1 if look.known is None else look.known
    on, said = look.on.isoformat(), look.said.isoformat() if look.said else None

    def made() -> Mapping[ReportKey, Mapping[str, tuple[str, str]]]:
        found: dict[ReportKey, dict[str, tuple[str, str]]] = {}
        for spoken in stored.spoken(on=on, known=known, said=said):
            if (key := key_of(spoken.stream)) is not None:
                held = found.setdefault(key, {})
                part = (spoken.day, report_of(spoken.stream))
                held[spoken.institution] = min(part, held.get(spoken.institution, part))
        return found

    return registers.kept(("reports", on, known, said), made)


def _institutions(key: ReportKey) -> tuple[str, ...]:
    begins = f"{key.inspectorate}/{key.cycle}/"
    return stored.institutions_of(begins=begins, holds=f"/{key.subject}/")


def _part(register: Register, key: ReportKey) -> tuple[Version, ...]:
    return register.once(_part, lambda: _parts_of(register)).get(key, ())


def _parts_of(register: Register) -> Mapping[ReportKey, tuple[Version, ...]]:
    """What the record holds of each report about a body, looked through once for all of them."""
    found: dict[ReportKey, list[Version]] = defaultdict(list)
    for version in register.versions_of(GradeGiven, FindingPublished, InspectionRecorded):
        if (key := key_of(version.fact.stream)) is not None:
            found[key].append(version)
    return {key: tuple(versions) for key, versions in found.items()}


def _listed(
    look: Look, key: ReportKey, held: Mapping[str, tuple[str, str]], *, may: AbstractSet[str]
) -> Row:
    names = sorted(map(naming.body_marked, held))
    day = in_words(min(day for day, _ in held.values()))
    return Row(
        title=f"{phrases.start(_subject(look, key, min(held)))}, {day}",
        url=look.url(key.url),
        sentence=say("About {values}.", values=", ".join(names)),
        note=say("{name}, cycle {cycle}", name=_name(key.inspectorate), cycle=key.cycle),
        links=tuple(
            Link(
                label=say("Answer it: {name}", name=_name(institution)),
                url=look.url(f"/responses/{report}/clock/"),
            )
            for institution, (_, report) in sorted(held.items())
            if institution in may
        ),
    )


def _subject(look: Look, key: ReportKey, institution: str) -> str:
    """The theme of a report; else the title of its file, which a reference holds in part."""
    regime = catalogue.regime_of(institution, on=look.on)
    if any(theme.key == key.subject for theme in regime.themes):
        return regime.theme(key.subject).words
    return _titles(look).get(key.subject) or regime.theme(key.subject).words


def _titles(look: Look) -> Mapping[str, str]:
    """The subject in a reference -> the title of a filed report, as this reader sees them."""

    def made() -> dict[str, str]:
        return {
            subject_in_reference(f.title): f.title
            for institution in registers.institutions()
            for f in look.register(institution).of(DocumentFiled)
            if f.title
        }

    return registers.kept(("titles", look.actor, look.on, look.known, look.said), made)


def _reports(n: int) -> str:
    return "1 report" if n == 1 else say("{n} reports", n=f"{n:,}")


def _bodies(n: int) -> str:
    return say("body was") if n == 1 else say("bodies were")


def _name(body_id: str) -> str:
    known = catalogue.bodies().get(body_id)
    return known.name if known else body_id
