"""Several rows of the register at once: which, what they are given, and what would come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlencode

from answerable.operations import access, catalogue
from answerable.operations.desk import register as desk
from answerable.operations.desk.rows import rows
from answerable.operations.pages.changing import (
    About,
    Box,
    Form,
    Read,
    names,
    offices,
    read,
    shown,
)
from answerable.operations.pages.forms import (
    ConflictPage,
    Field,
    FormPage,
    Hidden,
    Tick,
    carried,
    conflict,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, short, stop
from answerable.operations.pages.parts import FormError, Item, Link
from answerable.operations.pages.plans import item_choices
from answerable.operations.pages.plans.item_choices import DOUBTED
from answerable.operations.pages.proof import office_words
from answerable.operations.plans import together as doing
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans import sure_links, together, unlinked
from answerable.scrutiny.plans.desk import Item as DeskItem
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.plans.together import Asked, Outcome
from answerable.scrutiny.progress import progress
from answerable.vocabulary.facts import FindingLinked, FindingPublished
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words

TITLE = marked("Change several actions at once")
ITEM, BACK, WHICH, ALL, UNLINK, CONFIRM = "item", "back", "which", "all", "unlink", "confirm"
FORM = Form(
    kind="together",
    may="move_due_date",
    title=TITLE,
    button=marked("Record these changes"),
    check=True,
    ahead=True,
    boxes=(
        Box(
            name="owner",
            label=marked("Owner of all that are ticked"),
            hint=marked("Leave it, and each keeps its owner."),
            choices=item_choices.owners,
            other=marked("Or another owner, in words"),
        ),
        Box(
            name="due",
            label=marked("Due date of all that are ticked"),
            hint=marked("Leave it, and each keeps its date. A date only moves to a later day."),
            kind="date",
        ),
        Box(
            name=UNLINK,
            label=marked("What none of those that are ticked answers"),
            hint=marked(
                "Leave it, and the links stay. A wrong link stays in the history, marked."
            ),
        ),
        Box(
            name=CONFIRM,
            label=marked("What those that are ticked do answer, where nobody has confirmed it"),
            hint=marked("Leave it, and what is not confirmed stays so."),
        ),
        Box(name="reason", label=marked("Why"), kind="long", needed=marked("Say why")),
        Box(
            name="authoriser",
            label=marked("Which office agreed to it"),
            choices=offices,
            needed=marked("Say which office agreed to it"),
        ),
    ),
)


def may(look: Look, institution: str) -> bool:
    """May whoever looks give actions an owner or a date?"""
    return any(
        access.may(look.actor, name, about=institution) for name in ("reassign", "move_due_date")
    )


def changes(item: DeskItem) -> bool:
    """Can this row be ticked? An open action; nobody is given a finding."""
    return item.kind == "action" and item.open


def address(institution: str) -> str:
    """Where several rows are changed."""
    return f"/plans/{institution}/together/"


def chosen(
    look: Look, institution: str, posted: Mapping[str, str], ticked: Sequence[str]
) -> list[str]:
    """The actions that are meant: those ticked, or all that the filters of the register list."""
    if finding := posted.get(DOUBTED):
        return _doubted(look, institution, finding)
    if posted.get(WHICH) != ALL:
        return list(dict.fromkeys(ticked))
    want = desk.wanted(dict(parse_qsl(posted.get(BACK, ""))))
    return [i.reference for i in rows(look, institution).table.chosen(want) if changes(i)]


def asked(posted: Mapping[str, str], *, today: date) -> tuple[Read, Asked | None]:
    """What was typed; None where a box cannot be used."""
    found = read(FORM, posted, today=today)
    if found.errors:
        return found, None
    return found, Asked(**found.values)  # type: ignore[arg-type]  # the boxes are its fields


def form(
    look: Look,
    institution: str,
    among: Sequence[str],
    *,
    key: str,
    posted: Mapping[str, str],
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The actions, each to be left out, and what they are given."""
    about = _about(institution, posted)
    typed = {n: posted[n] for n in (*names(FORM), "seen", "key") if n in posted}
    alone = DOUBTED in posted
    if alone:
        typed |= _to_confirm(look, posted[DOUBTED])
    made = shown(look, FORM, about, key=key, posted=typed, errors=errors)
    offered = {
        UNLINK: item_choices.answered_findings(look, institution, among),
        CONFIRM: item_choices.doubted_findings(look, institution, among),
    }
    fields = tuple(
        replace(f, choices=offered[f.name]) if isinstance(f, Field) and f.name in offered else f
        for f in made.fields
        if f.name != CONFIRM or len(offered[CONFIRM]) > 1
        if not (alone and f.name.partition("-")[0] in ("owner", UNLINK))
    )
    return replace(
        made,
        sentence=_many(len(among)),
        hidden=(*made.hidden, Hidden(name=BACK, value=posted.get(BACK, ""))),
        fields=(_ticks(look, institution, among), *fields) if among else fields,
        dates=tuple(one for one in made.dates if not (alone and one.name == "due")),
    )


def check(
    look: Look,
    institution: str,
    found: Sequence[Outcome],
    told: Asked,
    posted: Mapping[str, str],
    *,
    key: str,
) -> FormPage:
    """What would come of each before anything is written; what stays is left out and says why."""
    about = _about(institution, posted)
    goes = [one for one in found if one.facts]
    made = shown(look, FORM, about, key=key, posted={})
    return replace(
        made,
        title=say("Check: change several actions at once"),
        sentence=_would(len(goes), len(found) - len(goes)),
        button=say_many("Record this change", "Record these {count} changes", len(goes))
        if goes
        else "",
        hidden=(
            Hidden(name="step", value="save"),
            Hidden(name="seen", value=posted.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=posted.get("key") or key),
            Hidden(name=BACK, value=posted.get(BACK, "")),
            *carried(posted, *names(FORM)),
            *(Hidden(name=ITEM, value=one.item.reference) for one in goes),
        ),
        fields=(),
        dates=(),
        answers=(
            Item(label=say("Why"), words=told.reason),
            Item(label=say("Agreed by"), words=start(office_words(told.authoriser))),
            Item(label=say("Since"), words=in_words(told.on.isoformat())),
            *(_line(look, one, told) for one in found),
        ),
    )


def conflicting(
    look: Look, institution: str, found: Conflict, among: Sequence[str], posted: Mapping[str, str]
) -> ConflictPage:
    """One of them was changed meanwhile: both values, and the form kept."""
    about = _about(institution, posted)
    return conflict(
        look,
        found,
        keep=(
            Hidden(name="step", value="check"),
            Hidden(name="seen", value=str(look.head.size - 1)),
            *carried(posted, "key", BACK, *names(FORM)),
            *(Hidden(name=ITEM, value=name) for name in among),
        ),
        action=about.url,
        back_url=about.back,
        institution=institution,
    )


def register_address(institution: str, posted: Mapping[str, str], **more: str) -> str:
    """The register as it was filtered; parts that it does not know are left out."""
    want = desk.wanted(dict(parse_qsl(posted.get(BACK, ""))))
    return f"/plans/?{urlencode({'body': institution, **want.chosen, **more})}"


def outcomes(
    look: Look, institution: str, among: Sequence[str], told: Asked
) -> tuple[Outcome, ...]:
    """What would come of each, for whoever may."""
    doing.checked_asked(told, among)
    doing.require(look.actor, institution, told)
    return together.outcomes(look.register(institution), among, told)


def _about(institution: str, posted: Mapping[str, str]) -> About:
    back = register_address(institution, posted)
    return About(
        reference="",
        institution=institution,
        title=TITLE,
        url=address(institution),
        back=back,
        crumbs=(
            Link(label=body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("Register"), url=back),
        ),
    )


def _to_confirm(look: Look, finding: str) -> dict[str, str]:
    """What is filled in where links of one finding are confirmed: by this office, since today."""
    day = look.today
    when = {"on-day": str(day.day), "on-month": str(day.month), "on-year": str(day.year)}
    return {CONFIRM: finding, "authoriser": look.actor.office, **when}


def _doubted(look: Look, institution: str, finding: str) -> list[str]:
    """The open actions that are linked to a finding by a link that nobody has confirmed."""
    register = look.register(institution)
    if not register.of(FindingPublished, stream=finding):
        return []
    item = progress(register, finding)
    every = sure_links.answering(register, item, catalogue.names_of(institution, on=look.on))
    return [one.reference for one in sure_links.doubted(item, every) if one.open]


def _ticks(look: Look, institution: str, among: Sequence[str]) -> Field:
    held = {item.reference: item for item in rows(look, institution).items}
    return Field(
        name="items",
        label=say("Which actions"),
        hint=say("Take the tick away from those that stay as they are."),
        ticks=tuple(
            Tick(ITEM, name, _told(look, held[name]), ticked=True)
            for name in among
            if name in held
        ),
    )


def _told(look: Look, item: DeskItem) -> str:
    """“26/058 Check what residents were told. Deputy chief constable, due 1 June 2027.”"""
    owner = start(office_words(item.owner)) if item.owner else say("No owner on record")
    due = say("due {day}", day=in_words(item.due)) if item.due else say("no date")
    number = known_as(look.register(item.institution), item.reference)
    words = short(item.text or say("Words withheld"))
    return f"{number} {words} ({owner}, {due})".strip()


def _line(look: Look, one: Outcome, told: Asked) -> Item:
    item = one.item
    number = known_as(look.register(item.first.fact.institution), item.reference)
    return Item(
        label=number or item.reference,
        words=f"{stop(short(item.text or say('Words withheld')))} {_becomes(one, told)}",
    )


def _becomes(one: Outcome, told: Asked) -> str:
    if one.stays:
        return say("Stays as it is. {why}", why=one.stays)
    if not one.facts:
        return _nothing(told)
    item, words = one.item, []
    if told.owner:
        before = start(office_words(item.owner)) if item.owner else say("no owner")
        after = start(office_words(told.owner))
        words.append(say("Owner: {before}, then {after}.", before=before, after=after))
    if told.unlink:
        many = sum(1 for name in item.answers if unlinked.meant(name, told.unlink))
        words.append(
            say_many("{count} link is taken back.", "{count} links are taken back.", many)
        )
    if told.confirm and any(isinstance(fact, FindingLinked) for fact in one.facts):
        words.append(say("Its link is confirmed: it does answer that finding."))
    if told.due:
        before = in_words(item.due) if item.due else say("no date")
        words.append(say("Due: {before}, then {after}.", before=before, after=in_words(told.due)))
    return " ".join(words)


def _nothing(told: Asked) -> str:
    if told.confirm and not (told.unlink or told.owner or told.due):
        return say("Stays as it is: no link of it to that finding waits to be confirmed.")
    if not told.unlink:
        return say("Stays as it is: it has that already.")
    if not (told.owner or told.due):
        return say("Stays as it is: our record holds no link of it to that finding.")
    return say(
        "Stays as it is: it has that owner or date already, and our record holds no link of it "
        "to that finding."
    )


def _many(count: int) -> str:
    if not count:
        return say("No action is ticked. Go back and tick those that you mean.")
    return say_many(
        "{count} action is ticked. Nothing is changed yet.",
        "{count} actions are ticked. Nothing is changed yet.",
        count,
    )


def _would(goes: int, stays: int) -> str:
    would = say_many("{count} action would change", "{count} actions would change", goes)
    if not stays:
        return say("{would}. Nothing is written yet.", would=would)
    rest = say_many("{count} stays as it is", "{count} stay as they are", stays)
    return say("{would}, {rest}. Nothing is written yet.", would=would, rest=rest)
