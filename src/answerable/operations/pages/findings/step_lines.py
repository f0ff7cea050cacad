"""What each step of an item rests on, and the way to take a step back."""

from collections.abc import Iterator

from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import rung_words, session_path
from answerable.operations.pages.parts import Line, Link
from answerable.operations.pages.proof import Proof, redress_of
from answerable.operations.pages.record.putting_right import WITHDRAW
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.plans import step_source
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import MeetingHeld
from answerable.vocabulary.language import say


def lines(item: Progress, register: Register, proof: Proof, look: Look) -> Iterator[Line]:
    """A line for each step of which somebody said what it rests on."""
    for rung, version in step_source.sources(item.versions, item.steps).items():
        source = str(version.fact.get("value") or "") or say("Withheld")
        held = step_source.session(register, source)
        yield Line(
            label=say("Rests on"),
            words=f"{start(rung_words(rung.value))}: {_session(held) if held else source}",
            links=(
                Link(
                    label=say("the session"),
                    url=look.url(session_path(held.stream)),
                ),
            )
            if held
            else (),
            sources=proof.links((version,)),
        )


def back(item: Progress, look: Look) -> Iterator[Link]:
    """To take the last step back, where it was said here and no document states it."""
    last = item.steps[-1] if item.steps else None
    if last is None or not item.open or look.actor.is_public:
        return
    source = last.version.fact.source
    if source is None or source.doc is not None:
        return
    step, seq = rung_words(last.rung.value), last.version.seq
    if access.may(look.actor, "withdraw", about=item.first.fact.institution):
        yield Link(
            label=say("Take back the step “{step}”", step=step), url=f"{WITHDRAW}?entry={seq}"
        )
    else:
        yield Link(
            label=say("The step “{step}” is a mistake", step=step),
            url=redress_of(look.actor, seq)["mistake_url"],
        )


def _session(held: MeetingHeld) -> str:
    return say("said in the session of {day},", day=on_day(held.valid.start))
