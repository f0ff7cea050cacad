"""What the last session was promised, for the first page of a handover."""

from collections.abc import Iterator

from answerable.operations.pages.accountability.handover_lists import stands
from answerable.operations.pages.accountability.handover_rows import FirstLine
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Link
from answerable.operations.pages.sessions.held_session import Held, session_url
from answerable.scrutiny.phrases import number, on_day, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionPromised, MeetingHeld
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import one_name
from answerable.vocabulary.regimes import Names

MOST = 3


def promised(look: Look, institution: str, *, names: Names) -> Iterator[FirstLine]:
    """What the last session that agreed anything was promised, the reader's own office first."""
    register = look.register(institution)
    for version in sorted(
        register.versions_of(MeetingHeld), key=lambda v: v.fact.valid.start, reverse=True
    ):
        held = Held(look, register, version)
        streams = list(dict.fromkeys(v.fact.stream for v in held.agreed(ActionPromised)))
        if streams:
            break
    else:
        return
    label = say("Promised on {day}", day=on_day(version.fact.valid.start))
    items = [progress(register, stream, names=names) for stream in streams]
    mine = [item for item in items if _own(look, item)]
    shown = [*mine, *(item for item in items if item not in mine)][: max(MOST, len(mine))]
    for item in shown:
        yield FirstLine(
            label=label,
            words=f"{shortly(item.text)} {stands(item)}",
            versions=(item.first,),
            more=page_of(look, item),
        )
    rest = len(streams) - len(shown)
    if rest > 0:
        yield FirstLine(
            label=label,
            words=say("{count} more: see the session.", count=start(number(rest))),
            versions=(version,),
            more=Link(label=say("The session"), url=session_url(look, version)),
        )


def page_of(look: Look, item: Progress) -> Link:
    """The way to the page of a matter."""
    return Link(label=say("Where it stands"), url=look.url(f"/findings/{item.reference}/"))


def _own(look: Look, item: Progress) -> bool:
    """Whether the office that looks has to do it, however the papers write the office."""
    owner = (item.owner or "").rpartition("/")[2]
    return bool(owner) and one_name(owner) == one_name(look.actor.office)


def shortly(text: str | None) -> str:
    """Words as a sentence, cut short where they are long."""
    words = short(start(text)) if text else say("Words not in our sources")
    return words if words.endswith("…") else stop(words)
