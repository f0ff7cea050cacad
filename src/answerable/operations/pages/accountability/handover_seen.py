"""A handover as one actor may see it, with its title and its first sentence."""

from dataclasses import dataclass

from answerable.operations import access, catalogue, installation
from answerable.operations.pages import naming, whose
from answerable.operations.pages.accountability.handover_ahead import Ahead, ahead
from answerable.operations.pages.look import Look
from answerable.scrutiny.accountability import handover as room
from answerable.scrutiny.accountability.handover import Handover
from answerable.scrutiny.phrases import on_day, plural
from answerable.vocabulary.facts import OfficeDefined
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words


class NoSuchOffice(Refusal):
    """An office that the record does not know, or a pack that this reader may not have."""

    code = "no_such_item"


@dataclass(frozen=True)
class Seen:
    """A handover with the words for its parties."""

    institution: str
    office: str
    title: str
    found: Handover
    names: Names
    ahead: Ahead


def seen(look: Look, body: str, office: str = "") -> Seen:
    """The handover as this actor may see it; refused to whom it is not meant for."""
    institution = whose.institution_of(body)
    access.require(look.actor, "see_handover", about=institution)
    register = look.register(institution)
    known = {f.stream.removeprefix("office/"): f for f in register.of(OfficeDefined)}
    if office and office not in known:
        raise NoSuchOffice(
            say(
                "No office is called “{office}” on this record. Offices: {values}.",
                office=office[:60],
                values=", ".join(sorted(known)) or "none",
            )
        )
    regime = catalogue.regime_of(institution, on=look.on)
    entry = catalogue.bodies().get(institution)
    own = installation.installed() is not None or (entry is not None and entry.invented)
    found = room.handover(
        register,
        on=look.on,
        office=office,
        tenures=catalogue.tenures(),
        names=regime.names,
        ladders=regime.ladders if own else (),
        soon=regime.slipping_days,
    )
    title = (known[office].title or office) if office else say("the successor body")
    coming = ahead(register, on=look.on, names=regime.names)
    return Seen(institution, office, title, found, regime.names, coming)


def title(told: Seen) -> str:
    """“Handover to the next Chief Constable: Anyshire Police”."""
    return say(
        "Handover to {for_}: {body}", for_=_for(told), body=naming.body_words(told.institution)
    )


def _for(told: Seen) -> str:
    return say("the next {title}", title=told.title) if told.office else told.title


def sentence(told: Seen) -> str:
    """How much is open, and what changed in the last term, in one sentence each."""
    found = told.found
    n, late = len(found.now), sum(i.overdue for i in found.now)
    first = say(
        "{n} {matters} open on {day}, {late} past the due date.",
        n=n,
        matters=plural("matter", n),
        day=on_day(found.on),
        late=late,
    )
    if found.began is None:
        return first
    new = len(found.new)
    return say(
        "{first} Open already when the last term began, {day}: {count}. First in our sources "
        "since then: {new}{older}. Open then and no longer: {ended}.",
        first=first,
        day=_began(found),
        count=len(found.carried),
        new=new,
        older=say("; a matter may be older than its first source") if new else "",
        ended=len(found.ended),
    )


def _began(found: Handover) -> str:
    """Every date that a source gives for the start of the term, and the day looked at."""
    day = found.began.isoformat() if found.began else ""
    dates = found.term.holding.begins if found.term else ()
    stated = list(dict.fromkeys(s.date for s in dates if not s.seen))
    if stated in ([], [day]):
        return in_words(day)
    given = say(" or ").join(in_words(d) for d in stated)
    return say("{given} (looked at on {words})", given=given, words=in_words(day))
