"""Limits that were set anew, as a measure's page tells them, and where one goes on from there."""

from collections.abc import Iterator

from answerable.operations import access
from answerable.operations.measures import rebasing
from answerable.operations.pages.measures.figures import concerns_without
from answerable.operations.pages.measures.measure_told import Told
from answerable.operations.pages.parts import Aside, Link, Row
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary.facts import LimitsRebased
from answerable.vocabulary.language import say
from answerable.vocabulary.times import day


def rebase_rows(told: Told) -> Iterator[Row]:
    """Each rebase: from when, why, who agreed, and what it would otherwise have marked."""
    look, measure = told.look, told.measure
    for version in rebasing.rebases(told.register, measure=measure.id, body=told.body):
        fact = version.fact
        if not isinstance(fact, LimitsRebased) or not fact.from_:
            continue
        since = day(fact.from_)
        marked = concerns_without(told.found, since)
        after = sum(start >= since for start in told.found.usable)
        notes = [
            say(
                "Decided on {day} by the {office}.",
                day=on_day(fact.valid.start),
                office=_office(fact),
            )
        ]
        if after < rebasing.LEAST_AFTER:
            notes.append(
                say(
                    "Provisional: {after} of {least} figures are held since.",
                    after=after,
                    least=rebasing.LEAST_AFTER,
                )
            )
        if marked:
            shown = ", ".join(told.found.words(start) for start in marked[:3])
            more = say(" and {value} more", value=len(marked) - 3) if len(marked) > 3 else ""
            notes.append(
                say(
                    "Without it these would be marked as a concern: {shown}{more}. They stay "
                    "told.",
                    shown=shown,
                    more=more,
                )
            )
        yield Row(
            title=say("From {words}", words=told.found.words(since)),
            sentence=fact.reason or "",
            note=" ".join(notes),
            links=(Link(label=say("Its entry"), url=look.url(f"/history/entry/{version.seq}/")),),
        )


def _office(fact: LimitsRebased) -> str:
    return office_words(fact.authoriser) if fact.authoriser else say("office that is not named")


def measure_links(told: Told) -> Aside:
    """Where one goes on from the page of a measure."""
    look, name, body = told.look, told.measure.id, told.body
    links = [
        Link(label=say("Every body side by side"), url=look.url(f"/measures/{name}/?body={body}")),
        Link(label=say("All measures of this body"), url=look.url(f"/bodies/{body}/measures/")),
        Link(label=say("Choose periods and bodies"), url=f"/explore/?measure={name}&body={body}"),
    ]
    if told.shown and access.may(look.actor, "rebase_limits", about=body):
        links.append(
            Link(label=say("Set the limits anew"), url=f"/measures/{name}/{body}/limits/")
        )
    return Aside(title=say("Where to go on"), links=tuple(links))
