"""The case page: one institution and one theme, each line with its source (EXPERIENCE 2.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue, installation
from answerable.operations.measures import unmeasured
from answerable.operations.pages import ladder, ways
from answerable.operations.pages.institutions import case_timeline
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Aside, Line, Link, Page, SourceItem
from answerable.operations.pages.proof import Proof, with_redress
from answerable.operations.pages.record.rectified import rectified
from answerable.scrutiny import phrases
from answerable.scrutiny.cases import case as room
from answerable.scrutiny.cases.case import Case
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.plans.sure_links import findings
from answerable.store.reads import registers
from answerable.vocabulary.facts import DocumentFiled, FindingPublished, GradeGiven
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

SHORT_NAMES = ("", "-police")
WHOLE_DAY = len("2024-05-14")
MOST_SOURCES = 2


class NoSuchCase(Refusal):
    """A case that the record does not hold."""

    code = "no_such_case"


@dataclass(frozen=True, slots=True)
class CaseKey:
    """Which institution and which theme."""

    institution: str
    theme: str

    @property
    def reference(self) -> str:
        """`west-mercia/soc`."""
        return f"{self.institution.removesuffix('-police')}/{self.theme}"

    @property
    def url(self) -> str:
        """Its page."""
        return f"/cases/{self.reference}/"


@dataclass(frozen=True, kw_only=True)
class CasePage(Page):
    """The proof of the first sentence, the lines of a case, its days and its sources."""

    answer: Line
    lines: tuple[Line, ...]
    days: Figure | None
    sources: tuple[SourceItem, ...]


def key_of(reference: str) -> CaseKey:
    """The case of `west-mercia/soc`, or a refusal that says which cases there are."""
    name, _, theme = reference.strip("/").partition("/")
    held = registers.reported()
    for institution in (name + end for end in SHORT_NAMES if name + end in held):
        if theme in _last_found(registers.register(institution, valid=date.max)):
            return CaseKey(institution, theme)
    keys = [
        CaseKey(institution, theme).reference
        for institution in held
        for theme in _last_found(registers.register(institution, valid=date.max))
    ]
    raise NoSuchCase(
        say(
            "The record holds no case “{reference}”. It holds: {known}.",
            reference=reference[:60],
            known=", ".join(keys) or say("none yet"),
        )
    )


def cases(look: Look) -> tuple[CaseKey, ...]:
    """Every case with a finding: institution and theme, in alphabetical order."""
    return tuple(key for name in registers.reported() for key in cases_of(look, name))


def cases_of(look: Look, institution: str) -> tuple[CaseKey, ...]:
    """The cases of one institution, in alphabetical order."""
    return tuple(CaseKey(institution, theme) for theme in last_found(look, institution))


def last_found(look: Look, institution: str) -> dict[str, date]:
    """The theme of each case of an institution -> the day of the last finding in it."""
    lines = look.told(institution, "last found", _last_found_lines).splitlines()
    pairs = (line.rpartition(" ") for line in lines)
    return {theme: date.fromisoformat(day) for theme, _, day in pairs}


def _last_found_lines(register: Register) -> str:
    return "\n".join(f"{theme} {day}" for theme, day in _last_found(register).items())


def _last_found(register: Register) -> dict[str, date]:
    def made() -> dict[str, date]:
        found: dict[str, date] = {}
        for finding in register.of(FindingPublished):
            if finding.theme:
                day = finding.valid.start
                found[finding.theme] = max(day, found.get(finding.theme, day))
        return dict(sorted(found.items()))

    return register.once(_last_found, made)


def case_of(register: Register, key: CaseKey, *, on: date) -> Case:
    """The case at the dates of a register, read once while the register stands."""
    return register.once((case_of, key, on), lambda: _case_of(register, key, on=on))


def _case_of(register: Register, key: CaseKey, *, on: date) -> Case:
    regime = catalogue.regime_of(key.institution, on=on)
    return room.case(
        register,
        theme=regime.theme(key.theme),
        institution=catalogue.bodies()[key.institution].name,
        names=regime.names,
        oversight=catalogue.oversight_of(key.institution, on=on),
        latest_read=_latest_read(register),
        unmeasured=unmeasured.reason(key.institution, key.theme, on=on),
    )


def _latest_read(register: Register) -> str | None:
    """The newest day on which a document that is held was published."""
    days = [f.published for f in register.of(DocumentFiled) if f.published]
    return max((d for d in days if len(d) == WHOLE_DAY), default=None)


def case(look: Look, key: CaseKey) -> CasePage:
    """The page of a case."""
    register = look.register(key.institution)
    told = case_of(register, key, on=look.on)
    proof = Proof(look, register)
    behind = tuple(v for line in told.lines for v in line.versions)
    sources = proof.items((*told.sentence_versions, *behind))
    return CasePage(
        title=told.title,
        area="home",
        sentence=told.sentence,
        banner=banner(key.institution),
        past=look.past(),
        as_at=look.as_at(),
        rectified=rectified(look, register, (*told.sentence_versions, *behind)),
        alternates=ways.packs(look, "case", key.reference),
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(
                label=catalogue.bodies()[key.institution].name,
                url=look.url(f"/bodies/{key.institution}/"),
            ),
        ),
        answer=_answer(told, proof),
        lines=tuple(_line(line, proof, key) for line in told.lines),
        days=case_timeline.figure(look, _matter(register, key), url=key.url),
        sources=sources,
        aside=(
            Aside(title=say("What you can do"), actions=_actions(look, key, register, sources)),
            *_ladders(look, key, register, proof),
        ),
        summary_notice=_notice(proof, behind),
    )


def days_csv(look: Look, key: CaseKey) -> bytes:
    """The days of a case as a file."""
    return case_timeline.csv(_matter(look.register(key.institution), key))


def _matter(register: Register, key: CaseKey) -> Matter:
    regime = catalogue.regime_of(key.institution, on=register.valid)
    return Matter(
        register=register,
        theme=regime.theme(key.theme),
        names=regime.names,
        oversight=catalogue.oversight_of(key.institution, on=register.valid),
    )


def _answer(told: Case, proof: Proof) -> Line:
    """The proof of the first sentence, which says a grade."""
    behind = told.sentence_versions
    line = Line(
        label=say("the first sentence"),
        words=told.sentence,
        sources=proof.links(behind)[:MOST_SOURCES],
    )
    graded = [v for v in behind if isinstance(v.fact, GradeGiven)]
    return with_redress(line, graded or behind, proof)


def _line(line: room.Line, proof: Proof, key: CaseKey) -> Line:
    links = proof.links(line.versions)
    left = len(links) - MOST_SOURCES
    shown = Line(
        label=line.label,
        words=line.words,
        id=line.key,
        sources=links[:MOST_SOURCES],
        more=Link(label=say("and {left} more below", left=left), url="#sources")
        if left > 0
        else None,
    )
    if line.key == "asked" and links:
        each = Link(label=say("Read each one"), url=proof.look.url(f"{key.url}recommendations/"))
        return replace(shown, links=(each,))
    if line.key == "replies" and links:
        return replace(shown, links=_replies(line, proof, key), linked=True)
    graded = [v for v in line.versions if isinstance(v.fact, GradeGiven)]
    return with_redress(shown, graded, proof) if line.key == "before" else shown


def _replies(line: room.Line, proof: Proof, key: CaseKey) -> tuple[Link, ...]:
    """“The Commissioner says” and “The force says”, each leading to the words of its reply."""
    matter = _matter(proof.register, key)
    found: dict[str, Link] = {}
    for version in line.versions:
        name = matter.speaker(version.fact.get("by_office"))
        link = Link(
            label=say("{name} says", name=phrases.start(name)), url=proof.place_url(version)
        )
        found.setdefault(name, link)
    order = sorted(found, key=lambda name: name != matter.names.oversight)
    return tuple(found[name] for name in order)


def _actions(
    look: Look, key: CaseKey, register: Register, sources: Sequence[SourceItem]
) -> tuple[Link, ...]:
    graded = [g.valid.start for g in register.of(GradeGiven)]
    year = max((d.year for d in graded), default=look.on.year)
    invented = catalogue.bodies()[key.institution].invented
    own_week = Link(
        label=say("Run your own week (Anyshire, invented)"), url="/sessions/anyshire-pcc/next/"
    )
    return (
        *((Link(label=say("See the source of each line"), url="#sources"),) if sources else ()),
        Link(
            label=say("See it as it stood on 1 January {year}", year=year),
            url=f"{key.url}?said={year}-01-01",
        ),
        Link(label=say("Paste a news article"), url="/read/"),
        *(() if invented or installation.installed() else (own_week,)),
        Link(label=say("Check that nothing was altered"), url="/history/verify/"),
    )


def _ladders(look: Look, key: CaseKey, register: Register, proof: Proof) -> tuple[Aside, ...]:
    names = catalogue.names_of(key.institution, on=look.on)
    found = findings(register, theme=key.theme, names=names)
    causes = [f for f in found if family(f.kind) == CAUSE and f.open]
    if not causes:
        return ()
    latest = max(causes, key=lambda f: f.first.fact.valid.start)
    return (
        Aside(
            title=say("How far it has got"),
            rungs=ladder.rungs(latest, proof),
            links=(
                Link(
                    label=say("The cause of concern"),
                    url=look.url(f"/findings/{latest.reference}/"),
                ),
            ),
        ),
    )


def _notice(proof: Proof, behind: tuple[Version, ...]) -> str:
    if not any(v.fact.source and v.fact.source.kind == "summary" for v in behind):
        return ""
    return say(
        "The sources of this page are summaries written for this "
        "demonstration from public pages; each names the address it "
        "summarises. They are not the originals’ words."
    )
