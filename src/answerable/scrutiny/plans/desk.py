"""The register of a desk: each finding and action as one row, and the few questions asked of it.

A row is small and holds no reference to the record, so that many can be kept, filtered and
sorted quickly. Words and states are those of `progress.py`; the filters are the four of the
officer's morning: overdue, slipping, done and not proven, without an owner.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Version
from answerable.scrutiny.drift import slips
from answerable.scrutiny.plans.duplicates import elsewhere, place
from answerable.scrutiny.plans.log_gone import gone_since
from answerable.scrutiny.plans.log_headings import heading_of
from answerable.scrutiny.plans.plan_test import PlanTested
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.access import Classification, highest
from answerable.vocabulary.facts import ActionReassigned
from answerable.vocabulary.times import last_day

NO_DATE = date.max


@dataclass(frozen=True, slots=True)
class Item:
    """One row. Dates as stated; `rating` is the owner's own word and never our state.

    `elsewhere` says where a row that is open no longer is followed: “under action/…”. `heading` is
    the one that an action stands under in its log. `twice`: an open row beside it says the same.
    `other_owners`: how many more than `owner` own an action that answers a finding. `out_of_log`:
    the day of the log that no longer had its row. `log_status`: its last one, in the log's words;
    `log_due`: the date that the log gives now and that nobody agreed to. `rating`: the owner's,
    of an action; `source_state`: what a list of findings calls the state of one. `marked`: its
    words are not public; `owner_marking`: of who owns an action, or one that answers a finding.
    `marking`: the least public of what this reader sees of it.
    """

    reference: str
    institution: str
    seq: int
    kind: str
    number: str | None
    theme: str | None
    text: str | None
    withheld: bool
    marked: bool
    owner_marking: Classification
    owner: str | None
    due: str | None
    due_first: str | None
    moves: int
    tag: str
    group: str
    sentence: str
    days_overdue: int
    slipping: bool
    unproven: str
    open: bool
    waiting: bool
    unowned: bool
    claimed: bool
    rating: str | None
    published: date
    answers: tuple[str, ...]
    gaps: str = ""
    elsewhere: str = ""
    heading: str = ""
    twice: bool = False
    other_owners: int = 0
    out_of_log: date | None = None
    log_status: str = ""
    log_due: str = ""
    source_state: str | None = None
    marking: Classification = Classification.PUBLIC

    @property
    def owner_marked(self) -> bool:
        """May not every reader see who owns it?"""
        return self.owner_marking is not Classification.PUBLIC

    @property
    def last_due(self) -> date:
        """Last day that the due date may mean; the end of time without one."""
        return last_day(self.due) if self.due else NO_DATE


@dataclass(frozen=True, slots=True)
class Owned:
    """Who owns an action, and how that is marked."""

    name: str | None
    marking: Classification


def items(
    found: Iterable[Progress],
    *,
    owners: Mapping[str, Owned],
    on: date,
    tested: Sequence[PlanTested] = (),
) -> tuple[Item, ...]:
    """Rows of findings and actions on a day. `owners`: action -> owner, for what they answer.

    A finding is owned by whoever owns an action that answers it, not by who published it. What
    is given here has its sure links alone (`sure_links.py`).
    """
    gaps = {test.reference: test.words for test in tested}
    return tuple(_item(p, owners, gaps.get(p.reference, ""), on) for p in found)


def owners_of(found: Iterable[Progress], *, followed: Mapping[str, str]) -> dict[str, Owned]:
    """Action -> its owner; of a duplicate, the owner of the action under which it is followed."""
    own = {p.reference: _owned(p) for p in found if p.kind == "action"}
    return {name: own.get(followed.get(name, name), owner) for name, owner in own.items()}


def _item(
    p: Progress,
    owners: Mapping[str, Owned],
    gaps: str,
    on: date,
) -> Item:
    fact = p.first.fact
    own, others = _owned(p), 0
    if p.kind != "action":
        held = [o for name in p.answered_by if (o := owners.get(name)) and o.name]
        named = tuple(dict.fromkeys(o.name for o in held))
        owner, others = (named[0], len(named) - 1) if named else (None, 0)
        own = Owned(owner, highest(o.marking for o in held if o.name == owner))
    news = p.news.fact if p.news else None
    public = fact.classes.get("text", Classification.PUBLIC) == Classification.PUBLIC
    where = elsewhere(p.versions) if not p.open else None
    return Item(
        reference=p.reference,
        institution=fact.institution,
        seq=p.first.seq,
        kind=p.kind,
        number=p.number,
        theme=p.theme,
        text=p.text,
        withheld=p.withheld,
        marked=not public,
        marking=highest((shown_marking(p.versions), own.marking)),
        owner_marking=own.marking,
        owner=own.name,
        due=p.due,
        due_first=p.due_first,
        moves=len(p.moved),
        tag=p.tag,
        group=p.group,
        sentence=p.sentence,
        days_overdue=p.days_overdue,
        slipping=slips(p, on=on),
        unproven=p.unproven,
        open=p.open,
        waiting=p.waiting,
        unowned=p.open and own.name is None,
        claimed=any(type(v.fact).__name__ == "ClosureClaimed" for v in p.versions) and p.open,
        rating=news.get("rating") if news and p.kind == "action" else None,
        source_state=news.get("rating") if news and p.kind != "action" else None,
        published=fact.valid.start,
        answers=p.answers,
        gaps=gaps,
        elsewhere=place(where) if where else "",
        heading=heading_of(p.versions) or "",
        other_owners=others,
        out_of_log=gone_since(p.versions),
        log_status=(p.log_status or "") if public else "",
        log_due=(p.log_due or "") if public else "",
    )


def shown_marking(versions: Iterable[Version]) -> Classification:
    """The least public of what these facts show to whoever reads; what is withheld is not."""
    return highest(
        mark
        for version in versions
        for field, mark in version.fact.classes.items()
        if field not in version.withheld
    )


def _owned(p: Progress) -> Owned:
    """The owner of an action, marked as whom it was given to last, else as whom it names."""
    given = [v.fact for v in p.versions if isinstance(v.fact, ActionReassigned)]
    fact = given[-1] if given else p.first.fact
    public = Classification.PUBLIC
    return Owned(p.owner, fact.classes.get("owner", public) if p.owner else public)
