"""The agenda that the record proposes for the next session of a body, each item with reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import access, catalogue
from answerable.operations.pages import naming, ways
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Link, Page, Reply, SourceItem
from answerable.operations.pages.proof import Proof, redress_urls
from answerable.operations.pages.sessions.grouped import members
from answerable.operations.pages.sessions.held_session import day_of, session_url, sessions_of
from answerable.operations.pages.short import with_short
from answerable.operations.sessions import sessions
from answerable.scrutiny.phrases import number, plural, start, stop
from answerable.scrutiny.sessions.agenda import AgendaItem, Reason, Why
from answerable.scrutiny.sessions.agenda_reasons import named
from answerable.scrutiny.sessions.forward_plan import sessions as planned
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_SOURCES = 3
MOST_SHOWN = 20
MOST_SESSIONS = 6
REASONS = {
    Reason.RELAPSED: marked("Found again"),
    Reason.NEW_CONCERN: marked("Cause of concern not yet taken"),
    Reason.STATUTORY_WINDOW: marked("Statutory reply"),
    Reason.UNANSWERED: marked("Question still open"),
    Reason.NOT_ASSURED: marked("Not assured last time"),
    Reason.OVERDUE: marked("Overdue"),
    Reason.OVERDUE_TOGETHER: marked("Overdue"),
    Reason.WORSE: marked("Newly worse"),
    Reason.PROMISED_TO_SESSION: marked("Due for this session"),
    Reason.MOVED: marked("Date moved"),
    Reason.MOVED_TOGETHER: marked("Date moved"),
    Reason.SLIPPING: marked("Due soon"),
    Reason.SLIPPING_TOGETHER: marked("Due soon"),
    Reason.UNDATED: marked("Undated"),
    Reason.UNDATED_TOGETHER: marked("Undated"),
    Reason.UNPROVEN: marked("Not proven"),
    Reason.UNPROVEN_TOGETHER: marked("Not proven"),
    Reason.SET_ASIDE: marked("Set aside by its log, not closed"),
    Reason.SET_ASIDE_TOGETHER: marked("Set aside by its log, not closed"),
    Reason.REPEAT: marked("Asked before"),
    Reason.QUIET: marked("Not looked at lately"),
    Reason.THEME: marked("Theme of this session"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """Why an item is proposed, with the facts behind it."""

    label: str
    words: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedItem:
    """One item: its words and page, why it is proposed, what might be asked.

    `actions` are those of a group, each with its page.
    """

    title: str
    url: str
    state: str
    reasons: tuple[ReasonView, ...]
    question: str
    panel_question: str
    actions: tuple[Link, ...] = ()
    reply_url: str = ""
    mistake_url: str = ""
    replies: tuple[Reply, ...] = ()

    @property
    def label(self) -> str:
        """What may be replied to."""
        return self.title


@dataclass(frozen=True, kw_only=True)
class AgendaPage(Page):
    """The proposed items, most pressing first."""

    items: tuple[ProposedItem, ...]
    first: int
    pages: Pages | None
    sources: tuple[SourceItem, ...]


def agenda(
    look: Look, body: str, *, number_: int = 1, most: int | None = MOST_SHOWN
) -> AgendaPage:
    """The proposed agenda on the day that is looked at. Refuses a body the record knows not.

    A long one is shown in pages of `most`; a pack has all of it (`most` None).
    """
    proposed = sessions.agenda(
        actor=look.actor, body=body, on=look.on, known=look.known, said=look.said
    )
    last = -(-len(proposed) // most) if most and proposed else 1
    page = max(1, min(number_, last))
    shown = proposed[(page - 1) * most : page * most] if most else proposed
    institutions = sessions.institutions_of(body)
    institution = institutions[0]
    proofs = {name: Proof(look, look.register(name)) for name in institutions}
    proof = proofs[institution]
    behind = tuple(v for item in shown for why in item.reasons for v in why.versions)
    oversight = catalogue.oversight_of(institution, on=look.on) or body
    numbers = {item.reference: at for at, item in enumerate(proposed, start=1)}
    return with_short(
        look,
        institutions,
        AgendaPage(
            title=say(
                "Proposed agenda for the next session of {body}", body=naming.body_words(oversight)
            ),
            area="bodies" if look.actor.is_public else "sessions",
            sentence=_sentence(proposed),
            crumbs=(
                Link(label=say("Bodies"), url=look.url("/bodies/")),
                Link(
                    label=naming.body_words(institution), url=look.url(f"/bodies/{institution}/")
                ),
            ),
            banner=banner(institution),
            past=look.past(),
            as_at=look.as_at(),
            alternates=(*ways.packs(look, "session", body), ways.panel(look, body)),
            items=tuple(
                _item(proofs[_about(item) or institution], item, numbers) for item in shown
            ),
            first=(page - 1) * (most or 0),
            pages=pages(
                label=say("Pages of the agenda"),
                number=page,
                count=last,
                url=lambda n: look.url(f"/sessions/{body}/next/?page={n}"),
            ),
            sources=proof.items(behind),
            aside=_aside(look, proof, oversight),
        ),
    )


def on_case(
    look: Look, institution: str, theme: str
) -> tuple[tuple[ProposedItem, ...], tuple[SourceItem, ...]]:
    """What is proposed about one subject of an institution, and the sources behind it."""
    proposed = sessions.on_case(
        actor=look.actor,
        institution=institution,
        theme=theme,
        on=look.on,
        known=look.known,
        said=look.said,
    )
    proof = Proof(look, look.register(institution))
    behind = tuple(v for item in proposed for why in item.reasons for v in why.versions)
    return tuple(_item(proof, item, {}) for item in proposed), proof.items(behind)


def _about(item: AgendaItem) -> str:
    """The institution that an item is about: that of the facts behind it."""
    return next((v.fact.institution for why in item.reasons for v in why.versions), "")


def _sentence(proposed: tuple[AgendaItem, ...]) -> str:
    if not proposed:
        return say("The record gives no reason to propose an item on this day.")
    n = len(proposed)
    many = start(
        say(
            "{count} {items} {word} proposed",
            count=number(n),
            items=plural("item", n),
            word=say("is") if n == 1 else say("are"),
        )
    )
    label = REASONS[proposed[0].reasons[0].reason].lower()
    first, title = proposed[0], naming.short(_title(proposed[0]))
    if first.summarised:
        said = say(
            "{many}. First, {label}, as our summary puts it: {title}",
            many=many,
            label=label,
            title=title,
        )
        return said if said.endswith("…") else stop(said)
    return say("{many}. First, {label}: “{title}”", many=many, label=label, title=title)


def _item(proof: Proof, item: AgendaItem, numbers: Mapping[str, int]) -> ProposedItem:
    first = next((why.versions[0] for why in item.reasons if why.versions), None)
    fact = item.progress.first if item.progress else first
    path = naming.path_of(fact.fact, seq=fact.seq) if fact else ""
    together = item.reasons[0].reason.of_group
    path = "" if together else path
    if item.progress is None and item.reasons[0].reason is Reason.STATUTORY_WINDOW:
        path = f"/responses/{item.reference}/clock/"
    title = _title(item)
    return ProposedItem(
        title=title,
        url=proof.look.url(path) if path else "",
        state=_state(item),
        reasons=(*(_reason(proof, why) for why in item.reasons), *_beside(proof, item, numbers)),
        question=item.question,
        panel_question=item.panel_question,
        actions=members(proof.look, proof.register, (item.reference, *item.also))
        if together
        else (),
        **redress_urls(_adverse(item), proof.look),
    )


def _state(item: AgendaItem) -> str:
    """The tag of a finding or an action; a group is tagged only where each of it is overdue."""
    reason = item.reasons[0].reason
    if reason.of_group:
        return "overdue" if reason is Reason.OVERDUE_TOGETHER else ""
    return item.progress.tag.lower() if item.progress else ""


def _adverse(item: AgendaItem) -> Version | None:
    """The first fact of what is overdue or slipped back."""
    found = item.progress
    return found.first if found and (found.overdue or found.slipped_back) else None


def _title(item: AgendaItem) -> str:
    """The words of an item, as a line begins."""
    return start(item.title)


def _reason(proof: Proof, why: Why) -> ReasonView:
    links = proof.links(why.versions)[:MOST_SOURCES]
    if why.reason is Reason.REPEAT:
        return _repeat(proof, why, links)
    return ReasonView(label=REASONS[why.reason], words=why.words, sources=links)


def _beside(proof: Proof, item: AgendaItem, numbers: Mapping[str, int]) -> tuple[ReasonView, ...]:
    """Which other items belong to it, with the page of each and its number, where it has one."""
    if not item.belongs:
        return ()
    others = tuple(
        Link(
            label=say("Item {number}", number=numbers[other]) if numbers else say("Its page"),
            url=proof.look.url(f"/findings/{other}/"),
        )
        for other in item.beside[:MOST_SOURCES]
    )
    return (ReasonView(label=say("Belongs together"), words=item.belongs, sources=others),)


def _repeat(proof: Proof, why: Why, links: tuple[Link, ...]) -> ReasonView:
    """What was asked before, in its words, with its page; its reference where it is not held."""
    other = str(why.versions[0].fact.get("other")) if why.versions else ""
    found = proof.register.versions_of(FindingPublished, stream=other)
    words = start(named(other))
    if found:
        day = in_words(found[0].fact.valid.start.isoformat())
        words = say(
            "{told} Published {day}.", told=naming.stop(naming.told(found[0].fact)), day=day
        )
        own = Link(label=say("The earlier finding"), url=proof.look.url(f"/findings/{other}/"))
        links = (own, *links)
    return ReasonView(label=REASONS[why.reason], words=words, sources=links)


def _build(look: Look, proof: Proof, oversight: str) -> tuple[Aside, ...]:
    """Where an office goes on from here: the agenda of the next session in the plan."""
    if not access.may(look.actor, "plan_session", about=proof.register.institution):
        return ()
    every = planned(proof.register, body=oversight)
    coming = next((s for s in every if s.waiting and s.day >= look.on), None)
    if coming is None:
        link = Link(label=say("Plan sessions"), url=f"/sessions/{oversight}/plan/")
        told = say("No coming session is in the plan yet. An agenda belongs to one.")
    else:
        link = Link(
            label=say("Build the agenda"), url=f"/sessions/{oversight}/{coming.date}/build/"
        )
        told = say("The next session in the plan is on {day}.", day=in_words(coming.date))
    return (Aside(title=say("Take it further"), paragraphs=(told,), actions=(link,), screen=True),)


def _aside(look: Look, proof: Proof, oversight: str) -> tuple[Aside, ...]:
    held = sessions_of(proof.register, oversight)
    links = tuple(
        Link(
            label=in_words(day_of(v)),
            url=session_url(look, v),
        )
        for v in held[: -MOST_SESSIONS - 1 : -1]
    )
    order = ", ".join(dict.fromkeys(words.lower() for words in REASONS.values()))
    return (
        *_build(look, proof, oversight),
        Aside(
            title=say("How this is made"),
            paragraphs=(
                say("From the record alone, in this order: {order}.", order=order),
                say(
                    "A question asks what assurance can be given, by when, and shown "
                    "by what. It never says how officers or staff should be used."
                ),
                say("The chair decides what is taken."),
            ),
        ),
        Aside(
            title=say("Sessions of which we hold papers"),
            links=(
                *links,
                Link(label=say("All of them"), url=look.url(f"/sessions/{oversight}/")),
            ),
        )
        if links
        else Aside(
            title=say("Sessions of which we hold papers"),
            paragraphs=(say("None in our sources."),),
        ),
    )
