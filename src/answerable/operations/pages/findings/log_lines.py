"""What an action answers, as its log calls it, and whether its row still stands in that log."""

from collections.abc import Iterator
from urllib.parse import urlencode

from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import finding_words
from answerable.operations.pages.parts import Line, Link
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.plans import log_gone, log_number
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def lines(item: Progress, register: Register, proof: Proof, look: Look) -> Iterator[Line]:
    """The lines of an action; none of what is no action."""
    if item.kind == "action":
        yield from _answers(item, register, proof, look)
        yield from _gone(item, proof)


def _answers(item: Progress, register: Register, proof: Proof, look: Look) -> Iterator[Line]:
    named, nowhere, row = log_number.asked_as(register, item.reference, item.answers)
    sources = proof.links((row or item.first,))
    if nowhere:
        yield Line(
            label=say("Answers"),
            words=say(
                "“{number}” in the log. No finding on the record goes by that number.",
                number=nowhere,
            ),
            sources=sources,
        )
    found = [(name, fact) for name in item.answers if (fact := _published(register, name))]
    if not found:
        return
    yield Line(
        label=say("Answers"),
        words="",
        linked=True,
        links=tuple(
            Link(
                label=say("{number} in the log: {finding}", number=named[name], finding=words)
                if name in named
                else words,
                url=look.url(f"/findings/{name}/"),
            )
            for name, fact in found
            for words in (finding_words(fact),)
        ),
        sources=sources,
    )


def wrong(item: Progress, look: Look) -> Iterator[Link]:
    """To take back what an action is said to answer, for whoever may."""
    institution = item.first.fact.institution
    linked = item.kind == "action" and item.open and bool(item.answers)
    if linked and access.may(look.actor, "correct", about=institution):
        yield Link(
            label=say("It does not answer that finding"),
            url=f"/plans/{institution}/together/?{urlencode({'item': item.reference})}",
        )


def _published(register: Register, name: str) -> FindingPublished | None:
    return next(iter(register.of(FindingPublished, stream=name)), None)


def _gone(item: Progress, proof: Proof) -> Iterator[Line]:
    since = log_gone.gone_since(item.versions)
    if since is None:
        return
    day = in_words(since.isoformat())
    stays = say("Nobody has said what became of it, so it stays open.") if item.open else ""
    yield Line(
        label=say("In the log"),
        words=f"{say('No longer in the log of {day}.', day=day)} {stays}".strip(),
        sources=proof.links([v for v in item.versions if log_gone.told_by(v)][-1:]),
    )
