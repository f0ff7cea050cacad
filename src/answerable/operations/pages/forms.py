"""Pages that write: boxes, answers to check, a conflict with both values, and who acts.

Their shapes stand at the head of `forms/form.html` and `errors/conflict.html`. Each form carries
`seen`, the last entry that the page knew, and `key`, which makes the command act once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from answerable.ledger.register import Version
from answerable.operations import conflict_words, people
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Banner, Item, Link, Page, Section, SectionsPage
from answerable.operations.rights import accounts
from answerable.scrutiny.phrases import start, stop
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words

READ_ONLY = marked("This site is read-only here. It is written to on the machine that it runs on.")
OTHER_OFFICE = marked("This is for another office than the one that you act as.")
SIGN_IN = marked(
    "Sign in to write on this record. Everything public can be read without an account."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a list to choose from."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick: what it posts under which name, its words, whether it is ticked."""

    name: str
    value: str
    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled box: one line, several (`rows`), a choice, or a button for each choice.

    With `ticks` it is a list of boxes to tick instead, under its label. `kind` is the box's own
    type, such as password; `autocomplete` lets a browser fill it in; `folded`: few need it, so it
    stands in what `FormPage.fold` opens.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    error: str = ""
    rows: int = 0
    choices: tuple[Choice, ...] = ()
    ticks: tuple[Tick, ...] = ()
    one_click: bool = False
    kind: str = "text"
    autocomplete: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField:
    """A date in three boxes; posts NAME-day, NAME-month, NAME-year. `under`: a field's name.

    `optional`: it may be left empty; `loose`: a month or a year alone will do.
    """

    name: str
    legend: str
    under: str = ""
    hint: str = ""
    error: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    optional: bool = False
    loose: bool = False

    @property
    def guide(self) -> str:
        """What stands above the boxes: the hint, and an example of what to type."""
        own = (stop(self.hint),) if self.hint else ()
        return " ".join((*own, say("For example, 27 3 2027.")))

    @property
    def boxes(self) -> tuple[str, ...]:
        """The names of its three boxes."""
        return tuple(f"{self.name}-{part}" for part in PARTS)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Which boxes are to be mended."""
        if not self.error:
            return ()
        return times.wrong_parts(day=self.day, month=self.month, year=self.year) or PARTS


PARTS = ("day", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What a form carries and nobody types."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class FormPage(Page):
    """A form, or the answers to check before it is written."""

    action: str
    button: str
    hidden: tuple[Hidden, ...] = ()
    fields: tuple[Field | DateField, ...] = ()
    dates: tuple[DateField, ...] = ()
    answers: tuple[Item, ...] = ()
    warning: str = ""
    cancel: Link | None = None
    fold: str = ""

    @property
    def fold_open(self) -> bool:
        """Does a box that is folded away hold something that was typed?"""
        return any(f.folded and f.value for f in self.fields if isinstance(f, Field))


@dataclass(frozen=True, kw_only=True)
class ConflictPage(Page):
    """Somebody wrote the same field first: both values, and the whole form kept."""

    field: str
    theirs: str
    yours: str
    by: str
    at: str
    action: str
    keep: tuple[Hidden, ...]
    back_url: str
    entry: Link | None = None
    reason: str = ""
    own_reason: str = ""


def acting(look: Look, institution: str | None = None) -> Banner:
    """The banner of a page that writes: what the page is, and as whom one acts."""
    said = banner(institution)
    words = f"{said.words.rstrip('.')}. {who(look.actor)}" if said.words else who(look.actor)
    return replace(said, words=words)


def who(actor: Actor) -> str:
    """“You act as Governance officer of Anyshire Police and Crime Commissioner.”"""
    if actor.is_public:
        if accounts.exist():
            return say(
                "You are a reader. There are accounts here, so offices act by signing in only."
            )
        return say("You are a reader: you have chosen no office.")
    names = dict(people.offices())
    words = names.get(f"{actor.body}/{actor.office}", actor.office.replace("-", " "))
    return say("You act as {words} of {body}.", words=words, body=body_words(actor.body))


def no_day(typed: Mapping[str, str], name: str) -> str:
    """Why the three boxes of a date cannot be used: what was typed, or that a part is missing."""
    parts = {part: typed.get(f"{name}-{part}", "").strip() for part in PARTS}
    if missing := [part for part in PARTS if not parts[part]]:
        return _missing(missing)
    day, month, year = parts.values()
    wrong = times.wrong_parts(day=day, month=month, year=year)
    if "year" in wrong:
        return say(
            "the year “{year}” is none that a form takes: type one from {first} to {last}.",
            year=year[:10],
            first=times.FIRST_YEAR,
            last=times.LAST_YEAR,
        )
    if "month" in wrong:
        return say("“{month}” is no month: type 1 to 12, or its name.", month=month[:20])
    if not times.is_day_of_month(day):
        return say("“{day}” is no day of a month: type 1 to 31.", day=day[:20])
    return say("“{words}” is no day of the calendar.", words=f"{day} {month} {year}"[:40])


def _missing(parts: Sequence[str]) -> str:
    names = {"day": say("day"), "month": say("month"), "year": say("year")}
    match [names[part] for part in parts]:
        case [first]:
            return say("the {first} is missing", first=first)
        case [first, second]:
            return say("the {first} and the {second} are missing", first=first, second=second)
    return say("give the day, the month and the year")


def carried(typed: Mapping[str, str], *names: str) -> tuple[Hidden, ...]:
    """What was typed, to be carried to the next step."""
    return tuple(Hidden(name=name, value=typed.get(name, "")) for name in names)


def conflict(  # every part of the page is named by its caller
    look: Look,
    found: Conflict,
    *,
    keep: tuple[Hidden, ...],
    action: str,
    back_url: str,
    institution: str,
) -> ConflictPage:
    """The page of a conflict; `keep` is the whole form, `seen` brought up to date."""
    at = found.at
    entry = _entry_of(look, institution, found)
    return ConflictPage(
        title=say("Somebody changed this first"),
        area="bodies",
        sentence=conflict_words.sentence(found),
        banner=acting(look, institution),
        as_at=look.as_at(),
        field=start(conflict_words.field(found)),
        theirs=conflict_words.value(found.field, found.theirs),
        yours=conflict_words.value(found.field, found.yours),
        by=conflict_words.by(found),
        at=say("{at} on {day}", at=f"{at:%H:%M}", day=in_words(at.date().isoformat())),
        own_reason=next((one.value for one in keep if one.name == "reason"), ""),
        action=action,
        keep=keep,
        back_url=back_url,
        reason=str(entry.fact.get("reason") or "") if entry and _gives_reason(entry) else "",
        entry=Link(
            label=say("Entry {seq}", seq=f"{entry.seq:,}"), url=f"/history/entry/{entry.seq}/"
        )
        if entry
        else None,
    )


def _entry_of(look: Look, institution: str, found: Conflict) -> Version | None:
    """What the other one wrote, as this reader may see it."""
    written = (v for v in look.register(institution).versions if v.by.body == found.by)
    return next((v for v in written if v.recorded_at == found.at), None)


def _gives_reason(entry: Version) -> bool:
    return "reason" in entry.fact.field_names()


def read_only(
    look: Look, *, title: str, institution: str | None = None, more: Section | None = None
) -> SectionsPage:
    """A form asked for from elsewhere: nothing is written there, and what one can do instead."""
    todo = more or _way_to_write(look)
    return SectionsPage(
        title=title,
        area="bodies",
        sentence=where_to_write() if look.actor.is_public else OTHER_OFFICE,
        banner=banner(institution),
        as_at=look.as_at(),
        sections=(todo,),
    )


def where_to_write() -> str:
    """Why a form is not offered here, in one sentence."""
    return SIGN_IN if accounts.exist() else READ_ONLY


def _way_to_write(look: Look) -> Section:
    if not look.actor.is_public:
        account = Link(label=say("Your account"), url="/account/")
        other = Link(label=say("Act as another office"), url=f"/roles/?next={quote(look.path)}")
        return Section(
            title=say("This is for another office"),
            paragraphs=(who(look.actor),),
            links=(account if accounts.exist() else other,),
        )
    if accounts.exist():
        url = f"/account/sign-in/?next={quote(look.path)}"
        return Section(
            title=say("To write on this record"),
            paragraphs=(say("Accounts are given by invitation; there is no sign-up."),),
            links=(Link(label=say("Sign in and come back here"), url=url),),
        )
    return Section(
        title=say("To write on this record"),
        paragraphs=(
            say(
                "Run Answerable on your own machine; there each demonstration "
                "role is one choice away."
            ),
        ),
    )
