"""How the register is filtered and sorted: saved filters, the form, what is on, the headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from answerable.operations.desk.register import STAGES, VIEWS, Table, Wanted
from answerable.operations.pages.desk.register_rows import kind_words
from answerable.operations.pages.forms import Choice, Field, Hidden
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import start
from answerable.vocabulary.finding_kinds import ACCELERATED, AFI, CAUSE, RECOMMENDATION
from answerable.vocabulary.language import marked, say

MOST_CHOICES = 60
"""Ratings or headings that the form offers; the address takes any."""
KINDS = (CAUSE, ACCELERATED, RECOMMENDATION, AFI, "action")
COLUMNS = (
    ("words", marked("What was asked or promised")),
    ("reference", marked("Reference")),
    ("owner", marked("Owner")),
    ("due", marked("Due")),
    ("state", marked("Said, done, worked")),
)


class Address(Protocol):
    """The address of the register with other filters."""

    def __call__(self, want: Wanted, **more: str) -> str:
        """Of these filters, with more parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading that sorts: `aria` is ascending, descending or none."""

    label: str
    url: str
    aria: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A saved filter, how many rows it keeps, and whether it is on."""

    label: str
    url: str
    count: str
    on: bool


def saved(
    table: Table, want: Wanted, address: Address, *, nought: bool = True
) -> tuple[Saved, ...]:
    """The saved filters, each with how many rows it keeps.

    `nought`: also those that keep none, which of a body that keeps its own record is no fact.
    """
    counts = table.counts
    return tuple(
        Saved(
            label=words,
            url=address(replace(want, view="" if want.view == name else name)),
            count=f"{counts[name]:,}",
            on=want.view == name,
        )
        for name, (words, _) in VIEWS.items()
        if nought or counts[name] or want.view == name
    )


def fields(table: Table, want: Wanted) -> tuple[Field, ...]:
    """What the form of filters asks."""
    owners = ((o, start(office_words(o))) for o in table.owners)
    ends = (("open", say("Open")), ("closed", say("Closed or superseded")))
    return (
        Field(name="q", label=say("Words"), value=want.q),
        _one_of("kind", say("Kind"), want.kind, ((k, kind_words(k)) for k in KINDS)),
        _one_of("owner", say("Owner"), want.owner, owners),
        _one_of("stage", say("How far"), want.stage, ((s, start(s)) for s in STAGES)),
        _one_of("standing", say("Open or closed"), want.standing, ends),
        *_of_the_log(table, want),
    )


def _of_the_log(table: Table, want: Wanted) -> Iterator[Field]:
    """The owner's own rating and the log's headings, where the rows have any."""
    for name, label, values, value in (
        ("rating", say("Owner’s own rating"), table.ratings, want.rating),
        ("heading", say("Heading in the log"), table.headings, want.heading),
    ):
        if values:
            here = next((v for v in values if v.casefold() == value.casefold()), value)
            yield _one_of(name, label, here, ((v, start(v)) for v in values[:MOST_CHOICES]))


def _one_of(name: str, label: str, value: str, words: Iterable[tuple[str, str]]) -> Field:
    """A choice of any, or of one value by its words."""
    any_of = Choice(value="", label=say("Any"))
    each = (Choice(value=one, label=told) for one, told in words)
    return Field(name=name, label=label, value=value, choices=(any_of, *each))


def hidden(look: Look, institution: str, want: Wanted, *, many: bool) -> tuple[Hidden, ...]:
    """What the filter form must not lose: the body, the dates, the saved filter, the sort."""
    kept = {"body": institution} if many else {}
    kept |= {n: v for n, v in want.chosen.items() if n in ("view", "sort", "answers")}
    dates = (part.partition("=") for part in look.query[1:].split("&") if part)
    kept |= {name: value for name, _, value in dates}
    return tuple(Hidden(name=name, value=value) for name, value in kept.items())


def chosen(want: Wanted, address: Address) -> tuple[Link, ...]:
    """The filters that are on; each link takes one away."""
    words = {
        "view": VIEWS[want.view][0] if want.view else "",
        "q": say("words: {q}", q=want.q),
        "kind": kind_words(want.kind),
        "owner": say("owner: {office_words}", office_words=office_words(want.owner)),
        "stage": say("how far: {stage}", stage=want.stage),
        "standing": want.standing,
        "rating": say("owner’s own rating: {rating}", rating=want.rating),
        "heading": say("under “{heading}” in the log", heading=want.heading),
        "answers": say("actions that answer {finding}", finding=_finding(want.answers)),
    }
    return tuple(
        Link(label=start(words[name]), url=address(want.without(name)))
        for name in want.chosen
        if name in words
    )


def _finding(reference: str) -> str:
    """`…/recommendation/6` -> “recommendation 6”."""
    return " ".join(reference.split("/")[-2:]).replace("-", " ")


def columns(want: Wanted, address: Address) -> tuple[Column, ...]:
    """The headings; a click sorts, a second one turns round."""
    by, down = want.sort.removeprefix("-"), want.sort.startswith("-")
    made = []
    for name, label in COLUMNS:
        here = name == by
        aria = ("descending" if down else "ascending") if here else "none"
        turned = f"-{name}" if here and not down else name
        made.append(Column(label=label, url=address(replace(want, sort=turned)), aria=aria))
    return tuple(made)
