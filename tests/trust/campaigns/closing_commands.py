"""F-01: generated closing commands against a rule written down a second time, and simply.

Ten roles, five bodies, four grounds, regimes that accept other grounds, findings in every state.
None may close that the rule forbids, and none that it allows may be refused. Of every hundredth
command the signature is real and the offline verifier judges it; elsewhere the rule alone does.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from answerable.ledger import verify
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.scrutiny.closing import close
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.facts import (
    ClosureAccepted,
    ClosureClaimed,
    ClosureStated,
    FindingPublished,
    Reopened,
)
from answerable.vocabulary.ladder import ClosingGround
from answerable.vocabulary.refusal import Refusal
from tests.factories import COMMISSIONER, FORCE, INSPECTORATE, fact, register
from tests.trust.campaigns import Round, Tally
from tests.vectors import closings

FINDING = "hmicfrs/2026/anyshire/cause-of-concern/1"
PUBLISHED, BEFORE, AFTER = date(2026, 1, 10), date(2026, 1, 9), date(2026, 7, 8)
BODIES = (FORCE, COMMISSIONER, INSPECTORATE, "anyshire-fire", "anyshire-panel")
OWNERS = (INSPECTORATE, INSPECTORATE, FORCE, COMMISSIONER, None)
WORDS = "Dear Chief Constable. We have closed it."
REAL = 100
"""Every hundredth command is signed with a real key."""

STATES: dict[str, Callable[[], list[Any]]] = {
    "open": list,
    "claimed": lambda: [_a(ClosureClaimed)],
    "accepted": lambda: [_a(ClosureClaimed), _a(ClosureAccepted, ref=f"{1:032x}")],
    "closed": lambda: [_a(ClosureStated, ground="letter", doc="ab" * 32)],
    "opened again": lambda: [
        _a(ClosureStated, ground="letter", doc="ab" * 32),
        _a(Reopened, on="2026-03-01", reason="New facts."),
    ],
}


@dataclass(frozen=True)
class Asked:
    """One command: who, as what, about which finding, on which ground, resting on what."""

    role: Role
    body: str
    owner: str | None
    speaks: str | None
    state: str
    ground: ClosingGround
    grounds: tuple[ClosingGround, ...]
    on: date
    doc: str | None
    quote: str
    text: str | None

    @property
    def legal(self) -> bool:
        """The rule of LEDGER section 12 once more, in the fewest words."""
        if self.owner in (None, FORCE) or self.state == "closed" or self.on < PUBLISHED:
            return False
        if self.ground not in self.grounds:
            return False
        if self.ground is ClosingGround.SIGNED:
            return self.role is Role.INSPECTOR and self.body == self.owner
        return self._stated

    @property
    def _stated(self) -> bool:
        by = self.role in (Role.GOVERNANCE_OFFICER, Role.COMMISSIONER) and self.body != FORCE
        stands = bool(self.quote and self.text and self.quote in self.text)
        shown = self.doc == "ab" * 32 and (stands or self.ground is ClosingGround.LETTER)
        return by and shown and self.speaks == self.owner


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one command."""
    del home
    registers = {
        (owner, name): register([_finding(owner), *made()])
        for owner in set(OWNERS)
        for name, made in STATES.items()
    }
    regime = catalogue.regimes()["police-england-wales"]
    may = {
        (role, body, operation): access.may(_actor(role, body), operation, about=FORCE)
        for role in Role
        for body in BODIES
        for operation in ("verify_closure", "state_closure")
    }
    for number in range(10**9):
        if number % REAL == REAL - 1:
            yield _signed(chance, tally)
            continue
        asked = _asked(chance)
        closed = _closes(asked, registers[asked.owner, asked.state], regime, may)
        tally["legal" if asked.legal else "illegal"] += 1
        if closed != asked.legal:
            yield f"{'closed' if closed else 'refused'}: {asked}"
        else:
            yield None


def _closes(asked: Asked, known: Register, regime: Any, may: dict[Any, bool]) -> bool:
    signed = asked.ground is ClosingGround.SIGNED
    if not may[asked.role, asked.body, "verify_closure" if signed else "state_closure"]:
        return False
    try:
        facts = close(
            known,
            finding=FINDING,
            closing_body=asked.body if signed else asked.speaks or "",
            recorder_body=asked.body,
            ground=asked.ground,
            on=asked.on,
            regime=replace(regime, closing_grounds=asked.grounds),
            document_text=asked.text,
            sourced=Sourced(doc=asked.doc, quote=asked.quote),
        )
    except Refusal:
        return False
    return bool(facts)


def _asked(chance: random.Random) -> Asked:
    """Mostly near the border of the rule: one or two things about it are wrong."""
    likely = (ClosingGround.PUBLISHED, ClosingGround.LETTER, ClosingGround.HISTORICAL)
    ground = chance.choice((ClosingGround.SIGNED, *likely))
    signed = ground is ClosingGround.SIGNED
    good = Asked(
        role=Role.INSPECTOR if signed else Role.GOVERNANCE_OFFICER,
        body=INSPECTORATE if signed else COMMISSIONER,
        owner=INSPECTORATE,
        speaks=INSPECTORATE,
        state="open",
        ground=ground,
        grounds=tuple(ClosingGround),
        on=AFTER,
        doc="ab" * 32,
        quote="We have closed it.",
        text=WORDS,
    )
    some: dict[str, Callable[[], Any]] = {
        "role": lambda: chance.choice(list(Role)),
        "body": lambda: chance.choice(BODIES),
        "owner": lambda: chance.choice(OWNERS),
        "speaks": lambda: chance.choice(BODIES),
        "state": lambda: chance.choice(list(STATES)),
        "grounds": lambda: tuple(chance.sample(list(ClosingGround), chance.randrange(1, 5))),
        "on": lambda: chance.choice((BEFORE, PUBLISHED, AFTER)),
        "doc": lambda: chance.choice(("ab" * 32, None, "ab", "AB" * 32)),
        "quote": lambda: chance.choice(("We have closed it.", "we have closed it.", "")),
        "text": lambda: chance.choice((WORDS, None, "", "Another letter.")),
    }
    names = chance.sample(list(some), chance.randrange(4))
    return replace(good, **{name: some[name]() for name in names})


def _signed(chance: random.Random, tally: Tally) -> str | None:
    """A finding with a closing under a real key, as the offline verifier judges it."""
    owner = closings.OWNER if chance.random() < 0.9 else closings.FORCE
    body = chance.choice((closings.OWNER,) * 8 + (closings.BOARD, closings.FORCE))
    key = closings.KEYS[closings.OWNER]
    signer = key if chance.random() < 0.9 else closings.key(body, "stolen")
    until = chance.choice((None, None, None, "2026-06-01", "2026-01-06"))
    doubted = chance.choice((None, None, None, "2027-01-01", "2026-01-06"))
    accepts = chance.choice(("signed letter", "signed", "signed", "letter published"))
    log = closings.Log()
    log.enrol(closings.OWNER, until=until)
    log.finding(owner=owner)
    if doubted:
        stream, root = f"key/{key.key_id.hex()}", closings.ROOT_OF_OWNER
        gone: dict[str, Any] = {"from": doubted, "reason": "Lost."}
        log.add("KeyRevoked", by=closings.OWNER, signer=root, stream=stream, **gone)
    size = len(log.entries)
    seen: Any = chance.choice(
        (
            *("head", "head", "head", {"size": 2, "root": log.root(2).hex()}, None),
            *({"size": size, "root": "0" * 64}, {"size": 1, "root": log.root(1).hex()}),
        )
    )
    finding = log.entries[1].id
    log.add("ClosureVerified", by=body, signer=signer, ref=finding, text=None, seen=seen)
    covers = seen == "head" or (
        seen is not None and seen["size"] > 1 and seen["root"] == log.root(seen["size"]).hex()
    )
    legal = (
        (owner, body, signer) == (closings.OWNER, closings.OWNER, key)
        and covers
        and until != "2026-01-06"
        and doubted != "2026-01-06"
        and "signed" in accepts
    )
    try:
        policy = verify.policy_of(closings.policy(accepts=accepts))
        said = verify.closing(log.bundle(), policy)[1]
    except (LookupError, TypeError, ValueError, AttributeError) as fault:
        said = str(fault)
    tally[f"with a real signature, {'legal' if legal else 'illegal'}"] += 1
    return None if said.startswith("CLOSED (signed)") == legal else f"{legal} and yet: {said}"


def _finding(owner: str | None) -> FindingPublished:
    return fact(
        FindingPublished, stream=FINDING, on="2026-01-10", kind="cause-of-concern", owner=owner
    )


def _a(kind: Any, *, on: str = "2026-02-01", **values: Any) -> Any:
    return fact(kind, stream=FINDING, on=on, **values)


def _actor(role: Role, body: str) -> Actor:
    return Actor(body=body, office="office", person="person", roles=frozenset({role}))
