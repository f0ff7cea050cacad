"""Components as tags: states, lines, quotes, ladders, tables, navigation.

Each tag reads plain values (dataclasses of `operations/pages.py`, or anything with the same
attributes) and renders one template of `templates/govuk/`. The shapes are written at the head
of that template. Words of states: EXPERIENCE section 3.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from answerable.operations.theme import Theme, in_force
from answerable.vocabulary.language import marked
from answerable.web.markup import marks, rows, tables, text_tables
from answerable.web.markup.marks import STATES, code_of
from answerable.web.request import LOOK, MENU, actor, offers_roles

__all__ = ["ADDRESSES", "AREAS", "STATES", "register"]

register = template.Library()


@register.simple_tag
def theme() -> Theme:
    """Name, mark and colour of the site."""
    return in_force()


# The permanent addresses that stand on every page (EXPERIENCE section 2).
ADDRESSES = {
    "home": "/",
    "start": "/start/",
    "bodies": "/bodies/",
    "read": "/read/",
    "compare": "/compare/",
    "history": "/history/",
    "about": "/about/",
    "privacy": "/about/privacy/",
    "accessibility": "/about/accessibility/",
    "corrections": "/corrections/",
    "search": "/search/",
    "data": "/data/",
    "week": "/week/",
    "plans": "/plans/",
    "sessions": "/sessions/",
    "review": "/review/",
    "help": "/help/",
}

AREAS = (
    ("home", marked("Home")),
    ("bodies", marked("Bodies")),
    ("search", marked("Search")),
    ("read", marked("Read an article")),
    ("compare", marked("Then and now")),
    ("history", marked("Check the record")),
    ("about", marked("About")),
)

DESK = (
    ("week", marked("My week")),
    ("plans", marked("Register")),
    ("sessions", marked("Sessions")),
    ("review", marked("To confirm")),
    ("help", marked("Help")),
)
"""For those with an office; a reader finds the register on the page of a body."""
IN_THE_FOOT = frozenset({"about"})
"""Left out of the menu of an office, which then stands on one line: the foot leads there."""

VOICES = {
    "inspectors": marked("The inspectors’ words"),
    "summary": marked("Our summary says"),
    "record": marked("The record says"),
}

RUNGS = {
    "reached": ("reached", marked("reached")),
    "part": ("part", marked("in part")),
    "not yet": ("ahead", marked("no evidence yet")),
    "not known": ("unknown", marked("not in our sources")),
}


@register.simple_tag
def state_tag(state: object, *, beside: bool = False) -> SafeString:
    """The tag of a state; `beside` words it keeps a gap. KeyError: an unknown state."""
    return mark_safe(marks.tag(code_of(state), beside=beside))  # noqa: S308  # escaped there


@register.simple_tag
def row_items(items: Iterable[Any]) -> SafeString:
    """The items of a list of rows."""
    return mark_safe(rows.row_items(items))  # noqa: S308  # escaped there


@register.inclusion_tag("govuk/nav.html", takes_context=True)
def nav(context: Mapping[str, Any], area: str) -> dict[str, object]:
    """The areas of the site, and of the desk for an office; `area` is that of the page.

    By a panel's link: the pages that were sent, and nothing else.
    """
    request = context.get("request")
    if request is not None and (own := request.META.get(MENU)):
        return {"areas": own}
    office = (
        request is not None
        and hasattr(request, "session")  # not on a page about an error before the session
        and not actor(request).is_public
    )
    areas = (*(area for area in AREAS if area[0] not in IN_THE_FOOT), *DESK) if office else AREAS
    return {"areas": [(label, ADDRESSES[name], name == area) for name, label in areas]}


@register.simple_tag(takes_context=True)
def offices_offered(context: Mapping[str, Any]) -> dict[str, bool]:
    """Which ways to an office whoever reads this page has, for its foot.

    By a click: only on this machine, where nobody signs in. By an account: everywhere but by a
    panel's link, whose reader has none.
    """
    request = context.get("request")
    by_link = request is not None and MENU in request.META
    mirrored = request is not None and LOOK in request.META
    return {
        "by_click": request is not None and not by_link and not mirrored and offers_roles(request),
        "by_account": not by_link,
    }


@register.simple_tag
def address(name: str) -> str:
    """A permanent address of the site by its name."""
    return ADDRESSES[name]


@register.inclusion_tag("govuk/lines.html")
def lines(items: Iterable[Any]) -> dict[str, object]:
    """The lines of a case, each with its source one click away."""
    return {"items": items}


@register.inclusion_tag("govuk/quote.html")
def quote(words: Any) -> dict[str, object]:
    """A source's exact words, or our summary's, headed as what they are."""
    return {"quote": words, "heading": VOICES.get(words.voice, words.voice)}


@register.inclusion_tag("govuk/ladder.html")
def ladder(rungs: Iterable[Any]) -> dict[str, object]:
    """Promised, delivered, verified, worked, sustained: who, when, on what evidence."""
    return {"rungs": [(rung, *RUNGS[code_of(rung.state)]) for rung in rungs]}


@register.inclusion_tag("govuk/timeline.html")
def timeline(events: Iterable[Any]) -> dict[str, object]:
    """What happened, in order, each event with its source."""
    return {"events": events}


@register.inclusion_tag("govuk/table.html")
def data_table(table: Any) -> dict[str, object]:
    """A table whose rows become summary cards on a phone; the first cell heads its row."""
    numeric = set(getattr(table, "numeric", ()))
    columns = [(head, index in numeric) for index, head in enumerate(table.head)]
    body = mark_safe(tables.table_rows(columns, table.rows))  # noqa: S308  # escaped there
    return {"caption": table.caption, "columns": columns, "body": body}


@register.simple_tag
def text_table(block: Any) -> SafeString:
    """Rows of a document that follow each other, such as those of a log."""
    return mark_safe(text_tables.text_table(block))  # noqa: S308  # escaped there


@register.inclusion_tag("govuk/sources.html")
def sources(items: Iterable[Any]) -> dict[str, object]:
    """The list of sources: title, publisher, date, place, address."""
    return {"items": items}


@register.inclusion_tag("govuk/subnav.html")
def subnav(items: Iterable[Any]) -> dict[str, object]:
    """The parts of one finding: Overview, Plan, Sessions, Evidence, History."""
    return {"items": items}


@register.inclusion_tag("govuk/who_changed.html")
def who_changed(change: Any) -> dict[str, object]:
    """Who wrote this field last, when, and in which entry."""
    return {"change": change}


@register.simple_tag
def redress(item: Any) -> SafeString:
    """Reply and Report a mistake: they stand on every adverse line."""
    return mark_safe(marks.redress(item))  # noqa: S308  # escaped there


@register.inclusion_tag("govuk/actions.html")
def actions(items: Iterable[Any]) -> dict[str, object]:
    """What a reader can do next, in words that say what happens."""
    return {"items": items}


@register.inclusion_tag("govuk/pagination.html")
def pagination(pages: Any) -> dict[str, object]:
    """Pages made on the server: previous, numbers, next."""
    return {"pages": pages}


@register.inclusion_tag("govuk/error_summary.html")
def error_summary(errors: Iterable[Any]) -> dict[str, object]:
    """What to mend before the form can be taken, each with a link to its field."""
    return {"errors": list(errors)}


@register.inclusion_tag("govuk/notice.html")
def notice(result: Any) -> dict[str, object]:
    """The result of an action, and nothing else."""
    return {"notice": result}


@register.inclusion_tag("govuk/date_input.html")
def date_input(field: Any) -> dict[str, object]:
    """A date in three boxes."""
    parts = [
        ("day", marked("Day"), 2, field.day),
        ("month", marked("Month"), 2, field.month),
        ("year", marked("Year"), 4, field.year),
    ]
    return {"field": field, "parts": parts}


@register.inclusion_tag("govuk/field.html")
def field(item: Any) -> dict[str, object]:
    """One labelled box of a form: a line, several lines, or a choice."""
    return {"field": item}
