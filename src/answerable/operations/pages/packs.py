"""The page of the packs: what there is to print, to edit and to count in, at these dates."""

from answerable.operations import catalogue
from answerable.operations.pages import ways
from answerable.operations.pages.institutions.case import cases
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage
from answerable.store.reads import registers
from answerable.vocabulary.language import say


def packs(look: Look) -> SectionsPage:
    """Packs of every case, body and next session."""
    held = [b for b in registers.institutions() if b in catalogue.bodies()]
    keys = cases(look)
    return SectionsPage(
        title=say("Packs"),
        area="about",
        sentence=say("A case, a body or the next session to print, to edit or to count in."),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Cases"),
                rows=tuple(
                    Row(
                        title=f"{body_words(key.institution)}: "
                        + catalogue.regime_of(key.institution, on=look.on).theme(key.theme).words,
                        links=ways.packs(look, "case", key.reference),
                    )
                    for key in keys
                ),
                absent="" if keys else say("No case is on record yet."),
            ),
            Section(
                title=say("Next sessions"),
                rows=tuple(
                    Row(title=body_words(body), links=ways.packs(look, "session", body))
                    for body in dict.fromkeys(catalogue.oversight_of(b, on=look.on) for b in held)
                    if body
                ),
            ),
            Section(
                title=say("Bodies"),
                rows=tuple(
                    Row(title=body_words(body), links=ways.packs(look, "body", body))
                    for body in held
                ),
            ),
            Section(
                title=say("What changed since the latest graded report"),
                rows=tuple(
                    Row(title=body_words(body), links=ways.packs(look, "changes", body))
                    for body in held
                ),
            ),
            Section(
                title=say("For a panel: questions to the body that holds to account"),
                rows=tuple(
                    Row(title=body_words(body), links=ways.packs(look, "panel", body))
                    for body in held
                    if catalogue.oversight_of(body, on=look.on)
                ),
            ),
        ),
        aside=(
            Aside(
                title=say("What a pack says"),
                paragraphs=(
                    say(
                        "What the pages say at the same dates, for a reader without an "
                        "account, with numbered sources. Its foot names the entry and "
                        "the root of the record."
                    ),
                    say("The same dates always make the same file, byte for byte."),
                ),
                links=(
                    Link(label=say("Open data"), url="/data/"),
                    Link(label=say("Check that nothing was altered"), url="/history/verify/"),
                ),
            ),
        ),
    )
