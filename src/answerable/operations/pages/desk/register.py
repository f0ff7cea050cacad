"""The register: every finding and action of an institution, filtered, sorted, in pages, as CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.operations.desk import register as desk
from answerable.operations.desk.register import PER_PAGE, Table, Wanted
from answerable.operations.desk.rows import Rows, institutions, rows
from answerable.operations.pages import summarised, whose
from answerable.operations.pages.desk import register_filters as filters
from answerable.operations.pages.desk import same_owner, set_aside, together
from answerable.operations.pages.desk.register_filters import Column, Saved
from answerable.operations.pages.desk.register_rows import RegisterRow, row
from answerable.operations.pages.forms import Field, Hidden, acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import agenda_path, body_words
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Link, Page
from answerable.operations.pages.plans.plan import recorded_notice
from answerable.operations.pages.proof import replies_by_number
from answerable.operations.plans.together import MOST
from answerable.scrutiny.plans.desk import Item
from answerable.store.reads import registers
from answerable.vocabulary.access import ending, highest
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.refusal import Refusal

TITLE = marked("Register")
WHOLE = "all"
"""The number of a page that is all of them: `?page=all`."""
MOST_WHOLE = 2_000
"""Rows that stand on one page when all are asked for, as for printing; the CSV has any number."""


class NothingHeld(Refusal):
    """A register that the record does not hold."""

    code = "no_such_body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Where ticked rows are changed at once, the filters to come back to, and all that are listed.

    `every`: the words of the button for all the open actions that the filters keep; empty for one.
    """

    action: str
    back: str
    every: str


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
    whole: Link | None
    meaning: tuple[str, ...]
    pages: Pages | None = None
    together: Together | None = None


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
    marked(
        "Open: what is not closed. What an action log calls closed or complete is done, as they "
        "say, and stays open here until somebody has checked it and it is closed."
    ),
    marked("No date: open without a due date, also where they say that it is done."),
    marked("Same words twice: open actions that say the same. One may be a duplicate of another."),
    marked("The owner’s own rating is theirs. It never becomes our state."),
)


def register(
    look: Look,
    query: Mapping[str, str],
    *,
    page: int = 1,
    whole: bool = False,
    recorded: int | None = None,
) -> RegisterPage:
    """A page of the register; `query` is the address's own, `recorded` an entry just made.

    `whole`: all the rows that fit on one page, to be printed.
    """
    held, every = _held(look, query)
    ours = whose.keeps_own_record(held.institution)
    want = desk.wanted(query)
    kept = held.table.chosen(want)
    each = MOST_WHOLE if whole and len(kept) <= MOST_WHOLE else PER_PAGE
    count = max(1, -(-len(kept) // each))
    page = min(max(1, page), count)
    shown = kept[(page - 1) * each : page * each]
    said = acting(look, held.institution) if not look.actor.is_public else None
    replies = replies_by_number(look, held.institution)

    def address(want: Wanted, **more: str) -> str:
        return _url(look, held.institution, want, many=len(every) > 1, **more)

    return RegisterPage(
        title=f"{TITLE}: {body_words(held.institution)}",
        area="plans",
        sentence=_sentence(held.table, ours=ours),
        banner=said or banner(held.institution),
        summary_notice=summarised.notice(look, (held.institution,)),
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
        saved=filters.saved(held.table, want, address, nought=ours),
        fields=filters.fields(held.table, want),
        hidden=filters.hidden(look, held.institution, want, many=len(every) > 1),
        chosen=filters.chosen(want, address),
        columns=filters.columns(want, address),
        rows=tuple(row(look, item, replies.get(item.seq, ())) for item in shown),
        count=_count(kept, held.items, shown, (page - 1) * each + 1),
        meaning=MEANING,
        csv=Link(
            label=f"These {len(kept):,} rows as CSV" if len(kept) != 1 else "This row as CSV",
            url=address(want).replace("/plans/", "/plans/data.csv", 1),
        ),
        whole=Link(
            label=say("All {count} on one page, to print", count=f"{len(kept):,}"),
            url=address(want, page=WHOLE),
        )
        if len(shown) < len(kept) <= MOST_WHOLE
        else None,
        pages=pages(
            label=say("Pages of the register"),
            number=page,
            count=count,
            url=lambda n: address(want, page=str(n)),
        ),
        together=_together(look, held.institution, kept, want),
        aside=_aside(look, held.institution, every, owner=want.owner),
    )


def data(look: Look, query: Mapping[str, str]) -> tuple[str, str]:
    """(name of the file, CSV) of exactly the rows that the page with this address lists.

    The name ends in the least public marking of what stands in it.
    """
    held, _ = _held(look, query)
    kept = held.table.chosen(desk.wanted(query))
    end = ending(highest(item.marking for item in kept))
    return f"register-{held.institution}-{look.on.isoformat()}{end}.csv", desk.as_csv(kept)


def lines(look: Look, query: Mapping[str, str]) -> tuple[str, ...]:
    """The same rows for a terminal."""
    held, _ = _held(look, query)
    ours = whose.keeps_own_record(held.institution)
    kept = held.table.chosen(desk.wanted(query))
    told = [body_words(held.institution), _sentence(held.table, ours=ours), ""]
    for item in kept:
        one = row(look, item)
        due = f"{one.due} {one.due_note}".strip()
        told.append(f"{one.state}: {item.text or one.words}  ({item.reference})")
        told.append(f"  {one.owner}. {due}. {one.stage}. {one.note}".rstrip())
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
        if asked in registers.reported():
            return rows(look, asked), (*every, asked)
        raise NothingHeld(say("There is no register of “{asked}” here.", asked=asked[:60]))
    return rows(look, asked or every[0]), every


def _sentence(table: Table, *, ours: bool) -> str:
    """What is open and how it stands; of a body that keeps its own record, never that nothing is
    overdue or slipping.
    """
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
    if not ours:
        return _known(table)
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


def _known(table: Table) -> str:
    """As far as our sources say: only what there is."""
    words = {
        "overdue": say("overdue"),
        "slipping": say("slipping"),
        "unproven": say("done and not proven"),
        "no-owner": say("without an owner on record"),
    }
    told = [f"{table.counts[name]:,} {label}" for name, label in words.items()]
    held = [one for one in told if not one.startswith("0 ")]
    many = say(
        "{open} of {count} findings and actions are open, as far as our sources say",
        open=f"{table.counts['open']:,}",
        count=f"{len(table.items):,}",
    )
    return f"{many}: {', '.join(held)}." if held else f"{many}."


def _together(look: Look, institution: str, kept: Sequence[Item], want: Wanted) -> Together | None:
    many = sum(1 for item in kept if together.changes(item))
    if not many or not together.may(look, institution) or look.past() is not None:
        return None
    return Together(
        action=together.address(institution),
        back=urlencode(want.chosen),
        every=say("Change all {many} open actions that are listed", many=f"{many:,}")
        if 1 < many <= MOST
        else "",
    )


def _url(look: Look, institution: str, want: Wanted, *, many: bool, **more: str) -> str:
    parts = {**({"body": institution} if many else {}), **want.chosen, **more}
    query = f"?{urlencode(parts)}" if parts else ""
    return look.url(f"/plans/{query}")


def _count(kept: Sequence[Item], every: Sequence[Item], shown: Sequence[Item], first: int) -> str:
    if not kept:
        return say("None of the {count} rows fit. Take a filter away.", count=f"{len(every):,}")
    told = say(
        "Rows {first} to {value} of {count}.",
        first=f"{first:,}",
        value=f"{first + len(shown) - 1:,}",
        count=f"{len(kept):,}",
    )
    if held := sum(item.owner_marked or (item.marked and not item.withheld) for item in shown):
        told = say(
            "{told} {rows} here and on a print: do not hand them on.",
            told=told,
            rows=say_many("{count} row is not public", "{count} rows are not public", held),
        )
    if len(kept) <= MOST_WHOLE:
        return told
    return say(
        "{told} More than {most} are printed only as far as they are shown: filter them, or take "
        "the CSV.",
        told=told,
        most=f"{MOST_WHOLE:,}",
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


def _aside_at_once(look: Look, institution: str) -> tuple[Link, ...]:
    if not set_aside.may(look, institution):
        return ()
    return (Link(label=set_aside.TITLE, url=set_aside.address(institution)),)


def _aside(look: Look, institution: str, every: Sequence[str], *, owner: str) -> tuple[Aside, ...]:
    others = tuple(
        Link(label=body_words(name), url=look.url(f"/plans/?body={name}"))
        for name in every
        if name != institution
    )
    parts = (
        Aside(
            title=say("Work on it"),
            screen=True,
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
                *_aside_at_once(look, institution),
                *same_owner.link(look, institution),
            ),
        ),
    )
    more = Aside(title=say("Other registers"), links=others, screen=True)
    return (*parts, more) if others else parts
