"""The register: every finding and action of an institution, filtered, sorted, in pages, as CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlencode

from answerable.operations.desk import register as desk
from answerable.operations.desk.register import PER_PAGE, STAGES, VIEWS, Table, Wanted
from answerable.operations.desk.rows import Rows, institutions, rows
from answerable.operations.pages.forms import Choice, Field, Hidden, acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import agenda_path, body_words
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Link, Page
from answerable.operations.pages.plans.plan import recorded_notice
from answerable.operations.pages.proof import office_words, redress_of
from answerable.scrutiny.phrases import plural, start, times
from answerable.scrutiny.plans.desk import Item
from answerable.vocabulary.finding_kinds import ACCELERATED, AFI, CAUSE, RECOMMENDATION
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

TITLE = marked("Register")
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


class NothingHeld(Refusal):
    """A register that the record does not hold."""

    code = "no_such_body"


ADVERSE = frozenset({"overdue", "moved", "slipped back"})
"""States of a row on which Reply and Report a mistake stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading that sorts: `aria` is ascending, descending or none."""

    label: str
    url: str
    aria: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One row, each cell in words. `parts` are those of the reference, between its slashes."""

    words: str
    url: str
    kind: str
    reference: str
    parts: tuple[str, ...]
    owner: str
    due: str
    due_note: str
    state: str
    stage: str
    note: str
    reply_url: str = ""
    mistake_url: str = ""

    @property
    def label(self) -> str:
        """What may be replied to."""
        return self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A saved filter, how many rows it keeps, and whether it is on."""

    label: str
    url: str
    count: str
    on: bool


@dataclass(frozen=True, kw_only=True)
class RegisterPage(Page):
    """The shapes stand at the head of `plans/register.html`."""

    saved: tuple[Saved, ...]
    fields: tuple[Field, ...]
    hidden: tuple[Hidden, ...]
    chosen: tuple[Link, ...]
    columns: tuple[Column, ...]
    rows: tuple[RegisterRow, ...]
    count: str
    csv: Link
    meaning: tuple[str, ...]
    pages: Pages | None = None


MEANING = (
    marked(
        "Overdue: the date has passed and nobody says that it is done. "
        "Slipping: a date that moved, or is within 28 days. Done, not "
        "proven: they say that it is done; nobody checked, or nothing "
        "shows that it worked."
    ),
    marked(
        "A finding’s owner is the owner of an action that answers it. "
        "Gaps in the plan: an open recommendation without an action, "
        "owner, date, measure, resource named or partner named. A body "
        "may judge that it needs no partner."
    ),
    marked("No date: open without a due date, also where they say that it is done."),
    marked("The owner’s own rating is theirs. It never becomes our state."),
)


def register(
    look: Look, query: Mapping[str, str], *, page: int = 1, recorded: int | None = None
) -> RegisterPage:
    """A page of the register; `query` is the address's own, `recorded` an entry just made."""
    held, every = _held(look, query)
    want = desk.wanted(query)
    kept = held.table.chosen(want)
    count = max(1, -(-len(kept) // PER_PAGE))
    page = min(max(1, page), count)
    shown = kept[(page - 1) * PER_PAGE : page * PER_PAGE]
    said = acting(look, held.institution) if not look.actor.is_public else None

    def address(want: Wanted, **more: str) -> str:
        return _url(look, held.institution, want, many=len(every) > 1, **more)

    return RegisterPage(
        title=f"{TITLE}: {body_words(held.institution)}",
        area="plans",
        sentence=_sentence(held.table),
        banner=said or banner(held.institution),
        past=look.past(),
        notice=recorded_notice(recorded, look),
        as_at=look.as_at(),
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(
                label=body_words(held.institution),
                url=look.url(f"/bodies/{held.institution}/"),
            ),
        ),
        saved=_saved(held.table, want, address),
        fields=_fields(held.table, want),
        hidden=_hidden(look, held.institution, want, many=len(every) > 1),
        chosen=_chosen(want, address),
        columns=_columns(want, address),
        rows=tuple(_row(look, item) for item in shown),
        count=_count(kept, held.items, shown, page),
        meaning=MEANING,
        csv=Link(
            label=f"These {len(kept):,} rows as CSV" if len(kept) != 1 else "This row as CSV",
            url=address(want).replace("/plans/", "/plans/data.csv", 1),
        ),
        pages=pages(
            label=say("Pages of the register"),
            number=page,
            count=count,
            url=lambda n: address(want, page=str(n)),
        ),
        aside=_aside(look, held.institution, every, owner=want.owner),
    )


def data(look: Look, query: Mapping[str, str]) -> tuple[str, str]:
    """(name of the file, CSV) of exactly the rows that the page with this address lists."""
    held, _ = _held(look, query)
    kept = held.table.chosen(desk.wanted(query))
    marked = "-not-public" if any(i.marked for i in kept) else ""
    return f"register-{held.institution}-{look.on.isoformat()}{marked}.csv", desk.as_csv(kept)


def lines(look: Look, query: Mapping[str, str]) -> tuple[str, ...]:
    """The same rows for a terminal."""
    held, _ = _held(look, query)
    kept = held.table.chosen(desk.wanted(query))
    told = [body_words(held.institution), _sentence(held.table), ""]
    for item in kept:
        row = _row(look, item)
        due = f"{row.due} {row.due_note}".strip()
        told.append(f"{row.state}: {item.text or row.words}  ({item.reference})")
        told.append(f"  {row.owner}. {due}. {row.stage}. {row.note}".rstrip())
    return (
        *told,
        say("{count} of {count2} rows.", count=f"{len(kept):,}", count2=f"{len(held.items):,}"),
    )


def _held(look: Look, query: Mapping[str, str]) -> tuple[Rows, tuple[str, ...]]:
    every = institutions(look)
    if not every:
        raise NothingHeld(
            say("The record holds no institution yet. Set up your own first: /set-up/.")
        )
    asked = query.get("body") or ""
    if asked and asked not in every:
        raise NothingHeld(say("There is no register of “{asked}” here.", asked=asked[:60]))
    return rows(look, asked or every[0]), every


def _sentence(table: Table) -> str:
    counts, items = table.counts, table.items
    if not items:
        return say(
            "The record holds no finding and no action yet. Import your action log to begin."
        )
    if not any(i.owner or i.due or i.group != "not known" for i in items) and (
        counts["open"] == len(items)
    ):  # counts of nought and of “without an owner” would read as a verdict
        n = len(items)
        return say(
            "{n} {word}. Who owns {word2}, by when, and how far {word3} got "
            "is not in our sources.",
            n=f"{n:,}",
            word=say("finding or action") if n == 1 else say("findings and actions"),
            word2=say("it") if n == 1 else say("them"),
            word3=say("it") if n == 1 else say("they"),
        )
    return say(
        "{counts} of {count} findings and actions are open: {counts2} "
        "overdue, {counts3} slipping, {counts4} done and not proven, "
        "{counts5} without an owner on record.",
        counts=f"{counts['open']:,}",
        count=f"{len(items):,}",
        counts2=f"{counts['overdue']:,}",
        counts3=f"{counts['slipping']:,}",
        counts4=f"{counts['unproven']:,}",
        counts5=f"{counts['no-owner']:,}",
    )


def _url(look: Look, institution: str, want: Wanted, *, many: bool, **more: str) -> str:
    parts = {**({"body": institution} if many else {}), **want.chosen, **more}
    query = f"?{urlencode(parts)}" if parts else ""
    return look.url(f"/plans/{query}")


def _saved(table: Table, want: Wanted, address: Address) -> tuple[Saved, ...]:
    counts = table.counts
    return tuple(
        Saved(
            label=words,
            url=address(replace(want, view="" if want.view == name else name)),
            count=f"{counts[name]:,}",
            on=want.view == name,
        )
        for name, (words, _) in VIEWS.items()
    )


def _fields(table: Table, want: Wanted) -> tuple[Field, ...]:
    any_of = Choice(value="", label=say("Any"))
    return (
        Field(name="q", label=say("Words"), value=want.q),
        Field(
            name="kind",
            label=say("Kind"),
            value=want.kind,
            choices=(any_of, *(Choice(value=k, label=_kind(k)) for k in KINDS)),
        ),
        Field(
            name="owner",
            label=say("Owner"),
            value=want.owner,
            choices=(
                any_of,
                *(Choice(value=o, label=start(office_words(o))) for o in table.owners),
            ),
        ),
        Field(
            name="stage",
            label=say("How far"),
            value=want.stage,
            choices=(any_of, *(Choice(value=s, label=start(s)) for s in STAGES)),
        ),
        Field(
            name="standing",
            label=say("Open or closed"),
            value=want.standing,
            choices=(
                any_of,
                Choice(value="open", label=say("Open")),
                Choice(value="closed", label=say("Closed or superseded")),
            ),
        ),
    )


def _hidden(look: Look, institution: str, want: Wanted, *, many: bool) -> tuple[Hidden, ...]:
    """What the filter form must not lose: the body, the dates, the saved filter, the sort."""
    kept = {"body": institution} if many else {}
    kept |= {n: v for n, v in want.chosen.items() if n in ("view", "sort")}
    dates = (part.partition("=") for part in look.query[1:].split("&") if part)
    kept |= {name: value for name, _, value in dates}
    return tuple(Hidden(name=name, value=value) for name, value in kept.items())


def _chosen(want: Wanted, address: Address) -> tuple[Link, ...]:
    words = {
        "view": VIEWS[want.view][0] if want.view else "",
        "q": say("words: {q}", q=want.q),
        "kind": _kind(want.kind),
        "owner": say("owner: {office_words}", office_words=office_words(want.owner)),
        "stage": say("how far: {stage}", stage=want.stage),
        "standing": want.standing,
    }
    return tuple(
        Link(label=start(words[name]), url=address(want.without(name)))
        for name in want.chosen
        if name in words
    )


def _columns(want: Wanted, address: Address) -> tuple[Column, ...]:
    by, down = want.sort.removeprefix("-"), want.sort.startswith("-")
    made = []
    for name, label in COLUMNS:
        here = name == by
        aria = ("descending" if down else "ascending") if here else "none"
        turned = f"-{name}" if here and not down else name
        made.append(Column(label=label, url=address(replace(want, sort=turned)), aria=aria))
    return tuple(made)


def _row(look: Look, item: Item) -> RegisterRow:
    due = in_words(item.due) if item.due else say("No date")
    note = ""
    if item.moves:
        first = (
            say("first {day}", day=in_words(item.due_first))
            if item.due_first
            else say("first without a date")
        )
        note = say("{first}, moved {times}", first=first, times=times(item.moves))
    if item.days_overdue:
        late = say(
            "{days_overdue} {days} past",
            days_overdue=f"{item.days_overdue:,}",
            days=plural("day", item.days_overdue),
        )
        note = f"{note}; {late}" if note else late
    notes = [say("Owner’s own rating: {rating}", rating=item.rating)] if item.rating else []
    notes += [say("Under “{heading}” in the log", heading=item.heading)] if item.heading else []
    notes += [say("Plan on record: {gaps}", gaps=item.gaps)] if item.gaps else []
    notes += [say("Followed {elsewhere}", elsewhere=item.elsewhere)] if item.elsewhere else []
    return RegisterRow(
        words=_words(item),
        url=look.url(f"/findings/{item.reference}/"),
        kind=f"{_kind(item.kind)} {item.number or ''}".strip(),
        reference=item.reference,
        parts=tuple(item.reference.split("/")),
        owner=start(office_words(item.owner)) if item.owner else say("No owner on record"),
        due=due,
        due_note=note,
        state=item.tag.lower(),
        stage=f"{start(item.group)}{_which(item)}",
        note=". ".join(notes),
        **redress_of(item.seq if item.tag.lower() in ADVERSE else None),
    )


def _words(item: Item) -> str:
    if item.text:
        return start(item.text)
    return say("Withheld") if item.withheld else say("Words not in our sources")


def _which(item: Item) -> str:
    """Inside “done” the page always says which."""
    if item.group != "done":
        return ""
    return say(": they say so") if item.unproven == "not verified" else ": checked"


def _kind(kind: str) -> str:
    return start(kind.replace("-", " "))


def _count(kept: Sequence[Item], every: Sequence[Item], shown: Sequence[Item], page: int) -> str:
    if not kept:
        return say("None of the {count} rows fit. Take a filter away.", count=f"{len(every):,}")
    first = (page - 1) * PER_PAGE + 1
    return say(
        "Rows {first} to {value} of {count}.",
        first=f"{first:,}",
        value=f"{first + len(shown) - 1:,}",
        count=f"{len(kept):,}",
    )


def _exchange(institution: str, owner: str) -> tuple[Link, ...]:
    """The log in and out, and an owner who leaves: for offices; a reader would be refused."""
    query = f"?{urlencode({'owner': owner})}" if owner else ""
    return (
        Link(
            label=say("An owner leaves: give all away"),
            url=f"/plans/{institution}/reassign/{query}",
        ),
        Link(label=say("Import an action log"), url="/import/"),
        Link(label=say("The action log as XLSX"), url=f"/plans/{institution}/log.xlsx"),
    )


def _aside(look: Look, institution: str, every: Sequence[str], *, owner: str) -> tuple[Aside, ...]:
    others = tuple(
        Link(label=body_words(name), url=look.url(f"/plans/?body={name}"))
        for name in every
        if name != institution
    )
    parts = (
        Aside(
            title=say("Work on it"),
            links=(
                Link(label=say("My week"), url=look.url("/week/")),
                Link(
                    label=say("Proposed agenda"),
                    url=look.url(agenda_path(institution, on=look.on)),
                ),
                Link(
                    label=say("The plan and its gaps"), url=look.url(f"/plans/{institution}/test/")
                ),
                *(() if look.actor.is_public else _exchange(institution, owner)),
            ),
        ),
    )
    return (*parts, Aside(title=say("Other registers"), links=others)) if others else parts
