"""Which findings a line of minutes speaks of: a person says it, and the session took them.

The reader does not know. Without it an agenda would say that no session took a finding of which
the minutes speak.
"""

from dataclasses import replace

from answerable.ledger.register import Register
from answerable.operations.documents import confirm
from answerable.operations.documents.confirm import Candidate, NotEnoughKnown
from answerable.scrutiny.sessions.agenda_reasons import named
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import AssuranceJudged, FindingPublished, ItemTaken
from answerable.vocabulary.language import say
from answerable.vocabulary.times import Period

KINDS = frozenset({"action", "assurance", "commitment", "meeting"})
"""What minutes state that enters the record, and may speak of a finding."""


def asked(candidate: Candidate) -> bool:
    """May a person say of this reading about which findings it speaks: is it of minutes?"""
    return candidate.session is not None and candidate.kind in KINDS


def facts(made: Fact, candidate: Candidate, register: Register | None) -> list[Fact]:
    """What was made of a reading, with the item that the session took by it.

    None is made where a person said nothing, or where the session has one about the same already:
    a judgement stands under that. Without a register only what needs none is looked at. Raises
    NotEnoughKnown.
    """
    about = confirm.findings_of(candidate.fields)
    if not about:
        return [made]
    session = candidate.session
    if session is None or candidate.kind not in KINDS:
        raise NotEnoughKnown(
            say(
                "Only what minutes of a session say can be about a finding. Say first of which "
                "day these minutes are, or leave the findings out."
            )
        )
    if register is None:
        return [made]
    known = register.streams(FindingPublished)
    if missing := next((name for name in about if name not in known), None):
        raise NotEnoughKnown(
            say("The record holds no finding “{name}”. Choose another.", name=missing[:80])
        )
    held = next(
        (
            item.stream
            for item in register.of(ItemTaken)
            if item.meeting == session and {*about} <= {*(item.about or ())}
        ),
        "",
    )
    taken = [] if held else [_item(candidate, session, about, register)]
    if isinstance(made, AssuranceJudged):
        made = replace(made, item=held or taken[0].stream)
    return [made, *taken]


def _item(
    candidate: Candidate, session: str, about: tuple[str, ...], register: Register
) -> ItemTaken:
    under = f"{session}/item/"
    taken = register.streams(under=under)
    number = next(n for n in range(1, len(taken) + 2) if f"{under}{n}" not in taken)
    return ItemTaken(
        institution=confirm.institution_of(candidate),
        stream=f"{under}{number}",
        valid=Period(confirm.begins(candidate)),
        doc=candidate.document,
        said=candidate.published,
        source=confirm.source_of(candidate),
        quote=candidate.quote,
        meeting=session,
        title=_title(about),
        about=about,
    )


def _title(about: tuple[str, ...]) -> str:
    """“Cause of concern 1 of 2023; recommendation 2 of 2023”."""
    words = "; ".join(map(named, about))
    return words[:1].upper() + words[1:]
