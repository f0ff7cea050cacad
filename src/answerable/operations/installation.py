"""Your own body from nothing: which institution, who holds it to account, which offices act.

What is set up stands in the record itself, as offices (`OfficeDefined`, stream
`office/<body>/<post>`, `level` a role) and their holders (`HoldingBegan`). So a home is either
one of the demonstration or somebody's own, never both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.store.engine import database, start
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.bodies import Body, BodyKind
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import BodyNamed, HoldingBegan, OfficeDefined
from answerable.vocabulary.identity import slug
from answerable.vocabulary.refusal import Refusal

PARTS = 3
_CONSTABLES = ("police-england-wales", "police-england-wales-mayor")
"""Regimes in which a chief constable heads each force, but for two (Police Act 1996 s.101)."""
_COMMISSIONERS = frozenset({"city-of-london-police", "metropolitan-police"})
FIRST = "governance-officer"
_OVERSIGHT = ((FIRST, Role.GOVERNANCE_OFFICER), ("commissioner", Role.COMMISSIONER))
_CHAIRED = ((FIRST, Role.GOVERNANCE_OFFICER), ("chair", Role.COMMISSIONER))
_OVERSIGHT_MORE = (("analyst", Role.ANALYST),)
_INSTITUTION = (("liaison", Role.FORCE_LIAISON), ("chief-officer", Role.CHIEF_OFFICER))
LONGEST_ID = 60
_KINDS: Mapping[BodyKind, str] = {
    "institution": "Public body",
    "oversight": "Oversight body",
    "inspectorate": "Inspectorate",
    "partner": "Partner body",
}
NAMED = frozenset({Role.COMMISSIONER, Role.CHIEF_OFFICER})
"""Below chief officer the record holds an office, not a name."""


class NotSetUp(Refusal):
    """A home that cannot be set up so; the sentence says what to do."""

    code = "not_set_up"


@dataclass(frozen=True, slots=True)
class OwnOffice:
    """An office of this installation: who may act here, and as what."""

    body: str
    post: str
    title: str
    role: Role

    @property
    def reference(self) -> str:
        """`west-mercia-pcc/governance-officer`."""
        return f"{self.body}/{self.post}"

    def acting(self) -> Actor:
        """The actor behind the office."""
        return Actor(self.body, self.post, f"office/{self.reference}", frozenset({self.role}))


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office of the institution or of its oversight body, and from which day."""

    role: Role
    person: str
    since: date


@dataclass(frozen=True, slots=True)
class Named:
    """A body that the catalogue does not hold: its name, and what it is, in words."""

    name: str
    kind_words: str
    kind: BodyKind = "institution"

    @property
    def body(self) -> Body:
        """The same as a body, under an id made of its name."""
        name = typed(self.name, what="name of the body")
        return Body(
            id=slug(name)[:LONGEST_ID].strip("-"),
            name=name,
            kind=self.kind,
            kind_words=self.kind_words.strip() or _KINDS[self.kind],
            short=name,
        )


@dataclass(frozen=True, slots=True)
class Installation:
    """Whose record this is."""

    institution: str
    oversight: str
    offices: tuple[OwnOffice, ...]

    @property
    def name(self) -> str:
        """The oversight body's own name."""
        return catalogue.bodies()[self.oversight].name


@dataclass(frozen=True, slots=True)
class Made:
    """What `init` made, and what to do next, line by line."""

    receipt: Receipt
    institution: str
    oversight: str
    offices: tuple[str, ...]
    next: tuple[str, ...]

    @property
    def text(self) -> tuple[str, ...]:
        """For a terminal."""
        return (
            f"This home is now the record of {self.oversight} about {self.institution}.",
            f"Offices that can act here: {', '.join(self.offices)}.",
            "Next:",
            *(f"  {line}" for line in self.next),
        )


class _Known:
    """The installation of the home in force, read again only when an office was added."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._of: tuple[Path, str, int] | None = None
        self._found: Installation | None = None

    def get(self) -> Installation | None:
        settings = start.configured()
        if not start.exists():
            return None
        start.ready()
        last = database.rows(
            "SELECT coalesce(max(seq), -1), count(*) FROM entry"
            " WHERE stream > 'office/' AND stream < 'office0'"
        )[0][0]
        with self._lock:
            if self._of != (settings.home, settings.book, last):
                self._found = _read() if last >= 0 else None
                self._of = (settings.home, settings.book, last)
            return self._found


_known = _Known()


def installed() -> Installation | None:
    """Whose record the home in force is; None in a home that nobody has set up."""
    return _known.get()


def require_named(**given: str) -> None:
    """Refuse a command that names not all of regime, institution and oversight body: which are
    missing, which regimes there are, and the page that asks for the same.
    """
    missing = ", ".join(f"--{name}" for name, words in given.items() if not words)
    if not missing:
        return
    known = ", ".join(f"{r.id} ({r.title})" for r in catalogue.regimes().values() if not r.draft)
    raise NotSetUp(
        f"Missing: {missing}. A regime is one of: {known}. The institution is held to account, "
        "the oversight body holds it to account. The page /set-up/ of `answerable serve` is the "
        "other way: it lists the bodies and asks for the same.",
        code="bad_option",
    )


def init(
    *,
    at: datetime,
    key: str,
    regime: str,
    institution: str,
    oversight: str,
    holders: Sequence[Holder] = (),
    named: Sequence[Named] = (),
    law: str = "",
) -> Made:
    """Make the home in force the record of one oversight body about one institution.

    Bodies are named by id, name or another name of the catalogue; or, under the regime `generic`,
    by the name of one of `named`, which the catalogue does not hold. Of an institution of the
    catalogue who holds it to account may be named so too, in place of the body of the list, with
    the regime of its kind: a mayor, a commissioner for police, fire and crime. `law` says on
    which basis such a body holds the other to account. Only an empty home can be set up. The same
    command again gives the first receipt.
    """
    today = at.astimezone(registers.ZONE).date()
    own = _own(named, regime, institution, today)
    about, by_body = _body(institution, own), _body(oversight, own)
    if about.id in own or by_body.id in own:
        _differ(about, by_body, today, regime)
    else:
        _fits(regime, about, by_body, today)
    offices = _offices(about, by_body, today, regime)
    holding = [Holder(h.role, typed(h.person, what="holder's name"), h.since) for h in holders]
    if wrong := [h for h in holding if h.role not in NAMED]:
        raise NotSetUp(
            f"The {wrong[0].role.value.replace('-', ' ')} is recorded as an office, without a "
            "name. Name the chief officer and the commissioner only."
        )

    def decide(register: Register) -> list[Fact]:
        if held := register.known + 1:
            raise NotSetUp(
                f"This home is not empty: it holds {held:,} entries. Set up a new one: name "
                "another folder with --home or ANSWERABLE_HOME."
            )
        held_by = {by_body.id: about.id}
        made: list[Fact] = [
            naming(register, b, today, holds=held_by.get(b.id), law=law) for b in own.values()
        ]
        made += [defining(register, office, today) for office in offices]
        return made + [_held(register, h, offices) for h in holding]

    first = next(o for o in offices if o.role is Role.GOVERNANCE_OFFICER)
    receipt = book().append(about=about.id, decide=decide, by=first.acting(), at=at, key=key)
    return Made(
        receipt=receipt,
        institution=about.name,
        oversight=by_body.name,
        offices=tuple(o.reference for o in offices),
        next=(
            "answerable import LOG.xlsx --dry-run   shows how your action log is read",
            "answerable import LOG.xlsx             puts it on the record",
            f"answerable read REPORT.pdf --by {first.reference}   reads the last report",
            "answerable week                        what is overdue and due",
            "answerable serve                       the same in pages",
        ),
    )


def choices() -> tuple[tuple[Body, Body], ...]:
    """(institution, who holds it to account today), by name."""
    every = catalogue.bodies()
    pairs = [
        (every[o.institution], every[o.body])
        for o in catalogue.oversight()
        if o.ends is None and o.institution in every and o.body in every
    ]
    return tuple(sorted(pairs, key=lambda pair: pair[0].name))


def _read() -> Installation | None:
    for institution in registers.institutions():
        found = [
            version.fact
            for version in registers.history(institution).of_types(OfficeDefined)
            if version.recorded_to is None
        ]
        offices = tuple(o for fact in found if (o := _office(fact)))
        first = next((o for o in offices if o.post == FIRST), None)
        if first is not None:
            return Installation(institution, first.body, offices)
    return None


def _office(fact: Fact) -> OwnOffice | None:
    parts = fact.stream.split("/")
    level = fact.get("level")
    if len(parts) != PARTS or level not in list(Role):
        return None
    return OwnOffice(parts[1], parts[2], str(fact.get("title") or parts[2]), Role(level))


def _own(named: Sequence[Named], regime: str, institution: str, on: date) -> Mapping[str, Body]:
    """Bodies to be named here, by id; refused where the catalogue holds them."""
    if named and regime != catalogue.GENERIC and not _in_place(named, regime, institution, on):
        raise NotSetUp(
            f"A body that you name yourself is under the regime {catalogue.GENERIC}, which has no "
            f"statutory clock. Choose that one, or a body of the catalogue for {regime[:40]}."
        )
    own = {body.id: body for body in (one.body for one in named)}
    if held := [body for name, body in own.items() if name in catalogue.bodies()]:
        if catalogue.bodies()[held[0].id].kind == "inspectorate":
            raise NotSetUp(
                f"{held[0].name} is known here already: leave it out. Its reports are handed in "
                "under its name."
            )
        raise NotSetUp(f"{held[0].name} is in the catalogue. Choose it from the list instead.")
    return own


def _in_place(named: Sequence[Named], regime: str, institution: str, on: date) -> bool:
    """Is only who holds an institution of the catalogue named, of a kind that has this regime?"""
    holders = [one for one in named if one.kind == "oversight"]
    if len(holders) != 1 or any(one.kind == "institution" for one in named):
        return False
    holder = holders[0].body
    if holder.kind_words not in catalogue.kinds_of_holders():
        return False
    return catalogue.regime_under(_body(institution).id, holder, on=on).id == regime


def _differ(about: Body, by_body: Body, on: date, regime: str) -> None:
    if about.id == by_body.id:
        raise NotSetUp("A body does not hold itself to account. Name the one that does.")
    holding = catalogue.oversight_of(about.id, on=on)
    if holding is not None and holding != by_body.id and regime == catalogue.GENERIC:
        raise NotSetUp(
            f"{catalogue.bodies()[holding].name} holds {about.name} to account. Choose that pair "
            "from the list, or say what kind of body holds it instead."
        )


def _body(name: str, own: Mapping[str, Body] = MappingProxyType({})) -> Body:
    every = {**catalogue.bodies(), **own}
    wanted = " ".join(name.split()).casefold()
    for body in every.values():
        if wanted in (body.id, body.name.casefold(), *(a.casefold() for a in body.aliases)):
            return body
    near = [b.name for b in every.values() if wanted and wanted.split()[0] in b.name.casefold()]
    known = (
        f" Did you mean: {', '.join(near[:4])}?"
        if near
        else " The page /set-up/ of `answerable serve` lists those that can be set up."
    )
    raise NotSetUp(
        f"No body of the catalogue is called “{name[:60]}”.{known}", code="no_such_body"
    )


def _fits(regime: str, about: Body, by_body: Body, on: date) -> None:
    known = catalogue.regimes()
    if regime not in known:
        raise NotSetUp(f"No regime is called “{regime[:40]}”. Use one of: {', '.join(known)}.")
    own = catalogue.regime_of(about.id, on=on).id
    if regime != own:
        raise NotSetUp(f"{about.name} is under the regime {own}, not {regime}.")
    holding = catalogue.oversight_of(about.id, on=on)
    if holding != by_body.id:
        if holding is None:
            raise NotSetUp(
                f"The catalogue does not say who holds {about.name} to account, so it cannot be "
                "set up. The page /set-up/ of `answerable serve` lists those that can."
            )
        raise NotSetUp(
            f"{by_body.name} does not hold {about.name} to account; "
            f"{catalogue.bodies()[holding].name} does. Name that body: --oversight {holding}."
        )


def _offices(about: Body, by_body: Body, on: date, regime: str) -> tuple[OwnOffice, ...]:
    names = catalogue.regime_under(about.id, by_body, on=on).names
    generic = regime == catalogue.GENERIC
    head = "Chair" if generic else names.head.capitalize()
    titles = {
        FIRST: "Governance officer",
        "commissioner": head,
        "analyst": "Analyst",
        "chair": head,
        "liaison": f"{names.institution.removeprefix('the ').capitalize()} liaison",
        "chief-officer": _chief(about, on),
    }
    posts = _CHAIRED if generic else _OVERSIGHT
    mine = [(by_body.id, *one) for one in (*posts, *_OVERSIGHT_MORE)]
    theirs = [(about.id, *one) for one in _INSTITUTION]
    return tuple(
        OwnOffice(body, post, titles[post], role) for body, post, role in (*mine, *theirs)
    )


def _chief(about: Body, on: date) -> str:
    """What the head of the institution is called, where that is known."""
    known = (o for o in catalogue.offices().values() if o.body == about.id)
    title = next((o.title for o in known if o.level == "chief-officer"), None)
    if title:
        return title.capitalize()
    if about.id in _COMMISSIONERS:
        return "Commissioner of police"
    constables = catalogue.regime_of(about.id, on=on).id in _CONSTABLES
    return "Chief constable" if constables else "Chief officer"


def naming(
    register: Register, body: Body, day: date, *, holds: str | None = None, law: str = ""
) -> Fact:
    """That this record names a body which the catalogue does not hold, from a day on."""
    return BodyNamed(
        **OUR_RECORD.envelope(register, stream=f"body/{body.id}", on=day),
        name=body.name,
        kind=body.kind,
        kind_words=body.kind_words,
        holds=holds,
        law=law.strip() or None,
    )


def defining(register: Register, office: OwnOffice, day: date) -> Fact:
    """That an office acts here, from a day on."""
    return OfficeDefined(
        **OUR_RECORD.envelope(register, stream=f"office/{office.reference}", on=day),
        title=office.title,
        body=office.body,
        level=office.role.value,
    )


def _held(register: Register, holder: Holder, offices: Sequence[OwnOffice]) -> Fact:
    office = next(o for o in offices if o.role is holder.role)
    return HoldingBegan(
        **OUR_RECORD.envelope(register, stream=f"office/{office.reference}", on=holder.since),
        office=office.reference,
        person=holder.person,
        holding="substantive",
    )
