"""Who answers for the data, how long it is kept, open legal holds, and the two documents."""

from collections.abc import Mapping

from answerable.ledger import holds
from answerable.operations import access, catalogue, installation
from answerable.operations.pages.forms import Field, FormPage, acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Cell,
    FormError,
    Link,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.rights import privacy
from answerable.store.reads import registers
from answerable.vocabulary.facts import HoldOpened, HoldReleased
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

RETENTION = "/about/privacy/retention/"
CONTROLLER = "/account/controller/"
HOLDS = "/account/holds/"
DOCUMENTS = "/account/privacy/"
_KINDS = {
    "foi": marked("A request for information"),
    "inquiry": marked("An inquiry"),
    "litigation": marked("A lawsuit"),
    "audit": marked("An audit"),
}


def controller_section() -> Section:
    """Who answers for the data, for the page about privacy."""
    named = privacy.controller()
    links = (Link(label=say("How long each kind of data is kept, and why"), url=RETENTION),)
    if named is None:
        own = installation.installed()
        words = (
            say("{name} has not named its controller here yet.", name=own.name)
            if own
            else say(
                "A demonstration on one machine has none. Each installation names its own here."
            )
        )
        return Section(
            title=say("Who answers for the data"), id="controller", absent=words, links=links
        )
    return Section(
        title=say("Who answers for the data"),
        id="controller",
        items=tuple(
            f"{label}: {words}"
            for label, words in (
                (say("Controller"), named.name),
                (say("Write to"), named.address),
                (say("Data protection officer"), named.officer),
                (say("Registration"), named.registration),
            )
            if words
        ),
        paragraphs=(
            say(
                "You may ask what is held about you, have it put right, object, "
                "and complain to the Information Commissioner."
            ),
        ),
        links=links,
    )


def sentence() -> str:
    """Who answers for the data, in one sentence."""
    named = privacy.controller()
    if named is not None:
        return say("{name} answers for the personal data in this record.", name=named.name)
    if own := installation.installed():
        return say(
            "This is the record of {name}, which has not named its data controller yet.",
            name=own.name,
        )
    return say(
        "This is a demonstration on one machine. It has no data "
        "controller; each installation names its own here."
    )


def retention(look: Look) -> SectionsPage:
    """What is kept, how long, why."""
    return SectionsPage(
        title=say("How long data are kept"),
        area="about",
        sentence=say("What stands on the record stays; what is not needed for it goes."),
        banner=banner(),
        as_at=look.as_at(),
        crumbs=(Link(label=say("Privacy"), url="/about/privacy/"),),
        sections=(
            Section(
                title=say("What, how long, why"),
                paragraphs=(
                    say(
                        "The periods are those that this system proposes. The controller "
                        "decides, and a legal hold stops every deletion that it covers."
                    ),
                ),
                table=Table(
                    caption=say("Every kind of data held here"),
                    head=(say("What"), say("About whom"), say("How long"), say("Why")),
                    rows=tuple(
                        (kept.what, kept.about, kept.how_long, kept.why)
                        for kept in privacy.RETENTION
                    ),
                ),
            ),
        ),
    )


def held(look: Look) -> SectionsPage:
    """Legal holds that are open: nothing they cover is erased."""
    access.require(look.actor, "hold")
    rows = [
        (
            Cell(words=say("Entry {seq}", seq=f"{v.seq:,}"), url=f"/history/entry/{v.seq}/"),
            body_words(institution),
            _KINDS.get(str(v.fact.get("kind")), str(v.fact.get("kind"))),
            "everything" if v.fact.get("scope") == institution else str(v.fact.get("scope")),
            str(v.fact.get("reason") or ""),
            in_words(v.fact.valid.start.isoformat()),
        )
        for institution in registers.institutions()
        if access.may(look.actor, "hold", about=institution)
        for v in holds.open_holds(
            registers.history(institution).of_types(HoldOpened, HoldReleased)
        )
    ]
    return SectionsPage(
        title=say("Legal holds"),
        area="about",
        sentence=say("No legal hold is open.")
        if not rows
        else say("Legal holds that are open: {count}.", count=len(rows)),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("What may not be erased now"),
                table=Table(
                    caption=say("Open holds"),
                    head=(
                        say("Opened by"),
                        say("Body"),
                        say("Why"),
                        say("Covers"),
                        say("Reason"),
                        say("Since"),
                    ),
                    rows=tuple(rows),
                )
                if rows
                else None,
                paragraphs=(
                    say(
                        "A hold is opened and released by command: answerable hold open, "
                        "answerable hold release. While it is open, no value that it "
                        "covers is erased; correcting and marking stay possible."
                    ),
                ),
            ),
        ),
    )


def form(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> FormPage:
    """Name the controller."""
    access.require(look.actor, "name_controller")
    named = privacy.controller()
    values = posted or (
        {
            "name": named.name,
            "address": named.address,
            "officer": named.officer,
            "registration": named.registration,
        }
        if named
        else {}
    )
    own = installation.installed()
    example = own.name if own else catalogue.bodies()["anyshire-pcc"].name
    return FormPage(
        title=say("Who answers for the data"),
        area="about",
        sentence=say("What you write here stands on the page about privacy."),
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error),) if error else (),
        action=CONTROLLER,
        button=say("Name this controller"),
        fields=(
            Field(
                name="name",
                label=say("Controller"),
                hint=say("Such as {example}", example=example),
                value=values.get("name", ""),
            ),
            Field(
                name="address",
                label=say("How one writes to it"),
                hint=say("An address, or an address for mail"),
                value=values.get("address", ""),
            ),
            Field(
                name="officer",
                label=say(
                    "Data protection officer, by office and address (you may leave it empty)"
                ),
                value=values.get("officer", ""),
            ),
            Field(
                name="registration",
                label=say(
                    "Registration with the Information Commissioner (you may leave it empty)"
                ),
                value=values.get("registration", ""),
            ),
        ),
        cancel=Link(label=say("Leave it as it is"), url="/about/privacy/"),
    )


def documents(look: Look) -> SectionsPage:
    """The two documents, to be downloaded, finished and signed."""
    access.require(look.actor, "see_roles")
    return SectionsPage(
        title=say("Documents about privacy"),
        area="about",
        sentence=say("Drafts made from what this installation holds; a person finishes them."),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Download"),
                links=(
                    Link(
                        label=say("Record of processing activities (Word)"),
                        url=f"{DOCUMENTS}record-of-processing.docx",
                    ),
                    Link(
                        label=say("Draft of an impact assessment (Word)"),
                        url=f"{DOCUMENTS}impact-assessment.docx",
                    ),
                ),
                paragraphs=(say("What the system cannot know is marked as a gap."),),
            ),
        ),
    )
