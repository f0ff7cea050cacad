"""Sessions, money, partners and offices of a body, a few words each with its source.

Each line leads to the page that tells it all. What our sources do not hold is said as such.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages.institutions import case as cases
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Line, Link
from answerable.operations.pages.proof import Proof, with_redress
from answerable.scrutiny import phrases, tenures
from answerable.scrutiny.accountability import partners
from answerable.scrutiny.accountability.memory import Moment, OfficeMemory
from answerable.scrutiny.cases import case as case_room
from answerable.scrutiny.cases.case import Case
from answerable.scrutiny.cases.case_sessions import grouped
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ClaimMade, MeetingHeld, MoneyStated
from answerable.vocabulary.language import say
from answerable.vocabulary.money import MoneyState
from answerable.vocabulary.times import first_day, in_words, last_day

MOST_AMOUNTS = 2
MOST_SOURCES = 2
_TAKEN_BACK = (MoneyState.CUT, MoneyState.RETURNED)


def answers(look: Look, register: Register, offices: Sequence[OfficeMemory]) -> tuple[Line, ...]:
    """The lines of a body with a case on record; none for a body of which nothing was asked."""
    keys = cases.cases_of(look, register.institution)
    if not keys:
        return ()
    return register.once(
        ("body answers", look.query, look.actor),
        lambda: _answers(keys, register, offices, Proof(look, register)),
    )


def _answers(
    keys: Sequence[cases.CaseKey],
    register: Register,
    offices: Sequence[OfficeMemory],
    proof: Proof,
) -> tuple[Line, ...]:
    own = [o for o in offices if o.body == register.institution and o.terms][:1]
    told = [(key, cases.case_of(register, key, on=proof.look.on)) for key in keys]
    return (
        *(
            _sessions(key, case, own, proof)
            for n, (key, case) in enumerate(told)
            if n == 0 or any(isinstance(v.fact, ClaimMade) for v in _scrutiny(case).versions)
        ),
        _money(told, proof),
        _partners(proof),
        *(_open(office, proof) for office in own),
    )


def _sessions(
    key: cases.CaseKey, case: Case, offices: Sequence[OfficeMemory], proof: Proof
) -> Line:
    line = _scrutiny(case)
    held = [v for v in line.versions if isinstance(v.fact, MeetingHeld)]
    words = " ".join((line.words, *(_in_office(o, line.versions, held, proof) for o in offices)))
    theme = catalogue.regime_of(key.institution, on=proof.look.on).theme(key.theme)
    overseer = catalogue.oversight_of(key.institution, on=proof.look.on)
    place = Link(label=say("All sessions"), url=proof.look.url(f"/sessions/{overseer}/"))
    return _line(
        Line(
            label=say("Sessions on {theme}", theme=theme.words),
            words=words,
            id=f"sessions-{key.theme}",
            links=(place,) if overseer else (),
        ),
        line.versions,
        proof,
    )


def _scrutiny(case: Case) -> case_room.Line:
    return next(line for line in case.lines if line.key == "scrutiny")


def _in_office(
    office: OfficeMemory, behind: Iterable[Version], held: Sequence[Version], proof: Proof
) -> str:
    """Who held the office while sessions were counted, and on the days of the papers held."""
    title = office.title or office.office
    parts = []
    period = next(
        (p for v in behind if isinstance(v.fact, ClaimMade) and (p := v.fact.get("period"))), ""
    )
    if period:
        first, _, last = period.partition("/")
        names = _holders(office, first, last or first)
        parts.append(
            say(
                "{title} in the period counted, {first} to {last}, by our sources: {names}.",
                title=title,
                first=in_words(first),
                last=in_words(last or first),
                names=", ".join(names) or tenures.UNKNOWN,
            )
        )
    if held:
        on_days = [(_holder_on(office, v, proof), v.fact.valid.start) for v in held]
        told = [
            f"{name} ({_days([day for _, day in group])})"
            for name, found in groupby(on_days, key=lambda pair: pair[0])
            for group in [list(found)]
        ]
        parts.append(say("On the days of the papers: {told}.", told="; ".join(told)))
    return " ".join(parts)


def _holders(office: OfficeMemory, first: str, last: str) -> list[str]:
    """Everyone who may have held it in the period; no end stated: until the next began."""
    terms = [t.holding for t in office.terms]
    found = []
    for holding, after in zip(terms, [*terms[1:], None], strict=True):
        begins = holding.first_range[0]
        ends = holding.last_range or (after.first_range if after else None)
        if begins <= last_day(last) and (ends is None or ends[1] >= first_day(first)):
            found.append(holding.person)
    return list(dict.fromkeys(found))


def _holder_on(office: OfficeMemory, meeting: Version, proof: Proof) -> str:
    return tenures.holders(
        proof.register,
        office=office.office,
        on=meeting.fact.valid.start,
        tenures=catalogue.tenures(),
    ).words


def _days(days: Sequence[object]) -> str:
    told = [in_words(str(day)) for day in days]
    return told[0] if len(told) == 1 else say("{a} to {b}", a=told[0], b=told[-1])


def _money(told: Sequence[tuple[cases.CaseKey, Case]], proof: Proof) -> Line:
    """Each state apart, its first amounts with what they are for; never a sum."""
    register = proof.register
    stated = sorted(register.versions_of(MoneyStated), key=lambda v: (v.fact.valid.start, v.seq))
    of_cases = [
        line
        for _, case in told
        for line in case.lines
        if line.key == "money" and not any(isinstance(v.fact, MoneyStated) for v in line.versions)
    ]
    states = [
        _state(words, [v for v in stated if v.fact.get("state") == state])
        for state, words in (
            *((s.value, s.value.capitalize()) for s in MoneyState),
            (None, say("State not clear")),
        )
    ]
    words = " ".join((*filter(None, states), *(line.words for line in of_cases)))
    line = Line(
        label=say("Money"),
        words=words,
        id="money",
        links=(
            Link(label=say("All money"), url=proof.look.url(f"/money/{register.institution}/")),
        ),
    )
    behind = (*stated, *(v for one in of_cases for v in one.versions))
    made = _line(line, behind, proof)
    back = [v for v in stated if v.fact.get("state") in _TAKEN_BACK]
    return with_redress(made, back, proof)


def _state(words: str, stated: Sequence[Version]) -> str:
    if not stated:
        return ""
    shown = [_amount(v) for v in stated[:MOST_AMOUNTS]]
    left = len(stated) - len(shown)
    more = say(" and {n} more", n=f"{left:,}") if left > 0 else ""
    return f"{words}: {'; '.join(shown)}{more}."


def _amount(version: Version) -> str:
    """“£538,496.32 (Steer Clear, 2023)”; what for in the words of the record."""
    fact = version.fact
    if "amount" in version.withheld:
        return say("an amount that is withheld")
    amount, currency = fact.get("amount"), fact.get("currency")
    sign = "£" if currency in (None, "GBP") else f"{currency} "
    figure = f"{sign}{grouped(amount)}" if amount else say("no figure in our sources")
    about = ", ".join(filter(None, (fact.get("purpose"), fact.get("period"))))
    if fact.get("state") == MoneyState.CUT and (payer := fact.get("payer")):
        known = catalogue.bodies().get(payer)
        of = say("of money from {named}", named=known.name if known else payer)
        about = "; ".join(filter(None, (about, of)))
    return f"{figure} ({about})" if about else figure


def _partners(proof: Proof) -> Line:
    register, look = proof.register, proof.look
    regime = catalogue.regime_of(register.institution, on=look.on)
    shared = partners.shared(register, names=regime.names)
    agreed = partners.agreements(register, on=look.on, soon=regime.slipping_days)
    known = catalogue.bodies()
    names = dict.fromkeys(
        known[s.partner].name if s.partner in known else s.partner for s in shared
    )
    parts = []
    if names:
        parts.append(say("Partners with a part in an action: {names}.", names=", ".join(names)))
    if agreed:
        parts.append(
            say(
                "Agreements to share information: {titles}.",
                titles=", ".join(a.title for a in agreed),
            )
        )
    behind = (*(s.joined for s in shared), *(a.version for a in agreed))
    line = Line(
        label=say("Partners"),
        words=" ".join(parts)
        or say("No shared action and no agreement to share information is in our sources."),
        id="partners",
        links=(
            Link(
                label=say("What sources say of partners"),
                url=look.url(f"/partners/{register.institution}/"),
            ),
        ),
    )
    return _line(line, behind, proof)


def _open(office: OfficeMemory, proof: Proof) -> Line:
    """What was open on the days on which the office changed hands; days alike stand together."""
    moments = sorted((m for term in office.terms for m in term.moments), key=lambda m: m.day)
    title = office.title or office.office
    told = [
        f"{_span(group)}: {_what(group[0].open)}."
        for _, found in groupby(moments, key=lambda m: [i.reference for i in m.open])
        for group in [list(found)]
    ]
    line = Line(
        label=say("Open when the {title} changed", title=title),
        words=" ".join(told) or say("No day on which it changed hands is in our sources."),
        id=f"open-{office.office}",
        note=say(
            "Open means that our sources do not say that it was closed by that day. A better "
            "grade since is no closing: see the grades."
        )
        if any(m.open for m in moments)
        else "",
        links=(
            Link(
                label=say("Each day, with who came and went"),
                url=proof.look.url(f"/people/{proof.register.institution}/#{office.office}-open"),
            ),
        ),
    )
    behind = [s.version for m in moments for s in m.stated]
    opened = [item.first for m in reversed(moments) for item in m.open]
    return with_redress(_line(line, behind, proof), opened[:1], proof)


def _span(moments: Sequence[Moment]) -> str:
    """“2016”; “September 2021 to 23 October 2023”: the days as their sources give them."""
    first, last = (in_words(m.stated[0].date) for m in (moments[0], moments[-1]))
    return first if first == last else say("{a} to {b}", a=first, b=last)


def _what(items: Sequence[Progress]) -> str:
    if not items:
        return say("nothing on our record")
    kinds: dict[str, int] = {}
    for item in items:
        kind = item.kind.replace("-", " ")
        kinds[kind] = kinds.get(kind, 0) + 1
    return ", ".join(f"{n:,} {phrases.plural(kind, n)}" for kind, n in kinds.items())


def _line(line: Line, behind: Iterable[Version], proof: Proof) -> Line:
    """With its first sources, and how many more the page behind its link lists."""
    links = proof.links(behind)
    left = len(links) - MOST_SOURCES
    if left <= 0 or not line.links:
        return replace(line, sources=links)
    more = Link(label=say("and {left} more there", left=left), url=line.links[0].url)
    return replace(line, sources=links[:MOST_SOURCES], more=more)
