"""Partners of an institution, or one partner's own part: shared actions and agreements."""

import re
from dataclasses import replace

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.pages import acts, naming
from answerable.operations.pages.accountability.claims import ClaimSection, ClaimsPage
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Line, Link
from answerable.operations.pages.proof import Proof, office_words, with_redress
from answerable.scrutiny.accountability import partners as room
from answerable.scrutiny.accountability.partners import Agreement, Shared
from answerable.scrutiny.phrases import plural, start
from answerable.store.reads import registers
from answerable.vocabulary.facts import (
    AnswerGiven,
    AssuranceJudged,
    BodyNamed,
    ClaimMade,
    FindingPublished,
    PlanAdopted,
    QuestionAsked,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_SPOKEN = 12
NONE = marked("No part of a partner in an action is in our sources.")
NO_AGREEMENT = marked(
    "No agreement to share information, with its parties and its dates, is in our sources."
)
_SPEAKING = (
    *(FindingPublished, QuestionAsked, AnswerGiven, AssuranceJudged, PlanAdopted),
    ClaimMade,
)
_TAGS = {
    "overdue": "overdue",
    "due": "waiting",
    "later": "",
    "no date": marked("not known"),
}
_SPOKEN = re.compile(
    r"\b(?:partner(?:s|ship|ships)?|council data|NHS|community safety|advisory groups"
    r"|regional unit)",
    re.IGNORECASE,
)


def partners(look: Look, body: str, *, written: int | None = None) -> ClaimsPage:
    """The page of an institution, of who oversees it, or of a partner."""
    about, partner = _whose(look, body)
    name = naming.body_words(body)
    shared: list[tuple[Proof, Shared]] = []
    agreed: list[tuple[Proof, Agreement]] = []
    spoken: list[tuple[Proof, Version]] = []
    named: list[tuple[Proof, Version]] = []
    for institution in about:
        register = look.register(institution)
        proof = Proof(look, register)
        regime = catalogue.regime_of(institution, on=look.on)
        shared += [
            (proof, s)
            for s in room.shared(register, names=regime.names)
            if partner is None or s.partner == partner
        ]
        agreed += [
            (proof, a)
            for a in room.agreements(register, on=look.on, soon=regime.slipping_days)
            if partner is None or partner in a.parties
        ]
        named += [
            (proof, v)
            for v in register.versions_of(BodyNamed)
            if v.fact.get("kind") == "partner" and partner in (None, _named_body(v))
        ]
        if partner is None:
            spoken += [(proof, v) for v in _spoken(register)]
    behind = [(p, s.joined) for p, s in shared] + [(p, a.version) for p, a in agreed]
    behind += named + spoken
    return ClaimsPage(
        title=say("Partners: {name}", name=name)
        if partner is None
        else say("What {name} shares", name=name),
        area="bodies",
        sentence=_sentence(shared, agreed),
        banner=banner(about[0] if about else None),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        crumbs=tuple(
            Link(label=naming.body_words(i), url=look.url(f"/bodies/{i}/")) for i in about[:1]
        ),
        sections=(
            ClaimSection(
                title=say("Shared actions"),
                id="actions",
                lines=tuple(_shared(s, proof, look) for proof, s in shared),
                absent="" if shared else NONE,
            ),
            ClaimSection(
                title=say("Agreements to share information"),
                id="agreements",
                lines=tuple(_agreement(a, proof) for proof, a in agreed),
                absent="" if agreed else NO_AGREEMENT,
            ),
            *_named_here(named, look),
            *_spoken_of(spoken, partner),
        ),
        sources=tuple({i.url: i for p, v in behind for i in p.items((v,))}.values()),
        aside=(
            Aside(
                title=say("How to read this"),
                paragraphs=(
                    say(
                        "A partner’s answer is its own news. It moves no step: whether a "
                        "thing is done or worked is shown elsewhere, by somebody who "
                        "looked."
                    ),
                ),
            ),
            *_record(look, about),
        ),
    )


def lines(look: Look, body: str) -> tuple[str, ...]:
    """The page as lines for a terminal."""
    page = partners(look, body)
    told = [page.sentence]
    for section in page.sections:
        told.append(section.title)
        told += [f"  {line.label}: {line.words}" for line in getattr(section, "lines", ())]
        told += [f"  {section.absent}"] if section.absent else []
    return tuple(told)


def _whose(look: Look, body: str) -> tuple[tuple[str, ...], str | None]:
    """The institutions that the page is about; and the partner, where the body is one."""
    held = registers.reported()
    if body in held:
        return (body,), None
    overseen = tuple(o.institution for o in catalogue.oversight() if o.body == body)
    if here := tuple(name for name in overseen if name in held):
        return here, None
    joined = tuple(
        name
        for name in held
        if any(_named_body(v) == body for v in look.register(name).versions_of(BodyNamed))
        or any(s.partner == body for s in room.shared(look.register(name)))
        or any(body in a.parties for a in room.agreements(look.register(name), on=look.on, soon=0))
    )
    if not joined and body not in catalogue.bodies():
        raise NoSuchBody(
            say("No body is called “{body}”. See the list of bodies.", body=body[:60])
        )
    return joined, body


def _sentence(shared: list[tuple[Proof, Shared]], agreed: list[tuple[Proof, Agreement]]) -> str:
    if not shared and not agreed:
        return say(
            "No shared action, and no agreement to share information with its parties and dates, "
            "is in our sources."
        )
    bodies = {s.partner for _, s in shared}
    k, n = len(bodies), len({s.item.reference for _, s in shared})
    late = sum(a.state == "overdue" for _, a in agreed)
    first = say(
        "{k} {partners} in {n} {actions}",
        k=k,
        partners=plural("partner", k),
        n=n,
        actions=plural("action", n),
    )
    second = say(
        "{count} {agreements} to share information",
        count=len(agreed),
        agreements=plural("agreement", len(agreed)),
    )
    third = (
        say(
            ", {late} past {word} review date",
            late=late,
            word=say("its") if late == 1 else say("their"),
        )
        if late
        else ""
    )
    return f"{first}; {second}{third}."


def _shared(one: Shared, proof: Proof, look: Look) -> Line:
    links = [Link(label=say("The action"), url=look.url(f"/findings/{one.item.reference}/"))]
    if look.actor.body == one.partner:
        url = f"/partners/{one.item.reference}/answer/"
        links.append(Link(label=say("Answer for your part"), url=url))
    news = (
        say(
            " It said on {start}: “{fact}”",
            start=in_words(one.answer.fact.valid.start.isoformat()),
            fact=one.answer.fact.get("text"),
        )
        if one.answer
        else say(" It has not answered on this record.")
    )
    source = proof.link(one.joined)
    return Line(
        label=naming.body_words(one.partner),
        words=f"{naming.stop(one.part or say('Its part is not in our sources'))}{news}",
        note=naming.short(naming.told(one.item.first.fact)),
        links=tuple(links),
        sources=(source,) if source else (),
    )


def _agreement(one: Agreement, proof: Proof) -> Line:
    parties = ", ".join(naming.body_words(p) for p in one.parties) or say(
        "parties not in our sources"
    )
    source = proof.link(one.version)
    times = (
        say(" Renewed {renewed} {times}.", renewed=one.renewed, times=plural("time", one.renewed))
        if one.renewed
        else ""
    )
    told = Line(
        label=one.title,
        words=f"{one.words}{times}",
        note=naming.stop(say("Between {parties}", parties=parties)),
        state=_TAGS[one.state],
        sources=(source,) if source else (),
    )
    return with_redress(told, (one.version,), proof) if _TAGS[one.state] == "overdue" else told


def _named_body(version: Version) -> str:
    """The id of the body that an entry names."""
    return version.fact.stream.partition("/")[2]


def _named_here(named: list[tuple[Proof, Version]], look: Look) -> tuple[ClaimSection, ...]:
    """Partners that this record names itself: what each is, and since when."""
    if not named:
        return ()
    return (
        ClaimSection(
            title=say("Partners that this record names"),
            id="named",
            lines=tuple(
                Line(
                    label=v.fact.get("name") or _named_body(v),
                    words=say(
                        "{kind}. A partner since {day}.",
                        kind=v.fact.get("kind_words"),
                        day=in_words(v.fact.valid.start.isoformat()),
                    ),
                    links=(
                        Link(
                            label=say("What it shares"),
                            url=look.url(f"/partners/{_named_body(v)}/"),
                        ),
                    ),
                    sources=(source,) if (source := p.link(v)) else (),
                )
                for p, v in named
            ),
        ),
    )


def _spoken(register: Register) -> tuple[Version, ...]:
    """What sources say of partners without naming a part or an agreement; read once."""

    def made() -> tuple[Version, ...]:
        found: dict[str, Version] = {}
        for version in register.versions_of(*_SPEAKING):
            quote = version.fact.quote or ""
            if _SPOKEN.search(quote) and "text" not in version.withheld:
                found.setdefault(quote, version)
        return tuple(found.values())

    return register.once("what sources say of partners", made)


def _spoken_of(
    spoken: list[tuple[Proof, Version]], partner: str | None
) -> tuple[ClaimSection, ...]:
    if partner is not None or not spoken:
        return ()
    quotes = tuple(
        replace(quote, replies=proof.replies(version))
        for proof, version in spoken[:MOST_SPOKEN]
        if (quote := proof.quote(version))
    )
    rest = len(spoken) - MOST_SPOKEN
    return (
        ClaimSection(
            title=say("What sources say of partners"),
            id="spoken",
            quotes=quotes,
            absent=say("And {rest} more on this record.", rest=rest) if rest > 0 else "",
        ),
    )


def _record(look: Look, about: tuple[str, ...]) -> tuple[Aside, ...]:
    able = [i for i in about if access.may(look.actor, "make_agreement", about=i)]
    if look.actor.is_public or not able:
        return ()
    links = (
        Link(label=say("Name a partner"), url=f"/partners/{able[0]}/name/"),
        Link(label=say("Record an agreement"), url=f"/partners/{able[0]}/agreement/"),
    )
    words = say(
        "You act as {office_words}. A part is named on the action’s page.",
        office_words=office_words(look.actor.office),
    )
    return (Aside(title=say("Record"), paragraphs=(start(words),), links=links, screen=True),)
