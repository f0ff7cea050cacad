"""What is known of a measure, what is not, and how that was worked out."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from answerable.operations.measures import chart_starts, evidence
from answerable.operations.pages import naming
from answerable.operations.pages.measures.figures import Figures, season_words
from answerable.operations.pages.measures.measure_told import LICENCES, Told, percent
from answerable.operations.pages.parts import Aside, Item, Link
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary.language import say
from answerable.vocabulary.measures import period_end

MOST_NAMED = 6


def knows(told: Told) -> Iterator[str]:
    """What is sure."""
    if told.terms:
        day = on_day(told.terms.fact.valid.start)
        peers = len(told.terms.peers)
        yield (
            say(
                "The terms were fixed on {day}: action on {action}, {peers} similar bodies, "
                "smallest change that matters {smallest}.",
                day=day,
                action=on_day(told.terms.protocol.action),
                peers=peers,
                smallest=percent(told.terms.fact.minimum_change or ""),
            )
        )
    if told.given and told.given.low and told.given.high:
        yield (
            say(
                "The change was {effect}, 99 % interval {low} to {high}.",
                effect=percent(told.given.effect or "", signed=True),
                low=percent(told.given.low, signed=True),
                high=percent(told.given.high, signed=True),
            )
        )
    if told.found.rows:
        n = len(told.found.usable)
        used = say("{n} of {count} figures held are used.", n=n, count=len(told.found.rows))
        yield " ".join((used, *left_out(told.found)))


def left_out(found: Figures) -> Iterator[str]:
    """Which figures a check left out, which have no value, and of which periods between none is
    held; why is said with the checks."""
    usable = set(found.usable)
    rows = [row for row in found.rows if row.period_start not in usable]
    stopped = [row.period_start for row in rows if row.value is not None]
    empty = [row for row in rows if row.value is None]
    kept_back = [row.period_start for row in empty if row.flag == "suppressed"]
    blank = [row.period_start for row in empty if row.flag != "suppressed"]
    if stopped:
        yield say("Left out by a check: {periods}.", periods=_named(found, stopped))
    if kept_back:
        yield say("Withheld by the publisher: {periods}.", periods=_named(found, kept_back))
    if blank:
        yield say("Without a value in the source: {periods}.", periods=_named(found, blank))
    if absent := list(_absent(found)):
        yield say("No figure is held between: {periods}.", periods=_named(found, absent))


def _absent(found: Figures) -> Iterator[date]:
    """Periods without a row between the first and the last."""
    for before, after in pairwise(row.period_start for row in found.rows):
        day = period_end(start=before, grain=found.measure.grain)
        while day < after:
            yield day
            day = period_end(start=day, grain=found.measure.grain)


def _named(found: Figures, days: Sequence[date]) -> str:
    """Periods in words, neighbours as one stretch; beyond some the file of figures has them."""
    stretches: list[list[date]] = []
    for day in days:
        if stretches and period_end(start=stretches[-1][-1], grain=found.measure.grain) == day:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    words = [
        found.words(one[0])
        if len(one) == 1
        else say("{first} to {last}", first=found.words(one[0]), last=found.words(one[-1]))
        for one in stretches[:MOST_NAMED]
    ]
    rest = sum(map(len, stretches[MOST_NAMED:]))
    if rest:
        words.append(say("{rest} more, marked in the file of figures", rest=rest))
    return ", ".join(words)


def unknowns(told: Told) -> Iterator[str]:
    """What is not."""
    if told.found.rows or told.given:
        yield naming.cannot_show(told.measure.cannot_show)
    if not told.terms:
        yield say("Whether a change was more than elsewhere: no comparison was fixed beforehand.")
    if told.given:
        yield say("What caused the change: a verdict never names a cause.")


def how(told: Told) -> Iterator[str]:
    """How it was worked out."""
    if not told.found.rows:
        return
    yield (
        say(
            "The chart is an XmR control chart. It shows where to look; it is no verdict. The "
            "middle line is the mean, the outer lines the usual range; dashed ones rest on fewer "
            "than 13 figures and mark nothing."
        )
    )
    if len(told.found.runs) > 1:
        yield (
            say(
                "Months without a usable figure stay gaps. Limits begin anew after a change "
                "of recording and after a gap of more than {months} months; figures"
                " on two sides are not compared.",
                months=chart_starts.LONG_GAP_MONTHS,
            )
        )
    if season := season_words(told.found):
        yield season
    if told.given:
        yield say(
            "The verdict was worked out by {engine} and then recorded.", engine=told.given.engine
        )


def aside(told: Told) -> tuple[Aside, ...]:
    """Unit, direction, source and its age."""
    good = {"increase": say("More is better"), "decrease": say("Less is better")}
    facts = [
        Item(label=say("Counted"), words=str(told.measure.unit)),
        Item(label=say("Direction"), words=good.get(told.measure.direction, "Neither is better")),
        Item(
            label=say("Licence"),
            words=LICENCES.get(told.measure.licence, told.measure.licence),
        ),
    ]
    if told.found.rows:
        newest = told.found.rows[-1].period_start
        facts.append(Item(label=say("Newest figure"), words=told.found.words(newest)))
        releases = ", ".join(v.release_id for v in told.found.held.releases)
        facts.append(Item(label=say("Releases"), words=releases))
    links = (
        (Link(label=say("The publisher’s figures"), url=told.measure.source),)
        if told.measure.source.startswith(("https://", "http://"))
        else ()
    )
    history = f"/history/item/{evidence.stream_of(told.measure.id, told.body)}/"
    if told.of_measure:
        links = (
            *links,
            Link(label=say("What was written about it"), url=told.look.url(history)),
        )
    return (Aside(title=say("This measure"), facts=tuple(facts), links=links),)
