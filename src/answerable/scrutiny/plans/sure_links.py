"""A finding by the actions that surely answer it: a link in doubt is told as one, everywhere.

One rule for every page that says how far a finding has got: what a log may have meant for another
report (`link_doubt.py`) is no answer until a person confirms it, and it is said that it waits.
"""

from collections.abc import Iterable
from dataclasses import replace

from answerable.ledger.register import Register
from answerable.scrutiny import progress
from answerable.scrutiny.phrases import NOT_KNOWN, number, start, worded
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionPromised
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words


def answering(register: Register, item: Progress, names: Names) -> tuple[Progress, ...]:
    """The actions that are linked to a finding, by whatever link; a plan that names it is none."""
    return tuple(
        progress.progress(register, name, names=names)
        for name in item.answered_by
        if register.versions_of(ActionPromised, stream=name)
    )


def doubted(item: Progress, actions: Iterable[Progress]) -> tuple[Progress, ...]:
    """Those of some actions whose link to a finding waits for a person."""
    linked = set(item.answered_by)
    return tuple(one for one in actions if one.reference in linked and in_doubt(one, item))


def sure(item: Progress, actions: Iterable[Progress], *, names: Names) -> Progress:
    """The finding as it stands by its sure links, in words, with how many links wait.

    `actions`: at least those that are linked to it. What has no link in doubt stays as it is.
    """
    waiting = {one.reference for one in doubted(item, actions)}
    if item.kind == "action" or not waiting:
        return item
    left = tuple(name for name in item.answered_by if name not in waiting)
    promised = bool(left) or any(step.rung is Rung.PROMISED for step in item.steps)
    rung = None if item.rung is Rung.PROMISED and not promised else item.rung
    told = worded(replace(item, answered_by=left, rung=rung), names=names)
    words = _none(item) if told.sentence == NOT_KNOWN else told.sentence
    return replace(told, sentence=f"{words} {waits(len(waiting))}")


def findings(
    register: Register, *, theme: str | None = None, names: Names | None = None
) -> tuple[Progress, ...]:
    """Every finding by its sure links, in the order of the record; of one theme where named."""
    words = names or Names()

    def made() -> tuple[Names, tuple[Progress, ...]]:
        return words, tuple(
            sure(item, answering(register, item, words), names=words)
            for item in progress.findings(register, theme=theme, names=words)
        )

    # The words for the parties are those of one regime; with others it is read anew.
    used, found = register.once((findings, theme), made)
    return found if used == words else made()[1]


def waits(count: int) -> str:
    """How many links wait to be confirmed."""
    return say_many(
        "{words} action is linked to it by a link that nobody has confirmed.",
        "{words} actions are linked to it by links that nobody has confirmed.",
        count,
        words=start(number(count)),
    )


def _none(item: Progress) -> str:
    if not item.due:
        return say("No action that is confirmed answers this.")
    return say("No action that is confirmed answers this. Due {day}.", day=in_words(item.due))
