"""What an action answers, as its log calls it, and whether its row still stands in that log."""

from collections.abc import Iterator
from dataclasses import replace

from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.naming import body_words, finding_words, stop
from answerable.operations.pages.parts import Line, Link
from answerable.operations.pages.plans import taken_back
from answerable.operations.pages.plans.taken_back import TakenBack
from answerable.operations.pages.proof import Proof, with_redress
from answerable.scrutiny.plans import log_gone, log_number
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.ladder import Rung
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
        if taken := taken_back.of_cell(item, register, nowhere, look):
            line = _taken_back(taken, register, look, cell=nowhere)
            entry = Link(
                label=say("Entry {seq}", seq=f"{taken.version.seq:,}"),
                url=proof.entry_url(taken.version),
            )
            yield replace(line, sources=(*sources, entry))
        else:
            line = replace(_nowhere(item, look, cell=nowhere), sources=sources)
            yield with_redress(line, (row or item.first,), proof)
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


def _nowhere(item: Progress, look: Look, *, cell: str) -> Line:
    """A cell of the log that finds nothing, with the way to put it right."""
    return Line(
        label=say("Answers"),
        words=say(
            "“{number}” in the log. No finding on the record goes by that number.", number=cell
        ),
        links=tuple(_put_right(item, look, say("It is not the number of a finding"))),
    )


def _taken_back(taken: TakenBack, register: Register, look: Look, *, cell: str) -> Line:
    """Who put it right, when and why, and of which finding."""
    version, found = taken.version, [(n, _published(register, n)) for n in taken.names]
    told = {
        "number": cell,
        "who": body_words(version.by.body),
        "day": in_words(version.recorded_at.astimezone(ZONE).date().isoformat()),
    }
    words = (
        say(
            "“{number}” in the log. {who} said on {day} that this action does not answer this "
            "finding:",
            **told,
        )
        if found
        else say(
            "“{number}” in the log. {who} said on {day} that it is not the number of a finding.",
            **told,
        )
    )
    return Line(
        label=say("Answers"),
        words=words,
        note=stop(str(version.fact.get("reason") or say("No reason is given"))),
        links=tuple(
            Link(label=finding_words(fact), url=look.url(f"/findings/{name}/"))
            for name, fact in found
            if fact is not None
        ),
    )


def wrong(item: Progress, look: Look) -> Iterator[Link]:
    """To say what an action answers, to confirm it where one may doubt, and to take it back."""
    if item.kind != "action":
        return
    register = look.register(item.first.fact.institution)
    doubtful = any(in_doubt(item, f) for f in _findings(item, register))
    may = access.may(look.actor, "correct", about=register.institution)
    if may and (doubtful or (item.open and not item.answers)):
        label = say("It does answer that finding") if doubtful else say("It answers a finding")
        yield Link(label=label, url=f"/actions/{item.reference}/answers/")
    if item.answers:
        yield from _put_right(item, look, say("It does not answer that finding"))


def _findings(item: Progress, register: Register) -> Iterator[Progress]:
    """What it answers, of what is on the record."""
    for name in item.answers:
        if _published(register, name):
            yield progress(register, name)


def _put_right(item: Progress, look: Look, label: str) -> Iterator[Link]:
    if access.may(look.actor, "correct", about=item.first.fact.institution):
        yield Link(label=label, url=f"/actions/{item.reference}/answers-not/")


def _published(register: Register, name: str) -> FindingPublished | None:
    return next(iter(register.of(FindingPublished, stream=name)), None)


def _gone(item: Progress, proof: Proof) -> Iterator[Line]:
    since = log_gone.gone_since(item.versions)
    if since is None:
        return
    day = in_words(since.isoformat())
    stays = ""
    if item.open and item.rung in (None, Rung.PROMISED):
        stays = say("Nobody has said what became of it, so it stays open.")
    elif item.open and item.rung is Rung.DELIVERED:
        stays = say("It is said to be done and nobody has checked it, so it stays open.")
    yield Line(
        label=say("In the log"),
        words=f"{say('No longer in the log of {day}.', day=day)} {stays}".strip(),
        sources=proof.links([v for v in item.versions if log_gone.told_by(v)][-1:]),
    )
