"""About: method, sources and their ages, privacy, accessibility. What is not done is said."""

from answerable.operations import catalogue
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
from answerable.vocabulary.times import in_words


def about(look: Look) -> SectionsPage:
    """How the record is made, and how old its sources are."""
    return SectionsPage(
        title="About this record",
        area="about",
        sentence=(
            "Answerable keeps what public documents say about a public service, each line with "
            "its exact words, and shows what was said, done and proved."
        ),
        banner=banner(),
        as_at=look.as_at(),
        sections=(_method(), _words(), _counts(look), _evidence(), _limits()),
        aside=(
            Aside(
                title="More",
                links=(
                    Link(label="Privacy", url="/about/privacy/"),
                    Link(label="Accessibility", url="/about/accessibility/"),
                    Link(label="Corrections", url="/corrections/"),
                    Link(label="Check that nothing was altered", url="/history/verify/"),
                ),
            ),
        ),
    )


def privacy(look: Look) -> SectionsPage:
    """Who is named, who answers for the data, what nobody publishes."""
    return SectionsPage(
        title="Privacy",
        area="about",
        sentence=told.sentence(),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            told.controller_section(),
            Section(
                title="Who is named",
                paragraphs=(
                    "Chief officers, commissioners and their deputies, senior statutory staff, "
                    "and inspectors who sign. Everybody else appears as a role.",
                    "A page about an office holds dated, quoted facts. Nothing is counted by "
                    "person.",
                ),
            ),
            Section(
                title="What is never published",
                items=(
                    "What identifies a victim, a witness, a complainant or a child.",
                    "Names, numbers or scores of organised crime groups, and anything near them.",
                    "Plans against them, tactics, sources, live operations.",
                ),
            ),
            Section(
                title="What you paste",
                paragraphs=(
                    "Text pasted on “Read an article” is read in memory and answered. It is "
                    "not stored and not written to a log.",
                ),
            ),
            Section(
                title="Cookies",
                paragraphs=(
                    "Pages to read set none. A page with a form sets one that protects the form; "
                    "signing in, or choosing an office on this machine, sets one that remembers "
                    "it until the browser is closed. Nothing follows a reader from page to page.",
                ),
            ),
            Section(
                title="Erasure",
                paragraphs=(
                    "A value can be erased by law; its place on the record stays and says so, "
                    "and every other proof still holds.",
                ),
            ),
        ),
    )


def accessibility(look: Look) -> SectionsPage:
    """What was tested, what was not."""
    return SectionsPage(
        title="Accessibility",
        area="about",
        sentence=(
            "These pages are made to meet WCAG 2.2 AA. They have been tested by machine and by "
            "keyboard; no person has audited them yet."
        ),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title="Tested",
                items=(
                    "Every kind of public page, with an automatic checker (axe) on a phone’s "
                    "width; a dozen of them at 320 and 1280 pixels too.",
                    "Every kind of public page without JavaScript: the same words stand there.",
                    "By keyboard: each control is reached, and shows that it has the focus.",
                    "With 400 % zoom, with text of twice the size, in forced colours, on paper.",
                ),
            ),
            Section(
                title="Not tested",
                items=(
                    "With a screen reader, by ear.",
                    "By people with disabilities.",
                    "In Welsh: there is no Welsh version yet.",
                ),
            ),
        ),
    )


def _method() -> Section:
    return Section(
        title="How a line gets here",
        id="method",
        items=(
            "A document is read by machine, by rules that anybody can read; there is no "
            "artificial intelligence service behind it.",
            "A person confirms, corrects or rejects each reading. Nothing else enters the record.",
            "Each line keeps its exact words and their place in the document.",
            "Where we hold only our own summary of a public page, the line is headed “Our summary "
            "says” and names the address. The original's words are not repeated here.",
            "Entries are only ever added. A correction stands beside what it corrects.",
        ),
    )


def _words() -> Section:
    return Section(
        title="What said, done and worked mean",
        id="words",
        cards=(
            Card(title="Said", words="Promised: somebody said that it will be done."),
            Card(
                title="Done",
                words="Delivered: the institution says it is done. Verified: somebody "
                "independent looked and agrees.",
            ),
            Card(
                title="Worked",
                words="The outcome moved, by a test fixed beforehand. Sustained: it still held "
                "after the stated period.",
            ),
        ),
        paragraphs=("Delivered is not worked. Nothing moves up by itself.",),
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
        title="Sources",
        id="sources",
        cards=originals.cards(),
        paragraphs=(
            f"The newest public page read is of {in_words(newest)}." if newest else "",
            "What no source of ours says is shown as “not in our sources”.",
        ),
        links=(
            Link(label="Every source, and whether it is still there", url="/about/sources/"),
            Link(label="Where our sources differ", url="/about/conflicts/"),
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
        for measure in catalogue.measures().values()
    )
    return Section(
        title="Measures and verdicts",
        id="measures",
        paragraphs=(
            "A control chart shows where to look; it never says “improved”. A verdict may, by "
            "rules that were fixed before the figures were seen, and it always names its "
            "uncertainty and the smallest change that would have shown.",
            "Recorded crime is not a measure of organised crime.",
        ),
        table=Table(
            caption="Measures, and who checks them",
            head=("Measure", "Unit", "Author", "Checker", "Review by"),
            rows=rows,
        ),
    )


def _limits() -> Section:
    return Section(
        title="What this record does not claim",
        id="limits",
        items=(
            "That a statement is true: only who said it, where and when, and that it has not "
            "been changed since it was recorded.",
            "That our collection is complete.",
            "That a person is who they say, beyond the office under which they acted.",
            "Protection against a rewrite of the whole record, until somebody outside keeps a "
            "checkpoint of it.",
        ),
    )
