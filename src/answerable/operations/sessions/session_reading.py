"""A session's draft as it will be signed: lines are understood, questions end, text is made."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from answerable.operations import catalogue
from answerable.operations.sessions import standing_items
from answerable.operations.sessions.restricted_words import restricted, tells
from answerable.operations.sessions.session_draft import Open, chief_officer
from answerable.reading.actions.typed import typed_minutes
from answerable.reading.actions.typed.typed_action import Typed, office
from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.plans.assigned import kept_as, owners
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import (
    forward_plan,
    minutes_text,
    public_questions,
    question_ends,
)
from answerable.scrutiny.sessions.minutes import (
    LEVELS,
    Agreed,
    Answered,
    Asked,
    Item,
    Judged,
    Meeting,
)
from answerable.scrutiny.sessions.minutes_text import Minuted, Whole, office_words
from answerable.scrutiny.sessions.signing import Ended, PublicAnswer, Taken
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.offices import known_office, spoken
from answerable.vocabulary.posts import post_of
from answerable.vocabulary.times import ImpossibleDate, in_words, typed


@dataclass(frozen=True)
class Question:
    """A question of the draft: under which item, in which words, and how it ends.

    `field` is the name of the box that says how; `came` what came of it by itself.
    """

    key: str
    item: str
    text: str
    field: str
    came: str
    action: int | None
    outcome: str
    reason: str


@dataclass(frozen=True)
class Ready:
    """What would be signed now: the parts, the two texts, and what is still to be mended."""

    taken: Taken
    whole: Whole
    questions: tuple[Question, ...]
    faults: tuple[str, ...]
    open: tuple[Question, ...]


def understood(found: Open, key: str) -> tuple[Typed, ...]:
    """The lines under an item as they were understood, an owner as the register writes it."""
    met, following = found.session.day, found.following
    known = owners(found.register)
    words = found.of(key, "words")
    lines = typed_minutes.lines(words, met=met, following=following, owners=known)
    return tuple(
        replace(one, office=kept_as(found.register, one.office))
        if one.kind == "action" and one.office and not known_office(spoken(one.office))
        else one
        for one in lines
    )


def told(one: Typed, *, chief: str) -> str:
    """A line as it is shown back, and as it reads in the minutes."""
    who = office_words(one.office or chief)
    match one.kind:
        case "question":
            return f"Question to the {who}: {one.text}"
        case "answer":
            return f"Answer of the {who}: {one.text}"
        case "action":
            by = in_words(one.due) if one.due else "no date"
            named = f"the {office_words(one.office)}" if one.office else "no owner"
            post = post_of(one.named)  # who is below a chief officer is named in no minutes
            if post:
                named = post if post == one.named else f"the {post}"
            return f"Action for {named}, by {by}: {stop(one.text)}"
    return one.text


def ready(found: Open) -> Ready:
    """The whole draft understood; a fault is a sentence that says what to mend."""
    made = _Made(found, chief_officer(found.institution))
    for number, key in enumerate(found.order, start=1):
        made.item(key, str(number))
    faults = list(made.faults)
    for key in found.left:
        if tells(found.of(key, "title"), _restricted(found, found.of(key, "about").split())):
            faults.append(
                "An item that is left out says words that are restricted: put it back and take it "
                "in private with the ground."
            )
    if not made.items:
        faults.append("An agenda without an item cannot be signed. Add one.")
    for question in made.questions:
        faults += _fault(question)
    public = tuple(_public(found))
    before = forward_plan.before(found.register, found.session)
    approves = before if before and found.fields.get("approves") == "yes" else None
    meeting = _meeting(found)
    apologies = _offices(found.fields.get("apologies", ""))
    taken = Taken(
        meeting=meeting,
        items=tuple(made.items),
        asked=tuple(made.asked),
        answers=tuple(made.answers),
        judged=tuple(made.judged),
        actions=tuple(made.actions),
        apologies=apologies,
        ended=tuple(_ended(made.questions)),
        public=tuple(answer for _, answer in public),
        approves=approves.reference if approves else None,
    )
    whole = Whole(
        meeting=meeting,
        body=_name(found.body),
        institution=_name(found.institution),
        items=tuple(made.minuted),
        apologies=apologies,
        approves=in_words(approves.date) if approves and not _told_there(found) else "",
        public=tuple((words, answer.text) for words, answer in public),
        left_out=tuple(
            (found.of(k, "title"), found.of(k, "left")) for k in found.left if not found.stands(k)
        ),
    )
    still = tuple(q for q in made.questions if not q.outcome)
    return Ready(taken, whole, tuple(made.questions), tuple(faults), still)


class _Made:
    """The parts of a session while its items are read in order."""

    def __init__(self, found: Open, chief: str) -> None:
        self._found, self._chief = found, chief
        self.items: list[Item] = []
        self.asked: list[Asked] = []
        self.answers: list[Answered] = []
        self.judged: list[Judged] = []
        self.actions: list[Agreed] = []
        self.minuted: list[Minuted] = []
        self.questions: list[Question] = []
        self.faults: list[str] = []

    def item(self, key: str, number: str) -> None:
        """One item with everything under it."""
        item = _item(self._found, key, number)
        self.items.append(item)
        lines = understood(self._found, key)
        self._lines(key, number, lines)
        told_ = tuple(told(one, chief=self._chief) for one in lines) or _known(self._found, key)
        self.minuted.append(Minuted(item, told_, self._judgement(key, number)))
        said = "\n".join((item.title, *told_))
        if item.ground is None and tells(said, _restricted(self._found, item.about)):
            self.faults.append(
                f"Item {number}: it says words that are restricted. Give it another title, or "
                "take it in private with the ground."
            )
        if self._found.of(key, "review") and item.ground is None:
            self.faults.append(f"Item {number}: give the ground on which it is private.")
        if item.ground is not None and not item.review:
            self.faults.append(
                f"Item {number}: say on which day the restriction is looked at again, such as "
                "21 July 2027."
            )

    def _lines(self, key: str, number: str, lines: tuple[Typed, ...]) -> None:
        """An answer or an action belongs to the question before it."""
        asked: list[Asked] = []
        answered: dict[int, str] = {}
        action: dict[int, int] = {}
        for one in lines:
            if one.kind == "question":
                asked.append(Asked(number, one.text, one.office or self._chief))
            elif one.kind == "answer":
                self.answers.append(Answered(number, one.text, one.office or self._chief))
                answered[len(asked)] = f"{answered.get(len(asked), '')} {one.text}"
            elif one.kind == "action":
                self.actions.append(_action(self._found, key, one, number))
                action.setdefault(len(asked), len(self.actions))
        self.asked += asked
        self.questions += (
            _question(
                self._found,
                key,
                question,
                answered=answered.get(place, ""),
                action=action.get(place),
            )
            for place, question in enumerate(asked, start=1)
        )

    def _judgement(self, key: str, number: str) -> str:
        level, reason = self._found.of(key, "level"), self._found.of(key, "reason").strip()
        if level not in LEVELS:
            if reason:
                self.faults.append(f"Item {number}: a reason stands without a judgement.")
            return ""
        if not reason:
            self.faults.append(f"Item {number}: say why, beside the judgement.")
            return f"Assurance: {minutes_text.LEVELS[level]}."
        about = self._found.of(key, "about").split()
        self.judged.append(Judged(number, level, reason, about[0] if about else None))
        return f"Assurance: {minutes_text.LEVELS[level]}. {stop(start(reason))}"


def _restricted(found: Open, about: Sequence[str]) -> Mapping[str, str]:
    public = registers.register(found.institution, valid=found.register.valid)
    return restricted(found.register, public, about)


def _told_there(found: Open) -> bool:
    """Whether a standing item says that the last minutes were approved."""
    key = f"s-{standing_items.MINUTES}"
    return key in found.order and not found.of(key, "words").strip()


def _known(found: Open, key: str) -> tuple[str, ...]:
    """What is known of a standing item under which nobody typed anything."""
    if not found.stands(key):
        return ()
    words = standing_items.noted(key, found.register, found.session, found.fields)
    return (words,) if words else ()


def _ended(questions: list[Question]) -> Iterator[Ended]:
    for place, one in enumerate(questions, start=1):
        if one.outcome:
            action = one.action if one.outcome == question_ends.ACTED_ON else None
            yield Ended(place, one.outcome, one.reason or None, action)


def _item(found: Open, key: str, number: str) -> Item:
    ground = found.of(key, "ground").strip()
    return Item(
        number=number,
        title=found.of(key, "title") or "Item without a title",
        purpose="assurance" if found.of(key, "level") else None,
        about=tuple(found.of(key, "about").split()),
        ground=ground or None,
        review=_day(found.of(key, "review").strip()),
    )


def _day(text: str) -> str | None:
    """A day as people type it, as ISO; None where it is none yet, as of a month alone."""
    try:
        return date.fromisoformat(typed(text)).isoformat()
    except (ValueError, ImpossibleDate):
        return None


def _action(found: Open, key: str, one: Typed, number: str) -> Agreed:
    """An action answers the findings that its item is about."""
    about = found.of(key, "about").split()
    answers = tuple(r for r in about if found.register.versions_of(FindingPublished, stream=r))
    owner = one.named or one.office
    return Agreed(text=one.text, owner=owner, due=one.due, item=number, answers=answers)


def _question(
    found: Open, key: str, question: Asked, *, answered: str, action: int | None
) -> Question:
    """A question that nobody has ended is answered where an answer stands that is one, else open:
    an action may come of a question without an answer to it.
    """
    short = hashlib.sha256(question.text.encode()).hexdigest()[:8]
    name = f"{key}-{short}"
    came = question_ends.ANSWERED if answered else ""
    came = came or (question_ends.ACTED_ON if action else "")
    chosen = found.fields.get(f"end:{name}", "")
    by_itself = came if answered and not question_ends.puts_off(answered) else ""
    return Question(
        key=key,
        item=question.item,
        text=question.text,
        field=name,
        came=came,
        action=action,
        outcome="" if chosen == "open" else chosen or by_itself,
        reason=found.fields.get(f"why:{name}", ""),
    )


def _fault(question: Question) -> Iterator[str]:
    if not question.outcome:
        return
    try:
        action = "there" if question.action else None
        question_ends.check(question.outcome, reason=question.reason, action=action)
    except NotPossible as refusal:
        words = shorten(question.text, width=70, placeholder=" …")
        yield f"Question “{words}”: {refusal.sentence}"


def _public(found: Open) -> Iterator[tuple[str, PublicAnswer]]:
    asked = public_questions.of_session(found.register, found.session.reference)
    for number, question in enumerate(asked, start=1):
        answer = found.fields.get(f"p{number}", "").strip()
        if answer and question.open:
            yield question.text or "", PublicAnswer(question.reference, answer, "commissioner")


def _meeting(found: Open) -> Meeting:
    session = found.session
    chair = found.fields.get("chair", "").strip()
    return Meeting(
        body=found.body,
        date=session.day,
        title=session.title,
        sort=session.series or "performance",
        place=session.place,
        chair=(known_office(chair) or _as_typed(chair)) if chair else None,
        present=_offices(found.fields.get("present", "")),
        reference=session.reference,
    )


def _offices(words: str) -> tuple[str, ...]:
    """Who is here, a line each: a known office by its short name, else the words as typed."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return tuple(known_office(line) or _as_typed(line) for line in lines if office(line))


def _as_typed(line: str) -> str:
    """`chief-constable` stays; words keep their capitals, as a name has them."""
    return line if " " in line or "-" not in line or line != line.lower() else office(line)


def _name(body: str) -> str:
    known = catalogue.bodies().get(body)
    return known.name if known else body
