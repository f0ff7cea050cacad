"""What an office does beside its week, as links: only what it may do."""

from collections.abc import Sequence

from answerable.operations import access
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, Link
from answerable.operations.pages.record import received
from answerable.operations.pages.rights import panel_links
from answerable.vocabulary.language import say


def work(look: Look, every: Sequence[str]) -> Aside:
    """What an officer does, in the order of the work; named by body where there are several."""

    def of_each(label: str, url: str) -> tuple[Link, ...]:
        named = len(every) > 1
        return tuple(
            Link(
                label=f"{label}: {body_words(one)}" if named else label,
                url=look.url(url.format(one)),
            )
            for one in every
        )

    def may(operation: str) -> bool:
        return any(access.may(look.actor, operation, about=one) for one in every or ("",))

    reading = (
        Link(label=say("Hand in a report"), url="/review/hand-in/"),
        Link(label=say("Confirm what was read"), url="/review/"),
        Link(label=say("Import an action log"), url="/import/"),
    )
    links_for_panel = (Link(label=say("Make a link for the panel"), url=panel_links.NEW),)
    return Aside(
        title=say("Your work"),
        links=(
            *(reading if may("accept") else ()),
            Link(label=say("The register"), url=look.url("/plans/")),
            Link(label=say("Sessions: agenda, brief, minutes"), url="/sessions/"),
            Link(label=say("Answer a report"), url="/reports/"),
            *((received.LIST,) if received.is_for(look) else ()),
            *(of_each(say("Before publication"), "/stages/{}/") if may("reach_stage") else ()),
            *of_each(say("What changed since a day"), "/compare/{}/"),
            Link(label=say("Find what is known, with its source"), url="/search/"),
            *(
                of_each(say("What a ladder asks to move up"), "/escalation/{}/")
                if may("escalate")
                else ()
            ),
            *(links_for_panel if may("make_link") else ()),
            *(of_each(say("Hand over an office"), "/handover/{}/") if may("see_handover") else ()),
            Link(label=say("By e-mail each week, and as a calendar"), url="/week/mail/"),
            Link(label=say("Act as another office"), url="/roles/?next=/week/"),
        ),
    )
