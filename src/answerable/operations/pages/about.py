"""About: method, sources and their ages, privacy. What is not done is said."""

from answerable.operations.pages import offered
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    Card,
    Link,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.record import originals
from answerable.operations.pages.rights import privacy as told
from answerable.store.reads import registers
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def about(look: Look) -> SectionsPage:
    """How the record is made, and how old its sources are."""
    return SectionsPage(
        title=say("About this record"),
        area="about",
        sentence=(
            say(
                "Answerable keeps what public documents say about a public "
                "service, each line with its exact words, and shows what was "
                "said, done and proved."
            )
        ),
        banner=banner(),
        as_at=look.as_at(),
        sections=(_method(), _words(), _counts(look), _evidence(), _limits()),
        aside=(
            Aside(
                title=say("More"),
                links=(
                    Link(label=say("Privacy"), url="/about/privacy/"),
                    Link(label=say("Accessibility"), url="/about/accessibility/"),
                    Link(label=say("Corrections"), url="/corrections/"),
                    Link(label=say("Check that nothing was altered"), url="/history/verify/"),
                ),
            ),
        ),
    )


def privacy(look: Look) -> SectionsPage:
    """Who is named, who answers for the data, what nobody publishes."""
    return SectionsPage(
        title=say("Privacy"),
        area="about",
        sentence=told.sentence(),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            told.controller_section(),
            Section(
                title=say("Who is named"),
                paragraphs=(
                    say(
                        "Chief officers, commissioners and their deputies, senior "
                        "statutory staff, and inspectors who sign. Everybody else "
                        "appears as a role."
                    ),
                    say(
                        "A page about an office holds dated, quoted facts. Nothing is "
                        "counted by person."
                    ),
                ),
            ),
            Section(
                title=say("What is never published"),
                items=(
                    say("What identifies a victim, a witness, a complainant or a child."),
                    say(
                        "Names, numbers or scores of organised crime groups, and "
                        "anything near them."
                    ),
                    say("Plans against them, tactics, sources, live operations."),
                ),
            ),
            Section(
                title=say("What you paste"),
                paragraphs=(
                    say(
                        "Text pasted on “Read an article” is read in memory and "
                        "answered. It is not stored and not written to a log."
                    ),
                ),
            ),
            Section(
                title=say("Cookies"),
                paragraphs=(
                    say(
                        "Pages to read set none. A page with a form sets one that "
                        "protects the form; signing in, or choosing an office on this "
                        "machine, sets one that remembers it until the browser is "
                        "closed. Nothing follows a reader from page to page."
                    ),
                    say(
                        "Signing in sets a second one until the browser is closed: it says "
                        "whose form it is that is sent after the session has ended, and "
                        "opens nothing."
                    ),
                ),
            ),
            Section(
                title=say("Erasure"),
                paragraphs=(
                    say(
                        "A value can be erased by law; its place on the record stays and "
                        "says so, and every other proof still holds."
                    ),
                ),
            ),
        ),
    )


def _method() -> Section:
    return Section(
        title=say("How a line gets here"),
        id="method",
        items=(
            say(
                "A document is read by machine, by rules that anybody can read; "
                "there is no artificial intelligence service behind it."
            ),
            say(
                "A person confirms, corrects or rejects each reading. Nothing "
                "else enters the record."
            ),
            say("Each line keeps its exact words and their place in the document."),
            say(
                "Where we hold only our own summary of a public page, the line "
                "is headed “Our summary says” and names the address. The "
                "original's words are not repeated here."
            ),
            say("Entries are only ever added. A correction stands beside what it corrects."),
        ),
    )


def _words() -> Section:
    return Section(
        title=say("What said, done and worked mean"),
        id="words",
        cards=(
            Card(title=say("Said"), words=say("Promised: somebody said that it will be done.")),
            Card(
                title=say("Done"),
                words=say(
                    "Delivered: the institution says it is done. Verified: somebody "
                    "independent looked and agrees."
                ),
            ),
            Card(
                title=say("Worked"),
                words=say(
                    "The outcome moved, by a test fixed beforehand. Sustained: it "
                    "still held after the stated period."
                ),
            ),
        ),
        paragraphs=(say("Delivered is not worked. Nothing moves up by itself."),),
    )


def _counts(look: Look) -> Section:
    filed = [
        f
        for institution in registers.institutions()
        for f in look.register(institution).of(DocumentFiled)
    ]
    real = [f for f in filed if f.standing == "summary" and f.published]
    newest = max((f.published or "" for f in real), default="")
    return Section(
        title=say("Sources"),
        id="sources",
        cards=originals.cards(),
        paragraphs=(
            say("The newest public page read is of {day}.", day=in_words(newest))
            if newest
            else "",
            say("What no source of ours says is shown as “not in our sources”."),
        ),
        links=(
            Link(label=say("Every source, and whether it is still there"), url="/about/sources/"),
            Link(label=say("Where our sources differ"), url="/about/conflicts/"),
        ),
    )


def _evidence() -> Section:
    rows = tuple(
        (
            measure.title,
            measure.unit.name,
            measure.review.author,
            measure.review.checker,
            in_words(measure.review.review_by.isoformat()),
        )
        for measure in offered.measures()
    )
    return Section(
        title=say("Measures and verdicts"),
        id="measures",
        paragraphs=(
            say(
                "A control chart shows where to look; it never says “improved”. "
                "A verdict may, by rules that were fixed before the figures were "
                "seen, and it always names its uncertainty and the smallest "
                "change that would have shown."
            ),
            say("Recorded crime is not a measure of organised crime."),
        ),
        table=Table(
            caption=say("Measures, and who checks them"),
            head=(say("Measure"), say("Unit"), say("Author"), say("Checker"), say("Review by")),
            rows=rows,
        ),
        links=(Link(label=say("How a verdict is worked out"), url="/about/method/"),),
    )


def _limits() -> Section:
    return Section(
        title=say("What this record does not claim"),
        id="limits",
        items=(
            say(
                "That a statement is true: only who said it, where and when, and "
                "that it has not been changed since it was recorded."
            ),
            say("That our collection is complete."),
            say("That a person is who they say, beyond the office under which they acted."),
            say(
                "Protection against a rewrite of the whole record, until "
                "somebody outside keeps a checkpoint of it."
            ),
        ),
    )
