"""A session: what was taken, asked, answered and judged, and what came of what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Cell,
    Link,
    Page,
    Row,
    SourceItem,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.record.rectified import rectified
from answerable.operations.pages.sessions import session_exchanges, session_sentence
from answerable.operations.pages.sessions.held_session import (
    Held,
    action_number,
    held,
)
from answerable.operations.pages.sessions.session_amended import amended, taken_back
from answerable.operations.pages.sessions.session_around import aside
from answerable.operations.pages.sessions.session_exchanges import NOT_KNOWN, Said, owner_words
from answerable.operations.pages.short import with_short
from answerable.scrutiny.phrases import due_words, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions.agenda_reasons import named
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    AssuranceJudged,
    DueDateMoved,
    ItemTaken,
    QuestionAsked,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

_LEVELS = {
    "assured": marked("assured"),
    "partly": marked("assured in part"),
    "not-assured": marked("not assured"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the chair concluded, with its source."""

    words: str
    source: Link | None


@dataclass(frozen=True, kw_only=True)
class SessionPage(Page):
    """One session in the order in which it ran, and what came of it."""

    items: tuple[Row, ...]
    exchanges: tuple[Said, ...]
    judgements: tuple[Judgement, ...]
    actions: Table | None
    actions_missing: str
    moved: Table | None
    taken_back: tuple[Row, ...]
    sources: tuple[SourceItem, ...]


def session(look: Look, body: str, day: str) -> SessionPage:
    """The page of the session of a body on a day."""
    found = held(look, f"session/{body}/{day}")
    fact = found.session.fact
    proof = Proof(look, found.register)
    items, asked, answers = found.of(ItemTaken), found.of(QuestionAsked), found.of(AnswerGiven)
    judged = found.of(AssuranceJudged)
    promised, moved = found.agreed(ActionPromised), found.agreed(DueDateMoved)
    told = session_exchanges.statements(found)
    behind = (found.session, *items, *asked, *answers, *told, *judged, *promised, *moved)
    return with_short(
        look,
        (found.register.institution,),
        SessionPage(
            title=f"{fact.get('title') or say('Session')}: {in_words(found.day)}",
            area="bodies" if look.actor.is_public else "sessions",
            kicker=_held_by(look, found, body),
            sentence=session_sentence.sentence(found, asked, answers, promised, moved),
            crumbs=_crumbs(look, found.register.institution),
            banner=banner(found.register.institution),
            past=look.past(),
            as_at=look.as_at(),
            rectified=rectified(look, found.register, behind),
            items=tuple(_item(proof, v) for v in items),
            exchanges=session_exchanges.said(found, proof),
            judgements=tuple(_judgement(proof, found, v, items) for v in judged),
            actions=_actions(found, promised),
            actions_missing=session_sentence.no_action(found, moved=bool(moved)),
            moved=_moved(found, moved),
            taken_back=tuple(_taken_back(version, note) for version, note in taken_back(found)),
            sources=proof.items(behind),
            places=_places(items, asked, answers, judged, promised),
            aside=aside(found, proof, body),
        ),
    )


def _places(
    items: Sequence[Version],
    asked: Sequence[Version],
    answers: Sequence[Version],
    judged: Sequence[Version],
    promised: Sequence[Version],
) -> tuple[Link, ...]:
    """The parts of the page, for a keyboard."""
    parts = (
        (asked or answers, say("What was asked and answered"), "asked"),
        (judged, say("Was the chair assured?"), "judged"),
        (promised, say("Actions, and what came of them"), "actions"),
        (items, say("Items, in order"), "items"),
    )
    return tuple(Link(label=label, url=f"#{anchor}") for held_, label, anchor in parts if held_)


def _held_by(look: Look, found: Held, body: str) -> str:
    """Whose session it was; where another body stands in its place today, that too."""
    held = say("Session of {body}", body=naming.body_words(body))
    institution = found.register.institution
    then = catalogue.oversight_of(institution, on=found.session.fact.valid.start)
    now = catalogue.oversight_of(institution, on=look.on)
    if then != body or now is None or now == body:
        return held
    return say("{held}, whose place {now} has taken", held=held, now=naming.body_words(now))


def _item(proof: Proof, version: Version) -> Row:
    fact = version.fact
    number_ = f"{fact.get('number')}. " if fact.get("number") else ""
    private = str(fact.get("purpose") or "").startswith("taken in private")
    purpose = say("For {fact}.", fact=fact.get("purpose")) if fact.get("purpose") else ""
    purpose = start(stop(fact.get("purpose"))) if private else purpose
    if "title" in version.withheld:
        return Row(
            title=say("{number}Taken in private", number=number_),
            sentence=start(stop(fact.get("purpose") or "")),
            state="withheld",
            links=proof.links([version]),
        )
    return Row(
        title=f"{number_}{fact.get('title') or NOT_KNOWN}",
        sentence=purpose,
        note=amended(proof, version),
        links=proof.links([version]),
    )


def _judgement(proof: Proof, found: Held, version: Version, items: Sequence[Version]) -> Judgement:
    fact = version.fact
    level = _LEVELS.get(fact.get("level") or "", fact.get("level") or NOT_KNOWN)
    on = session_exchanges.under(fact.get("item"), items)
    who = start(found.names.bodies.get(_body(found), found.names.oversight))
    reason = f" {start(stop(fact.get('reason')))}" if fact.get("reason") else ""
    if fact.quote and fact.get("reason") == fact.quote:  # read from minutes: their words say both
        about = named(str(fact.get("about") or ""))
        told = reason.strip() if about in fact.quote else f"{reason.strip(' .')}: {stop(about)}"
        return Judgement(
            words=f"{told} {amended(proof, version)}".strip(), source=proof.link(version)
        )
    return Judgement(
        words=say(
            "{who} was {level}{word}.{reason} {amended}",
            who=who,
            level=level,
            word=say(" on {on}", on=on) if on else "",
            reason=reason,
            amended=amended(proof, version),
        ),
        source=proof.link(version),
    )


def _body(found: Held) -> str:
    return str(found.session.fact.get("body") or found.stream.split("/")[1])


def _taken_back(version: Version, note: str) -> Row:
    """An action of the signed minutes that was none."""
    words = start(version.fact.get("text") or NOT_KNOWN)
    return Row(title=f"{_numbered(version.fact.stream)}{words}", sentence=note)


def _numbered(stream: str) -> str:
    return f"{number_}. " if (number_ := action_number(stream)) else ""


def _actions(found: Held, promised: Sequence[Version]) -> Table | None:
    rows = []
    for version in promised:
        item = progress(found.register, version.fact.stream, names=found.names)
        rows.append(
            (
                Cell(
                    words=_numbered(version.fact.stream) + start(item.text or NOT_KNOWN),
                    url=found.look.url(f"/findings/{item.reference}/"),
                    note=say("Not public") if "text" in version.fact.classes else "",
                ),
                owner_words(item.owner) or NOT_KNOWN,
                due_words(item, found.names),
                Cell(words=item.sentence, state=item.tag.lower()),
            )
        )
    if not rows:
        return None
    return Table(
        caption=say("As they stand at the date of this page"),
        head=(say("Action"), say("Owner"), say("Due"), say("What came of it")),
        rows=tuple(rows),
    )


def _moved(found: Held, moved: Sequence[Version]) -> Table | None:
    """Dates that moved in this session: one line an item, with the reason that was given."""
    rows = []
    for version in moved:
        item = progress(found.register, version.fact.stream, names=found.names)
        before = next((m.from_ for m in item.moves if m.version.seq == version.seq), None)
        fact = version.fact
        rows.append(
            (
                Cell(
                    words=naming.short(start(item.text or item.reference)),
                    url=found.look.url(naming.path_of(fact, seq=version.seq)),
                ),
                in_words(before) if before else NOT_KNOWN,
                in_words(fact.get("due")) if fact.get("due") else say("No date"),
                fact.get("reason") or NOT_KNOWN,
            )
        )
    if not rows:
        return None
    return Table(caption="", head=(say("What"), say("From"), "To", say("Why")), rows=tuple(rows))


def _crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    return (
        Link(label=say("Bodies"), url=look.url("/bodies/")),
        Link(label=naming.body_words(institution), url=look.url(f"/bodies/{institution}/")),
    )
