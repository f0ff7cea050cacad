"""The forms of closing: said to be done, accepted, closed in the owner's words, open again.

A closing that the owner signs itself is made on its own machine, with a key that never leaves it,
and so by command alone.
"""

from collections.abc import Iterator, Mapping

from answerable.operations import access
from answerable.operations.pages.changing import About, Box, Form
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Link
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ClosureClaimed, DocumentFiled
from answerable.vocabulary.ladder import ClosingGround
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_FILES = 60
CLAIM, ACCEPT, CLOSE, REOPEN, RELAPSE = "claim", "accept", "close", "reopen", "relapse"


def grounds(_look: Look, _about: About) -> tuple[Choice, ...]:
    """The grounds that rest on a kept file; a signature is the owner's own command."""
    return (
        Choice(value="", label=say("Choose the ground")),
        Choice(value=ClosingGround.PUBLISHED, label=say("Published: the owner says so in public")),
        Choice(value=ClosingGround.LETTER, label=say("Letter: the owner wrote so")),
        Choice(
            value=ClosingGround.HISTORICAL,
            label=say("Historical: a kept file says that its owner closed it"),
        ),
    )


def files(look: Look, about: About) -> tuple[Choice, ...]:
    """The kept files about the institution, the last first."""
    filed = {
        str(v.fact.doc): v.fact
        for v in look.register(about.institution).versions_of(DocumentFiled)
        if v.fact.doc
    }
    latest = list(reversed(filed.items()))[:MOST_FILES]
    return (
        Choice(value="", label=say("Choose the file")),
        *(
            Choice(value=digest, label=f"{short(fact.get('title') or digest)}{_of(fact.said)}")
            for digest, fact in latest
        ),
    )


def _of(said: str | None) -> str:
    return f", {in_words(said)}" if said else ""


_WORDS = Box(
    name="text", label=marked("Its words"), kind="long", needed=marked("Give the words of it")
)
_REASON = Box(name="reason", label=marked("Why"), kind="long", needed=marked("Say why"))

FORMS: Mapping[str, Form] = {
    form.kind: form
    for form in (
        Form(
            kind=CLAIM,
            may="claim_closure",
            title=marked("Say that it is done with this"),
            button=marked("Record that we say so"),
            on=marked("Said on which day"),
            warning=marked("It closes nothing: only the owner of a finding closes it."),
            boxes=(_WORDS,),
        ),
        Form(
            kind=ACCEPT,
            may="accept_claim",
            title=marked("Accept that it is done with this"),
            button=marked("Record that we accept it"),
            on=marked("Accepted on which day"),
            warning=marked("It closes nothing: only the owner of a finding closes it."),
            boxes=(_WORDS,),
        ),
        Form(
            kind=CLOSE,
            may="state_closure",
            title=marked("Record that its owner closed it"),
            button=marked("Record this closing"),
            on=marked("Closed on which day"),
            check=True,
            warning=marked(
                "The owner closes it, and a kept file of the owner says so. An owner that signs "
                "with its own key does it by command: answerable close, with --ground signed."
            ),
            boxes=(
                Box(
                    name="ground",
                    label=marked("Ground"),
                    choices=grounds,
                    needed=marked("Choose the ground"),
                ),
                Box(
                    name="document",
                    label=marked("The kept file that says so"),
                    choices=files,
                    other=marked("Or its SHA-256"),
                    needed=marked("Choose the file that says so"),
                ),
                Box(
                    name="quote",
                    label=marked("Its exact words"),
                    kind="long",
                    hint=marked("Copied from the file. A letter may do without."),
                ),
            ),
        ),
        Form(
            kind=REOPEN,
            may="reopen",
            title=marked("Say that it is open again"),
            button=marked("Open it again"),
            on=marked("Open since which day"),
            check=True,
            warning=marked("Its closing stays on the record beside this."),
            boxes=(_REASON,),
        ),
        Form(
            kind=RELAPSE,
            may="relapse",
            title=marked("Say that it was found again"),
            button=marked("Record that it was found again"),
            on=marked("Found again on which day"),
            check=True,
            warning=marked("Only where the words of its closing are quoted has it slipped back."),
            boxes=(_REASON,),
        ),
    )
}


def links(item: Progress, look: Look) -> Iterator[Link]:
    """The forms of closing that would be accepted now from whoever looks."""
    if item.kind == "action":
        return
    claimed = any(isinstance(v.fact, ClosureClaimed) for v in item.versions)
    quoted = item.closing is not None and bool(item.closing.quote)
    now = {
        CLAIM: item.open,
        ACCEPT: item.open and claimed,
        CLOSE: item.open,
        REOPEN: item.closing is not None,
        RELAPSE: quoted,
    }
    about = item.first.fact.institution
    for kind, form in FORMS.items():
        if now[kind] and access.may(look.actor, form.may, about=about):
            yield Link(label=form.title, url=f"/actions/{item.reference}/{kind}/")
