"""Overdue actions that would flood an agenda, as one item for each owner of each theme.

An agenda of three hundred overdue actions is none. Up to `FLOOD` they stand by themselves; above
it those of one owner and one theme become one item, whose `also` names every one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.sessions.agenda import AgendaItem, Question, Reason, Why
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

FLOOD = 6
"""So many overdue actions stand on an agenda one by one: the project's own choice."""
LEAST = 2
MOST_BEHIND = 20
"""Facts that stand behind the reason of a group; each action has its own on its page."""


@dataclass(frozen=True, slots=True)
class _Of:
    """Whose overdue actions a group holds, and about what."""

    institution: str
    theme: str
    owner: str
    wanted: bool


def together(
    items: Sequence[AgendaItem],
    *,
    questions: Sequence[Question] = (),
    themes: Mapping[str, str] | None = None,
    about: Callable[[AgendaItem], bool] = lambda _item: False,
) -> tuple[AgendaItem, ...]:
    """The same agenda; where overdue actions flood it, one item for each owner and theme.

    `themes` gives the theme of a finding or an action in words, by its reference: an action is
    about its own, else about that of the finding which it answers. `about` says what a thematic
    session is about: that is flooded, and grouped, apart.
    """
    by_group: dict[_Of, list[AgendaItem]] = defaultdict(list)
    for item in items:
        if _late_action(item):
            by_group[_group(item, themes or {}, wanted=about(item))].append(item)
    flooded = {
        wanted
        for wanted in (True, False)
        if sum(len(held) for of, held in by_group.items() if of.wanted is wanted) > FLOOD
    }
    template = next((q for q in questions if q.reason is Reason.OVERDUE_TOGETHER), None)
    made: dict[str, AgendaItem] = {}
    gone: set[str] = set()
    for of, held in by_group.items():
        if of.wanted in flooded and len(held) >= LEAST:
            made[held[0].reference] = _one(of, held, template)
            gone |= {item.reference for item in held[1:]}
    return tuple(made.get(i.reference, i) for i in items if i.reference not in gone)


def _late_action(item: AgendaItem) -> bool:
    found = item.progress
    return (
        found is not None and found.kind == "action" and item.reasons[0].reason is Reason.OVERDUE
    )


def _group(item: AgendaItem, themes: Mapping[str, str], *, wanted: bool) -> _Of:
    found = item.progress
    assert found is not None  # noqa: S101  # only overdue actions are grouped, and these have one
    fact = found.first.fact
    named = (found.reference, *(fact.get("answers") or ()))
    theme = next((themes[r] for r in named if r in themes), "")
    return _Of(fact.institution, theme, found.owner or "", wanted)


def _one(of: _Of, held: Sequence[AgendaItem], template: Question | None) -> AgendaItem:
    """One item for several: named by its owner and theme; the longest overdue stands for it."""
    n, first = len(held), held[0].progress
    owner = of.owner.rsplit("/", 1)[-1].replace("-", " ")
    many = say("{count} overdue {actions}", count=number(n), actions=plural("action", n))
    whose = say(" of the {owner}", owner=owner) if owner else say(" without an owner")
    theme = say(" on {theme}", theme=of.theme.lower()) if of.theme else ""
    due = (first.due if first else None) or ""
    days = first.days_overdue if first else 0
    words = say(
        "The longest overdue was due {day}, {days} {days2} ago.",
        day=in_words(due),
        days=f"{days:,}",
        days2=plural("day", days),
    )
    behind = tuple(item.reasons[0].versions[0] for item in held[:MOST_BEHIND])
    return replace(
        held[0],
        title=start(f"{many}{whose}{theme}"),
        reasons=(Why(Reason.OVERDUE_TOGETHER, words, behind),),
        also=tuple(r for i in held for r in (i.reference, *i.also))[1:],
        template=template,
    )
