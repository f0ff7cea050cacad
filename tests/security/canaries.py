"""Marked values that stand in the small home beside its own: each is looked for in every byte."""

from dataclasses import dataclass, replace
from typing import Any

from answerable.operations import people
from answerable.operations.plans import duplicates
from answerable.operations.sessions import scrutiny
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification, Role
from answerable.vocabulary.documents import Source
from answerable.vocabulary.times import Period, first_day
from tests.web import small_home
from tests.web.small_home import SmallHome

ELSEWHERE = "west-mercia-police"
KEPT_BACK = "b" * 64
"""Digest of a file that is restricted whole."""
RESTRICTED = (Role.GOVERNANCE_OFFICER, Role.COMMISSIONER, Role.CHIEF_OFFICER)
INTERNAL = (*RESTRICTED, Role.FORCE_LIAISON, Role.ANALYST)


@dataclass(frozen=True)
class Canary:
    """Words that only some roles may see, and those roles."""

    words: str
    roles: tuple[Role, ...]


CANARIES = (
    Canary("Operation Quiet", RESTRICTED),
    Canary("Canary restricted: two posts are under review.", RESTRICTED),
    Canary("Canary internal: the rota is not agreed yet.", INTERNAL),
    Canary("Canary embargo: the grade will be adequate.", RESTRICTED),
    Canary("Canary of another force: nobody of Anyshire reads this.", ()),
    Canary("Canary reply: we accept this by the spring.", INTERNAL),
    Canary("Canary news: the supplier let us down.", INTERNAL),
    Canary("Canary later: the rota waits for two posts.", INTERNAL),
    Canary("Canary later: the inspectors did not see the shops.", RESTRICTED),
)


def made(*, restricted: str = "", embargo: str = "") -> SmallHome:
    """The small home with the canaries, or with other words in the restricted ones."""
    held = small_home.made()
    small_home.append(
        f.DueDateMoved(
            **_frame(small_home.FORCE, small_home.ACTION, "2026-07-01"),
            due="2026-11-30",
            reason=restricted or CANARIES[1].words,
            authoriser="board",
            classes={"reason": Classification.RESTRICTED},
        ),
        f.ActionPromised(
            **_frame(small_home.FORCE, "action/anyshire/rota", "2026-06-01"),
            text=CANARIES[2].words,
            owner="deputy-chief-constable",
            classes={"text": Classification.INTERNAL},
        ),
        f.FindingPublished(
            **_frame(small_home.FORCE, f"{small_home.REPORT}/recommendation/2", "2026-06-01"),
            kind="recommendation",
            number="2",
            owner="anyshire-inspectorate",
            text=embargo or CANARIES[3].words,
            classes={"text": Classification.RESTRICTED},
        ),
    )
    reply = f.ResponseGiven(
        **_frame(small_home.FORCE, f"{small_home.REPORT}/recommendation/1", "2026-07-02"),
        response="accepted",
        text=restricted or CANARIES[5].words,
    )
    small_home.append(  # as an explanation stands until the reply is published, and as news does
        replace(reply, classes=dict.fromkeys(reply.values(), Classification.INTERNAL)),
        f.ActionUpdated(
            **_frame(small_home.FORCE, small_home.ACTION, "2026-07-02"),
            text=restricted or CANARIES[6].words,
            classes={"text": Classification.INTERNAL},
        ),
    )
    paper = f.DocumentFiled(
        **_frame(small_home.FORCE, "document/quiet", "2026-07-03"),
        doc=KEPT_BACK,
        title=restricted or CANARIES[1].words,
        type="minutes",
    )
    small_home.append(
        replace(paper, classes=dict.fromkeys(paper.values(), Classification.RESTRICTED))
    )
    small_home.append(
        f.ActionPromised(
            **_frame(ELSEWHERE, "action/elsewhere/1", "2026-06-01"),
            text=restricted or CANARIES[4].words,
            owner="chief-constable",
            classes={"text": Classification.RESTRICTED},
        )
    )
    _later(restricted)
    return held


def _later(restricted: str) -> None:
    """What an office says of things that are not public, and marks in no way itself."""
    said: dict[str, Any] = {
        "by": people.acting_as("anyshire-pcc/governance-officer"),
        "at": small_home.AT,
        "seen": None,
        "on": first_day("2026-07-04"),
    }
    scrutiny.update_action(
        **said,
        key="later-news",
        reference="action/anyshire/rota",
        text=restricted or CANARIES[7].words,
    )
    duplicates.transfer(
        **said,
        key="later-end",
        reference=f"{small_home.REPORT}/recommendation/2",
        to="anyshire-council",
        reason=restricted or CANARIES[8].words,
    )


def _frame(institution: str, stream: str, on: str) -> dict[str, Any]:
    return {
        "institution": institution,
        "stream": stream,
        "valid": Period(first_day(on)),
        "said": on,
        "source": Source(kind="record"),
    }
