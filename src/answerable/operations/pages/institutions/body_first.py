"""What stands first about a body: what comes next, and findings; what is not known, once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Line, Link, Row
from answerable.scrutiny import phrases
from answerable.scrutiny.standing import Progress
from answerable.store.reads import registers
from answerable.vocabulary.language import say
from answerable.vocabulary.times import first_day, in_words, last_day

MOST_DUE = 4
NOT_KNOWN = "not known"


def ahead(look: Look, body: str, items: Sequence[Progress]) -> tuple[Line, ...]:
    """The days that are due next, each with what is due, and the agenda of the next session."""
    on = look.on
    due = [i for i in items if i.waiting and i.due and last_day(i.due) >= on]
    lines = [
        Line(
            label=say("Due {day}", day=in_words(item.due or "")),
            words="",
            links=(Link(label=_short(item), url=look.url(f"/findings/{item.reference}/")),),
            linked=True,
        )
        for item in sorted(due, key=lambda i: first_day(i.due or ""))[:MOST_DUE]
    ]
    if items and not lines:
        lines.append(
            Line(label=say("Next due"), words=say("No day still to come is in our sources."))
        )
    overseer = catalogue.oversight_of(body, on=look.on)
    if overseer in catalogue.bodies() and body in registers.reported():
        agenda = Link(
            label=say("Agenda for the next session"), url=look.url(f"/sessions/{overseer}/next/")
        )
        lines.append(Line(label=say("Next session"), words="", links=(agenda,), linked=True))
    return tuple(lines)


def _short(item: Progress) -> str:
    if not item.text:
        return say("Words not in our sources")
    return naming.short(phrases.start(item.text))


def listed(items: Sequence[Progress], rows: Sequence[Row]) -> tuple[str, tuple[Row, ...]]:
    """What holds for the whole list, and its rows, of items in the same order.

    Where nothing is known of any of them that is said once, and findings of one report and kind
    without words stand in one row, each with its link. Else “” and the rows as they are.
    """
    if len(rows) < 2 or any(row.state != NOT_KNOWN for row in rows):
        return "", tuple(rows)
    note = say(
        "Not known for all {count}: our sources do not say of any whether it was put right.",
        count=phrases.number(len(rows)),
    )
    found: list[Row] = []
    pairs = zip(items, rows, strict=True)
    for (wordless, kind, _), group in groupby(pairs, key=lambda pair: _alike(pair[0])):
        alike = list(group)
        if wordless and len(alike) > 1:
            found.append(_together(kind, alike))
        else:
            found += [replace(row, state="") for _, row in alike]
    return note, tuple(found)


def _alike(item: Progress) -> tuple[bool, str, str]:
    return (not item.text, item.kind, item.first.fact.valid.start.isoformat())


def _together(kind: str, alike: Sequence[tuple[Progress, Row]]) -> Row:
    words = kind.replace("-", " ").capitalize()
    *first, last = (item.number or "?" for item, _ in alike)
    numbers = say("{first} and {last}", first=", ".join(first), last=last)
    day = phrases.on_day(alike[0][0].first.fact.valid.start)
    return Row(
        title=f"{phrases.plural(words, len(alike))} {numbers}, {day}",
        sentence=say("Their words are not in our sources."),
        links=tuple(
            Link(label=f"{words} {item.number or '?'}", url=row.url) for item, row in alike
        ),
    )
