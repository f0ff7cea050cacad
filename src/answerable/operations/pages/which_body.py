"""A form about one body, asked for without it or with a name that nobody knows: which body?"""

from collections.abc import Mapping
from urllib.parse import urlencode

from answerable.operations import access, catalogue
from answerable.operations.pages import forms, naming, whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link, Section, SectionsPage
from answerable.store.reads import registers
from answerable.vocabulary.language import say


def named(look: Look, given: str, *, operation: str) -> str:
    """The institution that is meant: what was named, else the only one that this office may write
    on; “” where there is nothing to tell it by."""
    if given:
        known = given in registers.reported() or given in catalogue.bodies()
        return whose.institution_of(given) if known else ""
    able = _able(look, operation)
    return able[0] if len(able) == 1 else ""


def asked(look: Look, given: Mapping[str, str], *, title: str, operation: str) -> SectionsPage:
    """The page that asks: each body that this office may write on leads to its form, with all
    that the address held. `given` is the query of the address."""
    able = _able(look, operation)
    if look.actor.is_public or not able:
        return forms.read_only(look, title=title)
    unknown = given.get("body", "")[:60]
    address = look.path.partition("?")[0]
    kept = {name: value for name, value in given.items() if name != "body"}
    return SectionsPage(
        title=title,
        area="bodies",
        sentence=say("No body is called “{body}”. Which body is it about?", body=unknown)
        if unknown
        else say("Which body is it about?"),
        banner=forms.acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Choose the body"),
                id="bodies",
                links=tuple(
                    Link(
                        label=naming.body_words(body),
                        url=f"{address}?{urlencode({**kept, 'body': body})}",
                    )
                    for body in able
                ),
            ),
        ),
    )


def _able(look: Look, operation: str) -> tuple[str, ...]:
    held = registers.reported()
    return tuple(b for b in held if access.may(look.actor, operation, about=b))
