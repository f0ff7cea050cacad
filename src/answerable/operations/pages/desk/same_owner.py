"""Owners that may be one: offered in pairs, in the difference of a log and from the register."""

from collections.abc import Iterable, Mapping, Sequence

from answerable.operations import access
from answerable.operations.desk.rows import rows
from answerable.operations.pages.forms import Choice, Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import FormError, Link
from answerable.operations.plans import same_owner as doing
from answerable.operations.plans.same_owner import TWO, Pair
from answerable.scrutiny.plans.action_log import Change
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.offices import spoken

TITLE = marked("Owners that may be one")
STEP, NAME, OTHER = "same-owner", "same", "two"
MOST = 40


def may(look: Look, institution: str) -> bool:
    """May whoever looks say that two owners are one?"""
    return access.may(look.actor, doing.MAY, about=institution)


def address(institution: str) -> str:
    """Where the pairs of the register stand."""
    return f"/plans/{institution}/owners/"


def of_log(
    look: Look, institution: str, changes: Iterable[Change]
) -> tuple[tuple[Field, ...], tuple[Hidden, ...]]:
    """A box for each pair among the owners of a log and of the register, and what it is about."""
    if not may(look, institution):
        return (), ()
    named = [c.entry.owner for c in changes if c.entry and not c.left]
    found = doing.offered(institution, (*named, *_held(look, institution)))[:MOST]
    return _boxes(found), _names(found)


def link(look: Look, institution: str) -> tuple[Link, ...]:
    """The way to the pairs of the register, where there is one."""
    if look.past() is not None or not may(look, institution):
        return ()
    count = len(doing.offered(institution, _held(look, institution)))
    if not count:
        return ()
    label = say("{title} ({count})", title=TITLE, count=f"{count:,}")
    return (Link(label=label, url=address(institution)),)


def form(
    look: Look, institution: str, *, key: str, errors: tuple[FormError, ...] = ()
) -> FormPage:
    """The pairs of the register, each with the name that stays."""
    found = doing.offered(institution, _held(look, institution))[:MOST]
    back = f"/plans/?body={institution}"
    return FormPage(
        title=TITLE,
        area="plans",
        sentence=say_many(
            "{count} pair of names may be one owner. Nothing is taken for one before you say so.",
            "{count} pairs of names may be one owner. Nothing is taken for one before you say so.",
            len(found),
        )
        if found
        else say("No two owners of open actions look like one."),
        errors=errors,
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("Register"), url=back),
        ),
        action=address(institution),
        button=say("Record this") if found else "",
        hidden=(Hidden(name="key", value=key), *_names(found)),
        warning=say(
            "Open actions of the other name are given to the one that you choose. It stays on the "
            "record who said so, and each can be given back."
        )
        if found
        else "",
        fields=_boxes(found),
        cancel=Link(label=say("Go back and change nothing"), url=back),
    )


def chosen(posted: Mapping[str, str]) -> dict[Pair, str]:
    """Pair -> the name that stays, or `TWO`; what is left open is left out."""
    found = {}
    for name, value in posted.items():
        kind, _, number = name.partition("-")
        pair = (posted.get(f"one-{number}", ""), posted.get(f"other-{number}", ""))
        if kind == NAME and value and all(pair):
            found[pair] = TWO if value == OTHER else pair[0 if value == "one" else 1]
    return found


def _held(look: Look, institution: str) -> list[str | None]:
    """The owners of open actions of the register."""
    items = rows(look, institution).items
    return [item.owner for item in items if item.open and item.kind == "action"]


def _names(found: Sequence[Pair]) -> tuple[Hidden, ...]:
    """The two names of each box, as they stood when it was shown."""
    return tuple(
        Hidden(name=f"{which}-{n}", value=words)
        for n, pair in enumerate(found)
        for which, words in zip(("one", "other"), pair, strict=True)
    )


def _boxes(found: Sequence[Pair]) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=f"{NAME}-{n}",
            label=say(
                "“{one}” and “{other}”: is it one owner?", one=spoken(one), other=spoken(other)
            ),
            choices=(
                Choice(value="", label=say("Not said yet: they stay two")),
                Choice(value="one", label=say("One: as “{name}”", name=spoken(one))),
                Choice(value="other", label=say("One: as “{name}”", name=spoken(other))),
                Choice(value=OTHER, label=say("They are two, and not asked about again")),
            ),
        )
        for n, (one, other) in enumerate(found)
    )
