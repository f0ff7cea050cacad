"""Beside a session that was held: who was there, its papers, how it stands, other sessions."""

from collections.abc import Iterator

from answerable.operations import access, catalogue
from answerable.operations.pages import ways, whose
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Item, Link
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.sessions.held_session import (
    Held,
    day_of,
    office_words,
    session_url,
    sessions_of,
)
from answerable.operations.sessions import presiding
from answerable.scrutiny.phrases import start
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.sessions.attendance import listed
from answerable.vocabulary.facts import ApologiesGiven
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

NOT_KNOWN = marked("Not in our sources")


def aside(found: Held, proof: Proof, body: str) -> tuple[Aside, ...]:
    """The right third of a session's page."""
    fact = found.session.fact
    facts = [
        Item(label=say("Kind"), words=start(fact.get("sort") or NOT_KNOWN).replace("-", " ")),
        Item(
            label=say("Chair"),
            words=start(office_words(fact.get("chair"))) if fact.get("chair") else NOT_KNOWN,
        ),
        Item(label=say("Present"), words=listed(fact.get("present") or ()) or NOT_KNOWN),
    ]
    away = found.register.versions_of(ApologiesGiven, stream=found.stream)
    if away:
        facts.append(
            Item(label=say("Apologies"), words=listed(away[-1].fact.get("offices") or ()))
        )
    if fact.get("place"):
        facts.append(Item(label=say("Place"), words=fact.get("place")))
    reference = found.stream.removeprefix("session/")
    return (
        Aside(title=say("Who was there"), facts=tuple(facts)),
        Aside(
            title=say("Papers"),
            links=(
                *proof.links([found.session]),
                *_papers(found, reference),
            ),
        ),
        *_trackers(found, reference),
        Aside(title=say("Minutes"), paragraphs=tuple(_standing(found)), links=_private(found)),
        *_change(found),
        Aside(title=say("Other sessions"), links=tuple(_others(found, body))),
    )


def _papers(found: Held, reference: str) -> Iterator[Link]:
    """Minutes, where the record is the office's own; else what our sources hold."""
    if whose.keeps_own_record(found.register.institution):
        yield from _files(found.look, "minutes", reference, say("Minutes"))
    else:
        yield from _files(found.look, "minutes", reference, say("What our sources hold"))


def _trackers(found: Held, reference: str) -> Iterator[Aside]:
    """The tracker as a file: of this session, of what is open, of everything."""
    institution = found.register.institution
    if not whose.keeps_own_record(institution):
        return
    yield Aside(
        title=say("Action tracker"),
        screen=True,
        links=(
            *_files(found.look, "tracker", reference, say("This session’s actions")),
            *_files(found.look, "tracker", f"{institution}/open", say("Open actions")),
            *_files(found.look, "tracker", f"{institution}/all", say("All actions")),
        ),
    )


def _files(look: Look, kind: str, reference: str, words: str) -> Iterator[Link]:
    for link in ways.packs(look, kind, reference):
        yield Link(label=link.label.replace("Pack", words), url=link.url)


def _private(found: Held) -> tuple[Link, ...]:
    """Where whoever may read it finds what was taken in private; that page logs who read."""
    session = forward_plan.session(found.register, found.stream)
    signed = session.signed if session else None
    if signed is None or "text" in signed.withheld or not signed.fact.get("text"):
        return ()
    label = say("What was taken in private (not public)")
    return (Link(label=label, url=found.look.url(f"/history/entry/{signed.seq}/")),)


def _standing(found: Held) -> Iterator[str]:
    session = forward_plan.session(found.register, found.stream)
    if session is None or session.signed is None:
        yield say("No signed minutes are on our record.")
        return
    signed = session.signed.fact
    who = presiding.signed_by(signed.get("by_office"), signed.institution, on=signed.valid.start)
    yield say(
        "Signed by the {who} on {day}.", who=who, day=in_words(signed.valid.start.isoformat())
    )
    if session.approved is None:
        yield say("Not approved by a later session yet.")
    else:
        at = str(session.approved.fact.get("at")).rsplit("/", 1)[-1]
        yield say("Approved at the session of {day}.", day=in_words(at[:10]))
    if session.first_date != session.date:
        yield say("First planned for {day}.", day=in_words(session.first_date))


def _change(found: Held) -> tuple[Aside, ...]:
    if not access.may(found.look.actor, "correct", about=found.register.institution):
        return ()
    reference = found.stream.removeprefix("session/")
    return (
        Aside(
            title=say("Change"),
            screen=True,
            actions=(Link(label=say("Amend these minutes"), url=f"/sessions/{reference}/amend/"),),
        ),
    )


def _others(found: Held, body: str) -> Iterator[Link]:
    everyone = sessions_of(found.register, body)
    at = [v.fact.stream for v in everyone].index(found.stream)
    for label, near in (
        (say("Before"), everyone[max(at - 1, 0) : at]),
        (say("After"), everyone[at + 1 : at + 2]),
    ):
        for version in near:
            yield Link(
                label=f"{label}: {in_words(day_of(version))}",
                url=session_url(found.look, version),
            )
    institution = found.register.institution
    yield Link(
        label=say("What changed since this session"),
        url=f"/compare/{institution}/?a={found.day}&b={found.look.today}",
    )
    yield Link(label=say("All sessions and the plan"), url=found.look.url(f"/sessions/{body}/"))
    if any(known.body == body for known in catalogue.oversight()):
        yield Link(
            label=say("Proposed agenda of the next session"),
            url=found.look.url(f"/sessions/{body}/next/"),
        )
