"""A verdict with its registration: what was fixed, when, by whom, and what followed from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.evidence.protocol import ALPHA
from answerable.ledger.register import Version
from answerable.operations import access
from answerable.operations.measures import evidence, verdicts
from answerable.operations.measures.families import RULE_WORDS, Member
from answerable.operations.measures.verdicts import Terms
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import Figures, figures
from answerable.operations.pages.measures.measure_told import Figure, Told
from answerable.operations.pages.measures.method import calibration
from answerable.operations.pages.parts import Aside, Link, Page, Row, Section, Table
from answerable.publishing.charts import ChartEvent, ChartPoint, LineChart, LineSeries, line_chart
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary.facts import VerdictGiven
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.times import in_words

VERDICTS = {
    "improved": marked("improved"),
    "no_detectable_change": marked("no change large enough to tell from chance"),
    "worsened": marked("worsened"),
    "cannot_be_measured": marked("cannot be measured"),
}


@dataclass(frozen=True, kw_only=True)
class VerdictPage(Page):
    """The verdicts on a measure of a body, and the terms they were given by."""

    verdicts: tuple[Row, ...]
    no_verdict: str
    chart: Figure | None
    registration: Table | None
    no_registration: str
    sections: tuple[Section, ...]


def verdict_page(look: Look, name: str, body: str) -> VerdictPage:
    """The page. Refuses a measure that no reviewed file defines."""
    measure = evidence.measure_named(name)
    told = Told(look, measure, body)
    given = verdicts.given(told.register, measure=measure.id, body=body)
    terms = told.terms
    place = naming.body_words(body)
    back = look.url(f"/measures/{measure.id}/{body}/")
    return VerdictPage(
        title=say(
            "Verdict and registration: {measure_words}",
            measure_words=naming.measure_words(measure.title, body),
        ),
        area="bodies",
        sentence=told.sentence,
        crumbs=(
            Link(label=place, url=look.url(f"/bodies/{body}/")),
            Link(label=told.measure.title, url=back),
        ),
        banner=banner(body),
        past=look.past(),
        as_at=look.as_at(),
        verdicts=tuple(_given(look, version) for version in given),
        no_verdict="" if given else told.verdict,
        chart=_beside_peers(look, told, terms) if terms and told.shown else None,
        registration=_registration(terms) if terms else None,
        no_registration=""
        if terms
        else say(
            "No terms were fixed beforehand, so nothing is registered. A "
            "verdict that is not registered beforehand would say so in its "
            "sentence."
        ),
        sections=tuple(_sections(terms)),
        aside=(
            Aside(
                title=say("More"),
                links=(
                    Link(label=say("The figures and their chart"), url=back),
                    Link(label=say("How a verdict is worked out"), url=look.url("/about/method/")),
                    *(_written(look, measure.id, body) if told.of_measure else ()),
                    *_fix(look, measure, body),
                ),
            ),
        ),
    )


def _written(look: Look, measure: str, body: str) -> tuple[Link]:
    address = f"/history/item/{evidence.stream_of(measure, body)}/"
    return (Link(label=say("What was written about it"), url=look.url(address)),)


def _fix(look: Look, measure: Measure, body: str) -> tuple[Link, ...]:
    """The form of new terms, for who may fix them."""
    may = access.may(look.actor, "fix_protocol", about=body) and not look.is_past
    if not may or measure.direction == "neutral":
        return ()
    return (Link(label=say("Fix new terms"), url=f"/measures/{measure.id}/{body}/terms/"),)


def _given(look: Look, version: Version) -> Row:
    fact = version.fact
    if not isinstance(fact, VerdictGiven):
        raise TypeError(say("not a verdict: {fact}", fact=f"{fact!r}"))
    detectable = (
        say(
            "In 8 cases of 10 a change of {lstrip} or more would have been seen. ",
            lstrip=_percent(fact.detectable).lstrip("+"),
        )
        if fact.detectable and "In 8 cases of 10" not in (fact.quote or "")
        else ""
    )
    words = VERDICTS.get(fact.verdict or "", "not in our sources")
    return Row(
        title=f"{on_day(fact.valid.start)}: {words}",
        sentence=fact.quote or "",
        note=say("{detectable}Worked out by {engine}.", detectable=detectable, engine=fact.engine),
        links=(Link(label=say("Its entry"), url=look.url(f"/history/entry/{version.seq}/")),),
    )


def _registration(terms: Terms) -> Table:
    fact, family = terms.fact, terms.family
    chosen = " to ".join(day for day in fact.selection or ())
    looks = ", ".join(str(months) for months in fact.looks or ())
    alpha = float(fact.alpha) if fact.alpha else ALPHA
    together = members_words(family.members, fact.institution)
    rows = (
        (say("Fixed on"), on_day(fact.valid.start)),
        (say("Fixed by"), naming.body_words(terms.entry.by.body)),
        (say("Good is"), "more" if fact.direction == "increase" else "less"),
        (say("The action is under way from"), on_day(terms.protocol.action)),
        (say("Periods left out from then on"), str(fact.wash_out or 0)),
        (say("Periods that triggered the action"), chosen or say("none were named")),
        (say("Smallest change that matters"), _percent(fact.minimum_change or "").lstrip("+")),
        (say("Set beside"), ", ".join(name_of(peer) for peer in terms.peers)),
        (say("Looked at after months"), looks),
        (say("Alpha, one-sided each way, over all looks"), f"{alpha:g}"),
        (say("Method"), fact.method or ""),
        (
            say("Judged together with"),
            together if len(family.members) > 1 else say("nothing: alone"),
        ),
        (say("Rule of the family"), RULE_WORDS[family.rule]),
        (
            say("SHA-256 of all of this"),
            _in_groups(fact.protocol_sha256) or say("none was recorded"),
        ),
    )
    return Table(
        caption=say("What was fixed; its hash is worked out again whenever this page is made"),
        head=(say("What"), say("As fixed")),
        rows=rows,
    )


def members_words(members: Sequence[Member], body: str) -> str:
    """The members of a family; whose a measure is stands beside those of other bodies."""
    return ", ".join(
        evidence.measure_named(measure).title
        + ("" if of == body else f" ({naming.body_words(of)})")
        for measure, of in members
    )


def _sections(terms: Terms | None) -> list[Section]:
    if terms is None:
        return []
    family, alpha = terms.family, float(terms.fact.alpha or ALPHA)
    count = len(family.members)
    words = [
        say(
            "Judged alone at alpha {alpha}, a measure that did not change would be called "
            "improved by chance about {value} times in 1,000, and worsened as often.",
            alpha=f"{alpha:g}",
            value=f"{1000 * alpha:.3g}",
        )
        if count == 1
        else say(
            "Of {count} unchanged measures judged at alpha {alpha}, about "
            "{value} would be called improved by chance before the rule of "
            "the family, and as many worsened.",
            count=f"{count:,}",
            alpha=f"{alpha:g}",
            value=f"{count * alpha:.3g}",
        )
    ]
    noises = calibration()["noises"]
    words.append(
        say(
            "That is the promise of the test, and months that hang together break it: in "
            "simulations where nothing changed the worst kind of noise had up to {worst} beside "
            "peers, and up to {alone} for a body alone.",
            worst=f"{100 * max(n['compared'] for n in noises):.2f} %",
            alone=f"{100 * max(n['alone'] for n in noises):.2f} %",
        )
    )
    if family.entry_id:
        words.append(
            f"The family was fixed on {on_day(family.fixed_on or date.min)}: {family.reason} "
            "A measure of it that cannot be judged yet counts as one that shows nothing."
        )
    return [Section(title=say("How many false verdicts to expect"), paragraphs=tuple(words))]


def _beside_peers(look: Look, told: Told, terms: Terms) -> Figure | None:
    """The body and its peers, each as a share of its own mean before the action."""
    action, found = terms.protocol.action, told.found
    days = found.usable
    own = _indexed(_held(found), action)
    others = [_indexed(_held(figures(look, found.measure, peer)), action) for peer in terms.peers]
    others = [one for one in others if one]
    if not own or not others:
        return None
    mean = {
        day: sum(one[day] for one in others) / len(others)
        for day in days
        if all(day in one for one in others)
    }
    place = naming.body_words(told.body)
    after = [own[day] for day in days if day >= action and day in own]
    beside = [mean[day] for day in days if day >= action and day in mean]
    sentence = say(
        "Mean before {day} is 100. Since then {place} stands at {mean} "
        "on average and its {count} peers at {mean2}.",
        day=in_words(f"{action:%Y-%m}"),
        place=place,
        mean=_mean(after),
        count=len(others),
        mean2=_mean(beside),
    )
    drawn = line_chart(
        LineChart(
            name=f"{found.measure.id}-{told.body}",
            title=say(
                "{title}: the body and its peers around the action", title=found.measure.title
            ),
            subtitle=say(
                "Each body’s own mean before {day} is 100", day=in_words(f"{action:%Y-%m}")
            ),
            sentence=sentence,
            unit=say("mean before the action = 100"),
            series=(
                _series(place, days, own, found),
                _series(say("Mean of {count} peers", count=len(others)), days, mean, found),
            ),
            events=(ChartEvent(on=action, label=say("the action begins"), kind="action"),),
        )
    )
    return Figure(
        title=drawn.title,
        subtitle=drawn.subtitle,
        sentence=drawn.sentence,
        wide=drawn.wide,
        narrow=drawn.narrow,
        table=Table(
            caption=drawn.subtitle,
            head=drawn.header,
            rows=drawn.rows,
            numeric=tuple(range(1, len(drawn.header))),
        ),
        csv_url=look.url(f"/measures/{found.measure.id}/{told.body}/data.csv"),
    )


def _held(found: Figures) -> dict[date, float]:
    pairs = zip(found.series.dates, found.series.values, strict=True)
    return {day: value for day, value in pairs if value is not None}


def _indexed(values: dict[date, float], action: date) -> dict[date, float]:
    before = [value for day, value in values.items() if day < action]
    base = sum(before) / len(before) if before else 0.0
    return {day: 100 * value / base for day, value in values.items()} if base > 0 else {}


def _series(
    label: str, days: Sequence[date], values: dict[date, float], found: Figures
) -> LineSeries:
    return LineSeries(
        label,
        tuple(
            ChartPoint(start=day, label=found.words(day), value=_rounded(values.get(day)))
            for day in days
        ),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _in_groups(digest: str | None) -> str:
    """A hash in groups of 16, so that a narrow page can break it."""
    text = digest or ""
    return " ".join(text[start : start + 16] for start in range(0, len(text), 16))


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.0f}" if values else say("no figure")


def _percent(share: str) -> str:
    """`-0.183` -> “−18.3 %”."""
    try:
        return f"{100 * float(share):+.1f} %".replace(".0 %", " %").replace("-", "\u2212")
    except ValueError:
        return say("not stated")
