"""Links for members of a panel: the list, the form, and what the member sees."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from answerable.operations.pages import days
from answerable.operations.pages.forms import DateField, Field, FormPage, acting
from answerable.operations.pages.look import ZONE, Look, banner, only_here
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Cell,
    FormError,
    Link,
    Row,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.rights import panel_choices, panel_named
from answerable.operations.rights import panel_links
from answerable.operations.rights.panel_links import Made
from answerable.store.people.panel_links import PanelLink
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

LIST = "/account/links/"
NEW = f"{LIST}new/"


def links(look: Look) -> SectionsPage:
    """Every link of the body, and whether it was opened."""
    found = panel_links.every(by=look.actor)
    still = [link for link in found if link.open(look.at)]
    return SectionsPage(
        title=say("Links for members of a panel"),
        area="about",
        sentence=say("No link is open.")
        if not still
        else say("Links that are open: {count}.", count=len(still)),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("What was sent, and whether it was opened"),
                table=Table(
                    caption=say("The latest first"),
                    head=(say("For whom"), say("Pages"), say("Ends"), say("Opened"), say("State")),
                    rows=tuple(_row(look, link) for link in found),
                    numeric=(1, 3),
                )
                if found
                else None,
                links=(Link(label=say("Make a link"), url=NEW),),
            ),
        ),
    )


def one(look: Look, number: int) -> SectionsPage:
    """One link: what it opens and when it was opened."""
    link, uses = panel_links.openings(by=look.actor, number=number)
    return SectionsPage(
        title=say("Link for {label}", label=link.label),
        area="about",
        sentence=_state(look, link),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Links for members of a panel"), url=LIST),),
        sections=(
            Section(
                title=say("What it opens"),
                rows=tuple(Row(title=panel_named.title(look, p), url=p) for p in link.paths),
            ),
            Section(
                title=say("When it was opened"),
                items=tuple(
                    f"{moment(use.at)}: {use.path or say('its first page')}" for use in uses
                ),
                absent="" if uses else say("It was not opened yet."),
            ),
            *(
                (
                    Section(
                        title=say("End it"),
                        links=(Link(label=say("Call it back"), url=f"{LIST}{link.id}/end/"),),
                    ),
                )
                if link.open(look.at)
                else ()
            ),
        ),
    )


def form(
    look: Look,
    *,
    posted: Mapping[str, str] | None = None,
    ticked: Sequence[str] = (),
    error: str = "",
) -> FormPage:
    """Make a link: for whom, which pages, until when. `ticked`: addresses that were chosen."""
    panel_links.every(by=look.actor)  # refused before anything is typed in vain
    values = posted or {}
    return FormPage(
        title=say("Make a link for members of a panel"),
        area="about",
        sentence=say(
            "It shows the pages that you tick, as the public sees them, to whoever has it: at "
            "most {most}.",
            most=panel_links.MOST_PATHS,
        ),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Links for members of a panel"), url=LIST),),
        errors=(FormError(words=error),) if error else (),
        action=NEW,
        button=say("Make this link"),
        fields=(
            Field(
                name="label",
                label=say("For whom"),
                hint=say("A person or a group, such as Members of the panel, 3 December"),
                value=values.get("label", ""),
            ),
            *panel_choices.fields(look, ticked),
            Field(
                name="paths",
                label=say("Other pages and packs, one address a line"),
                hint=say(
                    "Only for what is not listed above: such as /packs/session/{body}.pdf",
                    body=look.actor.body,
                ),
                value=values.get("paths", ""),
                rows=5,
            ),
        ),
        dates=(
            days.sent(
                DateField(
                    name="until",
                    legend=say("Day on which it ends"),
                    hint=say("In four weeks, if empty"),
                    optional=True,
                ),
                values,
            ),
        ),
        cancel=Link(label=say("Make none"), url=LIST),
    )


def made(look: Look, new: Made) -> SectionsPage:
    """The link, shown once."""
    return SectionsPage(
        title=say("The link for {label}", label=new.label),
        area="about",
        sentence=say("It ends on {ends}. Copy it now: it is not shown again.", ends=new.ends),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Links for members of a panel"), url=LIST),),
        sections=(
            Section(
                title=say("Copy it"),
                paragraphs=(
                    f"{look.base.rstrip('/')}{new.path}",
                    *((here.strip(),) if (here := only_here(look)) else ()),
                ),
                links=(Link(label=say("All links"), url=LIST),),
            ),
        ),
    )


def end(look: Look, number: int, *, error: str = "") -> FormPage:
    """Call a link back."""
    link, _ = panel_links.openings(by=look.actor, number=number)
    return FormPage(
        title=say("Call back the link for {label}", label=link.label),
        area="about",
        sentence=say("It opens nothing from now on."),
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error),) if error else (),
        action=f"{LIST}{link.id}/end/",
        button=say("Call it back"),
        cancel=Link(label=say("Leave it open"), url=f"{LIST}{link.id}/"),
    )


def sent(look: Look, link: PanelLink, token: str) -> SectionsPage:
    """What a member of a panel sees first."""
    return SectionsPage(
        title=say("Pages sent to you"),
        area="home",
        sentence=say("For {label}, from {body}.", label=link.label, body=body_words(link.body)),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Open them here"),
                rows=tuple(
                    Row(
                        title=panel_named.title(look, path),
                        url=f"{panel_links.PATH}{token}/{number}/",
                    )
                    for number, path in enumerate(link.paths, start=1)
                ),
            ),
            Section(
                title=say("About this link"),
                paragraphs=(
                    say(
                        "It ends on {day}. You can read with it and change nothing. Each "
                        "time it is opened, the time is kept, so that whoever sent it "
                        "knows that it arrived.",
                        day=in_words(link.expires_at[:10]),
                    ),
                ),
                links=(Link(label=say("Privacy"), url="/about/privacy/"),),
            ),
        ),
    )


def _row(look: Look, link: PanelLink) -> tuple[str | Cell, ...]:
    return (
        Cell(words=link.label, url=f"{LIST}{link.id}/"),
        str(len(link.paths)),
        in_words(link.expires_at[:10]),
        str(link.opened),
        _state(look, link),
    )


def _state(look: Look, link: PanelLink) -> str:
    if link.revoked_at:
        return say("Called back on {day}.", day=in_words(link.revoked_at[:10]))
    if not link.open(look.at):
        return say("Over since {day}.", day=in_words(link.expires_at[:10]))
    if link.last_opened:
        return say("Open; last opened {moment}.", moment=moment(link.last_opened))
    return say("Open; not opened yet.")


def moment(text: str) -> str:
    """“4 June 2026, 14:02”, in London."""
    local = datetime.fromisoformat(text).astimezone(ZONE)
    return f"{in_words(local.date().isoformat())}, {local:%H:%M}"
