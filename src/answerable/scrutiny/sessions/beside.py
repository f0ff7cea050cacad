"""A finding and the actions that answer it, each an item of one agenda: how they belong together.

Where they come for one reason they are one item already (`agenda.py`); else each says of the other
what the record holds. A log often copies the words of a finding and does not say that it answers
it: that is said too.
"""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from answerable.scrutiny.phrases import number, start
from answerable.scrutiny.plans.link_doubt import Link
from answerable.scrutiny.sessions.agenda import AgendaItem, name_of
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say, say_many

ACTION = "action"


def told(items: Sequence[AgendaItem], *, doubtful: AbstractSet[Link]) -> tuple[AgendaItem, ...]:
    """The same items; a finding and an action that belong together name each other.

    `doubtful`: links of an action to a finding that may not be meant.
    """
    alone = [i.progress for i in items if i.progress and not i.reasons[0].reason.of_group]
    by_reference = {one.reference: one for one in alone}
    pairs = [
        (by_reference[action], finding)
        for finding in alone
        for action in finding.answered_by
        if action in by_reference and (action, finding.reference) not in doubtful
    ]
    answering = {action.reference for action, _ in pairs}
    answered = {finding.reference for _, finding in pairs}
    words = _by_words(alone)
    return tuple(
        _answers(item, [finding for action, finding in pairs if action is item.progress])
        if item.reference in answering
        else _answered(item, [action for action, finding in pairs if finding is item.progress])
        if item.reference in answered
        else _alike(item, words)
        for item in items
    )


def _by_words(found: Sequence[Progress]) -> dict[str, list[Progress]]:
    made: dict[str, list[Progress]] = defaultdict(list)
    for one in found:
        if one.text:
            made[_plain(one.text)].append(one)
    return made


def _plain(words: str) -> str:
    """Words without their case and last stop."""
    return " ".join(words.split()).rstrip(".").casefold()


def _answers(item: AgendaItem, findings: Sequence[Progress]) -> AgendaItem:
    names = " and ".join(_name(one) for one in findings)
    return _with(item, say("It answers {names}.", names=names), findings)


def _answered(item: AgendaItem, actions: Sequence[Progress]) -> AgendaItem:
    n = len(actions)
    words = say_many(
        "{count} action that answers it comes for a reason of its own.",
        "{count} actions that answer it come for reasons of their own.",
        n,
        shown=start(number(n)),
    )
    return _with(item, words, actions)


def _alike(item: AgendaItem, by_words: dict[str, list[Progress]]) -> AgendaItem:
    """The item, where a finding and an action have one wording and no link."""
    own = item.progress
    if own is None or not own.text or item.reasons[0].reason.of_group:
        return item
    is_action = own.kind == ACTION
    others = [o for o in by_words[_plain(own.text)] if (o.kind == ACTION) is not is_action]
    if not others:
        return item
    words = (
        say(
            "{name} has the same words; the record does not say that this action answers it.",
            name=start(_name(others[0])),
        )
        if is_action
        else say("An action has the same words; the record does not say that it answers this.")
    )
    return _with(item, words, others)


def _with(item: AgendaItem, words: str, others: Sequence[Progress]) -> AgendaItem:
    return replace(item, belongs=words, beside=tuple(one.reference for one in others))


def _name(finding: Progress) -> str:
    """“recommendation 3”."""
    name = name_of(finding)
    return f"{name[:1].lower()}{name[1:]}"
