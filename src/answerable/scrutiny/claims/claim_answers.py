"""“Every recommendation was accepted”: against the answers to recommendations on record."""

import re
from collections import Counter

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, plural
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import ResponseGiven
from answerable.vocabulary.ladder import ANSWER_WORDS, Response

_ACCEPTED = re.compile(r"\b(?:accept(?:ed|s)?|rejected)\b")
_RECOMMENDATION = re.compile(r"\brecommendations?\b")
_GIVEN = frozenset(ANSWER_WORDS) - {Response.NONE_YET}
_PARTLY = re.compile(r"\b(?:partly|partially|in part)\b")


def accepted(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """All, or a number of them; which of several reports is meant is not guessed."""
    if not (_ACCEPTED.search(scope.text) and _RECOMMENDATION.search(scope.text)):
        return None
    answers = _of_the_last_report(matter, scope)
    if not answers:
        return silent(matter, "We hold no answer to a recommendation that says if it is accepted.")
    counted = Counter(str(v.fact.get("response")) for v in answers)
    n = len(answers)
    each = ", ".join(f"{k} {ANSWER_WORDS.get(word, word)}" for word, k in counted.items())
    day = on_day(answers[-1].fact.valid.start)
    told = f"of {n} {plural('recommendation', n)} answered by {day}: {each}"
    whole = scope.every and not _PARTLY.search(scope.text) and "rejected" not in scope.text
    if whole and counted["accepted"] == n:
        return Held("record", ClaimResult.AGREES, f"Our record, {told}.", answers)
    if whole:
        return Held(
            "record",
            ClaimResult.DIFFERS,
            f"The statement says all; our record, {told}.",
            answers,
            stated="all accepted",
            ours=each,
            suggest=f"Say how many of how many: {each}.",
        )
    words = f"Our record, {told}. Which of them the statement counts was not worked out."
    return Held("record", ClaimResult.PART, words, answers)


def _of_the_last_report(matter: Matter, scope: Scope) -> tuple[Version, ...]:
    """The last answer to each recommendation of the report that was answered last."""
    reports: dict[str, dict[str, Version]] = {}
    for version in matter.register.versions_of(ResponseGiven):
        report, kind, number = version.fact.stream.rsplit("/", 2)
        known = version.fact.get("response") in _GIVEN and version.fact.valid.start <= scope.on
        if kind == "recommendation" and known:
            reports.setdefault(report, {})[number] = version
    last = max(
        reports.values(),
        key=lambda held: max(v.fact.valid.start for v in held.values()),
        default={},
    )
    return tuple(last.values())
