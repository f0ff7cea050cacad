"""The reports on record, newest first, and how each is named.

A report is named by its references without the body: `hmicfrs/2023/west-mercia/soc/...` and
`hmicfrs/2023/staffordshire/soc/...` are both of the report `hmicfrs/2023/soc`.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from answerable.operations import access, catalogue
from answerable.operations.documents.confirm import subject_in_reference
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Link, Row, Section, SectionsPage
from answerable.scrutiny import phrases
from answerable.scrutiny.matter import report_of
from answerable.store.reads import registers
from answerable.store.reads import reports as stored
from answerable.vocabulary.facts import DocumentFiled, GradeGiven
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

_PARTS = 4
NOTE = marked("No body is ranked against another, and there is no overall grade.")


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


def _listed(
    look: Look, key: ReportKey, held: Mapping[str, tuple[str, str]], *, may: AbstractSet[str]
) -> Row:
    names = sorted(map(naming.body_marked, held))
    day = in_words(min(day for day, _ in held.values()))
    return Row(
        title=f"{phrases.start(subject_words(look, key, held))}, {day}",
        url=look.url(key.url),
        sentence=say("About {values}.", values=", ".join(names)),
        note=by_whom(look, key),
        links=tuple(
            Link(
                label=say("Answer it: {name}", name=name_of(institution)),
                url=look.url(f"/responses/{report}/clock/"),
            )
            for institution, (_, report) in sorted(held.items())
            if institution in may
        ),
    )


def by_whom(look: Look, key: ReportKey) -> str:
    """Whose report it is, and its cycle where the inspectors name one and all grades the same."""
    cycles = _cycles(look).get(key, frozenset())
    name = name_of(key.inspectorate)
    return f"{name}, {next(iter(cycles))}" if len(cycles) == 1 else name


def _cycles(look: Look) -> Mapping[ReportKey, AbstractSet[str]]:
    """Report -> the cycles that its grades name, as this reader sees them."""

    def made() -> dict[ReportKey, set[str]]:
        found: dict[ReportKey, set[str]] = {}
        for version in everything.of_types(look, GradeGiven):
            key, cycle = key_of(version.fact.stream), version.fact.get("cycle")
            if key is not None and cycle:
                found.setdefault(key, set()).add(str(cycle))
        return found

    return registers.kept(("cycles", look.actor, look.on, look.known, look.said), made)


def subject_words(look: Look, key: ReportKey, institutions: Iterable[str]) -> str:
    """The theme of a report; else the title of its file, which a reference holds in part.

    A theme is known where the regime of any of the report's bodies has it: a region has none.
    """
    regimes = [
        catalogue.regime_of(institution, on=look.on) for institution in sorted(institutions)
    ]
    for regime in regimes:
        if any(theme.key == key.subject for theme in regime.themes):
            return regime.theme(key.subject).words
    return _titles(look).get(key.subject) or regimes[0].theme(key.subject).words


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


def name_of(body_id: str) -> str:
    known = catalogue.bodies().get(body_id)
    return known.name if known else body_id
