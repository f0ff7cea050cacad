"""The pages of a panel's link by their names, and the menu that leads from one to another."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, short
from answerable.operations.rights import panel_links
from answerable.scrutiny.phrases import inside, start
from answerable.scrutiny.sessions import forward_plan
from answerable.store.people.panel_links import PanelLink
from answerable.store.reads import lookup
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

MOST = 6
"""So many pages stand in the menu; all of them stand on the first page."""
PACKS = "packs"
_KINDS = {
    PACKS: marked("Pack"),
    "bodies": marked("Body"),
    "cases": marked("Case"),
    "findings": marked("Finding"),
    "sessions": marked("Session"),
    "measures": marked("Measure"),
    "compare": marked("Then and now"),
    "money": marked("Money"),
    "people": marked("Office-holders"),
    "history": marked("The record"),
    "corrections": marked("Corrections"),
    "documents": marked("Document"),
}
_PACKS = {
    "minutes": marked("Minutes"),
    "tracker": marked("Action tracker"),
    "session": marked("Proposed agenda"),
    "panel": marked("Questions for a panel"),
    "case": marked("Case"),
    "body": marked("Body"),
    "changes": marked("Then and now"),
    "response": marked("Reply to a report"),
}
_SESSION, _DAY = 3, 2


def title(look: Look, path: str) -> str:
    """The name of a page by its address: “Performance session on burglary, 17 September 2026”.

    A page of which the record holds no name goes by its kind and the end of its address.
    """
    asked = urlsplit(path)
    parts = [part for part in asked.path.split("/") if part]
    kind = parts[0]
    if kind == PACKS and len(parts) > _DAY:
        return _pack(look, parts[1], parts[2:])
    if kind == "sessions" and len(parts) == _SESSION:
        return _session(look, parts[1], parts[2])
    if kind == "sessions":
        return say("Sessions of {body}", body=body_words(parts[-1]))
    if kind == "findings" and (words := _finding(look, "/".join(parts[1:]))):
        return words
    days = parse_qs(asked.query)
    named = say(_KINDS.get(kind, kind))
    if len(parts) > 1:
        named = f"{named}: {body_words(parts[-1])}"
    if kind == "compare" and {"a", "b"} <= set(days):
        first, second = (_day(days[name][0]) for name in "ab")
        return say("{named}, {first} and {second}", named=named, first=first, second=second)
    return named


def menu(look: Look, link: PanelLink, token: str, *, here: int = 0) -> list[tuple[str, str, bool]]:
    """Label, address, whether one is there: the first page, then the pages sent, no files."""
    first = f"{panel_links.PATH}{token}/"
    return [(say("Pages sent to you"), first, here == 0), *_pages(look, link, first, here)]


def _pages(look: Look, link: PanelLink, first: str, here: int) -> Iterator[tuple[str, str, bool]]:
    pages = [
        (number, path)
        for number, path in enumerate(link.paths, start=1)
        if not path.startswith(f"/{PACKS}/")
    ]
    for number, path in pages[:MOST]:
        yield title(look, path), f"{first}{number}/", number == here


def _pack(look: Look, kind: str, parts: list[str]) -> str:
    last, dot, ending = parts[-1].rpartition(".")
    reference = [*parts[:-1], last if dot else parts[-1]]
    form = f" ({ending.upper()})" if dot else ""
    about = body_words(reference[0])
    if kind in ("minutes", "tracker") and len(reference) == _DAY:
        about = _session(look, *reference)
    elif kind == "changes" and len(reference) == _SESSION:
        first, second = (_day(day) for day in reference[1:])
        about = say("{body}, {first} and {second}", body=about, first=first, second=second)
    return f"{say(_PACKS.get(kind, _KINDS[PACKS]))}: {about}{form}"


def _session(look: Look, body: str, day: str) -> str:
    """Its kind, its theme and its day; of one that the record does not hold, body and day."""
    reference = f"session/{body}/{day}"
    try:
        found = forward_plan.session(look.register(lookup.find(reference).institution), reference)
    except Refusal:
        found = None
    if found is None:
        return say("Session of {body}, {day}", body=body_words(body), day=_day(day))
    if found.theme:
        return say(
            "{title} on {theme}, {day}",
            title=found.title,
            theme=inside(found.theme),
            day=in_words(found.date),
        )
    return f"{found.title}, {in_words(found.date)}"


def _finding(look: Look, reference: str) -> str:
    try:
        register = look.register(lookup.find(reference).institution)
    except Refusal:
        return ""
    for version in register.versions_of(stream=reference):
        if words := version.fact.get("text"):
            return short(start(str(words)))
    return ""


def _day(text: str) -> str:
    """A day in words; what is none stays as it is."""
    try:
        return in_words(text)
    except ValueError:
        return text
