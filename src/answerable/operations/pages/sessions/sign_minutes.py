"""Check the minutes before they are signed: every line as it will stand, every question's end."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.pages.forms import Choice, Hidden
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link, Page
from answerable.operations.pages.sessions.build_agenda import frame
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.sessions import presiding, signing
from answerable.operations.sessions.session_draft import Open
from answerable.operations.sessions.session_reading import Question, Ready
from answerable.scrutiny.phrases import number, plural, start, stop
from answerable.scrutiny.plans.assigned import meant, owns_already
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.attendance import listed, to_be_roles
from answerable.scrutiny.sessions.minutes_text import office_words
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedItem:
    """An item as it will stand in the minutes."""

    title: str
    lines: tuple[str, ...]
    judgement: str
    private: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedQuestion:
    """A question and the boxes that say how it ends."""

    text: str
    item: str
    field: str
    outcome: str
    reason: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class SignPage(Page):
    """The shapes stand at the head of `sessions/sign.html`."""

    action: str
    hidden: tuple[Hidden, ...]
    head: tuple[str, ...]
    items: tuple[CheckedItem, ...]
    questions: tuple[CheckedQuestion, ...]
    public: tuple[tuple[str, str], ...]
    actions: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    may_sign: bool
    warning: str


def sign(
    look: Look, body: str, day: str, *, key: str, errors: tuple[FormError, ...] = ()
) -> SignPage:
    """What will enter the record, for the person who signs it."""
    found, made = signing.prepared(f"session/{body}/{day}", actor=look.actor, at=look.at)
    url = url_of(found.session)
    may = access.may(look.actor, "sign_minutes", about=found.institution)
    revision = found.draft.revision if found.draft else 0
    return SignPage(
        **frame(look, found, title=say("Check and sign the minutes")),
        sentence=_sentence(made),
        errors=errors or tuple(FormError(words=words) for words in made.faults),
        action=f"{url}sign/",
        hidden=(
            Hidden(name="revision", value=str(revision)),
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=key),
        ),
        head=_head(made),
        items=tuple(
            CheckedItem(
                title=f"{one.item.number}. {start(one.item.title)}",
                lines=one.lines,
                judgement=one.judgement,
                private=start(stop(one.item.stated_purpose or "")) if one.item.ground else "",
            )
            for one in made.whole.items
        ),
        questions=tuple(_question(q) for q in made.questions),
        public=made.whole.public,
        actions=tuple(_action(made, n) for n in range(len(made.taken.actions))),
        left=made.whole.left_out,
        may_sign=may,
        warning=" ".join((*_early(look, found), _warning(found, made, may))).strip(),
        aside=(
            Aside(
                title=say("Go on"),
                screen=True,
                actions=(Link(label=say("Back to the minutes"), url=f"{url}live/"),),
            ),
            Aside(
                title=say("Read round before it is signed"),
                screen=True,
                links=(
                    Link(label=say("Draft minutes (Word)"), url=f"{url}draft-minutes.docx"),
                    Link(label=say("Draft minutes (PDF)"), url=f"{url}draft-minutes.pdf"),
                ),
            ),
            Aside(
                title=say("What signing does"),
                paragraphs=(
                    say("Everything enters the record at once, and the draft is deleted."),
                    say(
                        "Signed minutes are never changed. A mistake is amended: both words stand."
                    ),
                ),
            ),
        ),
    )


def _early(look: Look, found: Open) -> Iterator[str]:
    """That the session's day has not come: said before anybody presses a button."""
    if found.session.day > look.today:
        yield say(
            "The session is on {day}: its minutes can be written now and signed from that day.",
            day=in_words(found.session.date),
        )


def _warning(found: Open, made: Ready, may: bool) -> str:
    """What whoever checks should see before signing: nobody marked present, and who signs."""
    told = []
    if not made.taken.meeting.present:
        told.append(say("Nobody is marked as present. Go on writing, and say who was there."))
    there = (*made.taken.meeting.present, *made.taken.apologies)
    regime = catalogue.regime_of(found.institution, on=found.session.day)
    if persons := to_be_roles(there, named=regime.named):
        told.append(
            say(
                "Is a person named here: {lines}? Chief officers and statutory officers stand by "
                "name and office; everybody else as a role.",
                lines="; ".join(persons),
            )
        )
    actions = made.taken.actions
    unowned = sum(not action.owner for action in actions)
    undated = sum(not action.due for action in actions)
    if unowned or undated:
        told.append(_unsaid(len(actions), unowned=unowned, undated=undated))
    owners = dict.fromkeys(action.owner for action in actions if action.owner)
    new = [
        _questioned(found.register, one) for one in owners if not owns_already(found.register, one)
    ]
    if new:
        told.append(
            say(
                "New on this record as an owner: {owners}. Look at the spelling.",
                owners="; ".join(new),
            )
        )
    if not may:
        told.append(
            say(
                "The {head} signs. You can say how each question ended and save it.",
                head=presiding.head(found.institution, on=found.session.day),
            )
        )
    return " ".join(told)


def _unsaid(count: int, *, unowned: int, undated: int) -> str:
    """“Of three actions, one has no owner.”; what every one of them says is not told."""
    lacks = (
        say_many("{count} has no {what}", "{count} have no {what}", n, shown=number(n), what=what)
        for n, what in ((unowned, say("owner")), (undated, say("date")))
        if n
    )
    return say(
        "Of {count} {actions}, {lacks}. Go on writing to name them, or sign them so.",
        count=number(count),
        actions=plural("action", count),
        lacks=say(" and ").join(lacks),
    )


def _questioned(register: Register, owner: str) -> str:
    """A new owner, with the name that is one letter from it."""
    near = meant(register, owner)
    words = office_words(owner)
    return say("{words} (is it {near}?)", words=words, near=near) if near else words


def _sentence(made: Ready) -> str:
    if made.faults:
        n = len(made.faults)
        return start(
            say(
                "{count} {things} must be mended before it can be signed.",
                count=number(n),
                things=plural("thing", n),
            )
        )
    n, a, left = len(made.taken.asked), len(made.taken.actions), len(made.open)
    said = start(
        say(
            "{count} {questions} and {count2} {actions}.",
            count=number(n) if n else say("no"),
            questions=plural("question", n),
            count2=number(a) if a else say("no"),
            actions=plural("action", a),
        )
    )
    if left:
        verb = "is" if left == 1 else "are"
        said += say(
            " {count} {verb} still open and will come back on the next agenda.",
            count=start(number(left)),
            verb=verb,
        )
    return said


def _head(made: Ready) -> tuple[str, ...]:
    taken, whole = made.taken, made.whole
    lines = [
        f"{taken.meeting.title}, {in_words(taken.meeting.date.isoformat())}",
        say(
            "Chair: {office_words}",
            office_words=start(office_words(taken.meeting.chair or say("not recorded"))),
        ),
        say(
            "Present: {values}",
            values=listed(taken.meeting.present) or say("not recorded"),
        ),
        say(
            "Apologies: {values}",
            values=listed(taken.apologies) or say("none recorded"),
        ),
    ]
    if whole.approves:
        lines.append(say("The minutes of {approves} are approved", approves=whole.approves))
    return tuple(lines)


def _question(question: Question) -> CheckedQuestion:
    words = question_ends.WORDS
    came = [question_ends.PROVED, question_ends.DROPPED]
    if question.action:
        came.insert(0, question_ends.ACTED_ON)
    if question.came == question_ends.ANSWERED:
        came.insert(0, question_ends.ANSWERED)
    return CheckedQuestion(
        text=question.text,
        item=question.item,
        field=question.field,
        outcome=question.outcome or "open",
        reason=question.reason,
        choices=(
            *(Choice(value=name, label=words[name]) for name in came),
            Choice(value="open", label=say("Still open: bring it back")),
        ),
    )


def _action(made: Ready, n: int) -> str:
    action = made.taken.actions[n]
    who = office_words(action.owner) if action.owner else say("no owner")
    due = say("due {day}", day=in_words(action.due)) if action.due else say("no date")
    return f"{action.text}: {who}, {due}"
