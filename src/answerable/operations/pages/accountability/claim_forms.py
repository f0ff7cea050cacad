"""The forms of a claim: file it, check, confirm, give notice, reply, publish."""

from datetime import timedelta

from answerable.operations import catalogue
from answerable.operations.accountability import claims as operation
from answerable.operations.pages import acts, naming
from answerable.operations.pages.accountability.claim_told import said_on
from answerable.operations.pages.accountability.claims import NoSuchClaim, found
from answerable.operations.pages.acts import Act
from answerable.operations.pages.changing import offices
from answerable.operations.pages.forms import DateField, Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Link
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.claims.claim_cases import ClaimCase
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

_RESULTS = tuple((result.value, result.words.capitalize()) for result in ClaimResult)
_LIST = Link(label=marked("Statements"), url="/claims/")


NEW = marked("File a statement for the record")


def new(look: Look, institution: str) -> Act:
    """File what somebody said."""
    return Act(
        title=NEW,
        sentence=say(
            "Its exact words, who said it, when, and where it can be read. "
            "Nothing is said about it yet."
        ),
        action=f"/claims/new/?body={institution}",
        button=say("File this statement"),
        operation="make_claim",
        institution=institution,
        back=_LIST,
        area="read",
        crumbs=(_LIST,),
        answers=(Item(label=say("About"), words=naming.body_words(institution)),),
        fields=(
            Field(name="said_words", label=say("The exact words"), rows=4),
            Field(
                name="by_office",
                label=say("Who said it"),
                choices=offices(look, institution),
            ),
            acts.day_field(look, label=say("The day on which it was said")),
            Field(
                name="address",
                label=say("Where it can be read"),
                hint=say("An address or a paper."),
            ),
            Field(
                name="scope",
                label=say("Its scope, in its own words"),
                hint=say(
                    "For example: serious and organised crime and related crime. "
                    "Leave it empty where none was stated."
                ),
            ),
            Field(name="period", label=say("Its period"), hint=say("For example 2018/2023.")),
            Field(name="n", label=say("The number that it counts, if it counts one")),
            Field(name="unit", label=say("What it counts"), hint=say("For example session.")),
        ),
    )


def step(look: Look, reference: str, name: str) -> Act:
    """The form of one step of a claim."""
    institution, _, case = found(look, reference)
    if name not in _FORMS:
        raise NoSuchClaim(say("A statement has no step “{name}”.", name=name[:30]))
    title, sentence, button, allows = _FORMS[name]
    if name == "notify":
        days = catalogue.regime_of(institution, on=look.on).reply_days
        until = in_words((look.today + timedelta(days=days)).isoformat())
        sentence = say(
            "{sentence} Given today, it may reply until {until} ({days} days).",
            sentence=sentence,
            until=until,
            days=days,
        )
    back = Link(label=say("Leave it as it is"), url=f"/claims/{reference}/")
    return Act(
        title=title,
        sentence=sentence,
        action=f"/claims/{reference}/{name}/",
        button=button,
        operation=allows,
        institution=institution,
        back=back,
        area="read",
        crumbs=(_LIST, Link(label=say("The statement"), url=f"/claims/{reference}/")),
        answers=_told(case),
        fields=_fields(look, reference, name, case),
    )


_FORMS = {
    "check": (
        marked("Check this statement"),
        marked("What our record holds on it. The machine proposes; you decide. Not public yet."),
        marked("Record this check"),
        "check_claim",
    ),
    "confirm": (
        marked("Confirm the check"),
        marked(
            "A second person looks at the words, the record and the grounds. "
            "Nobody confirms their own check."
        ),
        marked("Confirm this check"),
        "confirm_claim",
    ),
    "notify": (
        marked("Give notice"),
        marked("The speaker’s body is told what will be published, and may reply."),
        marked("Record that notice was given"),
        "check_claim",
    ),
    "reply": (
        marked("Reply to the check"),
        marked("The reply stands beside the check, in public, once it is published."),
        marked("Send this reply"),
        "reply",
    ),
    "publish": (
        marked("Publish the check"),
        marked(
            "The words, the result, its grounds and the reply become public together, and stay."
        ),
        marked("Publish this check"),
        "publish",
    ),
}


def _told(case: ClaimCase) -> tuple[Item, ...]:
    fact = case.made.fact
    told = [
        Item(
            label=say("The words"),
            words=fact.quote or fact.get("scope") or say("Not in our sources."),
        ),
        Item(
            label=say("Said by"),
            words=f"{office_words(fact.get('by_office'))}, {in_words(said_on(case.made))}",
        ),
    ]
    if case.checked and case.result:
        told.append(Item(label=say("The check says"), words=case.result.words.capitalize()))
        told.append(
            Item(label=say("Grounds"), words=case.checked.fact.get("grounds") or say("Not shown."))
        )
    if case.notified and case.reply_due:
        told.append(
            Item(label=say("It may reply until"), words=in_words(case.reply_due.isoformat()))
        )
    if case.reply:
        told.append(
            Item(label=say("The reply"), words=case.reply.fact.get("text") or say("Not shown."))
        )
    return tuple(told)


def _fields(
    look: Look, reference: str, name: str, case: ClaimCase
) -> tuple[Field | DateField, ...]:
    on = acts.day_field(look)
    if name == "check":
        held = operation.proposed(reference, actor=look.actor, on=look.on)
        return (
            Field(
                name="result",
                label=say("What the record answers"),
                hint=say("Proposed by machine; choose another where it is wrong."),
                value=held.result.value,
                choices=acts.choices(_RESULTS),
            ),
            Field(
                name="grounds",
                label=say("Grounds: what our record holds"),
                hint=say("Never “false”, “unsupported” or “exaggerated”."),
                value=held.sentence,
                rows=5,
            ),
            on,
        )
    if name == "confirm":
        return (
            Field(
                name="result",
                label=say("What you find"),
                choices=acts.choices(_RESULTS, first=say("Choose what you find")),
            ),
            on,
        )
    if name == "notify":
        return (
            Field(name="text", label=say("The words of the notice"), rows=5, value=_notice(case)),
            on,
        )
    if name == "reply":
        return (
            Field(
                name="text", label=say("The reply"), rows=6, hint=say("Its own words; they stay.")
            ),
            Field(
                name="by_office",
                label=say("Who replies"),
                hint=say("Only to file the letter of a body that does not act here itself."),
            ),
            on,
        )
    return (on,)


def _notice(case: ClaimCase) -> str:
    words = case.made.fact.quote or case.made.fact.get("scope") or ""
    result = case.result.words if case.result else ""
    grounds = case.checked.fact.get("grounds") if case.checked else ""
    return say(
        "We set this statement against our record: “{words}” The result: "
        "{result}. {grounds} We mean to publish this. What you reply "
        "will stand beside it.",
        words=words,
        result=result,
        grounds=grounds,
    )
