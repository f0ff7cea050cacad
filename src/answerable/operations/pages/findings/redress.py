"""The forms to report a mistake in a line and to reply to it; from elsewhere, whom to write to."""

from collections.abc import Mapping

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.findings import redress
from answerable.operations.pages import naming
from answerable.operations.pages.forms import (
    Field,
    FormPage,
    Hidden,
    acting,
    where_to_write,
)
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Item,
    Link,
    Notice,
    Section,
    SectionsPage,
)
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.record import putting_right
from answerable.vocabulary.language import marked, say

PRIVACY = Link(label=marked("Who runs this installation"), url="/about/privacy/")
LIST = Link(label=marked("Corrections and mistakes reported"), url="/corrections/")


def report_form(
    look: Look,
    entry: int,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> FormPage:
    """Say what is wrong with a line."""
    values = posted or {}
    return _form(
        look,
        entry,
        values=values,
        key=key,
        error=error,
        title=say("Report a mistake"),
        sentence=say("Say what is wrong, and where it can be seen. No name is asked for."),
        url="/corrections/report/",
        button=say("Report this mistake"),
        label=say("What is wrong"),
        hint=say(
            "Your words are not public until somebody has looked at them. "
            "Name nobody below a chief officer."
        ),
    )


def reply_form(
    look: Look,
    entry: int,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> FormPage:
    """Reply to a line, as the body that it is about."""
    told = redress.line(entry, actor=look.actor)
    bodies = " or ".join(naming.body_words(name) for name in told.repliers)
    return _form(
        look,
        entry,
        values=posted or {},
        key=key,
        error=error,
        title=say("Reply to a line"),
        sentence=say(
            "A reply stands beside the line, in public. It is for {bodies}.", bodies=bodies
        ),
        url="/corrections/reply/",
        button=say("Publish this reply"),
        label=say("The reply"),
        hint=say("It is public at once, and stays."),
    )


def elsewhere(look: Look, entry: int, *, reply: bool) -> SectionsPage:
    """Asked for from elsewhere: nothing is written; to whom one can write instead."""
    told = redress.line(entry, actor=look.actor)
    filed = _publisher(look, told.version, told.institution)
    links = (PRIVACY, Link(label=say("The entry"), url=look.url(f"/history/entry/{entry}/")))
    words = (
        say("Name entry {entry}, say what is wrong, and where it can be seen.", entry=entry)
        if not reply
        else say(
            "Name entry {entry}; a reply of the body that it is about stands beside the line.",
            entry=entry,
        )
    )
    return SectionsPage(
        title=say("Reply to a line") if reply else say("Report a mistake"),
        area="about",
        sentence=where_to_write(),
        banner=banner(told.institution),
        as_at=look.as_at(),
        crumbs=(LIST,),
        sections=(
            Section(title=say("The line"), paragraphs=(naming.told(told.version.fact),)),
            Section(
                title=say("To whom to write"),
                paragraphs=(
                    say(
                        "Write to whoever runs this installation: the page about privacy "
                        "names them, or says that there is nobody. {words}",
                        words=words,
                    ),
                    *filed,
                ),
                links=links,
            ),
        ),
    )


def replied(look: Look, entry: int, *, written: int) -> SectionsPage:
    """A reply that was published."""
    told = redress.line(entry, actor=look.actor)
    return SectionsPage(
        title=say("The reply is published"),
        area="about",
        sentence=say("It stands beside the line from now on."),
        banner=acting(look, told.institution),
        as_at=look.as_at(),
        crumbs=(LIST,),
        notice=Notice(
            title=say("Recorded"),
            words=say("This is entry {written} of the record.", written=f"{written:,}"),
            url=f"/history/entry/{written}/",
            label=say("See the entry"),
        ),
        sections=(
            Section(
                title=say("The line"),
                paragraphs=(naming.told(told.version.fact),),
                links=(
                    Link(
                        label=say("Where it stands"),
                        url=naming.path_of(told.version.fact, seq=entry),
                    ),
                ),
            ),
        ),
    )


def _form(
    look: Look,
    entry: int,
    *,
    values: Mapping[str, str],
    key: str,
    error: str,
    title: str,
    sentence: str,
    url: str,
    button: str,
    label: str,
    hint: str,
) -> FormPage:
    told = redress.line(entry, actor=look.actor)
    fact = told.version.fact
    back = naming.path_of(fact, seq=entry)
    quoted = (Item(label=say("Its words"), words=fact.quote),) if fact.quote else ()
    return FormPage(
        title=title,
        area="about",
        sentence=sentence,
        banner=acting(look, told.institution),
        as_at=look.as_at(),
        crumbs=(LIST,),
        errors=(FormError(words=error, target="text"),) if error else (),
        action=url,
        button=button,
        hidden=(
            Hidden(name="entry", value=str(entry)),
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or key),
        ),
        answers=(
            Item(label=say("The line"), words=naming.told(fact)),
            *quoted,
            Item(label=say("About"), words=naming.body_words(told.institution)),
        ),
        fields=(
            Field(
                name="text",
                label=label,
                hint=hint,
                value=values.get("text", ""),
                error=error,
                rows=6,
            ),
        ),
        cancel=Link(label=say("Leave it as it is"), url=back),
        aside=(
            Aside(
                title=say("Who acts"),
                links=(
                    *putting_right.ways_of(look, told),
                    Link(
                        label=say("Act as another office"), url=f"/roles/?next={url}?entry={entry}"
                    ),
                ),
            ),
        ),
    )


def _publisher(look: Look, version: Version, institution: str) -> tuple[str, ...]:
    """Who published the words, for a mistake that is already in the source."""
    source = version.fact.source
    filed = Proof(look, look.register(institution)).documents.get(
        (source.doc if source else "") or ""
    )
    publisher = filed.publisher if filed else None
    if not publisher or publisher not in catalogue.bodies():
        return ()
    return (
        say(
            "If the source itself is wrong, write to {body}, which published it.",
            body=naming.body_words(publisher),
        ),
    )
