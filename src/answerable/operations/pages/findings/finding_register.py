"""One register of findings from every source, with filters."""

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from urllib.parse import urlencode

from answerable.operations import access, catalogue, installation
from answerable.operations.pages import acts, naming, summarised, whose
from answerable.operations.pages.accountability.claims import ClaimsPage
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import pages
from answerable.operations.pages.parts import Aside, Cell, Link, Section, Table
from answerable.scrutiny.accountability import finding_sources as room
from answerable.scrutiny.accountability.finding_sources import Filed, Listed
from answerable.scrutiny.accountability.source_clocks import ends_on, starts_on
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.store.reads import registers
from answerable.vocabulary.escalation import FindingSource
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words

A_PAGE = 50
RULE = marked(
    "A state in a source’s own word stays the source’s. It moves no "
    "step of ours, and it closes nothing: a finding is closed by its "
    "owner, on a ground."
)


def register(
    look: Look, *, body: str = "", source: str = "", number: int = 1, written: int | None = None
) -> ClaimsPage:
    """Every finding of a body, or of all, from one source or all."""
    wanted = (whose.institution_of(body),) if body else registers.institutions()
    found = [row for name in wanted for row in _listed(look, name)]
    counted = Counter(row.finding.source for row in found)
    kept = [row for row in found if not source or row.finding.source == source]
    kept.sort(key=attrgetter("finding.on"), reverse=True)
    count = max(1, -(-len(kept) // A_PAGE))
    number = min(max(number, 1), count)
    shown = kept[(number - 1) * A_PAGE : number * A_PAGE]
    query = {k: v for k, v in (("body", body), ("source", source)) if v}
    name = naming.body_words(wanted[0]) if body else ""
    regimes = [catalogue.regime_of(n, on=look.on) for n in wanted]
    chosen = _words(source, regimes) if source else ""
    return ClaimsPage(
        title=" ".join(
            (
                say("Findings"),
                *(
                    (say("from {chosen}", chosen=chosen),)
                    if chosen
                    else (say("from every source"),)
                ),
                *((f"- {name}",) if name else ()),
            )
        ),
        area="bodies",
        sentence=_sentence(len(kept), counted, source),
        banner=banner(wanted[0] if body else None),
        summary_notice=summarised.notice(look, wanted),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        crumbs=(Link(label=say("Bodies"), url=look.url("/bodies/")),),
        sections=(
            Section(
                title=say("Findings, the latest first"),
                id="findings",
                table=Table(
                    caption=say("Each finding with its source and both states"),
                    head=(
                        say("Finding"),
                        say("Source"),
                        say("Its own state there"),
                        say("Where it stands"),
                        say("Dates"),
                    ),
                    rows=tuple(_row(look, row) for row in shown),
                )
                if shown
                else None,
                absent="" if shown else say("No finding from this source is on the record."),
                paragraphs=_of_copy(look, len(kept)),
            ),
            *_clocks(tuple(dict.fromkeys(regime.id for regime in regimes))),
        ),
        pages=None
        if look.is_still
        else pages(
            label=say("Pages of findings"),
            number=number,
            count=count,
            url=lambda n: look.url(f"/findings/?{urlencode({**query, 'page': n})}"),
        ),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(RULE,)),
            Aside(title=say("By source"), links=_filters(look, counted, regimes, body)),
            *_record(look, wanted),
        ),
    )


def _of_copy(look: Look, count: int) -> tuple[str, ...]:
    """A copy in plain files has the latest here: one change would be one of every page."""
    if not look.is_still or count <= A_PAGE:
        return ()
    return (
        say(
            "This copy lists the latest {shown} of {count}. The others stand on the pages of "
            "their bodies and reports; all of them are in the open data.",
            shown=A_PAGE,
            count=f"{count:,}",
        ),
    )


@dataclass(frozen=True, slots=True)
class _Of:
    institution: str
    finding: Filed


def _listed(look: Look, institution: str) -> tuple[_Of, ...]:
    """The findings of an institution, made once for a register."""
    register = look.register(institution)
    return register.once(
        _listed, lambda: tuple(_Of(institution, finding) for finding in room.filed(register))
    )


def _row(look: Look, row: _Of) -> tuple[str | Cell, ...]:
    institution = row.institution
    names = catalogue.names_of(institution, on=look.on)
    one = room.one(look.register(institution), row.finding.reference, names=names)
    item, regime = one.item, catalogue.regime_of(institution, on=look.on)
    source = next((s for s in regime.finding_sources if s.key == one.source), None)
    published = item.first.fact.valid.start
    return (
        Cell(
            words=naming.short(naming.told(item.first.fact)),
            url=look.url(f"/findings/{item.reference}/"),
            note=naming.body_marked(institution),
        ),
        source.words if source else one.source.replace("-", " ").capitalize(),
        one.state or say("Not in our sources"),
        item.sentence or say("Not in our sources."),
        Cell(words=on_day(published), note=_due(institution, one, source)),
    )


def _due(institution: str, one: Listed, source: FindingSource | None) -> str:
    """Due, and of an office's own record the end of the source's period to answer."""
    parts = [say("Due {day}.", day=in_words(one.item.due))] if one.item.due else []
    body = catalogue.bodies().get(institution)
    own = installation.installed() is not None or (body is not None and body.invented)
    if source is None or not own or source.answer_days is None or not asks(one.item.kind):
        return " ".join(parts)
    last = ends_on(starts_on(one.item.first.fact, source), source)
    parts.append(
        say("Its period to answer ends on {day}.", day=on_day(last))
        if last
        else say("The day from which its period to answer runs is not in our sources.")
    )
    return " ".join(parts)


def _clocks(regimes: tuple[str, ...]) -> tuple[Section, ...]:
    """Each source with its own states and clock, as the regime's file has them."""
    known = catalogue.regimes()
    rows = {
        s.key: (
            s.words,
            ", ".join(s.states),
            say("{answer_days} days. {clock}.", answer_days=s.answer_days, clock=start(s.clock))
            if s.answer_days
            else f"{start(s.clock)}.",
            " ".join((*((f"{s.law}:",) if s.law else ()), naming.breakable(s.source))),
        )
        for name in regimes
        for s in known[name].finding_sources
    }
    if not rows:
        return ()
    return (
        Section(
            title=say("Sources, each with its own states and clock"),
            id="sources-of-findings",
            table=Table(
                caption=say("As the regime’s file holds them"),
                head=(
                    say("Source"),
                    say("Its states"),
                    say("Its clock"),
                    say("Where that is from"),
                ),
                rows=tuple(rows.values()),
            ),
        ),
    )


def _words(source: str, regimes: list[Regime]) -> str:
    found = (s.words for r in regimes for s in r.finding_sources if s.key == source)
    words = next(found, source.replace("-", " "))
    return words[:1].lower() + words[1:] if not words.startswith("IOPC") else words


def _sentence(n: int, counted: Counter[str], source: str) -> str:
    if not n:
        return say("No finding from this source is on the record.")
    k = len(counted)
    where = (
        say("from this source")
        if source
        else say("from {k} {sources}", k=k, sources=plural("source", k))
    )
    return say(
        "{n} {findings} {where}, each with its own state and ours.",
        n=f"{n:,}",
        findings=plural("finding", n),
        where=where,
    )


def _filters(
    look: Look, counted: Counter[str], regimes: list[Regime], body: str
) -> tuple[Link, ...]:
    query = {"body": body} if body else {}
    every = f"?{urlencode(query)}" if query else ""
    links = [Link(label=say("Every source"), url=look.url(f"/findings/{every}"))]
    links += [
        Link(
            label=f"{start(_words(key, regimes))}: {n:,}",
            url=look.url(f"/findings/?{urlencode({**query, 'source': key})}"),
        )
        for key, n in counted.most_common()
    ]
    return tuple(links)


def _record(look: Look, wanted: tuple[str, ...]) -> tuple[Aside, ...]:
    able = [b for b in wanted if access.may(look.actor, "file_finding", about=b)]
    if look.actor.is_public or not able:
        return ()
    return (
        Aside(
            title=say("Add to it"),
            screen=True,
            links=(
                Link(label=say("File a finding"), url=f"/findings/new/?body={able[0]}"),
                Link(label=say("Take in an export"), url=f"/findings/import/?body={able[0]}"),
            ),
        ),
    )
