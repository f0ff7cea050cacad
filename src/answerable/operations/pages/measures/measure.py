"""A measure of a body: did it get better, how we know, and what we do not know."""

from dataclasses import dataclass

from answerable.operations.measures import evidence
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures import measure_known as known
from answerable.operations.pages.measures.assurances import Assured, assured
from answerable.operations.pages.measures.comparators import comparators
from answerable.operations.pages.measures.figures import Figures
from answerable.operations.pages.measures.figures_file import csv_text
from answerable.operations.pages.measures.measure_limits import measure_links, rebase_rows
from answerable.operations.pages.measures.measure_told import Figure, Told
from answerable.operations.pages.parts import Link, Page, Row, SourceItem, Table
from answerable.operations.pages.record.rectified import rectified
from answerable.vocabulary.language import say

_STATES = {
    "improved": "worked",
    "no_detectable_change": "no change",
    "worsened": "worse",
}


@dataclass(frozen=True, kw_only=True)
class MeasurePage(Page):
    """A measure of one body."""

    caution: str
    checks: tuple[str, ...]
    chart: Figure | None
    no_chart: str
    assured: Assured | None
    verdict: str
    state: str
    smallest: str
    registration: Link
    rebases: tuple[Row, ...]
    comparators: Table | None
    knows: tuple[str, ...]
    unknowns: tuple[str, ...]
    how: tuple[str, ...]
    sources: tuple[SourceItem, ...]


def measure(look: Look, name: str, body: str) -> MeasurePage:
    """The page of a measure of a body. Refuses a measure that no reviewed file defines."""
    told = Told(look, evidence.measure_named(name), body)
    return MeasurePage(
        title=naming.measure_words(told.measure.title, body),
        area="bodies",
        sentence=told.sentence,
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(label=naming.body_words(body), url=look.url(f"/bodies/{body}/")),
        ),
        banner=banner(body),
        past=look.past(),
        as_at=look.as_at(),
        rectified=rectified(look, told.register, (*told.of_measure, *told.behind)),
        caution=told.caution,
        checks=told.checks,
        chart=told.figure,
        no_chart=told.no_chart,
        assured=assured(told.found) if told.shown else None,
        verdict=told.verdict,
        state=_STATES.get(told.given.verdict or "", "") if told.given else "",
        smallest=told.smallest,
        registration=Link(
            label=say("The verdict with its registration"),
            url=look.url(f"/measures/{told.measure.id}/{body}/verdict/"),
        ),
        rebases=tuple(rebase_rows(told)) if told.shown else (),
        comparators=comparators(look, told.found, terms=told.terms) if told.shown else None,
        knows=tuple(known.knows(told)),
        unknowns=tuple(known.unknowns(told)),
        how=tuple(known.how(told)),
        sources=told.proof.items(told.behind),
        aside=(*known.aside(told), measure_links(told)),
    )


def data(look: Look, name: str, body: str) -> str:
    """The figures of a measure as CSV, where they may be shown."""
    told = Told(look, evidence.measure_named(name), body)
    return csv_text(told.found) if told.shown else csv_text(_empty(told.found))


def _empty(found: Figures) -> Figures:
    held = found.held
    none = type(held)(held.measure_id, held.body_id, held.breakdown, (), held.releases)
    return Figures(found.measure, found.body, none, type(found.series)((), ()), ())
