"""The lines of a finding: its deadline with every move, what was said, done, measured, closed."""

from collections.abc import Sequence
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue, place
from answerable.operations.pages.findings import done_so_far
from answerable.operations.pages.item_words import NOT_KNOWN, no_day
from answerable.operations.pages.parts import (
    Line,
)
from answerable.operations.pages.proof import Proof, with_redress
from answerable.scrutiny import phrases, tenures
from answerable.scrutiny.accountability.source_clocks import source_clock
from answerable.scrutiny.standing import Move, Progress
from answerable.vocabulary.facts import FindingPublished, ResponseGiven, RungReached
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.ladder import Response
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words

MOST_QUOTES = 2
CELLS = " | "
"""What stands between the cells of a row in the canonical text of a sheet."""


def lines(
    item: Progress,
    register: Register,
    proof: Proof,
    regime: Regime,
    *,
    on: date,
    broken: str | None = None,
) -> tuple[Line, ...]:
    """Words without a source's, deadline, said, done, worked; where there is one, the verdict and
    the closing. Practice asks for nothing: of it the words alone.

    `broken` says which rule the closing breaks, where it is not valid.
    """
    filed = _filed_words(item, proof)
    if not asks(item.kind):
        return filed
    clock = source_clock(register, item.first.fact, sources=regime.finding_sources)
    dated = (*(m.version for m in item.moves[-1:]), item.first)
    deadline = Line(
        label=say("Deadline"),
        words=phrases.due_words(item, regime.names)
        if item.due
        else no_day(item)
        or (
            say("No date of its own in our sources.") if clock else say("No date in our sources.")
        ),
        state="overdue" if item.overdue else ("moved" if item.moved else ""),
        note=" ".join(_held_office(m, register) for m in item.moves),
        sources=proof.links((item.first, *(m.version for m in item.moves))),
    )
    lines = [*filed, with_redress(deadline, dated, proof) if item.overdue else deadline]
    if clock is not None:
        shown = (item.first, *((clock.answered,) if clock.answered else ()))
        lines.append(
            Line(
                label=say("Period to answer"),
                words=clock.sentence(on),
                sources=proof.links(shown),
            )
        )
    for label, group in ((say("Said"), "said"), (say("Done"), "done"), (say("Worked"), "worked")):
        steps = [s for s in item.steps if s.rung.group == group]
        answers = sorted(
            (v for ref in item.answered_by for v in register.versions_of(stream=ref)),
            key=lambda v: v.seq,
        )
        versions = tuple(s.version for s in steps)
        if group == "said" and not versions:
            versions = (item.first,) if item.kind == "action" else tuple(answers)
        nothing = say("No evidence yet.") if item.rung else NOT_KNOWN
        if group == "done" and not versions:
            nothing, versions = done_so_far.told(item, register, regime, nothing=nothing)
            lines.append(Line(label=label, words=nothing, sources=proof.links(versions)))
            continue
        lines.append(
            Line(label=label, words=_told(versions) or nothing, sources=proof.links(versions))
        )
    if answer := next((v for v in reversed(item.versions) if _answers(v)), None):
        lines.insert(
            len(filed) + 1,
            Line(
                label=say("Answered"),
                words=_answer_words(item),
                sources=proof.links((answer,)),
            ),
        )
    if item.verdict is not None:
        lines.append(
            Line(
                label=say("Measured"),
                words=item.verdict.fact.quote or "",
                sources=proof.links((item.verdict,)),
            )
        )
    if item.closing is not None:
        lines.append(
            Line(
                label=say("Closing that is not valid") if broken else say("Closed"),
                words=say("It breaks {broken}", broken=broken) if broken else item.sentence,
                state="" if broken else "closed",
                sources=proof.links((item.closing.version,)),
            )
        )
    return tuple(lines)


def _filed_words(item: Progress, proof: Proof) -> tuple[Line, ...]:
    """The words of a finding that was filed by hand: no document on the record quotes them."""
    first = item.first.fact
    if not isinstance(first, FindingPublished) or first.quote or not item.text:
        return ()
    return (
        Line(
            label=say("The words, as they were filed"),
            words=item.text,
            sources=proof.links((item.first,)),
        ),
    )


def _answers(version: Version) -> bool:
    return isinstance(version.fact, ResponseGiven)


def _answer_words(item: Progress) -> str:
    """“Accepted in part.” and the explanation as it was given."""
    words = {
        Response.ACCEPTED: say("Accepted."),
        Response.PARTLY: say("Accepted in part."),
        Response.REJECTED: say("Not accepted."),
    }.get(item.response, "")
    said = phrases.stop(phrases.start(item.response_text)) if item.response_text else ""
    return f"{words} {said}".strip() or say("An answer is on record, without words.")


def _told(versions: Sequence[Version]) -> str:
    """Their words; of facts without any, since when they are on record; “” for no facts."""
    if not versions:
        return ""
    if words := _quoted(versions):
        return words
    day = phrases.on_day(versions[-1].fact.valid.start)
    return say("On record for {day}, without words of a source.", day=day)


def _quoted(versions: Sequence[Version]) -> str:
    """The words of up to three facts, as sentences; the timeline has them all."""
    quotes = list(dict.fromkeys(words for v in versions if (words := said_words(v))))
    shown = " ".join(phrases.start(phrases.stop(quote)) for quote in quotes[:MOST_QUOTES])
    more = len(quotes) - MOST_QUOTES
    return (
        say("{shown} And {count} more, below.", shown=shown, count=phrases.number(more))
        if more > 0
        else shown
    )


def said_words(version: Version) -> str:
    """The words of a source; of a row of a sheet what it says, and not its cells in a line."""
    fact = version.fact
    if fact.quote and CELLS not in fact.quote:
        return fact.quote
    if not fact.quote:
        return ""
    if isinstance(fact, RungReached):
        day = phrases.on_day(fact.valid.start)
        return say("The action log of {day} says that it is done.", day=day)
    named = [fact.get(name) for name in ("text", "reason") if name in fact.field_names()]
    return next((str(words) for words in named if words), "")


def _held_office(move: Move, register: Register) -> str:
    moved = say("{word} to ", word=in_words(move.from_) if move.from_ else say("No date"))
    moved += f"{(in_words(move.to) if move.to else say('no date'))}"
    reason = say(", because: {reason}", reason=phrases.stop(move.reason)) if move.reason else "."
    if not move.authoriser:
        return f"{moved}{reason}"
    office = move.authoriser.rpartition("/")[2]
    held = tenures.holders(
        register,
        office=place.office_id(register.institution, office, on=move.on),
        on=move.on,
        tenures=catalogue.tenures(),
    )
    return say(
        "{moved}{reason} Office-holder then: {held}.", moved=moved, reason=reason, held=held.words
    )
