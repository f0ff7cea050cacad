"""What was typed of the explanations of a report: its boxes, on what they rest, what they say."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.operations import catalogue
from answerable.operations.drafts import Saved, mark, plain
from answerable.operations.pages import days
from answerable.operations.pages.forms import DateField
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError
from answerable.operations.plans.response import CLOCK, institution_of
from answerable.scrutiny.replies.explaining import Explained
from answerable.scrutiny.replies.responses import Explanation, response
from answerable.vocabulary.ladder import Response
from answerable.vocabulary.language import marked, say

DAY = DateField(name="on", legend=marked("Answered on which day"), optional=True)
_ANSWERS = {answer.value: answer for answer in Response if answer is not Response.NONE_YET}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was sent: each explanation that is whole, the day, and what is to be mended.

    `later`: recommendations whose answer is chosen and whose explanation is still to be written,
    by the names of their boxes. They are to be mended only where nothing else can be recorded.
    """

    answers: tuple[Explained, ...]
    on: date
    errors: tuple[FormError, ...]
    later: tuple[str, ...] = ()


def found_of(look: Look, report: str) -> tuple[Explanation, ...]:
    """The recommendations of a report, each with what is on record."""
    institution = institution_of(report)
    regime = catalogue.regime_of(institution, on=look.on)
    register = look.register(institution)
    return response(register, report=report, regime=regime, clock=CLOCK).explanations


def name_of(told: Explanation) -> str:
    """`recommendation-3`: what the boxes of one are named by."""
    return "-".join(told.finding.reference.split("/")[-2:])


def title_of(told: Explanation) -> str:
    """“Recommendation 3”."""
    return say("Recommendation {number}", number=told.number).strip()


def boxes(posted: Mapping[str, str]) -> dict[str, str]:
    """The boxes of the explanations and of their day among what was sent.

    A day that stands as the page gave it is none that anybody typed.
    """
    rests, parts = rested(posted), [name for name in DAY.boxes if name in posted]
    typed = parts if any(mark(posted[name]) != rests.get(name) for name in parts) else ()
    return {
        name: words
        for name, words in posted.items()
        if name in typed or name.startswith(("answer-", "text-"))
    }


def rested(posted: Mapping[str, str]) -> dict[str, str]:
    """Box -> digest of the text that the page had shown; nothing where that cannot be read."""
    try:
        held = json.loads(posted.get("shown", "{}"))
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in held.items()} if isinstance(held, dict) else {}


def brought(mine: Mapping[str, str], saved: Saved) -> dict[str, str]:
    """Boxes that whoever sent this had not touched and another office of the body has filled."""
    clashing = {clash.field for clash in saved.clashes}
    held = saved.draft.fields
    return {
        name: held[name]
        for name, words in mine.items()
        if name not in clashing and held.get(name, "") != plain(words)
    }


def read(look: Look, report: str, posted: Mapping[str, str]) -> Typed:
    """What was sent. A recommendation without an explanation is left for later."""
    answers: list[Explained] = []
    errors: list[FormError] = []
    later: dict[str, FormError] = {}
    for told in found_of(look, report):
        name, title = name_of(told), title_of(told)
        chosen = posted.get(f"answer-{name}", "").strip()
        text = plain(posted.get(f"text-{name}", "")).strip()
        if text and chosen in _ANSWERS:
            answers.append(Explained(told.finding.reference, _ANSWERS[chosen], text))
        elif text:
            words = say("{title}: choose what was answered", title=title)
            errors.append(FormError(words=words, target=f"answer-{name}"))
        elif chosen:
            words = say("{title}: give the explanation", title=title)
            later[name] = FormError(words=words, target=f"text-{name}")
    if errors or not any(_is_new(told, answers) for told in found_of(look, report)):
        errors += later.values()
    day, wrong = days.one(DAY, posted, latest=look.today)
    errors += wrong
    if not answers and not errors:
        none = say("Nothing is typed yet: answer at least one recommendation.")
        errors.append(FormError(words=none, target=""))
    on = date.fromisoformat(day) if day else look.today
    return Typed(tuple(answers), on, tuple(errors), tuple(later))


def _is_new(told: Explanation, answers: Sequence[Explained]) -> bool:
    """Was an explanation sent that the record does not hold in these words?"""
    fact = told.version.fact if told.version else None
    held = (fact.get("response"), fact.get("text")) if fact else None
    mine = next((a for a in answers if a.reference == told.finding.reference), None)
    return mine is not None and (mine.response.value, mine.text) != held
