"""“The first time that inspectors had a cause of concern”: against what they found before."""

import re
from datetime import date

from answerable.scrutiny.claims.claim_numbered import every_finding
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family

_FIRST = re.compile(
    r"\b(?:(?:its|their|our|my|his|her) first|first time"
    r"|first ever|never before|(?:had|have|has) never (?:\w+ ){0,3}?"
    r"before|not once before)\b"
)
_KIND = re.compile(r"\b(?P<kind>causes? of concern|recommendations?|areas? for improvement)\b")
_KINDS = {"cause": CAUSE, "recom": RECOMMENDATION, "area ": AFI, "areas": AFI}
_ABOUT = re.compile(
    r"\b(?:causes? of concern|recommendations?|areas? for improvement) (?:about|on|over|for"
    r"|concerning|in|regarding) (?P<what>[a-z' -]+)"
)
_WORD = re.compile(r"[a-z]{4,}")
_LITTLE = frozenset(
    (
        *("anyshire", "with", "from", "their", "this", "that", "which", "since", "until"),
        *("june", "july", "report", "force", "police"),
    )
)
_STEM = 5


def first_found(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """Differs where one of the kind on the same thing is of an earlier report; else silent."""
    kind = _KIND.search(scope.text)
    if kind is None or not _FIRST.search(scope.text):
        return None
    family_of = _KINDS[kind["kind"][:5]]
    words = family_of.replace("-", " ")
    found = [f for f in every_finding(matter) if family(f.kind) == family_of]
    named = scope.times_named[0] if scope.times_named else scope.named
    then = [f for f in found if named is not None and named.holds(_day(f))]
    if named is None or not then:
        return silent(matter, f"We hold no {words} of the time that it calls the first.")
    themes = {f.first.fact.get("theme") for f in then}
    earlier = [f for f in found if _day(f) < named.first and f.first.fact.get("theme") in themes]
    if not earlier:
        return silent(
            matter,
            f"We hold no {words} on this before {on_day(named.first)}. A record that is not "
            "complete cannot show “the first”.",
            *(f.first for f in then),
        )
    item = next((f for f in earlier if _on_it(matter, scope, f)), earlier[0])
    ours = f"a {words} in the report of {on_day(_day(item))}"
    behind = (item.first, *(f.first for f in then))
    if not _on_it(matter, scope, item):
        told = (
            f"Before it our record holds {ours}: {item.text} Whether on the same, it does not say."
        )
        return Held("finding", ClaimResult.PART, told, behind)
    month = named.words.removeprefix("in ").title()
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says the first was in {month}; our record holds {ours}: {item.text}",
        behind,
        stated=f"first in {month}",
        ours=ours,
    )


def _day(item: Progress) -> date:
    return item.first.fact.valid.start


def _on_it(matter: Matter, scope: Scope, item: Progress) -> bool:
    """Has its text a word of the subject that the sentence names, or is the theme named?"""
    about = _ABOUT.search(scope.text)
    if about is None:
        return bool(
            item.first.fact.get("theme") == matter.theme.key and matter.named_in(scope.text)
        )
    if matter.named_in(about["what"]):
        return bool(item.first.fact.get("theme") == matter.theme.key)
    return bool(_stems(about["what"]) & _stems(item.text or ""))


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _LITTLE)
