"""A first draft of the reply to a report, from the register alone, to be edited by a person.

Each recommendation with its words, the explanation that is recorded, and the actions that answer
it with their dates and state. What the record does not hold is a gap in square brackets: nothing
is written for anybody. Words marked as not public are left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.scrutiny.phrases import due_words, on_day, stop
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.replies.answering_words import doubted_words, nothing_names_it
from answerable.scrutiny.replies.responses import Explanation, StatutoryResponse
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.standing_counts import standing
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ResponseStepTaken
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

OF_OTHERS = marked("[If the body comments on this: what is done about it.]")
TO_WRITE = marked("[To be written: the action taken or proposed, or why none.]")
NOT_PUBLIC = marked("[Its words are marked as not public.]")
_OF_A_LIST = re.compile(r"\s*[;,](?:\s+and)?\s*$")
"""How a part of a list ends; a quote of it alone does not."""
_ANSWERS = {
    "accepted": "Accepted. ",
    "partly": marked("Accepted in part. "),
    "rejected": marked("Not accepted. "),
}
NO_WORDS = marked("[Its words are not in our sources.]")


def law_words(law: str) -> str:
    """A law as it is cited.

    >>> law_words("police-act-1996/s55")
    'Police Act 1996, s.55'
    """
    act, _, section = law.partition("/s")
    words = " ".join(w.capitalize() if w not in ("and", "of") else w for w in act.split("-"))
    return f"{words}, s.{section}" if section else words


@dataclass(frozen=True, slots=True)
class Answer:
    """One finding of the letter: heading, its words, by when the report asks for it, the reply.

    `actions` is what the register has of it, for whoever writes: no part of the letter.
    `answered`: an action answers it, by a link of which nobody need doubt.
    """

    heading: str
    quote: str
    asked: str
    words: str
    actions: tuple[str, ...]
    answered: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed of an explanation and not recorded: the answer as a code, and its words."""

    answer: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its parts, to be edited by a person. `opening` is one sentence.

    `answers`: of each recommendation; `others`: of causes of concern and areas for improvement,
    to which no explanation is owed. `checklist` and `actions` are for whoever edits it and no
    part of the letter: steps of the duty with their days, recommendations that no action on the
    register answers. `signature`: the lines under it, which a person fills in.
    """

    addressees: tuple[str, ...]
    title: str
    opening: str
    comments: tuple[tuple[str, str], ...]
    answers: tuple[Answer, ...]
    others: tuple[Answer, ...]
    sender: str
    signature: tuple[str, ...]
    checklist: tuple[tuple[str, str], ...]

    @property
    def notes(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the register has of each finding, by its heading."""
        every = (*self.answers, *self.others)
        return tuple((a.heading, a.actions) for a in every if a.actions)


def letter(
    response: StatutoryResponse,
    *,
    title: str,
    sender: str,
    inspectors: str = "",
    chief: str = "chief officer",
    law: str,
    actions: Mapping[str, Progress],
    names: Names,
    kept: Mapping[str, Kept] | None = None,
) -> Letter:
    """The letter from the register; what the record does not hold is a gap in brackets.

    `kept`: recommendation -> what the body has typed of its explanation and not recorded. It
    stands in brackets too, and says that it is a draft.
    """
    published = on_day(response.published) if response.published else "[date]"
    typed = kept or {}
    parts = tuple(
        _part(e, actions, names, gap=_gap(typed.get(e.finding.reference)))
        for e in response.explanations
    )
    said = {s.step.key: s.version.fact for s in response.steps if s.version}
    return Letter(
        addressees=(
            say("To: {inspectors}", inspectors=inspectors)
            if inspectors
            else say("To: the inspectors who made the report"),
            say("Copy: the Secretary of State"),
        ),
        title=say("{title}, published {published}", title=title, published=published),
        opening=say(
            "{sender} publishes these comments on the report ({law_words}).",
            sender=sender,
            law_words=law_words(law),
        ),
        comments=tuple(
            (say(heading, chief=chief), _said(said.get(key)) or say(gap, chief=chief))
            for key, heading, gap in _COMMENTS
        ),
        answers=parts,
        others=tuple(_part(e, actions, names, gap=OF_OTHERS) for e in response.others),
        sender=sender,
        signature=tuple(map(say, _SIGNATURE)),
        checklist=(
            *(
                (s.step.words, on_day(s.version.fact.valid.start) if s.version else "")
                for s in response.steps
            ),
            *(
                (say("{heading}: an action that answers it", heading=a.heading), "")
                for a in parts
                if not a.answered
            ),
        ),
    )


def _gap(kept: Kept | None) -> str:
    """What stands where no explanation is recorded: what is kept of it, else that it is owed."""
    if kept is None or not (kept.answer or kept.text):
        return TO_WRITE
    answer = say(_ANSWERS.get(kept.answer, ""))
    if not kept.text:
        return say("[Kept as a draft, without its explanation: {words}]", words=answer.strip())
    return say("[Kept as a draft, not recorded yet: {words}]", words=f"{answer}{stop(kept.text)}")


_SIGNATURE = (
    marked("Yours sincerely"),
    marked("[Signature]"),
    marked("[Name of whoever signs, and the office]"),
)
_COMMENTS = (
    ("body-comments", marked("Comments of the body"), marked("[The body’s own comments]")),
    (
        "chief-officer-comments",
        marked("Comments of the {chief}"),
        marked("[The {chief}’s comments]"),
    ),
    (
        "body-response",
        marked("Response to the {chief}’s comments"),
        marked("[The body’s response to the {chief}’s comments]"),
    ),
)


def _said(fact: Fact | None) -> str:
    """The words of a step, where they are on record and public."""
    if not isinstance(fact, ResponseStepTaken) or fact.classes:
        return ""
    return fact.text or ""


def reply_draft(drafted: Letter) -> str:
    """The letter as plain text, a blank line between its parts."""
    parts = [
        "[Date]",
        "\n".join(drafted.addressees),
        drafted.title,
        drafted.opening,
        *(f"{heading}\n{words}" for heading, words in drafted.comments),
        *("\n".join(_lines(a)) for a in (*drafted.answers, *drafted.others)),
        "\n\n".join(drafted.signature),
        drafted.sender,
    ]
    if drafted.notes:
        parts.append(NOTES)
        parts += ["\n".join((h, *(f"- {words}" for words in told))) for h, told in drafted.notes]
    return "\n\n".join(parts) + "\n"


NOTES = marked("From the register, for whoever writes (no part of the letter)")
_KINDS = {
    RECOMMENDATION: marked("Recommendation"),
    CAUSE: marked("Cause of concern"),
    AFI: marked("Area for improvement"),
}


def _lines(answer: Answer) -> list[str]:
    told = (answer.heading, answer.quote, answer.asked, answer.words)
    return [words for words in told if words]


def _part(
    told: Explanation, actions: Mapping[str, Progress], names: Names, *, gap: str = TO_WRITE
) -> Answer:
    finding = told.finding
    words = gap
    if told.version is not None and told.version.fact.get("text"):
        answer = str(_ANSWERS.get(str(told.version.fact.get("response")), ""))
        said_already = told.words.casefold().startswith(answer.strip(" .").casefold())
        words = told.words if said_already else f"{answer}{told.words}"
    every = [actions[name] for name in finding.answered_by if name in actions]
    mine = [one for one in every if not in_doubt(one, finding)]
    return Answer(
        heading=f"{_KINDS.get(family(finding.kind) or '', '')} {told.number}".strip(),
        quote=_quoted(finding),
        asked=say("The report asks for this by {day}.", day=in_words(finding.due_first))
        if finding.due_first
        else "",
        words=words,
        actions=(*doubted_words(every, finding), *told_actions(mine, names))
        or (nothing_names_it(finding, actions.values()),),
        answered=bool(mine),
    )


MOST_ACTIONS = 5
"""As many actions stand under one recommendation of a letter; the register holds all."""


def told_actions(mine: Sequence[Progress], names: Names) -> tuple[str, ...]:
    """The telling ones first, in words: overdue, then open by their day, then said to be done.

    Of more than a few it is said how all of them stand.
    """
    far = sorted(
        mine,
        key=lambda a: (-a.days_overdue, a.rung.order if a.rung else 0, a.due or "9999"),
    )
    told = [_action(action, names) for action in far[:MOST_ACTIONS]]
    if len(far) == len(told):
        return tuple(told)
    counted = say(
        "{count} actions answer this: {standing} The first five follow.",
        count=f"{len(far):,}",
        standing=standing(far),
    )
    return (counted, *told)


def _action(action: Progress, names: Names) -> str:
    owner = (
        say(" Owner: {owner}.", owner=spoken(action.owner))
        if action.owner
        else say(" No owner on record.")
    )
    state = action.sentence if action.tag not in ("Overdue", "Moved") else ""
    return f"{stop(_words(action))}{owner} {due_words(action, names)} {state}".rstrip()


def _quoted(finding: Progress) -> str:
    words = _words(finding)
    if words.startswith("["):
        return words
    return f"“{_OF_A_LIST.sub('', words)}”"


def _words(item: Progress) -> str:
    marking = item.first.fact.classes.get("text", Classification.PUBLIC)
    if item.text is None and not item.withheld:
        return NO_WORDS
    return item.text if item.text and marking == Classification.PUBLIC else NOT_PUBLIC
