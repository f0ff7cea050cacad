"""An owner leaves: every open action is looked at, then all go to another owner in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

from answerable.operations import access
from answerable.operations.desk.rows import rows
from answerable.operations.pages.changing import (
    NOT_AS_YOU_ARE,
    About,
    Box,
    Form,
    Read,
    filled_day,
    names,
    offices,
    read,
)
from answerable.operations.pages.forms import (
    Choice,
    ConflictPage,
    Field,
    FormPage,
    Hidden,
    acting,
    carried,
    conflict,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, short
from answerable.operations.pages.parts import Aside, FormError, Item, Link
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import plural, start
from answerable.scrutiny.plans import assigned
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words

TITLE = marked("An owner leaves")
MOST_LISTED = 200
FORM = Form(
    kind="reassign-all",
    may="reassign",
    title=TITLE,
    button=marked("Give all of these away"),
    ahead=True,
    boxes=(
        Box(
            name="to",
            label=marked("New owner"),
            choices=offices,
            other=marked("Or another owner, in words"),
            needed=marked("Say who owns them from now on"),
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


@dataclass(frozen=True, kw_only=True)
class ReassignPage(FormPage):
    """A form over a list; the shapes stand at the head of `plans/reassign.html`."""

    owners: tuple[Field, ...]
    listed: tuple[Item, ...]
    choose_url: str


def asked(posted: Mapping[str, str], look: Look) -> Read:
    """What was typed about the new owner."""
    return read(FORM, posted, today=look.today)


def page(
    look: Look,
    institution: str,
    *,
    owner: str,
    posted: Mapping[str, str] | None = None,
    errors: tuple[FormError, ...] = (),
) -> ReassignPage:
    """Choose the owner who leaves; then the list of what they hold, and the form."""
    values = posted or {}
    wrong = {error.target: error.words for error in errors}
    register = look.register(institution)
    held = assigned.held_by(register, owner) if owner else ()
    about = _about(institution)
    allowed = access.may(look.actor, FORM.may, about=institution)
    return ReassignPage(
        title=TITLE,
        area="plans",
        sentence=_sentence(held, owner),
        errors=errors,
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("Register"), url=about.back),
        ),
        action=about.url,
        choose_url=about.url,
        button=FORM.button if held else "",
        hidden=(
            Hidden(name="owner", value=owner),
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or token_hex(16)),
            Hidden(name="among", value=" ".join(item.reference for item in held)),
        ),
        warning="" if allowed else NOT_AS_YOU_ARE,
        owners=(
            Field(
                name="owner",
                label=say("Who leaves"),
                value=owner,
                choices=(
                    Choice(value="", label=say("Choose an owner")),
                    *(
                        Choice(value=name, label=start(office_words(name)))
                        for name in rows(look, institution).table.owners
                    ),
                ),
            ),
        ),
        listed=tuple(_line(item) for item in held[:MOST_LISTED]),
        fields=tuple(
            field for box in FORM.boxes for field in _boxes(look, box, about, values, wrong)
        )
        if held
        else (),
        dates=(filled_day(FORM, values, errors, today=look.today),) if held else (),
        cancel=Link(label=say("Go back and change nothing"), url=about.back),
        aside=(
            Aside(
                title=say("What happens"),
                paragraphs=(
                    say(
                        "All of the listed actions go, or none. If the list changed "
                        "meanwhile, you are shown the new one first."
                    ),
                    say(
                        "An owner is an office: where only the person in it changes, "
                        "nothing needs to be given away."
                    ),
                ),
            ),
        ),
    )


def lines(look: Look, institution: str, *, owner: str) -> tuple[str, ...]:
    """What an owner holds, for a terminal."""
    held = assigned.held_by(look.register(institution), owner)
    return (_sentence(held, owner), *(f"{i.reference}: {_line(i).words}" for i in held))


def conflicting(
    look: Look, institution: str, found: Conflict, posted: Mapping[str, str]
) -> ConflictPage:
    """One of them was given to somebody meanwhile: both owners, and the form kept."""
    about = _about(institution)
    return conflict(
        look,
        found,
        keep=(
            Hidden(name="seen", value=str(look.head.size - 1)),
            *carried(posted, "key", "owner", "among", *names(FORM)),
        ),
        action=about.url,
        back_url=about.back,
        institution=institution,
    )


def _about(institution: str) -> About:
    return About(
        reference="",
        institution=institution,
        title=TITLE,
        url=f"/plans/{institution}/reassign/",
        back=f"/plans/?body={institution}",
    )


def _boxes(
    look: Look, box: Box, about: About, values: Mapping[str, str], wrong: Mapping[str, str]
) -> list[Field]:
    made = [
        Field(
            name=box.name,
            label=box.label,
            value=values.get(box.name, ""),
            error=wrong.get(box.name, ""),
            rows=3 if box.kind == "long" else 0,
            choices=box.choices(look, about) if box.choices else (),
        )
    ]
    if box.other:
        name = f"{box.name}-other"
        made.append(Field(name=name, label=box.other, value=values.get(name, "")))
    return made


def _sentence(held: tuple[Progress, ...], owner: str) -> str:
    if not owner:
        return say(
            "Choose the owner who leaves; then you see what they hold, and nothing changes yet."
        )
    n = len(held)
    who = start(office_words(owner))
    return say(
        "{who} owns {n} open {actions}. Nothing is changed yet.",
        who=who,
        n=f"{n:,}",
        actions=plural("action", n),
    )


def _line(item: Progress) -> Item:
    due = say("due {day}", day=in_words(item.due)) if item.due else say("no date")
    words = short(item.text or say("Words withheld"))
    return Item(label=item.reference, words=f"{words} ({due})")
