"""My week: overdue, due in 7, 14 and 28 days, waiting for others; a chase draft for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from answerable.operations.desk import chasing
from answerable.operations.desk import weeks as desk
from answerable.operations.pages import whose
from answerable.operations.pages.desk import (
    week_groups,
    week_owed,
    week_owners,
    week_said,
    week_unconfirmed,
    week_work,
)
from answerable.operations.pages.desk.week_parts import WeekLine, WeekPart, linked, places
from answerable.operations.pages.forms import acting, who
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, session_path, short
from answerable.operations.pages.parts import Aside, Link, Page, Row, Section
from answerable.operations.pages.proof import office_words
from answerable.operations.pages.record import received
from answerable.operations.pages.sessions.planned_session import MINE, THEIRS
from answerable.operations.pages.short import with_short
from answerable.operations.rights import accounts
from answerable.operations.sessions import waiting
from answerable.scrutiny.lateness import since_the_end
from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.week import ANSWER, LAW, QUESTION, REPLY, Entry, Week
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TITLE = marked("My week")
KINDS = {
    QUESTION: marked("Question"),
    REPLY: marked("Reply"),
    ANSWER: marked("Answer"),
    "action": marked("Action"),
}


@dataclass(frozen=True, kw_only=True)
class WeekPage(Page):
    """The shapes stand at the head of `week/week.html`."""

    parts: tuple[WeekPart, ...]
    first: tuple[Section, ...] = ()
    scrutiny: tuple[Section, ...] = ()


def week(look: Look) -> WeekPage:
    """The week of the office that looks; a reader is asked to choose one."""
    if look.actor.is_public:
        return _choose(look)
    found = desk.weeks(look)
    parts: list[WeekPart] = []
    for one in found:
        about = f" ({body_words(one.institution)})" if len(found) > 1 else ""
        prefix = f"{one.institution}-" if len(found) > 1 else ""
        every = _parts(look, one.institution, one.week, about=about, prefix=prefix)
        known = not about and whose.keeps_own_record(one.institution)
        parts += every if known else [part for part in every if part.lines]
    unconfirmed = week_unconfirmed.waits(look)
    first = (
        *_unsigned(look),
        *unconfirmed,
        *_reports(look, tuple(one.institution for one in found)),
    )
    scrutiny = tuple(s for one in found if (s := _scrutiny(look, one, many=len(found) > 1)))
    return with_short(
        look,
        tuple(one.institution for one in found),
        WeekPage(
            title=TITLE,
            area="week",
            sentence=week_said.every(found)
            or week_said.nothing(
                handed_in=week_unconfirmed.handed_in(look), mine=bool(unconfirmed)
            ),
            banner=acting(look, found[0].institution if found else None),
            past=look.past(),
            as_at=look.as_at(),
            parts=linked(parts),
            first=first,
            scrutiny=scrutiny,
            places=places(first, parts, scrutiny),
            aside=(
                *(
                    a
                    for one in found
                    for a in (
                        week_owed.by_owner(look, one.institution, one.week)
                        if week_owed.owes(look, one.institution)
                        else week_owners.mails(look, one, many=len(found) > 1)
                    )
                ),
                week_work.work(look, tuple(one.institution for one in found)),
                Aside(
                    title=say("How this is made"),
                    paragraphs=(
                        say(
                            "From the record alone: what is open and has a date, replies "
                            "that the law asks for, what is said to be done and nobody has "
                            "checked, and questions of sessions that nobody has ended."
                        ),
                        say("A chase draft opens in your own mail program and is sent by you."),
                    ),
                ),
            ),
        ),
    )


def _unsigned(look: Look) -> Iterator[Section]:
    """Minutes that wait for a signature: of whoever looks, or of the commissioner."""
    every = waiting.unsigned(actor=look.actor, at=look.at)
    for title, own in ((MINE, True), (THEIRS, False)):
        rows = tuple(
            Row(
                title=f"{one.title}, {in_words(one.date)}",
                url=f"/{one.reference.replace('session/', 'sessions/', 1)}/sign/",
                sentence=say("They are written and not on the record until they are signed."),
            )
            for one in every
            if one.own is own
        )
        if rows:
            yield Section(title=title, id="own" if own else "theirs", rows=rows)


def _reports(look: Look, every: Sequence[str]) -> Iterator[Section]:
    """Reports of mistakes that wait for whoever looks."""
    rows = tuple(
        replace(row, title=f"{row.title} ({body_words(one)})") if len(every) > 1 else row
        for one in every
        if (row := received.waiting_row(look, one)) is not None
    )
    if rows:
        yield Section(title=received.TITLE, id="mistakes", rows=rows)


def _scrutiny(look: Look, one: desk.OfWeek, *, many: bool) -> Section | None:
    """Each theme with a finding, the least asked first; always “of the papers we hold”."""
    if not one.intensity:
        return None
    about = f" ({body_words(one.institution)})" if many else ""
    return Section(
        title=say("What was asked about, of the papers we hold{about}", about=about),
        id=f"scrutiny-{one.institution}" if many else "scrutiny",
        rows=tuple(
            Row(
                title=start(i.words),
                url=look.url(f"/search/?q={quote(i.words)}&body={one.institution}"),
                sentence=i.sentence(look.on),
            )
            for i in one.intensity
        ),
    )


def lines(look: Look) -> tuple[str, ...]:
    """The same for a terminal."""
    told: list[str] = []
    for one in desk.weeks(look):
        words = week_said.about(one)
        if not (words or one.week.every):
            continue
        told += [body_words(one.institution), words]
        for title, _, _, entries in _groups(one.week):
            if not (entries or whose.keeps_own_record(one.institution)):
                continue
            told += ["", title]
            told += [f"  {_days(e)}{e.text or e.reference}  ({e.reference})" for e in entries]
            told += [] if entries else [say("  Nothing.")]
        told += ["", say("What was asked about")] if one.intensity else []
        told += [f"  {start(i.words)}: {i.sentence(look.on)}" for i in one.intensity]
    return tuple(told) or (
        say("The record holds nothing yet about an institution you answer for."),
    )


def _groups(week: Week) -> list[tuple[str, str, str, Sequence[Entry]]]:
    """Title, anchor, view of the register, entries; what the law asks comes before the rest."""
    dated = (*week.overdue, *(entry for _, found in week.due for entry in found))
    law = tuple(entry for entry in dated if entry.kind in LAW)
    first = [(say("What the law asks"), "law", "due", law)] if law else []
    return [
        *first,
        (say("Overdue"), "overdue", "overdue", _others(week.overdue)),
        *(
            (say("Due in {span} days", span=span), f"due-{span}", "due", _others(found))
            for span, found in week.due
        ),
        (say("Waiting for others"), "waiting", "unproven", week.waiting),
        *([(say("The next after 28 days"), "later", "due", week.later)] if week.later else []),
    ]


def _others(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind not in LAW)


def _parts(
    look: Look, institution: str, found: Week, *, about: str, prefix: str
) -> list[WeekPart]:
    made = []
    owed = week_owed.owes(look, institution)
    named = {"overdue": week_owed.OVERDUE, "waiting": week_owed.WAITING} if owed else {}
    for usual, name, view, entries in _groups(found):
        title = say(named[name]) if name in named else usual
        long = name != "law" and len(entries) > week_groups.LONG
        shown = entries[: week_groups.FIRST if long else desk.MOST_SHOWN]
        rest = len(entries) - len(shown)
        groups = (
            week_groups.by_owner(
                look, entries, body=institution, view="" if view == "due" else view, url=_url
            )
            if long
            else ()
        )
        query = f"body={institution}&view={view}" if view != "due" else f"body={institution}"
        made.append(
            WeekPart(
                title=f"{title}{about}",
                id=f"{prefix}{name}",
                lines=tuple(
                    _owed(look, entry, late=name != "waiting") if owed else _line(look, entry)
                    for entry in shown
                ),
                none=say("Nothing."),
                rest=Link(
                    label=say("{rest:,} more in the register", rest=rest),
                    url=look.url(f"/plans/?{query}"),
                )
                if rest and not long
                else None,
                groups=groups[: week_groups.MOST_OWNERS],
                other_groups=groups[week_groups.MOST_OWNERS :],
                count=len(entries),
            )
        )
    return made


def _line(look: Look, entry: Entry) -> WeekLine:
    draft = None if chasing.to_oneself(look, entry.owner) else chasing.draft(look, entry)
    return WeekLine(
        title=start(short(entry.text)) if entry.text else say("Words not in our sources"),
        url=look.url(_url(entry)),
        kind=KINDS.get(entry.kind, start(entry.kind.replace("-", " "))),
        days="" if entry.kind in LAW else _days(entry).strip(" :"),
        why=entry.why,
        end=f"/questions/{entry.reference}/end/" if entry.kind == QUESTION else "",
        owner=body_words(entry.owner or "") if entry.kind in LAW else _owner(entry),
        mail=chasing.mailto(draft) if draft else "",
        file=f"/week/chase.eml?{urlencode({'item': entry.reference})}" if draft else "",
        draft=f"{draft.subject}\n\n{draft.body}" if draft else "",
    )


def _owed(look: Look, entry: Entry, *, late: bool) -> WeekLine:
    """The same for those who owe it: where to answer, and no mail to oneself."""
    line = _line(look, entry)
    if entry.kind != "action":
        return line
    answers = week_owed.answers(look, entry, late=late)
    return replace(line, mail="", file="", draft="", answers=answers)


def _owner(entry: Entry) -> str:
    return start(office_words(entry.owner)) if entry.owner else say("No owner on record")


def _url(entry: Entry) -> str:
    if entry.kind == REPLY:
        return f"/responses/{entry.reference}/clock/"
    if entry.kind == QUESTION:
        return session_path(entry.reference)
    return f"/findings/{entry.reference}/"


def _days(entry: Entry) -> str:
    if entry.days is None:
        return ""
    n = abs(entry.days)
    if n == 0:
        return say("Today: ")
    if entry.days < 0 and (since := since_the_end(entry.due)):
        return f"{start(since)}: "
    many = f"{number(n)} {plural('day', n)}"
    return f"{start(many)} {(say('past') if entry.days < 0 else say('left'))}: "


def _choose(look: Look) -> WeekPage:
    signing = accounts.exist()
    into = Link(label=say("Sign in"), url="/account/sign-in/?next=/week/")
    return WeekPage(
        title=TITLE,
        area="week",
        sentence=say("{who} Sign in, and your week stands here.", who=who(look.actor))
        if signing
        else say("{who} Choose one, and its week stands here.", who=who(look.actor)),
        banner=acting(look),
        as_at=look.as_at(),
        parts=(),
        aside=(
            Aside(
                title=say("Who acts"),
                actions=(
                    into
                    if signing
                    else Link(label=say("Choose an office"), url="/roles/?next=/week/"),
                ),
            ),
        ),
    )
