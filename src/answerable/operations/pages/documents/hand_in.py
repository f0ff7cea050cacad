"""Hand in a document: a file, who published it, when; then what it states waits for a person."""

from collections.abc import Mapping, Sequence
from secrets import token_hex

from answerable.operations import access, catalogue
from answerable.operations.desk.rows import institutions
from answerable.operations.documents import reading_runs
from answerable.operations.documents.reader import Meta
from answerable.operations.pages import days, offered
from answerable.operations.pages.forms import Choice, DateField, Field, Hidden, acting, read_only
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link, Section, SectionsPage
from answerable.operations.pages.plans.evidence_upload import Several, UploadPage
from answerable.vocabulary.language import marked, say

TITLE = marked("Hand in a report")
ADDRESS = "/review/hand-in/"
KINDS = (
    ("inspection-report", marked("A report of an inspection")),
    ("inspection-letter", marked("A letter of an inspectorate")),
    ("statutory-response", marked("A reply to a report")),
    ("minutes", marked("Minutes")),
    ("agenda", marked("An agenda")),
    ("plan", marked("A plan")),
    ("decision", marked("A decision")),
    ("statement", marked("A statement")),
    ("press-release", marked("A press notice")),
    ("news", marked("News")),
    ("funding", marked("A page on funding")),
    ("other", marked("Something else")),
)
"""What a document may be said to be; an action log is imported on a page of its own."""
FILE = "file"
SEEN_BY, EVERYBODY, INTERNAL = "seen-by", "everybody", "internal"
ENDINGS = ".pdf,.html,.htm,.docx,.xlsx,.ods,.csv,.eml,.txt"


def may(look: Look) -> bool:
    """May whoever looks keep a document and open its review?"""
    return access.may(look.actor, "read")


def closed(look: Look) -> SectionsPage:
    """Nobody hands in as a reader, nor from another machine."""
    return read_only(
        look,
        title=TITLE,
        more=Section(
            title=say("Who hands in"),
            links=(Link(label=say("Choose a governance office"), url=f"/roles/?next={ADDRESS}"),),
        ),
    )


def form(
    look: Look, *, posted: Mapping[str, str] | None = None, errors: Sequence[FormError] = ()
) -> UploadPage:
    """The form; what was typed is kept, a file must be chosen again."""
    values = posted or {}
    told = {one.target: one.words for one in errors}
    return UploadPage(
        title=TITLE,
        area="review",
        sentence=say(
            "The machine reads it. Nothing that it states enters the record before you confirm "
            "it. The file itself is filed at once, for everybody or for the offices concerned: "
            "say which below."
        ),
        errors=tuple(errors),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("What waits for a person"), url="/review/"),),
        action=ADDRESS,
        button=say("Read this document"),
        hidden=(
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or token_hex(16)),
        ),
        fields=(
            Field(
                name="kind",
                label=say("What it is"),
                hint=say(
                    "It is named so wherever it is quoted. Left as it is: as it shows itself; "
                    "what an inspectorate published is a report, where it shows nothing else."
                ),
                value=values.get("kind", ""),
                choices=(
                    Choice(value="", label=say("As the document shows")),
                    *(Choice(value=kind, label=label) for kind, label in KINDS),
                ),
            ),
            Field(
                name="publisher",
                label=say("Who published it"),
                hint=say("A report of an inspectorate is named after it."),
                value=values.get("publisher", ""),
                choices=_publishers(look),
            ),
            Field(
                name=SEEN_BY,
                label=say("Who may see the file itself"),
                hint=say(
                    "For offices alone, what is confirmed from it is for offices alone too, until "
                    "somebody lowers the marking of an entry."
                ),
                value=values.get(SEEN_BY, ""),
                error=told.get(SEEN_BY, ""),
                choices=(
                    Choice(value="", label=say("Choose")),
                    Choice(value=EVERYBODY, label=say("Everybody: it is published, or may be")),
                    Choice(value=INTERNAL, label=say("The offices concerned alone, as notes")),
                ),
            ),
            Field(
                name="title",
                label=say("Its title (you may leave it empty)"),
                hint=say("Empty: the title that stands in the document. Empty for several files."),
                value=values.get("title", ""),
            ),
            Field(
                name="source",
                label=say("Its address on the web (you may leave it empty)"),
                hint=say("Empty for several files."),
                value=values.get("source", ""),
            ),
        ),
        dates=(days.sent(PUBLISHED, values),),
        cancel=Link(label=say("Hand in nothing"), url="/review/"),
        accept=ENDINGS,
        limit=say(
            "PDF, web page, Word, workbook, e-mail or text; at most 50 MB "
            "each, and {most_files} at once. Never a document marked SECRET "
            "or TOP SECRET.",
            most_files=reading_runs.MOST_FILES,
        ),
        several=Several(
            label=say("Or a whole folder"),
            hint=say(
                "Every file in it is read, one after another. A phone may offer files instead."
            ),
        ),
        file_error=told.get(FILE, ""),
        aside=(
            Aside(
                title=say("What happens then"),
                paragraphs=(
                    say(
                        "A report of 40 pages takes some seconds; a page says how far it "
                        "is. What it states is listed, each with its words in the "
                        "report; you accept, correct or reject it."
                    ),
                    say("One file that cannot be read stops no other, and it is said why."),
                    say("A scan without text is refused: run it through text recognition first."),
                ),
                links=(Link(label=say("An action log is imported here"), url="/import/"),),
            ),
        ),
    )


def amiss(posted: Mapping[str, str], *, files: bool) -> tuple[FormError, ...]:
    """What is to be mended before anything is read, each by its box."""
    wrong = days.one(PUBLISHED, posted)[1]
    if posted.get(SEEN_BY) not in (EVERYBODY, INTERNAL):
        words = say(
            "Choose who may see the file itself: everybody, or the offices concerned alone."
        )
        wrong = (FormError(words=words, target=SEEN_BY), *wrong)
    if not files:
        return (FormError(words=say("Choose the file of the report."), target=FILE), *wrong)
    if not wrong:
        return ()
    words = say("Choose the file again: a browser does not keep it for you.")
    return (FormError(words=words, target=FILE), *wrong)


def meta(posted: Mapping[str, str]) -> Meta:
    """What the person said of the document, or of all of several."""
    return Meta(
        title=posted.get("title", "").strip() or None,
        publisher=posted.get("publisher") or None,
        kind=posted.get("kind") or None,
        published=days.given(PUBLISHED, posted) or None,
        source=posted.get("source", "").strip() or None,
        internal=posted.get(SEEN_BY) != EVERYBODY,
    )


PUBLISHED = DateField(
    name="published",
    legend=marked("Day of publication"),
    hint=marked("The time for a reply counts from it."),
    optional=True,
    loose=True,
)


def _publishers(look: Look) -> tuple[Choice, ...]:
    """Who inspects the own body, other inspectorates, the bodies of this record; or nobody yet."""
    own = institutions(look)
    overseers = [held_by for name in own if (held_by := catalogue.oversight_of(name, on=look.on))]
    named = catalogue.bodies()
    usual = {i for name in own for i in catalogue.regime_of(name, on=look.on).inspectorates}
    invented = any(named[name].invented for name in own if name in named)
    inspect = sorted(
        (b for b in offered.bodies() if b.kind == "inspectorate"),
        key=lambda b: (not b.invented if invented else b.id not in usual, b.name),
    )
    here = [named[name] for name in (*own, *overseers) if name in named]
    return (
        Choice(value="", label=say("Choose who published it; left so: not in this list")),
        *(Choice(value=b.id, label=b.name) for b in dict.fromkeys((*inspect, *here))),
    )
