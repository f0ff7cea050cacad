"""The offices of a body and who held them, in one table with the sources of the dates."""

from collections.abc import Sequence

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Cell, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.accountability import memory
from answerable.scrutiny.accountability.memory import OfficeMemory
from answerable.scrutiny.tenures import Holding
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names


def offices(register: Register, names: Names) -> tuple[OfficeMemory, ...]:
    """The offices of the register with their holders, read once while it stands."""
    return register.once(
        "offices of the page of a body",
        lambda: tuple(
            memory.memory(register, office=office, tenures=catalogue.tenures(), names=names)
            for office in memory.offices(register)
        ),
    )


def holders(found: Sequence[OfficeMemory], look: Look, register: Register) -> Table | None:
    """The holders of every office in order, each with the sources of its dates."""
    proof = Proof(look, register)
    rows = tuple(
        (
            office.title or office.office,
            term.holding.person,
            term.holding.holding,
            term.holding.words,
            _sources(term.holding, proof),
        )
        for office in found
        for term in office.terms
    )
    if not rows:
        return None
    return Table(
        caption=say("Who held which office; where sources differ, both dates stand"),
        head=(say("Office"), say("Holder"), say("How"), say("When"), say("Source")),
        rows=rows,
    )


def _sources(holding: Holding, proof: Proof) -> str | Cell:
    links = proof.links(s.version for s in (*holding.begins, *holding.ends))
    if not links:
        return say("Not in our sources")
    return Cell(words=links[0].label, url=links[0].url, more=links[1:])
