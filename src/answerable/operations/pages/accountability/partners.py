"""Partners of an institution, or one partner's own part: shared actions and agreements."""

import re
from dataclasses import replace

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue, place
from answerable.operations.pages import acts, naming
from answerable.operations.pages.accountability.claims import ClaimSection, ClaimsPage
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import Field
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Item, Line, Link
from answerable.operations.pages.proof import Proof, office_words, with_redress
from answerable.scrutiny.accountability import partners as room
from answerable.scrutiny.accountability.partners import Agreement, Shared
from answerable.scrutiny.phrases import plural, start
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.facts import (
    AnswerGiven,
    AssuranceJudged,
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
        if partner is None:
            spoken += [(proof, v) for v in _spoken(register)]
    behind = [(p, s.joined) for p, s in shared] + [(p, a.version) for p, a in agreed] + spoken
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


def form(look: Look, kind: str, about: str) -> Act:
    """Record a part, an agreement, or a partner's answer."""
    title, sentence, button, allows = _FORMS[kind]
    institution = about if kind == "agreement" else place.institution_of(about)
    answers: tuple[Item, ...] = ()
    path = f"/partners/{institution}/agreement/"
    back = f"/partners/{institution}/"
    if kind != "agreement":
        item = progress(
            look.register(institution), about, names=catalogue.names_of(institution, on=look.on)
        )
        answers = (
            Item(label=say("The action"), words=naming.told(item.first.fact)),
            Item(label=say("Where it stands"), words=item.sentence),
        )
        path = f"/partners/{about}/{kind}/"
        back = f"/partners/{look.actor.body}/" if kind == "answer" else back
    return Act(
        title=title,
        sentence=sentence,
        action=path,
        button=button,
        operation=allows,
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=back),
        answers=answers,
        fields=(*_FIELDS[kind], acts.day_field(look)),
    )


_FORMS = {
    "join": (
        marked("Name a partner in an action"),
        marked("Which body has which part, under which agreement."),
        marked("Record this part"),
        "join_partner",
    ),
    "agreement": (
        marked("Record an agreement to share information"),
        marked(
            "Who agreed, and when it is to be looked at again. The same title again renews it."
        ),
        marked("Record this agreement"),
        "make_agreement",
    ),
    "answer": (
        marked("Answer for your part"),
        marked("News in your own words. It stands with the action, and moves no step."),
        marked("Send this answer"),
        "update_action",
    ),
}
_FIELDS: dict[str, tuple[Field, ...]] = {
    "join": (
        Field(name="partner", label=marked("The partner, as the list of bodies calls it")),
        Field(name="part", label=marked("Its part"), rows=2),
        Field(
            name="agreement",
            label=marked("Agreement, by its reference"),
            hint=marked("Leave it empty if none."),
        ),
    ),
    "agreement": (
        Field(name="title", label=marked("Title")),
        Field(name="parties", label=marked("Parties, one a line"), rows=3),
        Field(
            name="review",
            label=marked("Review date"),
            hint=marked("For example 2027-03 or 2027-03-31."),
        ),
        Field(name="text", label=marked("What is shared"), rows=2),
    ),
    "answer": (Field(name="text", label=marked("Your answer"), rows=5),),
}


def institution_page(about: str) -> str:
    """Where a form leads back to."""
    if about in registers.reported():
        return f"/partners/{about}/"
    return f"/partners/{place.institution_of(about)}/"


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
        if any(s.partner == body for s in room.shared(look.register(name)))
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
    links = (Link(label=say("Record an agreement"), url=f"/partners/{able[0]}/agreement/"),)
    words = say(
        "You act as {office_words}. A part is named on the action’s page.",
        office_words=office_words(look.actor.office),
    )
    return (Aside(title=say("Record"), paragraphs=(start(words),), links=links, screen=True),)
