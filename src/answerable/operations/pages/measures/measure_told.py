"""What the record and the figures say of a measure of a body, in the words of its page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from answerable.evidence.cases import CaseRefused
from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.measures import evidence, verdicts
from answerable.operations.measures.verdicts import Terms
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.figures import drawing, figures, needed
from answerable.operations.pages.parts import Table
from answerable.operations.pages.proof import Proof
from answerable.publishing.charts import ChartEvent, control_chart
from answerable.publishing.charts.words import NO_DATA
from answerable.vocabulary.facts import (
    ClaimMade,
    FindingPublished,
    GradeGiven,
    ObservationsLoaded,
    ProtocolFixed,
    VerdictGiven,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measures import Measure

ORGANISED_CRIME = "soc"
CRIME_SERIES = "police-uk-"
NOT_A_MEASURE = marked("Recorded crime is not a measure of organised crime.")
NO_BETTER = marked(
    "Whether it got better cannot be told by this figure: neither more nor less of it is better."
)
MOST_REPORTS = 3
LICENCES = {"OGL-UK-3.0": marked("Open Government Licence 3.0"), "MIT": marked("MIT licence")}
_SENTENCES = {
    "improved": marked(
        "It improved compared with similar bodies, by terms that were fixed beforehand."
    ),
    "no_detectable_change": marked("There was no change large enough to tell from chance."),
    "worsened": marked(
        "It got worse compared with similar bodies, by terms that were fixed beforehand."
    ),
    "cannot_be_measured": marked("Whether it got better cannot be measured."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart on a page: its words, its two drawings, its table and its file. No table: the page
    says the same beside it."""

    title: str
    subtitle: str
    sentence: str
    wide: str
    narrow: str
    table: Table | None = None
    csv_url: str = ""


class Told:
    """What the record and the figures say, in the words of the page."""

    def __init__(self, look: Look, measure: Measure, body: str, *, release: str = "") -> None:
        """Refuses a body that the catalogue does not name and of which no figures are held."""
        self.look, self.measure, self.body = look, measure, body
        self.register: Register = look.register(body)
        self.proof = Proof(look, self.register)
        self.found = figures(look, measure, body, release=release)
        if body not in catalogue.bodies() and not self.found.held.rows:
            raise evidence.UnknownBody(
                say("No body is called “{body}”. See the list of bodies.", body=body[:60])
            )
        self.terms: Terms | None = verdicts.terms(self.register, measure=measure, body=body)
        stream = evidence.stream_of(measure.id, body)
        self.given = self.register.last(VerdictGiven, stream=stream)
        self.of_measure = self.register.versions_of(
            VerdictGiven, ProtocolFixed, ObservationsLoaded, stream=stream
        )
        self.referred = _referred(self.register, measure)

    @property
    def on_organised_crime(self) -> bool:
        """Is it a crime series beside findings on organised crime (DOMAIN section 6)?"""
        themes = {f.theme for f in self.register.of(FindingPublished)}
        return self.measure.id.startswith(CRIME_SERIES) and ORGANISED_CRIME in themes

    @property
    def shown(self) -> bool:
        """May the series stand on the page? Beside organised crime only if a source names it."""
        return bool(self.found.usable) and not (self.on_organised_crime and self.referred is None)

    @property
    def checks(self) -> tuple[str, ...]:
        """What the checks said; also where they left nothing to draw."""
        if self.found.usable and not self.shown:
            return ()
        return tuple(word.sentence for word in self.found.spoken)

    @property
    def behind(self) -> tuple[Version, ...]:
        """The facts behind the page."""
        return (*self.of_measure, *((self.referred,) if self.referred else ()))

    @property
    def caution(self) -> str:
        """What stands above a crime series."""
        if not self.on_organised_crime:
            return ""
        if self.referred is None or not self.found.usable:
            return NOT_A_MEASURE
        link = self.proof.link(self.referred)
        source = link.label if link else say("a dated source")
        return say(
            "{not_a_measure} It is shown because a source referred to it: {source}. {words}",
            not_a_measure=NOT_A_MEASURE,
            source=source,
            words=self.proof.in_marks(self.referred),
        )

    @property
    def sentence(self) -> str:
        """The answer."""
        name = naming.body_words(self.body)
        if not self.found.rows and not self.given:
            return say("We hold no figures of this measure for {name}.", name=name)
        if self.given:
            return _SENTENCES.get(self.given.verdict or "", "Not in our sources.")
        if self.terms:
            return say("A test was fixed beforehand, and no verdict is recorded yet.")
        if self.measure.direction == "neutral":
            return say(NO_BETTER)
        return say("Whether it got better cannot be measured with the figures that we hold.")

    @property
    def no_chart(self) -> str:
        """Why there is no chart; empty where there is one."""
        if not self.found.rows:
            late = self.found.held.undated
            if late:
                return say(
                    "{late} months are left out: their files do not say when they "
                    "were released, so we cannot tell what was known by this date.",
                    late=late,
                )
            return say("No figures are held.")
        if not self.found.usable:
            return say("Every figure that is held was left out by a check, so nothing is drawn.")
        if not self.shown:
            return say(
                "No series is shown: no dated source that we hold refers to this "
                "figure in the case on organised crime."
            )
        return ""

    @property
    def figure(self) -> Figure | None:
        """The chart with its words and its table."""
        if not self.shown:
            return None
        place = naming.body_words(self.body)
        drawn = control_chart(
            drawing(self.found, place=place, events=tuple(self.events()), season=True)
        )
        return Figure(
            title=drawn.title,
            subtitle=drawn.subtitle,
            sentence=drawn.sentence,
            wide=drawn.wide,
            narrow=drawn.narrow,
            table=Table(
                caption=drawn.title,
                head=drawn.header,
                rows=tuple(gaps_once(drawn.rows)),
                numeric=tuple(range(1, len(drawn.header) - 1)),
            ),
            csv_url=self.look.url(f"/measures/{self.measure.id}/{self.body}/data.csv"),
        )

    def events(self) -> Iterator[ChartEvent]:
        """What happened when: recording changes, limits set anew, the action, reports."""
        for found in self.measure.breaks_for(self.body):
            yield ChartEvent(
                on=found.begins, label=say("{kind} changed", kind=found.kind), kind="break"
            )
        for day in self.found.rebased:
            yield ChartEvent(on=day, label=say("limits set anew"), kind="rebase")
        if self.terms:
            label = say("the action begins")
            yield ChartEvent(on=self.terms.protocol.action, label=label, kind="action")
        reports = dict.fromkeys(
            g.valid.start for g in self.register.of(GradeGiven) if self._same_theme(g)
        )
        for day in list(reports)[-MOST_REPORTS:]:
            yield ChartEvent(on=day, label=say("inspection report"), kind="report")

    def _same_theme(self, grade: GradeGiven) -> bool:
        regime = catalogue.regime_of(self.body, on=self.register.valid)
        themes = {f.theme for f in self.register.of(FindingPublished) if f.theme}
        words = {regime.theme(theme).words.lower() for theme in themes}
        return (grade.question or "").lower() in words

    @property
    def verdict(self) -> str:
        """The verdict in full, or why there is none and when there could be."""
        if self.given:
            return self.given.quote or _SENTENCES.get(self.given.verdict or "", "")
        if self.terms:
            try:
                found = verdicts.judge(
                    self.register, measure=self.measure, body=self.body, on=self.look.on
                )
            except CaseRefused:
                return say("No verdict is recorded yet. The figures that it needs are not held.")
            why = f" {found.sentence}" if found and found.verdict == "cannot_be_measured" else ""
            return say("No verdict is recorded yet.{why}", why=why)
        if self.measure.direction == "neutral":
            return say(
                "{no_better} So no verdict is given on it; its chart shows where to look.",
                no_better=say(NO_BETTER),
            )
        before, after = needed(self.measure)
        held = self._held_words()
        return say(
            "It cannot be measured, because no test was fixed beforehand; "
            "{held}. It becomes measurable when a test is fixed before "
            "its figures are seen, with figures of {before} {grain}s before "
            "the action and {after} after it, and at most one in ten missing.",
            held=held,
            before=before,
            grain=self.measure.grain,
            after=after,
        )

    def _held_words(self) -> str:
        runs = self.found.runs
        if not runs:
            return say("no usable figures are held")
        spans = [
            self.found.words(first)
            if first == last
            else say(
                "{words} to {words2}", words=self.found.words(first), words2=self.found.words(last)
            )
            for first, last in runs
        ]
        listed = (
            spans[0]
            if len(spans) == 1
            else say("{values} and {spans}", values=", ".join(spans[:-1]), spans=spans[-1])
        )
        return say("usable figures are held for {listed}", listed=listed)

    @property
    def smallest(self) -> str:
        """The smallest change that would have shown."""
        if self.given is None or not self.given.detectable or "In 8 cases of 10" in self.verdict:
            return ""
        share = percent(self.given.detectable)
        return say(
            "In 8 cases of 10 a change of {share} or more would have been seen.", share=share
        )


def gaps_once(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows of a chart's table; a run of periods without a figure is one row."""
    for empty, run in groupby(rows, key=lambda row: row[1] == NO_DATA):
        group = list(run)
        if empty and len(group) > 1:
            yield (
                say("{first} to {last}", first=group[0][0], last=group[-1][0]),
                *group[0][1:],
            )
        else:
            yield from group


def _referred(register: Register, measure: Measure) -> Version | None:
    """A dated source that states this kind of crime in the case: the latest one."""
    word = measure.id.removeprefix(CRIME_SERIES).replace("-", " ")
    found = [
        v
        for v in register.versions_of(ClaimMade)
        if v.fact.said and v.fact.quote and word in v.fact.quote.lower()
    ]
    return found[-1] if found else None


def percent(share: str, *, signed: bool = False) -> str:
    """`-0.183` -> “-18.3 %”."""
    try:
        value = 100 * float(share)
    except ValueError:
        return say("not stated")
    shown = f"{value:+.1f}" if signed else f"{abs(value):.1f}"
    return f"{shown.removesuffix('.0')} %"
