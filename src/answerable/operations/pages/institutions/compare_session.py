"""What a session itself left behind: what was judged, agreed or promised there, how that stands.

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
from answerable.operations.sessions.promises import promises
from answerable.scrutiny.phrases import inside, on_day, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions.agenda_reasons import named
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
        caption=say("Agreed, promised and judged at the session of {day}", day=on_day(day)),
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
        about = str(version.fact.get("about") or "")
        title = titles.get(version.fact.stream) or named(about)
        title = title or say("Words not in our sources")
        reason = version.fact.get("reason")
        told = (stop(start(say(level))), stop(start(str(reason))) if reason else "")
        words = say("Judged: {title}", title=short(start(str(title))))
        yield Cell(words=words, url=url), " ".join(filter(None, told))


def _agreed(look: Look, now: Register, session: Version) -> Iterator[tuple[Cell, str]]:
    """Each action that was agreed or promised, whose it is and how it stands now."""
    names = catalogue.names_of(now.institution, on=look.on)
    paper = session.fact.source.doc if session.fact.source else None
    taken = [
        version
        for version in now.versions_of(ActionPromised)
        if version.fact.valid.start == session.fact.valid.start
        and (
            version.fact.get("plan") == session.fact.stream
            or (paper and version.fact.source and version.fact.source.doc == paper)
        )
    ]
    promised = promises(taken)
    for version in taken:
        item = progress(now, version.fact.stream, names=names)
        text = short(start(item.text or say("Words withheld")))
        owner = start(office_words(item.owner)) if item.owner else say("No owner yet")
        if version.entry_id not in promised:
            words = say("Agreed: {text}", text=text)
        elif item.owner and not text.casefold().removeprefix("the ").startswith(owner.casefold()):
            words = say("Said by the {who}: {text}", who=inside(owner), text=text)
        else:
            words = say("Said there: {text}", text=text)
        url = look.url(f"/findings/{item.reference}/")
        yield Cell(words=words, url=url), f"{stop(owner)} {item.sentence}"
