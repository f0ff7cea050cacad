"""Rows of the lists that rest on the catalogue too: cases, replies to reports, ladders, clocks,
and who oversees whom.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.interface_tables import (
    CLOCKS,
    LADDERS,
    OVERSIGHT,
    REPLIES_DUE,
)
from answerable.operations.output import publishing
from answerable.operations.output.data_rows import whose
from answerable.operations.pages import naming
from answerable.operations.pages.institutions.case import case_of, cases_of
from answerable.operations.pages.look import Look
from answerable.operations.plans.response import CLOCK
from answerable.publishing.open_data import Row, Table
from answerable.scrutiny.accountability import succession
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.replies.responses import response
from answerable.store.reads import oversight, registers
from answerable.vocabulary.facts import FindingPublished, OversightPassed


def cases(
    look: Look, body: str, wanted: Mapping[str, str], *, limit: int, offset: int
) -> tuple[int, tuple[Row, ...]]:
    """How many cases there are, and those asked for; only those are read."""
    found = [
        key
        for institution in publishing.institutions(body)
        for key in cases_of(look, institution)
        if wanted.get("theme", key.theme) == key.theme
        and wanted.get("reference", key.reference) == key.reference
    ]
    rows = []
    for key in found[offset : offset + limit]:
        told = case_of(look.register(key.institution), key, on=look.on)
        rows.append(
            {
                **whose(key.institution),
                "reference": key.reference,
                "theme": key.theme,
                "title": told.title,
                "sentence": told.sentence,
                "page": key.url,
            }
        )
    return len(found), tuple(rows)


def _ladders(look: Look, body: str) -> Iterator[Row]:
    for institution in publishing.institutions(body):
        regime = catalogue.regime_of(institution, on=look.on)
        for ladder in regime.ladders:
            for step in ladder.steps:
                yield {
                    **whose(institution),
                    "regime": regime.id,
                    "ladder": ladder.id,
                    "ladder_words": ladder.words,
                    "trigger": ladder.trigger,
                    "step": step.id,
                    "step_words": step.words,
                    "after": step.after,
                    "to": step.to,
                    "source": ladder.source,
                    "page": f"/escalation/{institution}/",
                }


def _oversight(look: Look, body: str) -> Iterator[Row]:
    base, held = oversight.table(), frozenset(registers.reported())
    named = publishing.institutions(body) if body else sorted({one.institution for one in base})
    for institution in named:
        register = look.register(institution) if institution in held else None
        passed = register.versions_of(OversightPassed) if register else ()
        by = {str(version.fact.get("to")): version for version in passed}
        facts = register.of(OversightPassed) if register else ()
        for one in succession.line(succession.relations(base, facts), institution):
            found = by.get(one.body)
            yield {
                **whose(institution),
                "overseen_by": one.body,
                "overseen_by_name": naming.body_words(one.body),
                "begins": one.begins,
                "ends": one.ends,
                "law": one.law or None,
                "reason": found.fact.get("reason") if found else None,
                "source_address": one.source,
                "entry": found.seq if found else None,
                "page": f"/oversight/{institution}/",
            }


def _clocks(look: Look, body: str) -> Iterator[Row]:
    for institution in publishing.institutions(body):
        regime = catalogue.regime_of(institution, on=look.on)
        for clock in regime.clocks:
            yield {
                **whose(institution),
                "regime": regime.id,
                "regime_title": regime.title,
                "draft": regime.draft or None,
                "clock": clock.id,
                "asks": regime.duty(clock.duty).what,
                "of_role": clock.holder_role,
                "starts_on": clock.starts_on,
                "length": clock.length,
                "unit": clock.unit,
                "law": clock.law,
                "source_address": clock.source,
                "page": f"/oversight/{institution}/",
            }


def _replies_due(look: Look, body: str) -> Iterator[Row]:
    for institution in publishing.institutions(body):
        register = look.register(institution)
        yield from register.once(_replies, partial(_kept_replies, register))


def _kept_replies(register: Register) -> tuple[Row, ...]:
    return tuple(_replies(register))


def _replies(register: Register) -> Iterator[Row]:
    regime = catalogue.regime_of(register.institution, on=register.valid)
    found = (report_of(stream) for stream in register.streams(FindingPublished))
    for report in dict.fromkeys(found):
        told = response(register, report=report, regime=regime, clock=CLOCK)
        if told.published is None:
            continue
        letter = told.letter.fact.valid.start if told.letter else None
        yield {
            **whose(register.institution),
            "reference": report,
            "published": told.published.isoformat(),
            "last_day": told.window.last_day.isoformat() if told.window else None,
            "letter": letter.isoformat() if letter else None,
            "comments_published": told.comments_published.isoformat()
            if told.comments_published
            else None,
            "recommendations": len(told.explanations),
            "explained": told.explained,
            "sentence": told.sentence,
            "page": f"/responses/{report}/clock/",
        }


MAKERS: Mapping[Table, Callable[[Look, str], tuple[Row, ...]]] = {
    LADDERS: lambda look, body: tuple(_ladders(look, body)),
    OVERSIGHT: lambda look, body: tuple(_oversight(look, body)),
    CLOCKS: lambda look, body: tuple(_clocks(look, body)),
    REPLIES_DUE: lambda look, body: tuple(_replies_due(look, body)),
}
