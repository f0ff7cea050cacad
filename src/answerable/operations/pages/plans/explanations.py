"""All explanations of a report on one page: kept as a draft, then recorded by one press.

Boxes are named by the recommendation, so a draft stays right when the report gets another. What
two offices of one body typed into one box stands there twice, until somebody chooses.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from answerable.ledger.register import Register
from answerable.operations import access, catalogue, place
from answerable.operations.desk.rows import rows
from answerable.operations.drafts import Clash, mark, plain
from answerable.operations.pages import days
from answerable.operations.pages.changing import NOT_AS_YOU_ARE
from answerable.operations.pages.forms import (
    DateField,
    Field,
    Hidden,
    acting,
    read_only,
)
from answerable.operations.pages.item_words import no_day
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Item,
    Link,
    Notice,
    Page,
    SectionsPage,
)
from answerable.operations.pages.plans import finding_plan, item_choices
from answerable.operations.pages.plans.explanations_typed import (
    DAY,
    boxes,
    found_of,
    name_of,
    title_of,
)
from answerable.operations.pages.proof import office_words
from answerable.operations.plans import explanations
from answerable.operations.plans.response import duty_of, institution_of
from answerable.operations.sessions import reports
from answerable.scrutiny.phrases import due_words, number, on_day, start
from answerable.scrutiny.plans.desk import Item as Line
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.progress import progress
from answerable.scrutiny.replies import held_explanations
from answerable.scrutiny.replies.answering_words import doubted_words
from answerable.scrutiny.replies.responses import Explanation
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.standing_counts import standing
from answerable.store.people.drafts import Draft
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

_KEPT = marked("Every word is kept. Nothing is on the record yet.")
CHANGED = FormError(
    words=marked(
        "Another office of your body typed meanwhile in boxes that you left. Their words stand "
        "there now, and yours are kept: look through them, and press the button again."
    )
)
TITLE = marked("The explanations of a report, on one page")
_HEADINGS = 4
_ROWS = 5
_MOST_DOUBTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Explaining:
    """One recommendation: its words, what is known of it, its two boxes, where else it stands."""

    id: str
    title: str
    words: str
    facts: tuple[Item, ...]
    boxes: tuple[Field, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class ExplanationsPage(Page):
    """The shapes stand at the head of `responses/explanations.html`."""

    action: str
    hidden: tuple[Hidden, ...]
    items: tuple[Explaining, ...]
    dates: tuple[DateField, ...]
    warning: str
    cancel: Link
    keep: str = marked("Keep as a draft")
    record: str = marked("Record these explanations")


def url(report: str) -> str:
    """The address of the page."""
    return f"/responses/{report}/explanations/"


def elsewhere(look: Look, report: str) -> SectionsPage:
    """The form asked for from elsewhere."""
    return read_only(look, title=TITLE, institution=institution_of(report))


def notice(*, kept: bool, recorded: int | None) -> Notice | None:
    """What came of a press: all is kept as a draft; or some is recorded and the rest is kept."""
    if recorded is not None:
        return Notice(
            title=say("Recorded, and the rest is kept as a draft"),
            words=say(
                "The explanations that were whole are on the record. An answer without its "
                "explanation waits below."
            ),
            url=f"/history/entry/{recorded}/",
            label=say("See the entry"),
        )
    return Notice(title=say("Kept as a draft"), words=_KEPT) if kept else None


def form(
    look: Look,
    report: str,
    *,
    typed: Mapping[str, str] | None = None,
    errors: Sequence[FormError] = (),
    clashes: Sequence[Clash] = (),
    since: int | None = None,
    notice: Notice | None = None,
) -> ExplanationsPage:
    """The page: what the draft holds, else what is on record; or all that was sent, kept.

    `clashes`: boxes that another office of the body changed in the draft meanwhile. `since`: an
    entry after which an explanation that was recorded is one that whoever sent this had not read.
    """
    found = found_of(look, report)
    if not found:
        raise place.NoSuchReference(
            say("The record holds no recommendation of that report at these dates.")
        )
    institution = institution_of(report)
    allowed = access.may(look.actor, "respond", about=institution)
    draft = explanations.kept_explanations(by=look.actor, report=report) if allowed else None
    newer = _recorded_since(found, since)
    wrong = {
        **{e.target: e.words for e in errors},
        **{c.field: _clash_words(c) for c in clashes},
        **newer,
    }
    rests = {name: words for told in found for name, words in _held(told, draft).items()}
    values = {**rests, **boxes(typed or {})}
    register = look.register(institution)
    held = {item.reference: item for item in rows(look, institution).items}
    names = catalogue.names_of(institution, on=look.on)
    today = days.of_day(DAY, look.today.isoformat())
    day = days.filled(today, draft.fields if draft else {})
    rests |= dict(zip(DAY.boxes, (day.day, day.month, day.year), strict=True))
    return ExplanationsPage(
        title=TITLE,
        kicker=reports.titles(register).get(report, ""),
        area="plans",
        sentence=_sentence(found, draft),
        errors=(*errors, *_more(wrong, errors)),
        banner=acting(look, institution),
        as_at=look.as_at(),
        notice=notice,
        crumbs=(Link(label=say("The reply and its clock"), url=f"/responses/{report}/clock/"),),
        action=url(report),
        hidden=(
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=(typed or {}).get("key") or token_hex(16)),
            Hidden(name="shown", value=json.dumps({n: mark(w) for n, w in rests.items()})),
        ),
        warning="" if allowed else NOT_AS_YOU_ARE,
        items=tuple(
            Explaining(
                id=name_of(told),
                title=title_of(told),
                words=told.finding.text or say("Its words are not shown to you."),
                facts=_facts(told, register, held, names),
                boxes=_boxes(look, told, values, wrong),
                links=(
                    Link(
                        label=say("Write this one alone"),
                        url=f"/actions/{told.finding.reference}/respond/",
                    ),
                    Link(
                        label=say("Its page, with each action"),
                        url=f"/findings/{told.finding.reference}/",
                    ),
                    *_doubted(told, register, names),
                ),
            )
            for told in found
        ),
        dates=(days.filled(day, typed or {}, (*errors, *_more(wrong, errors))),),
        cancel=Link(label=say("Back to the reply"), url=f"/responses/{report}/clock/"),
        aside=(
            Aside(
                title=say("How this is kept"),
                paragraphs=(
                    say(
                        "Either button keeps every word that you typed, for you and for the other "
                        "offices of your body. Only “Record these explanations” writes on the "
                        "record."
                    ),
                    say(
                        "A recommendation with empty boxes is left for later. One that is the "
                        "same as on the record is not written again."
                    ),
                    _who_reads(register, report),
                ),
            ),
        ),
    )


def _who_reads(register: Register, report: str) -> str:
    """Who reads what is recorded here, said before it is recorded."""
    if held_explanations.waits(register, report, duty=duty_of(register, report)):
        return say(
            "What you record is shown to the offices of your body and of the body that the report "
            "is about: until the publication of the reply is recorded, nobody else reads them."
        )
    return say("What you record here is public at once.")


def _held(told: Explanation, draft: Draft | None) -> dict[str, str]:
    """Box -> what the draft holds of it, else what is on record."""
    fact = told.version.fact if told.version else None
    recorded = {
        f"answer-{name_of(told)}": str((fact and fact.get("response")) or ""),
        f"text-{name_of(told)}": plain(str((fact and fact.get("text")) or "")),
    }
    kept = draft.fields if draft else {}
    return {name: kept.get(name, words) for name, words in recorded.items()}


def _boxes(
    look: Look, told: Explanation, values: Mapping[str, str], wrong: Mapping[str, str]
) -> tuple[Field, ...]:
    answer, text = f"answer-{name_of(told)}", f"text-{name_of(told)}"
    return (
        Field(
            name=answer,
            label=say("What was answered to {title}", title=_in_sentence(told)),
            value=values[answer],
            error=wrong.get(answer, ""),
            choices=item_choices.answers(look, None),
        ),
        Field(
            name=text,
            label=say(
                "Action taken or proposed on {title}, or why none", title=_in_sentence(told)
            ),
            value=values[text],
            error=wrong.get(text, ""),
            rows=_ROWS,
        ),
    )


def _in_sentence(told: Explanation) -> str:
    return say("recommendation {number}", number=told.number).strip()


def _facts(
    told: Explanation, register: Register, held: Mapping[str, Line], names: Names
) -> tuple[Item, ...]:
    """Theme, owner, date, how the actions that answer it stand, and what is on record."""
    finding = told.finding
    every = _answering(told, register, names)
    answering = [one for one in every if not in_doubt(one, finding)]
    counted = (
        say("{count}. {standing}", count=f"{len(answering):,}", standing=standing(answering))
        if answering
        else say("None that is confirmed.")
    )
    made = [
        Item(label=say("Theme"), words=finding.theme or _headings(answering, held)),
        Item(
            label=say("Owner"),
            words=_owners(answering, held) or _doubted_owners(every, held),
        ),
        Item(
            label=say("Date"),
            words=due_words(finding, names) if finding.due else no_day(finding) or say("No date."),
        ),
        Item(
            label=say("Actions that answer it"),
            words=" ".join((counted, *doubted_words(every, finding)))
            if every
            else say("None on record."),
        ),
    ]
    if told.version:
        day = on_day(told.version.fact.valid.start)
        made.append(Item(label=say("On record since {day}", day=day), words=told.words))
    return tuple(made)


def _answering(told: Explanation, register: Register, names: Names) -> list[Progress]:
    """The actions that are linked to it, by whatever link."""
    linked = finding_plan.answering(told.finding, register)
    return [progress(register, one, names=names) for one in linked]


def _doubted(told: Explanation, register: Register, names: Names) -> tuple[Link, ...]:
    """The ways to the actions whose link waits to be confirmed, where both answers stand."""
    return tuple(
        Link(
            label=say(
                "Confirm or take back the link of: {action}",
                action=short(start(one.text or say("Words withheld"))),
            ),
            url=f"/findings/{one.reference}/",
        )
        for one in _answering(told, register, names)
        if in_doubt(one, told.finding)
    )[:_MOST_DOUBTED]


def _named(answering: Sequence[Progress], held: Mapping[str, Line]) -> list[str]:
    """The owners of actions, each once."""
    found = (held[one.reference].owner for one in answering if one.reference in held)
    return [owner for owner in dict.fromkeys(found) if owner]


def _doubted_owners(every: Sequence[Progress], held: Mapping[str, Line]) -> str:
    """Nobody; or whom only links name that nobody has confirmed."""
    named = _named(every, held)
    if not named:
        return say("No owner on record.")
    return say(
        "No owner on record but by a link that nobody has confirmed: {owners}.",
        owners=", ".join(map(office_words, named)),
    )


def _owners(answering: Sequence[Progress], held: Mapping[str, Line]) -> str:
    """Who owns what answers it: one of several is not named alone."""
    named = _named(answering, held)
    owner = start(office_words(named[0])) if named else ""
    more = len(named) - 1
    if more < 1:
        return owner
    return say(
        "{owner} and {more} more, each of an action that answers it",
        owner=owner,
        more=number(more),
    )


def _headings(answering: Sequence[Progress], held: Mapping[str, Line]) -> str:
    """Where nothing says its theme: the headings of the log over the actions that answer it."""
    found = dict.fromkeys(held[a.reference].heading for a in answering if a.reference in held)
    named = [words for words in found if words]
    if not named:
        return say("Not in our sources.")
    return say("Its actions stand under: {headings}.", headings=", ".join(named[:_HEADINGS]))


def _sentence(found: Sequence[Explanation], draft: Draft | None) -> str:
    held = sum(1 for told in found if told.version)
    words = say("Explanations on record for {held} of {count}.", held=held, count=len(found))
    if draft is None:
        return words
    when = datetime.fromisoformat(draft.saved_at).astimezone(ZONE)
    return words + say(
        " The draft of your body was kept last at {time} on {day}, by the {office}.",
        time=f"{when:%H:%M}",
        day=in_words(when.date().isoformat()),
        office=office_words(draft.office),
    )


def _clash_words(clash: Clash) -> str:
    return say(
        "The {office} typed meanwhile: “{theirs}”. Yours stands below; press a button again to "
        "put it in the place of theirs.",
        office=office_words(clash.by),
        theirs=clash.theirs,
    )


def _recorded_since(found: Sequence[Explanation], since: int | None) -> dict[str, str]:
    """Box -> that another explanation was recorded after the page was read."""
    return {
        f"text-{name_of(told)}": say(
            "{title} was answered meanwhile, as entry {seq}: “{theirs}”. Yours stands below; "
            "press again to record it after theirs.",
            title=title_of(told),
            seq=f"{told.version.seq:,}",
            theirs=told.words,
        )
        for told in found
        if since is not None and told.version and told.version.seq > since
    }


def _more(wrong: Mapping[str, str], errors: Sequence[FormError]) -> tuple[FormError, ...]:
    """What stands at a box and is not yet told above."""
    told = {e.target for e in errors}
    return tuple(FormError(words=w, target=t) for t, w in wrong.items() if t not in told)
