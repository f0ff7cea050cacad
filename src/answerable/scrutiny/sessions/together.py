"""Actions that would flood an agenda, as one item for each owner of each theme.

An agenda of three hundred overdue actions is none; nor is one of a hundred that are due soon, or
said to be done and not proven. Up to `FLOOD` of a kind stand by themselves; above it those of one
owner and one theme become one item, whose `also` names every one of them. What then stands alone
comes as one item for its owner, else as one for all its owners, after the others of its kind: else
the oldest rows of a log would stand one by one before everything that has a theme.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import timedelta

from answerable.scrutiny.lateness import due_before
from answerable.scrutiny.phrases import inside, number, on_day, plural, start, times
from answerable.scrutiny.plans.link_doubt import Link
from answerable.scrutiny.sessions import beside
from answerable.scrutiny.sessions.agenda import INNER, AgendaItem, Question, Reason, Why
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say
from answerable.vocabulary.log_status import set_aside
from answerable.vocabulary.posts import is_rank, only_named, post_of
from answerable.vocabulary.times import in_words, last_day

FLOOD = 6
"""So many actions of one kind stand on an agenda one by one: the project's own choice."""
UNDATED_FLOOD = 3
"""So many that never had a date: one question settles the others."""
LEAST = 2
MOST_BEHIND = 20
"""Facts that stand behind the reason of a group; each action has its own on its page."""


_FLOODS = {Reason.SET_ASIDE: 0, Reason.UNDATED: UNDATED_FLOOD}
_OF_BODY = frozenset(_FLOODS)
"""Kinds that come as one item for a body, and not for each owner and theme."""


@dataclass(frozen=True, slots=True)
class _Of:
    """For which reason a group comes, whose actions it holds, and about what.

    `post`: of the owner, as no agenda names who is below a chief officer; “” without an owner,
    None of those whom a log names and says nothing else of.
    """

    reason: Reason
    institution: str
    theme: str = ""
    post: str | None = ""
    wanted: bool = False
    several: bool = False
    """Of several owners, each of whom has one of them."""


def together(
    items: Sequence[AgendaItem],
    *,
    questions: Sequence[Question] = (),
    themes: Mapping[str, str] | None = None,
    about: Callable[[AgendaItem], bool] = lambda _item: False,
    subject: str = "",
    doubtful: AbstractSet[Link] = frozenset(),
) -> tuple[AgendaItem, ...]:
    """The same agenda; where actions flood it, one item for each owner and theme. A finding and
    an action that belong together name each other.

    `themes` gives the theme of a finding or an action in words, by its reference: an action is
    about its own, else about that of the finding which it answers, unless the link is in doubt
    (`doubtful`). `about` says what a thematic
    session is about, and `subject` calls it: that is flooded, and grouped, apart.
    """
    by_group: dict[_Of, list[AgendaItem]] = defaultdict(list)
    for item in items:
        found = item.progress
        if found is not None and found.kind == "action" and item.reasons[0].reason in _KINDS:
            wanted = about(item) and item.reasons[0].reason not in _OF_BODY
            sure = _sure(found, themes or {}, doubtful)
            of = _group(item, found, sure, subject=subject if wanted else "")
            by_group[replace(of, wanted=wanted)].append(item)
    many: dict[tuple[Reason, bool], int] = defaultdict(int)
    for of, held in by_group.items():
        many[of.reason, of.wanted] += len(held)
    flooding = {
        of: held
        for of, held in by_group.items()
        if many[of.reason, of.wanted] > _FLOODS.get(of.reason, FLOOD)
    }
    templates = {question.reason: question for question in reversed(questions)}
    place = {item.reference: at for at, item in enumerate(items)}
    last: dict[tuple[Reason, bool], int] = defaultdict(int)
    for of, held in flooding.items():
        last[of.reason, of.wanted] = max(
            last[of.reason, of.wanted], *(place[i.reference] for i in held)
        )
    placed: dict[str, tuple[float, AgendaItem]] = {
        item.reference: (place[item.reference], item) for item in items
    }
    for of, group in _joined(flooding, place).items():
        if len(group) >= LEAST:
            for item in group:
                del placed[item.reference]
            at = last[of.reason, of.wanted] + 0.5 if of.several else place[group[0].reference]
            one = _one(of, group, templates.get(_KINDS[of.reason][0]))
            placed[one.reference] = (at, one)
    ordered = [item for _, item in sorted(placed.values(), key=lambda one: one[0])]
    return beside.told(ordered, doubtful=doubtful)


def _joined(
    groups: Mapping[_Of, Sequence[AgendaItem]], place: Mapping[str, int]
) -> Mapping[_Of, Sequence[AgendaItem]]:
    """The groups; what stands alone in its own joins its owner's other themes, else all others."""
    for wider in (_of_owner, _of_several):
        made: dict[_Of, list[AgendaItem]] = defaultdict(list)
        for of, held in groups.items():
            stays = len(held) >= LEAST or held[0].ours  # nobody else is asked for what is ours
            made[of if stays else wider(of)] += held
        groups = {of: sorted(held, key=lambda i: place[i.reference]) for of, held in made.items()}
    return groups


def _of_owner(of: _Of) -> _Of:
    """Whatever it is about; what is about the theme of the session stays so."""
    return of if of.wanted else replace(of, theme="")


def _of_several(of: _Of) -> _Of:
    return replace(_of_owner(of), post=None, several=True)


def _sure(
    found: Progress, themes: Mapping[str, str], doubtful: AbstractSet[Link]
) -> tuple[str, ...]:
    """What an action is about: its own theme, then those of what it answers without a doubt."""
    answers = found.first.fact.get("answers") or ()
    sure = (name for name in answers if (found.reference, name) not in doubtful)
    return tuple(themes[name] for name in (found.reference, *sure) if name in themes)


def _group(item: AgendaItem, found: Progress, themes: Sequence[str], *, subject: str) -> _Of:
    fact = found.first.fact
    theme = subject or next(iter(themes), "")
    reason = item.reasons[0].reason
    if reason in _OF_BODY:  # whoever owns them, one answer settles them
        return _Of(reason, fact.institution)
    post = None if only_named(found.owner) else post_of(found.owner)
    return _Of(reason, fact.institution, theme, post)


def _one(of: _Of, held: Sequence[AgendaItem], template: Question | None) -> AgendaItem:
    """One item for several, named by its owner and theme; the first of them stands for it."""
    reason, titled, why = _KINDS[of.reason]
    behind = tuple(item.reasons[0].versions[0] for item in held[:MOST_BEHIND])
    found = [item.progress for item in held if item.progress]
    return replace(
        held[0],
        title=start(titled(_many(of, found))),
        reasons=(Why(reason, why(found), behind),),
        also=tuple(r for i in held for r in (i.reference, *i.also))[1:],
        template=None if all(item.ours for item in held) else template,
        group=tuple(_told(of, found).items()),
    )


def _told(of: _Of, found: Sequence[Progress]) -> Mapping[str, str]:
    """What a question may name: the actions in words, the first of them, when the next is due."""
    due = [one.due for one in found if one.due and one.waiting]
    first = found[0].text if found and found[0].text else say("one whose words are withheld")
    return {
        "many": _many(replace(of, reason=Reason.SLIPPING), found)
        if of.reason not in _OF_BODY
        else _many(of, found),
        "first": start(first.rstrip(".")).translate(INNER),
        "next": in_words(min(due, key=last_day)) if due else say("a date to be agreed"),
        "times": times(sum(len(one.moved) for one in found)),
    }


def _many(of: _Of, found: Sequence[Progress]) -> str:
    """“seven overdue actions of the head of crime on custody”; “… that the log calls merged”."""
    n = len(found)
    actions = plural("action", n)
    many = say("{count} {actions}", count=number(n), actions=actions)
    if of.reason is Reason.SET_ASIDE:
        words = dict.fromkeys(set_aside(one.log_calls) for one in found)
        told = say(" or ").join(sorted(words))
        return say("{many} that the log calls {words}", many=many, words=told)
    if of.reason is Reason.UNDATED:
        return say("{count} open {actions}", count=number(n), actions=actions)
    if of.reason is Reason.OVERDUE:
        many = say("{count} overdue {actions}", count=number(n), actions=actions)
    return _actions_of(of, many)


def _whose(post: str | None) -> str:
    """“ of the head of crime”; initials, a unit and a chief officer's name need no article."""
    if post is None:
        return say(" of owners whom the log names without a post")
    if not post:
        return say(" without an owner")
    if is_rank(post):
        return say(" of owners of the rank of {owner}", owner=post)
    if post.casefold() in ("force", "the force"):
        return say(" of the force")
    if post.split(maxsplit=1)[0].isupper() or (" " not in post and post != post.lower()):
        return say(" of {owner}", owner=post)
    return say(" of the {owner}", owner=post)


def _actions_of(of: _Of, many: str) -> str:
    if of.several:
        many += say(" of several owners")
        return many + (say(" on {theme}", theme=inside(of.theme)) if of.theme else "")
    on = say(" on {theme}", theme=inside(of.theme)) if of.theme else ""
    return many + _whose(of.post) + on


def _no_day(found: Sequence[Progress]) -> str:
    """Nobody has closed them: that they are past their dates says nothing."""
    words = found[0].log_calls or ""
    return say(
        "Their log sets them aside, as with “{words}”. Nobody has closed them on our record, so "
        "they are open; none is counted as overdue here.",
        words=words,
    )


def _never_dated(found: Sequence[Progress]) -> str:
    """Since when the first of them waits for one."""
    began = min(one.first.fact.valid.start for one in found)
    return say(
        "No date of any of them is on our record. The first stands there since {day}.",
        day=on_day(began),
    )


def _late(found: Sequence[Progress]) -> str:
    """The first is the longest overdue; the day of the session is named, as it may be to come."""
    due, days = found[0].due or "", found[0].days_overdue
    told = due_before(due, days, on=last_day(due) + timedelta(days=days))
    return say("The longest overdue was due {due}.", due=told)


def _moved(found: Sequence[Progress]) -> str:
    """How often in all, and which comes next of those that wait."""
    n = sum(len(one.moved) for one in found)
    return f"{say('Their dates moved {times} in all.', times=times(n))} {_next(found)}".strip()


def _next(found: Sequence[Progress]) -> str:
    due = [one.due for one in found if one.due and one.waiting]
    return say("The next is due {day}.", day=in_words(min(due, key=last_day))) if due else ""


def _not_proven(found: Sequence[Progress]) -> str:
    """How many nobody else has checked, how many are checked without effect, and since when."""
    checked = sum(one.unproven != "not verified" for one in found)
    unchecked = len(found) - checked
    parts = []
    if not checked:
        parts.append(say("Nobody else has checked them yet."))
    elif unchecked:
        parts.append(say("Nobody else has checked {count} of them yet.", count=number(unchecked)))
    if checked:
        parts.append(
            say("Checked, with no evidence yet that it worked: {count}.", count=number(checked))
        )
    said = [one.steps[-1].on for one in found if one.steps]
    if said:
        parts.append(say("The longest has waited since {day}.", day=on_day(min(said))))
    return " ".join(parts)


_Kind = tuple[Reason, Callable[[str], str], Callable[[Sequence[Progress]], str]]
_KINDS: Mapping[Reason, _Kind] = {
    Reason.OVERDUE: (Reason.OVERDUE_TOGETHER, lambda many: many, _late),
    Reason.MOVED: (
        Reason.MOVED_TOGETHER,
        lambda many: say("{many}: date moved", many=many),
        _moved,
    ),
    Reason.SLIPPING: (
        Reason.SLIPPING_TOGETHER,
        lambda many: say("{many}: due soon", many=many),
        _next,
    ),
    Reason.UNDATED: (
        Reason.UNDATED_TOGETHER,
        lambda many: say("{many} without a date", many=many),
        _never_dated,
    ),
    Reason.SET_ASIDE: (Reason.SET_ASIDE_TOGETHER, lambda many: many, _no_day),
    Reason.UNPROVEN: (
        Reason.UNPROVEN_TOGETHER,
        lambda many: say("{many}: said to be done, not proven", many=many),
        _not_proven,
    ),
}
"""First reason of an action -> reason, title and words of the group in which it comes."""
