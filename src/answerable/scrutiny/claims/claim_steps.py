"""The steps of a statement to a check that is public: each by somebody, in order.

made -> checked -> confirmed by a second person -> the speaker's body has notice and a period to
reply -> published, the reply beside it (DOMAIN 10).
"""

from datetime import date, timedelta
from typing import Any

from answerable.ledger.register import Register
from answerable.scrutiny.claims.claim_cases import WORDS, NotTheTime, case
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClaimChecked,
    ClaimConfirmed,
    ClaimNotified,
    ClaimPublished,
    Reclassified,
    ReplyGiven,
)
from answerable.vocabulary.times import in_words


def check(
    register: Register,
    *,
    stream: str,
    result: ClaimResult,
    grounds: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A statement was set against the record; internal until it is published."""
    claim = case(register, stream)
    if claim.state in ("notified", "replied"):
        raise NotTheTime(
            "The speaker’s body has notice of the check. Publish that one, or withdraw it, before "
            "you check again."
        )
    return [
        ClaimChecked(
            **_internal(register, sourced, stream, on, "result", "grounds", "known"),
            result=result.value,
            grounds=grounds,
            known=register.known,
        )
    ]


def confirm(
    register: Register, *, stream: str, result: ClaimResult, on: date, person: str
) -> list[Fact]:
    """A second person looked and says the same. `person`: their pseudonym in this stream."""
    claim = case(register, stream)
    if claim.state != "checked" or claim.checked is None:
        raise NotTheTime(f"Nothing waits to be confirmed. {WORDS[claim.state]}.")
    if claim.checked.by.person == person:
        raise NotTheTime(
            "You made this check. Another person confirms it: ask another office to look."
        )
    if claim.result is not result:
        first = claim.result.words if claim.result else "no result"
        raise NotTheTime(
            f"The check says “{first}”, and you say “{result.words}”. Talk it over, and record a "
            "new check that both of you can stand by."
        )
    return [
        ClaimConfirmed(
            **_internal(register, OUR_RECORD, stream, on, "result"), result=result.value
        )
    ]


def notify(
    register: Register, *, stream: str, to: str, text: str, on: date, reply_days: int
) -> list[Fact]:
    """The speaker's body has notice, with the last day on which it may reply (regime data).

    The day of the notice is not counted.
    """
    claim = case(register, stream)
    if claim.state != "confirmed":
        raise NotTheTime(f"Notice is given of a confirmed check. {WORDS[claim.state]}.")
    if on > register.valid:
        raise NotTheTime(f"{on_day(on)} is still to come. Record the notice when it is given.")
    confirmed = claim.confirmed.fact.valid.start if claim.confirmed else on
    if on < confirmed:
        raise NotTheTime(
            f"The check was confirmed on {on_day(confirmed)}. Notice of it is not earlier: an "
            "earlier day would shorten the time to reply."
        )
    due = on + timedelta(days=reply_days)
    return [
        ClaimNotified(
            **_internal(register, OUR_RECORD, stream, on, "to", "reply_due", "text"),
            to=to,
            reply_due=due.isoformat(),
            text=text,
        )
    ]


def reply(
    register: Register,
    *,
    stream: str,
    by_office: str,
    text: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The reply of the speaker's body: public with the check, or at once where that is public."""
    claim = case(register, stream)
    if claim.state not in ("notified", "replied", "published"):
        raise NotTheTime(f"There is nothing to reply to yet. {WORDS[claim.state]}.")
    if claim.published:
        envelope = sourced.envelope(register, stream=stream, on=on)
    else:
        envelope = _internal(register, sourced, stream, on, "by_office", "text")
    return [ReplyGiven(**envelope, by_office=by_office, text=text)]


def publish(register: Register, *, stream: str, on: date) -> list[Fact]:
    """The check becomes public, and the reply with it: after a reply or the end of the period."""
    claim = case(register, stream)
    if claim.state not in ("notified", "replied") or claim.result is None:
        raise NotTheTime(f"It cannot be published yet. {WORDS[claim.state]}.")
    if on > register.valid:
        raise NotTheTime(
            f"{on_day(on)} is still to come. Publish it on that day: the period to reply runs "
            "until it is over."
        )
    due = claim.reply_due
    if claim.reply is None and due is not None and on <= due:
        raise NotTheTime(
            f"The speaker’s body may reply until {in_words(due.isoformat())}, and has not yet. "
            "Publish it the day after, or when the reply is here."
        )
    envelope = OUR_RECORD.envelope(register, stream=stream, on=on)
    steps = (claim.checked, claim.confirmed, claim.notified, claim.reply)
    opened = [
        Reclassified(
            **{**envelope, "ref": version.entry_id},
            fields=tuple(sorted(version.fact.classes)),
            class_="public",
            ground="Published, with the reply beside it where there is one.",
        )
        for version in steps
        if version is not None and version.fact.classes
    ]
    told = "" if claim.reply else "No reply was given in the period."
    return [
        *opened,
        ClaimPublished(**envelope, result=claim.result.value, text=told or None),
    ]


def _internal(
    register: Register, sourced: Sourced, stream: str, on: date, *fields: str
) -> dict[str, Any]:
    """An envelope of which nothing is public: not even that the step was taken."""
    envelope = sourced.envelope(register, stream=stream, on=on)
    marked = (*fields, "said", "source", *(("quote",) if envelope["quote"] else ()))
    return {**envelope, "classes": dict.fromkeys(marked, Classification.INTERNAL)}
