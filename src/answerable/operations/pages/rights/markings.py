"""Mark a value, the markings and their reviews, and who read restricted values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable.operations.pages import naming
from answerable.operations.pages.forms import (
    Choice,
    Field,
    FormPage,
    Hidden,
    acting,
)
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    FormError,
    Item,
    Link,
    Notice,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.rights.marking_forms import ground_fields, review_day
from answerable.operations.rights import markings, readings
from answerable.operations.rights.markings import EMBARGO, Marked
from answerable.scrutiny.phrases import plural
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

LIST = "/account/markings/"
READING = "/account/reading/"
A_PAGE = 100
_CHOICES = (
    Choice(value="", label=marked("Choose a marking")),
    Choice(value="internal", label=marked("Internal: offices of the bodies concerned")),
    Choice(value="restricted", label=marked("Restricted: on a legal ground, until a review")),
    Choice(value=EMBARGO, label=marked("Embargo: restricted until it is published")),
    Choice(value="public", label=marked("Public: everybody, for good")),
)


def listed(look: Look, *, written: int | None = None) -> SectionsPage:
    """What is marked, and which reviews are due."""
    found = markings.every(by=look.actor)
    due = [m for m in found if m.due(look.today)]
    sentence = say("Nothing is marked.")
    if found:
        sentence = say(
            "{count} {markings}; {reviews}.",
            count=f"{len(found):,}",
            markings=plural("marking", len(found)),
            reviews=_reviews(len(due)),
        )
    return SectionsPage(
        title=say("Marked values and their reviews"),
        area="about",
        sentence=sentence,
        banner=acting(look),
        as_at=look.as_at(),
        notice=_notice(written),
        sections=(
            *_part(look, say("Due for review now"), tuple(due)),
            *_part(look, say("Later"), tuple(m for m in found if not m.due(look.today))),
            Section(
                title=say("How a value is marked"),
                paragraphs=(
                    say(
                        "Open the entry that holds it under “Check the record” and "
                        "choose “Mark a value of this entry”. An embargo does not open "
                        "by itself: on its day it stands first in this list, and a "
                        "person releases it."
                    ),
                ),
                links=(Link(label=say("Find the entry"), url="/history/"),),
            ),
        ),
    )


def form(
    look: Look,
    entry: int,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> FormPage:
    """Mark one field of an entry, or all of them."""
    fact, names = markings.fields_of(by=look.actor, entry=entry)
    values = posted or {}
    return FormPage(
        title=say("Mark a value of entry {entry}", entry=f"{entry:,}"),
        area="history",
        sentence=say("A marking stands on the record with its ground and the day of its review."),
        banner=acting(look, fact.institution),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Marked values"), url=LIST),),
        errors=(FormError(words=error),) if error else (),
        action=f"{LIST}{entry}/",
        button=say("Mark it so"),
        hidden=(
            Hidden(name="key", value=values.get("key") or key),
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
        ),
        answers=(
            Item(label=say("Entry"), words=naming.told(fact)),
            Item(label=say("Item"), words=fact.stream),
        ),
        warning=say(
            "What was public once may have been copied. What is made public, "
            "with the salt that proves it, cannot be called back."
        ),
        fields=(
            Field(
                name="field",
                label=say("Which value"),
                value=values.get("field", ""),
                choices=(
                    Choice(value="", label=say("Choose a value")),
                    Choice(value="*", label=say("Every value: the entry vanishes for the public")),
                    *(Choice(value=n, label=naming.field_words(n).capitalize()) for n in names),
                ),
            ),
            Field(
                name="kind",
                label=say("Marking"),
                value=values.get("kind", ""),
                choices=_CHOICES,
            ),
            *ground_fields(
                values,
                label=say("Ground"),
                hint=say(
                    "Not for an embargo, whose ground is its day. A person decides; "
                    "this list is no legal advice."
                ),
            ),
            Field(
                name="lower",
                label=say("Does this let more people read it?"),
                value=values.get("lower", ""),
                choices=(
                    Choice(value="", label="No"),
                    Choice(value="yes", label=say("Yes, and it cannot be called back")),
                ),
            ),
        ),
        dates=(
            review_day(
                values,
                legend=say("Looked at again, or published, on"),
                hint=say("Restricted values and embargoes need a day"),
            ),
        ),
        cancel=Link(label=say("Leave it as it is"), url=f"/history/entry/{entry}/"),
        aside=(
            Aside(
                title=say("What each marking does"),
                paragraphs=(
                    say(
                        "Internal: pages, search, feeds, files and packs of the public "
                        "do not have it; offices of the institution and of who oversees "
                        "it do."
                    ),
                    say(
                        "Restricted: its governance office, commissioner and chief "
                        "officer only; each reading is logged; the value is sealed on "
                        "the disk."
                    ),
                    say("No intelligence, suspects or live operations are ever held here."),
                ),
            ),
        ),
    )


def fields(look: Look, entry: int, posted: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that were chosen; `*` is every one that holds anything."""
    chosen = posted.get("field", "")
    if chosen == "*":
        return markings.fields_of(by=look.actor, entry=entry)[1]
    return (chosen,) if chosen else ()


@dataclass(frozen=True, kw_only=True)
class ReadingLogPage(SectionsPage):
    """The log, page by page."""

    pages: Pages | None = None


def reading_log(look: Look, *, number: int) -> ReadingLogPage:
    """Who read which restricted value, the latest first; never the value."""
    lines, count = readings.lines(by=look.actor, count=A_PAGE, begin=(number - 1) * A_PAGE)
    last = max(1, -(-count // A_PAGE))
    return ReadingLogPage(
        title=say("Who read restricted values"),
        area="about",
        sentence=say("Nobody read a restricted value yet.")
        if not count
        else say("Readings that were logged: {count}.", count=f"{count:,}"),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("The latest first"),
                paragraphs=(
                    say(
                        "A line is written when a page shows a restricted value to "
                        "somebody who signed in, or acts as an office here. It names the "
                        "value, not what it says."
                    ),
                ),
                table=Table(
                    caption=say("Readings"),
                    head=(say("When"), say("Office"), say("Account"), say("Value"), say("Page")),
                    rows=tuple(
                        (
                            _moment(line.at),
                            f"{line.office.replace('-', ' ')}, {naming.body_words(line.body)}",
                            line.person,
                            Cell(
                                words=naming.field_words(line.field),
                                note=say("of entry id {entry_id}", entry_id=line.entry_id),
                            ),
                            line.path,
                        )
                        for line in lines
                    ),
                )
                if lines
                else None,
            ),
        ),
        pages=pages(
            label=say("Pages of the log"),
            number=number,
            count=last,
            url=lambda n: f"{READING}?page={n}",
        ),
    )


def _part(look: Look, title: str, found: tuple[Marked, ...]) -> tuple[Section, ...]:
    if not found:
        return ()
    return (
        Section(
            title=title,
            table=Table(
                caption=say("By the day of the review"),
                head=(say("Entry"), say("Values"), say("Marking"), say("Ground"), say("Review")),
                rows=tuple(_row(look, one) for one in found),
            ),
        ),
    )


def _row(look: Look, one: Marked) -> tuple[str | Cell, ...]:
    late = one.review is not None and one.review < look.today.isoformat()
    review = in_words(one.review) if one.review else say("No day was named")
    return (
        Cell(
            words=say("Entry {seq}", seq=f"{one.seq:,}"), url=f"{LIST}{one.seq}/", note=one.stream
        ),
        ", ".join(naming.field_words(name) for name in one.fields),
        say("Embargo") if one.embargo else one.marking.capitalize(),
        one.ground or say("Marked when it was written"),
        Cell(words=review, state="overdue" if late else ""),
    )


def _reviews(count: int) -> str:
    return {0: "no review is due", 1: "1 review is due"}.get(count, f"{count:,} reviews are due")


def _notice(written: int | None) -> Notice | None:
    if written is None:
        return None
    return Notice(
        title=say("Marked"),
        words=say("This is entry {written} of the record.", written=f"{written:,}"),
        url=f"/history/entry/{written}/",
        label=say("See the entry"),
    )


def _moment(text: str) -> str:
    local = datetime.fromisoformat(text).astimezone(ZONE)
    return f"{in_words(local.date().isoformat())}, {local:%H:%M}"
