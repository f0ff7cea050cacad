"""A paper that is held back: every passage, where it stands, why, and the ways on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.pages import acts, days, naming
from answerable.operations.pages.forms import DateField, Field, FormPage, Hidden, Tick, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError, Link, Row, Section
from answerable.publishing.sensitivity.model import Held, HeldBack
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import ImpossibleDate, in_words

URL, TICK, SESSIONS = "/held/", "release", "/sessions/"


class NothingTicked(Refusal):
    """A release of no passage."""

    code = "nothing_ticked"


@dataclass(frozen=True, kw_only=True)
class HeldPage(FormPage):
    """The held passages of a paper; a form that releases them, for an office that may."""

    sections: tuple[Section, ...] = ()


def held(
    look: Look,
    refusal: HeldBack,
    *,
    paper: str,
    key: str,
    posted: Mapping[str, str] | None = None,
    ticked: Sequence[str] = (),
    error: str = "",
    written: int | None = None,
) -> HeldPage:
    """`paper` is the address of what is held; `ticked` are digests."""
    about, values = refusal.about, posted or {}
    found = tuple({one.digest: one for one in refusal.found}.values())
    may = bool(about) and access.may(look.actor, "publish", about=about)
    rows = _rows(look, refusal.found, about, paper)
    return HeldPage(
        title=say("This is not sent out as it stands"),
        area="about",
        sentence=say_many(
            "{count} passage in it may not be public as it stands.",
            "{count} passages in it may not be public as they stand.",
            len(found),
        ),
        banner=acting(look, about or None),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        errors=(FormError(words=error, target="reason"),) if error else (),
        action=f"{URL}?of={quote(paper)}",
        button=say("Release what is ticked") if may else "",
        hidden=(
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or key),
        )
        if may
        else (),
        warning=say("What is published cannot be called back.") if may else "",
        cancel=Link(label=say("Leave it held"), url="/packs/"),
        fields=release_fields(found, values, ticked) if may else (),
        sections=(
            Section(
                title=say("What is held, and where it stands"),
                paragraphs=(
                    say(
                        "Look at each. Mark it restricted where the public must not read it, or "
                        "release it where it may. Then the paper opens."
                    )
                    if may
                    else say(
                        "An office that publishes about this body may release them with a "
                        "reason. Where the public must not read one, it is marked restricted."
                    ),
                ),
                rows=rows,
            ),
        ),
    )


def may_see(actor: Actor, about: str) -> bool:
    """Held words are shown to the body that they are about, and to who decides on them."""
    if actor.is_public or not about:
        return False
    deciding = any(access.may(actor, op, about=about) for op in ("publish", "reclassify"))
    return deciding or actor.body == about


def in_short(refusal: HeldBack) -> str:
    """How much of a paper is held, for a form on which the paper was ticked."""
    return say_many(
        "{count} passage in it may not be public as it stands. Open that paper as your office: "
        "it says where the passage stands, and what can be done.",
        "{count} passages in it may not be public as they stand. Open that paper as your office: "
        "it says where each stands, and what can be done.",
        len({one.digest for one in refusal.found}),
    )


def errors(refusal: Refusal) -> tuple[FormError, ...]:
    """What is to be mended in a form: of held words, each with its words; else the refusal."""
    if not (isinstance(refusal, HeldBack) and refusal.found):
        return (FormError(words=refusal.sentence),)
    return (
        *(
            FormError(
                words=say("“{words}” may not be public: {why}", words=one.words, why=one.why)
            )
            for one in {one.digest: one for one in refusal.found}.values()
        ),
        FormError(
            words=say(
                "Change these words, or let an office that publishes release them under “Check "
                "a text before it is published” (/check-text/)."
            )
        ),
    )


def for_readers() -> str:
    """What a reader without an office is told of a paper that is held back: no words of it."""
    return say(
        "Something in this file is looked at before it is published, so it does not open now. "
        "Everything that is public stands on the pages of this site."
    )


def opened(look: Look, *, paper: str, written: int | None) -> HeldPage:
    """Nothing of the paper is held: it opens."""
    return HeldPage(
        title=say("It can be sent out"),
        area="about",
        sentence=say("Nothing in it is held."),
        banner=acting(look),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        action="",
        button="",
        sections=(Section(title="", links=(Link(label=say("Open it"), url=paper),)),),
    )


def ticked_of(held: Sequence[Held], digests: Sequence[str]) -> tuple[Held, ...]:
    """The held passages that were ticked, each words once."""
    found = {one.digest: one for one in held if one.digest in digests}
    if not found:
        raise NothingTicked(say("Tick what may be public, and say why."))
    return tuple(found.values())


REVIEW = DateField(
    name="review", legend=marked("Review date"), hint=marked("May be empty."), optional=True
)


def review_of(posted: Mapping[str, str]) -> str:
    """The review date as ISO, empty where none was typed. ImpossibleDate: it is no day."""
    read = days.read((REVIEW,), posted)
    if read.errors:
        raise ImpossibleDate(read.errors[0].words)
    return read.values["review"]


def release_fields(
    found: Sequence[Held], values: Mapping[str, str], ticked: Sequence[str]
) -> tuple[Field | DateField, ...]:
    """The held passages to tick, with one reason and a day of review."""
    return (
        Field(
            name=TICK,
            label=say("May be public as they stand"),
            hint=say("Tick each that you have looked at; the others stay held."),
            ticks=tuple(Tick(TICK, one.digest, one.words, one.digest in ticked) for one in found),
        ),
        Field(
            name="reason",
            label=say("Reason, with the ground on which they may be public"),
            hint=say("It is kept on the record, under your office; the words are not."),
            value=values.get("reason", ""),
            rows=3,
        ),
        days.filled(REVIEW, values, days.read((REVIEW,), values).errors),
    )


def _rows(look: Look, found: Sequence[Held], about: str, paper: str) -> tuple[Row, ...]:
    register = look.register(about) if about in registers.institutions() else None
    return tuple(_row(look, one, register, about, paper) for one in found)


def _row(look: Look, one: Held, register: Register | None, about: str, paper: str) -> Row:
    version = _stands(register, one.where)
    links: tuple[Link, ...] = ()
    if version is not None:
        links = (
            Link(
                label=say("See where it stands"),
                url=naming.path_of(version.fact, seq=version.seq),
            ),
        )
        if access.may(look.actor, "reclassify", about=about):
            url = f"/account/markings/{version.seq}/?field=*&kind=restricted"
            links = (*links, Link(label=say("Mark it restricted"), url=url))
    elif paper.startswith(SESSIONS):
        draft = f"{paper.partition('?')[0].rpartition('/')[0]}/build/"
        links = (Link(label=say("Change the words in the agenda"), url=draft),)
    if access.may(look.actor, "publish", about=about):
        links = (*links, Link(label=say("Release it with a reason"), url=f"#{TICK}"))
    return Row(
        title=f"“{one.words}”",
        sentence=say(
            "{what}. {why} Ground: {ground}.",
            what=f"{one.what[:1].upper()}{one.what[1:]}",
            why=one.why,
            ground=one.ground,
        ),
        note=_entry(version) if version is not None else one.where,
        links=links,
    )


def _entry(version: Version) -> str:
    day = in_words(version.recorded_at.date().isoformat())
    return say(
        "{stream}, entry {entry}, recorded {day}",
        stream=version.fact.stream,
        entry=f"{version.seq:,}",
        day=day,
    )


def _stands(register: Register | None, where: str) -> Version | None:
    """The entry of which a field is held: `STREAM, field`."""
    stream, _, field = where.partition(" with ")[0].partition(", ")
    found = register.by_stream.get(stream, ()) if register else ()
    return next((v for v in found if v.fact.get(field)), found[0] if found else None)
