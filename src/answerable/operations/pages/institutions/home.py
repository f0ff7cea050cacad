"""The first page of the site: cases, bodies, how a promise becomes proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.ledger.register import Register
from answerable.operations import catalogue, installation
from answerable.operations.pages.institutions import body
from answerable.operations.pages.institutions import case as cases
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Card, Link, Page, Row
from answerable.operations.pages.record import originals, recent
from answerable.scrutiny.cases.case import Case
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from answerable.vocabulary.language import say

MOST_CASES = 12


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The shapes stand at the head of `home.html`."""

    cases: tuple[Row, ...]
    bodies: tuple[Row, ...]
    changes: tuple[Row, ...]
    since: str
    how: tuple[Card, ...]


def front(look: Look) -> cases.CaseKey | None:
    """The case that a demonstration shows first: the real one."""
    bodies = catalogue.bodies()
    real = (name for name in registers.reported() if name in bodies and not bodies[name].invented)
    return next((key for name in real for key in cases.cases_of(look, name)), None)


def home(look: Look) -> HomePage:
    """What there is to read."""
    keys = _in_front(look)
    held = [b for b in registers.reported() if b in catalogue.bodies()]
    return HomePage(
        title=say("Was it put right?"),
        area="home",
        sentence=(
            say(
                "What inspectors found about public services, what was said, "
                "done and proved, and what nobody knows."
            )
        ),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        cases=tuple(_case(look, key) for key in keys) or _begin(look, held),
        bodies=tuple(body.summary(look, catalogue.bodies()[b]) for b in held),
        changes=recent.changes(look),
        since=recent.since(look),
        how=(
            Card(title=say("Said"), words=say("Somebody said that it will be done.")),
            Card(
                title=say("Done"),
                words=say("The institution says it is done, or somebody else checked."),
            ),
            Card(title=say("Worked"), words=say("The outcome moved, by a test fixed beforehand.")),
        ),
        aside=(
            Aside(
                title=say("What you can do"),
                actions=(
                    Link(label=say("See the forces on a map"), url="/bodies/#map"),
                    Link(label=say("Inspection reports"), url="/reports/"),
                    Link(label=say("Findings of every source"), url="/findings/"),
                    Link(label=say("Statements and the record"), url="/claims/"),
                    Link(label=say("Packs to print or to edit"), url="/packs/"),
                    Link(label=say("All of it as files"), url="/data/"),
                    Link(label=say("Paste a news article"), url="/read/"),
                    Link(label=say("Check that nothing was altered"), url="/history/verify/"),
                ),
            ),
            originals.in_short(look),
        ),
    )


def _begin(look: Look, held: Sequence[str]) -> tuple[Row, ...]:
    """The way in, while nothing is asked or promised: set it up, then what one's office has."""
    if any(look.register(name).of(FindingPublished, ActionPromised) for name in held):
        return ()
    if installation.installed() is None:
        return (
            Row(
                title=say("Set up your own record"),
                url="/set-up/",
                sentence=say("Choose your body and say who holds its offices. It takes minutes."),
            ),
        )
    return (
        Row(
            title=say("Act as your office"),
            url="/roles/",
            sentence=say("What an office may do stands in the menu once it is chosen."),
        ),
        Row(
            title=say("Import an action log"),
            url="/import/",
            sentence=say("Each row becomes an action of the register once you have checked it."),
        ),
        Row(
            title=say("Hand in a report"),
            url="/review/hand-in/",
            sentence=say("Findings are read from it, and you confirm each beside its words."),
        ),
    )


def _in_front(look: Look) -> tuple[cases.CaseKey, ...]:
    """Every case; of many, those in which something was found last. Bodies lead to the others."""
    found = {
        cases.CaseKey(institution, theme): day
        for institution in registers.reported()
        for theme, day in cases.last_found(look, institution).items()
    }
    newest = sorted(found, key=lambda key: found[key], reverse=True)[:MOST_CASES]
    return tuple(key for key in found if key in newest)


def _case(look: Look, key: cases.CaseKey) -> Row:
    def told(register: Register) -> Case:
        return cases.case_of(register, key, on=look.on)

    name, invented = key.reference, catalogue.bodies()[key.institution].invented
    return Row(
        title=look.told(key.institution, f"title of {name}", lambda held: told(held).title),
        url=look.url(key.url),
        sentence=look.told(key.institution, name, lambda held: told(held).sentence),
        note=say("Invented force and figures") if invented else "",
    )
