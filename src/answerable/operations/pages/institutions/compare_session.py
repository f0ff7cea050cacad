"""What a session itself left behind: what was judged in it and agreed there, and how that stands.

Whoever compares with the day of a session asks for this first: the rows of an import, which may be
hundreds, come after it.
"""

from collections.abc import Iterator
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import path_of, short
from answerable.operations.pages.parts import Cell, Table
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import on_day, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.vocabulary.facts import ActionPromised, AssuranceJudged, ItemTaken, MeetingHeld
from answerable.vocabulary.language import say


def of_day(look: Look, now: Register, day: date) -> Table | None:
    """The sessions of one day; None where none was held, or nothing was judged nor agreed.

    `now`: what stands at the second day.
    """
    body = catalogue.oversight_of(now.institution, on=look.on)
    held = {
        v.fact.stream: v
        for v in now.versions_of(MeetingHeld)
        if v.fact.stream.startswith(f"session/{body}/") and v.fact.valid.start == day
    }
    rows = tuple(
        row
        for session in held.values()
        for row in (*_judged(look, now, session), *_agreed(look, now, session))
    )
    if not rows:
        return None
    return Table(
        caption=say("Agreed and judged at the session of {day}", day=on_day(day)),
        head=(say("What"), say("Where it stands")),
        rows=rows,
    )


def _judged(look: Look, now: Register, session: Version) -> Iterator[tuple[Cell, str]]:
    """The judgement of each item, with its reason."""
    under = f"{session.fact.stream}/"
    taken = now.versions_of(ItemTaken)
    titles = {v.fact.stream: v.fact.get("title") for v in taken}
    url = look.url(path_of(session.fact, seq=session.seq))
    for version in now.versions_of(AssuranceJudged):
        level = LEVELS.get(str(version.fact.get("level")))
        if not level or not version.fact.stream.startswith(under):
            continue
        title = titles.get(version.fact.stream) or say("Words not in our sources")
        reason = version.fact.get("reason")
        told = (stop(start(say(level))), stop(start(str(reason))) if reason else "")
        words = say("Judged: {title}", title=short(start(str(title))))
        yield Cell(words=words, url=url), " ".join(filter(None, told))


def _agreed(look: Look, now: Register, session: Version) -> Iterator[tuple[Cell, str]]:
    """Each action that was agreed, whose it is and how it stands now."""
    names = catalogue.names_of(now.institution, on=look.on)
    paper = session.fact.source.doc if session.fact.source else None
    for version in now.versions_of(ActionPromised):
        fact = version.fact
        same_paper = paper and fact.source and fact.source.doc == paper
        if fact.valid.start != session.fact.valid.start or not (
            fact.get("plan") == session.fact.stream or same_paper
        ):
            continue
        item = progress(now, fact.stream, names=names)
        words = say("Agreed: {text}", text=short(start(item.text or say("Words withheld"))))
        owner = start(office_words(item.owner)) if item.owner else say("No owner yet")
        url = look.url(f"/findings/{item.reference}/")
        yield Cell(words=words, url=url), f"{stop(owner)} {item.sentence}"
